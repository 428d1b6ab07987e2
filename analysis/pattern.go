package analysis

import (
	"strings"
	"unicode/utf8"
)

// A pattern is a sequence of elements that are matched greedily, without
// backtracking: matching costs at most one pass over what it matches.
//
// In its written form, capital letters are classes; every other character
// stands for itself, in half or full width:
//
//	D  digits                            2015
//	F  digits, a year of four            2015
//	N  a decimal number                  1,234.5
//	H  Han numerals                      十八, 一千三百
//	Y  four Han digits, a year           二〇二五
//	O  a Han numeral from 一 to 九
//	U  a multiple                        万, 亿, 万亿, 千万
//	B  blanks, or nothing
//	T  a dash or wave between two numbers
//	P  a plus or times sign
type pattern []element

type element struct {
	class byte // 'D', 'F', …, or 0: the rune itself
	rune  rune
}

func compile(s string) pattern {
	var p pattern
	for _, r := range s {
		if r >= 'A' && r <= 'Z' {
			p = append(p, element{class: byte(r)})
		} else {
			p = append(p, element{rune: halfWidth(r)})
		}
	}
	return p
}

// starts returns the class of the characters that what e matches starts with, 0
// where they have none or it may match nothing.
func (e element) starts() start {
	switch e.class {
	case 'D', 'F', 'N':
		return startDigit
	case 'H', 'Y', 'O', 'U':
		return startNumeral
	case 0:
		return startOf(e.rune)
	}
	return 0
}

// match returns the length of the text at the start of s that p matches, 0
// where it does not match. The first i bytes have matched already.
func (p pattern) match(s string, i int) int {
	for _, e := range p {
		n := e.match(s[i:])
		if n == 0 && e.class != 'B' {
			return 0
		}
		i += n
	}
	return i
}

// maxNumber is the longest number that a rule takes in, in characters. Longer
// ones are left as they are cut, since looking along them from each of their
// words would take quadratic time.
const maxNumber = 32

func (e element) match(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	return e.matchFrom(s, r, size)
}

// matchFrom does so where s starts with the character r of the given size, 0 at
// its end.
func (e *element) matchFrom(s string, r rune, size int) int {
	switch e.class {
	case 0:
		if halfWidth(r) == e.rune {
			return size
		}
	case 'D':
		return digitsLen(s, 1, maxNumber)
	case 'F':
		return digitsLen(s, 4, 4)
	case 'N':
		return numberLen(s)
	case 'H':
		n := spanOf(s, isHanNumeral, 1, maxNumber)
		if n > len("千") && strings.HasSuffix(s[:n], "千") && startsMeasure(s[n:]) {
			n -= len("千")
		}
		return n
	case 'Y':
		return spanOf(s, isHanDigit, 4, 4)
	case 'O':
		if isHanDigit(r) && r != '〇' && r != '○' && r != '零' {
			return size
		}
	case 'U':
		if isHanNumeral(r) {
			return multipleLen(s)
		}
	case 'B':
		if isBlank(r) {
			return spanOf(s, isBlank, 1, 4)
		}
	case 'T':
		if isDash(r) {
			return spanOf(s, isDash, 1, 2)
		}
	case 'P':
		if isPlus(r) {
			return spanOf(s, isPlus, 1, 1)
		}
	}
	return 0
}

func isBlank(r rune) bool { return r == ' ' || r == '\u3000' || r == '\u00a0' }

func isDash(r rune) bool {
	return r == '-' || r == '－' || r == '–' || r == '—' || r == '~' || r == '～' || r == '至'
}

func isPlus(r rune) bool { return r == '+' || r == '＋' || r == '×' }

// startsMeasure reports whether a 千 in front of s belongs to a unit: 千瓦, 千米.
func startsMeasure(s string) bool {
	return s != "" && strings.ContainsRune("瓦克米伏帕卡焦", firstRune(s))
}

// multipleLen returns the length of the multiple at the start of s. 千 in front
// of a unit of measure belongs to the unit: 60万千瓦.
func multipleLen(s string) int {
	for _, m := range []string{"万亿", "十万", "百万", "千万", "十亿", "百亿", "千亿", "万", "亿", "百", "千"} {
		if rest, ok := strings.CutPrefix(s, m); ok {
			if strings.HasSuffix(m, "千") && startsMeasure(rest) {
				return 0
			}
			return len(m)
		}
	}
	return 0
}

// spanOf returns the length of the run at the start of s whose runes are all
// in the class, 0 unless it has between least and most runes.
func spanOf(s string, class func(rune) bool, least, most int) int {
	count, n := 0, 0
	for n < len(s) {
		r, size := decode(s[n:])
		if !class(r) {
			break
		}
		if count++; count > most {
			return 0
		}
		n += size
	}
	if count < least {
		return 0
	}
	return n
}

// digitsLen is spanOf for digits.
func digitsLen(s string, least, most int) int {
	count, n := 0, 0
	for ; n < len(s) && count <= most; count++ {
		if c := s[n]; c >= '0' && c <= '9' {
			n++
		} else if strings.HasPrefix(s[n:], "\xef\xbc") && isDigit(firstRune(s[n:])) {
			n += len("０")
		} else {
			break
		}
	}
	if count < least || count > most {
		return 0
	}
	return n
}

// numberLen returns the length of the decimal number at the start of s, with
// commas between groups of three digits.
func numberLen(s string) int {
	i := digitsLen(s, 1, maxNumber)
	if i == 0 {
		return 0
	}
	for i < maxNumber*4 {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r != ',' && r != '，' {
			break
		}
		group := digitsLen(s[i+n:], 3, 3)
		if group == 0 || r == '，' && n+group != len("，０００") {
			break
		}
		i += n + group
	}
	if r, n := utf8.DecodeRuneInString(s[i:]); r == '.' || r == '．' {
		if frac := digitsLen(s[i+n:], 1, maxNumber); frac > 0 {
			i += n + frac
		}
	}
	return i
}
