package summarize

import (
	"strings"
	"unicode/utf8"
)

// listNumber returns the length of the number that an item of a list begins
// with: 一是, （二）, 三、, 4. , ⑤, 第六，, or a dash.
func listNumber(s string) int {
	r := firstChar(s)
	if !numberBegins.mayHave(r) {
		return 0
	}
	n := utf8.RuneLen(r)
	switch {
	case strings.HasPrefix(s, "——"):
		return len("——")
	case r >= '①' && r <= '⑳':
		return n
	case r == '第':
		if k := numeral(s[n:]); k > 0 && hasAnyPrefix(s[n+k:], "，", "、", ",") {
			return n + k + firstLen(s[n+k:])
		}
	case r == '（' || r == '(':
		if k := numeral(s[n:]); k > 0 && hasAnyPrefix(s[n+k:], "）", ")") {
			return n + k + firstLen(s[n+k:])
		}
	default:
		k := numeral(s)
		switch {
		case k == 0:
		case hasAnyPrefix(s[k:], "是", "要") && !isDigitByte(s[0]):
			return k + firstLen(s[k:])
		case hasAnyPrefix(s[k:], "、"):
			return k + firstLen(s[k:])
		case isDigitByte(s[0]) && hasAnyPrefix(s[k:], ".", "．") && numeral(s[k+firstLen(s[k:]):]) == 0:
			return k + firstLen(s[k:])
		}
	}
	return 0
}

// numberBegins are the characters that such a number begins with.
var numberBegins = charSetOf("—①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳第（(一二三四五六七八九十0123456789")

// numeral returns the length of a numeral of one to three characters.
func numeral(s string) int {
	n := 0
	for i, r := range s {
		switch r {
		case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		default:
			return i
		}
		if n++; n > 3 {
			return 0
		}
	}
	return len(s)
}

func isDigitByte(b byte) bool { return b >= '0' && b <= '9' }

func firstLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}
