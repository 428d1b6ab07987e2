package summarize

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

func score(t testing.TB, s Scorer, d *analysis.Document) []float64 {
	t.Helper()
	scores, err := s.Score(context.Background(), d)
	require.NoError(t, err)
	require.Len(t, scores, len(d.Sentences))
	return scores
}

// The expected scores solve PageRank's equations by hand: on the path
// 1 -a- 2 -b- 3 with damping 1/2, p2 = 4/9, p1 = 1/6 + a/(a+b)·2/9 and p3 =
// 1/6 + b/(a+b)·2/9; with the edge 1-2 alone, p = 2/5, 2/5, 1/5.
func path(a, b float64) []float64 {
	return []float64{1./6 + a/(a+b)*2/9, 4. / 9, 1./6 + b/(a+b)*2/9}
}

var lonely = []float64{.4, .4, .2}

func TestScoresByHand(t *testing.T) {
	t.Parallel()
	text := TextRank{Damping: .5, Tolerance: 1e-13}
	lex := LexRank{Damping: .5, Tolerance: 1e-13}
	with := func(c *analysis.Corpus, threshold float64, reach int) LexRank {
		l := lex
		l.Corpus, l.Threshold, l.Reach = c, threshold, reach
		return l
	}
	empty := new(analysis.Corpus) // whose IDF is 1
	h, k := math.Log(1.5), math.Log(3)
	for _, c := range []struct {
		name      string
		scorer    Scorer
		sentences []string
		want      []float64
	}{
		// Overlaps 2/(ln 2 + ln 4) and 2/(ln 4 + ln 4) are as 4 to 3.
		{"TextRank: overlap over the sum of the logarithms", text,
			[]string{"乙 甲 。", "甲 乙 丙 丁 。", "丙 丁 戊 己 。"}, path(4, 3)},
		{"TextRank: sets, not bags", text,
			[]string{"甲 乙 甲 乙 。", "甲 乙 丙 丁 丁 。", "丙 丁 丁 戊 己 。"}, path(4, 3)},
		{"TextRank: sentences of one term each are not joined", text,
			[]string{"甲 乙 。", "乙 丙 。", "丁 。"}, lonely},
		{"TextRank: a sentence of one term is joined to a longer one", text,
			[]string{"甲 。", "乙 甲 。", "丙 乙 。"}, path(1/math.Ln2, 1/(2*math.Ln2))},
		{"TextRank: no terms at all", text, []string{"1 。", "2 。"}, []float64{.5, .5}},

		// Without IDF the cosines are 1/2 and 1/√10.
		{"LexRank: cosine of counts", with(empty, 0, 0),
			[]string{"甲 乙 。", "甲 丙 。", "丙 丁 丁 。"}, path(.5, 1/math.Sqrt(10))},
		{"LexRank: IDF over the sentences", lex,
			[]string{"甲 乙 。", "甲 丙 。", "丙 丁 丁 。"}, path(1/math.Hypot(h, k), 1/math.Hypot(h, 2*k))},
		{"LexRank: a term of all sentences weighs nothing", lex,
			[]string{"甲 己 乙 。", "甲 己 丙 。", "丙 己 丁 丁 。"}, path(1/math.Hypot(h, k), 1/math.Hypot(h, 2*k))},
		{"LexRank: nothing in common", lex, []string{"甲 乙 。", "丙 丁 。"}, []float64{.5, .5}},
		{"LexRank: edges above the threshold weigh 1", with(empty, .3, 0),
			[]string{"甲 乙 。", "甲 丙 。", "丙 丁 丁 。"}, path(1, 1)},
		{"LexRank: edges below the threshold are dropped", with(empty, .4, 0),
			[]string{"甲 乙 。", "甲 丙 。", "丙 丁 丁 。"}, lonely},
		{"LexRank: sentences beyond the reach are not joined", with(empty, .3, 1),
			[]string{"甲 乙 。", "甲 丙 。", "丙 丁 甲 。"}, path(1, 1)},
		{"LexRank: sentences within the reach are", with(empty, .3, 2),
			[]string{"甲 乙 。", "甲 丙 。", "丙 丁 甲 。"}, []float64{1. / 3, 1. / 3, 1. / 3}},

		{"Lead: the earlier the better", Lead{},
			[]string{"!甲 乙", "甲 乙 。", " ", "丙 。", "丁 。", "~戊 。", "己 。"}, []float64{0, 1, 0, .75, .5, 0, .25}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.InDeltaSlice(t, c.want, score(t, c.scorer, newDocument(t, c.sentences...)), 1e-12)
		})
	}
}

// Whatever is not ranked scores 0, and the others as if it were not there.
func TestOnlyRankableSentencesScore(t *testing.T) {
	t.Parallel()
	sentences := []string{"甲 乙 丙 。", "甲 丙 丁 。", "乙 丁 戊 。", "甲 戊 ！"}
	for _, c := range []struct {
		name      string
		sentences []string
		at        []int // where the four are
	}{
		{"every other role", []string{"!甲 乙 丁", "@甲 ：", sentences[0], "#甲 乙 丙 。", sentences[1], " ", sentences[2], "~甲 乙 ：", sentences[3]}, []int{2, 4, 6, 8}},
		{"a repeat of an earlier sentence", []string{sentences[0], sentences[1], sentences[2], sentences[1], sentences[3]}, []int{0, 1, 2, 4}},
		{"a repeat with other quotation marks", []string{sentences[0], sentences[1], "甲 “ 丙 ” 丁 。", sentences[2], sentences[3]}, []int{0, 1, 3, 4}},
		{"a repeat with another final mark", []string{sentences[0], "甲 乙 丙 ；", "甲 乙 丙", sentences[1], sentences[2], sentences[3]}, []int{0, 3, 4, 5}},
		{"the beginning of a later sentence", []string{"甲 乙 ……", sentences[0], sentences[1], sentences[2], sentences[3]}, []int{1, 2, 3, 4}},
		{"the beginning of an earlier sentence", []string{sentences[0], sentences[1], "甲 丙 。", sentences[2], sentences[3]}, []int{0, 1, 3, 4}},
		{"beginnings of beginnings", []string{"甲 。", "甲 丙 。", sentences[0], sentences[1], sentences[2], sentences[3]}, []int{2, 3, 4, 5}},
		{"no letter and no digit", []string{sentences[0], "—— 。", sentences[1], "。", sentences[2], sentences[3]}, []int{0, 2, 4, 5}},
	} {
		for _, s := range methods[1:] { // for Coverage, titles and headings count
			t.Run(fmt.Sprintf("%s/%T", c.name, s), func(t *testing.T) {
				t.Parallel()
				want := make([]float64, len(c.sentences))
				for k, v := range score(t, s, newDocument(t, sentences...)) {
					want[c.at[k]] = v
				}
				assert.InDeltaSlice(t, want, score(t, s, newDocument(t, c.sentences...)), 1e-12)
			})
		}
	}
}

func TestRepeatedTextScoresAsOneCopy(t *testing.T) {
	t.Parallel()
	once := randomSentences(rand.New(rand.NewPCG(3, 3)), 40)
	var often []string
	for range 100 {
		often = append(often, once...)
	}
	for _, s := range methods {
		got := score(t, s, newDocument(t, often...))
		assert.Equal(t, score(t, s, newDocument(t, once...)), got[:len(once)], "%T", s)
		for _, v := range got[len(once):] {
			require.Zero(t, v)
		}
	}
}

func TestOrderOfSentencesDoesNotMatter(t *testing.T) {
	t.Parallel()
	for seed := range uint64(10) {
		r := rand.New(rand.NewPCG(seed, 4))
		sentences := randomSentences(r, 50)
		order := r.Perm(len(sentences))
		shuffled := make([]string, len(sentences))
		for i, k := range order {
			shuffled[i] = sentences[k]
		}
		for _, s := range []Scorer{TextRank{}, LexRank{}, LexRank{Threshold: .1}} {
			want := score(t, s, newDocument(t, sentences...))
			got := score(t, s, newDocument(t, shuffled...))
			for i, k := range order {
				require.InDelta(t, want[k], got[i], 1e-12, "%T, seed %d", s, seed)
			}
		}
	}
}

// dense returns the matrix that mul multiplies by.
func dense(n int, mul func(dst, x []float64)) [][]float64 {
	out := make([][]float64, n)
	x := make([]float64, n)
	for j := range out {
		out[j] = make([]float64, n)
		x[j] = 1
		mul(out[j], x)
		x[j] = 0
	}
	return out
}

// The matrices that are never stored are those of the papers' formulas.
func TestImplicitMatrices(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 5))
		d := newDocument(t, mixed(r, randomSentences(r, 1+r.IntN(40)))...)
		m := newRows(d, rankable(d))
		n := len(m.sentences)
		count := make([]map[analysis.TermID]float64, n)
		df := make(map[analysis.TermID]float64)
		for i, s := range m.sentences {
			count[i] = make(map[analysis.TermID]float64)
			for _, tok := range d.Sentences[s].Tokens {
				if tok.Term != analysis.NoTerm {
					if count[i][tok.Term]++; count[i][tok.Term] == 1 {
						df[tok.Term]++
					}
				}
			}
		}
		idf := func(t analysis.TermID) float64 { return math.Log(float64(n) / df[t]) }
		length := func(i int) float64 {
			sum := 0.0
			for t, c := range count[i] {
				sum += c * c * idf(t) * idf(t)
			}
			return math.Sqrt(sum)
		}
		textRank := dense(n, newOverlap(m).mul)
		c := newCosines(m, LexRank{}.idf(d, m))
		lexRank := dense(n, c.mul)
		joined := make(map[[2]int32]bool)
		for _, e := range c.edges(.1, 7) {
			require.Less(t, e.U, e.V)
			require.False(t, joined[[2]int32{e.U, e.V}], "twice")
			joined[[2]int32{e.U, e.V}] = true
		}
		for i := range n {
			for j := range n {
				overlap, cosine := 0.0, 0.0
				for t, c := range count[i] {
					if count[j][t] > 0 && i != j {
						overlap++
						cosine += c * count[j][t] * idf(t) * idf(t)
					}
				}
				if overlap > 0 {
					overlap /= math.Log(float64(len(count[i]))) + math.Log(float64(len(count[j])))
				}
				if math.IsInf(overlap, 1) {
					overlap = 0
				}
				if cosine > 0 {
					cosine /= length(i) * length(j)
				}
				require.InDelta(t, overlap, textRank[i][j], 1e-12)
				require.InDelta(t, cosine, lexRank[i][j], 1e-12)
				if i < j {
					require.Equal(t, cosine > .1 && j-i <= 7, joined[[2]int32{int32(i), int32(j)}])
				}
			}
		}
	}
}

// An isolated sentence must not get its neighbours from rounding errors.
func TestIsolatedSentencesHaveNoWeight(t *testing.T) {
	t.Parallel()
	d := newDocument(t, "甲 乙 丙 。", "丁 戊 己 庚 辛 。", "丁 壬 癸 。")
	m := newRows(d, rankable(d))
	assert.Zero(t, sums(3, newOverlap(m).mul)[0])
	assert.Zero(t, sums(3, newCosines(m, LexRank{}.idf(d, m)).mul)[0])
}

// Not parallel: it sets GOMAXPROCS.
func TestSameScoresWhateverGOMAXPROCS(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	d := newDocument(t, randomSentences(rand.New(rand.NewPCG(9, 9)), 300)...)
	for _, s := range methods {
		runtime.GOMAXPROCS(1)
		want := score(t, s, d)
		for _, n := range []int{2, 4, 7} {
			runtime.GOMAXPROCS(n)
			assert.Equal(t, want, score(t, s, d))
		}
	}
}

func TestScorerErrors(t *testing.T) {
	t.Parallel()
	d := newDocument(t, "甲 乙 。", "甲 丙 。")
	for _, c := range []struct {
		name   string
		scorer Scorer
		want   string
	}{
		{"TextRank damping", TextRank{Damping: 1}, `summarize: document "test": TextRank: the damping 1 is not between 0 and 1`},
		{"TextRank tolerance", TextRank{Tolerance: -1}, `summarize: document "test": TextRank: the tolerance -1 is not a positive number`},
		{"LexRank damping", LexRank{Damping: math.NaN()}, `summarize: document "test": LexRank: the damping NaN is not between 0 and 1`},
		{"LexRank threshold 1", LexRank{Threshold: 1}, `summarize: document "test": LexRank: the threshold 1 is not at least 0 and below 1`},
		{"LexRank threshold NaN", LexRank{Threshold: math.NaN()}, `summarize: document "test": LexRank: the threshold NaN is not at least 0 and below 1`},
		{"LexRank reach", LexRank{Reach: -1}, `summarize: document "test": LexRank: the reach of -1 sentences is negative`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			scores, err := c.scorer.Score(t.Context(), d)
			assert.Nil(t, scores)
			require.EqualError(t, err, c.want)
			_, err = Summarizer{Scorer: c.scorer}.Summarize(t.Context(), d)
			assert.EqualError(t, err, c.want)
		})
	}
	for _, s := range methods {
		t.Run(fmt.Sprintf("cancelled/%T", s), func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			_, err := s.Score(ctx, d)
			require.ErrorIs(t, err, context.Canceled)
			_, err = Summarizer{Scorer: s}.Summarize(ctx, d)
			assert.ErrorIs(t, err, context.Canceled)
		})
	}
	for _, s := range methods {
		assert.Empty(t, score(t, s, newDocument(t)), "an empty document has no scores")
	}
}

func BenchmarkScore(b *testing.B) {
	for _, n := range []int{300, 3_000, 30_000} {
		d := newDocument(b, randomSentences(rand.New(rand.NewPCG(1, 1)), n)...)
		for _, s := range methods {
			name := fmt.Sprintf("%T", s)
			if l, ok := s.(LexRank); ok && l.Threshold > 0 {
				name += "Threshold"
			}
			b.Run(fmt.Sprintf("%s/sentences=%d", name[len("summarize."):], n), func(b *testing.B) {
				b.SetBytes(int64(len(d.Text)))
				b.ReportAllocs()
				for b.Loop() {
					score(b, s, d)
				}
			})
		}
	}
}
