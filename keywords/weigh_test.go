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

// keywordOf returns a keyword of a document with a title, written with its words,
// in which nothing is a stop word and nothing is folded. Every word has the IDF 1.
func keywordOf(t *testing.T, x keywords.Extractor, title, words, keyword string) (found keywords.Keyword, doc *analysis.Document, ok bool) {
	t.Helper()
	x.Corpus, x.StopWords, x.Unfolded = &analysis.Corpus{}, map[string]bool{}, true
	doc = analysistest.Document(t, words)
	doc.Title = title
	all, err := x.Extract(t.Context(), doc, -1)
	require.NoError(t, err)
	for _, k := range all {
		requireSum(t, k.Text, k.Score, k.Features())
		if k.Text == keyword {
			found, ok = k, true
		}
	}
	return found, doc, ok
}

// featureOf returns the value of a feature of the keyword, 0 if it has none.
func featureOf(t *testing.T, k keywords.Keyword, name string) float64 {
	t.Helper()
	for _, f := range k.Features() {
		if f.Name == name {
			return f.Value
		}
	}
	return 0
}

// What adds to the score of a keyword or lowers it where phrases recur, and what
// is like it and does not.
func TestWeightsOfTextsInWhichPhrasesRecur(t *testing.T) {
	t.Parallel()
	twice := func(words string) string { return words + "，|" + words + "。|" }
	own := keywords.Extractor{Lexicon: map[string]bool{"临江新城": true}}
	for _, c := range []struct {
		part          string
		x             keywords.Extractor
		value         float64
		takes, phrase string
		leaves, other string
	}{
		{"count", keywords.Extractor{}, .2 * math.Log(3) * 4, twice("临江/ns|新城/n|"), "临江新城", "", ""},
		{"count", keywords.Extractor{}, .2 * math.Log(3) * 6, twice("临江/ns|高新/j|产业/n|新城/n|"), "临江高新产业新城", "", ""},
		{"quoted", keywords.Extractor{}, 1.3, twice("“|临江/ns|新城/n|”|"), "临江新城", twice("临江/ns|新城/n|"), "临江新城"},
		{"border", keywords.Extractor{}, .25, "甲村/n|临江/ns|新城/n|，|临江/ns|新城/n|。|", "临江新城", "甲村/n|临江/ns|新城/n|，|乙镇/n|临江/ns|新城/n|。|", "临江新城"},
		{"entropy", keywords.Extractor{}, .2, twice("临江/ns|新城/n|"), "临江新城", "", ""},
		{"idf", keywords.Extractor{}, .2 * math.Log(3), twice("临江/ns|新城/n|"), "临江新城", "", ""},
		{"concept", keywords.Extractor{}, .45, twice("数字/n|政府/n|"), "数字政府", twice("临江/ns|新城/n|"), "临江新城"},
		{"concept", keywords.Extractor{}, .45, twice("乡村/n|振兴/vn|"), "乡村振兴", twice("农业/n|"), "农业"}, // a concept of two characters
		{"heading", keywords.Extractor{}, .4, "一/m|、|临江/ns|新城/n|\n|抓/v|临江/ns|新城/n|。|", "临江新城", "一/m|是/v|临江/ns|新城/n|。|抓/v|临江/ns|新城/n|。|", "临江新城"},
		{"numeral", keywords.Extractor{}, .5, twice("五大/j|发展/vn|理念/n|"), "五大发展理念", twice("三年/m|发展/vn|理念/n|"), "三年发展理念"},
		{"numeral", keywords.Extractor{}, .5, twice("“|三网/x|一港/x|”|"), "三网一港", twice("三网/x|一港/x|"), "三网一港"},
		{"head noun", keywords.Extractor{}, .3, twice("临江/ns|战略/n|"), "临江战略", twice("临江/ns|新城/n|"), "临江新城"},
		{"head noun", keywords.Extractor{}, .3, twice("临江/ns|示范区/n|"), "临江示范区", twice("示范区/n|"), "示范区"}, // one word
		{"institution", keywords.Extractor{}, -.5, twice("临江/ns|办公室/n|"), "临江办公室", twice("办公室/n|用房/n|"), "办公室用房"},
		{"person", keywords.Extractor{}, -1, twice("王/nr|工作法/n|"), "王工作法", twice("临江/ns|工作法/n|"), "临江工作法"},
		{"person", keywords.Extractor{}, -1, twice("工作法/n|王/nrt|"), "工作法王", twice("工作法/n|网/n|"), "工作法网"},
		{"lexicon", own, .5, twice("临江/ns|新城/n|"), "临江新城", twice("临江/ns|旧城/n|"), "临江旧城"},
		{"title", keywords.Extractor{}, 0, twice("临江/ns|新城/n|"), "临江新城", "", ""}, // which is short texts'
		{"length", keywords.Extractor{}, 0, twice("临江/ns|新城/n|"), "临江新城", "", ""},
		{"unknown word", keywords.Extractor{}, 0, twice("临江/x|新城/n|"), "临江新城", "", ""},
		{"verb at an end", keywords.Extractor{}, 0, twice("临江/ns|造城/v|"), "临江造城", "", ""},
	} {
		t.Run(c.part+" of "+c.phrase, func(t *testing.T) {
			t.Parallel()
			value := func(words, phrase string) float64 {
				k, _, ok := keywordOf(t, c.x, "临江新城", busy(words), phrase)
				require.True(t, ok, "%s is a keyword", phrase)
				return featureOf(t, k, c.part)
			}
			assert.InDelta(t, c.value, value(c.takes, c.phrase), 1e-12)
			if c.leaves != "" {
				assert.Zero(t, value(c.leaves, c.other))
			}
		})
	}
	t.Run("position", func(t *testing.T) {
		t.Parallel()
		words := busy("前言/n|。|" + twice("临江/ns|新城/n|"))
		k, d, ok := keywordOf(t, keywords.Extractor{}, "", words, "临江新城")
		require.True(t, ok)
		assert.InDelta(t, -.2*9/float64(len(d.Text)), featureOf(t, k, "position"), 1e-12)
		k, _, ok = keywordOf(t, keywords.Extractor{}, "", busy(twice("临江/ns|新城/n|")), "临江新城")
		require.True(t, ok)
		assert.Zero(t, featureOf(t, k, "position"), "at the beginning")
	})
}

// The same where nothing recurs. A text of n words is judged as a long one to the
// degree of n/3000.
func TestWeightsOfShortTexts(t *testing.T) {
	t.Parallel()
	own := keywords.Extractor{Lexicon: map[string]bool{"水华": true}}
	for _, c := range []struct {
		part                 string
		x                    keywords.Extractor
		short, recurring     float64 // what the two kinds of text give
		title, takes, phrase string
		leaves, other        string
	}{
		{"count", keywords.Extractor{}, 1.5 * math.Ln2, .2 * math.Ln2 * 4, "", "生态/n|补偿/vn|。", "生态补偿", "", ""},
		{"title", keywords.Extractor{}, 2.5, 0, "湖泊生态补偿", "生态/n|补偿/vn|。", "生态补偿", "农户/n|意愿/n|。", "农户意愿"},
		{"quoted", keywords.Extractor{}, 1, 1.3, "", "按/p|“|生态/n|补偿/vn|”|。", "生态补偿", "按/p|生态/n|补偿/vn|。", "生态补偿"},
		{"border", keywords.Extractor{}, .4, .5, "", "生态/n|补偿/vn|。", "生态补偿", "", ""},
		{"idf", keywords.Extractor{}, .12 + .2*math.Log(3), .2 * math.Log(3), "", "生态/n|补偿/vn|。", "生态补偿", "", ""},
		{"length", keywords.Extractor{}, -.8 - .3, 0, "", "水华/n|。", "水华", "", ""},
		{"length", keywords.Extractor{}, .5 - .3, 0, "", "富营养/n|。", "富营养", "", ""},
		{"length", keywords.Extractor{}, 1 - .6, 0, "", "生态/n|补偿/vn|。", "生态补偿", "", ""},
		{"length", keywords.Extractor{}, 0, 0, "", "生态/n|补偿费/n|。", "生态补偿费", "", ""}, // 0.6 − 0.3·2
		{"length", keywords.Extractor{}, .6 - .9, 0, "", "湖泊/n|生态/n|补偿/vn|。", "湖泊生态补偿", "", ""},
		{"length", keywords.Extractor{}, -.9, 0, "", "湖泊/n|生态/n|补偿费/n|。", "湖泊生态补偿费", "", ""},
		{"verb at an end", keywords.Extractor{}, -.7, 0, "", "监测/v|湖泊/n|。", "监测湖泊", "监测/vn|湖泊/n|。", "监测湖泊"},
		{"verb at an end", keywords.Extractor{}, -.7, 0, "", "湖泊/n|监测/v|。", "湖泊监测", "湖泊/n|监测/vn|。", "湖泊监测"},
		{"verb at an end", keywords.Extractor{}, -1.4, 0, "", "遥感/v|监测/v|。", "遥感监测", "湖泊/n|遥感/v|湖泊/n|。", "湖泊遥感湖泊"},
		{"unknown word", keywords.Extractor{}, -.3, 0, "", "蓝藻/x|湖泊/n|。", "蓝藻湖泊", "蓝藻/n|湖泊/n|。", "蓝藻湖泊"},
		{"unknown word", keywords.Extractor{}, -.5, 0, "", "SWAT/eng|湖泊/n|。", "SWAT湖泊", "", ""},
		{"unknown word", keywords.Extractor{}, -.8, 0, "", "SWAT/eng|蓝藻/x|。", "SWAT蓝藻", "", ""},
		{"numeral", keywords.Extractor{}, -1, 0, "", "三维/m|湖泊/n|。", "三维湖泊", "立体/n|湖泊/n|。", "立体湖泊"},
		{"head noun", keywords.Extractor{}, -1, .3, "", "湖泊/n|治理/vn|。", "湖泊治理", "湖泊/n|补偿/vn|。", "湖泊补偿"},
		{"head noun", keywords.Extractor{}, -1, 0, "", "生产力/n|。", "生产力", "", ""}, // the recurring kind wants two words
		{"lexicon", own, .5, .5, "", "水华/n|。", "水华", "水草/n|。", "水草"},
		{"institution", keywords.Extractor{}, 0, -.5, "", "湖泊/n|办公室/n|。", "湖泊办公室", "", ""},
		{"person", keywords.Extractor{}, 0, -1, "", "王/nr|算法/n|。", "王算法", "", ""},
		{"concept", keywords.Extractor{}, 0, .45, "", "数字/n|政府/n|。", "数字政府", "", ""},
	} {
		t.Run(c.part+" of "+c.phrase, func(t *testing.T) {
			t.Parallel()
			value := func(words, phrase string) float64 {
				k, _, ok := keywordOf(t, c.x, c.title, words, phrase)
				require.True(t, ok, "%s is a keyword", phrase)
				return featureOf(t, k, c.part)
			}
			recurrence := float64(strings.Count(c.takes, "/")) / 3000
			assert.InDelta(t, (1-recurrence)*c.short+recurrence*c.recurring, value(c.takes, c.phrase), 1e-12)
			if c.leaves != "" {
				assert.Zero(t, value(c.leaves, c.other))
			}
		})
	}
	t.Run("position", func(t *testing.T) {
		t.Parallel()
		k, d, ok := keywordOf(t, keywords.Extractor{}, "", "前言/n|。|生态/n|补偿/vn|。", "生态补偿")
		require.True(t, ok)
		const recurrence = 3. / 3000
		assert.InDelta(t, ((1-recurrence)*-1.8+recurrence*-.2)*9/float64(len(d.Text)), featureOf(t, k, "position"), 1e-12)
	})
}

// Of what recurs, not all may be a keyword, though it is a phrase.
func TestWhatRecursMayBeAKeyword(t *testing.T) {
	t.Parallel()
	twice := func(words string) string { return words + "，|" + words + "。|" }
	for _, c := range []struct {
		name          string
		takes, phrase string
		leaves, other string
	}{
		{"nothing that a light verb begins", twice("改革/vn|示范片/n|"), "改革示范片", twice("推进/v|示范片/n|"), "推进示范片"},
		{"nothing that an adjective begins, but an adjectival noun", twice("健康/an|示范片/n|"), "健康示范片", twice("优质/a|示范片/n|"), "优质示范片"},
		{"nothing that an adverb begins", twice("农业/n|示范片/n|"), "农业示范片", twice("率先/d|示范片/n|"), "率先示范片"},
		{"unless it is a term of the thesaurus", twice("健康/a|中国/ns|"), "健康中国", twice("健康/a|中原/ns|"), "健康中原"},
		{"of two characters an abbreviation", twice("两高/j|"), "两高", twice("桌子/n|"), "桌子"},
		{"of two characters a place", twice("临江/ns|"), "临江", twice("临江/nr|"), "临江"},
		{"of two characters an institution", twice("央行/nt|"), "央行", twice("银行/n|"), "银行"},
		{"of two characters another name", twice("临江/nz|"), "临江", twice("临江/x|"), "临江"},
		{"of two characters a term of the thesaurus", twice("粮食/n|"), "粮食", twice("食粮/n|"), "食粮"},
		{"of two characters no two words", twice("县/n|校长/n|"), "县校长", twice("县/n|校/n|"), "县校"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, _, ok := keywordOf(t, keywords.Extractor{}, "", busy(c.takes), c.phrase)
			assert.True(t, ok, c.phrase)
			_, d, ok := keywordOf(t, keywords.Extractor{}, "", busy(c.leaves), c.other)
			assert.False(t, ok, c.other)
			phrases, err := keywords.Phrases{MinRunes: 2}.Find(t.Context(), d)
			require.NoError(t, err)
			assert.Contains(t, textsOf(phrases), c.other, "so that it is the rule that leaves it out")
		})
	}
}

func textsOf(phrases []keywords.Phrase) (out []string) {
	for _, p := range phrases {
		out = append(out, p.Text)
	}
	return out
}
