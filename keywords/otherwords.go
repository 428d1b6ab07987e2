package keywords

import (
	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/packed"
)

// otherWords numbers the words of a document that are no terms: function words,
// numbers, words of one character. Numbers are kept plus 1, 0 for none yet.
type otherWords struct{ numbers packed.Map[int32] }

// reset forgets the words of the last document, and makes room for as many as
// are likely among so many tokens; it can grow.
func (o *otherWords) reset(tokens int) {
	o.numbers.Reset(max(tokens/16, 128))
}

// id returns the number of a word: next for one that has none yet. Texts with
// the same key have the same number.
func (o *otherWords) id(text string, next int32) int32 {
	id := o.numbers.At(text)
	if *id == 0 {
		n := next + 1
		if key := analysis.Key(text); key != text {
			of := o.numbers.At(key)
			if *of == 0 {
				*of = n
			}
			n = *of
			id = o.numbers.At(text) // the key may have taken its place
		}
		*id = n
	}
	return *id - 1
}
