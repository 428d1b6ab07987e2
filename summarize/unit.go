package summarize

import (
	"strings"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// Sentences that are only understood together are picked together or not at
// all: one that begins with 该 or 对此 with the one before it, the items 一是…；
// 二是… of a paragraph, the parts of a quotation. What needs more than
// maxTogether sentences is left out.
const maxTogether = 6

// units know which sentences need which others.
type units struct {
	needs   map[int][]int // of a sentence, what must be picked with it
	wanted  map[int][]int // the inverse
	useless map[int]bool  // what must not be picked, for its companions cannot
}

// newUnits looks at the sentences of each paragraph.
func newUnits(in *input) *units {
	u := &units{needs: make(map[int][]int), wanted: make(map[int][]int), useless: make(map[int]bool)}
	place := make(map[int]int, len(in.ranked))
	previous := -1 // sentence of running text before
	for k, i := range in.ranked {
		place[i] = k
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
		text := in.doc.Text[p.Start:p.End]
		if len(p.Sentences) > 1 && (strings.Contains(text, "二是") || strings.Contains(text, "二要")) {
			u.lists(in.doc, first, end)
		}
		if strings.Contains(text, "“") {
			u.quotations(in.doc, first, end)
		}
		first = end
	}
	may := func(i int) bool { _, ok := place[i]; return ok }
	for i := range u.needs {
		if all := u.together(i, nil); len(all) > maxTogether {
			u.useless[i] = true
		} else {
			for _, k := range all {
				if !may(k) {
					u.useless[i] = true
				}
			}
		}
	}
	return u
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
	if other < 0 {
		u.useless[i] = true
	}
	u.needs[i] = append(u.needs[i], other)
	u.wanted[other] = append(u.wanted[other], i)
}

// lists joins the items 一是, 二是, … of a paragraph, the sentences [first, end).
func (u *units) lists(doc *analysis.Document, first, end int) {
	list := -1 // sentence with the item before
	next := 0  // number of the next item
	for i := first; i < end; i++ {
		s := sentenceText(doc, i)
		for _, form := range []string{"是", "要"} {
			if strings.Contains(s, "一"+form) && (strings.HasPrefix(s, "一"+form) || hasAnyPrefix(s[strings.Index(s, "一"+form)-len("："):], "：", "，", "；")) {
				list, next = i, 2
			}
		}
		if list < 0 || list == i && next == 2 && !startsItem(s, next) {
			list, next = advance(s, list, next, i)
			continue
		}
		if startsItem(s, next) {
			u.join(i, list)
			u.join(list, i)
			list = i
			next++
		}
		list, next = advance(s, list, next, i)
	}
}

// advance goes on to the last item that begins inside sentence i.
func advance(s string, list, next, i int) (int, int) {
	for list >= 0 && next <= 10 && containsItem(s, next) {
		list = i
		next++
	}
	return list, next
}

var hanDigits = [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}

func startsItem(s string, n int) bool {
	return n <= 10 && hasAnyPrefix(s, hanDigits[n]+"是", hanDigits[n]+"要")
}

func containsItem(s string, n int) bool {
	return strings.Contains(s, "；"+hanDigits[n]+"是") || strings.Contains(s, "，"+hanDigits[n]+"是") || strings.Contains(s, "，"+hanDigits[n]+"要")
}

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
		for _, r := range sentenceText(doc, i) {
			switch r {
			case '“':
				depth++
			case '”':
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
		u.useless[open] = true
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
			seen := false
			for _, d := range dst {
				seen = seen || d == n
			}
			if !seen {
				dst = append(dst, n)
			}
		}
	}
	return dst
}

// sentenceText returns the text of sentence i without the space around it.
func sentenceText(doc *analysis.Document, i int) string {
	start, end := trimmed(doc.Sentences[i])
	return doc.Text[start:end]
}

// runes returns the number of characters that a sentence takes of the budget.
func runes(doc *analysis.Document, i int) int {
	return utf8.RuneCountInString(sentenceText(doc, i))
}
