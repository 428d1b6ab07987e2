package keywords

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/rank"
)

// A Feature is a part of a score. The Values of all features of a score add up
// to it, but for rounding errors, and each is in the score's own unit: what the
// score would lack without that part. A negative one lowers the score. Features
// that are 0 are left out, and the others are in the order in which the method's
// comment names them.
type Feature struct {
	Name  string
	Value float64
}

// String returns the feature as name and signed value.
func (f Feature) String() string { return fmt.Sprintf("%s %+.2f", f.Name, f.Value) }

// An Explainer is a [Scorer] that can say what its scores are made of. All
// Scorers of this package can, at no cost but that of the terms asked for.
type Explainer interface {
	Scorer

	// Explain returns the scores that Score returns, and their Reasons. It fails
	// where Score does.
	Explain(ctx context.Context, doc *analysis.Document) (scores []float64, why Reasons, err error)
}

// Reasons returns the features of the score of one of the document's terms: none
// if the score is 0. It may be called by any number of goroutines, as long as
// nobody changes the document.
type Reasons func(analysis.TermID) []Feature

// explained returns the scores of a Scorer and their reasons. What is no
// Explainer has none but the score.
func explained(ctx context.Context, s Scorer, doc *analysis.Document) ([]float64, Reasons, error) {
	if e, ok := s.(Explainer); ok {
		return e.Explain(ctx, doc)
	}
	scores, err := s.Score(ctx, doc)
	return scores, func(t analysis.TermID) []Feature { return features{}.and("score", scores[t]) }, err
}

// features are the parts of a score that are not 0.
type features []Feature

// and adds a part.
func (f features) and(name string, value float64) features {
	if value == 0 {
		return f
	}
	return append(f, Feature{name, value})
}

// maxNeighbours is how many nodes of a graph an explanation names.
const maxNeighbours = 3

// andNeighbours adds what each node of a graph hands on: that of the
// maxNeighbours that hand on most, by relation and name, of equal ones the lower
// node first, and then that of the others together, by relation and number: beside
// 12 others.
func (f features) andNeighbours(relation string, shares []rank.Share, name func(node int32) string) features {
	slices.SortFunc(shares, func(a, b rank.Share) int {
		return cmp.Or(cmp.Compare(round(b.Value), round(a.Value)), cmp.Compare(a.From, b.From))
	})
	n, others := 0, 0.0
	for i, s := range shares {
		switch {
		case i < maxNeighbours:
			f = f.and(relation+" "+name(s.From), s.Value)
		case s.Value != 0:
			n++
			others += s.Value
		}
	}
	return f.and(fmt.Sprintf("%s %d others", relation, n), others)
}

// walk ranks the n nodes of a graph by PageRank, and says what makes their
// scores.
func walk(ctx context.Context, n int, edges []rank.Edge, o rank.Options) ([]float64, rank.Inflow, error) {
	g, err := rank.NewGraph(n, edges)
	if err != nil {
		return nil, rank.Inflow{}, err
	}
	p, err := g.PageRank(ctx, o)
	if err != nil {
		return nil, rank.Inflow{}, err
	}
	in, err := g.Inflow(p, o)
	return p, in, err
}
