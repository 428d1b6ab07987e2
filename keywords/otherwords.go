package keywords

import (
	"math/bits"
	"math/rand/v2"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/packed"
)

// otherWords numbers the words of a document that are no terms: function words,
// numbers, words of one character.
type otherWords struct {
	slots []otherWord      // open addressing, at most half full; their number is a power of two
	seed  [2]uint64        // so that no text can be written whose words share a few slots
	used  int              // slots
	long  map[string]int32 // numbers of those that cannot be packed
}

// An otherWord is a packed text with its number. In a free slot, high is 0.
type otherWord struct {
	low, high uint64
	id        int32
}

// reset forgets the words of the last document, and makes room for as many as
// there may be among so many tokens; it can grow.
func (o *otherWords) reset(tokens int) {
	if o.slots == nil {
		o.seed = [2]uint64{rand.Uint64(), rand.Uint64()}
	}
	o.slots = resized(o.slots, 256<<bits.Len(uint(tokens>>11)))
	clear(o.slots)
	clear(o.long)
	o.used = 0
}

// id returns the number of a word: next for one that has none yet. Texts with
// the same key have the same number.
func (o *otherWords) id(text string, next int32) int32 {
	id, ok := o.get(text)
	if ok {
		return id
	}
	id = next
	if key := analysis.Key(text); key != text {
		if known, ok := o.get(key); ok {
			id = known
		} else {
			o.set(key, id)
		}
	}
	o.set(text, id)
	return id
}

func (o *otherWords) get(text string) (id int32, ok bool) {
	if !packed.Fits(text) {
		id, ok = o.long[text]
		return id, ok
	}
	s := o.slot(packed.Pack(text))
	return s.id, s.high != 0
}

// set gives a number to a text that has none.
func (o *otherWords) set(text string, id int32) {
	if !packed.Fits(text) {
		if o.long == nil {
			o.long = make(map[string]int32)
		}
		o.long[text] = id
		return
	}
	if o.used++; 2*o.used > len(o.slots) {
		o.grow()
	}
	low, high := packed.Pack(text)
	*o.slot(low, high) = otherWord{low, high, id}
}

// slot returns the slot of a packed text, or the free one where it goes.
func (o *otherWords) slot(low, high uint64) *otherWord {
	mask := uint64(len(o.slots) - 1)
	upper, lower := bits.Mul64(low^o.seed[0], high^o.seed[1]) // as wyhash does (Wang Yi 2019)
	for i := upper ^ lower; ; i++ {
		if s := &o.slots[i&mask]; s.low == low && s.high == high || s.high == 0 {
			return s
		}
	}
}

func (o *otherWords) grow() {
	old := o.slots
	o.slots = make([]otherWord, 2*len(old))
	for _, s := range old {
		if s.high != 0 {
			*o.slot(s.low, s.high) = s
		}
	}
}
