package keywords_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/keywords"
)

// words is a document with terms of many parts of speech: 网信 has tag x and
// 五中全会 tag j.
const words = "学习/v|五中全会/j|精神/n|，|做好/v|网信/x|工作/vn|。|五中全会/j|精神/n|是/v|科学/n|指南/n|。|" +
	"重要/a|的/uj|是/v|推进/v|网信/x|工作/vn|，|发展/vn|5G/eng|。"

func TestTFIDFByHand(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, words)
	var corpus analysis.Corpus
	for _, other := range []string{"精神/n|科学/n|。", "精神/n|。", "工作/vn|精神/n|。"} {
		corpus.Add(analysistest.Document(t, other))
	}
	scores, err := keywords.TFIDF{Corpus: &corpus}.Score(t.Context(), d)
	require.NoError(t, err)
	// The terms: 学习 五中全会 精神 网信 工作 五中全会 精神 科学 指南 推进 网信 工作
	// 发展 5G. 做好, 重要 and 是 are stop words.
	total := 0
	for _, x := range d.Terms {
		total += x.Count
	}
	require.Equal(t, 14, total)
	want := map[string]float64{ // count/14 × (ln(4/(1+df)) + 1)
		"五中全会": 2.0 / 14 * (math.Log(4.0/1) + 1),
		"精神":   2.0 / 14 * (math.Log(4.0/4) + 1),
		"网信":   2.0 / 14 * (math.Log(4.0/1) + 1),
		"工作":   0, // a verbal noun
		"科学":   1.0 / 14 * (math.Log(4.0/2) + 1),
		"5G":   1.0 / 14 * (math.Log(4.0/1) + 1),
		"学习":   0, // a verb
	}
	for i, x := range d.Terms {
		if w, ok := want[x.Text]; ok {
			assert.InDelta(t, w, scores[i], 1e-12, x.Text)
		}
	}
}

func TestTags(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, words)
	for _, c := range []struct {
		name string
		tags []string
		want []string
	}{
		{"by default nouns, abbreviations, Latin words and unknown words", nil,
			[]string{"五中全会", "网信", "精神", "科学", "指南", "5G"}},
		{"verbs and verbal nouns", []string{"v"}, []string{"工作", "学习", "推进", "发展"}},
		{"none", []string{}, []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for name, s := range map[string]keywords.Scorer{
				"TF-IDF":   keywords.TFIDF{Corpus: &analysis.Corpus{}, Tags: c.tags},
				"TextRank": keywords.TextRank{Tags: c.tags},
			} {
				scores, err := s.Score(t.Context(), d)
				require.NoError(t, err)
				got := []string{}
				for _, k := range keywords.Top(d, scores, -1) {
					got = append(got, k.Text)
				}
				assert.ElementsMatch(t, c.want, got, name)
			}
		})
	}
}

// TestTextRankAgainstGonum builds the co-occurrence graph once more, by the
// definition, and compares with gonum's PageRank.
func TestTextRankAgainstGonum(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, words)
	for _, window := range []int{2, 3, 5, 10} {
		t.Run(fmt.Sprint("window ", window), func(t *testing.T) {
			t.Parallel()
			g := simple.NewWeightedDirectedGraph(0, 0)
			weight := map[[2]int64]float64{}
			for i, x := range d.Terms {
				if x.Tag != "v" && x.Tag != "vn" && x.Tag != "a" {
					g.AddNode(simple.Node(i))
				}
			}
			for _, s := range d.Sentences {
				var ws []analysis.Token
				for _, x := range s.Tokens {
					if x.Kind == analysis.KindWord || x.Kind == analysis.KindLatin {
						ws = append(ws, x)
					}
				}
				for i := range ws {
					for j := range ws {
						a, b := int64(ws[i].Term), int64(ws[j].Term)
						if i != j && j-i < window && i-j < window && a != b && g.Node(a) != nil && g.Node(b) != nil {
							weight[[2]int64{a, b}]++
						}
					}
				}
			}
			for e, w := range weight {
				g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(e[0]), T: simple.Node(e[1]), W: w})
			}
			want := network.PageRankSparse(g, 0.85, 1e-12)
			scores, err := keywords.TextRank{Window: window, Tolerance: 1e-12}.Score(t.Context(), d)
			require.NoError(t, err)
			for i := range scores {
				assert.InDelta(t, want[int64(i)], scores[i], 1e-9, d.Terms[i].Text)
			}
		})
	}
}

func TestTop(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, "网信/x|工作/vn|，|网信/x|经济/n|。")
	for _, c := range []struct {
		name   string
		scores []float64
		n      int
		want   []string
	}{
		{"best first", []float64{1, 3, 2}, 3, []string{"工作", "经济", "网信"}},
		{"at most n", []float64{1, 3, 2}, 2, []string{"工作", "经济"}},
		{"ties in text order", []float64{1, 1, 1}, 3, []string{"网信", "工作", "经济"}},
		{"equal after rounding is a tie", []float64{1, 1 + 1e-15, 1}, 3, []string{"网信", "工作", "经济"}},
		{"zero is left out", []float64{0, 1, 0}, 3, []string{"工作"}},
		{"all", []float64{1, 3, 2}, -1, []string{"工作", "经济", "网信"}},
		{"none", []float64{1, 3, 2}, 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, k := range keywords.Top(d, c.scores, c.n) {
				got = append(got, k.Text)
			}
			assert.Equal(t, c.want, got)
		})
	}
	top := keywords.Top(d, []float64{1, 0, 0}, 1)
	assert.Equal(t, []keywords.Keyword{{Text: "网信", Score: 1, Count: 2, Tag: "x", Mentions: []analysis.Span{{Start: 0, End: 6}, {Start: 15, End: 21}}}}, top)
}
