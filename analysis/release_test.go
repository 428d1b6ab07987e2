package analysis_test

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/analysis/native"
)

// Whoever has a Document of such memory must not see the one before it.
func TestDocumentInReleasedMemoryIsLikeAnyOther(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	texts := []string{"", "\n", "一、经济发展。"}
	for _, f := range files {
		text, err := os.ReadFile(f)
		require.NoError(t, err)
		texts = append(texts, string(text), string(text)+string(text))
	}
	segmenter, err := native.Open(native.Options{})
	require.NoError(t, err)
	a := analysis.Analyzer{Segmenter: segmenter}
	analyze := func(text string) *analysis.Document {
		d, err := a.Analyze(context.Background(), analysis.Source{Text: text})
		require.NoError(t, err)
		return d
	}
	want := make([]*analysis.Document, len(texts))
	for i, text := range texts {
		want[i] = analyze(text)
	}
	var running sync.WaitGroup
	for worker := range 4 {
		running.Go(func() {
			for step := range 4 * len(texts) {
				i := step * (2*worker + 1) % len(texts) // long after short ones, and short after long
				d := analyze(texts[i])
				assert.Equal(t, want[i], d)
				d.Release()
			}
		})
	}
	running.Wait()
}

func TestReleaseLeavesMergedDocumentsAlone(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, "五大/j|发展/vn|理念/n|引领/v|发展/vn|。")
	m, err := d.Merge(spansOf(d, "五大发展理念"))
	require.NoError(t, err)
	d.Release()
	assert.Equal(t, &analysis.Document{}, d)
	d.Release() // does nothing
	analysistest.Document(t, "其他/r|文章/n|的/uj|词/n|，|更/d|多/m|的/uj|词/n|。")
	analysistest.TestDocument(t, m)
	assert.Equal(t, "五大发展理念", m.Terms[0].Key)
	assert.Equal(t, "vn", m.Tokens[2].Tag)
}
