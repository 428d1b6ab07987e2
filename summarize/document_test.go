package summarize

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
)

// roles are the marks that sentences of newDocument may begin with.
var roles = map[byte]analysis.Role{
	'!': analysis.RoleTitle, '#': analysis.RoleHeading, '@': analysis.RoleSalutation, '~': analysis.RoleFurniture, ' ': analysis.RoleBlank,
}

// newDocument makes a document of the sentences, each a line, whose words are
// separated by blanks: those of Han characters or letters are terms.
func newDocument(t testing.TB, sentences ...string) *analysis.Document {
	t.Helper()
	d := &analysis.Document{ID: "test"}
	ids := make(map[string]analysis.TermID)
	var text strings.Builder
	add := func(word string, kind analysis.Kind) {
		token := analysis.Token{Start: text.Len(), End: text.Len() + len(word), Kind: kind, Term: analysis.NoTerm}
		if kind == analysis.KindWord {
			id, seen := ids[word]
			if !seen {
				id = analysis.TermID(len(d.Terms))
				ids[word] = id
				d.Terms = append(d.Terms, analysis.Term{Text: word, Key: word, Tag: "n", First: len(d.Tokens)})
			}
			d.Terms[id].Count++
			token.Term = id
		}
		text.WriteString(word)
		d.Tokens = append(d.Tokens, token)
	}
	var first []int
	for i, s := range sentences {
		role := analysis.RoleBody
		if s != "" {
			if r, ok := roles[s[0]]; ok {
				role, s = r, s[1:]
			}
		}
		start := text.Len()
		first = append(first, len(d.Tokens))
		for _, w := range strings.Fields(s) {
			r, _ := utf8.DecodeRuneInString(w)
			switch {
			case unicode.IsLetter(r):
				add(w, analysis.KindWord)
			case unicode.IsDigit(r):
				add(w, analysis.KindNumber)
			default:
				add(w, analysis.KindPunct)
			}
		}
		add("\n", analysis.KindSpace)
		d.Sentences = append(d.Sentences, analysis.Sentence{Start: start, End: text.Len(), Paragraph: i, Section: -1, Role: role})
		d.Paragraphs = append(d.Paragraphs, analysis.Paragraph{Start: start, End: text.Len()})
	}
	d.Text = text.String()
	for i := range sentences {
		end := len(d.Tokens)
		if i+1 < len(first) {
			end = first[i+1]
		}
		d.Sentences[i].Tokens = d.Tokens[first[i]:end:end]
		d.Paragraphs[i].Sentences = d.Sentences[i : i+1 : i+1]
	}
	return d
}

// inputOf returns what the methods see of a document.
func inputOf(d *analysis.Document) *input { return newInput(d, rankable(d), GenreAuto) }

func TestNewDocument(t *testing.T) {
	t.Parallel()
	d := newDocument(t, "!基层 治理", "推进 基层 治理 ， 增长 5 。", "")
	analysistest.TestDocument(t, d)
	require.Equal(t, "基层治理\n推进基层治理，增长5。\n\n", d.Text)
	require.Len(t, d.Terms, 4)
}

// randomSentences returns n sentences of up to 25 words, whose frequencies
// follow Zipf's law. They are long enough to be picked but for a few.
func randomSentences(r *rand.Rand, n int) []string {
	zipf := rand.NewZipf(r, 1.1, 4, uint64(20*n))
	out := make([]string, n)
	for i := range out {
		words := make([]string, 1+r.IntN(25))
		for k := range words {
			words[k] = fmt.Sprintf("词%d语", zipf.Uint64())
		}
		out[i] = strings.Join(words, " ") + " 。"
	}
	return out
}

// mixed returns the sentences with some that must not be picked among them.
func mixed(r *rand.Rand, sentences []string) []string {
	var out []string
	for _, s := range sentences {
		switch r.IntN(8) {
		case 0:
			out = append(out, "#"+s)
		case 1:
			out = append(out, s)
		case 2:
			out = append(out, "（ "+s+" ）")
		case 3:
			out = append(out, "现 就 做好 下列 工作 要求 如下 ：")
		}
		out = append(out, s)
	}
	return out
}
