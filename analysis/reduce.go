package analysis

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A reducer reads the characters of a text that count for a Reuse.
type reducer struct {
	text  string
	skip  []Span // page furniture
	exact bool
}

func newReducer(doc *Document, exact bool) reducer {
	r := reducer{text: doc.Text, exact: exact}
	for _, s := range doc.Sentences {
		if s.Role == RoleFurniture {
			r.skip = append(r.skip, Span{s.Start, s.End})
		}
	}
	return r
}

// next returns the first character at or after byte i that counts, as it counts:
// it is text[at:end]. At the end of the text, at is len(text).
func (r *reducer) next(i int) (char rune, at, end int) {
	k, _ := slices.BinarySearchFunc(r.skip, i, func(s Span, i int) int { return s.End - i - 1 })
	for i < len(r.text) {
		if k < len(r.skip) && i >= r.skip[k].Start {
			i = r.skip[k].End
			k++
			continue
		}
		c, n := utf8.DecodeRuneInString(r.text[i:])
		if r.exact {
			return c, i, i + n
		}
		if c = halfWidth(c); r.counts(c, i, i+n) {
			return unicode.ToLower(c), i, i + n
		}
		i += n
	}
	return 0, len(r.text), len(r.text)
}

// counts reports whether c, which is text[at:end], is more than punctuation.
func (r *reducer) counts(c rune, at, end int) bool {
	switch {
	case c >= 0x4e00 && c <= 0x9fff, c >= '0' && c <= '9':
		return true
	case c == '.': // of a decimal
		return isDigit(lastRune(r.text[:at])) && isDigit(firstRune(r.text[end:]))
	case c == '%', c == '‰':
		return true
	}
	return unicode.IsLetter(c) || unicode.IsNumber(c) || unicode.IsMark(c) || unicode.IsSymbol(c)
}

// whole returns a span with the marks next to it that belong to it.
func (r *reducer) whole(s Span) Span {
	if r.exact {
		return s
	}
	return paired(r.text, s)
}

// A reducedText is what counts of a text, character by character.
type reducedText struct {
	reducer
	runes []rune
	data  []byte
	at    []int32 // byte of data that each character begins at, and the end
	spans []Span  // of the text
}

func reduce(r reducer) *reducedText {
	t := &reducedText{reducer: r, at: []int32{0}}
	for i := 0; ; {
		c, at, end := r.next(i)
		if at == len(r.text) {
			return t
		}
		t.runes = append(t.runes, c)
		t.data = utf8.AppendRune(t.data, c)
		t.at = append(t.at, int32(len(t.data)))
		t.spans = append(t.spans, Span{at, end})
		i = end
	}
}

func (t *reducedText) bytes(from, to int) []byte { return t.data[t.at[from]:t.at[to]] }

func (t *reducedText) span(m match) Span {
	return t.whole(Span{t.spans[m.from].Start, t.spans[m.to-1].End})
}

// atWords takes the parts of words off both ends of a match, and then particles at
// its beginning (的政策) and what leads on at its end (保障和). The match may be empty
// then.
func (t *reducedText) atWords(m match, tokens []Token) match {
	byStart := func(t Token, at int) int { return t.Start - at }
	for m.from < m.to {
		at := t.spans[m.from].Start
		i, begins := slices.BinarySearchFunc(tokens, at, byStart)
		if !begins {
			i-- // the word that the match begins in
		}
		if begins && !isTag(tokens[i], "uy") {
			break
		}
		for m.from < m.to && t.spans[m.from].Start < tokens[i].End {
			m.from++
		}
	}
	for m.from < m.to {
		at := t.spans[m.to-1]
		i, begins := slices.BinarySearchFunc(tokens, at.Start, byStart)
		if !begins {
			i--
		}
		if tokens[i].End <= at.End && !isTag(tokens[i], "ucp") {
			break
		}
		for m.from < m.to && t.spans[m.to-1].Start >= tokens[i].Start {
			m.to--
		}
	}
	return m
}

// isTag reports whether a token's tag begins with one of letters.
func isTag(t Token, letters string) bool {
	return t.Tag != "" && strings.Contains(letters, t.Tag[:1])
}

// paired takes in a mark next to a span whose partner is in it: 一国两制”、“港人治港” with
// the mark before it.
func paired(text string, s Span) Span {
	var open []rune // the marks that would close those that are open
	for _, r := range text[s.Start:s.End] {
		if c := closerOf(r); c != 0 {
			open = append(open, c)
		} else if isCloser(r) {
			if n := len(open); n > 0 && open[n-1] == canonicalCloser(r) {
				open = open[:n-1]
			} else if before := lastRune(text[:s.Start]); n == 0 && closerOf(before) == canonicalCloser(r) {
				s.Start -= utf8.RuneLen(before)
			}
		}
	}
	if n := len(open); n > 0 {
		if after := firstRune(text[s.End:]); after != 0 && canonicalCloser(after) == open[n-1] {
			s.End += utf8.RuneLen(after)
		}
	}
	return s
}

// An indexedText is a text of a ReuseIndex, and where its characters stand in the
// index's data.
type indexedText struct {
	reducer
	end   int // in data
	marks []mark
}

// A mark is a character at byte in data, and its byte in the text.
type mark struct{ data, text int32 }

// markEvery is how many bytes of data are between two marks, about: few enough
// to be read through in no time, and so many that the marks take little memory.
const markEvery = 128

// separator is no byte of a UTF-8 text, so that no passage goes on from one
// document to the next.
const separator = 0xff

// appendReduced appends what counts of a text, and a separator.
func appendReduced(data []byte, r reducer) ([]byte, indexedText) {
	t := indexedText{reducer: r}
	next := len(data)
	for i := 0; ; {
		c, at, end := r.next(i)
		if at == len(r.text) {
			break
		}
		if len(data) >= next {
			t.marks = append(t.marks, mark{int32(len(data)), int32(at)})
			next = len(data) + markEvery
		}
		data = utf8.AppendRune(data, c)
		i = end
	}
	data = append(data, separator)
	t.end = len(data)
	return data, t
}

// span returns what of the text data[from:to] was made of.
func (t *indexedText) span(from, to int) Span {
	k, found := slices.BinarySearchFunc(t.marks, int32(from), func(m mark, p int32) int { return int(m.data - p) })
	if !found {
		k--
	}
	var s Span
	p, i := int(t.marks[k].data), int(t.marks[k].text)
	for {
		c, at, end := t.next(i)
		if p == from {
			s.Start = at
		}
		i = end
		if p += utf8.RuneLen(c); p >= to {
			return t.whole(Span{s.Start, end})
		}
	}
}

// A gramFilter knows most sequences of n characters that a text does not have.
type gramFilter struct {
	bits  []uint64
	shift uint
}

// newGramFilter reads data with separators. It has 8 to 16 bits for each byte of
// data up to 16 MB of them, so that at most one gram in some twenty passes that
// does not occur.
func newGramFilter(data []byte, n int) gramFilter {
	log := uint(10)
	for log < 27 && 1<<log < len(data)*8/3 { // a character has three bytes mostly
		log++
	}
	f := gramFilter{bits: make([]uint64, 1<<(log-6)), shift: 64 - log}
	var runes []rune
	for len(data) > 0 {
		end := slices.Index(data, separator)
		runes = runes[:0]
		for _, c := range string(data[:end]) {
			runes = append(runes, c)
		}
		for _, h := range gramHashes(runes, n) {
			b := f.bit(h)
			f.bits[b>>6] |= 1 << (b & 63)
		}
		data = data[end+1:]
	}
	return f
}

func (f *gramFilter) bit(hash uint64) uint64 { return hash * 0x9e3779b97f4a7c15 >> f.shift }

func (f *gramFilter) has(hash uint64) bool {
	b := f.bit(hash)
	return f.bits[b>>6]&(1<<(b&63)) != 0
}

// gramHashes returns a hash of each sequence of n characters, which rolls from
// one to the next (Karp & Rabin 1987).
func gramHashes(runes []rune, n int) []uint64 {
	if len(runes) < n {
		return nil
	}
	const base = 0x100000001b3 // FNV's prime
	hashes := make([]uint64, 0, len(runes)-n+1)
	power, h := uint64(1), uint64(0)
	for range n {
		power *= base
	}
	for i, c := range runes {
		h = h*base + uint64(c)
		if i >= n {
			h -= power * uint64(runes[i-n])
		}
		if i >= n-1 {
			hashes = append(hashes, h)
		}
	}
	return hashes
}
