package keywords

import "unicode/utf8"

// runeCount is utf8.RuneCountInString, and quicker for Han characters.
func runeCount(s string) int {
	n := 0
	for ; len(s) >= 3 && s[0]-0xe4 <= 0xe9-0xe4 && (s[1]^0x80|s[2]^0x80)&0xc0 == 0; s = s[3:] {
		n++
	}
	if s == "" {
		return n
	}
	return n + utf8.RuneCountInString(s)
}
