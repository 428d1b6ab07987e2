// Trends tells the life of formulations in a folder of dated documents: which are
// new, rising, falling, gone, revived. See -h.
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/desk"
	"github.com/tifa-go/tifa/examples/internal/draw"
	"github.com/tifa-go/tifa/keywords"
)

const usage = `Trends tells the life of formulations in dated documents: which are new, rising,
falling, gone, revived.

Usage: trends [flags] FILE | DIR …

Each document has a period: the first year, 1900 to 2099, in its file's name, or
what -date or -manifest say. Periods are in the order of their names, so 2016 and
2016-03 will do. A period without documents is none.

An absence is -gap periods or more without a phrase that chance does not account
for, by G² against the use at its sides. The lists, each with those phrases first whose
change is most certain and whose wording most fixed:

  gone     the last periods are an absence
  revived  there is an absence between two times of use
  new      the first periods are an absence, and the use began within the -recent
           last periods
  rising   more frequent in the -recent last periods than before
  falling  less frequent

All is by frequency in relation to length, and a phrase inside a longer one counts
for both. -o DIR writes

  lives.csv    a line for each phrase: its kind and what that rests on
  phrases.csv  a line for each phrase and period: what the picture shows
  changes.csv  the phrases that set each era of -eras off from the one before
  trends.png, trends.svg

The same input gives the same output, for any -workers. Exit status: 0, or 1 if a
document failed, or 2 if the call was wrong.

Flags, each with an example:
`

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var o options
	f := flags(&o)
	if code, done := desk.Parse(f, usage, args, stdout, stderr); done {
		return code
	}
	when, err := newDates(o.date, o.manifest)
	if err != nil {
		return desk.Misused(f, stderr, "%v", err)
	}
	fonts, err := draw.Open(o.font)
	if err != nil {
		return desk.Misused(f, stderr, "-font: %v", err)
	}
	if f.NArg() == 0 || o.phrases < 1 || o.top < 1 || o.minCount < 2 {
		return desk.Misused(f, stderr, "give files or folders, -phrases and -top of 1 or more, and a -min-count of 2 or more")
	}
	var counter keywords.PhraseCounter
	code := o.common.Each(ctx, f, stdin, stderr, func(doc *analysis.Document) error {
		period, err := when.of(doc.ID)
		if err != nil {
			return err
		}
		return counter.Add(doc, period)
	})
	if code == desk.Wrong || ctx.Err() != nil {
		return code
	}
	table, err := o.table(ctx, &counter)
	if err != nil {
		fmt.Fprintln(stderr, "trends:", err)
		return desk.Failed
	}
	r, err := o.report(table)
	if err != nil {
		fmt.Fprintln(stderr, "trends:", err)
		return desk.Wrong
	}
	r.print(stdout, o.top)
	if o.out == "" {
		return code
	}
	if err := r.save(o.out, fonts, o.top); err != nil {
		fmt.Fprintln(stderr, "trends: writing the output:", err)
		return desk.Failed
	}
	if missing := fonts.Missing(); len(missing) > 0 {
		fmt.Fprintf(stderr, "trends: no font has %q; 〓 stands for it in the pictures, and -font takes another font\n", string(missing))
	}
	return code
}
