package analysis

import (
	"slices"
	"strings"
	"unicode/utf8"
)

var (
	numberPattern = lazily(`[〔\[(（【]\s*([12][0-9]{3})\s*[〕\])）】]\s*第?\s*([0-9]{1,5})\s*号`)
	orderPattern  = lazily(`令\s*[（(]?\s*第?\s*([0-9０-９〇零一二三四五六七八九十百]{1,8})\s*号`)
)

// numberIn returns the number of a document or of an order in a span.
func (r *citationReader) numberIn(s Span) (Span, string) {
	i, _ := slices.BinarySearchFunc(r.doc.Numbers, s.Start, func(n Span, at int) int { return n.Start - at })
	if i < len(r.doc.Numbers) && r.doc.Numbers[i].End <= s.End {
		return r.doc.Numbers[i], numberText(r.doc.Text[r.doc.Numbers[i].Start:r.doc.Numbers[i].End])
	}
	if m := orderPattern().FindStringSubmatchIndex(r.doc.Text[s.Start:s.End]); m != nil {
		at := r.order(s.Start+m[0], s.Start+m[1])
		return at, orderText(r.doc.Text[at.Start:at.End])
	}
	return Span{}, ""
}

// numberText writes the number of a document in the official way.
func numberText(s string) string {
	s = strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		if isDigit(r) {
			return halfWidth(r)
		}
		return r
	}, s)
	return numberPattern().ReplaceAllString(s, "〔${1}〕${2}号")
}

// orderText writes the number of an order in one way.
func orderText(s string) string {
	s = strings.Map(func(r rune) rune {
		if isSpace(r) || strings.ContainsRune("（()）", r) {
			return -1
		}
		return halfWidth(r)
	}, s)
	body, number, _ := strings.Cut(s, "令")
	return strings.TrimPrefix(body, republic) + "令第" + strings.TrimPrefix(number, "第")
}

// numbers returns the numbers that stand alone.
func (r *citationReader) numbers() (out []Span) {
	slices.SortFunc(r.used, func(a, b Span) int { return a.Start - b.Start })
	text := r.doc.Text
	add := func(s Span) {
		if inside(r.used, s.Start) < 0 && inside(r.titles, s.Start) < 0 && inside(r.furniture, s.Start) < 0 && !r.own(s) {
			out = append(out, s)
		}
	}
	for _, n := range r.doc.Numbers {
		add(n)
	}
	for _, m := range orderPattern().FindAllStringIndex(text, -1) {
		s := r.order(m[0], m[1])
		next := strings.TrimLeft(text[s.End:min(len(text), s.End+30)], " \u3000")
		promulgated := false
		for _, verb := range []string{"公布", "发布", "修订", "修正", "第", "颁布", "予以公布"} {
			promulgated = promulgated || strings.HasPrefix(next, verb)
		}
		if s.Start < m[0] && !promulgated {
			add(s)
		}
	}
	slices.SortFunc(out, func(a, b Span) int { return a.Start - b.Start })
	return out
}

// own reports whether a number has a line to itself, as the document's own has.
func (r *citationReader) own(n Span) bool {
	text := r.doc.Text
	const near = maxBeforeOwn * utf8.UTFMax * 2
	from, to := max(0, n.Start-near), min(len(text), n.End+near)
	start := strings.LastIndexAny(text[from:n.Start], "\n\r") + 1
	end := strings.IndexAny(text[n.End:to], "\n\r")
	if start == 0 && from > 0 || end < 0 && to < len(text) {
		return false // the line is longer
	}
	if end < 0 {
		end = to - n.End
	}
	around := strings.Trim(text[from+start:n.Start]+text[n.End:n.End+end], " \t\u3000（()）【】[]〔〕")
	return runeCount(around) <= maxBeforeOwn && !strings.ContainsAny(around, "，。；")
}

// maxBeforeOwn is how many characters beside a number may be on the line of the
// text's own: 文号：, or what the segmenter did not take for part of the number.
const maxBeforeOwn = 8

// number reads a number that stands alone.
func (r *citationReader) number(s Span) {
	written := r.doc.Text[s.Start:s.End]
	number := numberText(written)
	if !strings.ContainsRune(number, '〔') {
		number = orderText(written)
	}
	c := r.byKey[number]
	if c == nil {
		c = &Citation{Number: number}
		r.byKey[number] = c
		r.found = append(r.found, c)
	}
	c.Mentions = append(c.Mentions, s)
}
