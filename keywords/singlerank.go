package keywords

import (
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
// Its features are the terms of PageRank's equation, summed over the words of a
// phrase: what every word has, however it stands, what the phrase's own words hand
// on to each other, what each of the three other words beside them that hand on
// most hands on, and what the others do.
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
	scores, _, err := s.Explain(ctx, doc)
	return scores, err
}

// Explain implements [Explainer].
func (s SingleRank) Explain(ctx context.Context, doc *analysis.Document) ([]float64, Reasons, error) {
	seq := readSequence(doc, s.Tags)
	scores, why, err := seq.rank(ctx, s.Window, rank.Options{Damping: s.Damping, Tolerance: s.Tolerance}, "every word")
	if err != nil {
		return nil, nil, fmt.Errorf("keywords: SingleRank: %w", err)
	}
	return scores, why, nil
}
