package summarize

import (
	"math"
	"slices"
	"sync"

	"github.com/tifa-go/tifa/analysis"
)

// centrality returns the sum of each row's cosines to all others, by the vectors of
// LexRank.
func centrality(doc *analysis.Document, m *rows) []float64 {
	scratch := vectorsPool.Get().(*vectors)
	defer vectorsPool.Put(scratch)
	columns, weights := scratch.columns(LexRank{}.idf(doc, m), m.df), scratch.weights(len(m.terms))
	out := make([]float64, len(m.sentences)) // at first the cosine to itself
	for i := range out {
		first, end := m.first[i], m.first[i+1]
		terms, counts, row := m.terms[first:end], m.counts[first:end], weights[first:end]
		square := 0.0
		for k, t := range terms {
			c, n := &columns[t], float64(counts[k])
			w := n * c.idf
			square += w * w
			row[k] = n * c.shared
		}
		if square == 0 {
			continue // all rows have its terms, and row has zeros
		}
		length := math.Sqrt(square)
		for k, t := range terms {
			w := row[k] / length
			row[k] = w
			columns[t].sum += w
			out[i] += w * w
		}
	}
	for i, own := range out {
		sum := 0.0
		row := weights[m.first[i]:m.first[i+1]]
		for k, t := range m.terms[m.first[i]:m.first[i+1]] {
			sum += row[k] * columns[t].sum
		}
		out[i] = max(sum-own, 0) // a rounding error may be below
	}
	return out
}

// A column is a term in all rows.
type column struct {
	idf    float64
	shared float64 // idf, but 0 for a term that only one row has: it counts for the length of the row alone
	sum    float64 // of its weights in all rows
}

// vectors are arrays kept for the next document.
type vectors struct {
	c []column
	w []float64
}

var vectorsPool = sync.Pool{New: func() any { return new(vectors) }}

func (v *vectors) columns(idf []float64, df []int) []column {
	v.c = slices.Grow(v.c[:0], len(idf))[:len(idf)]
	for t, w := range idf {
		v.c[t] = column{idf: w}
		if df[t] > 1 {
			v.c[t].shared = w
		}
	}
	return v.c
}

// weights returns an array for the weights of n entries.
func (v *vectors) weights(n int) []float64 {
	v.w = slices.Grow(v.w[:0], n)[:n]
	return v.w
}
