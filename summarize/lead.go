package summarize

import (
	"context"

	"github.com/tifa-go/tifa/analysis"
)

// Lead scores the k-th of n ranked sentences (n-k+1)/n: the earlier, the
// better. News put what matters first, so it is the baseline that summarizers
// are measured by.
type Lead struct{}

// Score implements [Scorer].
func (l Lead) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	return l.score(ctx, doc, rankable(doc))
}

func (Lead) score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	scores := make([]float64, len(doc.Sentences))
	for k, i := range ranked {
		scores[i] = float64(len(ranked)-k) / float64(len(ranked))
	}
	return scores, nil
}
