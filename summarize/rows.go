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
	df        []int32           // number of rows that have each term
}

// newRows makes a row of each of the sentences.
func newRows(doc *analysis.Document, sentences []int) *rows { return new(arena).rows(doc, sentences) }

// rows is newRows, in the arrays of an arena.
func (a *arena) rows(doc *analysis.Document, sentences []int) *rows {
	m := &rows{arena: a, sentences: sentences, first: append(a.ints.take(len(sentences) + 1)[:0], 0), df: a.int32s.zeros(len(doc.Terms))}
	room := 0
	for _, i := range m.sentences {
		room += len(doc.Sentences[i].Tokens)
	}
	terms, counts := a.terms.take(room), a.int32s.take(room)
	last := a.int32s.zeros(len(doc.Terms)) // behind the last entry of each term
	end := 0
	for _, i := range m.sentences {
		start := end
		found := termsOf(terms[start:], &doc.Sentences[i])
		for _, t := range found {
			if e := int(last[t]); e > start {
				counts[e-1]++
				continue
			}
			terms[end], counts[end] = t, 1
			end++
			last[t] = int32(end)
			m.df[t]++
		}
		m.first = append(m.first, end)
	}
	m.terms, m.counts = terms[:end], counts[:end]
	return m
}

// termsOf writes the terms of a sentence to dst, which has room for its tokens. It
// does so without a branch, for nobody foresees which tokens have one.
func termsOf(dst []analysis.TermID, s *analysis.Sentence) []analysis.TermID {
	dst = dst[:len(s.Tokens)]
	n := 0
	for i := range s.Tokens {
		t := s.Tokens[i].Term
		dst[n] = t
		n += int(^uint32(t) >> 31)
	}
	return dst[:n]
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
