// Report writes one page about a policy article: its text with what was found in
// it marked, and lists, charts and links beside it. See -h.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/tifa-go/tifa/examples/internal/desk"
)

const usage = `Report writes an HTML page about one Chinese policy article: the text with its
keywords, phrases, numeral slogans and cited documents marked, the sections with
their keywords, a summary, charts and a word cloud. Rest the pointer on a mark and
the page says what it is and why; a phrase in a list links to its places.

Usage: report [flags] [FILE | -]

FILE is a text or a page (.html), in UTF-8, GBK or another encoding, perhaps with
.gz. - is standard input, and so is no argument at all.

The page is one file and loads nothing, from wherever it is opened. Whatever the
text has, scripts and markup too, is shown as text. Without JavaScript it has all
but the details at the pointer and the walk from place to place.

-csv DIR writes every number of the page, and more, as tables: keywords.csv,
phrases.csv, features.csv (what a score is made of), numerals.csv, cited.csv,
sections.csv, summary.csv and places.csv. start and end are byte offsets into the
text, end exclusive.

Exit status: 0, or 1 if the article or the output failed, or 2 if the call was wrong.

Flags, each with an example:
`

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// options are what the flags say.
type options struct {
	out, title, csv                       string
	keywords, phrases, sentences, section int
	bom                                   bool
	common                                desk.Common
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var o options
	f := flag.NewFlagSet("report", flag.ContinueOnError)
	f.StringVar(&o.out, "o", "", "write the page to `FILE` instead of standard output (report -o a.html a.txt)")
	f.StringVar(&o.title, "title", "", "take `TITLE` for the article's, in place of the one in the text\n(report -title 政府工作报告 a.txt)")
	f.StringVar(&o.csv, "csv", "", "write the tables into the folder `DIR`, which is made if need be\n(report -csv tables -o a.html a.txt)")
	f.BoolVar(&o.bom, "bom", false, "begin each table with a byte order mark, which Excel needs (report -bom -csv tables a.txt)")
	f.IntVar(&o.keywords, "keywords", 20, "mark and list at most `N` keywords (report -keywords 40 a.txt)")
	f.IntVar(&o.phrases, "phrases", 30, "mark and list at most `N` phrases (report -phrases 60 a.txt)")
	f.IntVar(&o.section, "section-keywords", 4, "list at most `N` keywords of each section (report -section-keywords 8 a.txt)")
	f.IntVar(&o.sentences, "sentences", 5, "summarise in at most `N` sentences (report -sentences 8 a.txt)")
	f.StringVar(&o.common.Lexicon, "lexicon", "", "keep the words in `FILE` whole: a line each, word [tag] [frequency]\n(report -lexicon terms.txt a.txt)")
	if code, done := desk.Parse(f, usage, args, stdout, stderr); done {
		return code
	}
	switch {
	case desk.Count(f.Args()) != 1:
		return desk.Misused(f, stderr, "a page is about one article, and %d are named", desk.Count(f.Args()))
	case sameFile(o.out, f.Arg(0)):
		return desk.Misused(f, stderr, "-o names the article itself")
	case min(o.keywords, o.phrases, o.section) < 0 || o.sentences < 1:
		return desk.Misused(f, stderr, "a number of keywords or phrases is negative, or there is no sentence for a summary")
	}
	if err := report(ctx, o, f.Args(), stdin, stdout); err != nil {
		fmt.Fprintf(stderr, "report: %v\n", err)
		return desk.Failed
	}
	return desk.OK
}

// report writes the page, and the tables where they are asked for. Nothing is
// written before the article has been read.
func report(ctx context.Context, o options, args []string, stdin io.Reader, stdout io.Writer) error {
	a, err := o.common.Open()
	if err != nil {
		return err
	}
	for src, err := range desk.Sources(args, stdin) { // one
		if err != nil {
			return err
		}
		src.Title = o.title
		found, err := o.find(ctx, a, src)
		if err != nil {
			return err
		}
		var page bytes.Buffer
		if err := writePage(&page, found); err != nil {
			return err
		}
		if o.csv != "" {
			if err := writeTables(o.csv, o.bom, found); err != nil {
				return err
			}
		}
		if o.out != "" {
			return os.WriteFile(o.out, page.Bytes(), 0o644)
		}
		_, err = stdout.Write(page.Bytes())
		return err
	}
	return nil
}

// sameFile reports whether two names are of one file.
func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}
