package keywords_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/keywords"
)

// years makes a period of 1,000 words and one document for each count.
func years(t testing.TB, counts string) (periods []keywords.GroupSize, found []keywords.GroupCount) {
	t.Helper()
	for i, c := range strings.Fields(counts) {
		year := fmt.Sprint(2001 + i)
		periods = append(periods, keywords.GroupSize{Group: year, Size: keywords.Size{Documents: 1, Tokens: 1000}})
		n, err := strconv.Atoi(c)
		require.NoError(t, err)
		if n > 0 {
			found = append(found, keywords.GroupCount{Group: year, All: n, Documents: 1})
		}
	}
	return periods, found
}

// spans writes spans as years.
func spans(l keywords.Life) string {
	var out []string
	for _, s := range l.Spans {
		out = append(out, fmt.Sprintf("%d-%d", 2001+s.First, 2001+s.Last))
	}
	return strings.Join(out, " ")
}

func TestLives(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		l      keywords.Lives
		counts string
		kind   keywords.LifeKind
		spans  string
		g2     float64
		ratio  float64
	}{
		// Of ten periods, two are recent and two make an absence, unless fields say
		// otherwise. G² of none in one time and n in another that is the share p of
		// both is −2·n·ln p.
		{"all the time", keywords.Lives{}, "3 3 3 3 3 3 3 3 3 3", keywords.Steady, "2001-2010", 0, 0},
		{"gone", keywords.Lives{}, "5 5 5 5 5 5 5 5 0 0", keywords.Gone, "2001-2008", 80 * math.Log(1.25), math.Log2(.05)},
		{"not gone where so rare a phrase may be absent by chance", keywords.Lives{}, "1 1 1 1 1 1 1 1 0 0", keywords.Steady, "2001-2008", 16 * math.Log(1.25), math.Log2(.25)},
		{"gone, if that is enough", keywords.Lives{MinG2: 3}, "1 1 1 1 1 1 1 1 0 0", keywords.Gone, "2001-2008", 16 * math.Log(1.25), math.Log2(.25)},
		{"not gone after one period", keywords.Lives{}, "5 5 5 5 5 5 5 5 5 0", keywords.Steady, "2001-2009",
			2 * (5*math.Log(5/9.) + 40*math.Log(40/36.)), -1},
		{"gone long ago", keywords.Lives{}, "9 9 0 0 0 0 0 0 0 0", keywords.Gone, "2001-2002", 36 * math.Log(5), math.Log2(.5 / 8 / 9)},
		{"gone but for a stray use", keywords.Lives{}, "9 9 9 9 0 0 1 0 0 0", keywords.Gone, "2001-2004",
			2 * (math.Log(1/22.2) + 36*math.Log(36/14.8)), math.Log2(1. / 6 / 9)},
		{"new", keywords.Lives{}, "0 0 0 0 0 0 0 0 4 6", keywords.New, "2009-2010", 20 * math.Log(5), math.Log2(5 / (.5 / 8))},
		{"new though used once before", keywords.Lives{}, "0 0 1 0 0 0 0 0 9 9", keywords.New, "2009-2010",
			2 * (math.Log(1/15.2) + 18*math.Log(18/3.8)), math.Log2(9 * 8)},
		{"new and in its last period absent", keywords.Lives{Recent: 3}, "0 0 0 0 0 0 0 4 6 0", keywords.New, "2008-2009", 20 * math.Log(4.5), math.Log2(5 / (.5 / 7))},
		{"new and gone again", keywords.Lives{Recent: 4}, "0 0 0 0 0 0 9 9 0 0", keywords.Gone, "2007-2008", 36 * math.Log(2), math.Log2(.25 / 9)},
		{"new is not what began before the recent periods", keywords.Lives{}, "0 0 0 0 0 0 6 6 6 6", keywords.Steady, "2007-2010", 0, 0},
		{"one document is too little to be new", keywords.Lives{}, "0 0 0 0 0 0 0 0 0 9", keywords.Unsettled, "", 0, 0},
		{"one document is enough, if so wanted", keywords.Lives{MinDocuments: 1}, "0 0 0 0 0 0 0 0 0 9", keywords.New, "2010-2010", 18 * math.Log(10), math.Log2(9 / (.5 / 9))},
		{"rising", keywords.Lives{}, "1 2 1 2 1 2 1 2 9 9", keywords.Rising, "2001-2010", 2 * (18*math.Log(18/6.) + 12*math.Log(12/24.)), math.Log2(6)},
		{"risen since it began, compared with then", keywords.Lives{}, "0 0 0 0 2 2 2 2 9 9", keywords.Rising, "2005-2010", 2 * (18*math.Log(18/(26/3.)) + 8*math.Log(8/(52/3.))), math.Log2(4.5)},
		{"falling", keywords.Lives{}, "9 9 9 9 9 9 9 9 1 1", keywords.Falling, "2001-2010", 2 * (2*math.Log(2/14.8) + 72*math.Log(72/59.2)), -math.Log2(9)},
		{"more, but not twice as much", keywords.Lives{}, "40 40 40 40 40 40 40 40 70 70", keywords.Steady, "2001-2010", 2 * (140*math.Log(140/92.) + 320*math.Log(320/368.)), math.Log2(1.75)},
		{"more, if that is enough", keywords.Lives{MinLogRatio: .5}, "40 40 40 40 40 40 40 40 70 70", keywords.Rising, "2001-2010", 2 * (140*math.Log(140/92.) + 320*math.Log(320/368.)), math.Log2(1.75)},
		{"revived, by the side that tells less", keywords.Lives{}, "5 5 5 0 0 0 0 9 9 9", keywords.Revived, "2001-2003 2008-2010", 30 * math.Log(7/3.), math.Log2(5 * 4 / .5)},
		{"an absence that is too short", keywords.Lives{Gap: 5}, "5 5 5 0 0 0 0 9 9 9", keywords.Rising, "2001-2010", 2 * (18*math.Log(18/8.4) + 24*math.Log(24/33.6)), math.Log2(9 / 3.)},
		{"two chance uses long ago are no life before", keywords.Lives{}, "1 1 0 0 0 9 9 9 9 9", keywords.Steady, "2001-2010", 2 * (18*math.Log(18/9.4) + 29*math.Log(29/37.6)), math.Log2(9 / (29. / 8))},
		{"in no document", keywords.Lives{}, "0 0 0", keywords.Unsettled, "", 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			periods, counts := years(t, c.counts)
			life, err := c.l.Of(periods, counts)
			require.NoError(t, err)
			assert.Equal(t, c.kind.String(), life.Kind.String())
			assert.Equal(t, c.spans, spans(life))
			assert.InDelta(t, c.g2, life.G2, 1e-9)
			assert.InDelta(t, c.ratio, life.LogRatio, 1e-9)
		})
	}
}

// Frequency is what counts, not occurrences, and a period without documents is
// neither use nor absence.
func TestLivesAreRelativeToLength(t *testing.T) {
	t.Parallel()
	periods, counts := years(t, "3 3 3 3 3 3 3 3 6 6")
	periods[8].Tokens, periods[9].Tokens = 2000, 2000
	periods[3].Tokens = 900 // so that it is the peak
	life, err := keywords.Lives{}.Of(periods, counts)
	require.NoError(t, err)
	assert.Equal(t, keywords.Steady, life.Kind)
	assert.Equal(t, 3, life.Peak)
	assert.Equal(t, []int{12, 4000, 24, 7900}, []int{life.Count, life.Tokens, life.RefCount, life.RefTokens})

	none, err := keywords.Lives{}.Of(periods, nil)
	require.NoError(t, err)
	assert.Equal(t, keywords.Life{Peak: -1}, none)
}

func TestLivesErrors(t *testing.T) {
	t.Parallel()
	periods, counts := years(t, "3 3 3")
	for want, l := range map[string]keywords.Lives{
		"keywords: Lives: of 3 periods not 3 are recent, but 1 to 2":        {Recent: 3},
		"keywords: Lives: of 3 periods not -1 are recent, but 1 to 2":       {Recent: -1},
		"keywords: Lives: no absence has -1 periods":                        {Gap: -1},
		"keywords: Lives: no span of use has -1 documents":                  {MinDocuments: -1},
		"keywords: Lives: MinG2 and MinLogRatio are finite and more than 0": {MinG2: math.NaN()},
	} {
		_, err := l.Of(periods, counts)
		assert.EqualError(t, err, want)
	}
	_, err := keywords.Lives{}.Of(periods[:1], counts[:1])
	assert.EqualError(t, err, "keywords: Lives: a life needs two periods or more")
	_, err = keywords.Lives{}.Of(periods[:2], counts)
	assert.EqualError(t, err, `keywords: Lives: there is no period "2003"`)
	_, err = keywords.Lives{}.Phrases(&keywords.PhraseTable{}, -1)
	assert.EqualError(t, err, "keywords: Lives: a life needs two periods or more")
}

func TestLivesOfPhrases(t *testing.T) {
	t.Parallel()
	var table keywords.PhraseTable
	for _, r := range []struct{ text, counts string }{
		{"网络强省建设", "0 0 0 0 0 0 0 0 4 6"},
		{"网络强省", "0 0 0 0 0 0 0 0 5 7"},     // a part with the same life
		{"推进网络强省建设", "0 0 0 0 0 0 0 0 3 3"}, // a longer form with the same life
		{"网络", "5 5 5 5 5 5 5 5 5 7"},       // a part with a life of its own
		{"强县", "0 0 0 0 0 0 0 0 4 6"},       // another phrase
		{"保障性", "5 5 5 5 5 5 5 5 0 0"},      // never alone
		{"保障性住房", "5 5 5 5 5 5 5 5 0 0"},
	} {
		periods, counts := years(t, r.counts)
		table.Groups = periods
		row := keywords.PhraseRow{Text: r.text, Count: 9, All: 18, Groups: counts}
		if r.text == "保障性" {
			row.Count, row.All = 4, 41
		}
		table.Rows = append(table.Rows, row)
	}
	tell := func(n int) (out []string) {
		found, err := keywords.Lives{}.Phrases(&table, n)
		require.NoError(t, err)
		for _, p := range found {
			out = append(out, fmt.Sprint(p.Text, " ", p.Life.Kind, " ", p.Forms))
		}
		return out
	}
	assert.Equal(t, []string{
		"网络强省建设 new [网络强省 推进网络强省建设]", "网络 steady []", "强县 new []", "保障性住房 gone []",
	}, tell(-1))
	assert.Equal(t, []string{"网络强省建设 new [网络强省]"}, tell(2))
	assert.Equal(t, tell(-1), tell(99))
	assert.Empty(t, tell(0))
}
