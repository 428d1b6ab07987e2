package native

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native/internal/dict"
)

// The benchmarks run on the articles of testdata as one text, ten times and a
// hundred times over. Where TIFA_DATA names a folder, they are as many bytes of
// its policy texts, none of them twice as long as there are enough.

func benchTexts(b *testing.B) []struct{ name, text string } {
	b.Helper()
	one := joined(b, filepath.Join("..", "..", "testdata", "articles", "*.txt"))
	all := one
	if dir := os.Getenv("TIFA_DATA"); dir != "" {
		all = joined(b, filepath.Join(dir, "policy", "*.txt"))
	}
	all = strings.Repeat(all, 1+100*len(one)/len(all))
	var out []struct{ name, text string }
	for _, times := range []int{1, 10, 100} {
		text := strings.ToValidUTF8(all[:times*len(one)], "")
		out = append(out, struct{ name, text string }{fmt.Sprintf("x%d", times), text})
	}
	return out
}

func joined(tb testing.TB, pattern string) string {
	tb.Helper()
	files, err := filepath.Glob(pattern)
	require.NoError(tb, err)
	require.NotEmpty(tb, files, pattern)
	var all strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(tb, err)
		all.Write(text)
		all.WriteByte('\n')
	}
	return all.String()
}

// bench runs f on each text; f returns the number of words.
func bench(b *testing.B, f func(text string) int) {
	b.Helper()
	for _, t := range benchTexts(b) {
		b.Run(t.name, func(b *testing.B) {
			b.SetBytes(int64(len(t.text)))
			b.ReportAllocs()
			words := f(t.text) // the slice of the words grows here
			for b.Loop() {
				words = f(t.text)
			}
			b.ReportMetric(float64(words), "words/op")
		})
	}
}

func BenchmarkSegment(b *testing.B) {
	s := open(b)
	var words []analysis.Word
	bench(b, func(text string) int {
		words, _ = s.Segment(words[:0], text)
		return len(words)
	})
}

// BenchmarkSegmentWithLexicon has the 2,000 most frequent runs of four to eight
// characters between marks of punctuation as its lexicon.
func BenchmarkSegmentWithLexicon(b *testing.B) {
	texts := benchTexts(b)
	s, err := Open(Options{Lexicon: runsOf(open(b), texts[len(texts)-1].text, 2000)})
	require.NoError(b, err)
	var words []analysis.Word
	bench(b, func(text string) int {
		words, _ = s.Segment(words[:0], text)
		return len(words)
	})
}

func BenchmarkSegmentParallel(b *testing.B) {
	s := open(b)
	for _, t := range benchTexts(b) {
		b.Run(t.name, func(b *testing.B) {
			results := make(chan []analysis.Word, runtime.GOMAXPROCS(0)) // that have grown already
			for range cap(results) {
				words, _ := s.Segment(nil, t.text)
				results <- words
			}
			b.SetBytes(int64(len(t.text)))
			b.ResetTimer()
			b.RunParallel(func(pb *testing.PB) {
				words := <-results
				for pb.Next() {
					words, _ = s.Segment(words[:0], t.text)
				}
				results <- words
			})
		})
	}
}

func BenchmarkSegmentSearch(b *testing.B) {
	s := open(b)
	var pieces []analysis.Piece
	bench(b, func(text string) int {
		pieces, _ = s.SegmentSearch(pieces[:0], text)
		return len(pieces)
	})
}

func BenchmarkSegmentFull(b *testing.B) {
	s := open(b)
	var pieces []analysis.Piece
	bench(b, func(text string) int {
		pieces, _ = s.SegmentFull(pieces[:0], text)
		return len(pieces)
	})
}

// BenchmarkOpen is what the first call of Open in a process takes: all later ones
// share its dictionary.
func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, err := dict.Load(dictionaryFile)
		require.NoError(b, err)
	}
}

func BenchmarkOpenWithLexicon(b *testing.B) {
	texts := benchTexts(b)
	o := Options{Lexicon: runsOf(open(b), texts[len(texts)-1].text, 2000)}
	b.ReportAllocs()
	b.ReportMetric(float64(len(o.Lexicon)), "words")
	for b.Loop() {
		_, err := Open(o)
		require.NoError(b, err)
	}
}
