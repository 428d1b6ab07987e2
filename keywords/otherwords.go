package keywords

import "github.com/tifa-go/tifa/analysis"

// otherWords numbers the words of a document that are no terms: function words,
// numbers, words of one character. A few of them stand again and again.
type otherWords struct {
	ids    map[string]int32
	recent [256]recentWord // by a hash of the text
}

// A recentWord is a word of up to 7 bytes and its id, counted from 1.
type recentWord struct {
	text uint64 // its bytes, and above them their number
	id   int32
}

// reset forgets the numbers of the last document.
func (o *otherWords) reset() {
	if o.ids == nil {
		o.ids = make(map[string]int32, 256)
	}
	clear(o.ids)
	o.recent = [256]recentWord{}
}

// id returns the number of a word; added gives one to what has none. Texts with
// the same key have the same number.
func (o *otherWords) id(text string, added func() int32) int32 {
	if len(text) > 7 {
		return o.find(text, added)
	}
	packed := uint64(len(text)) << 56
	for i := range len(text) {
		packed |= uint64(text[i]) << (8 * i)
	}
	r := &o.recent[packed*0x9e3779b97f4a7c15>>56] // Fibonacci hashing (Knuth, TAOCP 6.4)
	if r.text != packed || r.id == 0 {
		*r = recentWord{packed, o.find(text, added) + 1}
	}
	return r.id - 1
}

func (o *otherWords) find(text string, added func() int32) int32 {
	id, ok := o.ids[text]
	if ok {
		return id
	}
	key := analysis.Key(text)
	if id, ok = o.ids[key]; !ok {
		id = added()
		o.ids[key] = id
	}
	o.ids[text] = id
	return id
}
