package summarize

import "github.com/tifa-go/tifa/analysis"

// rows are the ranked sentences of a document as rows of a sparse matrix, with
// a column for each of its terms. Row i has the entries first[i]:first[i+1].
type rows struct {
	arena     *arena
	sentences []int // index into Document.Sentences of each row
	first     []int
	terms     []analysis.TermID // of each entry, distinct within a row, in order of occurrence
	counts    []int32           // of each entry: occurrences in the sentence
	df        []int             // number of rows that have each term
}

// newRows makes a row of each of the sentences.
func newRows(doc *analysis.Document, sentences []int) *rows { return new(arena).rows(doc, sentences) }

// rows is newRows, in the arrays of an arena.
func (a *arena) rows(doc *analysis.Document, sentences []int) *rows {
	m := &rows{arena: a, sentences: sentences, first: a.ints.take(len(sentences) + 1)[:1], df: a.ints.take(len(doc.Terms))}
	tokens := 0
	for _, i := range m.sentences {
		tokens += len(doc.Sentences[i].Tokens)
	}
	room := tokens/2 + tokens/8 // most texts have fewer
	terms, counts := a.terms.take(room)[:0], a.int32s.take(room)[:0]
	entry := a.int32s.take(len(doc.Terms)) // behind the last entry of each term
	for _, i := range m.sentences {
		start := int32(len(terms))
		of := doc.Sentences[i].Tokens
		for k := range of {
			t := of[k].Term
			if t == analysis.NoTerm {
				continue
			}
			if e := entry[t]; e > start {
				counts[e-1]++
				continue
			}
			terms, counts = append(terms, t), append(counts, 1)
			entry[t] = int32(len(terms))
			m.df[t]++
		}
		m.first = append(m.first, len(terms))
	}
	m.terms, m.counts = terms, counts
	return m
}

// scatter gives the scores of the rows to their sentences.
func (m *rows) scatter(doc *analysis.Document, p []float64) []float64 {
	scores := make([]float64, len(doc.Sentences))
	for i, s := range m.sentences {
		scores[s] = p[i]
	}
	return scores
}

// sums returns the sums of the rows of the matrix that mul multiplies by.
func sums(n int, mul func(dst, x []float64)) []float64 {
	out, ones := make([]float64, n), make([]float64, n)
	for i := range ones {
		ones[i] = 1
	}
	mul(out, ones)
	for i, w := range out {
		out[i] = max(w, 0) // a rounding error may be below
	}
	return out
}
