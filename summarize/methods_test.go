package summarize

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

// methods are all Scorers of the package.
var methods = []Scorer{
	Coverage{}, Lead{}, TextRank{}, LexRank{}, LexRank{Threshold: .1}, BM25Rank{},
	Centroid{}, LSA{}, SumBasic{}, KLSum{}, PacSum{}, MMR{}, MMR{Scorer: Centroid{}, Lambda: .5},
}

// What every method makes of the smallest texts.
func TestSmallTexts(t *testing.T) {
	t.Parallel()
	const (
		one   = "全市各地 加快推进 基础设施 项目建设 。"
		two   = "有关单位 定期公布 财政预算 收支 执行表 。"
		three = "全市各地 定期公布 项目建设 基础设施 进展表 。"
	)
	for _, c := range []struct {
		name      string
		sentences []string
		want      []int // sentences of a summary of up to three; nil for none
	}{
		{"no sentence", nil, nil},
		{"a blank line", []string{" "}, nil},
		{"a heading", []string{"#" + one}, nil},
		{"marks only", []string{"—— 。"}, nil},
		{"one sentence", []string{one}, []int{0}},
		{"one sentence under a heading", []string{"#" + two, one}, []int{1}},
		{"one sentence without a term", []string{"1111 2222 3333 4444 。"}, []int{0}},
		{"one word", []string{"改革 。"}, []int{0}},
		{"two sentences", []string{one, two}, []int{0, 1}},
		{"two that are the same", []string{one, one}, []int{0}},
		{"two of which one begins the other", []string{"全市各地 加快推进 ……", one}, []int{1}},
		{"two without a term", []string{"1111 2222 3333 4444 。", "5555 6666 7777 8888 。"}, []int{0, 1}},
		{"three sentences", []string{one, two, three}, []int{0, 1, 2}},
		{"three with a heading between", []string{one, "#" + two, two, three}, []int{0, 2, 3}},
	} {
		for _, m := range methods {
			t.Run(fmt.Sprintf("%s/%T", c.name, m), func(t *testing.T) {
				t.Parallel()
				d := newDocument(t, c.sentences...)
				scores := score(t, m, d)
				for i, s := range scores {
					assert.True(t, s >= 0 && !math.IsInf(s, 0), "sentence %d scores %v", i, s)
				}
				s, err := Summarizer{Scorer: m}.Summarize(t.Context(), d)
				if c.want == nil {
					require.ErrorIs(t, err, ErrNoSentences)
					return
				}
				require.NoError(t, err)
				var got []int
				for _, p := range s.Picks {
					got = append(got, p.Sentence)
				}
				assert.Equal(t, c.want, got)
			})
		}
	}
}

// Methods that are sums or orders, by hand.
func TestMoreScoresByHand(t *testing.T) {
	t.Parallel()
	flat := new(analysis.Corpus) // whose IDF is 1
	for _, c := range []struct {
		name      string
		scorer    Scorer
		sentences []string
		want      []float64
	}{
		{"Centroid: sums of mean counts; what occurs once counts nothing", Centroid{Corpus: flat},
			[]string{"甲 乙 。", "甲 甲 丙 。", "丁 。"}, []float64{1, 1, 0}},
		{"Centroid: sets, not bags", Centroid{Corpus: flat}, []string{"甲 甲 甲 甲 。", "甲 乙 乙 。"}, []float64{2.5, 3.5}},
		{"SumBasic: mean probability", SumBasic{}, []string{"甲 乙 。", "甲 丙 。", "丁 。"}, []float64{.3, .3, .2}},
		{"SumBasic: bags", SumBasic{}, []string{"乙 甲 甲 。", "甲 。"}, []float64{(.75 + .75 + .25) / 3, .75}},
		// P is ⅗ and ⅖: ⅔ and ⅓ diverge by 0.010, ½ and ½ by 0.020.
		{"KLSum: the order of picks", KLSum{}, []string{"乙 甲 。", "甲 乙 甲 。"}, []float64{.5, 1}},
		// The cosines are 1/√2 and ½.
		{"PacSum: later sentences count, earlier ones against", PacSum{Corpus: flat, Backward: -.5},
			[]string{"甲 。", "乙 甲 。", "乙 丙 。"}, []float64{1.5/math.Sqrt2 + .25, 1.5/2 - .5/math.Sqrt2 + .25, 0}},
		{"PacSum: both alike", PacSum{Corpus: flat, Backward: .5}, []string{"甲 。", "乙 甲 。", "乙 丙 。"}, []float64{.5/math.Sqrt2 - .25, .5 / math.Sqrt2, 0}},
		// Entries are counts × ln 2; each sentence is a topic, and its σ its length.
		{"LSA: nothing in common, so each its own length", LSA{}, []string{"甲 乙 。", "丙 。"}, []float64{math.Sqrt2 * math.Ln2, math.Ln2}},
		{"LSA: weak topics are left out", LSA{}, []string{"甲 甲 甲 。", "丙 。"}, []float64{3 * math.Ln2, 0}},
		{"MMR: the scores of its Scorer", MMR{Scorer: Lead{}}, []string{"甲 。", "乙 。"}, []float64{1, .5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.InDeltaSlice(t, c.want, score(t, c.scorer, newDocument(t, c.sentences...)), 1e-12)
		})
	}
}

// The matrix of BM25Rank that is never stored is that of the formula.
func TestBM25Matrix(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 11))
		d := newDocument(t, randomSentences(r, 1+r.IntN(30))...)
		m := newRows(d, rankable(d))
		n := len(m.sentences)
		size, mean := make([]float64, n), 0.0
		count := make([]map[analysis.TermID]float64, n)
		for i := range n {
			count[i] = make(map[analysis.TermID]float64)
			for e := m.first[i]; e < m.first[i+1]; e++ {
				count[i][m.terms[e]] = float64(m.counts[e])
				size[i] += float64(m.counts[e])
			}
			mean += size[i] / float64(n)
		}
		bm25 := func(query, document int) float64 {
			sum := 0.0
			for t := range count[query] {
				f, df := count[document][t], float64(m.df[t])
				sum += math.Log(1+(float64(n)-df+.5)/(df+.5)) * f * 2.2 / (f + 1.2*(.25+.75*size[document]/mean))
			}
			return sum
		}
		matrix := dense(n, newBM25(m).mul)
		for i := range n {
			for j := range n {
				want := 0.0
				if i != j {
					want = bm25(i, j) + bm25(j, i)
				}
				require.InDelta(t, want, matrix[i][j], 1e-9)
			}
		}
	}
}

// Folding in gives the sentences that were decomposed the scores of the paper's
// formula: those of the whole decomposition are lengths of the projections.
func TestLSAOfMoreSentencesThanAreDecomposed(t *testing.T) {
	t.Parallel()
	d := newDocument(t, randomSentences(rand.New(rand.NewPCG(4, 4)), 3*maxLSASentences)...)
	scores := score(t, LSA{}, d)
	scored := 0
	for _, s := range scores {
		if s > 0 {
			scored++
		}
	}
	assert.Greater(t, scored, 2*maxLSASentences, "the others are folded in")
}

func TestMMRPicksWhatIsDifferent(t *testing.T) {
	t.Parallel()
	sentences := []string{
		"甲县 乙县 丙县 丁县 戊县 己县 庚县 推进 改革 开放 。",
		"甲县 乙县 丙县 丁县 戊县 己县 庚县 加强 基层 治理 。", // like the first, but not the same
		"学校 医院 优先 配备 教师 医生 护理 人员 编制 待遇 。",
	}
	plain := Summarizer{Scorer: fixed{3, 2.9, 2.8}, Sentences: 2}
	s, err := plain.Summarize(t.Context(), newDocument(t, sentences...))
	require.NoError(t, err)
	assert.Equal(t, []int{0, 1}, []int{s.Picks[0].Sentence, s.Picks[1].Sentence})
	mmr := Summarizer{Scorer: MMR{Scorer: plain.Scorer}, Sentences: 2}
	s, err = mmr.Summarize(t.Context(), newDocument(t, sentences...))
	require.NoError(t, err)
	assert.Equal(t, []int{0, 2}, []int{s.Picks[0].Sentence, s.Picks[1].Sentence})
	relevance := Summarizer{Scorer: MMR{Scorer: plain.Scorer, Lambda: 1}, Sentences: 2}
	s, err = relevance.Summarize(t.Context(), newDocument(t, sentences...))
	require.NoError(t, err)
	assert.Equal(t, []int{0, 1}, []int{s.Picks[0].Sentence, s.Picks[1].Sentence}, "with λ = 1, difference counts nothing")
}

func TestOptionsOfMethodsAreChecked(t *testing.T) {
	t.Parallel()
	d := newDocument(t, long...)
	for _, c := range []struct {
		scorer Scorer
		want   string
	}{
		{MMR{Lambda: 1.5}, `summarize: document "test": MMR: the weight 1.5 of relevance is not above 0 and up to 1`},
		{MMR{Lambda: math.NaN()}, `summarize: document "test": MMR: the weight NaN of relevance is not above 0 and up to 1`},
		{PacSum{Backward: -2}, `summarize: document "test": PacSum: the weight -2 of earlier sentences is not from -1 to 1`},
		{BM25Rank{Damping: 2}, `summarize: document "test": BM25Rank: the damping 2 is not between 0 and 1`},
	} {
		_, err := Summarizer{Scorer: c.scorer}.Summarize(t.Context(), d)
		assert.EqualError(t, err, c.want)
	}
}
