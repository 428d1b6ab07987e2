package summarize

import "unicode/utf8"

// A classCue is a cue with the bit of its class.
type classCue struct {
	cue
	class cueSet
}

// A cueIndex tells in one pass which classes of cues a text has.
type cueIndex struct {
	starts map[rune][]classCue   // those that begin the text, by their first character
	others map[uint32][]classCue // of the others those that begin with two characters of three bytes, by these
	rest   []classCue            // what is left
	pairs  [1 << 10]uint64       // the hashes of the keys of others: most pairs of characters are none
}

// newCueIndex returns the index of lists of cues; the class of the k-th is 1<<k.
func newCueIndex(lists ...*cueList) *cueIndex {
	x := &cueIndex{starts: make(map[rune][]classCue), others: make(map[uint32][]classCue)}
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
	q, m := utf8.DecodeRuneInString(first[n:])
	switch {
	case c.start:
		x.starts[r] = append(x.starts[r], c)
	case n == 3 && m == 3:
		key := uint32(r)<<16 | uint32(q)
		x.others[key] = append(x.others[key], c)
		h := pairHash(key)
		x.pairs[h>>6] |= 1 << (h & 63)
	default:
		x.rest = append(x.rest, c)
	}
}

// pairHash hashes two characters to 16 bits, by the golden ratio (Knuth, TAOCP 3, 6.4).
func pairHash(key uint32) uint32 { return key * 0x9e3779b1 >> 16 }

// classes returns the classes of cues in s.
func (x *cueIndex) classes(s string) cueSet { return x.classesAt(s, 0, x.places(s)) }

// places returns where in a text one of the others may be: the bytes at which its
// first two characters are.
func (x *cueIndex) places(text string) (at []int) {
	key := uint32(0) // the last two characters of three bytes, 0 for others
	for s := text; len(s) >= 3; {
		b, c, d := s[0], s[1], s[2]
		if b>>4 != 0xe || (c^0x80)|(d^0x80) >= 0x40 {
			key, s = 0, s[1:]
			continue
		}
		key = key<<16 | hanRune(b, c, d)
		if h := pairHash(key); x.pairs[h>>6]&(1<<(h&63)) != 0 && x.others[key] != nil {
			at = append(at, len(text)-len(s)-3)
		}
		s = s[3:]
	}
	return at
}

// hanRune decodes a character of three bytes.
func hanRune(b, c, d byte) uint32 { return uint32(b&0x0f)<<12 | uint32(c&0x3f)<<6 | uint32(d&0x3f) }

// classesAt returns the classes of cues in s, which begins at byte start of a text
// and has the given of its places.
func (x *cueIndex) classesAt(s string, start int, places []int) (found cueSet) {
	r, _ := utf8.DecodeRuneInString(s)
	for _, c := range x.starts[r] {
		if found&c.class == 0 && c.at(s) {
			found |= c.class
		}
	}
	for _, c := range x.rest {
		if found&c.class == 0 && c.in(s) {
			found |= c.class
		}
	}
	for _, at := range places {
		from := s[at-start:]
		if len(from) < 6 {
			break
		}
		for _, c := range x.others[hanRune(from[0], from[1], from[2])<<16|hanRune(from[3], from[4], from[5])] {
			if found&c.class == 0 && c.at(from) {
				found |= c.class
			}
		}
	}
	return found
}

// has reports whether one of the others of a class is at a place of a text.
func (x *cueIndex) has(class cueSet, text string, places []int) bool {
	for _, at := range places {
		from := text[at:]
		for _, c := range x.others[hanRune(from[0], from[1], from[2])<<16|hanRune(from[3], from[4], from[5])] {
			if c.class == class && c.at(from) {
				return true
			}
		}
	}
	return false
}
