package desk

import (
	"strings"
	"unicode"
)

// OneLine returns s for a line of its own: a blank for each run of white space,
// nothing for what has no width, and U+FFFD for control characters and for those
// that turn the direction of what follows.
func OneLine(s string) string {
	space := false
	return strings.TrimLeft(strings.Map(func(r rune) rune {
		before := space
		space = unicode.IsSpace(r)
		switch {
		case space && before:
			return -1
		case space:
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return unicode.ReplacementChar
		case unicode.Is(unicode.Cf, r):
			space = before
			return -1
		}
		return r
	}, s), " ")
}
