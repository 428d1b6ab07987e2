package analysis

import (
	"math"
	"sync/atomic"
)

// An idfCache remembers the inverse document frequencies of a document's terms
// in one table: keywords, phrases and summaries ask for the same ones, and each
// look-up waits for memory. Several goroutines may use it.
type idfCache struct{ of atomic.Pointer[termIDFs] }

type termIDFs struct {
	table *corpusTable
	bits  []atomic.Uint64 // of the IDF of each term, 0 until it is asked for
}

// IDF returns c.IDF of the Key of the term with an id. Where c is [Background]'s,
// the document remembers it for all that ask.
func (d *Document) IDF(c *Corpus, t TermID) float64 {
	key := d.Terms[t].Key
	if d.idfs == nil || c == nil || c.table == nil {
		return c.IDF(key)
	}
	known := d.idfs.of.Load()
	if known == nil || known.table != c.table {
		known = &termIDFs{c.table, make([]atomic.Uint64, len(d.Terms))}
		d.idfs.of.Store(known)
	}
	if b := known.bits[t].Load(); b != 0 {
		return math.Float64frombits(b)
	}
	idf := c.IDF(key)
	known.bits[t].Store(math.Float64bits(idf))
	return idf
}
