package keywords_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
	"github.com/tifa-go/tifa/summarize"
)

// The memory of the document and of all that was found in it on the way belongs
// to others by then.
func TestResultsOutliveTheirDocument(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	segmenter, err := native.Open(native.Options{})
	require.NoError(t, err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}

	type result struct {
		found   keywords.Findings
		summary *summarize.Summary
		written string
	}
	written := func(r result) string {
		s := fmt.Sprintf("%+v %+v", r.found, *r.summary)
		for _, k := range r.found.Keywords {
			s += fmt.Sprint(k.Features())
		}
		for _, p := range r.found.Phrases {
			s += fmt.Sprint(p.Features())
		}
		return s
	}
	work := func(file string) (r result) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		doc, err := analyzer.Analyze(context.Background(), analysis.Source{Text: string(text)})
		require.NoError(t, err)
		r.found, err = keywords.Extractor{}.ExtractAll(context.Background(), doc, 20)
		require.NoError(t, err)
		r.summary, err = summarize.Summarizer{}.Summarize(context.Background(), doc)
		require.NoError(t, err)
		r.written = written(r)
		doc.Release()
		return r
	}
	results := make([][]result, 4)
	var running sync.WaitGroup
	for w := range results {
		running.Go(func() {
			for i := range 2 * len(files) {
				results[w] = append(results[w], work(files[(i*(2*w+1))%len(files)]))
			}
		})
	}
	running.Wait()
	for _, of := range results {
		for _, r := range of {
			assert.Equal(t, r.written, written(r))
		}
	}
}
