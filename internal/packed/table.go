package packed

import (
	"math/bits"
	"math/rand/v2"
)

// A table has a value for each of some packed texts. It is reset before its first
// use.
type table[V any] struct {
	slots []slot[V] // open addressing, at most half full; their number is a power of two
	seed  [2]uint64 // so that no text can be written whose words share a few slots
	used  int       // slots
}

// A slot has a text and its value. In a free one, high is 0.
type slot[V any] struct {
	low, high uint64
	value     V
}

// reset empties a table and makes room for n texts; it can grow.
func (t *table[V]) reset(n int) {
	if t.slots == nil {
		t.seed = [2]uint64{rand.Uint64(), rand.Uint64()}
	}
	size := 1 << bits.Len(uint(max(2*n, 2)-1))
	if cap(t.slots) < size {
		t.slots = make([]slot[V], size)
	}
	t.slots, t.used = t.slots[:size], 0
	clear(t.slots)
}

// at returns where the value of a text is, which is added with the zero value if
// the table does not have it. The place is good until at is called again.
func (t *table[V]) at(low, high uint64) *V {
	s := t.slot(low, high)
	if s.high == 0 {
		if t.used++; 2*t.used > len(t.slots) {
			t.grow()
			s = t.slot(low, high)
		}
		s.low, s.high = low, high
	}
	return &s.value
}

// slot returns the slot of a text, or the free one where it goes.
func (t *table[V]) slot(low, high uint64) *slot[V] {
	mask := uint64(len(t.slots) - 1)
	upper, lower := bits.Mul64(low^t.seed[0], high^t.seed[1]) // as wyhash does (Wang Yi 2019)
	for i := upper ^ lower; ; i++ {
		if s := &t.slots[i&mask]; s.low == low && s.high == high || s.high == 0 {
			return s
		}
	}
}

func (t *table[V]) grow() {
	old := t.slots
	t.slots = make([]slot[V], 2*len(old))
	for _, s := range old {
		if s.high != 0 {
			*t.slot(s.low, s.high) = s
		}
	}
}
