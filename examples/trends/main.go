// Trends tells the life of formulations in a folder of dated documents: which are
// new, rising, falling, gone, revived. See -h.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

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

// options are what the flags say.
type options struct {
	common                    *desk.Common
	date, manifest, out, font string
	eras, follow              string
	phrases, top, minCount    int
	lives                     keywords.Lives
}

func flags(o *options) *flag.FlagSet {
	f := flag.NewFlagSet("trends", flag.ContinueOnError)
	o.common = desk.Flags(f)
	f.StringVar(&o.date, "date", `(?:19|20)\d\d`, "the period is what the regular expression `RE` finds in a name, or its first group\n(trends -date '_(\\d{4}-\\d\\d)_' news/)")
	f.StringVar(&o.manifest, "manifest", "", "take periods from `FILE`, a table with tabs whose first line names the columns\nfile, or id, and year, or date (trends -manifest policy/manifest.tsv policy/)")
	f.StringVar(&o.out, "o", "", "write tables and pictures to the folder `DIR` (trends -o out reports/)")
	f.StringVar(&o.font, "font", "", "write the pictures with the font in `FILE`, where it has a character\n(trends -font NotoSansCJK-Regular.ttc -o out reports/)")
	f.StringVar(&o.eras, "eras", "", "compare the eras that begin with these `PERIODS` [the recent ones]\n(trends -eras 1978,1992,2003 -o out reports/)")
	f.StringVar(&o.follow, "follow", "", "tell the lives of these `PHRASES` only (trends -follow 三个代表,科学发展观 reports/)")
	f.IntVar(&o.phrases, "phrases", 2000, "tell the lives of the `N` best phrases (trends -phrases 10000 reports/)")
	f.IntVar(&o.top, "top", 8, "list and draw `N` phrases of each kind (trends -top 20 reports/)")
	f.IntVar(&o.minCount, "min-count", 3, "a phrase occurs `N` times or more in all (trends -min-count 10 reports/)")
	f.IntVar(&o.lives.MinDocuments, "min-docs", 2, "a time of use has `N` documents or more (trends -min-docs 3 reports/)")
	f.IntVar(&o.lives.Recent, "recent", 0, "the last `N` periods are recent [a fifth of all, 2 or more] (trends -recent 5 reports/)")
	f.IntVar(&o.lives.Gap, "gap", 0, "an absence has `N` periods or more [a tenth of all, 2 or more] (trends -gap 5 reports/)")
	f.Float64Var(&o.lives.MinG2, "min-g2", 10.83, "`G²` of a change or an absence (trends -min-g2 6.63 reports/)")
	f.Float64Var(&o.lives.MinLogRatio, "min-ratio", 1, "`LOG` to base 2 of how many times as frequent is rising or falling (trends -min-ratio 2 reports/)")
	return f
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

// table returns the phrases, or those to follow.
func (o *options) table(ctx context.Context, c *keywords.PhraseCounter) (*keywords.PhraseTable, error) {
	if o.follow != "" {
		return c.Given(strings.Split(o.follow, ",")...), nil
	}
	return c.Table(ctx, keywords.TableOptions{Phrases: keywords.Phrases{MinCount: o.minCount}, MinDocuments: o.lives.MinDocuments})
}

// report tells the lives of the phrases of a table.
func (o *options) report(t *keywords.PhraseTable) (*report, error) {
	lives, err := o.lives.Defaults(len(t.Groups))
	if err != nil {
		return nil, err
	}
	r := &report{table: t, lives: lives, eras: []string{t.Groups[len(t.Groups)-lives.Recent].Group}}
	if o.eras != "" {
		r.eras = strings.Split(o.eras, ",")
		slices.Sort(r.eras)
	}
	if o.follow == "" {
		r.phrases, err = lives.Phrases(t, o.phrases)
		return r, err
	}
	r.all = true
	for _, row := range t.Rows {
		life, err := lives.Of(t.Groups, row.Groups)
		if err != nil {
			return nil, err
		}
		r.phrases = append(r.phrases, keywords.LivedPhrase{PhraseRow: row, Life: life})
	}
	return r, nil
}

// save writes the tables and the pictures.
func (r *report) save(dir string, fonts *draw.Fonts, top int) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, rows := range map[string][][]string{"lives.csv": r.told(), "phrases.csv": r.tidy(), "changes.csv": r.changes()} {
		if err := writeCSV(filepath.Join(dir, name), rows); err != nil {
			return err
		}
	}
	return r.draw(filepath.Join(dir, "trends"), fonts, top)
}
