// Package dict is the dictionary of the native segmenter: the words of jieba's
// dictionary with their frequencies and tags, and the hidden Markov model for
// the words that it lacks.
package dict

import "unicode/utf8"

// A Dict is only read once it is made, so any number of goroutines may share
// it.
//
// Characters have codes: ASCII characters are their own, all others that the
// words or the model have are numbered from 128 on, the most used first. Code 0
// is that of all other characters, and of those that every segmenter cuts at:
// blank, tab, line feed, ， and 。.
type Dict struct {
	Words   Trie
	Weights []float64 // logarithms of the frequencies' shares, by the lower 16 bits of a word's value; [0] is that of an unknown character
	Tags    []string  // by the upper 8 bits of a word's value; [0] is "x", that of unknown characters
	Model   Model
	Sum     float64 // of all frequencies
	Least   int     // the smallest frequency
	Longest int     // characters of the longest word

	freqs  []uint32        // of words, by the lower 16 bits of their values
	codes  []uint16        // of the runes up to U+FFFF
	beyond map[rune]uint16 // of the others
}

// A Model is the hidden Markov model of cppjieba. Its states are B, E, M and S:
// a character begins, ends, or is inside of a word, or is one. All numbers are
// logarithms, and [Never] stands for that of 0.
type Model struct {
	Start [4]float64
	Trans [4][4]float64 // from a state to a state
	Emit  [][4]float64  // by code
}

// Never is cppjieba's MIN_DOUBLE.
const Never = -3.14e+100

// The states of the Model, in the order in which cppjieba tries them.
const (
	B = iota
	E
	M
	S
)

// Codes returns the number of codes: all are smaller.
func (d *Dict) Codes() int { return len(d.Model.Emit) }

// Table returns the codes of the runes up to U+FFFF.
func (d *Dict) Table() []uint16 { return d.codes }

// Code returns the code of r.
func (d *Dict) Code(r rune) uint16 {
	if r < 1<<16 {
		return d.codes[r]
	}
	return d.beyond[r]
}

// TagIndex returns what a word's value says of its tag.
func TagIndex(value uint32) uint32 { return value >> 16 }

// Lookup returns the frequency and tag of a word, 0 where it is none.
func (d *Dict) Lookup(word string) (freq int, tag string) {
	v := d.value(word)
	if v == 0 {
		return 0, ""
	}
	return int(d.freqs[uint16(v)]), d.Tags[TagIndex(v)]
}

func (d *Dict) value(word string) uint32 {
	var n Node
	for i, r := range word {
		c := d.Code(r)
		if c == 0 || r == utf8.RuneError {
			return 0
		}
		if i == 0 {
			n = d.Words[c]
		} else if n = d.Words.Step(n, c); n == 0 {
			return 0
		}
	}
	return n.Value()
}
