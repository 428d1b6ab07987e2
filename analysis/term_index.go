package analysis

import (
	"hash/maphash"
	"math/bits"
)

// A termIndex finds terms by their keys: a hash table with open addressing, at
// most half full. A map takes twice as long, since this one stores no keys.
type termIndex struct {
	slots []termSlot // a power of two
	used  int
}

type termSlot struct {
	hash uint32
	id   TermID // plus 1; 0 in a free slot
}

// termSeed is that of all hashes. No order depends on them.
var termSeed = maphash.MakeSeed()

// reset empties an index and makes room for n terms.
func (x *termIndex) reset(n int) {
	n = 1 << bits.Len(uint(2*n))
	if cap(x.slots) < n {
		x.slots = make([]termSlot, n)
	}
	x.slots, x.used = x.slots[:n], 0
	clear(x.slots)
}

// find returns the id of the term with the key, one of terms, or NoTerm and the
// slot for add.
func (x *termIndex) find(key string, terms []Term) (TermID, termSlotRef) {
	hash := uint32(maphash.String(termSeed, key))
	mask := len(x.slots) - 1
	for i := int(hash) & mask; ; i = (i + 1) & mask {
		s := x.slots[i]
		if s.id == 0 {
			return NoTerm, termSlotRef{i, hash}
		}
		if s.hash == hash && terms[s.id-1].Key == key {
			return s.id - 1, termSlotRef{}
		}
	}
}

// A termSlotRef is where a term goes that find has not found.
type termSlotRef struct {
	at   int
	hash uint32
}

// add adds the last of terms at the slot that find returned for its key.
func (x *termIndex) add(to termSlotRef, terms []Term) {
	x.slots[to.at] = termSlot{to.hash, TermID(len(terms))}
	if x.used++; 2*x.used <= len(x.slots) {
		return
	}
	old := x.slots
	x.slots = make([]termSlot, 2*len(old))
	mask := len(x.slots) - 1
	for _, s := range old {
		if s.id == 0 {
			continue
		}
		i := int(s.hash) & mask
		for x.slots[i].id != 0 {
			i = (i + 1) & mask
		}
		x.slots[i] = s
	}
}
