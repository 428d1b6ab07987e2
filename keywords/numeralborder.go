package keywords

import (
	"slices"
)

// The first member of a list has words before it, and the last one behind it,
// that no mark parts from them. Where they are cut is chosen among the borders
// of their tokens: the cut that makes them most like the other members (in
// length, part of speech, first and last character) and that leaves the words
// most likely to be a clause's own.
//
// The weights of a cut were found by experiment on labelled policy documents.
const (
	cutFunction   = 1.6 // a function word is next to the cut
	cutLead       = 1.3 // a word that leads into lists is (推进, 坚持)
	cutCue        = 5.0 // a word that introduces members is (是指, 即)
	cutVerb       = 0.2 // another verb is
	cutNoun       = -1.6
	cutJoined     = -2.0 // words that a conjunction joins would be left out behind it
	cutClause     = 1.2  // the cut is where the clause begins or ends
	keepFunction  = -2.5 // the member would begin or end with a function word
	keepLead      = -2.5 // it would begin with a word that leads into lists, and no other begins with a verb
	keepDe        = -1.5 // it has 的 in it, and the others have none
	keepMarks     = -2.5 // it has a quotation in it, and the others have none
	keepLeads     = -0.6 // it would begin with two of them: 实现推进……
	sameWord      = 3.0  // the member begins with the same word as all others
	sameTag       = 1.0  // × share of the other members that begin or end with the same part of speech
	sameRune      = 2.2  // … that all begin or end with the same character
	sameLength    = 1.5  // the member is as long as all others
	lengthOff     = -0.4 // × characters longer or shorter than the others, twice that if those are all of one length
	lengthOffMost = -3.0 // … no more than this
)

// coarse is a part of speech as far as parallel members share it.
func coarse(tag string) byte {
	if tag == "" {
		return 'n'
	}
	if tag == "vn" || tag == "an" {
		return 'w' // a noun or a verb
	}
	switch tag[0] {
	case 'n', 'j', 'x', 's', 't', 'l', 'i', 'e':
		return 'n'
	case 'v':
		return 'v'
	case 'a', 'b', 'z':
		return 'a'
	case 'd':
		return 'd'
	case 'm', 'q':
		return 'm'
	case 'f':
		return 's'
	}
	return 'f'
}

func alike(a, b byte) float64 {
	switch {
	case a == b:
		return 1
	case a == 'w' && (b == 'n' || b == 'v'), b == 'w' && (a == 'n' || a == 'v'):
		return 0.7
	}
	return 0
}

// A profile is what the other members of a list have in common.
type profile struct {
	shortest, longest int
	first, last       []byte // parts of speech of their first and last words
	head, foot        rune   // the character that all begin or end with, or 0
	word              string // the word that all begin with, or ""
	several           bool   // more than one
	marked            bool   // one of them has a quotation or a title in it
	de                bool   // one of them has 的 in it
}

func (v *reading) profile(others []item) profile {
	p := profile{shortest: 1 << 30, several: len(others) > 1}
	for k, x := range others {
		p.shortest, p.longest = min(p.shortest, x.len()), max(p.longest, x.len())
		p.first = append(p.first, coarse(v.tag(x.start)))
		p.last = append(p.last, coarse(v.tag(x.end-1)))
		h, f := v.r[x.start], v.r[x.end-1]
		w := v.word(x.start, v.tokenEnd(x.start, x.end))
		if k == 0 {
			p.word = w
			p.head, p.foot = h, f
		}
		p.de = p.de || slices.Contains(v.r[x.start:x.end], '的')
		p.marked = p.marked || slices.ContainsFunc(v.r[x.start:x.end], isOpening)
		if p.word != w {
			p.word = ""
		}
		if p.head != h {
			p.head = 0
		}
		if p.foot != f {
			p.foot = 0
		}
	}
	return p
}

// length scores the length of a member.
func (p profile) length(n int) float64 {
	off := max(p.shortest-n, n-p.longest)
	switch {
	case off <= 0 && p.shortest == p.longest:
		return sameLength
	case off <= 0:
		return 0
	case p.several && p.shortest == p.longest:
		off *= 2
	}
	return max(lengthOff*float64(off), lengthOffMost)
}

func share(tags []byte, tag byte) float64 {
	sum := 0.0
	for _, t := range tags {
		sum += alike(t, tag)
	}
	return sum / float64(len(tags))
}

func (p profile) headScore(r rune) float64 {
	switch {
	case p.head == 0 || p.head != r:
		return 0
	case p.several:
		return sameRune
	}
	return sameRune / 2
}

func (p profile) footScore(r rune) float64 {
	switch {
	case p.foot == 0 || p.foot != r:
		return 0
	case p.several:
		return sameRune
	}
	return sameRune / 2
}

// marks scores the marks in a member, and 的: half a quotation is no part of
// one, and a whole one seldom is if no other member has any.
func (p profile) marks(r []rune) float64 {
	switch {
	case unbalanced(r):
		return -10
	case !p.marked && slices.ContainsFunc(r, isOpening):
		return keepMarks
	case !p.de && slices.Contains(r, '的'):
		return keepDe
	}
	return 0
}

// outside scores a cut next to the word from i to j, which stays outside.
func (v *reading) outside(i, j int, before bool) float64 {
	w, tag := v.word(i, j), v.tag(i)
	c := coarse(tag)
	switch {
	case !isHan(v.r[i]) && c != 'n':
		return cutClause
	case isConjunction(w):
		return 2 * cutNoun // it joins what the count has as one
	case before && cueWords[w]:
		return cutCue
	case memberFunction[w] || c == 'f':
		return cutFunction
	case before && leadWords[w]:
		return cutLead
	case c == 'd' || c == 'm':
		return cutFunction / 2
	case c == 'v' || c == 's':
		return cutVerb
	case c == 'w':
		return cutNoun / 2
	}
	return cutNoun
}

// before scores a cut at k by the word that ends there, of those from i on. A
// verbal noun behind an attribute leads into nothing: 新发展|格局.
func (v *reading) before(i, k int) float64 {
	from := v.tokenStart(k-1, i)
	if from > i && coarse(v.tag(from)) == 'w' {
		c, w := coarse(v.tag(from-1)), v.word(v.tokenStart(from-1, i), from)
		if (c == 'n' || c == 'a') && !leadWords[w] {
			return cutNoun
		}
	}
	return v.outside(from, k, true)
}

// firstStart returns where the member that ends at j begins, not before i,
// given the others. own is what speaks for i itself.
func (v *reading) firstStart(i, j int, others []item, own float64) int {
	p := v.profile(others)
	best, score := i, 0.0
	for k := i; k < j; k = v.tokenEnd(k, j) {
		if !isHan(v.r[k]) && v.r[k] != '“' && v.r[k] != '《' && coarse(v.tag(k)) != 'n' && !isDigit(v.r[k]) {
			continue
		}
		s := p.length(j-k) + sameTag*share(p.first, coarse(v.tag(k))) + p.headScore(v.r[k])
		if k == i {
			s += own
		} else {
			s += v.before(i, k)
		}
		if w := v.word(k, v.tokenEnd(k, j)); (memberFunction[w] || coarse(v.tag(k)) == 'f') && !(slices.Contains(p.first, 'f')) {
			s += keepFunction
		} else if leadWords[w] {
			if share(p.first, 'v') < 0.3 {
				s += keepLead
			}
			if next := v.tokenEnd(k, j); next < j && leadWords[v.word(next, v.tokenEnd(next, j))] {
				s += keepLeads
			}
			if w == p.word {
				s += sameWord
			}
		}
		s += p.marks(v.r[k:j])
		if k == i || s > score+1e-9 {
			best, score = k, s
		}
	}
	return best
}

// lastEnd returns where the member that begins at i ends, not behind j, given
// the others. own is what speaks for j itself.
func (v *reading) lastEnd(i, j int, others []item, own float64) int {
	p := v.profile(others)
	joined := i // where the last conjunction is, or i
	if at := v.conjunctions(item{i, j}); len(at) > 0 {
		joined = at[len(at)-1].start
	}
	best, score, first := j, 0.0, true
	for k := v.tokenEnd(i, j); ; k = v.tokenEnd(k, j) {
		from := v.tokenStart(k-1, i)
		s := p.length(k-i) + sameTag*share(p.last, coarse(v.tag(from))) + p.footScore(v.r[k-1])
		if k == j {
			s += own
		} else {
			s += v.outside(k, v.tokenEnd(k, j), false)
		}
		if k <= joined {
			s += cutJoined
		}
		if w := v.word(from, k); w != "地" && (memberFunction[w] || coarse(v.tag(from)) == 'f') && !slices.Contains(p.last, 'f') {
			s += keepFunction
		}
		s += p.marks(v.r[i:k])
		if first || s >= score-1e-9 {
			best, score, first = k, s, false
		}
		if k >= j {
			return best
		}
	}
}

// unbalanced reports whether a bracket or quotation is only half in r.
func unbalanced(r []rune) bool {
	depth := 0
	for _, c := range r {
		if isOpening(c) {
			depth++
		} else if isClosing(c) {
			if depth--; depth < 0 {
				return true
			}
		}
	}
	return depth != 0
}
