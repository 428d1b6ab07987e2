package keywords_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/keywords"
)

func TestBySection(t *testing.T) {
	t.Parallel()
	doc := analysistest.Document(t, "前/f|水利/n|。|\n|一/m|、|农业/n|\n|（|一/m|）|水利/n|\n|水利/n|、|种子/n|。|\n|（|二/m|）|种子/n|\n|二/m|、|水利/n|\n|种子/n|。")
	require.Len(t, doc.Sections, 4)
	mentions := func(word string) (out []analysis.Span) {
		for at := 0; ; {
			i := strings.Index(doc.Text[at:], word)
			if i < 0 {
				return out
			}
			out = append(out, analysis.Span{Start: at + i, End: at + i + len(word)})
			at += i + len(word)
		}
	}
	found := []keywords.Keyword{
		{Text: "水利", Score: 4, Count: 4, Tag: "n", Mentions: mentions("水利"), Variants: []keywords.Variant{{Text: "水", Count: 1}}},
		{Text: "种子", Score: 3, Count: 3, Tag: "n", Mentions: mentions("种子")},
		{Text: "不在", Score: 2},
	}
	for name, c := range map[string]struct {
		n    int
		want string
	}{
		"the score by the share in the section, with its subsections": {-1, "一、 水利 2 2.00, 种子 2 2.00; （一） 水利 2 2.00, 种子 1 1.00; （二） 种子 1 1.00; 二、 水利 1 1.00, 种子 1 1.00"},
		"the best of each": {1, "一、 水利 2 2.00; （一） 水利 2 2.00; （二） 种子 1 1.00; 二、 水利 1 1.00"},
		"none":             {0, "一、; （一）; （二）; 二、"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for i, list := range keywords.BySection(doc, found, c.n) {
				s := doc.Sections[i]
				var words []string
				for _, k := range list {
					assert.Empty(t, k.Variants)
					assert.Len(t, k.Mentions, k.Count)
					for _, m := range k.Mentions {
						assert.Equal(t, k.Text, doc.Text[m.Start:m.End])
						assert.True(t, s.Start <= m.Start && m.End <= s.End)
					}
					words = append(words, fmt.Sprintf("%s %d %.2f", k.Text, k.Count, k.Score))
				}
				got = append(got, strings.TrimSpace(s.Number+" "+strings.Join(words, ", ")))
			}
			assert.Equal(t, c.want, strings.Join(got, "; "))
		})
	}
	assert.Len(t, found[0].Mentions, 4, "what it is given is not changed")
	assert.Empty(t, keywords.BySection(analysistest.Document(t, "水利/n|。"), found, 3), "a text without sections")
}

func TestBySectionPrefersWhatIsItsOwn(t *testing.T) {
	t.Parallel()
	doc := analysistest.Document(t, "一/m|、|总/a|\n|发展/vn|、|水利/n|。|\n|二/m|、|其他/r|\n|发展/vn|。|发展/vn|。")
	found := []keywords.Keyword{
		{Text: "发展", Score: 5, Mentions: []analysis.Span{at(doc, "发展", 0), at(doc, "发展", 1), at(doc, "发展", 2)}},
		{Text: "水利", Score: 2, Mentions: []analysis.Span{at(doc, "水利", 0)}},
	}
	sections := keywords.BySection(doc, found, 1)
	require.Len(t, sections, 2)
	assert.Equal(t, "水利", sections[0][0].Text, "all of its mentions are here")
	assert.Equal(t, "发展", sections[1][0].Text)
}

// at returns where a word stands for the n-th time, counted from 0.
func at(doc *analysis.Document, word string, n int) analysis.Span {
	start := 0
	for ; n >= 0; n-- {
		start += strings.Index(doc.Text[start:], word) + len(word)
	}
	return analysis.Span{Start: start - len(word), End: start}
}
