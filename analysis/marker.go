package analysis

import (
	"strings"
	"unicode/utf8"
)

// A Marker is the kind of number that a heading starts with. Markers are
// ordered from the outermost to the innermost.
type Marker uint8

// The markers of Chinese official documents, in their order of nesting.
const (
	MarkerPart       Marker = iota // 第一编, 第一篇, 第一部分
	MarkerChapter                  // 第一章
	MarkerDivision                 // 第一节
	MarkerArticle                  // 第一条
	MarkerHan                      // 一、
	MarkerHanParen                 // （一）
	MarkerDigit                    // 1. 1、 1．
	MarkerDigitParen               // （1） 1） ①
)

// parseMarker reads the marker at the start of s: its kind, its number and its
// length in bytes, 0 where there is none. Half-width and full-width brackets,
// points and digits may be mixed, and blanks may stand inside 第 一 章.
func parseMarker(s string) (m Marker, value, n int) {
	if !mayBeMarker(s) {
		return 0, 0, 0
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == '第':
		return parseOrdinal(s, size)
	case r == '（' || r == '(':
		v, k := parseNumeral(s[size:])
		if k == 0 || v == 0 || v > 99 {
			return 0, 0, 0
		}
		end := size + k
		if c := firstRune(s[end:]); c != '）' && c != ')' {
			return 0, 0, 0
		} else {
			end += utf8.RuneLen(c)
		}
		if isDigit(firstRune(s[size:])) {
			return MarkerDigitParen, v, end
		}
		return MarkerHanParen, v, end
	case r >= '①' && r <= '⑳':
		return MarkerDigitParen, int(r-'①') + 1, size
	case r >= '⑴' && r <= '⒇':
		return MarkerDigitParen, int(r-'⑴') + 1, size
	case r >= '⒈' && r <= '⒛':
		return MarkerDigit, int(r-'⒈') + 1, size
	}
	v, k := parseNumeral(s)
	if k == 0 || v == 0 || v > 99 {
		return 0, 0, 0
	}
	c, w := utf8.DecodeRuneInString(s[k:])
	switch {
	case isDigit(r):
		return parseDigitMarker(s, v, k, c, w)
	case strings.ContainsRune("、､．.", c):
		return MarkerHan, v, k + w
	case c == '）' || c == ')':
		return MarkerHanParen, v, k + w
	}
	return 0, 0, 0
}

// mayBeMarker reports whether s can start with a marker, which most text cannot.
func mayBeMarker(s string) bool { return !isPlainHan(s) || strings.HasPrefix(s, "第") }

// parseDigitMarker goes on from the digits s[:k] of value v, followed by the
// rune c of w bytes. A point between digits is a decimal point.
func parseDigitMarker(s string, v, k int, c rune, w int) (Marker, int, int) {
	switch {
	case strings.ContainsRune("、､．.", c) && !isDigit(firstRune(s[k+w:])):
		return MarkerDigit, v, k + w
	case c == '）' || c == ')':
		return MarkerDigitParen, v, k + w
	}
	return 0, 0, 0
}

// parseOrdinal reads 第一章, 第 二 条 or 第十条之一; i is the length of 第.
func parseOrdinal(s string, i int) (Marker, int, int) {
	i = skipBlank(s, i)
	v, k := parseNumeral(s[i:])
	if k == 0 {
		return 0, 0, 0
	}
	i = skipBlank(s, i+k)
	c, w := utf8.DecodeRuneInString(s[i:])
	end := i + w
	var m Marker
	switch c {
	case '编', '篇':
		m = MarkerPart
	case '部':
		if !strings.HasPrefix(s[end:], "分") {
			return 0, 0, 0
		}
		m, end = MarkerPart, end+len("分")
	case '章':
		m = MarkerChapter
	case '节':
		m = MarkerDivision
	case '条':
		m = MarkerArticle
		if rest, ok := strings.CutPrefix(s[end:], "之"); ok {
			if _, k := parseNumeral(rest); k > 0 {
				end += len("之") + k
			}
		}
	default:
		return 0, 0, 0
	}
	return m, v, end
}

// skipBlank skips blanks within a line, at most four.
func skipBlank(s string, i int) int {
	for range 4 {
		r, n := utf8.DecodeRuneInString(s[i:])
		if n == 0 || !isSpace(r) || r == '\n' {
			break
		}
		i += n
	}
	return i
}
