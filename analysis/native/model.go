package native

import (
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native/internal/dict"
)

// unknown appends the words of the run's characters from low to high, which
// start at byte at and are no words of the dictionary but single characters. As
// HMMSegment of cppjieba does, it takes a letter with the letters and digits
// behind it for a word, and a digit with the digits and points behind it, and
// leaves what is not ASCII to the model.
func (c *cutter) unknown(dst []analysis.Word, at, low, high int) ([]analysis.Word, int) {
	codes := c.codes
	for low < high {
		end := low
		for end < high && codes[end] >= utf8.RuneSelf {
			end++
		}
		if end > low {
			dst, at = c.viterbi(dst, at, low, end)
			low = end
			continue
		}
		c.checkStart(at, codes[low])
		end++
		switch first := codes[low]; {
		case isLetter(first):
			for end < high && (isLetter(codes[end]) || isDigit(codes[end])) {
				end++
			}
		case isDigit(first):
			for end < high && (isDigit(codes[end]) || codes[end] == '.') {
				end++
			}
		}
		dst, at = c.found(dst, at, low, end)
		low = end
	}
	return dst, at
}

func isLetter(code uint16) bool { return 'a' <= code|0x20 && code|0x20 <= 'z' }
func isDigit(code uint16) bool  { return '0' <= code && code <= '9' }

// found appends a word that the lattice has not found.
func (c *cutter) found(dst []analysis.Word, at, low, high int) ([]analysis.Word, int) {
	if high == low+1 {
		return c.append(dst, at, low, high, c.best[low].tag())
	}
	end := c.advance(at, high-low)
	tag, ok := c.lookup(c.codes[low:high])
	if !ok {
		return append(dst, analysis.Word{Text: c.text[at:end], Tag: unknownTag(c.text[at:end])}), end
	}
	return append(dst, analysis.Word{Text: c.text[at:end], Tag: tag}), end
}

// viterbi appends the words that the model makes of the run's characters from
// low to high, none of them ASCII. It is HMMSegment::InternalCut of cppjieba,
// with the same order of states and of additions.
//
// A state can follow only two of the four. cppjieba tries the others too, with
// the logarithm Never for 0, which never comes out larger than Never itself,
// with which it starts. Where none does, the state before counts as E.
func (c *cutter) viterbi(dst []analysis.Word, at, low, high int) ([]analysis.Word, int) {
	if high == low+1 {
		return c.append(dst, at, low, high, c.best[low].tag())
	}
	m := &c.dict.Model
	if len(c.path) < high-low {
		c.path = make([]uint8, min(2*(high-low), len(c.codes)))
	}
	path := c.path[:high-low] // for each state, the state before, 2 bits each
	emit := c.emit(low)
	b, e, in, s := m.Start[dict.B]+emit[dict.B], m.Start[dict.E]+emit[dict.E], m.Start[dict.M]+emit[dict.M], m.Start[dict.S]+emit[dict.S]
	for x := low + 1; x < high; x++ {
		emit := c.emit(x)
		toB, fromB := better(e+m.Trans[dict.E][dict.B]+emit[dict.B], s+m.Trans[dict.S][dict.B]+emit[dict.B], dict.E, dict.S)
		toE, fromE := better(b+m.Trans[dict.B][dict.E]+emit[dict.E], in+m.Trans[dict.M][dict.E]+emit[dict.E], dict.B, dict.M)
		toM, fromM := better(b+m.Trans[dict.B][dict.M]+emit[dict.M], in+m.Trans[dict.M][dict.M]+emit[dict.M], dict.B, dict.M)
		toS, fromS := better(e+m.Trans[dict.E][dict.S]+emit[dict.S], s+m.Trans[dict.S][dict.S]+emit[dict.S], dict.E, dict.S)
		b, e, in, s = toB, toE, toM, toS
		path[x-low] = fromB<<(2*dict.B) | fromE<<(2*dict.E) | fromM<<(2*dict.M) | fromS<<(2*dict.S)
	}
	state := uint8(dict.S)
	if e >= s {
		state = dict.E
	}
	for x := len(path) - 1; x >= 0; x-- { // path[x] becomes the state at x
		path[x], state = state, path[x]>>(2*state)&3
	}
	first := low
	for x, state := range path {
		if state == dict.E || state == dict.S {
			dst, at = c.found(dst, at, first, low+x+1)
			first = low + x + 1
		}
	}
	return dst, at
}

// emit returns the emissions of the run's x-th character.
func (c *cutter) emit(x int) *[4]float64 {
	code := int(c.codes[x])
	if code >= len(c.dict.Model.Emit) {
		code = 0
	}
	return &c.dict.Model.Emit[code]
}

// better returns the larger of two logarithms and the state it is of: the first
// of equal ones, and E where both are Never.
func better(first, second float64, a, b uint8) (float64, uint8) {
	top, state := float64(dict.Never), uint8(dict.E)
	if first > top {
		top, state = first, a
	}
	if second > top {
		top, state = second, b
	}
	return top, state
}
