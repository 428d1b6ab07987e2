package summarize

// A charSet is a set of characters by the last bits of each: it tells of most
// characters that they are not in it.
type charSet [1 << 4]uint64

func charSetOf(chars string) *charSet {
	s := new(charSet)
	for _, r := range chars {
		s.add(r)
	}
	return s
}

func (s *charSet) add(r rune) { s[r>>6&15] |= 1 << (r & 63) }

// mayHave reports whether the set has a character, or one like it.
func (s *charSet) mayHave(r rune) bool { return s[r>>6&15]>>(r&63)&1 != 0 }
