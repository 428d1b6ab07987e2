package summarize

import (
	"context"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"github.com/tifa-go/tifa/analysis"
)

// The greatest matrix that an [LSA] decomposes, which takes about a second.
const (
	maxLSASentences = 400
	maxLSATerms     = 1000
)

// LSA scores a sentence by its length in the space of the text's topics
// (Steinberger & Ježek, "Using latent semantic analysis in text summarization
// and summary evaluation", 2004, equation 4): with the singular value
// decomposition UΣVᵀ of the matrix of terms by sentences, √(Σ σ²v²) over the
// topics whose σ is at least half the greatest, as the paper advises. Entries
// are count × IDF of the document's own sentences.
//
// The decomposition takes more than quadratic time, so it is made of the 1,000
// terms that most sentences have, and of 400 sentences evenly spaced over the
// text; all sentences are then scored by folding them in, ‖Uᵀa‖, which for those
// 400 is the same. An LSA may be used by any number of goroutines.
type LSA struct{}

// Score implements [Scorer]. It fails only with ctx's error.
func (l LSA) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	return l.score(ctx, doc, rankable(doc))
}

func (LSA) score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m := newRows(doc, ranked)
	p := make([]float64, len(ranked))
	column := topTerms(m) // of a term in the matrix, -1 for one left out
	terms := 0
	for _, c := range column {
		terms = max(terms, c+1)
	}
	if terms == 0 {
		return m.scatter(doc, p), nil
	}
	idf := LexRank{}.idf(doc, m)
	n := min(len(ranked), maxLSASentences)
	a := mat.NewDense(n, terms, nil) // sentences by terms: the topics are in V
	for k := range n {
		i := k * len(ranked) / n
		for e := m.first[i]; e < m.first[i+1]; e++ {
			if c := column[m.terms[e]]; c >= 0 {
				a.Set(k, c, float64(m.counts[e])*idf[m.terms[e]])
			}
		}
	}
	var svd mat.SVD
	if !svd.Factorize(a, mat.SVDThinV) {
		return nil, fmt.Errorf("summarize: document %q: LSA: the singular value decomposition does not converge", doc.ID)
	}
	sigma := svd.Values(nil)
	topics := 0
	for topics < len(sigma) && sigma[topics] > 0 && sigma[topics] >= sigma[0]/2 {
		topics++
	}
	var v mat.Dense
	svd.VTo(&v)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for i := range p {
		for topic := range topics {
			dot := 0.0
			for e := m.first[i]; e < m.first[i+1]; e++ {
				if c := column[m.terms[e]]; c >= 0 {
					dot += float64(m.counts[e]) * idf[m.terms[e]] * v.At(c, topic)
				}
			}
			p[i] += dot * dot
		}
		p[i] = math.Sqrt(p[i])
	}
	return m.scatter(doc, p), nil
}

// topTerms numbers the terms that most rows have, of equal ones the earlier.
func topTerms(m *rows) []int {
	var order []int
	for t, df := range m.df {
		if df > 0 {
			order = append(order, t)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(m.df[b] - m.df[a]) })
	column := make([]int, len(m.df))
	for i := range column {
		column[i] = -1
	}
	for c, t := range order[:min(len(order), maxLSATerms)] {
		column[t] = c
	}
	return column
}
