//go:build cgo

package native

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

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
