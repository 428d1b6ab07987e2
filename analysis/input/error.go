package input

import (
	"errors"
	"fmt"
)

// The reasons why an input is refused, to be tested for with errors.Is.
var (
	ErrBinary      = errors.New("the input is not text")
	ErrEncoding    = errors.New("the encoding is not known")
	ErrInvalid     = errors.New("the input has bytes that cannot be decoded")
	ErrTraditional = errors.New("the text is in traditional characters")
	ErrHTML        = errors.New("the input is an HTML page")
	ErrNotHTML     = errors.New("the input is no HTML page")
	ErrNoText      = errors.New("the input has no text")
	ErrTooLarge    = errors.New("the input is too large")
	ErrTooDeep     = errors.New("the page is nested too deeply")
)

// An Error is the refusal of one input.
type Error struct {
	Name   string // the input's
	Offset int    // byte of the input; -1 where no one byte is the reason
	Err    error  // one of the reasons above
	Detail string // what was found, and what can be done about it
}

// Error returns a sentence that names the input and the byte.
func (e *Error) Error() string {
	if e.Offset < 0 {
		return fmt.Sprintf("input: %q: %s", e.Name, e.Detail)
	}
	return fmt.Sprintf("input: %q: byte %d: %s", e.Name, e.Offset, e.Detail)
}

// Unwrap returns e.Err.
func (e *Error) Unwrap() error { return e.Err }
