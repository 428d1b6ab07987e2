package summarize

import "unicode/utf8"

// A classCue is a cue with the bit of its class.
type classCue struct {
	cue
	class cueSet
}

// A cueIndex tells in one pass which classes of cues a text has.
type cueIndex struct {
	starts  map[rune][]classCue // those that begin the text, by their first character
	rest    []classCue          // of the others those that do not begin with two characters of three bytes
	pairs   map[string]int      // where in buckets those are that do, by these
	buckets [][]classCue
	begins  charSet         // the keys of starts
	hashes  [1 << 10]uint64 // of the keys of pairs: most pairs of characters are none
}

// A cuePlace is where in a text cues may be that begin with the same two characters.
type cuePlace struct{ at, bucket int }

// newCueIndex returns the index of lists of cues; the class of the k-th is 1<<k.
func newCueIndex(lists ...*cueList) *cueIndex {
	x := &cueIndex{starts: make(map[rune][]classCue), pairs: make(map[string]int)}
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
		pair := first[:6]
		b, ok := x.pairs[pair]
		if !ok {
			b = len(x.buckets)
			x.pairs[pair], x.buckets = b, append(x.buckets, nil)
			h := pairHash(addToPair(addToPair(0, pair[1], pair[2]), pair[4], pair[5]))
			x.hashes[h>>6] |= 1 << (h & 63)
		}
		x.buckets[b] = append(x.buckets[b], c)
	default:
		x.rest = append(x.rest, c)
	}
}

// addToPair puts a character behind the second one of a pair. Of characters of three
// bytes it has the last two, which are most of what tells them apart.
func addToPair(pair uint32, b, c byte) uint32 { return pair<<16 | uint32(b) | uint32(c)<<8 }

// pairHash hashes a pair to 16 bits, by the golden ratio (Knuth, TAOCP 3, 6.4).
func pairHash(pair uint32) uint32 { return pair * 0x9e3779b1 >> 16 }

// classes returns the classes of cues in s.
func (x *cueIndex) classes(s string) cueSet { return x.classesAt(s, 0, x.places(nil, s)) }

// places appends to dst where in a text cues may be by their first two characters,
// which have three bytes each. The text is UTF-8.
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
		if h := pairHash(pair); x.hashes[h>>6]>>(h&63)&1 != 0 && i >= 6 {
			if bucket, ok := x.pairs[text[i-6:i]]; ok {
				dst = append(dst, cuePlace{i - 6, bucket})
			}
		}
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
		for _, c := range x.buckets[p.bucket] {
			if found&c.class == 0 && c.at(s[p.at-start:]) {
				found |= c.class
			}
		}
	}
	return found
}

// has reports whether a cue of a class is at one of the places of a text.
func (x *cueIndex) has(class cueSet, text string, places []cuePlace) bool {
	for _, p := range places {
		for _, c := range x.buckets[p.bucket] {
			if c.class == class && c.at(text[p.at:]) {
				return true
			}
		}
	}
	return false
}
