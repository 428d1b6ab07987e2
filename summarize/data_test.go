package summarize

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
)

// Every real text has a summary by every method.
func TestRealTexts(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA, the folder of real texts, is not set")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	segmenter, err := native.Open(native.Options{})
	require.NoError(t, err)
	a := analysis.Analyzer{Segmenter: segmenter}
	for _, f := range files {
		text, err := os.ReadFile(f)
		require.NoError(t, err)
		d, err := a.Analyze(t.Context(), analysis.Source{ID: filepath.Base(f), Text: string(text)})
		require.NoError(t, err)
		for _, z := range []Summarizer{
			{},
			{Scorer: TextRank{}, Ratio: .1},
			{Scorer: LexRank{Corpus: analysis.Background()}, Ratio: .05, Sentences: 10},
			{Scorer: LexRank{Threshold: .1}, Runes: 1000},
			{Scorer: Lead{}, Sentences: 5},
		} {
			s, err := z.Summarize(t.Context(), d)
			require.NoError(t, err)
			checkSummary(t, z, d, s)
		}
	}
}
