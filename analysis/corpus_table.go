package analysis

import "iter"

// A corpusTable is a read-only table of document frequencies that is used as it
// lies in the program, so that opening it costs nothing. A look-up waits for
// memory once: the words of a bucket stand together.
//
// Its numbers have their low bytes first:
//
//	documents, terms, sum of document frequencies, b   8 bytes each
//	start of each of the 2^b buckets, and the end      4 bytes each
//	a bucket's terms: length 1 byte, key, df 3 bytes
//
// The bucket of a key is the low b bits of its FNV-1a hash (Fowler, Noll & Vo).
type corpusTable struct {
	starts string // of the buckets, in lines
	lines  string
	docs   int
	terms  int
	sum    int // of all document frequencies
}

const corpusTableHead = 4 * 8

func newCorpusTable(data string) *corpusTable {
	t := &corpusTable{
		docs: littleEndian(data[:8]), terms: littleEndian(data[8:16]), sum: littleEndian(data[16:24]),
	}
	n := 4 * (1<<littleEndian(data[24:32]) + 1)
	t.starts, t.lines = data[corpusTableHead:corpusTableHead+n], data[corpusTableHead+n:]
	return t
}

// littleEndian reads a number, its low bytes first.
func littleEndian(s string) (n int) {
	for i := range len(s) {
		n |= int(s[i]) << (8 * i)
	}
	return n
}

// all yields each key and its document frequency.
func (t *corpusTable) all() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for lines := t.lines; lines != ""; {
			n := 1 + int(lines[0])
			if !yield(lines[1:n], littleEndian(lines[n:n+3])) {
				return
			}
			lines = lines[n+3:]
		}
	}
}

// documentFrequency returns the key's document frequency, 0 where the table
// does not have it.
func (t *corpusTable) documentFrequency(key string) int { return frequencyIn(t.bucket(key), key) }

// tableBatch is how many keys are looked up together.
const tableBatch = 64

// documentFrequencies sets df to the document frequencies of up to tableBatch
// keys. It asks for the lines of all of them before it reads any, so that it
// waits for memory but once.
func (t *corpusTable) documentFrequencies(keys []string, df *[tableBatch]int) {
	var lines [tableBatch]string
	for i, key := range keys {
		lines[i] = t.bucket(key)
	}
	for i := range keys {
		if lines[i] != "" {
			df[i] = int(lines[i][0]) // to be loaded, and for nothing else
		}
	}
	for i, key := range keys {
		df[i] = frequencyIn(lines[i], key)
	}
}

// bucket returns the lines among which that of a key is.
func (t *corpusTable) bucket(key string) string {
	hash := uint32(2166136261)
	for i := range len(key) {
		hash = (hash ^ uint32(key[i])) * 16777619
	}
	bucket := int(hash) & (len(t.starts)/4 - 2) // 2^b + 1 starts
	s := t.starts[4*bucket : 4*bucket+8]
	return t.lines[uint32(s[0])|uint32(s[1])<<8|uint32(s[2])<<16|uint32(s[3])<<24 : uint32(s[4])|uint32(s[5])<<8|uint32(s[6])<<16|uint32(s[7])<<24]
}

func frequencyIn(lines, key string) int {
	for lines != "" {
		n := 1 + int(lines[0])
		if lines[1:n] == key {
			return littleEndian(lines[n : n+3])
		}
		lines = lines[n+3:]
	}
	return 0
}
