package analysis

import "strings"

const (
	minLead    = 20 // characters of the shortest lead
	maxLeads   = 3  // lines above the text that can be a lead
	leadWithin = 12 // lines, blank ones aside, in which its text comes again
)

// repeats finds a lead that stands in the text again. Of the two, the lead is
// furniture: the text goes on where it stands. A lead is one of the first lines
// of running text, of 20 characters or more and without a number, that a later
// line near it begins with, or has in it.
func (f *furnitureFinder) repeats() {
	leads := 0
	for i := f.first; i < len(f.lines) && leads < maxLeads; i = f.next(i) {
		if f.guesses[i].kind != 0 {
			continue
		}
		s := f.whole(i)
		if hasMarker(s) || s == "" {
			return
		}
		leads++
		lead := leadOf(s)
		if runeCount(lead) < minLead || isSalutation(s) {
			continue
		}
		for k, n := f.next(i), 0; k < len(f.lines) && n < leadWithin; k, n = f.next(k), n+1 {
			l := f.lines[k]
			if at := strings.Index(f.text[l.Start:l.End], lead); at >= 0 {
				f.set(i, FurnitureRepeat)
				f.leads = append(f.leads, Furniture{Start: f.lines[i].Start, Repeats: Span{l.Start + at, l.Start + at + len(lead)}})
				for f.first = f.next(i); f.first < f.last && f.guesses[f.first].kind != 0; f.first = f.next(f.first) {
				}
				break
			}
		}
		if !f.guesses[i].sure {
			return
		}
	}
}

// whole returns a line of any length without space at its ends.
func (f *furnitureFinder) whole(i int) string {
	return trimSpace(f.text[f.lines[i].Start:f.lines[i].End])
}

// leadOf returns what of a lead stands in the text again: without a label in
// front, and without the mark or dots that it ends in.
func leadOf(s string) string {
	s = strings.TrimRight(s, "。．.…！!；;，, 　")
	s = strings.TrimLeft(s, "【[（( 　")
	for _, label := range []string{"摘要", "核心提示", "导读", "内容摘要", "内容提要", "提要", "导语", "核心阅读"} {
		if rest, ok := strings.CutPrefix(s, label); ok && rest != "" {
			if r := firstRune(rest); strings.ContainsRune("：:】]　 ", r) {
				return strings.TrimLeft(rest, "：:】]　 ")
			}
		}
	}
	return s
}

const (
	minPages       = 3   // numbers that make a row of pages
	minPageBytes   = 500 // of text between two of them, on the average
	maxRunningHead = 120 // bytes of a running head
	minHeads       = 3   // times that a running head stands in the text
)

// pages finds the numbers of pages that stand alone in lines, if they grow by
// one and text is between them, and the running heads and feet beside numbers
// of pages: lines that come again and again there, but for their digits.
func (f *furnitureFinder) pages() {
	var at []int // lines of numbers
	for i := range f.lines {
		if l := f.lines[i]; l.End-l.Start < 24 {
			if v, ok := pageNumber(f.line(i)); ok && (len(at) == 0 || v == f.number(at[len(at)-1])+1) {
				at = append(at, i)
			}
		}
	}
	if len(at) >= minPages && f.lines[at[len(at)-1]].Start-f.lines[at[0]].Start >= minPageBytes*(len(at)-1) {
		for _, i := range at {
			f.set(i, FurniturePage)
		}
	}
	var heads map[string][]int
	for i, g := range f.guesses {
		if g.kind != FurniturePage {
			continue
		}
		for _, k := range []int{f.before(i), f.next(i)} {
			if k < 0 || k >= len(f.lines) || f.guesses[k].kind == FurniturePage {
				continue
			}
			if s := f.line(k); s != "" && len(s) <= maxRunningHead && !endsLine(s) && !hasMarker(s) {
				if heads == nil {
					heads = make(map[string][]int)
				}
				key := maskDigits(s)
				heads[key] = append(heads[key], k)
			}
		}
	}
	for _, places := range heads { // of which none depends on another
		if len(places) < minHeads {
			continue
		}
		for _, k := range places {
			f.set(k, FurniturePage)
		}
	}
}

func (f *furnitureFinder) number(i int) int {
	v, _ := pageNumber(f.line(i))
	return v
}

// before returns the last line before i that is not blank, or -1.
func (f *furnitureFinder) before(i int) int {
	for i--; i >= 0 && trimSpace(f.text[f.lines[i].Start:f.lines[i].End]) == ""; i-- {
	}
	return i
}

// pageNumber reads a line that is a number of up to four digits.
func pageNumber(s string) (int, bool) {
	v, n := 0, 0
	for _, r := range s {
		if !isDigit(r) || n == 4 {
			return 0, false
		}
		v = v*10 + int(halfWidth(r)-'0')
		n++
	}
	return v, n > 0
}

func maskDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case isDigit(r):
			return '0'
		case isSpace(r):
			return -1
		}
		return r
	}, s)
}
