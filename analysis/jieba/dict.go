//go:build cgo

package jieba

import (
	"hash/maphash"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis/lexicon"
)

// A dict looks up words: their frequency and tag. C++ holds the same words,
// but a look-up there costs a call and an allocation for each word.
//
// It keeps the dictionary as the text it is, lines of "word freq tag", with a
// hash table of the lines' offsets: exact, 9 MB, and tags are substrings, so
// that a look-up allocates nothing. The words of the lexicon follow in lines
// of the same form, which are at the same time the user dictionary that C++
// reads; a later line overrides an earlier one, there as here.
type dict struct {
	text    string
	slots   []uint32 // open addressing: offset of the line in text, plus 1
	seed    maphash.Seed
	sum     float64        // of all frequencies of the dictionary, without the lexicon
	least   int            // the smallest frequency of the dictionary
	longest [1 << 16]uint8 // characters of the longest word whose first rune ends in these 16 bits
}

// newDict indexes the dictionary's text. It leaves room for the words of a
// lexicon.
func newDict(text string, lexicon int) *dict {
	lines := strings.Count(text, "\n") + lexicon
	d := &dict{text: text, slots: make([]uint32, 1<<bits.Len(uint(2*lines))), seed: maphash.MakeSeed()}
	d.least = math.MaxInt
	for at := 0; at < len(text); {
		word, freq, _ := d.line(at)
		d.insert(at, word)
		d.sum += float64(freq)
		d.least = min(d.least, freq)
		at += strings.IndexByte(text[at:], '\n') + 1
	}
	return d
}

// append adds the lines of the lexicon.
func (d *dict) append(lines string) {
	at := len(d.text)
	d.text += lines
	for at < len(d.text) {
		word, _, _ := d.line(at)
		d.insert(at, word)
		at += strings.IndexByte(d.text[at:], '\n') + 1
	}
}

// line returns the fields of the line that starts at byte at.
func (d *dict) line(at int) (word string, freq int, tag string) {
	rest := d.text[at:]
	i := strings.IndexByte(rest, ' ')
	freq, tag = fields(rest[i+1:])
	return rest[:i], freq, tag
}

// fields parses "freq tag\n".
func fields(s string) (freq int, tag string) {
	i := 0
	for s[i] != ' ' {
		freq = freq*10 + int(s[i]-'0')
		i++
	}
	s = s[i+1:]
	return freq, s[:strings.IndexByte(s, '\n')]
}

func (d *dict) insert(at int, word string) {
	r, _ := utf8.DecodeRuneInString(word)
	d.longest[uint16(r)] = max(d.longest[uint16(r)], uint8(utf8.RuneCountInString(word)))
	d.slots[d.slot(word)] = uint32(at) + 1
}

// slot returns the index of the word's slot, or of the free one where it
// would go.
func (d *dict) slot(word string) int {
	mask := len(d.slots) - 1 // the length is a power of two
	for i := int(maphash.String(d.seed, word)) & mask; ; i = (i + 1) & mask {
		at := d.slots[i]
		if at == 0 || d.isAt(word, int(at)-1) {
			return i
		}
	}
}

func (d *dict) isAt(word string, at int) bool {
	end := at + len(word)
	return end < len(d.text) && d.text[end] == ' ' && d.text[at:end] == word
}

// lookup returns the word's frequency and tag.
func (d *dict) lookup(word string) (freq int, tag string, ok bool) {
	at := d.slots[d.slot(word)]
	if at == 0 {
		return 0, "", false
	}
	freq, tag = fields(d.text[int(at)+len(word):])
	return freq, tag, true
}

// has reports whether the word is known.
func (d *dict) has(word string) bool { return d.slots[d.slot(word)] != 0 }

// tag returns the word's tag as cppjieba's PosTagger does: the dictionary's,
// or else "m" for digits, "eng" for other ASCII and "x" for the rest. Its
// SpecialRule looks at no more ASCII characters than half the word has, so a
// single one is "x".
func (d *dict) tag(word string) string {
	if _, tag, ok := d.lookup(word); ok {
		return tag
	}
	half := utf8.RuneCountInString(word) / 2
	ascii, digits := 0, 0
	for i := 0; i < len(word) && ascii < half; i++ {
		if c := word[i]; c < utf8.RuneSelf {
			ascii++
			if '0' <= c && c <= '9' {
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

// forLexicon says what the frequencies of a lexicon depend on.
func (d *dict) forLexicon() lexicon.Dictionary {
	return lexicon.Dictionary{
		Freq:    func(word string) int { freq, _, _ := d.lookup(word); return freq },
		Sum:     d.sum,
		Least:   d.least,
		Longest: int(slices.Max(d.longest[:])),
	}
}

// appendLine appends the line of a word to b.
func appendLine(b []byte, word string, freq int, tag string) []byte {
	b = append(b, word...)
	b = append(b, ' ')
	b = strconv.AppendInt(b, int64(freq), 10)
	b = append(b, ' ')
	b = append(b, tag...)
	return append(b, '\n')
}
