//go:build cgo

package native

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/jieba"
	"github.com/tifa-go/tifa/analysis/lexicon"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// openJieba returns the engine whose words are the right ones.
func openJieba(tb testing.TB, entries []lexicon.Entry) *jieba.Segmenter {
	tb.Helper()
	s, err := jieba.Open(jieba.Options{Lexicon: entries})
	require.NoError(tb, err)
	tb.Cleanup(func() { s.Close() })
	return s
}

func TestGoldenIsGojiebas(t *testing.T) {
	plain, user := openJieba(t, nil), openJieba(t, goldenLexicon)
	var b strings.Builder
	for _, text := range goldenTexts(t) {
		b.WriteString(golden(t, plain, user, text))
	}
	if *update {
		require.NoError(t, os.WriteFile(goldenFile, []byte(b.String()), 0o644))
	}
	data, err := os.ReadFile(goldenFile)
	require.NoError(t, err)
	assert.True(t, b.String() == string(data), "go test ./analysis/native -update rewrites it")
}

// difference says where the two differ on text, "" where they do not, and counts
// the words.
func difference(want, got tagger, text string) (_ string, words int) {
	a, err := want.Segment(nil, text)
	if err != nil {
		return err.Error(), 0
	}
	b, err := got.Segment(nil, text)
	if err != nil {
		return err.Error(), 0
	}
	at := 0
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("at byte %d gojieba has %q and the engine %q, in %q", at, a[i], b[i], around(text, at)), 0
		}
		at += len(a[i].Text)
	}
	if len(a) != len(b) {
		return fmt.Sprintf("gojieba has %d words and the engine %d", len(a), len(b)), 0
	}
	return "", len(a)
}

func around(text string, at int) string { return text[max(0, at-60):min(len(text), at+60)] }

// indexDifference is difference in search mode and in full mode.
func indexDifference(want, got tagger, text string) (_ string, pieces int) {
	for _, mode := range []func(s tagger) ([]analysis.Piece, error){
		func(s tagger) ([]analysis.Piece, error) { return s.SegmentSearch(nil, text) },
		func(s tagger) ([]analysis.Piece, error) { return s.SegmentFull(nil, text) },
	} {
		a, err := mode(want)
		if err != nil {
			return err.Error(), 0
		}
		b, err := mode(got)
		if err != nil {
			return err.Error(), 0
		}
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				return fmt.Sprintf("gojieba has the piece %+v and the engine %+v, in %q", a[i], b[i], around(text, a[i].Start)), 0
			}
		}
		if len(a) != len(b) {
			return fmt.Sprintf("gojieba has %d pieces and the engine %d", len(a), len(b)), 0
		}
		pieces += len(a)
	}
	return "", pieces
}

// realTexts returns the articles of testdata and all texts that TIFA_DATA has.
func realTexts(tb testing.TB) []string {
	tb.Helper()
	texts := articles(tb)
	if dir := os.Getenv("TIFA_DATA"); dir != "" {
		files, err := filepath.Glob(filepath.Join(dir, "*", "*.txt"))
		require.NoError(tb, err)
		require.NotEmpty(tb, files, "TIFA_DATA has no texts")
		for _, f := range files {
			b, err := os.ReadFile(f)
			require.NoError(tb, err)
			texts = append(texts, string(b))
		}
	}
	return texts
}

// A generator makes text of what the engines could take differently.
type generator struct {
	*rand.Rand
	words []string // of the dictionary and the lexicon
	runes []rune   // of them and of the model
	real  []rune
}

func newGenerator(tb testing.TB, s *Segmenter, entries []lexicon.Entry, seed uint64) *generator {
	tb.Helper()
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 7))}
	for r := rune(1); r <= utf8.MaxRune; r++ {
		if s.dict.Code(r) != 0 {
			g.runes = append(g.runes, r)
		}
	}
	runes := map[uint16]rune{}
	for _, r := range g.runes {
		runes[s.dict.Code(r)] = r
	}
	// All words, from the trie.
	type prefix struct {
		at   cursor
		text string
	}
	var all []prefix
	for c := range s.dict.Codes() {
		if r := runes[uint16(c)]; r != 0 {
			all = append(all, prefix{cursor{word: s.dict.Words[c]}, string(r)})
		}
	}
	children := map[uint64][]int{} // by base, the elements of the trie
	for i, n := range s.dict.Words[s.dict.Codes():] {
		if n != 0 {
			i += s.dict.Codes()
			base := uint64(i) - uint64(n.Code())
			children[base] = append(children[base], i)
		}
	}
	for len(all) > 0 {
		p := all[len(all)-1]
		all = all[:len(all)-1]
		if p.at.word.Value() != 0 {
			g.words = append(g.words, p.text)
		}
		for _, i := range children[p.at.word.Base()] {
			n := s.dict.Words[i]
			all = append(all, prefix{cursor{word: n}, p.text + string(runes[n.Code()])})
		}
	}
	for _, e := range entries {
		for range 1 + 3000/len(entries) { // as often as to be met
			g.words = append(g.words, e.Word)
		}
	}
	g.real = []rune(strings.Join(articles(tb), ""))
	return g
}

// text returns n or some more pieces of all kinds.
func (g *generator) text(n int) string {
	var b strings.Builder
	pick := func(s string) string {
		r := []rune(s)
		return string(r[g.IntN(len(r))])
	}
	for range n {
		switch g.IntN(16) {
		case 0, 1, 2, 3:
			b.WriteString(g.words[g.IntN(len(g.words))])
		case 4, 5, 6: // a fragment of a word
			w := []rune(g.words[g.IntN(len(g.words))])
			i := g.IntN(len(w))
			b.WriteString(string(w[i : i+1+g.IntN(len(w)-i)]))
		case 7, 8:
			for range 1 + g.IntN(6) {
				b.WriteRune(g.runes[g.IntN(len(g.runes))])
			}
		case 9, 10:
			i := g.IntN(len(g.real))
			b.WriteString(string(g.real[i:min(len(g.real), i+g.IntN(12))]))
		case 11:
			for range 1 + g.IntN(8) {
				b.WriteString(pick("aAzZ019.5 +-#&/%中年月GTBC恤超"))
			}
		case 12:
			b.WriteString(pick("，。、；：“”（）《》\u3000 \t\n\r·…—＋％０９ＡｚéжΩ〇①々ㄅ가あア"))
		case 13: // any plane
			b.WriteRune(rune(1 + g.IntN(utf8.MaxRune)))
		case 14:
			b.WriteRune(rune(0x3400 + g.IntN(0xa000-0x3400)))
		case 15:
			b.WriteRune(rune(1 + g.IntN(0x3000)))
		}
		if g.IntN(3000) == 0 {
			b.WriteString(pick("\x00") + "\xff\xe4\xbd")
		}
	}
	return b.String()
}

// lexicons are what the engines are compared with.
func lexicons(tb testing.TB) map[string][]lexicon.Entry {
	tb.Helper()
	texts := realTexts(tb)
	var some strings.Builder
	for _, text := range texts[:min(len(texts), 40)] {
		some.WriteString(text)
	}
	return map[string][]lexicon.Entry{
		"none":           nil,
		"a nasty one":    goldenLexicon,
		"of 2,000 terms": runsOf(open(tb), some.String(), 2000),
	}
}

func TestWordsAndTagsEqualGojieba(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 6
	}
	texts := realTexts(t)
	for name, entries := range lexicons(t) {
		t.Run("lexicon "+name, func(t *testing.T) {
			want := openJieba(t, entries)
			got, err := Open(Options{Lexicon: entries})
			require.NoError(t, err)
			words := 0
			for i, text := range texts {
				diff, n := difference(want, got, text)
				require.Empty(t, diff, "real text %d", i)
				words += n
			}
			t.Logf("%d words of %d real texts, 0 differences", words, len(texts))
			words, pieces := 0, 0 // of generated text
			g := newGenerator(t, got, entries, 1)
			for i := range rounds {
				text := g.text(5000)
				diff, n := difference(want, got, text)
				require.Empty(t, diff, "generated text %d", i)
				words += n
				if i%4 == 0 {
					diff, n = indexDifference(want, got, text)
					require.Empty(t, diff, "generated text %d", i)
					pieces += n
				}
			}
			t.Logf("%d words and %d pieces of generated text, 0 differences", words, pieces)
			for i, text := range texts[:min(len(texts), 30)] {
				diff, _ := indexDifference(want, got, text)
				require.Empty(t, diff, "real text %d", i)
			}
		})
	}
}

func FuzzEqualsGojieba(f *testing.F) {
	for _, seed := range []string{"", hostile, "AT&T恤5G1.5.a", "“互联网＋监管”＋", strings.Repeat("高质量发展", 50), "жы中ж龘"} {
		f.Add(seed)
	}
	plain, user := openJieba(f, nil), openJieba(f, goldenLexicon)
	f.Fuzz(func(t *testing.T, text string) {
		for want, got := range map[tagger]*Segmenter{plain: open(t), user: goldenUser(t)} {
			diff, _ := difference(want, got, text)
			assert.Empty(t, diff)
			diff, _ = indexDifference(want, got, text)
			assert.Empty(t, diff)
		}
	})
}
