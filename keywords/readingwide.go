package keywords

import (
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// Most tokens have only characters of three bytes that stay as they are. They
// are read a sentence at a time, in loops in which no branch depends on what a
// character is or how long a token is: such branches cannot be foreseen, and
// cost more than the work between them.

// wideRunes are Han characters, and marks for which isWide holds and which
// plainRune leaves as they are.
var wideRunes = func() runeSet {
	s := runesOf("、。，；：！？（）《》“”—…")
	for r := rune(0x4e00); r <= 0x9fff; r++ {
		s.add(r)
	}
	return s
}()

// wide adds the tokens from the i-th on that have only wideRunes, and returns the
// first that has others, or end. There is room.
func (v *reading) wide(i, end int) int {
	first := len(v.r)
	if i == end || first > 0 && v.r[first-1] == ' ' {
		return i // the blank may have to go
	}
	tokens := v.doc.Tokens[:end]
	start := tokens[i].Start
	s := v.doc.Text[start:tokens[end-1].End]
	known := len(v.places)
	places := slices.Grow(v.places, len(s)/3+1)
	n, noted := decode(v.r[:cap(v.r)], first, s, places[known:cap(places)], &v.seen)
	i, n = number(v.tok[:cap(v.tok)], first, tokens, i, start+3*(n-first))
	if n > first {
		v.standWide(first, start)
	}
	v.r, v.tok = v.r[:n], v.tok[:n]
	places = places[:known+noted]
	for len(places) > 0 && places[len(places)-1] >= n {
		places = places[:len(places)-1] // of the first half of a token
	}
	v.places = places
	return i
}

// decode writes the characters of s to r from n on, up to one that is not in
// wideRunes, and the places of those that are in seen. It returns their ends.
func decode(r []rune, n int, s string, places []int, seen *runeSet) (_, noted int) {
	for k := 0; k < len(s)-2; k += 3 {
		// The value of 1110xxxx 10xxxxxx 10xxxxxx; of other bytes it is no such
		// character.
		c := uint32(s[k])<<12 + uint32(s[k+1])<<6 + uint32(s[k+2]) - (0xe0<<12 + 0x80<<6 + 0x80)
		row, bit := c>>6, uint64(1)<<(c&63)
		if row >= uint32(len(wideRunes)) || wideRunes[row]&bit == 0 {
			break
		}
		r[n] = rune(c)
		places[noted] = n
		if seen[row]&bit != 0 {
			noted++
		}
		n++
	}
	return n, noted
}

// number writes the index of their token for the characters from n on, for the
// tokens from the i-th on that end at stop or before. It returns the next token
// and the next character.
func number(tok []int32, n int, tokens []analysis.Token, i, stop int) (int, int) {
	for at := tokens[i].Start; i < len(tokens); i++ {
		end := tokens[i].End
		if end > stop {
			break
		}
		x := int32(i)
		if t := tok[n:]; len(t) >= 4 && end-at <= 3*4 {
			t[0], t[1], t[2], t[3] = x, x, x, x // the next token overwrites what is too much
			n += int(uint(end-at) / 3)
			at = end
			continue
		}
		for ; at < end; at += 3 {
			tok[n] = x
			n++
		}
	}
	return i, n
}
