package analysis

import "sync"

// arrays are the memory of a Document that was released, for the next one.
type arrays struct {
	tokens     []Token
	terms      []Term
	sentences  []Sentence
	paragraphs []Paragraph
}

var released = sync.Pool{New: func() any { return &arrays{[]Token{}, []Term{}, []Sentence{}, []Paragraph{}} }}

// Release gives the memory of d back, for the next call of [Analyzer.Analyze],
// and leaves d empty. Its Tokens, Terms, Sentences and Paragraphs, and every view
// on them, must not be used any more, by no goroutine; strings, Documents that
// [Document.Merge] made of d, and the results of packages keywords and summarize
// may. No Document needs to be released, but a program that takes one text after
// the other and forgets it allocates half as much if it does. One that keeps some
// of its Documents should release none: those would get arrays that are longer
// than they need.
func (d *Document) Release() {
	if len(d.Text) <= keptBytes && cap(d.Tokens) > 0 {
		clear(d.Tokens) // so that the text can be freed
		clear(d.Terms)
		clear(d.Sentences)
		clear(d.Paragraphs)
		released.Put(&arrays{d.Tokens[:0], d.Terms[:0], d.Sentences[:0], d.Paragraphs[:0]})
	}
	*d = Document{}
}
