package analysis

import (
	"hash/maphash"
	"iter"
	"math/bits"
	"strings"
)

// A corpusTable is a read-only table of document frequencies. It keeps the
// text of a corpus file and a hash table of the offsets of its lines, in 8 MB
// for 259,000 terms; it has no pointers in it, so the garbage collector passes
// it over.
type corpusTable struct {
	lines string   // "df\tkey\n" each; keys need no escaping
	slots []uint32 // open addressing: offset of a key in lines, 0 where free
	seed  maphash.Seed
	terms int
	sum   int // of all document frequencies
}

func newCorpusTable(lines string) *corpusTable {
	t := &corpusTable{lines: lines, seed: maphash.MakeSeed(), terms: strings.Count(lines, "\n")}
	t.slots = make([]uint32, 1<<bits.Len(uint(2*t.terms)))
	for key, at := range t.keys() {
		t.slots[t.slot(key)] = uint32(at)
		t.sum += t.frequencyBefore(at)
	}
	return t
}

// keys yields each key and its offset.
func (t *corpusTable) keys() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for at := 0; at < len(t.lines); {
			tab := at + strings.IndexByte(t.lines[at:], '\t')
			end := tab + strings.IndexByte(t.lines[tab:], '\n')
			if !yield(t.lines[tab+1:end], tab+1) {
				return
			}
			at = end + 1
		}
	}
}

// slot returns the index of the key's slot, or of the free one where it would
// go.
func (t *corpusTable) slot(key string) int {
	mask := len(t.slots) - 1 // the length is a power of two
	for i := int(maphash.String(t.seed, key)) & mask; ; i = (i + 1) & mask {
		at := int(t.slots[i])
		if at == 0 || strings.HasPrefix(t.lines[at:], key) && t.lines[at+len(key)] == '\n' {
			return i
		}
	}
}

// documentFrequency returns the key's document frequency, 0 where the table
// does not have it.
func (t *corpusTable) documentFrequency(key string) int {
	at := int(t.slots[t.slot(key)])
	if at == 0 {
		return 0
	}
	return t.frequencyBefore(at)
}

// frequencyBefore reads the document frequency that stands before the key at
// an offset.
func (t *corpusTable) frequencyBefore(at int) int {
	df, unit := 0, 1
	for i := at - 2; i >= 0 && t.lines[i] != '\n'; i-- {
		df += unit * int(t.lines[i]-'0')
		unit *= 10
	}
	return df
}
