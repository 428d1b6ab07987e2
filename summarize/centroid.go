package summarize

import (
	"context"

	"github.com/tifa-go/tifa/analysis"
)

// Centroid scores a sentence by the sum of the centroid's values of its distinct
// terms (MEAD: Radev, Jing, Styś & Tam, "Centroid-based summarization of
// multiple documents", 2004). The centroid has the mean count of each term in a
// sentence times its IDF. Of the paper's threshold it was assumed that a term
// that occurs once in the text is below it. The paper's other two features, the
// position and the overlap with the first sentence, are left out.
//
// The time is linear in the text. Zero fields mean the defaults in brackets. A
// Centroid may be used by any number of goroutines.
type Centroid struct {
	Corpus *analysis.Corpus // document frequencies [analysis.Background()]
}

// Score implements [Scorer]. It fails only with ctx's error.
func (c Centroid) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	return c.score(ctx, doc, rankable(doc))
}

func (c Centroid) score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m := newRows(doc, ranked)
	if c.Corpus == nil {
		c.Corpus = analysis.Background()
	}
	values := make([]float64, len(doc.Terms))
	for k, t := range m.terms {
		values[t] += float64(m.counts[k]) / float64(len(ranked))
	}
	for t, v := range values {
		if v*float64(len(ranked)) < 1.5 {
			values[t] = 0
		} else {
			values[t] = v * c.Corpus.IDF(doc.Terms[t].Key)
		}
	}
	p := make([]float64, len(ranked))
	for i := range p {
		for _, t := range m.terms[m.first[i]:m.first[i+1]] {
			p[i] += values[t]
		}
	}
	return m.scatter(doc, p), nil
}
