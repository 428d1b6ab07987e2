package keywords

import (
	"cmp"
	"context"
	"fmt"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/rank"
)

// SingleRank scores the words by PageRank on the graph of their co-occurrence
// and a phrase by the sum of its words (Wan & Xiao 2008, with one document). An
// edge weighs as often as its two words stand within Window words of each other.
// Unlike [TextRank] it takes merged phrases apart, by Parts of analysis.Term, so
// that a phrase gains by every occurrence of its words, and long phrases by
// being long.
//
// Where the paper is silent: the words are the terms with one of Tags, in place
// of its nouns and adjectives, and within phrases the content words whatever
// their tag; the window counts all words, but neither punctuation nor space, and
// goes over the ends of sentences, as in the implementation of the library pke;
// page furniture is left out.
//
// Zero fields mean the defaults in brackets. A SingleRank may be used by any
// number of goroutines.
type SingleRank struct {
	Window    int      // words apart, at least 2: 2 joins neighbours only [10]
	Damping   float64  // share of its score that a word hands on, between 0 and 1 [0.85]
	Tolerance float64  // stop when the scores change by less in all (1-norm) [1e-6]
	Tags      []string // prefixes of the tags that count [DefaultTags]
}

// Score implements [Scorer]. It fails with ctx's error, or if a field is out
// of its range. Time and memory are linear in the text, times Window.
func (s SingleRank) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	s.Window = cmp.Or(s.Window, 10)
	if s.Window < 2 {
		return nil, fmt.Errorf("keywords: SingleRank: the window of %d words joins no words", s.Window)
	}
	seq := readSequence(doc, s.Tags)
	p, err := seq.rank(ctx, s.Window, rank.Options{Damping: s.Damping, Tolerance: s.Tolerance})
	if err != nil {
		return nil, fmt.Errorf("keywords: SingleRank: %w", err)
	}
	return seq.sums(p), nil
}
