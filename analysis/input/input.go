// Package input turns the bytes of a file, plain text or an HTML page, into text
// for analysis, and says what it did: which encoding it took them to be in, what
// it changed, and what it could not read. Nothing is dropped in silence.
//
// Offsets of a [Document] refer to [Text.Text], which is what an
// analysis.Source is given.
//
// [Document]: https://pkg.go.dev/github.com/tifa-go/tifa/analysis#Document
package input

import "fmt"

// Options say how bytes are read. The zero value detects the encoding, refuses
// what it cannot read to the last byte, and refuses traditional characters.
// Options may be used by any number of goroutines.
type Options struct {
	Encoding    string      // label of the Encoding Standard (WHATWG): gbk, big5, utf-16le [detected]
	Invalid     Invalid     // what is done with bytes that cannot be decoded [RefuseInvalid]
	Traditional Traditional // what is done with traditional characters [RefuseTraditional]
	Forms       Forms       // which forms of characters are made alike [NormalizeForms]
	MaxBytes    int         // an input that is longer is refused; of text [no limit], of HTML [16 MiB]
}

// Invalid says what is done with bytes that cannot be decoded.
type Invalid uint8

// What can be done with bytes that cannot be decoded.
const (
	RefuseInvalid  Invalid = iota // an error that names the first such byte
	ReplaceInvalid                // each becomes U+FFFD, with notes
)

// Traditional says what is done with a text in traditional characters, which
// analysis, whose dictionary is simplified, would cut into wrong words.
type Traditional uint8

// What can be done with a text in traditional characters.
const (
	RefuseTraditional  Traditional = iota // an error that names the first of them
	ConvertTraditional                    // to simplified ones, with a note
	KeepTraditional                       // as it is, with a note
)

// Forms says which forms of characters are made alike.
type Forms uint8

// The ways to treat forms of characters.
const (
	NormalizeForms Forms = iota // those that Options.Decode names
	KeepForms                   // nothing but a leading byte order mark is changed
)

// A Text is what was read.
type Text struct {
	Text     string // UTF-8 without a byte order mark
	Title    string // of a page; "" where it is not known, as with the next three
	Date     string // of publication, as 2006-01-02
	Source   string // who published it: 新华社
	Author   string
	Encoding string // name by the Encoding Standard of what the bytes were in: utf-8, gb18030
	Notes    []Note // what was done, in order
}

// A Note says one thing that was done to the input.
type Note struct {
	Kind   Kind
	Offset int    // first byte concerned: of the input for Detected, Declared and Replaced, else of Text.Text; -1 for none
	Count  int    // how many places are concerned
	Text   string // a sentence
}

// String returns the sentence.
func (n Note) String() string { return n.Text }

// A Kind is what a Note is about.
type Kind uint8

// The kinds of notes.
const (
	Detected   Kind = iota // the encoding was found from the bytes, and is not UTF-8
	Declared               // the page, or Options.Encoding, says another encoding than the bytes look like
	Replaced               // a byte that could not be decoded became U+FFFD
	Damaged                // characters were lost before the input was made: it has U+FFFD, or 锟斤拷
	Normalized             // forms of characters were made alike
	Converted              // traditional characters became simplified ones
	Kept                   // the text is in traditional characters, or Japanese, and was kept so
	Extracted              // the main text of a page was taken, the rest left out
)

var kindNames = [...]string{"detected", "declared", "replaced", "damaged", "normalized", "converted", "kept", "extracted"}

// String returns the kind's name in lower case.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", k)
}
