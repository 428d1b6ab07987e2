package keywords

import (
	"context"

	"github.com/tifa-go/tifa/analysis"
)

// TFIDF scores a term by how often it occurs in the document and how rare it
// is elsewhere (Salton & Buckley 1988):
//
//	score(t) = count(t) / Σ count × IDF(t)
//
// The sum is over all terms of the document, so a score does not grow with the
// text's length. IDF is that of [analysis.Corpus.IDF]. Zero fields mean the
// defaults in brackets. A TFIDF may be used by any number of goroutines.
type TFIDF struct {
	Corpus *analysis.Corpus // document frequencies [analysis.Background()]
	Tags   []string         // prefixes of the tags that count [DefaultTags]
}

// Score implements [Scorer].
func (s TFIDF) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	corpus := s.Corpus
	if corpus == nil {
		corpus = analysis.Background()
	}
	total := 0
	for _, t := range doc.Terms {
		total += t.Count
	}
	ok := allowed(doc, s.Tags)
	scores := make([]float64, len(doc.Terms))
	for i, t := range doc.Terms {
		if ok[i] {
			scores[i] = float64(t.Count) / float64(total) * corpus.IDF(t.Key)
		}
	}
	return scores, nil
}
