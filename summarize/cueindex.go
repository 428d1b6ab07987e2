package summarize

import (
	"math"
	"unicode/utf8"
)

// A classCue is a cue with the bit of its class.
type classCue struct {
	cue
	class cueSet
}

// A cueIndex tells in one pass which classes of cues a text has.
type cueIndex struct {
	starts  map[rune][]classCue // those that begin the text, by their first character
	begins  charSet             // the keys of starts
	rest    []classCue          // of the others those that do not begin with two characters of three bytes
	buckets []cueBucket         // those that do; the first bucket is empty
	byPair  [1 << 13]uint16     // where in buckets those are that begin with a pair, by its hash
}

// A cueBucket has the cues whose first two characters have the same hash.
type cueBucket struct {
	cues    []classCue
	classes cueSet // of any of them
	goesOn  uint64 // the bytes that may stand behind these and two more, by their low six bits
}

// A cuePlace is where in a text cues of a bucket may be.
type cuePlace struct{ at, bucket int }

// newCueIndex returns the index of lists of cues; the class of the k-th is 1<<k.
func newCueIndex(lists ...*cueList) *cueIndex {
	x := &cueIndex{starts: make(map[rune][]classCue), buckets: make([]cueBucket, 1)}
	for k, l := range lists {
		for _, c := range l.all {
			x.add(classCue{c, 1 << k})
		}
	}
	return x
}

func (x *cueIndex) add(c classCue) {
	first := c.parts[0]
	r, n := utf8.DecodeRuneInString(first)
	_, m := utf8.DecodeRuneInString(first[n:])
	switch {
	case c.start:
		x.starts[r] = append(x.starts[r], c)
		x.begins.add(r)
	case n == 3 && m == 3:
		h := pairHash(addToPair(addToPair(0, first[1], first[2]), first[4], first[5]))
		if x.byPair[h] == 0 {
			x.byPair[h] = uint16(len(x.buckets))
			x.buckets = append(x.buckets, cueBucket{})
		}
		x.buckets[x.byPair[h]].add(c)
	default:
		x.rest = append(x.rest, c)
	}
}

func (b *cueBucket) add(c classCue) {
	b.cues = append(b.cues, c)
	b.classes |= c.class
	if first := c.parts[0]; len(first) > 8 {
		b.goesOn |= 1 << (first[8] & 63)
	} else {
		b.goesOn = math.MaxUint64
	}
}

// addToPair puts a character behind the second one of a pair. Of characters of three
// bytes it has the last two, which are most of what tells them apart.
func addToPair(pair uint32, b, c byte) uint32 { return pair<<16 | uint32(b) | uint32(c)<<8 }

// pairHash hashes a pair to 13 bits, by the golden ratio (Knuth, TAOCP 3, 6.4).
func pairHash(pair uint32) uint32 { return pair * 0x9e3779b1 >> 19 }

// classes returns the classes of cues in s.
func (x *cueIndex) classes(s string) cueSet { return x.classesAt(s, 0, x.places(nil, s)) }

// places appends to dst where in a text cues may be by their first three characters.
// The text is UTF-8.
func (x *cueIndex) places(dst []cuePlace, text string) []cuePlace {
	pair := uint32(0) // the last two characters of three bytes, 0 for others
	for i := 0; i < len(text)-2; {
		if text[i]>>4 != 0xe {
			pair = 0
			i++
			continue
		}
		pair = addToPair(pair, text[i+1], text[i+2])
		i += 3
		b := x.byPair[pairHash(pair)]
		if b == 0 || i < 6 || i+2 < len(text) && x.buckets[b].goesOn>>(text[i+2]&63)&1 == 0 {
			continue
		}
		dst = append(dst, cuePlace{i - 6, int(b)})
	}
	return dst
}

// classesAt returns the classes of cues in s, which begins at byte start of a text
// and has the given of its places.
func (x *cueIndex) classesAt(s string, start int, places []cuePlace) (found cueSet) {
	if r := firstChar(s); x.begins.mayHave(r) {
		for _, c := range x.starts[r] {
			if found&c.class == 0 && c.at(s) {
				found |= c.class
			}
		}
	}
	for _, c := range x.rest {
		if found&c.class == 0 && c.in(s) {
			found |= c.class
		}
	}
	for _, p := range places {
		b := &x.buckets[p.bucket]
		if b.classes&^found == 0 {
			continue
		}
		for i := range b.cues {
			if c := &b.cues[i]; found&c.class == 0 && c.at(s[p.at-start:]) {
				found |= c.class
			}
		}
	}
	return found
}

// has reports whether a cue of a class is at one of the places of a text.
func (x *cueIndex) has(class cueSet, text string, places []cuePlace) bool {
	for _, p := range places {
		b := &x.buckets[p.bucket]
		if b.classes&class == 0 {
			continue
		}
		for _, c := range b.cues {
			if c.class == class && c.at(text[p.at:]) {
				return true
			}
		}
	}
	return false
}
