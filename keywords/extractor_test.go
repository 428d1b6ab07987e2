package keywords_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/keywords"
)

// extract returns the keywords of a document written with its words, as
// text×count, and in brackets the variants folded into each.
func extract(t *testing.T, x keywords.Extractor, words string) []string {
	t.Helper()
	x.Corpus = &analysis.Corpus{}
	d := analysistest.Document(t, words)
	found, err := x.Extract(t.Context(), d, -1)
	require.NoError(t, err)
	out := []string{}
	seen := map[string]bool{}
	for i, k := range found {
		s := fmt.Sprintf("%s×%d", k.Text, k.Count)
		for _, v := range k.Variants {
			s += fmt.Sprintf("(%s×%d)", v.Text, v.Count)
		}
		if !strings.HasPrefix(s, "某") {
			out = append(out, s)
		}
		assert.Len(t, k.Mentions, k.Count)
		for _, m := range k.Mentions {
			assert.Equal(t, analysis.Key(k.Text), analysis.Key(d.Text[m.Start:m.End]))
		}
		assert.False(t, seen[analysis.Key(k.Text)], "%s twice", k.Text)
		seen[analysis.Key(k.Text)] = true
		sum := 0.0
		for _, f := range k.Features() {
			sum += f.Value
		}
		assert.InDelta(t, k.Score, sum, 1e-12)
		if i > 0 {
			assert.GreaterOrEqual(t, found[i-1].Score, k.Score-1e-9)
		}
	}
	return out
}

// busy adds twenty phrases that recur to a text, so that it is judged by what
// recurs. They begin with 某, and extract leaves them out.
func busy(words string) string {
	for _, r := range "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉" {
		w := "某" + string(r) + "/n|工程/n|"
		words += w + "，|" + w + "。|"
	}
	return strings.TrimSuffix(words, "|")
}

const strategyText = "网络/n|强国/n|战略/n|，|网络/n|强国/n|战略/n|，|网络/n|强国/n|战略/n|，|网络/n|强国/n|。"

func TestExtractorFolds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, words string
		want        []string
	}{
		{"a part that hardly occurs without the whole", strategyText, []string{"网络强国战略×3(网络强国×4)"}},
		{"a part that often does stays",
			strategyText + "网络/n|强国/n|。|网络/n|强国/n|。", []string{"网络强国战略×3", "网络强国×6"}},
		{"the short name of a session",
			"十/m|八/m|届/q|五中全会/j|，|十/m|八/m|届/q|五中全会/j|。|五中全会/j|，|五中全会/j|，|五中全会/j|，|五中全会/j|。",
			[]string{"五中全会×4(十八届五中全会×2)"}},
		{"the short name of two sessions is neither of them",
			"十/m|八/m|届/q|五中全会/j|，|十/m|八/m|届/q|五中全会/j|。|十/m|九/m|届/q|五中全会/j|，|十/m|九/m|届/q|五中全会/j|。|五中全会/j|，|五中全会/j|。",
			[]string{"十八届五中全会×2", "十九届五中全会×2", "五中全会×2"}},
		{"a session named in full once leaves its short name as it is where there is another",
			"十/m|八/m|届/q|五中全会/j|，|十/m|八/m|届/q|五中全会/j|。|十/m|九/m|届/q|五中全会/j|。|五中全会/j|，|五中全会/j|。",
			[]string{"十八届五中全会×2", "五中全会×2"}},
		{"what the text calls something in short",
			"云溪/ns|数据/n|工程/n|（|以下/f|简称/v|数云/x|工程/n|）|，|云溪/ns|数据/n|工程/n|。|数云/x|工程/n|，|数云/x|工程/n|，|数云/x|工程/n|。",
			[]string{"云溪数据工程×2(数云工程×4)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, extract(t, keywords.Extractor{}, busy(c.words+"|")))
		})
	}
	assert.Equal(t, []string{"网络强国战略×3", "网络强国×4"}, extract(t, keywords.Extractor{Unfolded: true}, busy(strategyText+"|")))
}

func TestExtractorControls(t *testing.T) {
	t.Parallel()
	keys := func(w ...string) map[string]bool {
		m := map[string]bool{}
		for _, w := range w {
			m[w] = true
		}
		return m
	}
	const words = "网络/n|强国/n|战略/n|，|网络/n|强国/n|战略/n|。|5G/eng|专网/n|，|5G/eng|专网/n|。|经济社会/n|发展/vn|，|经济社会/n|发展/vn|。|加快/v|建设/v|，|加快/v|建设/v|。|2025年/m|，|2025年/m|。|云溪/ns|，|云溪/ns|。|稳步/d|推广/v|。"
	for _, c := range []struct {
		name string
		x    keywords.Extractor
		want []string
	}{
		{"defaults: no number, no generic wording, Latin letters as written", keywords.Extractor{}, []string{"网络强国战略×2", "5G专网×2", "云溪×2"}},
		{"never", keywords.Extractor{Never: keys("5g专网")}, []string{"网络强国战略×2", "云溪×2"}},
		{"stop words of one's own replace the default ones", keywords.Extractor{StopWords: keys("云溪")}, []string{"网络强国战略×2", "经济社会发展×2", "5G专网×2"}},
		{"a word of one's own, though it occurs once", keywords.Extractor{Lexicon: keys("推广")}, []string{"网络强国战略×2", "5G专网×2", "云溪×2", "推广×1"}},
		{"at most four characters", keywords.Extractor{MaxRunes: 4}, []string{"5G专网×2", "云溪×2"}},
		{"only names of places", keywords.Extractor{Tags: []string{"ns"}}, []string{"云溪×2"}},
		{"at least three", keywords.Extractor{MinRunes: 3}, []string{"网络强国战略×2", "5G专网×2"}},
		{"a term one must have, though it is of the generic ones, and though it occurs once", keywords.Extractor{Must: keys("经济社会发展", "推广")}, []string{"网络强国战略×2", "经济社会发展×2", "5G专网×2", "云溪×2", "推广×1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.ElementsMatch(t, c.want, extract(t, c.x, busy(words+"|")))
		})
	}
}

// A word of Latin letters alone is a keyword if it looks like an abbreviation.
func TestExtractorTakesAcronyms(t *testing.T) {
	t.Parallel()
	const words = "GDP/eng|增长/v|，|GDP/eng|下降/v|。|5G/eng|普及/v|，|5G/eng|落地/v|。|online/eng|增长/v|，|online/eng|下降/v|。|Journal/eng|增长/v|，|Journal/eng|下降/v|。|2025/m|，|2025/m|。"
	assert.ElementsMatch(t, []string{"GDP×2", "5G×2"}, extract(t, keywords.Extractor{}, busy(words+"|")))
}

func TestMustHaveTermsTakeThePlaceOfBetterOnes(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, busy(strategyText+"稳步/d|推广/v|。|"))
	x := keywords.Extractor{Corpus: &analysis.Corpus{}, Must: map[string]bool{"推广": true}}
	found, err := x.Extract(t.Context(), d, 2)
	require.NoError(t, err)
	require.Len(t, found, 2)
	assert.Equal(t, "推广", found[1].Text)
	both := extract(t, keywords.Extractor{Must: map[string]bool{"网络强国": true, "网络强国战略": true}}, busy(strategyText+"|"))
	assert.ElementsMatch(t, []string{"网络强国战略×3", "网络强国×4"}, both, "none is folded into the other")
	assert.Greater(t, found[0].Score, found[1].Score)
}

func TestExtractorWithScorer(t *testing.T) {
	t.Parallel()
	const words = "用/p|五大/j|发展/vn|理念/n|引领/v|规划/n|，|五大/j|发展/vn|理念/n|是/v|灯塔/n|。|规划/n|是/v|蓝图/n|。"
	assert.Equal(t, []string{"五大发展理念×2", "规划×2", "灯塔×1", "蓝图×1"}, extract(t, keywords.Extractor{Scorer: keywords.TFIDF{Corpus: &analysis.Corpus{}}}, words))
	must := keywords.Extractor{Scorer: keywords.TFIDF{Corpus: &analysis.Corpus{}}, Must: map[string]bool{"是蓝图": true, "引领": true}}
	assert.ElementsMatch(t, []string{"五大发展理念×2", "规划×2", "灯塔×1", "是蓝图×1", "引领×1"}, extract(t, must, words))
	fails := keywords.Extractor{Scorer: failing{}}
	_, err := fails.Extract(t.Context(), analysistest.Document(t, words), 3)
	assert.EqualError(t, err, "out of order")
}

type failing struct{}

func (failing) Score(context.Context, *analysis.Document) ([]float64, error) {
	return nil, errors.New("out of order")
}

// In a short text what occurs once counts too, and the title says what matters.
func TestExtractorOfShortText(t *testing.T) {
	t.Parallel()
	const words = "针对/p|农业/n|污染/vn|治理/vn|问题/n|，|提出/v|生态/n|补偿/vn|机制/n|。|结果/n|表明/v|，|农户/n|意愿/n|提高/v|41.2%/m|。"
	x := keywords.Extractor{Corpus: &analysis.Corpus{}, Never: map[string]bool{"补偿机制": true}}
	d := analysistest.Document(t, words)
	plain, err := x.Extract(t.Context(), d, 3)
	require.NoError(t, err)
	titled := *d
	titled.Title = "农户意愿研究"
	withTitle, err := x.Extract(t.Context(), &titled, 3)
	require.NoError(t, err)
	assert.Equal(t, "农户意愿", withTitle[0].Text)
	assert.NotEqual(t, "农户意愿", plain[0].Text)
	for _, k := range append(plain, withTitle...) {
		assert.NotContains(t, []string{"结果表明", "问题", "补偿机制", "41.2%"}, k.Text)
	}
}

func TestExtractorOfLittle(t *testing.T) {
	t.Parallel()
	assert.Empty(t, extract(t, keywords.Extractor{}, ""))
	assert.Empty(t, extract(t, keywords.Extractor{}, "，|。"))
	assert.Equal(t, []string{"网络强省×1"}, extract(t, keywords.Extractor{MinRunes: 3}, "建设/v|网络/n|强省/x|。"))
}

func TestExtractorErrors(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, "网络/n|。")
	_, err := keywords.Extractor{MinRunes: 9, MaxRunes: 3}.Extract(t.Context(), d, 1)
	assert.EqualError(t, err, "keywords: Extractor: no keyword has from 9 to 3 characters")
	_, err = keywords.Extractor{Phrases: keywords.Phrases{MinCount: 1}}.Extract(t.Context(), d, 1)
	assert.EqualError(t, err, "keywords: Phrases: what occurs 1 times does not recur")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = keywords.Extractor{}.Extract(ctx, d, 1)
	assert.ErrorIs(t, err, context.Canceled)
}

func TestExtractorLimit(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, strategyText+"追赶/v|超越/v|，|追赶/v|超越/v|。")
	for n, want := range map[int]int{-1: 3, 0: 0, 1: 1, 2: 2, 9: 3} {
		found, err := keywords.Extractor{Corpus: &analysis.Corpus{}, Unfolded: true, MinRunes: 4}.Extract(t.Context(), d, n)
		require.NoError(t, err)
		assert.Len(t, found, want, n)
	}
}
