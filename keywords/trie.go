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
	short bool       // there are words of one character
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
	if n == len(word) {
		t.short = true
	} else {
		b, _ := utf8.DecodeRuneInString(word[n:])
		t.pairs.add(a, b)
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

// mayBegin reports whether a word may begin with a and b; most of what no word
// begins with is told.
func (t *trie) mayBegin(a, b rune) bool { return t.short || t.pairs.mayHave(a, b) }

// longest returns the number of the longest word that text begins with and
// that ok accepts, given its length in text, or -1. Unless the trie is
// exact, commas behind the second character do not count: 双随机、一公开, but not
// 三、保障.
func (t *trie) longest(text []rune, ok func(n int, value int32) bool) int32 {
	best := int32(-1)
	if len(text) == 0 || !t.short && (len(text) == 1 || !t.pairs.mayHave(text[0], text[1])) {
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

// hasShort is has for a character up to U+FFFF.
func (s *runeSet) hasShort(r uint16) bool { return s[r>>6]&(1<<(r&63)) != 0 }

// runePairs tells in a few instructions that most pairs of characters are not in
// a set: it has the hashes of those that are, a bit each.
type runePairs [1 << 6]uint64

func (p *runePairs) add(a, b rune) {
	h := hashPair(a, b)
	p[h>>6] |= 1 << (h & 63)
}

func (p *runePairs) mayHave(a, b rune) bool {
	h := hashPair(a, b)
	return p[h>>6]&(1<<(h&63)) != 0
}

// hashPair mixes two characters into 12 bits (Fibonacci hashing: Knuth, TAOCP
// 6.4).
func hashPair(a, b rune) uint32 {
	return (uint32(a)<<14 ^ uint32(b)) * 0x9e3779b1 >> 20
}
