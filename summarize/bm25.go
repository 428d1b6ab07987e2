package summarize

import (
	"context"
	"fmt"
	"math"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/rank"
)

// The parameters of BM25, as Barrios et al. use them.
const (
	bm25K = 1.2
	bm25B = 0.75
)

// BM25Rank is [TextRank] with BM25 for the overlap (Barrios, López, Argerich &
// Wachenchauzer, "Variations of the similarity function of TextRank for
// automated summarization", 2016): an edge between two sentences weighs what
// each scores as a query for the other, in all. The IDF is ln(1 + (n - df +
// ½)/(df + ½)) of the document's own sentences, which is never negative, in place
// of the paper's floor.
//
// The matrix is a product of sparse ones and never stored, so a step of PageRank
// takes time linear in the text.
//
// Zero fields mean the defaults in brackets. A BM25Rank may be used by any
// number of goroutines.
type BM25Rank struct {
	Damping   float64 // share of its score that a sentence hands on, between 0 and 1 [0.85]
	Tolerance float64 // stop when the scores change by less in all (1-norm) [1e-6]
}

// Score implements [Scorer]. It fails with ctx's error, or if a field is out of
// its range.
func (b BM25Rank) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	return b.score(ctx, doc, rankable(doc))
}

func (b BM25Rank) score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error) {
	x := newBM25(newRows(doc, ranked))
	p, err := rank.PageRank(ctx, sums(len(ranked), x.mul), x.mul, rank.Options{Damping: b.Damping, Tolerance: b.Tolerance})
	if err != nil {
		return nil, fmt.Errorf("summarize: document %q: BM25Rank: %w", doc.ID, err)
	}
	return x.m.scatter(doc, p), nil
}

// A bm25 is the matrix B + Bᵀ less its diagonal, of BM25 scores B.
type bm25 struct {
	m          *rows
	idf        []float64 // of a term
	weights    []float64 // of an entry: its part in the score of its row for a query, without the IDF
	own        []float64 // diagonal
	asQuery    []float64 // of a term: sum of x over the rows that have it
	asDocument []float64 // of a term: sum of x times weight
}

func newBM25(m *rows) *bm25 {
	n := len(m.sentences)
	b := &bm25{m: m, idf: make([]float64, len(m.df)), weights: make([]float64, len(m.terms)), own: make([]float64, n),
		asQuery: make([]float64, len(m.df)), asDocument: make([]float64, len(m.df))}
	for t, df := range m.df {
		b.idf[t] = math.Log(1 + (float64(n-int(df))+0.5)/(float64(df)+0.5))
	}
	sizes, mean := make([]float64, n), 0.0
	for i := range n {
		for e := m.first[i]; e < m.first[i+1]; e++ {
			sizes[i] += float64(m.counts[e])
		}
		mean += sizes[i] / float64(n)
	}
	for i := range n {
		for e := m.first[i]; e < m.first[i+1]; e++ {
			f := float64(m.counts[e])
			b.weights[e] = f * (bm25K + 1) / (f + bm25K*(1-bm25B+bm25B*sizes[i]/max(mean, 1e-9)))
			b.own[i] += 2 * b.idf[m.terms[e]] * b.weights[e]
		}
	}
	return b
}

// mul sets dst to the product of the matrix and x.
func (b *bm25) mul(dst, x []float64) {
	clear(b.asQuery)
	clear(b.asDocument)
	for i, v := range x {
		for e := b.m.first[i]; e < b.m.first[i+1]; e++ {
			b.asQuery[b.m.terms[e]] += v
			b.asDocument[b.m.terms[e]] += v * b.weights[e]
		}
	}
	for i := range dst {
		sum := 0.0
		for e := b.m.first[i]; e < b.m.first[i+1]; e++ {
			t := b.m.terms[e]
			sum += b.idf[t] * (b.asDocument[t] + b.weights[e]*b.asQuery[t])
		}
		dst[i] = max(0, sum-b.own[i]*x[i]) // a rounding error may be below
	}
}
