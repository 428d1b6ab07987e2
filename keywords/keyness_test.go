package keywords_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/keywords"
)

func TestKeynessByHand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name                           string
		count, total, refCount, refAll float64
		g2, ratio, percent             float64
	}{
		// 15 in 3,000: 5 and 10 to expect. 2·(10·ln 2 + 5·ln ½) = 10·ln 2; four
		// times as frequent.
		{"more frequent", 10, 1000, 5, 2000, 10 * math.Ln2, 2, 300},
		{"less frequent", 5, 2000, 10, 1000, 10 * math.Ln2, -2, -75},
		{"as frequent", 3, 300, 5, 500, 0, 0, 0},
		// 4 to expect in each: 2·8·ln 2. 8 to ½.
		{"absent from the reference", 8, 100, 0, 100, 16 * math.Ln2, 4, 1500},
		{"absent from the study corpus", 0, 100, 8, 100, 16 * math.Ln2, -4, -100},
		{"in neither", 0, 100, 0, 100, 0, 0, 0},
		{"no reference", 8, 100, 0, 0, 0, 0, 0},
		{"no study corpus", 0, 0, 8, 100, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.InDelta(t, c.g2, keywords.LogLikelihood(c.count, c.total, c.refCount, c.refAll), 1e-9)
			assert.InDelta(t, c.ratio, keywords.LogRatio(c.count, c.total, c.refCount, c.refAll), 1e-9)
			assert.InDelta(t, c.percent, keywords.PercentDiff(c.count, c.total, c.refCount, c.refAll), 1e-9)
		})
	}
}

func countsOf(t testing.TB, docs ...string) *keywords.Counts {
	t.Helper()
	var c keywords.Counts
	for _, d := range docs {
		c.Add(analysistest.Document(t, d))
	}
	return &c
}

func TestCounts(t *testing.T) {
	t.Parallel()
	c := countsOf(t, "网络/n|，|网络/n|强省/x|。", "网络/n|服务/vn|\n|责任编辑/n|：|张/nr|三/m")
	check := func(t *testing.T, c *keywords.Counts, times int) {
		t.Helper()
		assert.Equal(t, 5*times, c.Total(), "without page furniture")
		assert.Equal(t, 3*times, c.Count("网络"))
		assert.Equal(t, 1*times, c.Count("强省"))
		assert.Zero(t, c.Count("责任编辑"))
		assert.Equal(t, 2*times, c.Documents().Len())
		assert.Equal(t, 2*times, c.Documents().DocumentFrequency("网络"))
		assert.Equal(t, 1*times, c.Documents().DocumentFrequency("服务"))
	}
	check(t, c, 1)
	var all keywords.Counts
	all.Merge(nil)
	all.Merge(c)
	check(t, &all, 1)
	all.Merge(c)
	check(t, &all, 2)
	all.Merge(&all)
	check(t, &all, 4)
	check(t, c, 1)

	var none *keywords.Counts
	assert.Zero(t, none.Total())
	assert.Zero(t, none.Count("网络"))
	assert.Zero(t, none.Documents().Len())
}

func TestCompare(t *testing.T) {
	t.Parallel()
	study := countsOf(t, strings.Repeat("网络/n|", 8)+"城乡/n|。", "网络/n|城乡/n|。")
	reference := countsOf(t, "网络/n|"+strings.Repeat("农业/n|", 8)+"城乡/n|。", "城乡/n|")
	rows := keywords.Compare(study, reference)
	var keys []string
	for _, r := range rows {
		keys = append(keys, r.Key)
	}
	assert.Equal(t, []string{"网络", "城乡", "农业"}, keys, "overused first, underused last")
	assert.Equal(t, keywords.Keyness{
		Key: "网络", Count: 9, RefCount: 1, Docs: 2, RefDocs: 1,
		// 11 terms each, 5 to expect
		G2: rows[0].G2, LogRatio: math.Log2(9), PercentDiff: rows[0].PercentDiff,
	}, rows[0])
	assert.InDelta(t, 2*(9*math.Log(1.8)+math.Log(.2)), rows[0].G2, 1e-9)
	assert.InDelta(t, 800, rows[0].PercentDiff, 1e-9)
	assert.Zero(t, rows[1].G2)
	assert.Equal(t, rows, keywords.Compare(study, reference), "the same bits again")
	assert.Empty(t, keywords.Compare(nil, nil))
	for _, r := range keywords.Compare(study, nil) {
		assert.Zero(t, r.G2, "there is nothing to compare with")
	}
}

func TestContrastByHand(t *testing.T) {
	t.Parallel()
	d := networkDocument(t)
	// The reference has 12 terms, as d has: 4 群众, 2 网络 and 6 others.
	reference := countsOf(t, "群众/n|群众/n|群众/n|群众/n|。", "网络/n|网络/n|强省/x|强省/x|强省/x|强省/x|强省/x|强省/x|。")
	got := scoresOf(t, keywords.Contrast{Reference: reference}, d)
	// 数字政府 occurs twice in d, not in the reference, nor do its words. 网络强省
	// does not either, but its words are in one of two documents each, so that its
	// IDF is between ln(3/2)+1 and 2·ln(3/2)+1: 3·(3/2)^−1.5 − 1 = 0.63 documents.
	// 群众 and 网络 are more frequent in the reference.
	absent := 3*math.Pow(1.5, -1.5) - 1
	require.Len(t, got, 2)
	assert.InDelta(t, 4*math.Ln2, got["数字政府"], 1e-9)
	mean := (2 + absent) / 2
	assert.InDelta(t, 2*(2*math.Log(2/mean)+absent*math.Log(absent/mean)), got["网络强省"], 1e-9)

	// By document frequencies alone: 群众 1, 网络 1 and 强省 1 of 3 in all.
	got = scoresOf(t, keywords.Contrast{Corpus: reference.Documents()}, d)
	require.NotContains(t, got, "群众", "a quarter here, a third there")
	// 2 of 12 and none of 3: 2·2·ln(2 / (12·2/15)) = 4·ln 1.25
	assert.InDelta(t, 4*math.Log(1.25), got["数字政府"], 1e-9)

	_, err := keywords.Contrast{Reference: &keywords.Counts{}}.Score(t.Context(), d)
	assert.EqualError(t, err, "keywords: Contrast: the reference is empty")
	_, err = keywords.Contrast{Corpus: &analysis.Corpus{}}.Score(t.Context(), d)
	assert.EqualError(t, err, "keywords: Contrast: the reference is empty")
}

func TestComparePhrases(t *testing.T) {
	t.Parallel()
	row := func(text string, count int, groups ...keywords.GroupCount) keywords.PhraseRow {
		return keywords.PhraseRow{Text: text, Count: count, Groups: groups}
	}
	table := &keywords.PhraseTable{
		Groups: []keywords.GroupSize{{Group: "2005", Size: keywords.Size{Documents: 1, Tokens: 100}}, {Group: "2013", Size: keywords.Size{Documents: 2, Tokens: 100}}, {Group: "2016"}},
		Rows: []keywords.PhraseRow{
			row("和谐社会", 8, keywords.GroupCount{Group: "2005", Count: 6, All: 8, Documents: 1}),
			row("科学发展观", 10, keywords.GroupCount{Group: "2005", All: 1, Documents: 1}, keywords.GroupCount{Group: "2013", Count: 9, All: 9, Documents: 2}),
			row("落实科学发展观", 0, keywords.GroupCount{Group: "2013", All: 3, Documents: 1}),
			row("改革GDP", 4, keywords.GroupCount{Group: "2005", Count: 2, All: 2, Documents: 1}, keywords.GroupCount{Group: "2013", Count: 2, All: 2, Documents: 1}),
			row("新常态", 4, keywords.GroupCount{Group: "2016", Count: 4, All: 4, Documents: 1}),
		},
	}
	rows := table.Compare("2013", "2005")
	var keys []string
	for _, r := range rows {
		keys = append(keys, r.Key)
	}
	assert.Equal(t, []string{"科学发展观", "改革gdp", "和谐社会"}, keys, "neither what is inside others only, nor what is in other groups only")
	assert.Equal(t, keywords.Keyness{
		Key: "科学发展观", Count: 9, RefCount: 1, Docs: 2, RefDocs: 1,
		G2: rows[0].G2, LogRatio: rows[0].LogRatio, PercentDiff: rows[0].PercentDiff,
	}, rows[0])
	assert.InDelta(t, 2*(9*math.Log(1.8)+math.Log(.2)), rows[0].G2, 1e-9)
	assert.InDelta(t, math.Log2(9), rows[0].LogRatio, 1e-12)
	assert.Zero(t, rows[1].G2)
	for _, r := range table.Compare("2013", "1999") {
		assert.Zero(t, r.G2, "there is nothing to compare with")
	}
}

// The critical values of the χ² distribution with one degree of freedom, as in
// every table.
func TestSignificance(t *testing.T) {
	t.Parallel()
	for p, g2 := range map[float64]float64{.05: 3.841459, .01: 6.634897, .001: 10.827566, .0001: 15.136705, 1: 0} {
		assert.InDelta(t, p, keywords.Significance(g2), p*1e-6)
	}
	assert.Equal(t, 1.0, keywords.Significance(-1))
}
