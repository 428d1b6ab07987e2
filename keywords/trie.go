package keywords

import (
	"math/bits"
	"unicode/utf8"
)

// A trie maps words to numbers. It is read by any number of goroutines once
// it is built. The zero trie is empty.
type trie struct {
	edges []trieEdge // open addressing, at most half full; their number is a power of two
	value []int32    // of each node: a number counted from 1, or 0
	pairs runePairs  // the first two characters of words
	exact bool       // commas count
}

// A trieEdge leads from a node to one that is not 0; in a free slot to is 0.
type trieEdge struct {
	from, to int32
	r        rune
}

// add maps a word to a number; of two numbers the first stays.
func (t *trie) add(word string, value int32) {
	if t.value == nil {
		t.value = make([]int32, 1, 64)
		t.edges = make([]trieEdge, 128)
	}
	a, n := utf8.DecodeRuneInString(word)
	if b, _ := utf8.DecodeRuneInString(word[n:]); n < len(word) {
		t.pairs.add(a, b)
	} else {
		t.pairs.addAny(a)
	}
	node := int32(0)
	for _, r := range word {
		e := t.edge(node, r)
		if e.to == 0 {
			to := int32(len(t.value))
			*e = trieEdge{from: node, to: to, r: r}
			t.value = append(t.value, 0)
			if 2*len(t.value) > len(t.edges) {
				t.grow()
			}
			node = to
			continue
		}
		node = e.to
	}
	if t.value[node] == 0 {
		t.value[node] = value + 1
	}
}

// edge returns the edge of node for r, or the free slot where it would be.
func (t *trie) edge(node int32, r rune) *trieEdge {
	mask := uint32(len(t.edges) - 1)
	// The upper bits of a product with 2^32 over the golden ratio (Knuth, TAOCP 3, 6.4).
	h := (uint32(r) + uint32(node)<<13 ^ uint32(node)>>3) * 0x9e3779b9
	for i := h >> (32 - bits.Len32(mask)); ; i++ {
		if e := &t.edges[i&mask]; e.to == 0 || e.r == r && e.from == node {
			return e
		}
	}
}

func (t *trie) grow() {
	old := t.edges
	t.edges = make([]trieEdge, 2*len(old))
	for _, e := range old {
		if e.to != 0 {
			*t.edge(e.from, e.r) = e
		}
	}
}

// mayBegin reports whether a word may begin with a and b, or be a; most of what no
// word begins with is told.
func (t *trie) mayBegin(a, b rune) bool { return t.pairs.mayHave(a, b) }

// longest returns the number of the longest word that text begins with and
// that ok accepts, given its length in text, or -1. Unless the trie is
// exact, commas behind the second character do not count: 双随机、一公开, but not
// 三、保障.
func (t *trie) longest(text []rune, ok func(n int, value int32) bool) int32 {
	best := int32(-1)
	if len(text) == 0 || !t.mayBegin(text[0], text[min(1, len(text)-1)]) {
		return best
	}
	node := int32(0)
	for i, r := range text {
		if i > 1 && !t.exact && (r == '、' || r == '，') {
			continue
		}
		if node = t.edge(node, r).to; node == 0 {
			break
		}
		if v := t.value[node]; v > 0 && ok(i+1, v-1) {
			best = v - 1
		}
	}
	return best
}

// begins reports whether text begins with a word.
func (t *trie) begins(text []rune) bool {
	return t.longest(text, func(int, int32) bool { return true }) >= 0
}

// find returns the number of a word, read as longest reads it, or -1.
func (t *trie) find(word string) int32 {
	if len(t.edges) == 0 {
		return -1
	}
	node, n, skipped := int32(0), 0, false
	for _, r := range word {
		n++
		if skipped = n > 2 && !t.exact && (r == '、' || r == '，'); skipped {
			continue
		}
		if node = t.edge(node, r).to; node == 0 {
			return -1
		}
	}
	if skipped {
		return -1
	}
	return t.value[node] - 1
}

// A runeSet is a set of characters up to U+FFFF, and of what is above them as
// one.
type runeSet [1 << 10]uint64

func runesOf(text string) (s runeSet) {
	for _, r := range text {
		s.add(r)
	}
	return s
}

// headsOf returns the first characters of words, feetOf the last.
func headsOf(words []string) (s runeSet) {
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		s.add(r)
	}
	return s
}

func feetOf(words []string) (s runeSet) {
	for _, w := range words {
		r, _ := utf8.DecodeLastRuneInString(w)
		s.add(r)
	}
	return s
}

func (s *runeSet) add(r rune) {
	i := min(uint32(r), 0xffff)
	s[i>>6] |= 1 << (i & 63)
}

func (s *runeSet) addAll(other *runeSet) {
	for i, w := range other {
		s[i] |= w
	}
}

func (s *runeSet) has(r rune) bool {
	i := min(uint32(r), 0xffff)
	return s[i>>6]&(1<<(i&63)) != 0
}

// runePairs tells in a few instructions that most pairs of characters are not in
// a set: it has a bit for the lower bits of each.
type runePairs [1 << 8]uint64

func (p *runePairs) add(a, b rune) { p[uint8(a)] |= 1 << (b & 63) }

// addAny adds a before any other.
func (p *runePairs) addAny(a rune) { p[uint8(a)] = ^uint64(0) }

func (p *runePairs) mayHave(a, b rune) bool { return p[uint8(a)]&(1<<(b&63)) != 0 }
