// Package script has what all segmenters do alike with characters that are no
// common Han: Latin words and numbers stay whole, and letters of other scripts
// stay together.
package script

import "unicode"

// Joins reports whether characters of this class that the dictionary and the
// model of a segmenter do not know form one word with each other: letters of
// other scripts with their marks, and full-width digits. Rare Han characters,
// circled numbers and punctuation marks are words of their own.
func Joins(r rune) bool {
	switch {
	case r < 0x80, r >= 0x2010 && r <= 0x205f, r >= 0x3000 && r <= 0x3004, r >= 0x3008 && r <= 0x3020,
		r >= 0xff01 && r <= 0xff0f, r >= 0xff1a && r <= 0xff20: // most marks
		return false
	}
	return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
