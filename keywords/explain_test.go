package keywords_test

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

// reasonsOf returns the features of the terms, by the terms' texts, of a document
// in which a phrase, if there is one, is merged.
func reasonsOf(t *testing.T, s keywords.Scorer, words, phrase string) map[string][]keywords.Feature {
	t.Helper()
	d := analysistest.Document(t, words)
	if phrase != "" {
		var err error
		d, err = d.Merge(occurrences(d, phrase))
		require.NoError(t, err)
	}
	require.Implements(t, (*keywords.Explainer)(nil), s)
	scores, why, err := s.(keywords.Explainer).Explain(t.Context(), d)
	require.NoError(t, err)
	out := make(map[string][]keywords.Feature)
	for i, x := range d.Terms {
		requireSum(t, x.Text, scores[i], why(analysis.TermID(i)))
		out[x.Text] = why(analysis.TermID(i))
	}
	return out
}

// requireSum checks that features are parts of a score, to within a billionth of
// the largest part.
func requireSum(t testing.TB, name string, score float64, features []keywords.Feature) {
	t.Helper()
	sum, most := 0.0, 1.0
	seen := make(map[string]bool)
	for _, f := range features {
		require.NotZero(t, f.Value, "%s: %s is left out", name, f.Name)
		require.False(t, seen[f.Name], "%s: %s twice", name, f.Name)
		seen[f.Name] = true
		sum += f.Value
		most = max(most, math.Abs(f.Value))
	}
	require.InDelta(t, score, sum, 1e-9*most, "%s: %v", name, features)
}

// The values were worked by hand from the equations in the methods' comments.
func TestReasonsByHand(t *testing.T) {
	t.Parallel()
	var corpus analysis.Corpus // 群众 has the IDF 1, 网络 ln 2 + 1
	for _, other := range []string{"群众/n|网络/n|。", "群众/n|。", "群众/n|。"} {
		corpus.Add(analysistest.Document(t, other))
	}
	var counts keywords.Counts // 群众 twice in 1,000
	counts.Add(&analysis.Document{Terms: []analysis.Term{{Key: "粮食", Count: 998}, {Key: "群众", Count: 2}}})
	const (
		repeated = "群众/n|，|群众/n|，|网络/n|，|群众/n|。"
		phrase   = "数字/n|政府/n|服务/n|。"
		star     = "群众/n|城乡/n|。|群众/n|网络/n|。|群众/n|粮食/n|。|群众/n|网络/n|。|群众/n|企业/n|。|群众/n|学校/n|。"
		topics   = "网络/n|，|群众/n|，|网络/n|强省/x|。"
	)
	type parts = []keywords.Feature
	gain := 1.1 * math.E // of 网络, the first word
	first := 1./6 + 2./9*(1+gain)/(2+gain)
	second, third := math.Log(math.Log(4)), math.Log(math.Log(3)) // Pos where the median is 1, and 0
	for _, c := range []struct {
		name                string
		s                   keywords.Scorer
		words, phrase, term string
		want                parts
	}{
		{"TF-IDF", keywords.TFIDF{Corpus: &corpus}, repeated, "", "网络",
			parts{{"frequency", 1. / 4}, {"rarity", math.Ln2 / 4}}},
		{"TF-IDF of what every document has", keywords.TFIDF{Corpus: &corpus}, repeated, "", "群众",
			parts{{"frequency", 3. / 4}}},
		{"TF-IDF of the logarithm", keywords.TFIDF{Corpus: &corpus, Weighting: keywords.LogCount}, repeated, "", "网络",
			parts{{"frequency", 1}, {"rarity", math.Ln2}}},
		{"TF-IDF of a verb", keywords.TFIDF{Corpus: &corpus}, "推进/v|网络/n|。", "", "推进", nil},
		{"KP-Miner", keywords.KPMiner{Corpus: &corpus}, repeated, "", "网络",
			parts{{"frequency", 1}, {"rarity", math.Ln2}}},
		// N = 2, P = 1: 2/(1·4) and 2/(1·0.8).
		{"KP-Miner of a phrase among few words", keywords.KPMiner{Corpus: &analysis.Corpus{}, Alpha: 4}, phrase, "数字政府", "数字政府",
			parts{{"frequency", 1}, {"phrase", -1. / 2}}},
		{"KP-Miner of a phrase with a boost", keywords.KPMiner{Corpus: &analysis.Corpus{}, Alpha: .8}, phrase, "数字政府", "数字政府",
			parts{{"frequency", 1}, {"phrase", 1.5}}},
		// 3 of 4 here and 2 of 1,000 there: 5 of 1,004.
		{"contrast", keywords.Contrast{Reference: &counts}, repeated, "", "群众",
			parts{{"text", 6 * math.Log(3*1004./(4*5))}, {"reference", 4 * math.Log(2*1004./(1000*5))}}},
		{"contrast of what the reference lacks", keywords.Contrast{Reference: &counts}, repeated, "", "网络",
			parts{{"text", 2 * math.Log(1004./4)}}},
		// A chain, as in rank's tests: 0.475, 0.9 and 0.475, over 1.85.
		{"TextRank", keywords.TextRank{Window: 2, Tolerance: 1e-13}, phrase, "", "政府",
			parts{{"every term", .05}, {"beside 数字", .85 * .475 / 1.85}, {"beside 服务", .85 * .475 / 1.85}}},
		{"TextRank at an end", keywords.TextRank{Window: 2, Tolerance: 1e-13}, phrase, "", "数字",
			parts{{"every term", .05}, {"beside 政府", .85 / 2 * .9 / 1.85}}},
		// With damping 1/2 群众 has 7/18, 网络 4/27 and each of the others 25/216.
		{"TextRank with many neighbours", keywords.TextRank{Window: 2, Damping: .5, Tolerance: 1e-13}, star, "", "群众",
			parts{{"every term", 1. / 12}, {"beside 网络", 2. / 27}, {"beside 城乡", 25. / 432}, {"beside 粮食", 25. / 432}, {"beside 2 others", 25. / 216}}},
		{"SingleRank", keywords.SingleRank{Window: 2, Tolerance: 1e-13}, phrase, "数字政府", "数字政府",
			parts{{"every word", .1}, {"its own words", .85*.475/1.85 + .85/2*.9/1.85}, {"beside 服务", .85 * .475 / 1.85}}},
		{"SingleRank of a word beside two of a phrase", keywords.SingleRank{Window: 3, Tolerance: 1e-13}, phrase, "数字政府", "服务",
			parts{{"every word", .05}, {"beside 数字", .85 / 6}, {"beside 政府", .85 / 6}}},
		// The walk restarts at 6/11, 3/11 and 2/11: 25/66, 28/66 and 13/66.
		{"PositionRank", keywords.PositionRank{Window: 2, Damping: .5, Tolerance: 1e-13}, phrase, "数字政府", "数字政府",
			parts{{"position", 9. / 22}, {"its own words", 13. / 44}, {"beside 服务", 13. / 132}}},
		{"TopicRank", keywords.TopicRank{Tolerance: 1e-13}, topics, "网络强省", "群众",
			parts{{"every topic", .075}, {"near 网络", .425}}},
		{"TopicRank of what does not stand for its topic", keywords.TopicRank{}, topics, "网络强省", "网络强省", nil},
		// With damping 1/2 群众 has 4/9, and hands on 2 + 1.1·e parts.
		{"MultipartiteRank of a topic's first term", keywords.MultipartiteRank{Damping: .5, Tolerance: 1e-13}, topics, "网络强省", "网络",
			parts{{"every term", 1. / 6}, {"its topic", 2. / 9 * gain / (2 + gain)}, {"near 群众", 2. / 9 / (2 + gain)}}},
		{"MultipartiteRank of another", keywords.MultipartiteRank{Damping: .5, Tolerance: 1e-13}, topics, "网络强省", "网络强省",
			parts{{"every term", 1. / 6}, {"near 群众", 2. / 9 / (2 + gain)}}},
		{"MultipartiteRank of a topic of its own", keywords.MultipartiteRank{Damping: .5, Tolerance: 1e-13}, topics, "网络强省", "群众",
			parts{{"every term", 1. / 6}, {"near 网络", first / 2}, {"near 网络强省", (1./6 + 2./9/(2+gain)) / 2}}},
		// Norm 2/(1.5+0.5), Sent 2/3, Rel 1.
		{"YAKE", keywords.YAKE{}, "网络/n|。|群众/n|。|网络/n|。", "", "网络",
			parts{{"frequency", 2}, {"sentences", 4. / 3}, {"count", 2}, {"position", 2 * 5. / 3 * (1/second - 1)}}},
		// Case, Norm and Sent 1 and Rel 2 for either word: X is 3, and with Rel 1.
		{"YAKE of a phrase", keywords.YAKE{}, "“|数字/n|政府/n|”|。", "数字政府", "数字政府",
			parts{{"marks", 3}, {"frequency", 3}, {"sentences", 3}, {"count", 6}, {"relatedness", 3 - 15}, {"position", (1+2*third)/(third*third) - 3}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := reasonsOf(t, c.s, c.words, c.phrase)[c.term]
			require.Len(t, got, len(c.want), "%v", got)
			for i, w := range c.want {
				assert.Equal(t, w.Name, got[i].Name)
				assert.InDelta(t, w.Value, got[i].Value, 1e-9, w.Name)
			}
		})
	}
}

// featureOrder has the order of features that the methods' comments name, with
// a comma behind each; # is any name.
var featureOrder = map[string]string{
	"TFIDF":            `(frequency,)(rarity,)?`,
	"KPMiner":          `(frequency,)(rarity,)?(phrase,)?`,
	"Contrast":         `(text,)(reference,)?`,
	"TextRank":         `(every term,)(beside #,){0,3}(beside \d+ others,)?`,
	"SingleRank":       `(every word,)(its own words,)?(beside #,){0,3}(beside \d+ others,)?`,
	"PositionRank":     `(position,)(its own words,)?(beside #,){0,3}(beside \d+ others,)?`,
	"TopicRank":        `(every topic,)(near #,){0,3}(near \d+ others,)?`,
	"MultipartiteRank": `(every term,)(its topic,)?(near #,){0,3}(near \d+ others,)?`,
	"YAKE":             `(marks,)?(frequency,)(sentences,)(count,)(relatedness,)?(position,)`,
}

// articles returns the articles of testdata with their phrases merged.
func articles(t testing.TB) map[string]*analysis.Document {
	t.Helper()
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	segmenter, err := native.Open(native.Options{})
	require.NoError(t, err)
	out := make(map[string]*analysis.Document)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		d, err := (&analysis.Analyzer{Segmenter: segmenter}).Analyze(t.Context(), analysis.Source{Text: string(text)})
		require.NoError(t, err)
		found, err := keywords.Phrases{}.Find(t.Context(), d)
		require.NoError(t, err)
		out[filepath.Base(file)], err = d.Merge(keywords.Mentions(found))
		require.NoError(t, err)
	}
	return out
}

func TestReasonsAddUpToTheScore(t *testing.T) {
	t.Parallel()
	docs := articles(t)
	for name, s := range scorers() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			method, _, _ := strings.Cut(strings.ReplaceAll(name, ",", " "), " ")
			order := regexp.MustCompile("^" + strings.ReplaceAll(featureOrder[method], "#", "[^,]+") + "$")
			for file, d := range docs {
				want, err := s.Score(t.Context(), d)
				require.NoError(t, err)
				scores, why, err := s.(keywords.Explainer).Explain(t.Context(), d)
				require.NoError(t, err)
				require.Equal(t, want, scores, "%s: the scores of Score", file)
				for i, x := range d.Terms {
					got := why(analysis.TermID(i))
					requireSum(t, file+": "+x.Text, scores[i], got)
					require.Equal(t, got, why(analysis.TermID(i)), "%s: %s: the same bits again", file, x.Text)
					if scores[i] == 0 {
						require.Empty(t, got, "%s: %s", file, x.Text)
						continue
					}
					names, last := "", math.Inf(1)
					for _, f := range got {
						names += strings.ReplaceAll(f.Name, ",", "") + ","
						if relation, _, named := strings.Cut(f.Name, " "); named && (relation == "beside" || relation == "near") && !strings.HasSuffix(f.Name, " others") {
							require.LessOrEqual(t, f.Value, last+1e-12, "%s: %s: who hands on most comes first", file, x.Text)
							last = f.Value
						}
					}
					require.Regexp(t, order, names, "%s: %s", file, x.Text)
				}
			}
		})
	}
}

// A Scorer that cannot explain itself has its score for a reason, and what one
// must have, that.
func TestReasonsOfOtherScorers(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, "推进/v|数字/n|乡村/n|。")
	x := keywords.Extractor{Scorer: counting{keywords.TFIDF{Corpus: &analysis.Corpus{}, Tags: []string{"n"}}}, Must: map[string]bool{"推进": true}}
	found, err := x.Extract(t.Context(), d, -1)
	require.NoError(t, err)
	require.Len(t, found, 3)
	assert.Equal(t, []keywords.Feature{{Name: "score", Value: 1. / 3}}, found[0].Features())
	assert.Equal(t, "推进", found[2].Text)
	assert.Equal(t, []keywords.Feature{{Name: "must", Value: found[2].Score}}, found[2].Features())
}

// A counting Scorer is no Explainer.
type counting struct{ keywords.Scorer }

func TestExtractorReturnsReasons(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, strategyText)
	found, err := keywords.Extractor{Scorer: keywords.TFIDF{Corpus: &analysis.Corpus{}}}.Extract(t.Context(), d, 1)
	require.NoError(t, err)
	require.Len(t, found, 1)
	assert.Equal(t, "网络强国战略", found[0].Text)
	assert.Equal(t, []keywords.Feature{{Name: "frequency", Value: found[0].Score}}, found[0].Features())
}
