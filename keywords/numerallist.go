package keywords

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// An item is a member of a list: characters start to end of a reading.
type item struct{ start, end int }

func (x item) len() int { return x.end - x.start }

// isOpening and isClosing are the marks that a list is not split inside.
func isOpening(r rune) bool { return closerOf(r) != 0 }

func isClosing(r rune) bool {
	switch r {
	case '）', '》', '”', ']', ')':
		return true
	}
	return false
}

// closerOf returns the mark that closes r, 0 where r opens nothing.
func closerOf(r rune) rune {
	switch r {
	case '（':
		return '）'
	case '《':
		return '》'
	case '“':
		return '”'
	case '[':
		return ']'
	case '(':
		return ')'
	}
	return 0
}

// endsSentence reports a mark behind which no list goes on.
func endsSentence(r rune) bool {
	switch r {
	case '。', '！', '？', '\n':
		return true
	}
	return false
}

// pieces yields characters i to j cut at the one or two separators that no
// bracket or quotation encloses. A mark without its partner encloses nothing.
func (v *reading) pieces(i, j int, separators string) iter.Seq[item] {
	return func(yield func(item) bool) {
		a, _ := utf8.DecodeRuneInString(separators)
		b, _ := utf8.DecodeLastRuneInString(separators)
		from := i
		for k := i; k < j; k++ {
			switch r := v.r[k]; {
			case isOpening(r):
				if to := v.closing(k, j); to > 0 {
					k = to
				}
			case r == a || r == b:
				if !yield(item{from, k}) {
					return
				}
				from = k + 1
			}
		}
		yield(item{from, j})
	}
}

// split returns the pieces.
func (v *reading) split(i, j int, separators string) (out []item) {
	for x := range v.pieces(i, j, separators) {
		out = append(out, x)
	}
	return out
}

// closing returns where the mark opened at k closes, before j, or 0. Marks of
// one kind nest.
func (v *reading) closing(k, j int) int {
	open := v.r[k]
	shut := closerOf(open)
	depth := 0
	for ; k < j; k++ {
		switch v.r[k] {
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return 0
}

// maxBracket is how many characters a bracket or quotation has that trim takes
// off.
const maxBracket = 100

// What trim takes off, and what the rest of it begins or ends with.
var (
	trimmedHeads = runesOf(" \n—-·：，、；")
	trimmedFeet  = runesOf(" \n—，、；。：")
	trimsHead    = runesOf(" \n—-·：，、；" + "和与及以或暨" + "“" + "一二三四五六七八九十")
	trimsFoot    = runesOf(" \n—，、；。：" + "）]等”")

	conjunctionHeads = runesOf("和与及以或暨")
	ordinals         = runesOf("一二三四五六七八九十") // before 是, they begin the members of a list that is counted
)

// trim takes off what parts a member from its neighbours: blanks, dashes,
// conjunctions, 等, an explanation in brackets, and quotation marks around the
// whole.
func (v *reading) trim(x item) item {
	for again := true; again && x.start < x.end; {
		again = false
		if !trimsHead.has(v.r[x.start]) && !trimsFoot.has(v.r[x.end-1]) {
			break // as most
		}
		if trimmedHeads.has(v.r[x.start]) {
			x.start++
			again = true
			continue
		}
		switch r := v.r[x.end-1]; {
		case trimmedFeet.has(r):
			x.end--
			again = true
			continue
		case r == '）' || r == ']':
			for k := x.end - 2; k > max(x.start, x.end-maxBracket); k-- {
				if v.r[k] == '（' || v.r[k] == '[' {
					x.end = k
					again = true
					break
				}
			}
			if again {
				continue
			}
		}
		if to := v.conjunction(x.start, x.end); to > 0 && to < x.end {
			x.start, again = to, true
			continue
		}
		if v.r[x.start] == '“' && x.len() > 5 && isNumeralRune(v.r[x.start+1]) { // “三区”即A、B、C，“两带”即D、E
			if to := v.closing(x.start, min(x.end, x.start+8)); to > 0 {
				if from, _ := v.cue(to + 1); from > 0 && from < x.end {
					x.start, again = from, true
					continue
				}
			}
		}
		if x.len() > 2 && v.r[x.start+1] == '是' && ordinals.has(v.r[x.start]) {
			x.start, again = x.start+2, true
		}
		switch {
		case v.r[x.end-1] != '等':
		case x.len() > 1 && v.border(x.end-1):
			x.end, again = x.end-1, true
		case x.len() > 2 && v.r[x.end-2] == '等':
			x.end, again = x.end-2, true
		}
		if x.len() > 2 && v.r[x.start] == '“' {
			switch v.closing(x.start, min(x.end, x.start+maxBracket)) {
			case x.end - 1:
				x, again = item{x.start + 1, x.end - 1}, true
			case 0:
				x, again = item{x.start + 1, x.end}, true
			}
		}
		if x.len() > 1 && x.len() < maxBracket && v.r[x.end-1] == '”' && unbalanced(v.r[x.start:x.end]) {
			x.end, again = x.end-1, true
		}
	}
	return x
}

// conjunction returns the end of the token at character i, not beyond j, if it
// is a conjunction, or else 0.
func (v *reading) conjunction(i, j int) int {
	if !conjunctionHeads.has(v.r[i]) {
		return 0 // as most
	}
	if to := v.tokenEnd(i, j); isConjunction(v.word(i, to)) {
		return to
	}
	return 0
}

func isConjunction(w string) bool {
	switch w {
	case "和", "与", "及", "以及", "或", "暨":
		return true
	}
	return false
}

// conjunctions returns the places in x where it may be cut in two: the tokens
// 和, 与, 及, 以及 that are neither first nor last.
func (v *reading) conjunctions(x item) []item {
	var out []item
	for k := x.start; k < x.end; {
		if isOpening(v.r[k]) {
			if to := v.closing(k, x.end); to > 0 {
				k = to + 1
				continue
			}
		}
		to := v.conjunction(k, x.end)
		if to == 0 {
			k = v.tokenEnd(k, x.end)
			continue
		}
		if k > x.start && to < x.end && v.border(k) {
			out = append(out, item{k, to})
		}
		k = to
	}
	return out
}

// list reads characters i to j as a list of exactly n members, which one of
// the separators parts, the last two perhaps a conjunction. It returns nil
// where the number is another.
func (v *reading) list(i, j, n int, separators string) []item {
	parts := v.parts[:0]
	for x := range v.pieces(i, j, separators) {
		if x = v.trim(x); x.len() == 0 {
			continue
		}
		if len(parts) == n {
			return nil
		}
		parts = append(parts, x)
	}
	v.parts = parts
	if len(parts) == n {
		if n == 2 && separators == "、" {
			parts = v.pair(i, j, parts)
		}
		return slices.Clone(parts)
	}
	if len(parts) != n-1 || len(parts) == 0 || !strings.Contains(separators, "、") {
		return nil
	}
	last := parts[len(parts)-1]
	at := v.conjunctions(last)
	if len(at) == 0 || n == 2 && len(at) > 1 {
		return nil
	}
	best, cost := -1, 0
	for k, c := range at {
		a, b := v.trim(item{last.start, c.start}), v.trim(item{c.end, last.end})
		if a.len() == 0 || b.len() == 0 {
			continue
		}
		d := a.len() - b.len()
		if len(parts) > 1 {
			d = a.len() - parts[len(parts)-2].len()
		}
		if d = max(d, -d); best < 0 || d <= cost {
			best, cost = k, d
		}
	}
	if best < 0 {
		return nil
	}
	a, b := v.trim(item{last.start, at[best].start}), v.trim(item{at[best].end, last.end})
	return append(slices.Clone(parts[:len(parts)-1]), a, b)
}

// pair chooses between the two ways to read A和B、C的D as two: at the mark or at
// the conjunction, whichever leaves halves more alike.
func (v *reading) pair(i, j int, parts []item) []item {
	at := v.conjunctions(item{i, j})
	if len(at) != 1 {
		return parts
	}
	a, b := v.trim(item{i, at[0].start}), v.trim(item{at[0].end, j})
	if a.len() == 0 || b.len() == 0 || v.unlike(a, b) >= v.unlike(parts[0], parts[1]) {
		return parts
	}
	return []item{a, b}
}

// unlike measures how little two members look like each other.
func (v *reading) unlike(a, b item) int {
	d := max(a.len()-b.len(), b.len()-a.len())
	if v.r[a.end-1] != v.r[b.end-1] {
		d += 4 // where its head is
	}
	if v.r[a.start] != v.r[b.start] {
		d++
	}
	return d
}
