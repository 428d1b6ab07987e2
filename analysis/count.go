package analysis

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/tifa-go/tifa/internal/ordered"
)

// A PhraseFunc finds the phrases of a document: spans as Merge takes them, such
// as keywords.Phrases.Spans finds. It may be called by several goroutines.
type PhraseFunc func(ctx context.Context, d *Document) ([]Span, error)

// maxErrors is how many errors CountCorpus keeps, so that its memory is bounded.
const maxErrors = 100

// CountCorpus analyzes the sources with a.Workers goroutines and counts in how
// many of them each term occurs: document frequencies of one's own texts, in one
// call. With a PhraseFunc it also counts the phrases that it finds in each
// document, as terms beside its words, which are counted whether they stand in
// phrases or not: so no phrase is in more documents than its words are. What a
// PhraseFunc finds only where it recurs, it may miss in other documents that have
// it too, and so the IDF of phrases is rather too high. A nil PhraseFunc means
// words only.
//
// A source that fails, or an error in its place, is left out and does not stop
// the count: the Corpus returned has all other documents, and the error joins
// the first 100 that occurred, each of which names its document, and the number
// of the others. When ctx ends, the Corpus is nil. Sources are read as
// [Analyzer.Stream] reads them, in bounded memory; the counts do not depend on
// a.Workers.
func (a *Analyzer) CountCorpus(ctx context.Context, src iter.Seq2[Source, error], phrases PhraseFunc) (*Corpus, error) {
	var c Corpus
	var errs []error
	more := 0
	for d, err := range ordered.Map(ctx, a.Workers, src, func(ctx context.Context, s Source, err error) (*Document, error) {
		if err != nil {
			return nil, err
		}
		return a.withPhrases(ctx, s, phrases)
	}) {
		switch {
		case err == nil:
			c.Add(d)
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case len(errs) < maxErrors:
			errs = append(errs, err)
		default:
			more++
		}
	}
	if more > 0 {
		errs = append(errs, fmt.Errorf("analysis: %d more sources failed", more))
	}
	return &c, errors.Join(errs...)
}

// withPhrases analyzes a source and returns a document whose Terms are its
// words and its phrases, some of them twice, for Corpus.Add alone.
func (a *Analyzer) withPhrases(ctx context.Context, s Source, phrases PhraseFunc) (*Document, error) {
	d, err := a.Analyze(ctx, s)
	if err != nil || phrases == nil {
		return d, err
	}
	spans, err := phrases(ctx, d)
	if err != nil {
		return nil, fmt.Errorf("analysis: document %q: %w", s.ID, err)
	}
	m, err := d.Merge(spans)
	if err != nil {
		return nil, err
	}
	return &Document{ID: d.ID, Terms: slices.Concat(d.Terms, m.Terms)}, nil
}
