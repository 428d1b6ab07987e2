package keywords_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/keywords"
)

// phraseIn returns a phrase of a document written with its words. Every word has
// the IDF 1.
func phraseIn(t *testing.T, f keywords.Phrases, words, phrase string) (p keywords.Phrase, all []keywords.Phrase) {
	t.Helper()
	f.Corpus = &analysis.Corpus{}
	all, err := f.Find(t.Context(), analysistest.Document(t, words))
	require.NoError(t, err)
	for _, p := range all {
		if p.Text == phrase {
			return p, all
		}
	}
	require.Fail(t, "no such phrase", "%s in %v", phrase, all)
	return p, all
}

const nestedText = "网络/n|强国/n|战略/n|，|网络/n|强国/n|战略/n|，|网络/n|强国/n|。"

// The values were worked by hand from the formulas in the comment of Evidence.
func TestEvidence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, words, phrase string
		want                keywords.Evidence // IDF is checked elsewhere
	}{
		{
			// p(网络) = p(强国) = 3/8, p(战略) = p(all) = 2/8; two breaks on either side.
			"three words between breaks", nestedText, "网络强国战略",
			keywords.Evidence{
				Words: 3, Runes: 6, LeftEntropy: 1, RightEntropy: 1, LeftBorder: 1, RightBorder: 1,
				NPMI:   -2 * math.Log(3./8) / (-2 * math.Log(2./8)),
				CValue: 2 * 2, // log₂ 4 · 2
			},
		},
		{
			// Neighbours: three breaks; 战, 战 and a break. Inside one parent, twice.
			"two words, twice inside a longer phrase", nestedText, "网络强国",
			keywords.Evidence{
				Words: 2, Runes: 4, LeftEntropy: math.Log2(3), RightEntropy: math.Log2(3) - 2./3,
				LeftBorder: 1, RightBorder: 1. / 3, NPMI: 1, CValue: math.Log2(3) * (3 - 2),
			},
		},
		{
			// Neighbours: 按照 and a break (…照, |); 要求 and a break.
			"in quotation marks at one of two places",
			"按照/p|“|追赶/v|超越/v|”|要求/n|，|追赶/v|超越/v|。", "追赶超越",
			keywords.Evidence{
				Words: 2, Runes: 4, LeftEntropy: 1, RightEntropy: 1, LeftBorder: 1, RightBorder: 0.5,
				Quoted: 0.5, NPMI: (math.Log(2./6) - 2*math.Log(2./6)) / -math.Log(2./6),
				CValue: math.Log2(3) * 2,
			},
		},
		{
			"in a heading at one of three places",
			"一/m|、|山海/n|联动/vn|\n|抓/v|山海/n|联动/vn|抓/v|。|促/v|山海/n|联动/vn|促/v|。", "山海联动",
			keywords.Evidence{
				Words: 2, Runes: 4, LeftEntropy: math.Log2(3), RightEntropy: math.Log2(3),
				LeftBorder: 1. / 3, RightBorder: 1. / 3, Heading: 1. / 3,
				// The words are 一 and three pairs between two verbs or breaks: 11.
				NPMI: (math.Log(3./11) - 2*math.Log(3./11)) / -math.Log(3./11), CValue: math.Log2(3) * 3,
			},
		},
		{
			"one word", "建设/v|互联网/n|，|发展/v|互联网/n|。", "互联网",
			keywords.Evidence{
				Words: 1, Runes: 3, LeftEntropy: 1, RightEntropy: 1, LeftBorder: 1, RightBorder: 1,
				NPMI: 1, CValue: 2,
			},
		},
		{
			// p(学习) = 2/8, p(讲话) = 3/8, p(both) = 2/8: together less often than they might be.
			"words that stand apart too",
			"讲话/n|，|学习/v|讲话/n|，|学习/v|讲话/n|，|精神/n|，|精神/n|，|精神/n|。", "学习讲话",
			keywords.Evidence{
				Words: 2, Runes: 4, LeftEntropy: 1, RightEntropy: 1, LeftBorder: 1, RightBorder: 1,
				NPMI:   (math.Log(2./8) - math.Log(2./8) - math.Log(3./8)) / -math.Log(2./8),
				CValue: math.Log2(3) * 2,
			},
		},
		{
			"a numeral that counts members",
			"五大/j|发展/vn|理念/n|，|五大/j|发展/vn|理念/n|。", "五大发展理念",
			keywords.Evidence{
				Words: 3, Runes: 6, LeftEntropy: 1, RightEntropy: 1, LeftBorder: 1, RightBorder: 1,
				NPMI: -2 * math.Log(2./6) / (-2 * math.Log(2./6)), CValue: 4, Numeral: true,
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p, _ := phraseIn(t, keywords.Phrases{}, c.words, c.phrase)
			got := p.Evidence
			got.IDF = 0
			for _, x := range []struct {
				name      string
				want, got *float64
			}{
				{"left entropy", &c.want.LeftEntropy, &got.LeftEntropy}, {"right entropy", &c.want.RightEntropy, &got.RightEntropy},
				{"NPMI", &c.want.NPMI, &got.NPMI}, {"C-value", &c.want.CValue, &got.CValue},
			} {
				assert.InDelta(t, *x.want, *x.got, 1e-12, x.name)
				*x.got = *x.want
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestEvidenceIDF(t *testing.T) {
	t.Parallel()
	var corpus analysis.Corpus
	corpus.Add(analysistest.Document(t, "网络/n|强国/n|。"))
	corpus.Add(analysistest.Document(t, "网络/n|。"))
	found, err := keywords.Phrases{Corpus: &corpus}.Find(t.Context(), analysistest.Document(t, nestedText))
	require.NoError(t, err)
	require.Equal(t, "网络强国战略", found[0].Text)
	assert.InDelta(t, corpus.IDF("网络")+corpus.IDF("强国")+corpus.IDF("战略"), found[0].Evidence.IDF, 1e-12)
}

func TestNesting(t *testing.T) {
	t.Parallel()
	p, all := phraseIn(t, keywords.Phrases{}, nestedText, "网络强国")
	require.Len(t, all, 2)
	outer := all[0]
	assert.Equal(t, "网络强国战略", outer.Text)
	assert.Equal(t, []int{0}, p.Parents)
	assert.Empty(t, p.Children)
	assert.Equal(t, []int{1}, outer.Children)
	assert.Empty(t, outer.Parents)
	assert.Equal(t, 1, p.Alone, "once without 战略")
	assert.Equal(t, 2, outer.Alone)
}

func TestSectionsAndFirst(t *testing.T) {
	t.Parallel()
	const words = "网络/n|强省/x|。|\n|一/m|、|总体/n|要求/n|\n|好/a|。|\n|二/m|、|主要/b|任务/n|\n|（|一/m|）|建/v|网络/n|强省/x|\n|抓/v|网络/n|强省/x|。|\n|三/m|、|保障/vn|\n|促/v|网络/n|强省/x|。|\n"
	p, _ := phraseIn(t, keywords.Phrases{}, words, "网络强省")
	assert.Equal(t, 4, p.Count)
	assert.Equal(t, []int{2, 3}, p.Sections, "（一） and 三、; the first place is in no section")
	assert.Zero(t, p.First)
	q, _ := phraseIn(t, keywords.Phrases{}, "前/f|面/n|。|网络/n|强省/x|，|网络/n|强省/x|。", "网络强省")
	assert.InDelta(t, 9./39, q.First, 1e-12, "byte 9 of 39")
}

func TestFeaturesAddUpToTheScore(t *testing.T) {
	t.Parallel()
	f := keywords.Phrases{Lexicon: map[string]bool{"五大发展理念": true}, LexiconBonus: 0.25}
	const words = "一/m|、|五大/j|发展/vn|理念/n|\n|树立/v|“|五大/j|发展/vn|理念/n|”|和/c|党建/n|引领/v|。|五大/j|发展/vn|理念/n|和/c|党建/n|引领/v|的/uj|作用/n|，|党建/n|引领/v|的/uj|作用/n|。"
	p, all := phraseIn(t, f, words, "五大发展理念")
	want := map[string]float64{
		"count":   0.1 * math.Log(4) * 6,
		"quoted":  3. / 3,
		"border":  1.1 * 2. / 3, // to the left a break, 树立, a break; to the right a break, 和, 和
		"idf":     0.9 * math.Log(1+p.Evidence.IDF),
		"entropy": 0.5 * min(p.Evidence.LeftEntropy, p.Evidence.RightEntropy),
		"heading": 0.3, "numeral": 0.5, "head noun": 0.4, "lexicon": 0.25,
	}
	got := make(map[string]float64)
	for _, x := range p.Features() {
		got[x.Name] = x.Value
	}
	assert.InDeltaMapValues(t, want, got, 1e-12)
	assert.Equal(t, "quoted +1.00", p.Features()[1].String())
	for _, p := range all {
		sum := 0.0
		for _, x := range p.Features() {
			sum += x.Value
		}
		assert.InDelta(t, p.Score, sum, 1e-12, p.Text)
	}
}
