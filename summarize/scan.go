package summarize

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The functions here look at all of a text, so they look at bytes: a Document's
// text is UTF-8.

// runeCount is utf8.RuneCountInString of UTF-8, several times as fast: it counts
// the bytes that begin a character, eight at a time.
func runeCount(s string) int {
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		n -= bits.OnesCount64(x >> 7 &^ (x >> 6) & 0x0101010101010101) // 10xxxxxx goes on
	}
	for i := range len(s) {
		if s[i]>>6 == 2 {
			n--
		}
	}
	return n
}

// index is strings.Index. Of a word that begins with a character of three bytes it
// looks for the last of these, which is much rarer in Chinese text than the first, by
// which strings.Index looks.
func index(s, word string) int {
	if len(word) < 3 || word[0]>>4 != 0xe {
		return strings.Index(s, word)
	}
	for at := 2; at < len(s); at++ {
		i := strings.IndexByte(s[at:], word[2])
		if i < 0 {
			return -1
		}
		if at += i; strings.HasPrefix(s[at-2:], word) {
			return at - 2
		}
	}
	return -1
}

// finalMarks are the marks that a sentence may end with.
const finalMarks = "。！？!?；;…，,、：:.”’\""

// trimFinalMarks is strings.TrimRight of them.
func trimFinalMarks(s string) string {
	s = strings.TrimSuffix(s, "。")
	for len(s) > 0 && (len(s) < 3 || !beginsHan(s[len(s)-3:])) {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '。', '！', '？', '!', '?', '；', ';', '…', '，', ',', '、', '：', ':', '.', '”', '’', '"':
			s = s[:len(s)-n]
		default:
			return s
		}
	}
	return s
}

// hasQuoteOrBlank reports whether s has something that two sentences which say
// the same may differ by: space, tabs and quotation marks.
func hasQuoteOrBlank(s string) bool {
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b >= 0xe4 && b <= 0xef: // three bytes, none of them
			i += 2
		case b == 0xe2 || b == 0xe3 || b == 0xc2:
			switch r, n := utf8.DecodeRuneInString(s[i:]); r {
			case '\u00a0', '\u3000', '“', '”', '‘', '’', '「', '」', '『', '』':
				return true
			default:
				i += n - 1
			}
		case b == ' ' || b == '\t' || b == '"':
			return true
		}
	}
	return false
}

// beginsHan reports whether s begins with one of the common Han characters, from
// U+4E00 to U+9FFF.
func beginsHan(s string) bool {
	return len(s) >= 3 && (s[0] > 0xe4 || s[0] == 0xe4 && s[1] >= 0xb8) && s[0] <= 0xe9
}

// firstChar returns the first character of s.
func firstChar(s string) rune {
	if beginsHan(s) { // most
		return rune(s[0]&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f)
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// coreAtLeast reports whether s has at least n letters and digits.
func coreAtLeast(s string, n int) bool {
	for i := 0; i < len(s); {
		switch b := s[i]; {
		case beginsHan(s[i:]): // most letters
			i += 3
		case b < utf8.RuneSelf:
			i++
			if b|0x20 < 'a' && (b < '0' || b > '9') || b|0x20 > 'z' {
				continue
			}
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			i += size
			if r == '，' || r == '、' || r == '“' || r == '”' || !unicode.IsLetter(r) && !unicode.IsNumber(r) {
				continue
			}
		}
		if n--; n <= 0 {
			return true
		}
	}
	return false
}
