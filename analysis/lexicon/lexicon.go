// Package lexicon reads and checks lists of words that a segmenter is to know
// besides those of its dictionary. All segmenters of this library take them.
package lexicon

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Entry is a word of a lexicon: one that texts have and the dictionary
// lacks, or that is to have another tag.
//
// The word may have digits, letters and marks in it (互联网＋, 5G,
// “十三五”规划), but no white space, control or invisible characters, and
// neither ， nor 。, because segmenters cut at those before they look for words.
// A word of ASCII letters or digits at its edge is found only where no more of
// them follow: AI in AI产业, not in AIIB.
type Entry struct {
	Word string // 1 to 100 characters
	Tag  string // part of speech, 1 to 16 ASCII letters ["nz"]

	// Freq is the least frequency, 0 to 60,000,000, of a dictionary whose
	// frequencies add up to 60,101,983 [0]. It is raised to the frequency
	// that the word has in the dictionary, and to the smallest one that keeps
	// the word whole against the dictionary and against shorter words of the
	// lexicon. More makes the word win where it competes with other words for
	// a character: with a high frequency 新发展理念 tears 创新发展理念 apart.
	Freq int
}

const (
	defaultTag   = "nz" // other proper noun
	maxTagBytes  = 16
	maxFreq      = 60_000_000 // more would be a probability over 1; cppjieba reads an int
	maxLineBytes = 64 << 10
)

// MaxRunes is the length in characters of the longest word of a lexicon.
const MaxRunes = 100

// defaults are the useful words of gojieba's default user dictionary.
var defaults = []Entry{{Word: "云计算"}, {Word: "区块链"}}

// check says why a segmenter could not use the entry, or would misuse it. A tag
// must have been filled in.
func (e Entry) check() error {
	switch {
	case e.Word == "":
		return errors.New("the word is empty")
	case !utf8.ValidString(e.Word):
		return fmt.Errorf("%q is not UTF-8", e.Word)
	case utf8.RuneCountInString(e.Word) > MaxRunes:
		return fmt.Errorf("a word of %d characters, of at most %d", utf8.RuneCountInString(e.Word), MaxRunes)
	case e.Freq < 0 || e.Freq > maxFreq:
		return fmt.Errorf("frequency %d is not a whole number from 0 to %d", e.Freq, maxFreq)
	case len(e.Tag) > maxTagBytes || strings.ContainsFunc(e.Tag, func(r rune) bool { return !isASCIILetter(r) }):
		return fmt.Errorf("tag %q is not 1 to %d ASCII letters", e.Tag, maxTagBytes)
	}
	for _, r := range e.Word {
		switch {
		case r == '，' || r == '。' || unicode.IsSpace(r):
			return fmt.Errorf("%q can never be found: texts are cut at %q", e.Word, r)
		case r == utf8.RuneError:
			return fmt.Errorf("%q has U+FFFD in it, the trace of a broken encoding", e.Word)
		case unicode.Is(unicode.C, r):
			return fmt.Errorf("%q has the invisible character %U in it", e.Word, r)
		}
	}
	return nil
}

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// complete returns the entries, checked and with their tags, and the default
// entries that they do not name.
func complete(given []Entry) ([]Entry, error) {
	entries := make([]Entry, 0, len(given)+len(defaults))
	seen := make(map[string]int, len(given)) // word to index into given
	for i, e := range given {
		if e.Tag == "" {
			e.Tag = defaultTag
		}
		if err := e.check(); err != nil {
			return nil, fmt.Errorf("lexicon: entry %d: %w", i, err)
		}
		if old, ok := seen[e.Word]; ok {
			if first := given[old]; e.Freq != first.Freq || e.Tag != first.Tag && (e.Tag != defaultTag || first.Tag != "") {
				return nil, fmt.Errorf("lexicon: entry %d: %q has another tag or frequency in entry %d", i, e.Word, old)
			}
			continue
		}
		seen[e.Word] = i
		entries = append(entries, e)
	}
	for _, e := range defaults {
		if _, ok := seen[e.Word]; !ok {
			e.Tag = defaultTag
			entries = append(entries, e)
		}
	}
	return entries, nil
}
