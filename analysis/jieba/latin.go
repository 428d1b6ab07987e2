package jieba

import (
	"slices"

	"github.com/yanyiwu/gojieba"
)

// cppjieba finds the words of a dictionary also inside longer Latin words and
// numbers: with AI or 5G in the lexicon it cuts M|AI|L and 1|5G. Without such a
// word it never cuts between two letters or two digits, so a cut there shows
// what has happened, and mend undoes it.

// inLatin reports whether p lies inside of a Latin word or a number of b, so
// that no word can end or start there.
func inLatin[T string | []byte](b T, p int) bool {
	if p == 0 || p == len(b) {
		return false
	}
	switch before, after := b[p-1], b[p]; {
	case isLetter(after):
		return isLetter(before)
	case isDigit(after):
		return isDigit(before) || before == '.' && p > 1 && isDigit(b[p-2])
	case after == '.':
		return isDigit(before) && p+1 < len(b) && isDigit(b[p+1])
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// latinRun returns the length of the Latin word or number that b starts with,
// as HMMSegment of cppjieba has it, or 0.
func latinRun[T string | []byte](b T) int {
	if len(b) == 0 || !isLetter(b[0]) && !isDigit(b[0]) {
		return 0
	}
	n := 1
	for n < len(b) && (isDigit(b[n]) || isLetter(b[0]) && isLetter(b[n]) || isDigit(b[0]) && b[n] == '.') {
		n++
	}
	return n
}

// mend replaces words that a cut inside of a Latin word or number has made.
func (s *Segmenter) mend(words []gojieba.Word, b []byte) []gojieba.Word {
	torn := func(w gojieba.Word) bool { return inLatin(b, w.Start) }
	first := slices.IndexFunc(words, torn)
	if first < 0 {
		return words
	}
	out := append(make([]gojieba.Word, 0, len(words)), words[:first]...)
	for i := first; i < len(words); i++ {
		if !torn(words[i]) {
			out = append(out, words[i])
			continue
		}
		// From the start of the run of letters and digits to its end, and
		// what else the words at both ends have.
		start := out[len(out)-1].Start
		out = out[:len(out)-1]
		for len(out) > 0 && isLatin(b[start]) && isLatin(b[start-1]) {
			start = out[len(out)-1].Start
			out = out[:len(out)-1]
		}
		for i+1 < len(words) && isLatin(b[words[i].End-1]) && isLatin(b[words[i].End]) {
			i++
		}
		out = s.latinAndRest(out, b, start, words[i].End)
	}
	return out
}

func isLatin(c byte) bool { return isLetter(c) || isDigit(c) || c == '.' }

// latinAndRest appends to words those of b[start:end], its Latin words and
// numbers apart from what is between them.
func (s *Segmenter) latinAndRest(words []gojieba.Word, b []byte, start, end int) []gojieba.Word {
	for start < end {
		n := latinRun(b[start:end])
		if n > 0 {
			words = append(words, gojieba.Word{Str: string(b[start : start+n]), Start: start, End: start + n})
			start += n
			continue
		}
		for n = 1; start+n < end && latinRun(b[start+n:end]) == 0; n++ {
		}
		for _, w := range s.tokenize(b[start : start+n]) {
			w.Start, w.End = w.Start+start, w.End+start
			words = append(words, w)
		}
		start += n
	}
	return words
}
