package keywords

import (
	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/recent"
)

// otherWords numbers the words of a document that are no terms: function words,
// numbers, words of one character. A few of them stand again and again.
type otherWords struct {
	ids    map[string]int32
	recent recent.Cache[int32]
}

// reset forgets the numbers of the last document.
func (o *otherWords) reset() {
	if o.ids == nil {
		o.ids = make(map[string]int32, 256)
	}
	clear(o.ids)
	o.recent.Clear()
}

// id returns the number of a word; added gives one to what has none. Texts with
// the same key have the same number.
func (o *otherWords) id(text string, added func() int32) int32 {
	at := o.recent.At(text)
	if at != nil && at.Known {
		return at.Value
	}
	id, ok := o.ids[text]
	if !ok {
		key := analysis.Key(text)
		if id, ok = o.ids[key]; !ok {
			id = added()
			o.ids[key] = id
		}
		o.ids[text] = id
	}
	if at != nil {
		at.Value, at.Known = id, true
	}
	return id
}
