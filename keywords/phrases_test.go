package keywords_test

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/keywords"
)

// find returns the phrases of a document written with its words, as text×count.
func find(t *testing.T, f keywords.Phrases, words string) []string {
	t.Helper()
	f.Corpus = &analysis.Corpus{} // every word is as rare as any other
	d := analysistest.Document(t, words)
	phrases, err := f.Find(t.Context(), d)
	require.NoError(t, err)
	out := []string{}
	for _, p := range phrases {
		out = append(out, fmt.Sprintf("%s×%d", p.Text, p.Count))
		assert.Equal(t, p.Count, len(p.Mentions))
		for i, m := range p.Mentions {
			assert.Equal(t, analysis.Key(p.Text), analysis.Key(d.Text[m.Start:m.End]), "a mention is the phrase")
			if i > 0 {
				assert.LessOrEqual(t, p.Mentions[i-1].End, m.Start, "mentions are in order and apart")
			}
		}
	}
	return out
}

func TestPhrases(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		words string
		want  []string
	}{
		{"nothing recurs", "建设/v|网络/n|强省/x|。", []string{}},
		{"a run that recurs", "建设/v|网络/n|强省/x|，|网络/n|强省/x|战略/n|。", []string{"网络强省×2"}},
		{"maximal: the longer run only",
			"如期/d|全面/n|建成/v|小康社会/n|，|后/f|全面/n|建成/v|小康社会/n|的/uj|目标/n|。", []string{"全面建成小康社会×2"}},
		{"maximal by characters, where words are cut differently",
			"网络/n|强国/n|战略/n|，|网络/n|强国战/x|略/x|。|网络/n|强国/n|战略/n|好/a|。", []string{"网络强国战略×2"}},
		{"the shorter run too where it occurs without the longer one",
			"网络/n|强国/n|战略/n|，|网络/n|强国/n|战略/n|，|网络/n|强国/n|。", []string{"网络强国战略×2", "网络强国×3"}},
		{"not across punctuation", "网络/n|，|强省/x|。|网络/n|，|强省/x|。", []string{}},
		{"not across a blank", "网络/n| |强省/x|。|网络/n| |强省/x|。", []string{}},
		{"not across a line", "网络/n|\n|强省/x|。|网络/n|\n|强省/x|。", []string{}},
		{"not with a function word at an end",
			"在/p|网络/n|强省/x|中/f|，|在/p|网络/n|强省/x|中/f|。|网络/n|强省/x|。", []string{"网络强省×3"}},
		{"not with a word that wants its object at the end",
			"网络/n|强省/x|推进/v|改革/n|，|网络/n|强省/x|推进/v|开放/v|。", []string{}},
		{"not with a number at an end",
			"增长/v|6.9%/m|目标/n|任务/n|，|增长/v|6.9%/m|目标/n|任务/n|。|目标/n|任务/n|。", []string{"目标任务×3"}},
		{"a number inside",
			"实施/v|“|十三五/m|”|规划/n|，|落实/v|“|十三五/m|”|规划/n|。", []string{"十三五规划×2"}},
		{"quotation marks belong to the mention if their partner is inside",
			"推进/v|“|放管服/x|”|改革/n|，|深化/v|“|放管服/x|”|改革/n|。", []string{"放管服改革×2"}},
		{"a phrase in quotation marks", "按照/p|“|追赶/v|超越/v|”|要求/v|，|“|追赶/v|超越/v|”|态势/n|。", []string{"追赶超越×2"}},
		{"not out of a quotation", "叫响/v|“|数字/n|云溪/x|”|品牌/n|建设/vn|，|叫响/v|“|数字/n|青阳/x|”|品牌/n|建设/vn|。", []string{"品牌建设×2"}},
		{"a word of three characters", "建设/v|互联网/n|，|发展/v|互联网/n|。", []string{"互联网×2"}},
		{"not a word of two characters", "建设/v|网络/n|，|发展/v|网络/n|。", []string{}},
		{"a plus sign at the end", "推进/v|互联网+/nz|，|用好/v|互联网+/nz|。", []string{"互联网+×2"}},
		{"not longer than sixteen characters",
			"一二三四/n|五六七八/n|九十甲乙/n|丙丁戊己/n|庚/n|，|一二三四/n|五六七八/n|九十甲乙/n|丙丁戊己/n|庚/n|。", []string{}},
		{"page furniture is left out",
			"网络/n|强省/x|建设/vn|。|\n|来源/n|：|网络/n|强省/x|网/n|\n|责任编辑/n|：|网络/n|强省/x|\n", []string{}},
		{"occurrences that overlap count once", "研讨/v|研讨/v|研讨/v|研讨/v|研讨/v|。", []string{"研讨研讨×2"}},
		{"letter case and width are one", "建设/v|ＡＩ/eng|平台/n|，|AI/eng|平台/n|好/a|。", []string{"ＡＩ平台×2"}},
		{"not the label of a form", "责任/n|单位/n|：|教育/n|厅/n|。|责任/n|单位/n|：|财政/n|厅/n|。", []string{}},
		{"a slogan with its members behind a colon", "“|四个/m|全面/n|”|：|甲/n|。|“|四个/m|全面/n|”|：|乙/n|。", []string{"四个全面×2"}},
		{"a slogan that always has the same word behind it", "三个/m|代表/n|重要/a|思想/n|，|三个/m|代表/n|重要/a|思想/n|。", []string{"三个代表重要思想×2", "三个代表×2"}},
		{"not with a word torn from a preposition", "由市/x|主管/vn|部门/n|管/v|，|由市/x|主管/vn|部门/n|批/v|。|主管/vn|部门/n|。", []string{"主管部门×3"}},
		{"a known word that begins like a preposition", "和平/nz|发展/vn|道路/n|，|和平/nz|发展/vn|道路/n|。", []string{"和平发展道路×2"}},
		{"not out of a title", "《|数据/n|共享/vn|办法/n|（|试行/vn|）|》|，|《|数据/n|共享/vn|规范/n|（|试行/vn|）|》|。", []string{}},
		{"marks that do not match", "“|网络/n|强省/x|》|，|“|网络/n|强省/x|》|。", []string{}},
		{"empty text", "", []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, find(t, keywords.Phrases{}, c.words))
		})
	}
}

func TestPhrasesOptions(t *testing.T) {
	t.Parallel()
	const words = "网络/n|强国/n|战略/n|，|网络/n|强国/n|战略/n|，|网络/n|强国/n|。|信息/n|，|信息/n|。"
	for _, c := range []struct {
		name string
		f    keywords.Phrases
		want []string
	}{
		{"three occurrences", keywords.Phrases{MinCount: 3}, []string{"网络强国×3"}},
		{"five characters at least", keywords.Phrases{MinRunes: 5}, []string{"网络强国战略×2"}},
		{"five characters at most", keywords.Phrases{MaxRunes: 5}, []string{"网络强国×3"}},
		{"two characters at least", keywords.Phrases{MinRunes: 2}, []string{"网络强国战略×2", "网络强国×3", "信息×2"}},
		{"two characters at most", keywords.Phrases{MinRunes: 2, MaxRunes: 2}, []string{"信息×2"}},
		{"two words at most", keywords.Phrases{MaxWords: 2}, []string{"网络强国×3"}},
		{"nested ones dropped from half on", keywords.Phrases{Nested: 0.5}, []string{"网络强国战略×2"}},
		{"nested ones dropped from nine tenths on", keywords.Phrases{Nested: 0.9}, []string{"网络强国战略×2", "网络强国×3"}},
		{"a stop word", keywords.Phrases{StopWords: map[string]bool{"战略": true}}, []string{"网络强国×3"}},
		{"words of one kind", keywords.Phrases{Tags: []string{"n"}}, []string{"网络强国战略×2", "网络强国×3"}},
		{"words of a kind that is not there", keywords.Phrases{Tags: []string{"v", "a"}}, []string{}},
		{"a lexicon puts a term first", keywords.Phrases{Lexicon: map[string]bool{"网络强国": true}, LexiconBonus: 9}, []string{"网络强国×3", "网络强国战略×2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, find(t, c.f, words))
		})
	}
}

func TestPhrasesOptionsOutOfRange(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, "网络/n|。")
	for _, c := range []struct {
		f    keywords.Phrases
		want string
	}{
		{keywords.Phrases{MinCount: 1}, "keywords: Phrases: what occurs 1 times does not recur"},
		{keywords.Phrases{MinCount: -3}, "keywords: Phrases: what occurs -3 times does not recur"},
		{keywords.Phrases{MinRunes: 20}, "keywords: Phrases: no phrase has from 20 to 16 characters"},
		{keywords.Phrases{MinRunes: -1}, "keywords: Phrases: no phrase has from -1 to 16 characters"},
		{keywords.Phrases{Nested: 1.5}, "keywords: Phrases: the share 1.5 of nested phrases is not from 0 to 1"},
		{keywords.Phrases{Nested: math.NaN()}, "keywords: Phrases: the share NaN of nested phrases is not from 0 to 1"},
		{keywords.Phrases{LexiconBonus: math.Inf(1)}, "keywords: Phrases: the bonus of the lexicon is +Inf"},
		{keywords.Phrases{MaxWords: -1}, "keywords: Phrases: no phrase has at most -1 words"},
	} {
		_, err := c.f.Find(t.Context(), d)
		assert.EqualError(t, err, c.want)
	}
}

func TestNamesOfStatisticsScoreLower(t *testing.T) {
	t.Parallel()
	score := func(last string) float64 {
		w := "钢铁/n|" + last + "/n|"
		p, _ := phraseIn(t, keywords.Phrases{}, w+"，|"+w+"。", "钢铁"+last)
		return p.Score
	}
	assert.InDelta(t, score("技术")-0.8, score("产值"), 1e-12)
	assert.InDelta(t, score("技术")-0.8, score("销量"), 1e-12)
	for _, w := range []string{"质量", "价值", "效率"} {
		assert.InDelta(t, score("技术"), score(w), 1e-12, w)
	}
}

func TestNounPhrases(t *testing.T) {
	t.Parallel()
	const words = "实施/v|乡村/n|振兴/vn|战略/n|，|实施/v|乡村/n|振兴/vn|战略/n|。|大力/d|支持/v|中小/b|企业/n|，|支持/v|中小/b|企业/n|。|乡村/n|振兴/vn|战略/n|，|扩大/v|开放/v|，|扩大/v|开放/v|。|山水/n|的/uj|城市/n|，|山水/n|的/uj|城市/n|。"
	all := find(t, keywords.Phrases{}, words)
	assert.Contains(t, all, "实施乡村振兴战略×2")
	assert.Contains(t, all, "扩大开放×2")
	nouns := find(t, keywords.Phrases{NounPhrases: true}, words)
	assert.ElementsMatch(t, []string{"乡村振兴战略×3", "中小企业×2", "山水的城市×2"}, nouns)
}

func TestPhraseKinds(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, "按照/p|《|数据/n|安全/an|法/n|》|和/c|国/n|发/v|〔|2016/m|〕|33/m|号/q|，|落实/v|十/m|八/m|届/q|五中全会/j|部署/n|。"+
		"|《|数据/n|安全/an|法/n|》|（|国/n|发/v|〔|2016/m|〕|33/m|号/q|）|贯彻/v|十/m|八/m|届/q|五中全会/j|要求/n|。|《|著作权法/n|》|。")
	found, err := keywords.Phrases{Corpus: &analysis.Corpus{}}.Find(t.Context(), d)
	require.NoError(t, err)
	got := map[string]keywords.PhraseKind{}
	for _, p := range found {
		got[fmt.Sprintf("%s×%d", p.Text, p.Count)] = p.Kind
		for _, m := range p.Mentions {
			assert.Equal(t, p.Text, d.Text[m.Start:m.End])
		}
	}
	assert.Equal(t, map[string]keywords.PhraseKind{
		"《数据安全法》×2":     keywords.WorkTitle,
		"国发〔2016〕33号×2": keywords.DocumentNumber,
		"十八届五中全会×2":     keywords.SessionName,
		"数据安全法×2":       keywords.Wording,
	}, got)
	assert.Equal(t, "title", keywords.WorkTitle.String())
	m, err := d.Merge(keywords.Mentions(found))
	require.NoError(t, err)
	analysistest.TestDocument(t, m)
}

func TestPhrasesDoNotCrossSections(t *testing.T) {
	t.Parallel()
	// Headings and text on one line, as texts come that lost their line breaks.
	got := find(t, keywords.Phrases{}, "一/m|、|总体/n|要求/n|。|坚持/v|创新/v|驱动/v|。|二/m|、|总体/n|要求/n|。|坚持/v|创新/v|驱动/v|。")
	assert.NotContains(t, got, "要求坚持创新驱动×2")
	assert.Contains(t, got, "总体要求×2")
}

func TestPhrasesOfPeriodicTextStayFew(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, strings.Repeat("高质量/n|发展/vn|", 100_000)+"。")
	phrases, err := keywords.Phrases{Corpus: &analysis.Corpus{}}.Find(t.Context(), d)
	require.NoError(t, err)
	assert.LessOrEqual(t, len(phrases), 20)
}

func TestPhrasesCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := keywords.Phrases{}.Find(ctx, analysistest.Document(t, "网络/n|。"))
	assert.ErrorIs(t, err, context.Canceled)
}

func TestPhrasesMerge(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, "用/p|五大/j|发展/vn|理念/n|引领/v|规划/n|，|五大/j|发展/vn|理念/n|是/v|指南/n|。|发展/vn|是/v|要务/n|。")
	phrases, err := keywords.Phrases{Corpus: &analysis.Corpus{}}.Find(t.Context(), d)
	require.NoError(t, err)
	require.Len(t, phrases, 1)
	m, err := d.Merge(phrases[0].Mentions)
	require.NoError(t, err)
	analysistest.TestDocument(t, m)
	for name, s := range map[string]keywords.Scorer{"TF-IDF": keywords.TFIDF{Corpus: &analysis.Corpus{}}, "TextRank": keywords.TextRank{}} {
		scores, err := s.Score(t.Context(), m)
		require.NoError(t, err)
		top := keywords.Top(m, scores, 3)
		assert.Equal(t, "五大发展理念", top[0].Text, name)
		for _, k := range top {
			assert.NotContains(t, []string{"五大", "理念"}, k.Text, name)
		}
	}
}
