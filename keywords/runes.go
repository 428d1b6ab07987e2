package keywords

import "unicode/utf8"

// beginsHan reports whether s begins with a character from U+4000 to U+9FFF, as
// most words do.
func beginsHan(s string) bool {
	return len(s) >= 3 && s[0] >= 0xe4 && s[0] <= 0xe9 && ((s[1]^0x80)|(s[2]^0x80))&0xc0 == 0
}

// hanRune returns the character that s begins with if beginsHan.
func hanRune(s string) rune {
	return rune(s[0]&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f)
}

// runeCount is utf8.RuneCountInString, and quicker for Han characters.
func runeCount(s string) int {
	n := 0
	for ; beginsHan(s); s = s[3:] {
		n++
	}
	if s == "" {
		return n
	}
	return n + utf8.RuneCountInString(s)
}

// outerRunes returns the first and the last character of s, as package utf8 does.
func outerRunes(s string) (first, last rune) {
	if !beginsHan(s) || !beginsHan(s[len(s)-3:]) {
		first, _ = utf8.DecodeRuneInString(s)
		last, _ = utf8.DecodeLastRuneInString(s)
		return first, last
	}
	return hanRune(s), hanRune(s[len(s)-3:])
}
