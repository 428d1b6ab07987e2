package analysis

import (
	"iter"
	"maps"
	"math"
	"strings"
)

// A Corpus counts in how many documents each term occurs. Shards may be counted
// anywhere and merged in any order: the result is the same.
//
// The zero Corpus is empty and ready to use, and a nil one may be read like an
// empty one. Any number of goroutines may read a Corpus at once; Add and Merge
// need it for themselves.
type Corpus struct {
	docs  int
	df    map[string]int // by Term.Key; 1 ≤ df ≤ docs
	table *corpusTable   // in place of df: Background's, copied to df by the first change
	sum   int            // of all df
}

// Add counts a document, each distinct Key of its Terms once.
func (c *Corpus) Add(d *Document) {
	c.own()
	seen := make(map[string]bool, len(d.Terms))
	for _, t := range d.Terms {
		if !seen[t.Key] {
			seen[t.Key] = true
			c.df[t.Key] = addCounts(c.df[t.Key], 1)
			c.sum = addCounts(c.sum, 1)
		}
	}
	c.docs = addCounts(c.docs, 1)
}

// Merge adds the counts of o, which it does not change, unless o is c itself:
// then every count is doubled. A nil o is empty. Merging into a zero Corpus
// makes a copy.
func (c *Corpus) Merge(o *Corpus) {
	if o.Len() == 0 {
		return
	}
	c.own()
	if o == c {
		o = &Corpus{docs: c.docs, df: maps.Clone(c.df), sum: c.sum}
	}
	for key, n := range o.all() {
		c.df[key] = addCounts(c.df[key], n)
	}
	c.docs = addCounts(c.docs, o.docs)
	c.sum = addCounts(c.sum, o.sum)
}

// own makes c.df a map that may be changed.
func (c *Corpus) own() {
	if c.df == nil {
		c.df = maps.Collect(c.all())
		c.table = nil
	}
}

// all yields the keys and document frequencies, in any order.
func (c *Corpus) all() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		if c.table != nil {
			c.table.all()(yield)
			return
		}
		for key, n := range c.df {
			if !yield(key, n) {
				return
			}
		}
	}
}

// addCounts adds two counts; the sum of more than int can hold is the largest
// int, so that the order of additions does not matter and no df exceeds docs.
func addCounts(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}

// Len returns the number of documents.
func (c *Corpus) Len() int {
	if c == nil {
		return 0
	}
	return c.docs
}

// DocumentFrequency returns the number of documents that have the term with
// this [Term.Key].
func (c *Corpus) DocumentFrequency(key string) int {
	if c == nil {
		return 0
	}
	if c.table != nil {
		return c.table.documentFrequency(key)
	}
	return c.df[key]
}

// Postings returns the sum of all document frequencies: how many pairs of a
// document and one of its terms were counted. Divided by Len it is the mean
// number of different terms in a document.
func (c *Corpus) Postings() int {
	if c == nil {
		return 0
	}
	return c.sum
}

// IDF returns the inverse document frequency of the term with this [Term.Key],
//
//	ln((1+N) / (1+df)) + 1
//
// for N documents, df of which have the term: the weight of Spärck Jones, "A
// statistical interpretation of term specificity and its application in
// retrieval" (1972), smoothed as if one more document had every term, so that a
// term no document has is finite, and one that all have still counts. It is
// never less than 1; in an empty Corpus it is 1 for every term.
func (c *Corpus) IDF(key string) float64 {
	return inverse(c.Len(), c.DocumentFrequency(key))
}

func inverse(docs, df int) float64 { return math.Log((1+float64(docs))/(1+float64(df))) + 1 }

// TermIDF returns the inverse document frequency of a term: [Corpus.IDF] of its
// Key, but for a phrase (a Term with Parts) that no document has. Such a phrase
// would be the rarest of all terms, however common its words are, so its IDF is
// estimated from the IDF of its words w. If these were always in the same
// documents, the phrase could be in as many as its rarest word, and its IDF would
// be max IDF(w), the least it can be. If they were independent, the shares of
// documents with each would multiply, and it would be 1 + Σ (IDF(w) − 1). TermIDF
// is the mean of the two, which means the geometric mean of the shares of
// documents, and at most the IDF of a term that no document has:
//
//	min(IDF(unknown), (max IDF(w) + 1 + Σ (IDF(w) − 1)) / 2)
//
// Particles, conjunctions and prepositions (tags u…, c, p) are left out.
func (c *Corpus) TermIDF(t Term) float64 {
	top := c.IDF(t.Key)
	if len(t.Parts) == 0 || c.DocumentFrequency(t.Key) > 0 {
		return top
	}
	together, apart := 1.0, 1.0
	for _, w := range t.Parts {
		if w.Tag == "" || !strings.Contains("ucp", w.Tag[:1]) {
			idf := c.IDF(Key(w.Text))
			together = max(together, idf)
			apart += idf - 1
		}
	}
	return min(top, (together+apart)/2)
}
