package keywords

import (
	"math/bits"

	"github.com/tifa-go/tifa/internal/packed"
)

// A wordTable has the properties of words by their keys. Most words have no more
// than 15 bytes and are in the table itself: to look one up waits for memory but
// once.
type wordTable struct {
	filter wordFilter
	slots  [][2]uint64          // packed words, by open addressing; their number is a power of two
	class  []wordClass          // of each slot, 0 in a free one
	taken  int                  // slots
	long   map[string]wordClass // of longer words
}

// newWordTable returns a table with room for n words. More make it grow.
func newWordTable(n int) *wordTable {
	size := 1 << bits.Len(uint(n+n/4))
	return &wordTable{
		slots: make([][2]uint64, size), class: make([]wordClass, size), long: make(map[string]wordClass),
	}
}

// add gives a word a property.
func (t *wordTable) add(word string, class wordClass) {
	t.filter.add(word)
	if !packed.Fits(word) {
		t.long[word] |= class
		return
	}
	low, high := packed.Pack(word)
	i := t.slot(low, high)
	if t.class[i] == 0 {
		if t.taken++; t.taken > len(t.slots)/5*4 {
			t.grow()
			i = t.slot(low, high)
		}
	}
	t.slots[i] = [2]uint64{low, high}
	t.class[i] |= class
}

// grow doubles the slots.
func (t *wordTable) grow() {
	slots, class := t.slots, t.class
	t.slots, t.class = make([][2]uint64, 2*len(slots)), make([]wordClass, 2*len(class))
	for i, w := range slots {
		if class[i] != 0 {
			k := t.slot(w[0], w[1])
			t.slots[k], t.class[k] = w, class[i]
		}
	}
}

// of returns the properties of a word, 0 if the table does not have it.
func (t *wordTable) of(word string) wordClass {
	if !t.filter.mayHave(word) {
		return 0
	}
	if !packed.Fits(word) {
		return t.long[word]
	}
	return t.class[t.slot(packed.Pack(word))]
}

// slot returns where a packed word is, or the free slot where it would be.
func (t *wordTable) slot(low, high uint64) int {
	mask := len(t.slots) - 1
	h := (low ^ bits.RotateLeft64(high, 29)) * 0x9e3779b97f4a7c15 // Fibonacci hashing (Knuth, TAOCP 6.4)
	for i := int(h>>32) & mask; ; i = (i + 1) & mask {
		if at := &t.slots[i]; at[1] == 0 || at[0] == low && at[1] == high {
			return i
		}
	}
}

// A wordFilter tells in a few instructions that most words are not in a list: it
// has the hashes of those that are, a bit each. Words of less than three bytes
// may be in any.
type wordFilter [1 << 11]uint64

func (f *wordFilter) mayHave(s string) bool {
	if len(s) < 3 {
		return true
	}
	h := hashEnds(s)
	return f[h>>6]>>(h&63)&1 != 0
}

func (f *wordFilter) add(s string) {
	if len(s) >= 3 {
		h := hashEnds(s)
		f[h>>6] |= 1 << (h & 63)
	}
}

// hashEnds mixes the length and the last two bytes of the first and of the last
// character of s, where most of what tells Han characters apart is, into 17 bits
// (Fibonacci hashing: Knuth, TAOCP 6.4).
func hashEnds(s string) uint {
	first := uint32(s[1]&0x3f)<<6 | uint32(s[2]&0x3f)
	return uint((uint32(len(s))<<24 | first<<12 | lastBits(s)) * 0x9e3779b1 >> 15)
}

func lastBits(s string) uint32 {
	return uint32(s[len(s)-2]&0x3f)<<6 | uint32(s[len(s)-1]&0x3f)
}
