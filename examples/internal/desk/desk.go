// Package desk is what the example programs share: flags, reading of files and
// folders, the segmenter, and a progress bar.
package desk

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/lexicon"
	"github.com/tifa-go/tifa/analysis/native"
)

// Exit statuses of the programs.
const (
	OK     = 0
	Failed = 1 // a document failed, or the output could not be written
	Wrong  = 2 // the call was wrong
)

// Common has the values of the flags that all programs share.
type Common struct {
	Workers int    // documents that are worked on at once
	Lexicon string // file of words to keep whole, or ""
	Quiet   bool   // show no progress
}

// Flags adds the flags that all programs share.
func Flags(f *flag.FlagSet) *Common {
	c := &Common{}
	f.IntVar(&c.Workers, "workers", runtime.GOMAXPROCS(0), fmt.Sprintf("work on `N` documents at once (%s -workers 4 …)", f.Name()))
	f.StringVar(&c.Lexicon, "lexicon", "", fmt.Sprintf("keep the words in `FILE` whole: a line each, word [tag] [frequency]\n(%s -lexicon terms.txt …)", f.Name()))
	f.BoolVar(&c.Quiet, "quiet", false, fmt.Sprintf("show no progress (%s -quiet …)", f.Name()))
	return c
}

// Parse parses args. Where that is all there is to do, done is true and code the
// exit status: after -h, for which the usage and the flags go to stdout, and for a
// wrong flag, for which a sentence goes to stderr. f must have ContinueOnError.
func Parse(f *flag.FlagSet, usage string, args []string, stdout, stderr io.Writer) (code int, done bool) {
	f.SetOutput(io.Discard) // one line for a mistake, and all only for -h
	f.Usage = func() {}
	switch err := f.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, usage)
		f.SetOutput(stdout)
		f.PrintDefaults()
		return OK, true
	case err != nil:
		return Misused(f, stderr, "%v", err), true
	}
	for _, a := range f.Args() {
		if len(a) > 1 && a[0] == '-' {
			return Misused(f, stderr, "%s: flags come before the files", a), true
		}
	}
	if w := f.Lookup("workers"); w != nil {
		if n := w.Value.(flag.Getter).Get().(int); n < 1 || n > 1024 { // more than any machine has use for
			return Misused(f, stderr, "-workers %d: the number is from 1 to 1024", n), true
		}
	}
	return OK, false
}

// Misused says on stderr what is wrong with the call, and returns the exit status.
func Misused(f *flag.FlagSet, stderr io.Writer, format string, a ...any) int {
	fmt.Fprintf(stderr, "%s: %s; %s -h explains the flags\n", f.Name(), fmt.Sprintf(format, a...), f.Name())
	return Wrong
}

// Open returns an Analyzer with the words of the lexicon.
func (c *Common) Open() (*analysis.Analyzer, error) {
	var entries []lexicon.Entry
	if c.Lexicon != "" {
		f, err := os.Open(c.Lexicon)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if entries, err = lexicon.Read(f); err != nil {
			return nil, fmt.Errorf("%s: %w", c.Lexicon, err)
		}
	}
	segmenter, err := native.Open(native.Options{Lexicon: entries})
	if err != nil {
		return nil, err
	}
	return &analysis.Analyzer{Segmenter: segmenter, Workers: c.Workers}, nil
}

// Each analyzes the documents that the arguments of f name, as Sources has them,
// and calls do with each, one after the other and in order. A document that
// cannot be read or that do returns an error for is a sentence on stderr, and the
// others go on. It returns the exit status: OK if no document failed, and Failed
// if one did or ctx ended.
//
// At most twice c.Workers documents are held at a time, besides what do keeps.
func (c *Common) Each(ctx context.Context, f *flag.FlagSet, stdin io.Reader, stderr io.Writer, do func(*analysis.Document) error) int {
	a, err := c.Open()
	if err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", f.Name(), err)
		return Wrong
	}
	total, failed := Count(f.Args()), 0
	bar := Progress(stderr, !c.Quiet, total)
	defer bar.Clear()
	for doc, err := range a.Stream(ctx, Sources(f.Args(), stdin)) {
		if err == nil {
			err = do(doc)
		}
		if err != nil {
			failed++
			bar.Clear()
			fmt.Fprintf(stderr, "%s: %v\n", f.Name(), err)
			if ctx.Err() != nil {
				return Failed
			}
		}
		bar.Add()
	}
	if failed > 0 {
		fmt.Fprintf(stderr, "%s: %d of %d documents failed\n", f.Name(), failed, total)
		return Failed
	}
	return OK
}
