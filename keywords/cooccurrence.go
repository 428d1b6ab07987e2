package keywords

import (
	"errors"
	"fmt"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// A Unit is a stretch of text in which terms occur together.
type Unit uint8

// The units. Blank sentences and page furniture are none.
const (
	SentenceUnit  Unit = iota // a sentence or a heading
	ParagraphUnit             // a line of the text
	DocumentUnit
)

var unitNames = [...]string{"sentence", "paragraph", "document"}

// String returns the unit's name.
func (u Unit) String() string { return unitNames[u] }

// A Cooccurrence counts in how many units each of a list of terms occurs, and
// each pair of them: a document may be added at a time, and counts that were made
// apart be merged in any order. It holds numbers only, at most 16 MB for 2,000
// terms, however many documents there are.
//
// A term occurs where its key is made of whole words of one sentence, without
// space in between, and at each word the longest term takes the words: neither
// does 创新|发展理念 count for 新发展理念, nor 三区两带一核心 for 三区, if both are
// terms. How often a term occurs in a unit does not matter.
//
// Any number of goroutines may read a Cooccurrence at once; Add and Merge need it
// for themselves.
type Cooccurrence struct {
	terms  []string
	unit   Unit
	index  map[string]int  // by term
	prefix map[string]bool // what a term begins with
	units  int
	count  []int // units that have a term
	both   []int // units that have the terms i < j, at j(j−1)/2 + i

	found []int  // terms of the unit that is read
	key   []byte // of the words that are read
}

// MaxTerms is how many terms a Cooccurrence can have.
const MaxTerms = 2000

// NewCooccurrence returns an empty Cooccurrence of the terms, each as
// analysis.Key makes it. It fails if there are more than MaxTerms, or one that is
// empty, is no key, or is there twice.
func NewCooccurrence(terms []string, unit Unit) (*Cooccurrence, error) {
	if len(terms) > MaxTerms {
		return nil, fmt.Errorf("keywords: Cooccurrence: %d terms are more than %d", len(terms), MaxTerms)
	}
	if int(unit) >= len(unitNames) {
		return nil, fmt.Errorf("keywords: Cooccurrence: there is no unit %d", unit)
	}
	n := len(terms)
	c := &Cooccurrence{
		terms: slices.Clone(terms), unit: unit, index: make(map[string]int, n), prefix: make(map[string]bool),
		count: make([]int, n), both: make([]int, n*(n-1)/2),
	}
	for i, t := range terms {
		if t == "" || analysis.Key(t) != t {
			return nil, fmt.Errorf("keywords: Cooccurrence: the term %q is no key, as analysis.Key makes it", t)
		}
		if _, ok := c.index[t]; ok {
			return nil, fmt.Errorf("keywords: Cooccurrence: the term %q is there twice", t)
		}
		c.index[t] = i
		for end := range t {
			c.prefix[t[:end]] = true
		}
		c.prefix[t] = true
	}
	return c, nil
}

// Add counts a document. Time is linear in its length, and for each unit in the
// pairs of terms that it has.
func (c *Cooccurrence) Add(doc *analysis.Document) {
	paragraph, open := -1, false
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if s.Role == analysis.RoleFurniture || s.Role == analysis.RoleBlank {
			continue
		}
		if open && (c.unit == SentenceUnit || c.unit == ParagraphUnit && s.Paragraph != paragraph) {
			c.finish()
		}
		paragraph, open = s.Paragraph, true
		c.read(doc, s.Tokens)
	}
	if open {
		c.finish()
	}
}

// read adds the terms among the tokens of a sentence to found.
func (c *Cooccurrence) read(doc *analysis.Document, tokens []analysis.Token) {
	for i := 0; i < len(tokens); {
		c.key = c.key[:0]
		longest, next := -1, i+1
		for k := i; k < len(tokens) && tokens[k].Kind != analysis.KindSpace; k++ {
			c.key = append(c.key, analysis.Key(doc.Text[tokens[k].Start:tokens[k].End])...)
			if !c.prefix[string(c.key)] {
				break // and so where the first token is a quotation mark, whose key is empty
			}
			if t, ok := c.index[string(c.key)]; ok {
				longest, next = t, k+1
			}
		}
		if longest >= 0 {
			c.found = append(c.found, longest)
		}
		i = next
	}
}

// finish counts the terms of a unit.
func (c *Cooccurrence) finish() {
	slices.Sort(c.found)
	c.found = slices.Compact(c.found)
	for k, j := range c.found {
		c.count[j]++
		for _, i := range c.found[:k] {
			c.both[j*(j-1)/2+i]++
		}
	}
	c.units++
	c.found = c.found[:0]
}

// Merge adds the counts of o, which it does not change, unless o is c itself:
// then every count is doubled. A nil o is empty. It fails if the terms or the
// units are not the same.
func (c *Cooccurrence) Merge(o *Cooccurrence) error {
	if o == nil {
		return nil
	}
	if c.unit != o.unit || !slices.Equal(c.terms, o.terms) {
		return errors.New("keywords: Cooccurrence: counts of different terms or units cannot be merged")
	}
	c.units += o.units
	for i, n := range o.count {
		c.count[i] += n
	}
	for i, n := range o.both {
		c.both[i] += n
	}
	return nil
}

// Units returns the number of units.
func (c *Cooccurrence) Units() int { return c.units }

// Count returns how many units have the term with an index.
func (c *Cooccurrence) Count(term int) int { return c.count[term] }

// Both returns how many units have two terms, given by their indices.
func (c *Cooccurrence) Both(i, j int) int {
	if i == j {
		return c.count[i]
	}
	i, j = min(i, j), max(i, j)
	return c.both[j*(j-1)/2+i]
}
