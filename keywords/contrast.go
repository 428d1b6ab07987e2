package keywords

import (
	"context"
	"errors"
	"math"

	"github.com/tifa-go/tifa/analysis"
)

// Contrast scores a term by how sure it is that the document uses it more often
// than other documents do: by the [LogLikelihood] of its count here and in a
// reference. A term that is not more frequent here has score 0. Unlike an IDF,
// the reference weighs how often other texts use a term, and the more often the
// document does, the surer the difference.
//
// With Reference nil, the document frequencies of Corpus stand in for counts, as
// if each of its documents had each of its terms once: df among
// [analysis.Corpus.Postings]. A phrase that the reference lacks is taken to be in
// as many of its documents as the estimate of [analysis.Corpus.TermIDF] says, a
// fraction of one at times; it would else seem new, however common its words.
//
// Its features are the two terms of G²: the text's, 2·count·ln(count/E), which
// says how much more often the term stands here than it would by chance, and the
// reference's, 2·refCount·ln(refCount/E'), which is negative: how much less often
// it stands there.
//
// Zero fields mean the defaults in brackets. A Contrast may be used by any
// number of goroutines.
type Contrast struct {
	Reference *Counts          // the other documents [nil: Corpus]
	Corpus    *analysis.Corpus // document frequencies, where Reference is nil [analysis.Background()]
	Tags      []string         // prefixes of the tags that count [DefaultTags]
}

// Score implements [Scorer]. It fails with ctx's error, or if the reference is
// empty. Time and memory are linear in the text.
func (s Contrast) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	scores, _, err := s.Explain(ctx, doc)
	return scores, err
}

// Explain implements [Explainer].
func (s Contrast) Explain(ctx context.Context, doc *analysis.Document) ([]float64, Reasons, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	corpus, refTotal := s.Corpus, 0
	switch {
	case s.Reference != nil:
		corpus, refTotal = s.Reference.Documents(), s.Reference.Total()
	case corpus == nil:
		corpus = analysis.Background()
		fallthrough
	default:
		refTotal = corpus.Postings()
	}
	if refTotal == 0 {
		return nil, nil, errors.New("keywords: Contrast: the reference is empty")
	}
	counts := countTerms(doc)
	total := 0
	for _, n := range counts {
		total += n
	}
	ok := allowed(doc, s.Tags)
	scores, elsewhere := make([]float64, len(doc.Terms)), make([]float64, len(doc.Terms))
	for i, t := range doc.Terms {
		if !ok[i] {
			continue
		}
		reference := 0.0
		switch df := corpus.DocumentFrequency(t.Key); {
		case df > 0 && s.Reference != nil:
			reference = float64(s.Reference.Count(t.Key))
		case df > 0:
			reference = float64(df)
		case t.Parts != nil: // from IDF = ln((1+N)/(1+df)) + 1
			reference = max(0, (1+float64(corpus.Len()))*math.Exp(1-corpus.TermIDF(t))-1)
		}
		n := float64(counts[i])
		if n*float64(refTotal) > reference*float64(total) {
			scores[i] = LogLikelihood(n, float64(total), reference, float64(refTotal))
		}
		elsewhere[i] = reference
	}
	return scores, func(t analysis.TermID) []Feature {
		if scores[t] == 0 {
			return nil
		}
		here, there := likelihoodParts(float64(counts[t]), float64(total), elsewhere[t], float64(refTotal))
		return features{}.and("text", here).and("reference", there)
	}, nil
}
