package keywords

import (
	"iter"
	"maps"

	"github.com/tifa-go/tifa/analysis"
)

// Counts say how often each term occurs in a collection of documents, and in how
// many of them: what [Compare] and [Contrast] need and an analysis.Corpus does
// not have, as it counts documents only. Page furniture is left out. A term that
// was merged in one document and not in another is counted only there, so merge
// the phrases of all or of none.
//
// The zero Counts are empty and ready to use, and nil ones may be read like
// empty ones. Any number of goroutines may read Counts at once; Add and Merge
// need them for themselves.
type Counts struct {
	total  int
	counts map[string]int // by Term.Key
	corpus analysis.Corpus
}

// Add counts a document.
func (c *Counts) Add(doc *analysis.Document) {
	if c.counts == nil {
		c.counts = make(map[string]int)
	}
	var text analysis.Document // the terms without page furniture
	for i, n := range countTerms(doc) {
		if n > 0 {
			c.counts[doc.Terms[i].Key] += n
			c.total += n
			text.Terms = append(text.Terms, doc.Terms[i])
		}
	}
	c.corpus.Add(&text)
}

// Merge adds the counts of o, which it does not change unless o is c itself. A
// nil o is empty.
func (c *Counts) Merge(o *Counts) {
	if o == nil {
		return
	}
	if c.counts == nil {
		c.counts = make(map[string]int)
	}
	c.total += o.total
	for key, n := range o.counts { // where o is c, each entry is read but once
		c.counts[key] += n
	}
	c.corpus.Merge(&o.corpus)
}

// Count returns how often the term with a Key occurs.
func (c *Counts) Count(key string) int {
	if c == nil {
		return 0
	}
	return c.counts[key]
}

// Total returns how often all terms occur.
func (c *Counts) Total() int {
	if c == nil {
		return 0
	}
	return c.total
}

// Documents returns the document frequencies of the same documents. It must not
// be changed.
func (c *Counts) Documents() *analysis.Corpus {
	if c == nil {
		return nil
	}
	return &c.corpus
}

// keys yields the keys in any order.
func (c *Counts) keys() iter.Seq[string] {
	if c == nil {
		return func(func(string) bool) {}
	}
	return maps.Keys(c.counts)
}
