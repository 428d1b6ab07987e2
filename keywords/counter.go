package keywords

import (
	"cmp"
	"container/heap"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// A PhraseCounter collects documents, one after the other, for a [PhraseTable]:
// the phrases that recur in all of them together, exactly counted, even those
// that no document has twice. The zero PhraseCounter is empty and ready to use.
//
// It keeps no text, only the numbers of the words: about 6 bytes for a word, or
// 90 MB for 100 MB of text. What it holds does not depend on the order in
// which documents were added, nor on how they were spread over PhraseCounters
// that were merged: the files of two with the same documents, and their tables,
// are the same bytes. A document that is added twice counts twice.
//
// Memory is bounded: when the words are more than MaxTokens, whole documents are
// left out, as a random sample is drawn with a fixed seed: each has a rank, its
// SHA-256 by id, group and text, and those with the highest ranks are kept until
// the next one would not fit. The counts are exact for the documents kept, and
// what was left out is reported. This is bottom-k sampling (Cohen & Kaplan
// 2007), which can be merged: a document that is not among the highest of a
// part cannot be among those of the whole. A document that alone is longer than
// MaxTokens is left out and does not count for the others.
//
// Any number of goroutines may read a PhraseCounter at once; Add and Merge need
// it for themselves. To count in parallel, let each goroutine have its own and
// merge them.
type PhraseCounter struct {
	// MaxTokens is how many words are kept, each document counting for one
	// more: 1 to 1<<29 [20,000,000: about 130 MB of text]. Set it before the first
	// Add and leave it.
	MaxTokens int

	docs  docHeap
	size  int    // of docs, as MaxTokens counts
	cut   uint64 // documents up to this rank are left out, 0 where none are
	left  Size
	forms formTable
	stale int // size of the documents that have gone since forms was last renewed
}

// Size is how much text there is.
type Size struct {
	Documents int
	Tokens    int // words: neither punctuation, nor space, nor page furniture
}

const (
	defaultMaxTokens = 20_000_000
	limitMaxTokens   = 1 << 29 // int32 holds the positions of as many words and breaks

	// A longer word counts as a break, so that the memory of a token is bounded.
	maxWordRunes = 100
)

// A countedDoc is a document as a counter keeps it.
type countedDoc struct {
	id, group string
	rank      uint64
	size      int     // words, and one more
	words     []int32 // index into forms, -1 for a break; ends with a break, unless empty
	marks     []uint8 // of each word, as newMarks makes them
}

// newMarks packs what grams notes at a word into a byte: from the lowest bit on,
// how many quotation marks open before it (2 bits), whether a title does, how
// many are closed behind it (2 bits), whether a title is, whether a colon
// follows, and whether the word is in a heading.
func newMarks(open, shut uint8, head bool) uint8 {
	m := open&maxMarks | open&titleMark>>5 | shut&maxMarks<<3 | shut&titleMark>>2 | shut&colonMark
	if head {
		m |= 1 << 7
	}
	return m
}

func splitMarks(m uint8) (open, shut uint8, head bool) {
	return m&maxMarks | m&(1<<2)<<5, m>>3&maxMarks | m&(1<<5)<<2 | m&(1<<6), m>>7 != 0
}

// Add counts a document under a group, which may be a year, a province or "". It
// keeps no reference to the document. It fails only if MaxTokens is out of its
// range.
func (c *PhraseCounter) Add(doc *analysis.Document, group string) error {
	limit, err := c.limit()
	if err != nil {
		return err
	}
	e := evaluators.Get().(*evaluator)
	defer e.release()
	g := &e.room
	g.read(doc)
	rank := documentRank(doc, group)
	words := 0
	for _, w := range g.word {
		if w >= 0 {
			words++
		}
	}
	if rank <= c.cut || words+1 > limit {
		c.leave(words)
		return nil
	}
	d := &countedDoc{
		id: strings.Clone(doc.ID), group: strings.Clone(group), rank: rank, size: words + 1,
		words: make([]int32, 0, len(g.word)-1),
		marks: make([]uint8, 0, len(g.word)-1),
	}
	c.forms.read(d, g)
	c.keep(d)
	c.shrink(limit)
	return nil
}

func (c *PhraseCounter) limit() (int, error) {
	if c.MaxTokens < 0 || c.MaxTokens > limitMaxTokens {
		return 0, fmt.Errorf("keywords: PhraseCounter: MaxTokens is %d, not 1 to %d", c.MaxTokens, limitMaxTokens)
	}
	return cmp.Or(c.MaxTokens, defaultMaxTokens), nil
}

// documentRank returns a number of 1 or more that looks random and is always
// the same for the same document.
func documentRank(doc *analysis.Document, group string) uint64 {
	h := sha256.New()
	var n [8]byte
	for _, s := range []string{doc.ID, group} {
		binary.BigEndian.PutUint64(n[:], uint64(len(s)))
		h.Write(n[:])
		h.Write([]byte(s))
	}
	var buf [1 << 12]byte
	for text := doc.Text; text != ""; {
		k := copy(buf[:], text)
		h.Write(buf[:k])
		text = text[k:]
	}
	return max(1, binary.BigEndian.Uint64(h.Sum(nil)))
}

func (c *PhraseCounter) keep(d *countedDoc) {
	heap.Push(&c.docs, d)
	c.size += d.size
}

func (c *PhraseCounter) leave(words int) {
	c.left.Documents = addCounts(c.left.Documents, 1)
	c.left.Tokens = addCounts(c.left.Tokens, words)
}

// shrink leaves out the documents of the lowest ranks until the others fit.
func (c *PhraseCounter) shrink(limit int) {
	for len(c.docs) > 0 && (c.size > limit || c.docs[0].rank <= c.cut) {
		d := heap.Pop(&c.docs).(*countedDoc)
		c.cut = max(c.cut, d.rank)
		c.size -= d.size
		c.stale += d.size
		c.leave(d.size - 1)
	}
	if c.stale > limit {
		c.renew()
	}
}

// renew forgets the forms that only documents had which have gone.
func (c *PhraseCounter) renew() {
	var forms formTable
	for _, d := range c.docs {
		d.words = forms.translate(d.words, &c.forms)
	}
	c.forms, c.stale = forms, 0
}

// Merge adds the documents of o, which it does not change, unless o is c itself:
// then each counts twice as often. A nil o is empty. It fails if MaxTokens is
// not the same in both, or out of its range.
func (c *PhraseCounter) Merge(o *PhraseCounter) error {
	if o == nil {
		return nil
	}
	limit, err := c.limit()
	if err != nil {
		return err
	}
	other, err := o.limit()
	if err != nil {
		return err
	}
	if limit != other {
		return fmt.Errorf("keywords: PhraseCounter: a MaxTokens of %d and one of %d cannot be merged", limit, other)
	}
	c.cut = max(c.cut, o.cut)
	left := o.left
	c.left.Documents = addCounts(c.left.Documents, left.Documents)
	c.left.Tokens = addCounts(c.left.Tokens, left.Tokens)
	for _, d := range slices.Clone(o.docs) {
		if d.rank <= c.cut {
			c.leave(d.size - 1)
			continue
		}
		copied := *d
		copied.words = c.forms.translate(d.words, &o.forms)
		c.keep(&copied)
		c.shrink(limit)
	}
	c.shrink(limit)
	return nil
}

// addCounts adds two counts; the sum of more than int can hold is the largest
// int.
func addCounts(a, b int) int {
	if sum := a + b; sum >= 0 {
		return sum
	}
	return int(^uint(0) >> 1)
}

// sorted returns the documents in an order that depends on nothing but what
// they are.
func (c *PhraseCounter) sorted() []*countedDoc {
	docs := slices.Clone([]*countedDoc(c.docs))
	slices.SortFunc(docs, c.compare)
	return docs
}

func (c *PhraseCounter) compare(a, b *countedDoc) int {
	order := cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.group, b.group), cmp.Compare(a.rank, b.rank))
	if order != 0 {
		return order
	}
	// The same text twice, which may have been segmented in two ways.
	form := func(w int32) form {
		if w < 0 {
			return form{}
		}
		return c.forms.list[w]
	}
	return cmp.Or(
		slices.CompareFunc(a.words, b.words, func(v, w int32) int { return form(v).compare(form(w)) }),
		slices.Compare(a.marks, b.marks))
}

// A docHeap has the document of the lowest rank in front.
type docHeap []*countedDoc

func (h docHeap) Len() int           { return len(h) }
func (h docHeap) Less(i, j int) bool { return h[i].rank < h[j].rank }
func (h docHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *docHeap) Push(d any)        { *h = append(*h, d.(*countedDoc)) }
func (h *docHeap) Pop() any {
	last := len(*h) - 1
	d := (*h)[last]
	(*h)[last] = nil
	*h = (*h)[:last]
	return d
}
