package analysis

import (
	"math"
	"slices"
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
	known := d.idfsOf(c)
	if known == nil {
		return c.IDF(d.Terms[t].Key)
	}
	if idf, ok := known.get(t); ok {
		return idf
	}
	idf := c.IDF(d.Terms[t].Key)
	known.set(t, idf)
	return idf
}

// AppendIDF appends the IDF of each of the terms to dst. For many terms it takes
// a fraction of the time that to ask for one after the other does.
func (d *Document) AppendIDF(dst []float64, c *Corpus, terms []TermID) []float64 {
	known := d.idfsOf(c)
	if known == nil {
		for _, t := range terms {
			dst = append(dst, c.IDF(d.Terms[t].Key))
		}
		return dst
	}
	var missing [tableBatch]TermID
	var keys [tableBatch]string
	var dfs [tableBatch]int
	for batch := range slices.Chunk(terms, tableBatch) {
		n := 0
		for _, t := range batch {
			if _, ok := known.get(t); !ok {
				missing[n], keys[n] = t, d.Terms[t].Key
				n++
			}
		}
		c.table.documentFrequencies(keys[:n], &dfs)
		for i, t := range missing[:n] {
			known.set(t, inverse(c.docs, dfs[i]))
		}
		for _, t := range batch {
			idf, _ := known.get(t)
			dst = append(dst, idf)
		}
	}
	return dst
}

// idfsOf returns what the document remembers of c, or nil if it remembers
// nothing of a Corpus like that.
func (d *Document) idfsOf(c *Corpus) *termIDFs {
	if d.idfs == nil || c == nil || c.table == nil {
		return nil
	}
	known := d.idfs.of.Load()
	if known == nil || known.table != c.table {
		known = &termIDFs{c.table, make([]atomic.Uint64, len(d.Terms))}
		d.idfs.of.Store(known)
	}
	return known
}

func (x *termIDFs) get(t TermID) (idf float64, ok bool) {
	b := x.bits[t].Load()
	return math.Float64frombits(b), b != 0
}

func (x *termIDFs) set(t TermID, idf float64) { x.bits[t].Store(math.Float64bits(idf)) }
