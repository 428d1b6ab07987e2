package summarize

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// Sentences that are only understood together are picked together or not at
// all: one that begins with 该 or 对此 with the one before it, the items 一是…；
// 二是… of a paragraph, the parts of a quotation. What needs more than
// maxTogether sentences is left out.
const maxTogether = 6

// units know which sentences need which others. The zero value knows of none.
type units struct {
	needs  map[int][]int // of a sentence, what must be picked with it
	wanted map[int][]int // the inverse
	marks  []unitMark    // of each sentence
}

type unitMark uint8

const (
	needsOthers unitMark = 1 << iota
	useless              // it must not be picked, for its companions cannot
)

// isAlone reports whether a sentence needs no other one.
func (u *units) isAlone(i int) bool { return u.marks == nil || u.marks[i]&needsOthers == 0 }

func (u *units) isUseless(i int) bool { return u.marks != nil && u.marks[i]&useless != 0 }

// newUnits looks at the sentences of each paragraph.
func newUnits(in *input) *units {
	u := &units{needs: make(map[int][]int), wanted: make(map[int][]int), marks: make([]unitMark, len(in.doc.Sentences))}
	previous := -1 // sentence of running text before
	for k, i := range in.ranked {
		if in.cues[k].anaphoric() {
			if previous >= 0 && in.separated(previous, i) {
				previous = -1
			}
			u.join(i, previous)
		}
		previous = i
	}
	first := 0
	for _, p := range in.doc.Paragraphs {
		end := first + len(p.Sentences)
		if len(p.Sentences) > 1 && in.hasSecond(first, end) {
			u.lists(in.doc, first, end)
		}
		if strings.IndexByte(in.doc.Text[p.Start:p.End], quoteLead) >= 0 {
			u.quotations(in.doc, first, end)
		}
		first = end
	}
	// A companion may be short, but no formality.
	mayNot := func(i int) bool {
		return i < 0 || in.row[i] < 0 || in.isFormality(in.row[i])
	}
	var all []int
	for i := range u.needs {
		all = u.together(i, all[:0])
		if len(all) > maxTogether || slices.ContainsFunc(all, mayNot) {
			u.marks[i] |= useless
		}
	}
	return u
}

// hasSecond reports whether one of the sentences [first, end) may have the second
// item of a list.
func (in *input) hasSecond(first, end int) bool {
	for i := first; i < end; i++ {
		k := in.row[i]
		if k < 0 && secondItem.in(in.doc.Text[in.doc.Sentences[i].Start:in.doc.Sentences[i].End]) ||
			k >= 0 && (in.cues[k]&hasSecond != 0 || in.number[k] > 0 && secondItem.in(in.texts[k][:in.number[k]])) {
			return true
		}
	}
	return false
}

// separated reports whether something other than blank lines stands between two
// sentences, as a heading or a sentence that is not ranked.
func (in *input) separated(i, k int) bool {
	for i++; i < k; i++ {
		if in.doc.Sentences[i].Role != analysis.RoleBlank {
			return true
		}
	}
	return false
}

// join makes sentence i need sentence other, -1 for one that is not there.
func (u *units) join(i, other int) {
	u.marks[i] |= needsOthers
	if other < 0 {
		u.marks[i] |= useless
	}
	u.needs[i] = append(u.needs[i], other)
	u.wanted[other] = append(u.wanted[other], i)
}

// lists joins the items 一是, 二是, … or 一要, 二要, … of a paragraph, the sentences
// [first, end).
func (u *units) lists(doc *analysis.Document, first, end int) {
	for _, form := range []string{"是", "要"} {
		last, next := -1, 1 // sentence in which the last item begins, number of the next one
		for i := first; i < end; i++ {
			s := sentenceText(doc, i)
			if last >= 0 && next < len(hanDigits) && strings.HasPrefix(s, hanDigits[next]+form) {
				u.join(i, last)
				u.join(last, i)
				last, next = i, next+1
			} else if strings.HasPrefix(s, "一"+form) || behindMark(s, "一"+form) {
				last, next = i, 2
			}
			for last >= 0 && next < len(hanDigits) && behindMark(s, hanDigits[next]+form) {
				last, next = i, next+1
			}
		}
	}
}

var hanDigits = [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}

// behindMark reports whether a mark within a sentence stands before the word.
func behindMark(s, word string) bool {
	for at := 0; ; at += len(word) {
		i := index(s[at:], word)
		if i < 0 {
			return false
		}
		if at += i; hasAnySuffix(s[:at], "：", "，", "；", ":", ",") {
			return true
		}
	}
}

// quoteLead is the byte that “ and ” begin with.
const quoteLead = 0xe2

// quotations joins the sentences of a quotation that spans several.
func (u *units) quotations(doc *analysis.Document, first, end int) {
	open := -1
	for i := first; i < end; i++ {
		if open >= 0 {
			u.join(i, i-1)
			u.join(i-1, i)
		}
		depth := 0
		if open >= 0 {
			depth = 1
		}
		s := doc.Text[doc.Sentences[i].Start:doc.Sentences[i].End]
		for at := strings.IndexByte(s, quoteLead); at >= 0; at = strings.IndexByte(s, quoteLead) {
			switch s = s[at+1:]; {
			case strings.HasPrefix(s, "“"[1:]):
				depth++
			case strings.HasPrefix(s, "”"[1:]):
				depth = max(0, depth-1)
			}
		}
		switch {
		case depth > 0 && open < 0:
			open = i
		case depth == 0:
			open = -1
		}
	}
	if open >= 0 { // it never closes
		u.marks[open] |= useless
	}
}

// together appends to dst the sentences that must be picked with i, i among
// them.
func (u *units) together(i int, dst []int) []int {
	dst = append(dst, i)
	for k := len(dst) - 1; k < len(dst); k++ {
		if dst[k] < 0 || len(dst) > maxTogether {
			break
		}
		for _, n := range u.needs[dst[k]] {
			if !slices.Contains(dst, n) {
				dst = append(dst, n)
			}
		}
	}
	return dst
}

// sentenceText returns the text of sentence i without the space around it.
func sentenceText(doc *analysis.Document, i int) string {
	start, end := trimmed(doc, &doc.Sentences[i])
	return doc.Text[start:end]
}

// runes returns the number of characters that a sentence takes of the budget.
func runes(doc *analysis.Document, i int) int {
	return utf8.RuneCountInString(sentenceText(doc, i))
}
