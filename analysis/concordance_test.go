package analysis_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
)

// marked returns the text of a document with each hit in brackets, and the number
// of the query, where it is not 0, behind it.
func marked(doc *analysis.Document, hits []analysis.Hit) string {
	var b strings.Builder
	at := 0
	for _, h := range hits {
		if h.Start < at {
			return "overlap"
		}
		b.WriteString(doc.Text[at:h.Start] + "[" + doc.Text[h.Start:h.End] + "]" + strings.Repeat("'", h.Query))
		at = h.End
	}
	return b.String() + doc.Text[at:]
}

func TestConcordanceFind(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		words   string
		queries []string
		except  []string
		want    string
	}{
		"one token":                                  {"推进/v|网络/n|强省/x|。", []string{"网络"}, nil, "推进[网络]强省。"},
		"several tokens":                             {"贯彻/v|新/a|发展/vn|理念/n|。", []string{"新发展理念"}, nil, "贯彻[新发展理念]。"},
		"one token of a lexicon":                     {"贯彻/v|新发展理念/nz|。", []string{"新发展理念"}, nil, "贯彻[新发展理念]。"},
		"tokens that part it elsewhere":              {"贯彻/v|新发/x|展理念/x|。", []string{"新发展理念"}, nil, "贯彻[新发展理念]。"},
		"not from inside a word":                     {"坚持/v|创新/v|发展/vn|理念/n|。", []string{"新发展理念"}, nil, "坚持创新发展理念。"},
		"not up to inside a word":                    {"推进/v|改革开放/l|。", []string{"推进改革"}, nil, "推进改革开放。"},
		"not from inside a word torn apart":          {"坚持/v|创/v|新/a|发展/vn|理念/n|。", []string{"新发展理念"}, nil, "坚持创新发展理念。"},
		"not where a lexicon tears a word":           {"坚持/v|创/v|新发展理念/nz|。", []string{"新发展理念"}, nil, "坚持创新发展理念。"},
		"not up to inside a word torn apart":         {"三个/m|代/q|表/v|。", []string{"三个代"}, nil, "三个代表。"},
		"behind a function word":                     {"从/p|新/a|发展/vn|理念/n|出发/v|，|最/d|新/a|发展/vn|。", []string{"新发展"}, nil, "从[新发展]理念出发，最[新发展]。"},
		"a word more common than what it would tear": {"做/v|大/a|做/v|强/a|。", []string{"做大"}, nil, "[做大]做强。"},
		"a dictionary's word behind one":             {"市/n|民政局/n|。", []string{"民政局"}, nil, "市[民政局]。"},
		"inside a longer phrase":                     {"数字/n|青阳/ns|建设/vn|。", []string{"数字青阳"}, nil, "[数字青阳]建设。"},
		"not inside what is excepted":                {"数字/n|青阳/ns|建设/vn|与/c|数字/n|青阳/ns|。", []string{"数字青阳"}, []string{"数字青阳建设"}, "数字青阳建设与[数字青阳]。"},
		"across the border of what is excepted":      {"数字/n|青阳/ns|建设/vn|。", []string{"青阳建设"}, []string{"数字青阳"}, "数字[青阳建设]。"},
		"quotation marks inside":                     {"“|十四五/m|”|规划/n|。", []string{"十四五规划"}, nil, "“[十四五”规划]。"},
		"blanks, widths and case":                    {"建设/v|５Ｇ/eng| |基站/n|。", []string{"“5g”  基站"}, nil, "建设[５Ｇ 基站]。"},
		"not across sentences":                       {"发展/vn|。|理念/n|。", []string{"发展。理念", "发展理念"}, nil, "发展。理念。"},
		"hits of one query do not overlap":           {"进步/v|进步/v|进步/v|。", []string{"进步进步"}, nil, "[进步进步]进步。"},
		"several queries":                            {"改革/v|开放/v|创新/v|。", []string{"创新", "改革"}, nil, "[改革]'开放[创新]。"},
		"not in page furniture":                      {"改革/v|。|\n|责任/n|编辑/n|：|改革/v|\n", []string{"改革"}, nil, "[改革]。\n责任编辑：改革\n"},
		"nothing":                                    {"改革/v|。", []string{"开放"}, nil, "改革。"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := analysistest.Document(t, c.words)
			hits, err := analysis.Concordance{Queries: c.queries, Except: c.except}.Find(t.Context(), doc)
			require.NoError(t, err)
			assert.Equal(t, c.want, marked(doc, hits))
		})
	}
}

func TestConcordanceOfNestedQueries(t *testing.T) {
	t.Parallel()
	doc := analysistest.Document(t, "新/a|发展/vn|理念/n|。")
	hits, err := analysis.Concordance{Queries: []string{"发展", "新发展", "新发展理念"}}.Find(t.Context(), doc)
	require.NoError(t, err)
	var order []int
	for _, h := range hits {
		order = append(order, h.Query)
	}
	assert.Equal(t, []int{2, 1, 0}, order, "of those that start at one place the longest is first")
}

// In a merged document only what stands outside of longer phrases is found.
func TestConcordanceOfMergedDocument(t *testing.T) {
	t.Parallel()
	doc := analysistest.Document(t, "数字/n|青阳/ns|建设/vn|与/c|数字/n|青阳/ns|。")
	merged, err := doc.Merge([]analysis.Span{{Start: 0, End: len("数字青阳建设")}})
	require.NoError(t, err)
	hits, err := analysis.Concordance{Queries: []string{"数字青阳"}}.Find(t.Context(), merged)
	require.NoError(t, err)
	assert.Equal(t, "数字青阳建设与[数字青阳]。", marked(merged, hits))
}

func TestConcordanceContext(t *testing.T) {
	t.Parallel()
	const words = "总则/n|\n|\n|坚持/v|改革/v|。|推进/v|开放/v|，|扩大/v|合作/v|。|\n|完/v|。"
	for name, c := range map[string]struct {
		runes, sentences int
		left, right      string
	}{
		"by default 30 characters, as far as there are any": {0, 0, "总则\n\n坚持改革。推进", "，扩大合作。\n完。"},
		"characters":                                {3, 0, "。推进", "，扩大"},
		"its own sentence":                          {0, 1, "推进", "，扩大合作。\n"},
		"a sentence on either side":                 {0, 2, "坚持改革。推进", "，扩大合作。\n完。"},
		"sentences without blank lines":             {0, 3, "总则\n\n坚持改革。推进", "，扩大合作。\n完。"},
		"sentences come before characters":          {1, 1, "推进", "，扩大合作。\n"},
		"as many sentences as the text has at most": {0, 99, "总则\n\n坚持改革。推进", "，扩大合作。\n完。"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := analysistest.Document(t, words)
			hits, err := analysis.Concordance{Queries: []string{"开放"}, Runes: c.runes, Sentences: c.sentences}.Find(t.Context(), doc)
			require.NoError(t, err)
			require.Len(t, hits, 1)
			h := hits[0]
			assert.Equal(t, c.left, doc.Text[h.Left.Start:h.Left.End])
			assert.Equal(t, c.right, doc.Text[h.Right.Start:h.Right.End])
			assert.Equal(t, []int{h.Start, h.End}, []int{h.Left.End, h.Right.Start})
			s := doc.Sentences[h.Sentence]
			assert.True(t, s.Start <= h.Start && h.End <= s.End)
		})
	}
}

func TestConcordanceErrors(t *testing.T) {
	t.Parallel()
	doc := analysistest.Document(t, "改革/v|。")
	for want, c := range map[string]analysis.Concordance{
		"analysis: Concordance: no query":                                                               {},
		"analysis: Concordance: the query \"“ ”\" has no character to look for":                         {Queries: []string{"改革", "“ ”"}},
		"analysis: Concordance: the query \"\" has no character to look for":                            {Queries: []string{"改革"}, Except: []string{""}},
		"analysis: Concordance: the context has -1 characters and 0 sentences; neither may be negative": {Queries: []string{"改革"}, Runes: -1},
		"analysis: Concordance: the context has 0 characters and -2 sentences; neither may be negative": {Queries: []string{"改革"}, Sentences: -2},
	} {
		_, err := c.Find(t.Context(), doc)
		assert.EqualError(t, err, want)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	_, err := analysis.Concordance{Queries: []string{"改革"}}.Find(ctx, doc)
	assert.ErrorIs(t, err, context.Canceled)
}

// FuzzConcordance compares the hits in a text of one-tag words with those of a
// search that looks at each pair of tokens. With an empty Corpus no word is torn.
func FuzzConcordance(f *testing.F) {
	f.Add("贯彻|新|发展|理念|。|新发展|理念", "新发展理念")
	f.Add("“|十四五|”| |规划|\n|十四五|规划|规划", "十四五规划")
	f.Add("进步|进步|进步|！|进步", "进步进步")
	f.Fuzz(func(t *testing.T, words, query string) {
		if !utf8.ValidString(words) || strings.Contains(words, "/") || len(words) > 1000 || analysis.Key(query) == "" {
			t.Skip("no words or no query")
		}
		for _, w := range strings.Split(words, "|") {
			if w == "" {
				t.Skip("an empty word")
			}
		}
		doc := analysistest.Document(t, words)
		got, err := analysis.Concordance{Queries: []string{query}, Corpus: &analysis.Corpus{}}.Find(t.Context(), doc)
		require.NoError(t, err)
		var want []analysis.Span
		end := 0
		for _, s := range doc.Sentences {
			if s.Role == analysis.RoleFurniture {
				continue
			}
			for i, a := range s.Tokens {
				for _, b := range s.Tokens[i:] {
					text := doc.Text[a.Start:b.End]
					if a.Start >= end && analysis.Key(text) == analysis.Key(query) && analysis.Key(doc.Text[a.Start:a.End]) != "" {
						want = append(want, analysis.Span{Start: a.Start, End: b.End})
						end = b.End
						break
					}
				}
			}
		}
		var spans []analysis.Span
		for _, h := range got {
			spans = append(spans, analysis.Span{Start: h.Start, End: h.End})
			require.True(t, utf8.ValidString(doc.Text[h.Left.Start:h.Left.End]) && utf8.ValidString(doc.Text[h.Right.Start:h.Right.End]))
		}
		require.Equal(t, want, spans)
	})
}
