//go:build cgo

package jieba

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tifa-go/tifa/internal/script"
)

// A mask makes the copy of a text that C++ may read. The copy has the same
// length, so that offsets into it are offsets into the text.
//
// cppjieba has three weaknesses that the copy hides from it. It stops at a NUL
// byte and rejects a text with invalid UTF-8. And where its hidden Markov
// model meets a character that it has never seen, all probabilities become
// equal and the rest of the run falls into single characters: 孙琳、鲁炜 is cut
// to 孙琳|、|鲁|炜, and so are texts with full-width digits or 〇 (package native
// says what it is worth to have it otherwise). Such
// characters become separators, which cppjieba cuts at before it does anything
// else: "，" where three bytes are to be filled and line breaks otherwise.
type mask struct {
	keep  []uint64            // set of the runes that stay, one bit for each
	first []uint64            // set of the first runes of the words in spans
	spans map[string][]string // lexicon words with runes that do not stay, by their first two runes, longest first
}

func newRuneSet() []uint64 { return make([]uint64, (unicode.MaxRune+64)/64) }

func add(set []uint64, r rune)           { set[r/64] |= 1 << (r % 64) }
func contains(set []uint64, r rune) bool { return set[r/64]&(1<<(r%64)) != 0 }

// newMask keeps the runes that the model knows and those of longer words of
// the dictionary.
func newMask(model, dictionary string) *mask {
	m := &mask{keep: newRuneSet(), first: newRuneSet(), spans: map[string][]string{}}
	for r := range rune(utf8.RuneSelf) {
		if r != 0 {
			add(m.keep, r)
		}
	}
	// The emission probabilities are lines of "rune:log,rune:log,…".
	for line := range strings.Lines(model) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for pair := range strings.SplitSeq(line, ",") {
			if r, size := utf8.DecodeRuneInString(pair); size < len(pair) && pair[size] == ':' {
				add(m.keep, r)
			}
		}
	}
	for line := range strings.Lines(dictionary) {
		word, _, _ := strings.Cut(line, " ")
		if _, size := utf8.DecodeRuneInString(word); size < len(word) {
			for _, r := range word {
				add(m.keep, r)
			}
		}
	}
	return m
}

// addWord makes the mask leave the word of a lexicon as it is wherever it
// stands in a text. A word of one masked rune is none for C++ to find. It
// reports whether the word has masked runes.
func (m *mask) addWord(word string) bool {
	masked := strings.IndexFunc(word, func(r rune) bool { return !contains(m.keep, r) }) >= 0
	if !masked {
		return false
	}
	r, size := utf8.DecodeRuneInString(word)
	if size == len(word) {
		return true
	}
	_, second := utf8.DecodeRuneInString(word[size:])
	key := word[:size+second]
	add(m.first, r)
	words := m.spans[key]
	i := 0
	for i < len(words) && len(words[i]) >= len(word) {
		i++
	}
	m.spans[key] = append(words[:i:i], append([]string{word}, words[i:]...)...)
	return true
}

// span returns the length of the longest word of the lexicon that starts at
// byte i of text and has masked runes, or 0.
func (m *mask) span(text string, i int, r rune, size int) int {
	if !contains(m.first, r) {
		return 0
	}
	_, second := utf8.DecodeRuneInString(text[i+size:])
	for _, word := range m.spans[text[i:i+size+second]] {
		if strings.HasPrefix(text[i:], word) {
			return len(word)
		}
	}
	return 0
}

// append appends to b the masked copy of text[start:end], and of the rest of
// the rune at end. The copy may be cut after its first cut bytes without any
// effect on its words: 0 where there is no such place.
func (m *mask) append(b []byte, text string, start, end int) (copied []byte, cut int) {
	kept := start  // before it, runes stay because a word of the lexicon has them
	inRun := false // the rune before is a masked letter, and so part of a longer word
	n := len(b)
	for i := start; i < end; {
		c := text[i]
		if c < utf8.RuneSelf && c != 0 && !contains(m.first, rune(c)) {
			b = append(b, c)
			if inRun {
				inRun, cut = false, len(b)-1-n
			}
			i++
			if isSeparator(c) {
				cut = len(b) - n
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if span := m.span(text, i, r, size); span > 0 {
			kept = max(kept, i+span)
		}
		switch {
		case contains(m.keep, r) || i < kept:
			b = append(b, text[i:i+size]...)
			if inRun {
				inRun, cut = false, len(b)-size-n
			}
		default:
			joins := script.Joins(r)
			if inRun && !joins {
				cut = len(b) - n
			}
			inRun = joins
			if size == 3 {
				b = append(b, comma...)
			} else {
				b = append(b, "\n\n\n\n"[:size]...)
			}
			if !joins {
				cut = len(b) - n
			}
		}
		i += size
	}
	return b, cut
}

// comma is the separator of three bytes.
const comma = "，"

// isSeparator reports whether cppjieba cuts at the ASCII character.
func isSeparator(c byte) bool { return c == '\n' || c == ' ' || c == '\t' }

// masked reports whether a separator of the copy starts at byte i, where it
// may stand for another rune of the text.
func masked(b []byte, i int) bool {
	return b[i] == '\n' || b[i] == comma[0] && string(b[i:i+len(comma)]) == comma
}

// unit returns the length of the word that text starts with, where its first
// rune is masked: that rune, an invalid byte, or as many runes that join as
// follow each other and are masked too.
func unit(text string, masked func(i int, r rune) bool) int {
	r, n := utf8.DecodeRuneInString(text)
	if !script.Joins(r) {
		return n
	}
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if !script.Joins(r) || !masked(n, r) {
			break
		}
		n += size
	}
	return n
}
