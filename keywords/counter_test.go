package keywords_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/keywords"
)

// A counted is a document written with its words, as analysistest.Document
// wants it, under a group.
type counted struct{ id, group, words string }

// counter adds documents to a counter of its own.
func counter(t testing.TB, maxTokens int, docs ...counted) *keywords.PhraseCounter {
	t.Helper()
	c := &keywords.PhraseCounter{MaxTokens: maxTokens}
	for _, d := range docs {
		doc := analysistest.Document(t, d.words)
		doc.ID = d.id
		require.NoError(t, c.Add(doc, d.group))
	}
	return c
}

// every word is as rare as any other
var noCorpus = &analysis.Corpus{}

func table(t testing.TB, c *keywords.PhraseCounter, o keywords.TableOptions) *keywords.PhraseTable {
	t.Helper()
	o.Phrases.Corpus = noCorpus
	out, err := c.Table(context.Background(), o)
	require.NoError(t, err)
	return out
}

// row writes a row as text count/all in documents, then its groups.
func row(r keywords.PhraseRow) string {
	s := fmt.Sprintf("%s %d/%d in %d", r.Text, r.Count, r.All, r.Documents)
	for _, g := range r.Groups {
		s += fmt.Sprintf(" %s:%d/%d in %d", g.Group, g.Count, g.All, g.Documents)
	}
	return s
}

func TestTable(t *testing.T) {
	t.Parallel()
	const (
		concept   = "新/a|发展/vn|理念/n|。" // 新发展理念
		innovate  = "创新/v|发展理念/n|。"    // 创新发展理念
		socialism = "特色/n|社会主义/n"
	)
	for _, c := range []struct {
		name string
		o    keywords.TableOptions
		docs []counted
		want []string // in any order
	}{
		{"no documents", keywords.TableOptions{}, nil, nil},
		{"a phrase that no document has twice", keywords.TableOptions{}, []counted{
			{"a", "", "建设/v|网络/n|强省/x|。"}, {"b", "", "网络/n|强省/x|战略/n|。"}, {"c", "", "网络/n|强省/x|。"},
		}, []string{"网络强省 3/3 in 3 :3/3 in 3"}},
		{"counted by group", keywords.TableOptions{}, []counted{
			{"a", "2015", "网络/n|强省/x|。|网络/n|强省/x|。"}, {"b", "2016", "网络/n|强省/x|。"},
			{"c", "2015", "网络/n|强省/x|。"}, {"d", "2017", "其他/r|。"},
		}, []string{"网络强省 4/4 in 3 2015:3/3 in 2 2016:1/1 in 1"}},
		{"not over the border of two documents", keywords.TableOptions{}, []counted{
			{"a", "", "建设/v|网络/n"}, {"b", "", "强省/x|建设/v|网络/n"}, {"c", "", "强省/x|建设/v|网络/n"}, {"d", "", "强省/x"},
		}, []string{"建设网络 3/3 in 3 :3/3 in 3"}},
		{"not in one document only", keywords.TableOptions{}, []counted{
			{"a", "", strings.Repeat("网络/n|强省/x|。|", 5) + "。"}, {"b", "", "网络/n|。"},
		}, nil},
		{"in one document, where that is enough", keywords.TableOptions{MinDocuments: 1}, []counted{
			{"a", "", strings.Repeat("网络/n|强省/x|。|", 5) + "。"}, {"b", "", "网络/n|。"},
		}, []string{"网络强省 5/5 in 1 :5/5 in 1"}},
		{"twice, where that is enough", keywords.TableOptions{Phrases: keywords.Phrases{MinCount: 2}}, []counted{
			{"a", "", "网络/n|强省/x|。"}, {"b", "", "网络/n|强省/x|。"},
		}, []string{"网络强省 2/2 in 2 :2/2 in 2"}},
		{"twice is not enough", keywords.TableOptions{}, []counted{
			{"a", "", "网络/n|强省/x|。"}, {"b", "", "网络/n|强省/x|。"},
		}, nil},
		{"on word borders: 创新|发展理念 is no 新发展理念", keywords.TableOptions{}, []counted{
			{"a", "", concept + "|" + concept + "|" + innovate}, {"b", "", concept + "|" + innovate}, {"c", "", innovate},
		}, []string{"新发展理念 3/3 in 2 :3/3 in 2", "创新发展理念 3/3 in 3 :3/3 in 3"}},
		{"the longest phrase takes the words", keywords.TableOptions{}, []counted{
			{"a", "x", "中国/ns|" + socialism + "|。|" + socialism + "|。"}, {"b", "x", "中国/ns|" + socialism + "|。"},
			{"c", "y", "中国/ns|" + socialism + "|，|" + socialism + "|。"},
		}, []string{"中国特色社会主义 3/3 in 3 x:2/2 in 2 y:1/1 in 1", "特色社会主义 2/5 in 3 x:1/3 in 2 y:1/2 in 1"}},
		{"a phrase that only stands in longer ones", keywords.TableOptions{}, []counted{
			{"a", "", strings.Repeat("建成/v|小康/n|社会/n|。|建设/v|小康/n|社会/n|。|", 2) + "。"},
			{"b", "", "建成/v|小康/n|社会/n|。|建设/v|小康/n|社会/n|。"},
		}, []string{"建成小康社会 3/3 in 2 :3/3 in 2", "建设小康社会 3/3 in 2 :3/3 in 2", "小康社会 0/6 in 2 :0/6 in 2"}},
		{"of two that overlap and are equally long, the earlier one takes the words", keywords.TableOptions{}, []counted{
			{"a", "", "甲乙/n|丙丁/n|。|丙丁/n|戊己/n|。|甲乙/n|丙丁/n|戊己/n|。"},
			{"b", "", "甲乙/n|丙丁/n|。|丙丁/n|戊己/n|。|甲乙/n|丙丁/n|。|丙丁/n|戊己/n|。"},
		}, []string{"甲乙丙丁 4/4 in 2 :4/4 in 2", "丙丁戊己 3/4 in 2 :3/4 in 2"}},
		{"occurrences that overlap count once", keywords.TableOptions{Phrases: keywords.Phrases{MinCount: 2}}, []counted{
			{"a", "", "研讨/v|研讨/v|研讨/v|研讨/v|研讨/v|。"}, {"b", "", "研讨/v|研讨/v|。"},
		}, []string{"研讨研讨 3/3 in 2 :3/3 in 2"}},
		{"the spelling that is most frequent", keywords.TableOptions{}, []counted{
			{"a", "", "ＡＩ/eng|平台/n|。"}, {"b", "", "AI/eng|平台/n|。"}, {"c", "", "AI/eng|平台/n|。"},
		}, []string{"AI平台 3/3 in 3 :3/3 in 3"}},
		{"of equally frequent spellings the first", keywords.TableOptions{Phrases: keywords.Phrases{MinCount: 2}}, []counted{
			{"a", "", "ai/eng|平台/n|。"}, {"b", "", "AI/eng|平台/n|。"},
		}, []string{"AI平台 2/2 in 2 :2/2 in 2"}},
		{"without quotation marks", keywords.TableOptions{}, []counted{
			{"a", "", "“|十三五/m|”|规划/n|。"}, {"b", "", "十三五/m|规划/n|。"}, {"c", "", "“|十三五/m|规划/n|”|。"},
		}, []string{"十三五规划 3/3 in 3 :3/3 in 3"}},
		{"cut in two ways", keywords.TableOptions{Phrases: keywords.Phrases{MinCount: 2}}, []counted{
			{"a", "", "网络/n|强国/n|战略/n|，|网络/n|强国战/x|略/x|。"}, {"b", "", "网络/n|强国/n|战略/n|，|网络/n|强国战/x|略/x|。"},
		}, []string{"网络强国战略 4/4 in 2 :4/4 in 2"}},
		{"cut in two ways, the second more frequent and with another spelling", keywords.TableOptions{Phrases: keywords.Phrases{MinCount: 2}}, []counted{
			{"a", "", "网络/n|强国＋/n|战略/n|，|网络强/n|国＋战略/n|。"}, {"b", "", "网络/n|强国＋/n|战略/n|。|网络强/n|国+战略/n|，|网络强/n|国+战略/n|，|网络强/n|国+战略/n|。"},
		}, []string{"网络强国+战略 6/6 in 2 :6/6 in 2"}},
		{"a document that is added twice", keywords.TableOptions{}, []counted{
			{"a", "", "网络/n|强省/x|。|网络/n|强省/x|。"}, {"a", "", "网络/n|强省/x|。|网络/n|强省/x|。"},
		}, []string{"网络强省 4/4 in 2 :4/4 in 2"}},
		{"page furniture is left out", keywords.TableOptions{}, []counted{
			{"a", "", "来源/n|：|网络/n|强省/x|网/n\n"}, {"b", "", "来源/n|：|网络/n|强省/x|网/n\n"}, {"c", "", "来源/n|：|网络/n|强省/x|网/n\n"},
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, r := range table(t, counter(t, 0, c.docs...), c.o).Rows {
				got = append(got, row(r))
			}
			assert.ElementsMatch(t, c.want, got)
		})
	}
}

func TestTableOfOneDocumentHasItsPhrases(t *testing.T) {
	t.Parallel()
	const words = "网络/n|强国/n|战略/n|，|网络/n|强国/n|战略/n|，|网络/n|强国/n|。|“|追赶/v|超越/v|”|，|“|追赶/v|超越/v|”|态势/n|。"
	phrases, err := keywords.Phrases{Corpus: noCorpus}.Find(t.Context(), analysistest.Document(t, words))
	require.NoError(t, err)
	want := map[string]int{}
	for _, p := range phrases {
		want[p.Text] = p.Count
	}
	got := map[string]int{}
	for _, r := range table(t, counter(t, 0, counted{"a", "", words}), keywords.TableOptions{Phrases: keywords.Phrases{MinCount: 2}, MinDocuments: 1}).Rows {
		got[r.Text] = r.All
	}
	assert.NotEmpty(t, want)
	assert.Equal(t, want, got)
}

func TestTableSizes(t *testing.T) {
	t.Parallel()
	got := table(t, counter(t, 0,
		counted{"a", "2016", "网络/n|强省/x|。"}, counted{"b", "2015", "网络/n|，|强省/x|战略/n|。"}, counted{"c", "2016", ""}),
		keywords.TableOptions{})
	assert.Equal(t, []keywords.GroupSize{
		{Group: "2015", Size: keywords.Size{Documents: 1, Tokens: 3}},
		{Group: "2016", Size: keywords.Size{Documents: 2, Tokens: 2}},
	}, got.Groups)
	assert.Equal(t, keywords.Size{Documents: 3, Tokens: 5}, got.Kept)
	assert.Zero(t, got.Left)
}

func TestTableRanksWhatManyDocumentsHaveFirst(t *testing.T) {
	t.Parallel()
	var docs []counted
	for i := range 12 {
		docs = append(docs, counted{fmt.Sprint(i), "", "网络/n|强省/x|。"})
	}
	docs = append(docs,
		counted{"x", "", strings.Repeat("数字/n|云溪/x|。|", 10) + "。"},
		counted{"y", "", strings.Repeat("数字/n|云溪/x|。|", 2) + "。"})
	rows := table(t, counter(t, 0, docs...), keywords.TableOptions{Phrases: keywords.Phrases{MaxRunes: 4}}).Rows
	require.Len(t, rows, 2)
	assert.Equal(t, "网络强省 12/12 in 12 :12/12 in 12", row(rows[0]))
	assert.Equal(t, "数字云溪 12/12 in 2 :12/12 in 2", row(rows[1]))
	assert.Greater(t, rows[0].Score, rows[1].Score)
}

func TestCounterIsReadByManyGoroutines(t *testing.T) {
	t.Parallel()
	c := counter(t, 300, randomDocuments(rand.New(rand.NewPCG(9, 9)), 40)...)
	want := bytesOf(t, c)
	for range 4 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, want, bytesOf(t, c))
		})
	}
}

func TestTableOptionsOutOfRange(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		o    keywords.TableOptions
		want string
	}{
		{keywords.TableOptions{Phrases: keywords.Phrases{MinCount: 1}}, "keywords: Phrases: what occurs 1 times does not recur"},
		{keywords.TableOptions{Phrases: keywords.Phrases{Nested: 0.5}}, "keywords: PhraseTable: Nested is not for tables, which have Count and All"},
		{keywords.TableOptions{MinDocuments: -1}, "keywords: PhraseTable: no phrase is in -1 documents"},
		{keywords.TableOptions{Phrases: keywords.Phrases{MinRunes: 20}}, "keywords: Phrases: no phrase has from 20 to 16 characters"},
		{keywords.TableOptions{Phrases: keywords.Phrases{MaxWords: -1}}, "keywords: Phrases: no phrase has at most -1 words"},
	} {
		_, err := new(keywords.PhraseCounter).Table(t.Context(), c.o)
		assert.EqualError(t, err, c.want)
	}
}

func TestTableCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := counter(t, 0, counted{"a", "", "网络/n|。"}).Table(ctx, keywords.TableOptions{})
	assert.ErrorIs(t, err, context.Canceled)
}

func TestMaxTokensOutOfRange(t *testing.T) {
	t.Parallel()
	const want = "keywords: PhraseCounter: MaxTokens is -1, not 1 to 536870912"
	c := &keywords.PhraseCounter{MaxTokens: -1}
	assert.EqualError(t, c.Add(analysistest.Document(t, "网络/n|。"), ""), want)
	assert.EqualError(t, c.Merge(new(keywords.PhraseCounter)), want)
	assert.EqualError(t, new(keywords.PhraseCounter).Merge(c), want)
	_, err := c.Table(t.Context(), keywords.TableOptions{})
	assert.EqualError(t, err, want)
	_, err = c.WriteTo(new(bytes.Buffer))
	assert.EqualError(t, err, want)
	assert.EqualError(t, (&keywords.PhraseCounter{MaxTokens: 5}).Merge(&keywords.PhraseCounter{MaxTokens: 6}),
		"keywords: PhraseCounter: a MaxTokens of 5 and one of 6 cannot be merged")
}

// bytesOf returns the file and the table of a counter.
func bytesOf(t testing.TB, c *keywords.PhraseCounter) string {
	t.Helper()
	var b bytes.Buffer
	n, err := c.WriteTo(&b)
	require.NoError(t, err)
	require.EqualValues(t, b.Len(), n)
	tab := table(t, c, keywords.TableOptions{Phrases: keywords.Phrases{MinCount: 2}})
	fmt.Fprintln(&b, tab.Kept, tab.Left, tab.Groups)
	require.NoError(t, tab.WriteTSV(&b))
	return b.String()
}

// randomDocuments returns documents of few words, some of them twice and some
// written in two ways.
func randomDocuments(r *rand.Rand, n int) []counted {
	words := []string{"网络/n", "强省/x", "强省/n", "战略/n", "AI/eng", "ＡＩ/eng", "平台/n", "，", "“", "”", "的/uj", "建设/v", "。"}
	var docs []counted
	for i := range n {
		var b strings.Builder
		for range r.IntN(30) {
			b.WriteString(words[r.IntN(len(words))] + "|")
		}
		docs = append(docs, counted{fmt.Sprint(i / 2), fmt.Sprint(2015 + r.IntN(3)), b.String() + "。"})
	}
	return append(docs, docs[:n/5]...)
}

func TestMergeInAnyOrderIsOneRun(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name      string
		maxTokens int
		left      bool
	}{
		{"all is kept", 0, false},
		{"some is left out", 300, true},
		{"most is left out", 40, true},
		{"longer documents than MaxTokens", 12, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(1, 2))
			docs := randomDocuments(r, 60)
			whole := counter(t, c.maxTokens, docs...)
			want := bytesOf(t, whole)
			left := table(t, whole, keywords.TableOptions{}).Left
			assert.Equal(t, c.left, left.Documents > 0, "%+v", left)
			for trial := range 20 {
				r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
				var shards []*keywords.PhraseCounter
				for from := 0; from < len(docs); {
					to := min(len(docs), from+1+r.IntN(30))
					shards = append(shards, counter(t, c.maxTokens, docs[from:to]...))
					from = to
				}
				for len(shards) > 1 { // two at random into one
					r.Shuffle(len(shards), func(i, j int) { shards[i], shards[j] = shards[j], shards[i] })
					last := len(shards) - 1
					before := bytesOf(t, shards[last])
					require.NoError(t, shards[0].Merge(shards[last]))
					require.Equal(t, before, bytesOf(t, shards[last]), "Merge changes its argument")
					shards = shards[:last]
				}
				require.Equal(t, want, bytesOf(t, shards[0]), "trial %d", trial)
			}
		})
	}
}

func TestMergeWithItself(t *testing.T) {
	t.Parallel()
	for _, maxTokens := range []int{0, 100} {
		docs := randomDocuments(rand.New(rand.NewPCG(3, 4)), 30)
		c := counter(t, maxTokens, docs...)
		require.NoError(t, c.Merge(c))
		require.NoError(t, c.Merge(nil))
		assert.Equal(t, bytesOf(t, counter(t, maxTokens, append(docs, docs...)...)), bytesOf(t, c))
	}
}

func TestMaxTokens(t *testing.T) {
	t.Parallel()
	var docs []counted
	for i := range 100 {
		docs = append(docs, counted{fmt.Sprint(i), "", "建设/v|网络/n|强省/x|。"}) // three words and one for the document
	}
	long := counted{"long", "", strings.Repeat("网络/n|", 200) + "。"}
	for _, c := range []struct {
		name       string
		maxTokens  int
		docs       []counted
		kept, left keywords.Size
	}{
		{"all fits", 400, docs, keywords.Size{Documents: 100, Tokens: 300}, keywords.Size{}},
		{"one does not", 399, docs, keywords.Size{Documents: 99, Tokens: 297}, keywords.Size{Documents: 1, Tokens: 3}},
		{"ten do", 40, docs, keywords.Size{Documents: 10, Tokens: 30}, keywords.Size{Documents: 90, Tokens: 270}},
		{"a longer one leaves the others alone", 200, append([]counted{long}, docs...),
			keywords.Size{Documents: 50, Tokens: 150}, keywords.Size{Documents: 51, Tokens: 350}},
		{"nothing fits", 1, docs, keywords.Size{}, keywords.Size{Documents: 100, Tokens: 300}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := table(t, counter(t, c.maxTokens, c.docs...), keywords.TableOptions{})
			assert.Equal(t, c.kept, got.Kept)
			assert.Equal(t, c.left, got.Left)
			if c.kept.Documents > 0 {
				require.NotEmpty(t, got.Rows)
				assert.Equal(t, c.kept.Documents, got.Rows[0].Documents, "exact for what is kept")
			}
		})
	}
}

func TestTableKinds(t *testing.T) {
	t.Parallel()
	var docs []counted
	for i := range 3 {
		docs = append(docs, counted{fmt.Sprint(i), "", "十八届五中全会/nz|精神/n|，|按照/p|国发〔2016〕33号/x|，|落实/v|十八届五中全会/nz|。|十八届五中全会/nz|。|学习/v|《|数据/n|安全/n|》|。|责任/n|单位/n|：|甲市/ns|。"})
	}
	kinds := map[string]keywords.PhraseKind{}
	for _, r := range table(t, counter(t, 0, docs...), keywords.TableOptions{}).Rows {
		kinds[r.Text] = r.Kind
		assert.NotZero(t, r.Evidence.Runes, r.Text)
	}
	assert.Equal(t, map[string]keywords.PhraseKind{
		"十八届五中全会": keywords.SessionName, "十八届五中全会精神": keywords.Wording, "落实十八届五中全会": keywords.Wording, "数据安全": keywords.Wording,
	}, kinds, "neither a number of a document nor the label of a form")
}

func TestTableTakesTheOptionsOfPhrases(t *testing.T) {
	t.Parallel()
	c := counter(t, 0, counted{"a", "", "网络/n|强省/x|。|数字/n|云溪/x|。"}, counted{"b", "", "网络/n|强省/x|。|数字/n|云溪/x|。"}, counted{"c", "", "网络/n|强省/x|。|数字/n|云溪/x|。"})
	assert.Len(t, table(t, c, keywords.TableOptions{}).Rows, 2)
	rows := table(t, c, keywords.TableOptions{Phrases: keywords.Phrases{StopWords: map[string]bool{"云溪": true}}}).Rows
	require.Len(t, rows, 1)
	assert.Equal(t, "网络强省", rows[0].Text)
}
