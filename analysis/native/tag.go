package native

import (
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis/native/internal/dict"
)

// A cursor is a place in the tries of the dictionary and of a lexicon.
type cursor struct{ word, user dict.Node }

// start returns the cursor behind the first character of a word.
func (s *Segmenter) start(code uint16) cursor {
	var at cursor
	if int(code) < s.dict.Codes() {
		at.word = s.dict.Words[code]
	}
	if s.user != nil {
		at.user = s.user.words[code]
	}
	return at
}

// step goes on with a further character. The cursor is zero where no word goes
// on so.
func (s *Segmenter) step(at cursor, code uint16) cursor {
	at.word = s.dict.Words.Step(at.word, code)
	if s.user != nil {
		at.user = s.user.words.Step(at.user, code)
	}
	return at
}

// tagAt returns the tag of the word that ends at the cursor, if one does.
func (s *Segmenter) tagAt(at cursor) (string, bool) {
	if s.user != nil {
		if v := at.user.Value(); v != 0 {
			return s.user.tags[s.user.values[v].tag], true
		}
	}
	if v := at.word.Value(); v != 0 {
		return s.dict.Tags[dict.TagIndex(v)], true
	}
	return "", false
}

// lookup returns the tag of the word with the codes.
func (s *Segmenter) lookup(codes []uint16) (string, bool) {
	at := s.start(codes[0])
	for _, code := range codes[1:] {
		at = s.step(at, code)
	}
	return s.tagAt(at)
}

// code returns the code that r has in the words of the dictionary and the
// lexicon, 0 where it is in none.
func (s *Segmenter) code(r rune) uint16 {
	c := s.dict.Code(r)
	if c == 0 && s.user != nil && s.user.lacked.has(r) {
		c = s.user.codes[r]
	}
	return c
}

// find returns the tag of a word of the dictionary or the lexicon.
func (s *Segmenter) find(word string) (string, bool) {
	var at cursor
	for i, r := range word {
		code := s.code(r)
		if code == 0 {
			return "", false
		}
		if i == 0 {
			at = s.start(code)
		} else {
			at = s.step(at, code)
		}
	}
	return s.tagAt(at)
}

// tag returns the tag of any word.
func (s *Segmenter) tag(word string) string {
	if tag, ok := s.find(word); ok {
		return tag
	}
	return unknownTag(word)
}

// unknownTag returns the tag of a word that is in no dictionary, as PosTagger of
// cppjieba does: "m" for digits, "eng" for other ASCII and "x" for the rest. It
// looks at no more ASCII characters than half the word has, so a single one is
// "x".
func unknownTag(word string) string {
	half := utf8.RuneCountInString(word) / 2
	ascii, digits := 0, 0
	for i := 0; i < len(word) && ascii < half; i++ {
		if b := word[i]; b < utf8.RuneSelf {
			ascii++
			if isDigit(uint16(b)) {
				digits++
			}
		}
	}
	switch {
	case ascii == 0:
		return "x"
	case digits == ascii:
		return "m"
	}
	return "eng"
}
