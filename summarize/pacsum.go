package summarize

import (
	"context"
	"fmt"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// DefaultBackward is the weight of earlier sentences in a [PacSum].
const DefaultBackward = -0.3

// PacSum scores sentences by directed centrality (Zheng & Lapata, "Sentence
// centrality revisited for unsupervised summarization", 2019, equation 4): the
// sum of a sentence's cosines to the later ones, times 1 - Backward, and of those
// to the earlier ones, times Backward. A negative Backward says that what an
// earlier sentence has said is no news. The cosines are those of [LexRank]; the
// paper's threshold is left out, so that no pair need be looked at and the time
// is linear in the text. The scores are these sums less the least of them.
//
// Zero fields mean the defaults in brackets. A PacSum may be used by any number
// of goroutines.
type PacSum struct {
	Corpus   *analysis.Corpus // document frequencies [the document's own sentences]
	Backward float64          // weight of earlier sentences, from -1 to 1 [-0.3]
}

// Score implements [Scorer]. It fails with ctx's error, or if Backward is out of
// its range.
func (p PacSum) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	return p.score(ctx, doc, rankable(doc))
}

func (p PacSum) score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error) {
	if p.Backward == 0 {
		p.Backward = DefaultBackward
	}
	if !(p.Backward >= -1 && p.Backward <= 1) {
		return nil, fmt.Errorf("summarize: document %q: PacSum: the weight %v of earlier sentences is not from -1 to 1", doc.ID, p.Backward)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m := newRows(doc, ranked)
	c := newCosines(m, LexRank{Corpus: p.Corpus}.idf(doc, m))
	all, earlier := make([]float64, len(doc.Terms)), make([]float64, len(doc.Terms))
	for k, t := range c.terms {
		all[t] += c.weights[k]
	}
	scores := make([]float64, len(ranked))
	for i := range scores {
		before, after := 0.0, -c.own[i]
		for k := c.first[i]; k < c.first[i+1]; k++ {
			t := c.terms[k]
			before += c.weights[k] * earlier[t]
			after += c.weights[k] * (all[t] - earlier[t])
		}
		for k := c.first[i]; k < c.first[i+1]; k++ {
			earlier[c.terms[k]] += c.weights[k]
		}
		scores[i] = p.Backward*before + (1-p.Backward)*after
	}
	if len(scores) > 0 {
		least := slices.Min(scores)
		for i := range scores {
			scores[i] -= least
		}
	}
	return m.scatter(doc, scores), nil
}
