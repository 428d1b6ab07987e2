package input

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decodeUTF16 decodes UTF-16. A surrogate without its other half, NUL and an odd
// byte at the end cannot be decoded.
func decodeUTF16(data []byte, base int, bigEndian bool, bad *damage) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/2)
	for i := 0; i < len(data); i += 2 {
		if i+1 == len(data) {
			bad.add(base + i)
			b.WriteRune(utf8.RuneError)
			break
		}
		r := unitAt(data, i, bigEndian)
		switch {
		case r == 0:
			bad.add(base + i)
			r = utf8.RuneError
		case utf16.IsSurrogate(r):
			r2 := rune(0)
			if i+3 < len(data) {
				r2 = unitAt(data, i+2, bigEndian)
			}
			if r = utf16.DecodeRune(r, r2); r == utf8.RuneError {
				bad.add(base + i)
			} else {
				i += 2
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

func unitAt(data []byte, i int, bigEndian bool) rune {
	if bigEndian {
		return rune(data[i])<<8 | rune(data[i+1])
	}
	return rune(data[i+1])<<8 | rune(data[i])
}
