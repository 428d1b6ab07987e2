package summarize

import (
	"math"

	"github.com/tifa-go/tifa/analysis"
)

// centrality returns the sum of each row's cosines to all others, by the vectors of
// LexRank.
func centrality(doc *analysis.Document, m *rows) []float64 {
	columns := m.arena.columns.take(len(m.df))
	for t, idf := range (LexRank{}).idf(doc, m) {
		columns[t] = column{idf: idf}
		if m.df[t] > 1 {
			columns[t].shared = idf
		}
	}
	weights := m.arena.floats.take(len(m.terms))  // of each entry, but 0 where no other row has the term
	out := m.arena.floats.zeros(len(m.sentences)) // at first the cosine to itself
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
		length, own := math.Sqrt(square), 0.0
		for k, t := range terms {
			w := row[k] / length
			row[k] = w
			columns[t].sum += w
			own += w * w
		}
		out[i] = own
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
