package analysis_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

var errSource = errors.New("the source is broken")

// sources yields n texts of different lengths. Every 10th is not UTF-8, and in
// place of every 25th is an error. pulled counts what was asked for.
func sources(n int, pulled *atomic.Int64) iter.Seq2[analysis.Source, error] {
	return func(yield func(analysis.Source, error) bool) {
		for i := range n {
			if pulled != nil {
				pulled.Add(1)
			}
			s, err := analysis.Source{ID: fmt.Sprint(i), Text: strings.Repeat("稳中求进。", i%7)}, error(nil)
			if i%10 == 9 {
				s.Text += "\xff"
			}
			if i%25 == 24 {
				err = errSource
			}
			if !yield(s, err) {
				return
			}
		}
	}
}

func TestStreamKeepsOrderAndGoesOnAfterErrors(t *testing.T) {
	t.Parallel()
	for _, workers := range []int{0, 1, 8} {
		t.Run(fmt.Sprint(workers, " workers"), func(t *testing.T) {
			t.Parallel()
			a := analysis.Analyzer{Segmenter: pairSegmenter{}, Workers: workers}
			i := 0
			for d, err := range a.Stream(t.Context(), sources(200, nil)) {
				switch {
				case i%25 == 24:
					assert.ErrorIs(t, err, errSource)
				case i%10 == 9:
					var e *analysis.Error
					require.ErrorAs(t, err, &e)
					assert.Equal(t, fmt.Sprint(i), e.ID)
				default:
					require.NoError(t, err)
					assert.Equal(t, fmt.Sprint(i), d.ID)
				}
				i++
			}
			assert.Equal(t, 200, i)
		})
	}
}

func TestStreamStopsWithItsCaller(t *testing.T) {
	t.Parallel()
	var pulled atomic.Int64
	a := analysis.Analyzer{Segmenter: pairSegmenter{}, Workers: 4}
	i := 0
	for range a.Stream(t.Context(), sources(1000, &pulled)) {
		if i++; i == 5 {
			break
		}
	}
	assert.LessOrEqual(t, pulled.Load(), int64(5+2*4), "no more is read than may be held")
}

func TestStreamStopsWhenCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	a := analysis.Analyzer{Segmenter: pairSegmenter{}, Workers: 4}
	i := 0
	var last error
	for _, err := range a.Stream(ctx, sources(1000, nil)) {
		last = err
		if i++; i == 5 {
			cancel()
		}
	}
	assert.ErrorIs(t, last, context.Canceled)
	assert.LessOrEqual(t, i, 6)
}
