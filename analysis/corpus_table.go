package analysis

import (
	"iter"
	"strings"
)

// A corpusTable is a read-only table of document frequencies that is used as it
// lies in the program, so that opening it costs nothing: the bytes of a corpus
// file, whose keys need no escaping, and a hash table of where its keys begin.
type corpusTable struct {
	file  string // a corpus file: a header, "df\tkey\n" each, a checksum
	slots string // open addressing by FNV-1a: four bytes each, low ones first; the upper 10 bits of the hash and 22 of the offset of a key in file, or 0
	terms int
	sum   int // of all document frequencies
}

// newCorpusTable makes a table of a file and its index: the sum of all document
// frequencies in eight bytes, low ones first, and the slots.
func newCorpusTable(file, index string, terms int) *corpusTable {
	t := &corpusTable{file: file, slots: index[8:], terms: terms}
	for i := range 8 {
		t.sum |= int(index[i]) << (8 * i)
	}
	return t
}

// keys yields each key and its offset.
func (t *corpusTable) keys() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		at := strings.IndexByte(t.file, '\n') + 1
		for range t.terms {
			tab := at + strings.IndexByte(t.file[at:], '\t')
			end := tab + strings.IndexByte(t.file[tab:], '\n')
			if !yield(t.file[tab+1:end], tab+1) {
				return
			}
			at = end + 1
		}
	}
}

// documentFrequency returns the key's document frequency, 0 where the table
// does not have it.
func (t *corpusTable) documentFrequency(key string) int {
	hash := uint32(2166136261) // FNV-1a (Fowler, Noll & Vo)
	for i := range len(key) {
		hash = (hash ^ uint32(key[i])) * 16777619
	}
	mask := uint32(len(t.slots)/4 - 1) // their number is a power of two
	for i := hash & mask; ; i = (i + 1) & mask {
		s := t.slots[4*i : 4*i+4]
		slot := uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
		if slot == 0 {
			return 0
		}
		if (slot^hash)>>22 != 0 {
			continue
		}
		if at := int(slot & (1<<22 - 1)); strings.HasPrefix(t.file[at:], key) && t.file[at+len(key)] == '\n' {
			return t.frequencyBefore(at)
		}
	}
}

// frequencyBefore reads the document frequency that stands before the key at
// an offset.
func (t *corpusTable) frequencyBefore(at int) int {
	df, unit := 0, 1
	for i := at - 2; i >= 0 && t.file[i] != '\n'; i-- {
		df += unit * int(t.file[i]-'0')
		unit *= 10
	}
	return df
}
