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

// networkDocument is a document in which 数字政府 and 网络强省 are merged. Its words from 1 on,
// phrases one by one, and after the bar what can be a keyword:
//
//	数字 政府 建设 推进 网络 强省 数字 政府 服务 群众 群众 用 网络 网络 强省 惠及 群众
func networkDocument(t testing.TB) *analysis.Document {
	t.Helper()
	d := analysistest.Document(t, "数字/n|政府/n|建设/vn|。|推进/v|网络/n|强省/x|，|数字/n|政府/n|服务/vn|群众/n|。|"+
		"群众/n|用/v|网络/n|，|“|网络/n|强省/x|”|惠及/v|群众/n|。")
	m, err := d.Merge(append(occurrences(d, "数字政府"), occurrences(d, "网络强省")...))
	require.NoError(t, err)
	return m
}

// scoresOf returns the scores above 0 by the terms' texts.
func scoresOf(t testing.TB, s keywords.Scorer, d *analysis.Document) map[string]float64 {
	t.Helper()
	scores, err := s.Score(t.Context(), d)
	require.NoError(t, err)
	out := make(map[string]float64)
	for i, x := range d.Terms {
		if scores[i] > 0 {
			out[x.Text] = scores[i]
		}
	}
	return out
}

// The expected scores of the graph methods are those of networkx's PageRank
// (3.6.1, tolerance 1e-14) on graphs built anew in Python from the papers'
// definitions: for SingleRank and PositionRank from the list of words above; for
// TopicRank and MultipartiteRank from the word intervals of the occurrences and
// the topics {数字政府}, {网络强省, 网络}, {群众}, of which the second has similarity
// 1/3. Those of YAKE are the equations, written in Python over the blocks of words
// between punctuation marks, with Python's statistics module.
func TestMethodsAgainstOtherImplementations(t *testing.T) {
	t.Parallel()
	d := networkDocument(t)
	for _, c := range []struct {
		name string
		s    keywords.Scorer
		want map[string]float64
	}{
		{"SingleRank, window 3", keywords.SingleRank{Window: 3, Tolerance: 1e-13},
			map[string]float64{"数字政府": 0.370709505, "网络强省": 0.484707825, "群众": 0.14458267, "网络": 0.221832427}},
		{"SingleRank, window 10", keywords.SingleRank{Tolerance: 1e-13},
			map[string]float64{"数字政府": 0.349027558, "网络强省": 0.417513471, "群众": 0.233458971, "网络": 0.233612001}},
		{"PositionRank, window 3", keywords.PositionRank{Window: 3, Tolerance: 1e-13},
			map[string]float64{"数字政府": 0.421629849, "网络强省": 0.451504812, "群众": 0.126865339, "网络": 0.206952314}},
		{"PositionRank, window 10", keywords.PositionRank{Tolerance: 1e-13},
			map[string]float64{"数字政府": 0.387773684, "网络强省": 0.393611824, "群众": 0.218614492, "网络": 0.224245792}},
		{"TopicRank", keywords.TopicRank{Tolerance: 1e-13},
			map[string]float64{"数字政府": 0.275132528, "网络强省": 0.387023393, "群众": 0.337844079}},
		{"MultipartiteRank", keywords.MultipartiteRank{Tolerance: 1e-13},
			map[string]float64{"数字政府": 0.252507445, "网络强省": 0.314369751, "群众": 0.322889995, "网络": 0.110232809}},
		{"YAKE, window 1", keywords.YAKE{},
			map[string]float64{"数字政府": 22.027124, "网络强省": 15.842096, "群众": 4.500127, "网络": 2.187017}},
		{"YAKE, window 2", keywords.YAKE{Window: 2},
			map[string]float64{"数字政府": 18.077901, "网络强省": 14.186827, "群众": 4.500127, "网络": 2.187017}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := scoresOf(t, c.s, d)
			require.Len(t, got, len(c.want))
			for text, want := range c.want {
				assert.InEpsilon(t, want, got[text], 1e-6, text)
			}
		})
	}
}

func TestWeightingsByHand(t *testing.T) {
	t.Parallel()
	d := networkDocument(t)
	// Three documents with 2, 1 and 3 different terms, two on average; d has 8.
	var corpus analysis.Corpus
	for _, other := range []string{"群众/n|网络/n|。", "群众/n|。", "群众/n|数字/n|政府/n|。"} {
		corpus.Add(analysistest.Document(t, other))
	}
	// 网络强省, which the corpus lacks: 网络 is in one document, IDF ln 2 + 1, and 强省
	// in none, ln 4 + 1. 数字政府: both words in one, ln 2 + 1 each, so between that
	// and 2·ln 2 + 1.
	known, digital, rarest := math.Log(2)+1, 1.5*math.Log(2)+1, math.Log(4)+1
	for _, c := range []struct {
		name string
		s    keywords.TFIDF
		want map[string]float64
	}{
		{"the share of the 12 terms", keywords.TFIDF{},
			map[string]float64{"数字政府": 2. / 12 * digital, "网络强省": 2. / 12 * rarest, "群众": 3. / 12, "网络": 1. / 12 * known}},
		{"the logarithm of the count", keywords.TFIDF{Weighting: keywords.LogCount},
			map[string]float64{"数字政府": known * digital, "网络强省": known * rarest, "群众": math.Log(3) + 1, "网络": known}},
		// count·2 / (count + 0.5 + 0.5·8/2)
		{"BM25", keywords.TFIDF{Weighting: keywords.BM25, K1: 1, B: .5},
			map[string]float64{"数字政府": 4 / 4.5 * digital, "网络强省": 4 / 4.5 * rarest, "群众": 6 / 5.5, "网络": 2 / 3.5 * known}},
		// count·2.2 / (count + 1.2·(0.25 + 0.75·8/2))
		{"BM25 with the usual parameters", keywords.TFIDF{Weighting: keywords.BM25},
			map[string]float64{"数字政府": 4.4 / 5.9 * digital, "网络强省": 4.4 / 5.9 * rarest, "群众": 6.6 / 6.9, "网络": 2.2 / 4.9 * known}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.s.Corpus = &corpus
			got := scoresOf(t, c.s, d)
			require.Len(t, got, len(c.want))
			for text, want := range c.want {
				assert.InDelta(t, want, got[text], 1e-12, text)
			}
		})
	}
	t.Run("BM25 with an empty corpus", func(t *testing.T) {
		t.Parallel() // count·2.2 / (count + 1.2), IDF 1
		got := scoresOf(t, keywords.TFIDF{Weighting: keywords.BM25, Corpus: &analysis.Corpus{}}, d)
		assert.InDelta(t, 6.6/4.2, got["群众"], 1e-12)
		assert.InDelta(t, 4.4/3.2, got["网络强省"], 1e-12)
	})
}

func TestWeightingString(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "raw", keywords.RawCount.String())
	assert.Equal(t, "log", keywords.LogCount.String())
	assert.Equal(t, "bm25", keywords.BM25.String())
	assert.Equal(t, "Weighting(7)", keywords.Weighting(7).String())
}

// In an empty corpus every IDF is 1, so that a score is count × boost.
func TestKPMinerByHand(t *testing.T) {
	t.Parallel()
	d := networkDocument(t) // 17 words: LeastCount 3 goes down to 1
	words := analysistest.Document(t, "网络/n|，|城乡/n|，|网络/n|，|城乡/n|，|网络强国/nz|。")
	text := func(times int) *analysis.Document {
		return analysistest.Document(t, strings.Repeat("网络/n|，|", times)+"城乡/n|，|城乡/n|，|群众/n|，|网络强国/nz|。")
	}
	for _, c := range []struct {
		name string
		s    keywords.KPMiner
		doc  *analysis.Document
		want map[string]float64
	}{
		// N = 8, P = 4: 8/(4·2.3) = 0.8696.
		{"a phrase is boosted", keywords.KPMiner{}, d,
			map[string]float64{"数字政府": 2 * 8 / 9.2, "网络强省": 2 * 8 / 9.2, "群众": 3, "网络": 1}},
		{"the more the smaller Alpha is", keywords.KPMiner{Alpha: 1}, d,
			map[string]float64{"数字政府": 4, "网络强省": 4, "群众": 3, "网络": 1}},
		{"but not above Sigma", keywords.KPMiner{Alpha: .01, Sigma: 5}, d,
			map[string]float64{"数字政府": 10, "网络强省": 10, "群众": 3, "网络": 1}},
		// 群众 is the tenth word, 网络强省 the fifth, 网络 the thirteenth; N = P = 4.
		{"what first occurs behind the cutoff is no candidate", keywords.KPMiner{Cutoff: 9, Alpha: 1}, d,
			map[string]float64{"数字政府": 2, "网络强省": 2}},
		{"what begins at the cutoff is one", keywords.KPMiner{Cutoff: 10, Alpha: 1}, d,
			map[string]float64{"数字政府": 2 * 7. / 4, "网络强省": 2 * 7. / 4, "群众": 3}},
		{"without phrases there is no boost", keywords.KPMiner{}, words,
			map[string]float64{"网络": 2, "城乡": 2, "网络强国": 1}},
		{"in 200 words two occurrences will do", keywords.KPMiner{}, text(196),
			map[string]float64{"网络": 196, "城乡": 2, "网络强国": 1}},
		{"in 400 words a candidate occurs three times", keywords.KPMiner{}, text(396),
			map[string]float64{"网络": 396, "网络强国": 1}},
		{"or as often as is asked for", keywords.KPMiner{LeastCount: 1}, text(396),
			map[string]float64{"网络": 396, "城乡": 2, "群众": 1, "网络强国": 1}},
		{"a word of the lexicon is a candidate wherever it stands", keywords.KPMiner{Cutoff: 1}, words,
			map[string]float64{"网络": 2, "网络强国": 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.s.Corpus = &analysis.Corpus{}
			got := scoresOf(t, c.s, c.doc)
			require.Len(t, got, len(c.want))
			for text, want := range c.want {
				assert.InDelta(t, want, got[text], 1e-12, text)
			}
		})
	}
}
