package analysis

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

//go:embed citation.txt
var citationText string

// A wordSet is a set of words.
type wordSet map[string]bool

// suffix returns the length in bytes of the longest of the words that s ends
// with, 0 for none.
func (w wordSet) suffix(s string) (longest int) {
	for at := len(s); at > 0; {
		_, n := utf8.DecodeLastRuneInString(s[:at])
		if at -= n; len(s)-at > maxCitationWord {
			break
		}
		if w[s[at:]] {
			longest = len(s) - at
		}
	}
	return longest
}

// maxCitationWord is the length in bytes of the longest word of citation.txt, and
// more.
const maxCitationWord = 12 * utf8.UTFMax

// citationWords are the words of citation.txt by class.
var citationWords = func() map[string]wordSet {
	classes := make(map[string]wordSet)
	for line := range strings.Lines(citationText) {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		if classes[fields[0]] == nil {
			classes[fields[0]] = make(wordSet)
		}
		for _, w := range fields[1:] {
			classes[fields[0]][w] = true
		}
	}
	return classes
}()
