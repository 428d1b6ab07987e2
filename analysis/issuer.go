package analysis

import (
	"slices"
	"strings"
)

// before returns the body that issued what is named at a byte, and the date, from
// the words before it: 2001年6月7日国务院发布的《.
func (r *citationReader) before(at int) (issuer, date string) {
	d := r.doc
	k := r.tokenAt(at)
	verbs := false
	for ; k > 0 && r.sameLine(k-1, at); k-- { // what the body does
		word := r.word(k - 1)
		switch {
		case d.Tokens[k-1].Kind == KindSpace, word == "的", word == "了", word == "关于", word == "并", word == "、" && verbs:
			continue
		case citationWords["issue"][word]:
			verbs = true
			continue
		}
		break
	}
	start := r.body(k, at)
	if start < k {
		issuer = d.Text[d.Tokens[start].Start:d.Tokens[k-1].End]
	}
	if start > 0 && r.word(start-1) == "，" && (start < k || verbs) {
		start--
	}
	if start > 0 && d.Tokens[start-1].Kind == KindNumber && r.sameLine(start-1, at) {
		date = dateIn(r.word(start - 1))
	}
	return issuer, date
}

// body returns the index of the first token of the names of bodies that end
// before the k-th token, k where there are none.
func (r *citationReader) body(k, at int) int {
	d := r.doc
	start, runes := k, 0
	for start > 0 && r.sameLine(start-1, at) {
		t := d.Tokens[start-1]
		word := r.word(start - 1)
		if word != "、" && !mayBeInBody(t, word) {
			break
		}
		if runes += runeCount(word); runes > maxIssuer {
			break
		}
		start--
	}
	if start < k && strings.HasPrefix(d.Tokens[k-1].Tag, "v") {
		return k // 试办 ends like a body
	}
	// What does not end as a body does, and is parted by 、, is something else.
	first, end := k, k
	for i := k - 1; i >= start-1; i-- {
		if i >= start && r.word(i) != "、" {
			continue
		}
		from := i + 1
		for from < end && startsNoBody(d.Tokens[from], r.word(from)) {
			from++
		}
		if from >= end || !isBody(d.Text[d.Tokens[from].Start:d.Tokens[end-1].End]) {
			break
		}
		first, end = from, i
		if from > i+1 { // the names began behind a verb
			break
		}
	}
	// 规定和国务院《…》
	for i := k - 1; i > first; i-- {
		if !citationWords["whole"][r.word(i)] {
			continue
		}
		before := i
		for before > first && (r.word(before-1) == "和" || r.word(before-1) == "与" || r.word(before-1) == "、") {
			before--
		}
		if before == first || !isBody(d.Text[d.Tokens[first].Start:d.Tokens[before-1].End]) {
			return i
		}
	}
	return first
}

// isBody reports whether s ends as the names of bodies that issue documents do.
func isBody(s string) bool {
	n := citationWords["issuer"].suffix(s)
	return n > 0 && citationWords["nobody"].suffix(s) < n
}

// mayBeInBody reports whether a word can be part of a body's name.
func mayBeInBody(t Token, word string) bool {
	if t.Kind != KindWord || t.Tag == "" || citationWords["issue"][word] || citationWords["use"][word] {
		return false
	}
	switch word {
	case "和", "与", "及", "暨":
		return true
	}
	return !strings.Contains("pudrtqmfyc", t.Tag[:1])
}

// startsNoBody reports whether the name of a body cannot begin with a word: verbs
// (落实国务院《…》), adjectives, conjunctions.
func startsNoBody(t Token, word string) bool {
	return t.Tag == "v" || t.Tag == "vd" || t.Tag == "a" || t.Tag == "ad" || t.Tag == "c" || word == "和" || word == "与" || word == "及"
}

// tokenAt returns the index of the token that has a byte.
func (r *citationReader) tokenAt(at int) int {
	i, found := slices.BinarySearchFunc(r.doc.Tokens, at, func(t Token, at int) int { return t.Start - at })
	if !found {
		i--
	}
	return i
}

func (r *citationReader) word(i int) string {
	return r.doc.Text[r.doc.Tokens[i].Start:r.doc.Tokens[i].End]
}

// sameLine reports whether no line ends between the i-th token and a byte.
func (r *citationReader) sameLine(i, at int) bool {
	t := r.doc.Tokens[i]
	return t.Kind != KindSpace || !strings.ContainsAny(r.doc.Text[t.Start:min(t.End, at)], "\n\r")
}

// order returns the span of the number of an order with the body that gave it.
// What has matched begins at 令.
func (r *citationReader) order(at, end int) Span {
	d := r.doc
	k := r.tokenAt(at)
	if d.Tokens[k].Start < at { // 国务院令 may be one word
		k++
	}
	start := k
	for start > 0 && r.sameLine(start-1, at) {
		t, word := d.Tokens[start-1], r.word(start-1)
		if word != "、" && !mayBeInBody(t, word) || at-t.Start > maxIssuer*3 {
			break
		}
		start--
	}
	for start < k && (startsNoBody(d.Tokens[start], r.word(start)) || r.word(start) == "、") {
		start++
	}
	if start == k || d.Tokens[start].Start >= at || !isBody(d.Text[d.Tokens[start].Start:at]) && !strings.HasSuffix(d.Text[:at], "主席") {
		return Span{at, end}
	}
	return Span{d.Tokens[start].Start, end}
}
