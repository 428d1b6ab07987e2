// Compare tells what sets two collections of Chinese policy texts apart, and what
// they have in common word for word. See -h.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/tifa-go/tifa/examples/internal/desk"
)

const usage = `Compare tells what sets two collections of Chinese policy texts apart, and what
they have in common word for word.

Usage: compare [flags] A B

A and B are texts or pages, or folders of them; one of them may be
-, standard input.

First come the words, then the phrases, that A uses more than B, and B more than
A, by how sure the difference is:

  G²         log-likelihood ratio: above 10.83 by chance in one of 1,000 words
  p          that probability
  log ratio  1 says twice as frequent in A, -1 in B; a count of 0 is taken for 0.5
  %DIFF      by how many per cent more frequent in A than in B
  docs       documents that have it, of those in A and in B: a word of one document
             is its subject rather than a habit of the collection

A phrase occurs twice or more, and counts where it begins and ends with words;
those that stand in longer phrases only are left out.

Then come the passages that both have, the longest first, with their places in
bytes of the files. Marks and spaces may differ. What stands in many documents is
listed once; a part of a longer passage is listed too where B has it without the
rest. A passage begins and ends with words.

With -csv DIR, every number is written to words.csv, phrases.csv and passages.csv
(a line for each place) in DIR. The same files give the same output, for any
-workers.

Exit status: 0, or 1 if a document failed, or 2 if the call was wrong.

Flags, each with an example:
`

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// options are what the flags say.
type options struct {
	top      int
	minCount int
	minDocs  int
	minG2    float64
	minRunes int
	exact    bool
	csv      string
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var o options
	f := flag.NewFlagSet("compare", flag.ContinueOnError)
	f.IntVar(&o.top, "top", 15, "print the first `N` rows of each table and passages (compare -top 50 a/ b/)")
	f.IntVar(&o.minCount, "min-count", 3, "leave out what occurs fewer than `N` times in both together (compare -min-count 10 a/ b/)")
	f.IntVar(&o.minDocs, "min-docs", 1, "leave out what is in fewer than `N` documents of both together (compare -min-docs 5 a/ b/)")
	f.Float64Var(&o.minG2, "min-g2", 10.83, "leave out what has a G² below `X`: 3.84 for p < 0.05, 6.63 for 0.01, 10.83 for\n0.001 (compare -min-g2 6.63 a/ b/)")
	f.IntVar(&o.minRunes, "passage", 20, "find passages of at least `N` characters (compare -passage 12 a/ b/)")
	f.BoolVar(&o.exact, "exact", false, "passages have the same marks and spaces (compare -exact a/ b/)")
	f.StringVar(&o.csv, "csv", "", "write the tables to the folder `DIR` too (compare -csv out/ a/ b/)")
	common := desk.Flags(f)
	if code, done := desk.Parse(f, usage, args, stdout, stderr); done {
		return code
	}
	switch {
	case f.NArg() != 2:
		return desk.Misused(f, stderr, "two files or folders are compared, not %d", f.NArg())
	case f.Arg(0) == "-" && f.Arg(1) == "-":
		return desk.Misused(f, stderr, "only one of the two can be standard input")
	case o.top < 0 || o.minCount < 1 || o.minDocs < 1 || !(o.minG2 >= 0):
		return desk.Misused(f, stderr, "-top and -min-g2 are 0 or more, -min-count and -min-docs 1 or more")
	case o.minRunes < 4 || o.minRunes > 1000:
		return desk.Misused(f, stderr, "-passage %d: the number is from 4 to 1000", o.minRunes)
	}
	fail := func(code int, err error) int {
		fmt.Fprintln(stderr, "compare:", err)
		return code
	}
	analyzer, err := common.Open()
	if err != nil {
		return fail(desk.Wrong, err)
	}
	bar := desk.Progress(stderr, !common.Quiet, desk.Count(f.Args()))
	c := newComparison(o, analyzer, bar.Add, func(err error) {
		bar.Clear()
		fmt.Fprintln(stderr, "compare:", err)
	})
	if err := c.read(ctx, stdin, f.Arg(0), f.Arg(1)); err != nil {
		bar.Clear()
		return fail(desk.Failed, err)
	}
	bar.Clear()
	if err := c.write(stdout); err != nil {
		return fail(desk.Failed, fmt.Errorf("writing the output: %w", err))
	}
	if c.failed > 0 {
		return fail(desk.Failed, fmt.Errorf("%d of %d documents failed", c.failed, desk.Count(f.Args())))
	}
	return desk.OK
}
