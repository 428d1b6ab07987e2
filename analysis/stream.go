package analysis

import (
	"context"
	"iter"

	"github.com/tifa-go/tifa/internal/ordered"
)

// Stream analyzes the sources with a.Workers goroutines and yields one pair for
// each, in input order: the document, or nil and the error that says which
// document failed and why. An error of src is passed on in its place. An error
// does not end the stream; the caller decides whether to go on.
//
// When ctx ends, the last pair is nil and its error. Then, and when the caller
// leaves the loop, the range waits for the calls under way and for src, and
// leaves no goroutine behind; so a src that can block must watch ctx itself. At
// most twice a.Workers sources and documents are held at a time, so a stream of
// any length runs in bounded memory.
func (a *Analyzer) Stream(ctx context.Context, src iter.Seq2[Source, error]) iter.Seq2[*Document, error] {
	return ordered.Map(ctx, a.Workers, src, func(ctx context.Context, s Source, err error) (*Document, error) {
		if err != nil {
			return nil, err
		}
		return a.Analyze(ctx, s)
	})
}
