package keywords

import (
	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/packed"
)

// otherWords numbers the words of a document that are no terms: function words,
// numbers, words of one character. Numbers are kept plus 1, 0 for none yet.
type otherWords struct {
	short packed.Table[int32]
	long  map[string]*int32 // of what does not fit into a packed.Table
}

// reset forgets the words of the last document, and makes room for as many as
// are likely among so many tokens; it can grow.
func (o *otherWords) reset(tokens int) {
	o.short.Reset(max(tokens/16, 128))
	clear(o.long)
}

// id returns the number of a word: next for one that has none yet. Texts with
// the same key have the same number.
func (o *otherWords) id(text string, next int32) int32 {
	id := o.at(text)
	if *id == 0 {
		n := next + 1
		if key := analysis.Key(text); key != text {
			of := o.at(key)
			if *of == 0 {
				*of = n
			}
			n = *of
			id = o.at(text) // the key may have taken its place
		}
		*id = n
	}
	return *id - 1
}

// at returns where the number of a text is, until that of another is asked for.
func (o *otherWords) at(text string) *int32 {
	if packed.Fits(text) {
		return o.short.At(packed.Pack(text))
	}
	id := o.long[text]
	if id == nil {
		if o.long == nil {
			o.long = make(map[string]*int32)
		}
		id = new(int32)
		o.long[text] = id
	}
	return id
}
