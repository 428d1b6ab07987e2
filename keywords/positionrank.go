package keywords

import (
	"context"
	"fmt"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/rank"
)

// PositionRank is [SingleRank] with a preference for words that stand early and
// often (Florescu & Caragea 2017): the walk restarts at word v with
// a probability in proportion to
//
//	p(v) = Σ 1/position
//
// over all occurrences of v; the first word of the text has position 1, and
// words that do not count have positions too. A phrase scores the sum of its
// words.
//
// The paper keeps phrases of at most three words, adjectives and then nouns;
// here the phrases are those that were merged. For what else the paper leaves
// open, and for its features, see [SingleRank]: in place of what every word has
// there is the position, from which the walk restarts.
//
// Zero fields mean the defaults in brackets. A PositionRank may be used by any
// number of goroutines.
type PositionRank struct {
	Window    int      // words apart, at least 2: 2 joins neighbours only [10]
	Damping   float64  // share of its score that a word hands on, between 0 and 1 [0.85]
	Tolerance float64  // stop when the scores change by less in all (1-norm) [1e-6]
	Tags      []string // prefixes of the tags that count [DefaultTags]
}

// Score implements [Scorer]. It fails with ctx's error, or if a field is out
// of its range. Time and memory are linear in the text, times Window.
func (s PositionRank) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	scores, _, err := s.Explain(ctx, doc)
	return scores, err
}

// Explain implements [Explainer].
func (s PositionRank) Explain(ctx context.Context, doc *analysis.Document) ([]float64, Reasons, error) {
	seq := readSequence(doc, s.Tags)
	bias := make([]float64, seq.n)
	for i, w := range seq.words {
		if w >= 0 {
			bias[w] += 1 / float64(i+1)
		}
	}
	scores, why, err := seq.rank(ctx, s.Window, rank.Options{Damping: s.Damping, Tolerance: s.Tolerance, Teleport: bias}, "position")
	if err != nil {
		return nil, nil, fmt.Errorf("keywords: PositionRank: %w", err)
	}
	return scores, why, nil
}
