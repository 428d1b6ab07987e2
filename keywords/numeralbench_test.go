package keywords_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/keywords"
)

// BenchmarkNumerals finds the slogans of the articles of testdata, once, ten
// and a hundred times over.
func BenchmarkNumerals(b *testing.B) {
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(b, err)
	var all strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(b, err)
		all.Write(text)
		all.WriteString("\n")
	}
	for _, times := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("x%d", times), func(b *testing.B) { benchmarkNumerals(b, strings.Repeat(all.String(), times)) })
	}
	b.Run("many slogans", func(b *testing.B) { benchmarkNumerals(b, manySlogans(20_000)) })
}

func benchmarkNumerals(b *testing.B, text string) {
	d := analyze(b, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		_, err := keywords.Numerals{}.Find(b.Context(), d)
		require.NoError(b, err)
	}
}

// manySlogans is a text of n different slogans, each with something like a
// definition, which costs the most.
func manySlogans(n int) string {
	var s strings.Builder
	for i := range n {
		a, c := rune(0x4e00+i%5000), rune(0x5e00+i/5000)
		fmt.Fprintf(&s, "“三%c%c两%c”：%c%c，%c、%c。", a, c, a, a, c, c, a)
	}
	return s.String()
}
