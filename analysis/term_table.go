package analysis

import (
	"slices"
	"strings"

	"github.com/tifa-go/tifa/internal/packed"
)

// A termTable collects the terms of a document.
type termTable struct {
	decide TermFunc // nil for ContentTerm
	terms  []Term   // without their Count
	counts []int    // of the terms: they stand again and again, and these are close together
	ids    packed.Map[termIDs]
	found  []int // candidates of a sentence
}

// termIDs are what a text stands for, as a word and as a key: ids of terms plus 1,
// 0 for what is not known yet. Most texts are the key of their own term.
type termIDs struct {
	word int32 // of a word with a content tag, for ContentTerm; noTerm for a stop word
	key  int32
}

const noTerm = -1

// newTermTable returns an empty table with room for the given number of terms.
func newTermTable(decide TermFunc, room int) *termTable {
	c := &termTable{}
	c.reset(decide, nil, room)
	return c
}

// reset empties a table, whose memory is used again but for that of the terms: they
// go behind those given, none.
func (c *termTable) reset(decide TermFunc, terms []Term, room int) {
	c.decide = decide
	c.terms = slices.Grow(terms, room)
	c.counts = c.counts[:0]
	c.ids.Reset(room)
}

// counted returns the terms.
func (c *termTable) counted() []Term {
	for i, n := range c.counts {
		c.terms[i].Count = n
	}
	return c.terms
}

// add counts the tokens of d from index first on and sets their Term.
func (c *termTable) add(d *Document, first int) {
	if c.decide != nil {
		for i, t := range d.Tokens[first:] {
			text := d.Text[t.Start:t.End]
			if key, ok := c.decide(text, t); ok {
				d.Tokens[first+i].Term = c.count(key, text, t.Tag, first+i)
			}
		}
		return
	}
	for _, i := range c.candidates(d.Tokens, first) {
		t := &d.Tokens[i]
		if t.Kind == KindWord && isContentTag[t.Tag[0]] {
			t.Term = c.word(d.Text, i, t)
			continue
		}
		text := d.Text[t.Start:t.End]
		if key, ok := contentKey(text, t.Tag, t.Kind); ok {
			t.Term = c.count(key, text, t.Tag, i)
		}
	}
}

// candidates returns the indices of the tokens from first on that may be terms. It
// has no branch on that, since every other word is one.
func (c *termTable) candidates(tokens []Token, first int) []int {
	c.found = slices.Grow(c.found[:0], len(tokens)-first)
	found, n := c.found[:cap(c.found)], 0
	for i := first; i < len(tokens); i++ {
		t := &tokens[i]
		var tag byte
		if t.Tag != "" {
			tag = t.Tag[0]
		}
		found[n] = i
		n += int(mayBeTerm[t.Kind][tag])
	}
	return found[:n]
}

// mayBeTerm has 1 for the kinds of tokens and first letters of their tags that a
// term has.
var mayBeTerm = func() (may [KindSpace + 1][1 << 8]uint8) {
	for tag := range may[KindWord] {
		may[KindLatin][tag] = 1
		if isContentTag[tag] || tag == 'e' { // eng
			may[KindWord][tag] = 1
		}
	}
	return may
}()

// word counts the i-th token of a text, which is a word with a content tag, and
// returns the term's id, or NoTerm.
func (c *termTable) word(text string, i int, t *Token) TermID {
	ids := c.ids.AtPart(text, t.Start, t.End)
	if ids.word == 0 {
		word := text[t.Start:t.End]
		key, ok := wordKey(word)
		switch {
		case !ok:
			ids.word = noTerm
		case key == word:
			ids.word = c.term(ids, key, word, t.Tag, i)
		default:
			id := c.term(c.ids.At(key), key, word, t.Tag, i)
			ids = c.ids.At(word) // the key may have taken its place
			ids.word = id
		}
	}
	if ids.word == noTerm {
		return NoTerm
	}
	c.counts[ids.word-1]++
	return TermID(ids.word - 1)
}

// count counts one token of the term key and returns the term's id.
func (c *termTable) count(key, text, tag string, token int) TermID {
	id := c.term(c.ids.At(key), key, text, tag, token) - 1
	c.counts[id]++
	return TermID(id)
}

// countPhrase counts a token made of several words, whose text may have
// quotation marks and space in it.
func (c *termTable) countPhrase(text, tag string, token int) TermID {
	if id := c.ids.At(text).key - 1; id >= 0 { // the text of most phrases is their key
		c.counts[id]++
		return TermID(id)
	}
	return c.count(Key(text), unquoted(text), tag, token)
}

// term returns the id, plus 1, of the term with a key, whose ids are given. If
// there is none yet, it is made from the text of a token.
func (c *termTable) term(ids *termIDs, key, text, tag string, token int) int32 {
	if ids.key == 0 {
		c.terms = append(c.terms, Term{Text: text, Key: key, Tag: tag, First: token})
		c.counts = append(c.counts, 0)
		ids.key = int32(len(c.terms))
	}
	return ids.key
}

// unquoted returns s without space and quotation marks.
func unquoted(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return isSpace(r) || isQuote(r) }) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isSpace(r) || isQuote(r) {
			return -1
		}
		return r
	}, s)
}
