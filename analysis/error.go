package analysis

import (
	"errors"
	"fmt"
)

// The reasons why a text has no Document, to be tested for with errors.Is.
var (
	ErrNoSegmenter = errors.New("the Analyzer has no Segmenter")
	ErrNotUTF8     = errors.New("the text is not UTF-8")
	ErrNotLossless = errors.New("the Segmenter's words are not the text, or part a character")
)

// An Error is the failure to analyze one document.
type Error struct {
	ID     string // the document's
	Offset int    // byte offset into the text
	Err    error
}

// Error returns a sentence that names the document and the byte.
func (e *Error) Error() string {
	return fmt.Sprintf("analysis: document %q: byte %d: %v", e.ID, e.Offset, e.Err)
}

// Unwrap returns e.Err.
func (e *Error) Unwrap() error { return e.Err }
