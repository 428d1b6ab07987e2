package native

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis/lexicon"
	"github.com/tifa-go/tifa/analysis/native/internal/dict"
)

// An overlay has the words of a lexicon, in a trie of its own that is searched
// together with the dictionary's. A word of both is the lexicon's.
//
// Characters that the dictionary lacks have codes from dict.Codes on here. They
// have no such code in a text, where they end runs, but inside of a word of the
// lexicon: span finds those.
type overlay struct {
	words  dict.Trie
	begins []bool          // by code: a word may begin so, or the dictionary lacks the character
	values []value         // by the values of words, from 1 on
	tags   []string        // the dictionary's, and further ones
	codes  map[rune]uint16 // of characters that the dictionary lacks
	lacked runeFilter      // of these
	first  runeFilter      // of the first characters of words with such characters
}

// A runeFilter has the bits of runes modulo 1<<16. Most runes need no look-up.
type runeFilter [1 << 10]uint64

func (f *runeFilter) add(r rune)      { f[uint16(r)>>6] |= 1 << (r & 63) }
func (f *runeFilter) has(r rune) bool { return f[uint16(r)>>6]&(1<<(r&63)) != 0 }

type value struct {
	weight float64
	tag    uint32 // index into tags
	isSpan bool   // two or more characters, some of which the dictionary lacks
}

// newOverlay makes the overlay of entries that lexicon.Complete returned.
func newOverlay(d *dict.Dict, entries []lexicon.Entry) (*overlay, error) {
	u := &overlay{
		values: make([]value, 1, len(entries)+1),
		tags:   slices.Clone(d.Tags),
		codes:  make(map[rune]uint16),
	}
	tags := make(map[string]uint32)
	for i, t := range u.tags {
		tags[t] = uint32(i)
	}
	next := d.Codes() // code for a new character
	words := make([]dict.Word, 0, len(entries))
	for _, e := range entries {
		tag, ok := tags[e.Tag]
		if !ok {
			tag = uint32(len(u.tags))
			tags[e.Tag] = tag
			u.tags = append(u.tags, e.Tag)
		}
		w := dict.Word{Codes: make([]uint16, 0, len(e.Word)/3+1), Value: uint32(len(u.values))}
		isSpan := false
		for _, r := range e.Word {
			c := d.Code(r)
			if c == 0 {
				isSpan = true
				if c = u.codes[r]; c == 0 {
					if next > 1<<16-1 {
						return nil, fmt.Errorf("the lexicon has more than %d characters that the dictionary lacks", 1<<16-d.Codes())
					}
					c = uint16(next)
					u.codes[r] = c
					u.lacked.add(r)
					next++
				}
			}
			w.Codes = append(w.Codes, c)
		}
		words = append(words, w)
		isSpan = isSpan && len(w.Codes) > 1
		if isSpan {
			r, _ := utf8.DecodeRuneInString(e.Word)
			u.first.add(r)
		}
		u.values = append(u.values, value{d.Weight(e.Freq), tag, isSpan})
	}
	if len(u.tags) > maxTags {
		return nil, fmt.Errorf("the lexicon has more than %d tags", maxTags-len(d.Tags))
	}
	var err error
	u.words, err = dict.NewTrie(words, next)
	u.begins = make([]bool, next)
	for i := range u.begins {
		u.begins[i] = i >= d.Codes()
	}
	for _, w := range words {
		u.begins[w.Codes[0]] = true
	}
	return u, err
}

// span returns the length of the longest word of the lexicon at the start of
// text, which starts with r, that has characters which the dictionary lacks: 0
// where there is none.
func (s *Segmenter) span(text string, r rune) int {
	u := s.user
	if !u.first.has(r) {
		return 0
	}
	longest := 0
	var n dict.Node
	for i, r := range text {
		code := s.code(r)
		if code == 0 {
			break
		}
		if i == 0 {
			n = u.words[code]
		} else {
			n = u.words.Step(n, code)
		}
		if n == 0 {
			break
		}
		if u.values[n.Value()].isSpan {
			longest = i + utf8.RuneLen(r)
		}
	}
	return longest
}
