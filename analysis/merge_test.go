package analysis_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
)

// spansOf returns the byte spans of each occurrence of the phrases, phrase by
// phrase.
func spansOf(d *analysis.Document, phrases ...string) []analysis.Span {
	var out []analysis.Span
	for _, p := range phrases {
		for at := 0; ; {
			i := strings.Index(d.Text[at:], p)
			if i < 0 {
				break
			}
			out = append(out, analysis.Span{Start: at + i, End: at + i + len(p)})
			at += i + len(p)
		}
	}
	return out
}

func TestMerge(t *testing.T) {
	t.Parallel()
	const text = "五大/j|发展/vn|理念/n|引领/v|发展/vn|。|建设/vn|网络/n|强省/x|，|“|十三五/m|”|规划/n|体现/v|五大/j|发展/vn|理念/n|。"
	for _, c := range []struct {
		name    string
		phrases []string
		tokens  string
		terms   []string // text×count/tag
	}{
		{"a phrase is one token and one term", []string{"五大发展理念"},
			"五大发展理念 引领 发展 。 建设 网络 强省 ， “ 十三五 ” 规划 体现 五大发展理念 。",
			[]string{"五大发展理念×2/n", "引领×1/v", "发展×1/vn", "建设×1/vn", "网络×1/n", "强省×1/x", "十三五×1/nz", "规划×1/n", "体现×1/v"}},
		{"marks inside a phrase are kept in the token and dropped from the term", []string{"“十三五”规划"},
			"五大 发展 理念 引领 发展 。 建设 网络 强省 ， “十三五”规划 体现 五大 发展 理念 。",
			[]string{"五大×2/j", "发展×3/vn", "理念×2/n", "引领×1/v", "建设×1/vn", "网络×1/n", "强省×1/x", "十三五规划×1/n", "体现×1/v"}},
		{"of overlapping spans the first in the list wins", []string{"发展理念", "五大发展"},
			"五大 发展理念 引领 发展 。 建设 网络 强省 ， “ 十三五 ” 规划 体现 五大 发展理念 。",
			[]string{"五大×2/j", "发展理念×2/n", "引领×1/v", "发展×1/vn", "建设×1/vn", "网络×1/n", "强省×1/x", "十三五×1/nz", "规划×1/n", "体现×1/v"}},
		{"a phrase that does not end in a noun is a set phrase", []string{"网络强省"},
			"五大 发展 理念 引领 发展 。 建设 网络强省 ， “ 十三五 ” 规划 体现 五大 发展 理念 。",
			[]string{"五大×2/j", "发展×3/vn", "理念×2/n", "引领×1/v", "建设×1/vn", "网络强省×1/l", "十三五×1/nz", "规划×1/n", "体现×1/v"}},
		{"nothing to merge", nil,
			"五大 发展 理念 引领 发展 。 建设 网络 强省 ， “ 十三五 ” 规划 体现 五大 发展 理念 。",
			[]string{"五大×2/j", "发展×3/vn", "理念×2/n", "引领×1/v", "建设×1/vn", "网络×1/n", "强省×1/x", "十三五×1/nz", "规划×1/n", "体现×1/v"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := analysistest.Document(t, text)
			before := len(d.Tokens)
			m, err := d.Merge(spansOf(d, c.phrases...))
			require.NoError(t, err)
			analysistest.TestDocument(t, m)
			assert.Len(t, d.Tokens, before, "the document itself is not changed")
			assert.Equal(t, d.Sentences[0].Start, m.Sentences[0].Start)

			var tokens []string
			for _, x := range m.Tokens {
				tokens = append(tokens, m.Text[x.Start:x.End])
			}
			assert.Equal(t, c.tokens, strings.Join(tokens, " "))
			var terms []string
			for _, x := range m.Terms {
				terms = append(terms, x.Text+"×"+string(rune('0'+x.Count))+"/"+x.Tag)
			}
			assert.Equal(t, c.terms, terms)
		})
	}
}

func TestMergeErrors(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, "发展/vn|理念/n|。|建设/vn|强省/x|。")
	for _, c := range []struct {
		name string
		span analysis.Span
		want string
	}{
		{"inside a token", analysis.Span{Start: 3, End: 12}, `analysis: document "test": the span 3:12 does not begin and end where tokens do`},
		{"behind the text", analysis.Span{Start: 0, End: 100}, `analysis: document "test": the span 0:100 does not begin and end where tokens do`},
		{"empty", analysis.Span{Start: 6, End: 6}, `analysis: document "test": the span 6:6 does not begin and end where tokens do`},
		{"negative", analysis.Span{Start: -1, End: 6}, `analysis: document "test": the span -1:6 does not begin and end where tokens do`},
		{"across a sentence's end", analysis.Span{Start: 6, End: 21}, `analysis: document "test": the span 6:21 crosses the end of a sentence at byte 15`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			m, err := d.Merge([]analysis.Span{c.span})
			assert.Nil(t, m)
			assert.EqualError(t, err, c.want)
		})
	}
}

func TestMergeKeepsSections(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, "一/m|、|总体/n|要求/n|\n|发展/vn|理念/n|。|\n|二/m|、|保障/vn|措施/n|\n|发展/vn|理念/n|。")
	m, err := d.Merge(spansOf(d, "发展理念", "总体要求"))
	require.NoError(t, err)
	analysistest.TestDocument(t, m)
	require.Len(t, m.Sections, 2)
	assert.Equal(t, len(d.Sections[1].Sentences), len(m.Sections[1].Sentences))
}

func TestMergeRecordsTheWordsOfAPhrase(t *testing.T) {
	t.Parallel()
	const text = "建设/v|网络/n|强省/x|。|“|十三五/m|”|规划/n|和/c|网络/n|强省/x|建设/vn|。|信息化/vn|，|信息/n|化/k|。"
	parts := func(d *analysis.Document) map[string][]analysis.Word {
		out := map[string][]analysis.Word{}
		for _, x := range d.Terms {
			if x.Parts != nil {
				out[x.Key] = x.Parts
			}
		}
		return out
	}
	network := []analysis.Word{{Text: "网络", Tag: "n"}, {Text: "强省", Tag: "x"}}
	plan := []analysis.Word{{Text: "十三五", Tag: "nz"}, {Text: "规划", Tag: "n"}}
	d := analysistest.Document(t, text)
	assert.Empty(t, parts(d), "words have no parts")
	for _, c := range []struct {
		name    string
		phrases [][]string // of one Merge after the other
		want    map[string][]analysis.Word
	}{
		{"a phrase has its words with their tags", [][]string{{"网络强省"}}, map[string][]analysis.Word{"网络强省": network}},
		{"without the marks inside it", [][]string{{"“十三五”规划"}}, map[string][]analysis.Word{"十三五规划": plan}},
		{"one word in quotation marks is no phrase", [][]string{{"“十三五”"}}, map[string][]analysis.Word{}},
		{"a later merge keeps what an earlier one recorded", [][]string{{"网络强省"}, {"“十三五”规划"}},
			map[string][]analysis.Word{"网络强省": network, "十三五规划": plan}},
		{"a phrase of a phrase has the words of both", [][]string{{"网络强省"}, {"网络强省建设"}},
			map[string][]analysis.Word{"网络强省": network, "网络强省建设": append(network[:2:2], analysis.Word{Text: "建设", Tag: "vn"})}},
		{"what is a word at its first occurrence is a word", [][]string{{"信息化"}}, map[string][]analysis.Word{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			m := d
			for _, phrases := range c.phrases {
				var err error
				m, err = m.Merge(spansOf(m, phrases...))
				require.NoError(t, err)
				analysistest.TestDocument(t, m)
			}
			assert.Equal(t, c.want, parts(m))
		})
	}
}
