package keywords_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/keywords"
)

func cooccurrence(t testing.TB, unit keywords.Unit, terms string, docs ...string) *keywords.Cooccurrence {
	t.Helper()
	c, err := keywords.NewCooccurrence(strings.Fields(terms), unit)
	require.NoError(t, err)
	for _, d := range docs {
		c.Add(analysistest.Document(t, d))
	}
	return c
}

func TestCooccurrence(t *testing.T) {
	t.Parallel()
	const text = "网络/n|强省/x|。|网络/n|人才/n|，|网络/n|强省/x|。|\n|人才/n|。|\n|\n|农业/n|和/c|人才/n|"
	for _, c := range []struct {
		name  string
		unit  keywords.Unit
		terms string
		docs  []string
		units int
		count string // of each term, then of each pair
	}{
		{"by sentence", keywords.SentenceUnit, "网络 强省 人才 农业", []string{text}, 4, "2 2 3 1, 网络+强省 2 网络+人才 1 强省+人才 1 人才+农业 1"},
		{"by paragraph, a blank line being none", keywords.ParagraphUnit, "网络 强省 人才 农业", []string{text}, 3, "1 1 3 1, 网络+强省 1 网络+人才 1 强省+人才 1 人才+农业 1"},
		{"by document", keywords.DocumentUnit, "网络 强省 人才 农业", []string{text, "农业/n"}, 2, "1 1 1 2, 网络+强省 1 网络+人才 1 网络+农业 1 强省+人才 1 强省+农业 1 人才+农业 1"},
		{"the longest term takes the words", keywords.SentenceUnit, "网络 强省 网络强省 人才", []string{text}, 4, "1 0 2 3, 网络+网络强省 1 网络+人才 1 网络强省+人才 1"},
		{"on the borders of words", keywords.SentenceUnit, "新发展理念 创新发展理念", []string{"创新/v|发展理念/n|，|新/a|发展/vn|理念/n", "创新/v|发展/vn|理念/n"}, 2,
			"1 2, 新发展理念+创新发展理念 1"},
		{"quotation marks do not count", keywords.SentenceUnit, "十三五规划 人才", []string{"“/w|十三五/m|”/w|规划/n|和/c|“/w|人才/n|”/w"}, 1, "1 1, 十三五规划+人才 1"},
		{"other punctuation and space do", keywords.SentenceUnit, "网络强省 5g 《数据安全法》", []string{"网络/n|、/w|强省/x|，|网络/n| |强省/x|，|５Ｇ/eng|《/w|数据安全/n|法/n|》/w"}, 1,
			"0 1 1, 5g+《数据安全法》 1"},
		{"page furniture is left out", keywords.SentenceUnit, "网络 责任编辑", []string{"网络/n|。|\n|责任编辑/n|：|张/nr|三/m"}, 1, "1 0,"},
		{"no documents", keywords.SentenceUnit, "网络 强省", nil, 0, "0 0,"},
		{"no terms", keywords.SentenceUnit, "", []string{text}, 4, ","},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			terms := strings.Fields(c.terms)
			counts := func(got *keywords.Cooccurrence) string {
				var out []string
				for i := range terms {
					out = append(out, fmt.Sprint(got.Count(i)))
				}
				s := strings.Join(out, " ") + ","
				for _, p := range got.Pairs(0) {
					assert.Equal(t, p.Count, got.Both(p.B, p.A))
					s += fmt.Sprintf(" %s+%s %d", terms[p.A], terms[p.B], p.Count)
				}
				return s
			}
			got := cooccurrence(t, c.unit, c.terms, c.docs...)
			assert.Equal(t, c.units, got.Units())
			assert.Equal(t, c.count, counts(got))

			merged := cooccurrence(t, c.unit, c.terms)
			for _, d := range slices.Backward(c.docs) {
				require.NoError(t, merged.Merge(cooccurrence(t, c.unit, c.terms, d)))
			}
			assert.Equal(t, c.units, merged.Units())
			assert.Equal(t, c.count, counts(merged), "the same from parts")
		})
	}
}

func TestCooccurrenceErrors(t *testing.T) {
	t.Parallel()
	for want, terms := range map[string][]string{
		`keywords: Cooccurrence: the term "" is no key, as analysis.Key makes it`:   {""},
		`keywords: Cooccurrence: the term "5G" is no key, as analysis.Key makes it`: {"5G"},
		`keywords: Cooccurrence: the term "网络" is there twice`:                      {"网络", "网络"},
		`keywords: Cooccurrence: 2001 terms are more than 2000`:                     make([]string, 2001),
	} {
		_, err := keywords.NewCooccurrence(terms, keywords.SentenceUnit)
		assert.EqualError(t, err, want)
	}
	_, err := keywords.NewCooccurrence(nil, 9)
	assert.EqualError(t, err, "keywords: Cooccurrence: there is no unit 9")

	c := cooccurrence(t, keywords.SentenceUnit, "网络 强省", "网络/n|强省/x")
	const want = "keywords: Cooccurrence: counts of different terms or units cannot be merged"
	assert.EqualError(t, c.Merge(cooccurrence(t, keywords.DocumentUnit, "网络 强省")), want)
	assert.EqualError(t, c.Merge(cooccurrence(t, keywords.SentenceUnit, "强省 网络")), want)
	require.NoError(t, c.Merge(nil))
	require.NoError(t, c.Merge(c))
	assert.Equal(t, []int{2, 2, 2}, []int{c.Units(), c.Count(1), c.Both(0, 1)})
	assert.Equal(t, c.Count(1), c.Both(1, 1))
}

func TestAssociationByHand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name                       string
		both, a, b, units          float64
		ochiai, jaccard, pmi, npmi float64
	}{
		// 2 of 16 units have both, 4 have one and 4 the other: 1 to expect.
		{"twice what chance gives", 2, 4, 4, 16, .5, 1. / 3, 1, 1. / 3},
		{"what chance gives", 1, 4, 4, 16, .25, 1. / 7, 0, 0},
		{"half of what chance gives", 1, 4, 8, 16, 1 / math.Sqrt(32), 1. / 11, -1, -.25},
		{"never apart", 4, 4, 4, 16, 1, 1, 2, 1},
		{"in every unit", 16, 16, 16, 16, 1, 1, 0, 1},
		{"never together", 0, 4, 4, 16, 0, 0, 0, 0},
		{"one that does not occur", 0, 0, 4, 16, 0, 0, 0, 0},
		{"nothing at all", 0, 0, 0, 0, 0, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.InDelta(t, c.ochiai, keywords.Ochiai(c.both, c.a, c.b), 1e-12)
			assert.InDelta(t, c.jaccard, keywords.Jaccard(c.both, c.a, c.b), 1e-12)
			assert.InDelta(t, c.pmi, keywords.PMI(c.both, c.a, c.b, c.units), 1e-12)
			assert.InDelta(t, c.npmi, keywords.NPMI(c.both, c.a, c.b, c.units), 1e-12)
		})
	}
}

func TestPairsHaveTheirWeights(t *testing.T) {
	t.Parallel()
	c := cooccurrence(t, keywords.SentenceUnit, "甲 乙 丙", "甲/n|乙/n|。|甲/n|乙/n|。|甲/n|丙/n|。|甲/n|。|乙/n|。|乙/n|。|丙/n|。|丁/n|。")
	pairs := c.Pairs(2) // of 8 sentences 4 have 甲, 4 have 乙, 2 both
	require.Len(t, pairs, 1)
	assert.Equal(t, keywords.Pair{A: 0, B: 1, Count: 2, Ochiai: .5, Jaccard: 1. / 3}, pairs[0])
	assert.Len(t, c.Pairs(1), 2)
}

func TestStrongestPairs(t *testing.T) {
	t.Parallel()
	pairs := []keywords.Pair{
		{A: 0, B: 1, Ochiai: .9}, {A: 0, B: 2, Ochiai: .8}, {A: 1, B: 2, Ochiai: .7},
		{A: 0, B: 3, Ochiai: .1}, {A: 2, B: 3, Ochiai: .1, Count: 5}, {A: 1, B: 3, Ochiai: .1, Count: 5},
	}
	ochiai := func(p keywords.Pair) float64 { return p.Ochiai }
	for k, want := range map[int][]int{
		0: nil,
		1: {0, 1, 4}, // 0+1, the only one of 2, and of the three of 3 the one with the higher count that comes first
		2: {0, 1, 2, 4, 5},
		9: {0, 1, 2, 3, 4, 5},
	} {
		var expected []keywords.Pair
		for _, i := range want {
			expected = append(expected, pairs[i])
		}
		assert.Equal(t, expected, keywords.StrongestPairs(pairs, k, ochiai), k)
	}
}
