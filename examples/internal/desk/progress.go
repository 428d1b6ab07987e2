package desk

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A Bar shows on a terminal how many documents are done. Its methods are for one
// goroutine.
type Bar struct {
	bar *progressbar.ProgressBar // nil shows nothing
}

// Progress returns a Bar for total documents. It shows nothing if on is false, if
// there is only one document, or if w is no terminal.
func Progress(w io.Writer, on bool, total int) *Bar {
	f, ok := w.(*os.File)
	if !on || total < 2 || !ok || !term.IsTerminal(int(f.Fd())) {
		return &Bar{}
	}
	return &Bar{progressbar.NewOptions(total,
		progressbar.OptionSetWriter(w),
		progressbar.OptionShowCount(),
		progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)}
}

// Add says that one more document is done. Errors of the terminal are nothing to
// stop for.
func (b *Bar) Add() {
	if b.bar != nil {
		_ = b.bar.Add(1)
	}
}

// Clear takes the bar off the line, so that something else can be written there.
// The next Add brings it back.
func (b *Bar) Clear() {
	if b.bar != nil {
		_ = b.bar.Clear()
	}
}
