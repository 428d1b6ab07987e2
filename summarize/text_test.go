package summarize

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
)

var openJieba = sync.OnceValues(func() (*native.Segmenter, error) { return native.Open(native.Options{}) })

// analyze makes a document of a text as a program would.
func analyze(t testing.TB, text string) *analysis.Document {
	t.Helper()
	segmenter, err := openJieba()
	require.NoError(t, err)
	a := analysis.Analyzer{Segmenter: segmenter}
	d, err := a.Analyze(t.Context(), analysis.Source{ID: "test", Text: text})
	require.NoError(t, err)
	return d
}

// texts returns the picks' texts.
func texts(picks []Pick) []string {
	var out []string
	for _, p := range picks {
		out = append(out, p.Text)
	}
	return out
}
