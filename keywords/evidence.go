package keywords

import (
	"cmp"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// evidence is what the occurrences of an n-gram say about it.
type evidence struct {
	balanced int     // occurrences that no longer quotation begins or ends in
	label    float64 // share with a colon behind it
	Evidence
}

// context gathers the evidence for an n-gram. Words that are cut differently
// but begin with the same character count as the same neighbour.
func (e *evaluator) context(r run) evidence {
	g := e.grams
	left, right := e.left[:0], e.right[:0]
	e.marks = e.marks[:0]
	var c evidence
	var quoted, heading, colons, leftBorder, rightBorder int
	for i, p := range r.where {
		if w := g.word[p-1]; w < 0 {
			leftBorder++
		} else {
			v := e.role(w)
			left = append(left, v.last)
			if v.may&bordered != 0 {
				leftBorder++
			}
		}
		if w := g.word[int(p)+r.n]; w < 0 {
			rightBorder++
		} else {
			v := e.role(w)
			right = append(right, v.first)
			if v.may&bordered != 0 {
				rightBorder++
			}
		}
		q := quotation{}
		if g.marked(int(p), r.n) {
			q = g.quotation(int(p), r.n)
			e.marks = append(e.marks, make([]quotation, i-len(e.marks))...)
			e.marks = append(e.marks, q)
		}
		if !q.loose {
			c.balanced++
		}
		if q.exact {
			quoted++
		}
		if g.head[p] {
			heading++
		}
		if g.shut[int(p)+r.n-1]&colonMark != 0 {
			colons++
		}
		c.Lead = c.Lead || len(g.leads) > 0 && g.inLead(p)
	}
	e.left, e.right = left, right
	n := len(r.where)
	total := float64(n)
	c.Quoted, c.Heading = float64(quoted)/total, float64(heading)/total
	c.label = float64(colons) / total
	c.LeftBorder, c.RightBorder = float64(leftBorder)/total, float64(rightBorder)/total
	c.LeftEntropy, c.RightEntropy = entropy(left, n), entropy(right, n)
	return c
}

// maximal reports whether neither side of an n-gram always has the same character
// next to it, of a word that may be in a phrase.
func (e *evaluator) maximal(r run) bool {
	g := e.grams
	last, first := rune(-1), rune(-1) // of the neighbours, 0 where they differ
	for _, p := range r.where {
		if last != 0 {
			last = e.shared(last, g.word[p-1], true)
		}
		if first != 0 {
			first = e.shared(first, g.word[int(p)+r.n], false)
		}
		if last == 0 && first == 0 {
			return true
		}
	}
	return false
}

// shared returns the last or else the first character of a neighbour if it may be
// in a phrase and has the character of the others, which is -1 for no others. It
// is else 0.
func (e *evaluator) shared(others rune, w int32, last bool) rune {
	if w < 0 {
		return 0
	}
	v := e.role(w)
	c := v.first
	if last {
		c = v.last
	}
	if v.may&joins == 0 || others > 0 && c != others {
		return 0
	}
	return c
}

// quotation is how the quotation marks in and around n words stand.
type quotation struct {
	left, right int  // marks in front of and behind the words whose partner is inside
	broken      bool // a mark inside has its partner further away
	loose       bool // broken, or the words are at one end of a longer quotation
	exact       bool // the words are one quotation, or one title
}

// quotation looks at the marks of the n words from position p on.
func (g *grams) quotation(p, n int) quotation {
	var q quotation
	if !g.marked(p, n) {
		return q
	}
	opened, inner := 0, 0
	for i := p; i < p+n-1; i++ {
		if i > p {
			opened += marks(g.open[i])
		}
		shut := marks(g.shut[i])
		inner += shut + marks(g.open[i+1])
		if shut > opened {
			q.left += shut - opened
			opened = 0
		} else {
			opened -= shut
		}
	}
	before, behind := marks(g.open[p]), marks(g.shut[p+n-1])
	if n > 1 {
		opened += marks(g.open[p+n-1])
	}
	q.right = opened
	q.broken = q.left > before || q.right > behind
	open, shut := g.open[p]&titleMark != 0, g.shut[p+n-1]&titleMark != 0
	q.loose = q.broken || before-q.left != behind-q.right || open != shut
	q.exact = !q.loose && inner == 0 && (before == 1 || open)
	return q
}

// marked reports whether there are marks other than colons in and around n words.
// Mostly there are none.
func (g *grams) marked(p, n int) bool {
	any := uint8(0)
	for i := p; i < p+n; i++ {
		any |= g.open[i] | g.shut[i]
	}
	return any&^colonMark != 0
}

// marks returns the number of quotation marks.
func marks(noted uint8) int { return int(noted & countMask) }

// entropy returns Shannon's entropy in bits of the neighbours of n occurrences,
// where those that are missing are breaks, each unlike any other. It sorts the
// neighbours.
func entropy(neighbours []rune, n int) float64 {
	if n == 2 {
		if len(neighbours) == 2 && neighbours[0] == neighbours[1] {
			return 0
		}
		return 1
	}
	h := 0.0
	if missing := n - len(neighbours); missing > 0 {
		h = float64(missing) / float64(n) * log2(n)
	}
	slices.Sort(neighbours)
	for i := 0; i < len(neighbours); {
		j := i
		for j < len(neighbours) && neighbours[j] == neighbours[i] {
			j++
		}
		h -= shareLog2(j-i, n)
		i = j
	}
	return h
}

// mentions returns the byte spans of the occurrences that do not overlap an
// earlier one. A span takes in the quotation mark at its end whose partner is
// inside it: “十三五”规划, 推进“放管服”.
func (g *grams) mentions(r run) []analysis.Span {
	marks := make([]quotation, len(r.where))
	for i, p := range r.where {
		marks[i] = g.quotation(int(p), r.n)
	}
	return g.mentionsMarked(r, marks)
}

// mentionsMarked does the same, given the quotation marks of the occurrences up to
// the last that has some.
func (g *grams) mentionsMarked(r run, marks []quotation) []analysis.Span {
	doc := g.doc
	if cap(g.spans)-len(g.spans) < len(r.where) {
		g.spans = make([]analysis.Span, 0, max(spanChunk, len(r.where)))
	}
	begin := len(g.spans)
	out := g.spans
	next := int32(0)
	for i, p := range r.where {
		q := quotation{}
		if i < len(marks) {
			q = marks[i]
		}
		if p < next || q.broken {
			continue
		}
		next = p + int32(r.n)
		first, last := int(g.token[p])-q.left, int(g.token[int(p)+r.n-1])+q.right
		out = append(out, analysis.Span{Start: doc.Tokens[first].Start, End: doc.Tokens[last].End})
	}
	g.spans = out
	return out[begin:len(out):len(out)]
}

// spanChunk is for how many mentions room is made at a time.
const spanChunk = 512

// mergeMentions merges two lists of spans in text order, without overlaps.
func mergeMentions(a, b []analysis.Span) []analysis.Span {
	all := append(slices.Clone(a), b...)
	slices.SortFunc(all, func(x, y analysis.Span) int { return cmp.Or(x.Start-y.Start, x.End-y.End) })
	out := all[:0]
	for _, s := range all {
		if len(out) == 0 || s.Start >= out[len(out)-1].End {
			out = append(out, s)
		}
	}
	return out
}
