package script

// cppjieba finds the words of a dictionary also inside longer Latin words and
// numbers: with AI or 5G in the lexicon it cuts M|AI|L and 1|5G. Without such a
// word it never cuts between two letters or two digits, so a cut there shows
// what has happened, and Mend undoes it.

// InsideLatin reports whether p lies inside of a Latin word or a number of s, so
// that no word can end or start there.
func InsideLatin[T string | []byte](s T, p int) bool {
	if p == 0 || p == len(s) {
		return false
	}
	switch before, after := s[p-1], s[p]; {
	case isLetter(after):
		return isLetter(before)
	case isDigit(after):
		return isDigit(before) || before == '.' && p > 1 && isDigit(s[p-2])
	case after == '.':
		return isDigit(before) && p+1 < len(s) && isDigit(s[p+1])
	}
	return false
}

// BetweenLatin reports whether a letter, digit or point of s stands on either
// side of p: what Mend does at one side of any other place is no matter to the
// other side.
func BetweenLatin[T string | []byte](s T, p int) bool {
	return p > 0 && p < len(s) && isLatin(s[p-1]) && isLatin(s[p])
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// LatinRun returns the length of the Latin word or number that s starts with, as
// HMMSegment of cppjieba has it, or 0.
func LatinRun[T string | []byte](s T) int {
	if len(s) == 0 || !isLetter(s[0]) && !isDigit(s[0]) {
		return 0
	}
	n := 1
	for n < len(s) && (isDigit(s[n]) || isLetter(s[0]) && isLetter(s[n]) || isDigit(s[0]) && s[n] == '.') {
		n++
	}
	return n
}

// A Word is the half-open byte range of a word.
type Word struct{ Start, End int }

// Mend replaces those of the words of s, one after the other, that a cut inside
// of a Latin word or number has made. Mended words are appended to dst with all
// others. cut appends the words of s[start:end], which has no letters or digits,
// to dst; its calls go from left to right.
func Mend[T string | []byte](dst, words []Word, s T, cut func(dst []Word, start, end int) []Word) []Word {
	first := len(dst)
	for i := 0; i < len(words); i++ {
		if !InsideLatin(s, words[i].Start) || len(dst) == first {
			dst = append(dst, words[i])
			continue
		}
		// From the start of the run of letters and digits to its end, and
		// what else the words at both ends have.
		start := dst[len(dst)-1].Start
		dst = dst[:len(dst)-1]
		for len(dst) > first && isLatin(s[start]) && isLatin(s[start-1]) {
			start = dst[len(dst)-1].Start
			dst = dst[:len(dst)-1]
		}
		for i+1 < len(words) && isLatin(s[words[i].End-1]) && isLatin(s[words[i].End]) {
			i++
		}
		dst = latinAndRest(dst, s, start, words[i].End, cut)
	}
	return dst
}

func isLatin(c byte) bool { return isLetter(c) || isDigit(c) || c == '.' }

// latinAndRest appends to dst the words of s[start:end], its Latin words and
// numbers apart from what is between them.
func latinAndRest[T string | []byte](dst []Word, s T, start, end int, cut func([]Word, int, int) []Word) []Word {
	for start < end {
		n := LatinRun(s[start:end])
		if n > 0 {
			dst = append(dst, Word{start, start + n})
			start += n
			continue
		}
		for n = 1; start+n < end && LatinRun(s[start+n:end]) == 0; n++ {
		}
		dst = cut(dst, start, start+n)
		start += n
	}
	return dst
}
