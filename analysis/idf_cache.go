package analysis

import "sync/atomic"

// An idfCache remembers the inverse document frequencies of a document's terms
// in one table: keywords, phrases and summaries ask for the same ones. Several
// goroutines may use it.
type idfCache struct{ of atomic.Pointer[termIDFs] }

type termIDFs struct {
	table  *corpusTable
	values []float64 // of each term
}

// IDF returns c.IDF of the Key of the term with an id. Where c is [Background]'s,
// the document remembers it for all that ask.
func (d *Document) IDF(c *Corpus, t TermID) float64 {
	if d.idfs == nil || c == nil || c.table == nil {
		return c.IDF(d.Terms[t].Key)
	}
	known := d.idfs.of.Load()
	if known == nil || known.table != c.table {
		// All at once: one look-up waits for memory, many wait together.
		known = &termIDFs{c.table, make([]float64, len(d.Terms))}
		for i := range known.values {
			known.values[i] = c.IDF(d.Terms[i].Key)
		}
		d.idfs.of.Store(known)
	}
	return known.values[t]
}
