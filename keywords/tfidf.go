package keywords

import (
	"cmp"
	"context"
	"fmt"
	"math"

	"github.com/tifa-go/tifa/analysis"
)

// TFIDF scores a term by how often it occurs in the document and how rare it
// is elsewhere (Salton & Buckley 1988):
//
//	score(t) = TF(t) × IDF(t)
//
// TF is the share of all terms of the document that are t, or another function
// of the count by Weighting. IDF is that of [analysis.Corpus.TermIDF], for all
// weightings: a phrase that the corpus lacks has one estimated from its words.
// Page furniture is left out.
//
// Its features are the frequency, TF(t), which is the score of a term that every
// document has, and the rarity, TF(t)·(IDF(t) − 1).
//
// Zero fields mean the defaults in brackets. A TFIDF may be used by any number
// of goroutines.
type TFIDF struct {
	Corpus    *analysis.Corpus // document frequencies [analysis.Background()]
	Tags      []string         // prefixes of the tags that count [DefaultTags]
	Weighting Weighting        // how a count becomes a weight [RawCount]

	// For BM25 alone:
	K1 float64 // how slowly the weight of a count saturates, above 0 [1.2]
	B  float64 // how much a document's length counts, above 0 and up to 1 [0.75]
}

// A Weighting is the function that makes the weight TF(t) from the count of t.
type Weighting uint8

const (
	// RawCount is count / Σ count, the sum over all terms of the document, so
	// that a score does not grow with the text's length.
	RawCount Weighting = iota

	// LogCount is 1 + ln(count) (Buckley, Salton & Allan 1992).
	LogCount

	// BM25 is count·(K1+1) / (count + K1·(1−B + B·L/L̄)) (Robertson & Zaragoza
	// 2009, with the constant factor K1+1 of other accounts). L is the document's
	// length and L̄ that of the corpus' documents on average. A Corpus does not
	// know how long its documents are, but how many different terms they have,
	// so that is what L and L̄ measure, as in the pivoted unique normalisation of
	// Singhal, Buckley & Mitra (1996). With an empty corpus L/L̄ is 1. The
	// documents of analysis.Background have 16 terms on average: beside them any
	// text is long, and the weights are nearly those of RawCount.
	BM25
)

var weightingNames = [...]string{"raw", "log", "bm25"}

// String returns the weighting's name in lower case.
func (w Weighting) String() string {
	if int(w) < len(weightingNames) {
		return weightingNames[w]
	}
	return fmt.Sprintf("Weighting(%d)", uint8(w))
}

// Score implements [Scorer]. It fails with ctx's error, or if a field is out
// of its range.
func (s TFIDF) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	scores, _, err := s.Explain(ctx, doc)
	return scores, err
}

// Explain implements [Explainer].
func (s TFIDF) Explain(ctx context.Context, doc *analysis.Document) ([]float64, Reasons, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	corpus := s.Corpus
	if corpus == nil {
		corpus = analysis.Background()
	}
	counts := countTerms(doc)
	weight, err := s.weight(corpus, counts)
	if err != nil {
		return nil, nil, err
	}
	ok := allowed(doc, s.Tags)
	scores := make([]float64, len(doc.Terms))
	for i, t := range doc.Terms {
		if ok[i] {
			scores[i] = weight(float64(counts[i])) * corpus.TermIDF(t)
		}
	}
	return scores, func(t analysis.TermID) []Feature {
		if scores[t] == 0 {
			return nil
		}
		w := weight(float64(counts[t]))
		return features{}.and("frequency", w).and("rarity", scores[t]-w)
	}, nil
}

// weight returns the function of a term's count.
func (s TFIDF) weight(corpus *analysis.Corpus, counts []int) (func(count float64) float64, error) {
	switch s.Weighting {
	case RawCount:
		total := 0
		for _, n := range counts {
			total += n
		}
		return func(n float64) float64 { return n / float64(total) }, nil
	case LogCount:
		return func(n float64) float64 { return 1 + math.Log(n) }, nil
	case BM25:
		k1, b := cmp.Or(s.K1, 1.2), cmp.Or(s.B, 0.75)
		if !(k1 > 0 && k1 <= math.MaxFloat64) {
			return nil, fmt.Errorf("keywords: TFIDF: the K1 of BM25 is %v and not a positive number", k1)
		}
		if !(b > 0 && b <= 1) {
			return nil, fmt.Errorf("keywords: TFIDF: the B of BM25 is %v and not above 0 and up to 1", b)
		}
		length := 1.0
		if corpus.Postings() > 0 {
			different := 0
			for _, n := range counts {
				if n > 0 {
					different++
				}
			}
			length = float64(different) / (float64(corpus.Postings()) / float64(corpus.Len()))
		}
		return func(n float64) float64 { return n * (k1 + 1) / (n + k1*(1-b+b*length)) }, nil
	}
	return nil, fmt.Errorf("keywords: TFIDF: there is no %v", s.Weighting)
}
