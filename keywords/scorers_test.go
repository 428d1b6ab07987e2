package keywords_test

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/keywords"
)

// scorers has every Scorer of the package with its defaults, and with options
// that make it take another way.
func scorers() map[string]keywords.Scorer {
	return map[string]keywords.Scorer{
		"TFIDF":                     keywords.TFIDF{},
		"TFIDF log":                 keywords.TFIDF{Weighting: keywords.LogCount},
		"TFIDF BM25":                keywords.TFIDF{Weighting: keywords.BM25},
		"TFIDF BM25, empty corpus":  keywords.TFIDF{Weighting: keywords.BM25, Corpus: &analysis.Corpus{}},
		"KPMiner":                   keywords.KPMiner{},
		"KPMiner, cutoff":           keywords.KPMiner{Cutoff: 2},
		"Contrast":                  keywords.Contrast{},
		"Contrast, own reference":   keywords.Contrast{Reference: reference},
		"TextRank":                  keywords.TextRank{},
		"SingleRank":                keywords.SingleRank{},
		"PositionRank":              keywords.PositionRank{},
		"TopicRank":                 keywords.TopicRank{},
		"TopicRank, few terms":      keywords.TopicRank{MaxTerms: 2},
		"MultipartiteRank":          keywords.MultipartiteRank{},
		"MultipartiteRank, 2 terms": keywords.MultipartiteRank{MaxTerms: 2},
		"YAKE":                      keywords.YAKE{},
		"YAKE, window":              keywords.YAKE{Window: 3},
	}
}

// reference has a text of other words.
var reference = func() *keywords.Counts {
	var c keywords.Counts
	c.Add(&analysis.Document{Terms: []analysis.Term{{Key: "粮食", Count: 1000}}})
	return &c
}()

// Documents from nothing upward. 网络强国 and 网信 are words of a lexicon.
var upward = []struct{ name, words string }{
	{"no text", ""},
	{"space", " |\n|\n"},
	{"punctuation", "。|！"},
	{"no content word", "是/v|的/uj|。"},
	{"one word", "网信/nz"},
	{"one word twice", "网信/nz|，|网信/nz|。"},
	{"one sentence", "建设/v|网络强国/nz|和/c|数字/n|政府/n|。"},
	{"two sentences", "建设/v|网络强国/nz|和/c|数字/n|政府/n|。|数字/n|政府/n|服务/vn|群众/n|。"},
	{"many sentences", strings.Repeat("建设/v|网络强国/nz|，|数字/n|政府/n|服务/vn|群众/n|，|5G/eng|网络/n|覆盖/v|城乡/n|。|", 40) + "完/v|。"},
	{"a page", "数字/n|政府/n|建设/vn|\n|责任编辑/n|：|张/nr|三/m|\n|数字/n|政府/n|服务/vn|群众/n|，|网络强国/nz|惠及/v|群众/n|。|\n|责任编辑/n|：|李/nr|四/m"},
}

// merged makes 数字政府 a phrase, wherever it stands.
func merged(t testing.TB, d *analysis.Document) *analysis.Document {
	t.Helper()
	m, err := d.Merge(occurrences(d, "数字政府"))
	require.NoError(t, err)
	return m
}

// occurrences returns where a phrase stands.
func occurrences(d *analysis.Document, phrase string) []analysis.Span {
	var spans []analysis.Span
	for at := 0; ; {
		i := strings.Index(d.Text[at:], phrase)
		if i < 0 {
			return spans
		}
		spans = append(spans, analysis.Span{Start: at + i, End: at + i + len(phrase)})
		at += i + len(phrase)
	}
}

func TestScorers(t *testing.T) {
	t.Parallel()
	for name, s := range scorers() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, c := range upward {
				words := analysistest.Document(t, c.words)
				for kind, d := range map[string]*analysis.Document{c.name: words, c.name + ", merged": merged(t, words)} {
					scores, err := s.Score(t.Context(), d)
					require.NoError(t, err, kind)
					require.Len(t, scores, len(d.Terms), kind)
					again, err := s.Score(t.Context(), d)
					require.NoError(t, err, kind)
					assert.Equal(t, scores, again, "%s: the same bits again", kind)
					explained, why, err := s.(keywords.Explainer).Explain(t.Context(), d)
					require.NoError(t, err, kind)
					assert.Equal(t, scores, explained, kind)
					for i, x := range d.Terms {
						requireSum(t, kind+": "+x.Text, scores[i], why(analysis.TermID(i)))
					}
					best := 0.0
					for i, x := range d.Terms {
						assert.True(t, scores[i] >= 0 && scores[i] < 1e300, "%s: %s scores %v", kind, x.Text, scores[i])
						if x.Tag == "nz" {
							assert.Positive(t, scores[i], "%s: %s is a word of the lexicon", kind, x.Text)
						}
						best = max(best, scores[i])
					}
					if strings.Contains(c.words, "/n") {
						assert.Positive(t, best, "%s: a text with nouns has a keyword", kind)
					}
				}
			}
		})
	}
}

// What stands in page furniture changes no score of the text, TextRank's and
// TF-IDF's too.
func TestScorersDoNotSeeFurniture(t *testing.T) {
	t.Parallel()
	const body = "数字/n|政府/n|服务/vn|群众/n|，|网络强国/nz|惠及/v|群众/n|。|\n"
	without := analysistest.Document(t, "网络强国/nz|建设/vn|\n|"+body)
	with := analysistest.Document(t, "网络强国/nz|建设/vn|\n|"+body+"|责任编辑/n|：|群众/n")
	require.Equal(t, analysis.RoleFurniture, with.Sentences[len(with.Sentences)-1].Role)
	for name, s := range scorers() {
		want, err := s.Score(t.Context(), without)
		require.NoError(t, err, name)
		got, err := s.Score(t.Context(), with)
		require.NoError(t, err, name)
		assert.InDeltaSlice(t, want, got[:len(want)], 1e-12, name)
	}
}

func TestScorersOnAPhraseWithoutContentWords(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, "三/m|个/q|一/m|，|三/m|个/q|一/m|。")
	m, err := d.Merge(occurrences(d, "三个一"))
	require.NoError(t, err)
	for name, s := range scorers() {
		scores, err := s.Score(t.Context(), m)
		require.NoError(t, err, name)
		require.Len(t, scores, 1, name)
		assert.True(t, scores[0] > 0 && scores[0] < 1e300, "%s: %v", name, scores[0])
	}
}

func TestScorersHonourTags(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, "推进/v|网络/n|建设/vn|，|推进/v|城乡/n|建设/vn|。")
	for name, s := range map[string]keywords.Scorer{
		"TFIDF":            keywords.TFIDF{Tags: []string{"v"}},
		"KPMiner":          keywords.KPMiner{Tags: []string{"v"}},
		"Contrast":         keywords.Contrast{Tags: []string{"v"}, Reference: reference},
		"TextRank":         keywords.TextRank{Tags: []string{"v"}},
		"SingleRank":       keywords.SingleRank{Tags: []string{"v"}},
		"PositionRank":     keywords.PositionRank{Tags: []string{"v"}},
		"TopicRank":        keywords.TopicRank{Tags: []string{"v"}},
		"MultipartiteRank": keywords.MultipartiteRank{Tags: []string{"v"}},
		"YAKE":             keywords.YAKE{Tags: []string{"v"}},
	} {
		scores, err := s.Score(t.Context(), d)
		require.NoError(t, err, name)
		var got []string
		for i, x := range d.Terms {
			if scores[i] > 0 {
				got = append(got, x.Text)
			}
		}
		assert.Equal(t, []string{"推进", "建设"}, got, name)
	}
}

func TestScorersStopWhenCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	d := analysistest.Document(t, words)
	for name, s := range scorers() {
		_, err := s.Score(ctx, d)
		assert.ErrorIs(t, err, context.Canceled, name)
	}
}

func TestScoresDoNotDependOnGOMAXPROCS(t *testing.T) {
	d := analysistest.Document(t, words)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := make(map[string][]float64)
	for name, s := range scorers() {
		var err error
		one[name], err = s.Score(t.Context(), d)
		require.NoError(t, err)
	}
	runtime.GOMAXPROCS(8)
	for name, s := range scorers() {
		eight, err := s.Score(t.Context(), d)
		require.NoError(t, err)
		assert.Equal(t, one[name], eight, name)
	}
}

func TestScorerErrors(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, words)
	for _, c := range []struct {
		s    keywords.Scorer
		want string
	}{
		{keywords.TFIDF{Weighting: 9}, "keywords: TFIDF: there is no Weighting(9)"},
		{keywords.TFIDF{Weighting: keywords.BM25, K1: -1}, "keywords: TFIDF: the K1 of BM25 is -1 and not a positive number"},
		{keywords.TFIDF{Weighting: keywords.BM25, B: 2}, "keywords: TFIDF: the B of BM25 is 2 and not above 0 and up to 1"},
		{keywords.KPMiner{LeastCount: -1}, "keywords: KPMiner: no candidate occurs -1 times"},
		{keywords.KPMiner{Cutoff: -1}, "keywords: KPMiner: no candidate is among the first -1 words"},
		{keywords.KPMiner{Sigma: -1}, "keywords: KPMiner: Alpha is 2.3 and Sigma -1, and not both are positive numbers"},
		{keywords.TextRank{Window: 1}, "keywords: TextRank: the window of 1 words joins no words"},
		{keywords.TextRank{Damping: 1}, "keywords: TextRank: the damping 1 is not between 0 and 1"},
		{keywords.TextRank{Tolerance: -1}, "keywords: TextRank: the tolerance -1 is not a positive number"},
		{keywords.SingleRank{Window: 1}, "keywords: SingleRank: the window of 1 words joins no words"},
		{keywords.SingleRank{Damping: 1}, "keywords: SingleRank: the damping 1 is not between 0 and 1"},
		{keywords.PositionRank{Window: 1}, "keywords: PositionRank: the window of 1 words joins no words"},
		{keywords.PositionRank{Tolerance: -1}, "keywords: PositionRank: the tolerance -1 is not a positive number"},
		{keywords.TopicRank{Overlap: 2}, "keywords: TopicRank: the overlap 2 is not above 0 and up to 1"},
		{keywords.TopicRank{MaxTerms: 2001}, "keywords: TopicRank: the number of terms to cluster is 2001 and not from 1 to 2000"},
		{keywords.TopicRank{Damping: 1}, "keywords: TopicRank: the damping 1 is not between 0 and 1"},
		{keywords.MultipartiteRank{Alpha: -1}, "keywords: MultipartiteRank: Alpha is -1 and not a positive number"},
		{keywords.MultipartiteRank{MaxTerms: -1}, "keywords: MultipartiteRank: the number of terms to cluster is -1 and not from 1 to 2000"},
		{keywords.MultipartiteRank{Damping: 1}, "keywords: MultipartiteRank: the damping 1 is not between 0 and 1"},
		{keywords.YAKE{Window: 101}, "keywords: YAKE: the window is 101 words and not from 1 to 100"},
	} {
		_, err := c.s.Score(t.Context(), d)
		assert.EqualError(t, err, c.want)
	}
}
