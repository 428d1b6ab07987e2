package summarize

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/internal/eval"
	"github.com/tifa-go/tifa/internal/rouge"
)

// dataDir returns the folder of real texts, or skips the test.
func dataDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA, the folder of real texts, is not set")
	}
	return dir
}

// Every real text has a summary by the default, and by one method after the
// other.
func TestRealTexts(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(dataDir(t), "*", "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for k, f := range files {
		text, err := os.ReadFile(f)
		require.NoError(t, err)
		d := analyze(t, string(text))
		for _, z := range []Summarizer{
			{},
			{Runes: 1000},
			{Ratio: .05, Sentences: 10, Aim: AimTasks},
			{Scorer: methods[k%len(methods)], Runes: 500},
		} {
			s, err := z.Summarize(t.Context(), d)
			require.NoError(t, err, f)
			checkSummary(t, z, d, s)
		}
	}
}

// The summaries of the labelled texts, over three budgets.
func TestLabelledTexts(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	all, err := eval.ReadGold(filepath.Join(dir, "gold"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("TIFA_DATA has no labelled texts")
	}
	require.NoError(t, err)
	var scores []rouge.Score
	for _, g := range all {
		found, err := filepath.Glob(filepath.Join(dir, "*", g.ID+".txt"))
		require.NoError(t, err)
		require.Len(t, found, 1)
		text, err := os.ReadFile(found[0])
		require.NoError(t, err)
		d := analyze(t, string(text))
		for _, runes := range []int{600, 800, 1000} {
			s, err := Summarizer{Runes: runes}.Summarize(t.Context(), d)
			require.NoError(t, err)
			scores = append(scores, rouge.Of(g.Summary, s.String()))
			if strings.HasSuffix(d.Title, "推进建设网络强省") {
				assert.Contains(t, s.String(), "网络强省", "a summary names its subject")
			}
		}
	}
	got := rouge.Mean(scores...)
	t.Logf("%.4f", got)
	assert.GreaterOrEqual(t, got.One, .685)
	assert.GreaterOrEqual(t, got.Two, .505)
	assert.GreaterOrEqual(t, got.L, .48)
}
