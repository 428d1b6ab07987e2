package dict

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	mathbits "math/bits"
	"slices"
)

// A Trie is a double-array trie (Aoe 1989) over codes. Its first elements are
// the children of the root, one for each code, with or without words.
type Trie []Node

// A Node is base (24 bits), code (16 bits) and value (24 bits). The child for
// code c is the element base+c, if its code is c.
type Node uint64

const (
	maxValue = 1<<24 - 1
	leaf     = 1<<24 - 1 // the base of a node without children: beyond the end of any trie
)

func newNode(base uint32, code uint16, value uint32) Node {
	return Node(base)<<40 | Node(code)<<24 | Node(value)
}

// Base returns the index of the child for code 0, which none has.
func (n Node) Base() uint64 { return uint64(n >> 40) }

// Code returns the last code of the word that ends here.
func (n Node) Code() uint16 { return uint16(n >> 24) }

// Value returns the value of the word that ends here, 0 where none does.
func (n Node) Value() uint32 { return uint32(n) & maxValue }

// Step returns the child of n for code c, 0 where there is none or n is 0.
func (t Trie) Step(n Node, c uint16) Node {
	i := n.Base() + uint64(c)
	if n == 0 || i >= uint64(len(t)) {
		return 0
	}
	if n = t[i]; n.Code() != c {
		return 0
	}
	return n
}

// A Word is a word to put into a Trie: its codes, none of them 0, and a value
// from 1 to 1<<24 - 1.
type Word struct {
	Codes []uint16
	Value uint32
}

// NewTrie builds the trie of the words, which it sorts. All codes must be
// smaller than the given number.
func NewTrie(words []Word, codes int) (Trie, error) {
	slices.SortFunc(words, func(a, b Word) int { return slices.Compare(a.Codes, b.Codes) })
	for i, w := range words {
		switch {
		case len(w.Codes) == 0 || slices.Min(w.Codes) == 0 || int(slices.Max(w.Codes)) >= codes:
			return nil, fmt.Errorf("a word has the codes %d, which are not from 1 to %d", w.Codes, codes-1)
		case w.Value == 0 || w.Value > maxValue:
			return nil, fmt.Errorf("a word has the value %d, which is not from 1 to %d", w.Value, maxValue)
		case i > 0 && slices.Equal(w.Codes, words[i-1].Codes):
			return nil, fmt.Errorf("the word with the codes %d is there twice", w.Codes)
		}
	}
	nodes := prefixes(words)
	p := placer{end: codes}
	p.grow(codes)
	for c := range codes {
		p.taken.set(c)
	}
	nodes[0].base = 0 // the root's children are at their codes

	// The nodes with the most children are the hardest to place: they go first,
	// and those with one child fill the holes.
	var order []int32
	for i := 1; i < len(nodes); i++ {
		if nodes[i].children > 0 {
			order = append(order, int32(i))
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(nodes[b].children, nodes[a].children) })
	for _, i := range order {
		n := &nodes[i]
		n.base = p.place(nodes[n.first:][:n.children])
		if n.base >= leaf {
			return nil, errors.New("the words do not fit into a trie of 1<<24 elements")
		}
	}
	trie := make(Trie, p.end)
	for c := range codes {
		trie[c] = newNode(leaf, uint16(c), 0)
	}
	for _, n := range nodes[1:] {
		trie[nodes[n.parent].base+uint32(n.code)] = newNode(n.base, n.code, n.value)
	}
	return trie, nil
}

// A prefix is a node in the making.
type prefix struct {
	base, value     uint32
	parent          int32
	first, children int32 // indices of its children, which follow each other
	low, high       int32 // the words that start with it
	code            uint16
	depth           uint16
}

// prefixes returns all prefixes of the sorted words, the shorter ones first.
// The first is the empty one.
func prefixes(words []Word) []prefix {
	nodes := make([]prefix, 1, 2*len(words)+1)
	nodes[0] = prefix{base: leaf, high: int32(len(words))}
	for i := 0; i < len(nodes); i++ {
		n := nodes[i]
		at := n.low
		if at < n.high && len(words[at].Codes) == int(n.depth) {
			nodes[i].value = words[at].Value
			at++
		}
		nodes[i].first = int32(len(nodes))
		for at < n.high {
			c := words[at].Codes[n.depth]
			low := at
			for at < n.high && words[at].Codes[n.depth] == c {
				at++
			}
			nodes = append(nodes, prefix{base: leaf, parent: int32(i), low: low, high: at, code: c, depth: n.depth + 1})
		}
		nodes[i].children = int32(len(nodes)) - nodes[i].first
	}
	return nodes
}

// A placer finds room for the children of nodes, first fit, 64 bases at a time.
type placer struct {
	taken   bits // elements
	hasBase bits // a node has this base already
	low     int  // all elements before it are taken
	end     int  // of the elements taken
}

// place takes elements for the children of a node and returns its base.
func (p *placer) place(children []prefix) uint32 {
	for p.low>>6 < len(p.taken) && p.taken[p.low>>6] == math.MaxUint64 {
		p.low += 64
	}
	first, last := int(children[0].code), int(children[len(children)-1].code)
	for base := max(1, p.low-first); base < leaf; base += 64 {
		p.grow(base + last + 64)
		free := ^p.hasBase.from(base)
		for _, c := range children {
			if free &^= p.taken.from(base + int(c.code)); free == 0 {
				break
			}
		}
		if free == 0 {
			continue
		}
		base += mathbits.TrailingZeros64(free)
		p.hasBase.set(base)
		for _, c := range children {
			p.taken.set(base + int(c.code))
		}
		p.end = max(p.end, base+last+1)
		return uint32(base)
	}
	return leaf
}

// grow makes room for size elements.
func (p *placer) grow(size int) {
	for len(p.taken) < size>>6+2 {
		p.taken, p.hasBase = append(p.taken, 0), append(p.hasBase, 0)
	}
}

// bits are a set of numbers.
type bits []uint64

func (b bits) set(i int) { b[i>>6] |= 1 << (i & 63) }

// from returns the bits from i to i+63.
func (b bits) from(i int) uint64 { return b[i>>6]>>(i&63) | b[i>>6+1]<<(64-i&63) }
