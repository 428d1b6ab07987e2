package analysis

import (
	"unicode"
	"unicode/utf8"
)

// Character classes. Half-width and full-width forms are alike everywhere.

// isSpace reports white space and what is invisible like it: control
// characters, U+FEFF, zero-width characters.
func isSpace(r rune) bool {
	if r < 0x80 {
		return r <= ' ' || r == 0x7f
	}
	if r >= 0x3001 && r <= 0x9fff { // most of all text
		return false
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r)
}

// isHan reports a Han character.
func isHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r > 0x2e7f && unicode.Is(unicode.Han, r)
}

// isDigit reports a decimal digit, half-width or full-width.
func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// isHanDigit reports a numeral from zero to nine.
func isHanDigit(r rune) bool {
	switch r {
	case '〇', '○', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九':
		return true
	}
	return false
}

// isHanNumeral reports a character of a number written in Han numerals.
func isHanNumeral(r rune) bool {
	if r >= 0x4e00 && r <= 0x9fff {
		return plainHan[r>>6-0x4000>>6]>>(r&0x3f)&1 == 0
	}
	return r == '〇' || r == '○'
}

// isLatin reports an ASCII or full-width Latin letter.
func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

// halfWidth maps the full-width form of an ASCII character to it.
func halfWidth(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// kindOf decides a token's kind by the characters in it.
func kindOf(s string) Kind {
	if s == "" {
		return KindSpace
	}
	var classes class
	for _, r := range s {
		c := classOf(r)
		if c&classHan != 0 {
			return KindWord
		}
		classes |= c
	}
	return classes.kind()
}

// kind returns the kind of a token with characters of the classes.
func (c class) kind() Kind {
	switch {
	case c&classHan != 0:
		return KindWord
	case c&classLetter != 0:
		return KindLatin
	case c&classNumber != 0:
		return KindNumber
	case c&classSpace != 0:
		return KindSpace
	}
	return KindPunct
}

// A class is what a character says of the kind of its token, and of the rules that
// may match where it stands. Most marks of punctuation have none.
type class uint8

const (
	classSpace class = 1 << iota
	classNumber
	classHan
	classLetter // of other scripts, with their marks and numbers
	classStart  // times a start
)

// start returns the class of the character for rules, 0 where none can match.
func (c class) start() start { return start(c / classStart) }

func classOf(r rune) class {
	switch {
	case r >= 0x4e00 && r <= 0x9fff:
		if isHanNumeral(r) {
			return classNumber | class(startNumeral)*classStart
		}
		return classHan
	case uint32(r) < 1<<16:
		if page := classPages[r>>8]; page != nil {
			return page[r&0xff]
		}
	}
	return lookUpClass(r)
}

// classPages has the classes of the blocks with ASCII, with marks and with
// full-width forms, since looking them up takes long.
var classPages = func() (pages [1 << 8]*[1 << 8]class) {
	for _, high := range []rune{0x00, 0x20, 0x30, 0xff} {
		page := new([1 << 8]class)
		for low := range page {
			page[low] = lookUpClass(high<<8 | rune(low))
		}
		pages[high] = page
	}
	return pages
}()

func lookUpClass(r rune) class {
	c := class(startOf(r)) * classStart
	switch {
	case isSpace(r):
		c |= classSpace
	case isDigit(r) || isHanNumeral(r):
		c |= classNumber
	case isHan(r):
		c |= classHan
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
		c |= classLetter
	}
	return c
}

// isPlainHan reports whether s starts with a common Han character that is no
// numeral: a word that does is a KindWord, and no rule starts there.
func isPlainHan(s string) bool {
	return len(s) >= 3 && s[0] >= 0xe4 && s[0] <= 0xe9 &&
		plainHan[uint(s[0]-0xe4)<<6|uint(s[1]&0x3f)]>>(s[2]&0x3f)&1 != 0
}

// plainHan has a bit for each such character, by its bytes.
var plainHan = func() (bits [6 << 6]uint64) {
	for i := 0x4e00 >> 6; i <= 0x9fff>>6; i++ {
		bits[i-0x4000>>6] = 1<<64 - 1
	}
	for _, r := range "零一二三四五六七八九十百千万亿两" {
		bits[r>>6-0x4000>>6] &^= 1 << (r & 0x3f)
	}
	return bits
}()

// skipSpace returns the offset of the first rune of s[i:] that is not space.
func skipSpace(s string, i int) int {
	for i < len(s) {
		if s[i] >= 0xe4 && s[i] <= 0xe9 { // most of all text
			break
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isSpace(r) {
			break
		}
		i += n
	}
	return i
}

// trimSpace returns s without space at its ends, by the package's own notion
// of space.
func trimSpace(s string) string {
	s = s[skipSpace(s, 0):]
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if !isSpace(r) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// lastRune returns the last rune of s, 0 where s is empty.
func lastRune(s string) rune {
	if n := len(s); n >= 3 && s[n-3]&0xf0 == 0xe0 { // most characters
		r, _ := decode(s[n-3:])
		return r
	}
	r, n := utf8.DecodeLastRuneInString(s)
	if n == 0 {
		return 0
	}
	return r
}

// runeCount is utf8.RuneCountInString of UTF-8, in a fraction of the time.
func runeCount(s string) int {
	n := len(s)
	for i := range len(s) {
		n -= int(s[i] >> 7 &^ (s[i] >> 6)) // 10xxxxxx goes on
	}
	return n
}

// decode is utf8.DecodeRuneInString, in a third of the time for most characters. s
// must be a part of a text that is UTF-8, cut anywhere.
func decode(s string) (r rune, size int) {
	if len(s) >= 3 && s[0]&0xf0 == 0xe0 {
		return rune(s[0]&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s)
}

// firstRune returns the first rune of s, 0 where s is empty.
func firstRune(s string) rune {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return 0
	}
	return r
}
