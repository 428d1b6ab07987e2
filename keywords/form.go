package keywords

import (
	"cmp"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// A form is a word as it is written, with what the segmenter says of it. Words
// of the same analysis.Key are one word to phrases; the forms are kept apart so
// that the most frequent one can be told when all documents have been seen.
type form struct {
	text string // without space and quotation marks
	tag  string
	kind analysis.Kind
	name PhraseKind // SessionName, DocumentNumber, or else Wording
}

func (f form) compare(o form) int {
	return cmp.Or(cmp.Compare(f.text, o.text), cmp.Compare(f.tag, o.tag), cmp.Compare(f.kind, o.kind), cmp.Compare(f.name, o.name))
}

// A formTable numbers forms. The zero formTable is empty.
type formTable struct {
	list  []form
	other []int32          // of each form, the one before it that has the same text, or -1
	ids   map[string]int32 // by text, the last one
}

func (t *formTable) id(f form) int32 {
	last, ok := t.ids[f.text]
	if !ok {
		last = -1
	}
	for id := last; id >= 0; id = t.other[id] {
		if t.list[id] == f {
			return id
		}
	}
	if t.ids == nil {
		t.ids = make(map[string]int32)
	}
	f.text, f.tag = strings.Clone(f.text), strings.Clone(f.tag)
	id := int32(len(t.list))
	t.ids[f.text] = id
	t.list, t.other = append(t.list, f), append(t.other, last)
	return id
}

// read takes the words of g into d.
func (t *formTable) read(d *countedDoc, g *grams) {
	last := make([]int32, len(g.stats)) // form of each vocable, counted from 1: nearly all have one
	sessions, numbers := g.doc.Sessions, g.doc.Numbers
	for p := 1; p < len(g.word); p++ {
		w := g.word[p]
		if w < 0 || g.stats[w].runes == 0 || g.stats[w].runes > maxWordRunes {
			if n := len(d.words); n > 0 && d.words[n-1] >= 0 {
				d.add(-1, 0)
			}
			continue
		}
		token := g.doc.Tokens[g.token[p]]
		f := form{text: g.doc.Text[token.Start:token.End], tag: token.Tag, kind: token.Kind}
		switch {
		case isFirst(&sessions, token):
			f.name = SessionName
		case isFirst(&numbers, token):
			f.name = DocumentNumber
		}
		id := last[w] - 1
		if id < 0 || t.list[id] != f {
			f.text = spelling(f.text)
			id = t.id(f)
			last[w] = id + 1
		}
		d.add(id, newMarks(g.open[p], g.shut[p], g.head[p]))
	}
}

// isFirst drops the spans before a token and reports whether the token is the
// first of the others.
func isFirst(spans *[]analysis.Span, t analysis.Token) bool {
	for len(*spans) > 0 && (*spans)[0].Start < t.Start {
		*spans = (*spans)[1:]
	}
	return len(*spans) > 0 && (*spans)[0] == analysis.Span{Start: t.Start, End: t.End}
}

func (d *countedDoc) add(word int32, marks uint8) {
	d.words = append(d.words, word)
	d.marks = append(d.marks, marks)
}

// translate returns the words, which are numbered by o, as t numbers them.
func (t *formTable) translate(words []int32, o *formTable) []int32 {
	out := make([]int32, len(words))
	for i, w := range words {
		out[i] = -1
		if w >= 0 {
			out[i] = t.id(o.list[w])
		}
	}
	return out
}

// spelling returns a word without what analysis.Key drops: space and quotation
// marks.
func spelling(word string) string {
	if analysis.Key(word) == word {
		return word
	}
	return strings.Map(func(r rune) rune {
		if analysis.Key(string(r)) == "" {
			return -1
		}
		return r
	}, word)
}
