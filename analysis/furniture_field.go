package analysis

import (
	"strings"
	"unicode/utf8"
)

// A field is one part of a source line: a label with its value, a date, a
// button, or words that no list has.
type field struct {
	label furnitureLabel // its text is "" where there is none
	value string         // behind the label; the words where nothing is known
	date  date           // of a date, alone or as the value
	clock bool           // the date has a time of day
	kind  FurnitureKind  // of a button or a word of menus, 0 for none
	bare  bool           // the date is written as in a text: 2015年12月3日
}

func (f field) isLabel() bool   { return f.label.text != "" }
func (f field) isUnknown() bool { return !f.isLabel() && f.date.year == 0 && f.kind == 0 }

// maxFields is more than a source line has: longer lines are no source lines.
const maxFields = 24

// parseFields appends the fields of a line to dst: 2015-12-03 08:30:15
// 来源：新华网 字号：大 中 小. A value goes on to the next label, date or button
// that a blank or a mark parts from it.
func parseFields(dst []field, s string) []field {
	first := len(dst)
	for i := 0; len(dst)-first < maxFields; {
		for i < len(s) {
			r, n := utf8.DecodeRuneInString(s[i:])
			if !partsFields(r) {
				break
			}
			i += n
		}
		if i == len(s) {
			break
		}
		f, n := nextField(s[i:])
		i += n
		if f.isUnknown() && len(dst) > first {
			if last := &dst[len(dst)-1]; last.isLabel() && last.date.year == 0 && last.label.kind != FurnitureControl {
				last.value = strings.TrimSpace(last.value + " " + f.value)
				continue
			}
		}
		dst = append(dst, f)
	}
	return dst
}

// nextField reads the field that s begins with, and returns its length.
func nextField(s string) (f field, n int) {
	if l, k := furnitureWords.label(s); k > 0 {
		f.label = l
		n = k
		for n < len(s) {
			r, size := utf8.DecodeRuneInString(s[n:])
			if !isSpace(r) {
				break
			}
			n += size
		}
		if d, k, clock := parseDate(s[n:]); k > 0 && (n+k == len(s) || !isHan(firstRune(s[n+k:]))) {
			f.date, f.clock = d, clock
			return f, n + k
		}
		if _, k := furnitureWords.label(s[n:]); k > 0 {
			return f, n // 来源: 标签:…
		}
		k := pieceLen(s[n:])
		f.value = s[n : n+k]
		return f, n + k
	}
	if d, k, clock := parseDate(s); k > 0 && d.month > 0 {
		if i := skipSpace(s, k); strings.HasPrefix(s[i:], "星期") { // a newspaper's
			k, clock = i+min(len("星期二"), len(s)-i), true
		}
		f.date, f.clock, f.bare = d, clock, !clock && strings.Contains(s[:k], "年")
		return f, k
	}
	n = pieceLen(s)
	f.value = s[:n]
	if kind, ok := furnitureWords.lines[f.value]; ok {
		f.kind = kind
	} else if kind, ok := furnitureWords.menu[f.value]; ok {
		f.kind = kind
	}
	return f, n
}

// pieceLen returns the length of the words at the start of s, up to what parts
// fields, or to a label or a date with a time of day that nothing parts from
// them.
func pieceLen(s string) int {
	for i, r := range s {
		if i == 0 {
			continue
		}
		if partsFields(r) {
			return i
		}
		if isDigit(r) && !isDigit(lastRune(s[:i])) {
			if _, _, clock := parseDate(s[i:]); clock {
				return i
			}
		}
	}
	return len(s)
}

// partsFields reports a character that stands between the parts of a source
// line.
func partsFields(r rune) bool {
	switch r {
	case '|', '｜', '[', ']', '【', '】', '(', ')', '（', '）', '［', '］', '<', '>', '«', '»', '›', '·', '•', '┊', '/', '　':
		return true
	}
	return isSpace(r)
}

// closeUp joins a label that is spaced out: 索 引 号：, 主 题 词：.
func closeUp(s string) string {
	if _, n := utf8.DecodeRuneInString(s); n == len(s) || !isSpace(firstRune(s[n:])) {
		return s // most lines
	}
	var label []rune
	blank := false
	for i, r := range s {
		switch {
		case isSpace(r):
			if i == 0 {
				return s
			}
			blank = true
			continue
		case (r == '：' || r == ':') && len(label) > 1:
			return string(label) + s[i:]
		case !isHan(r) || len(label) > 0 && !blank || len(label) == 6:
			return s
		}
		label, blank = append(label, r), false
	}
	return s
}
