// Kwic writes a concordance: each place where words or phrases stand in policy
// texts, with what stands around it. See -h.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/desk"
)

const usage = `Kwic writes a concordance: each place where words or phrases stand, in context.

Usage: kwic -q QUERY [-q QUERY]… [flags] [FILE | DIR | -]…

FILE is a text or a page (.html), in UTF-8, GBK or another encoding, perhaps with
.gz, one document a file, whose id is the file's name without these endings. DIR
stands for all such files in it and below, in order of their names, without hidden
ones. - is standard input, and so is no argument at all.

A query stands where it begins and ends at the borders of words: 创新发展理念 does
not count for 新发展理念, while 数字青阳建设 does for 数字青阳, unless -not says
otherwise. Blanks, quotation marks, the width of signs and the case of letters
make no difference. Page furniture is left out.

  -o text    aligned columns: document, left context, query, right context
  -o csv     query,document,start,end,section,left,match,right; start and end are
             byte offsets into the text
  -o html    a page that loads nothing
  -o counts  query,document,hits,words,per_million as CSV: how often each query
             stands in each document, 0 too; words are those of the document,
             numbers and Latin words too, without punctuation

Memory grows with the hits and not with the texts.

Exit status: 0, or 1 if a document failed, or 2 if the call was wrong.

Flags, each with an example:
`

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// options are what the flags say.
type options struct {
	concordance analysis.Concordance
	list        string
	sort        string
	output      string
	bom         bool
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var o options
	c := &o.concordance
	f := flag.NewFlagSet("kwic", flag.ContinueOnError)
	f.Func("q", "look for `QUERY`, a word or a phrase; may be given several times\n(kwic -q 新发展理念 -q 高质量发展 reports/)", appendTo(&c.Queries))
	f.StringVar(&o.list, "queries", "", "look for the queries in `FILE` too, one a line (kwic -queries terms.txt reports/)")
	f.Func("not", "leave out what stands inside `WORDING`; may be given several times\n(kwic -q 数字青阳 -not 数字青阳建设 reports/)", appendTo(&c.Except))
	f.IntVar(&c.Runes, "context", 20, "show `N` characters on either side (kwic -context 40 -q 一网通办 a.txt)")
	f.IntVar(&c.Sentences, "sentences", 0, "show `N` sentences in place of characters: 1 is that of the query, 2 also the one\nbefore and the one after (kwic -sentences 1 -q 一网通办 a.txt)")
	f.StringVar(&o.sort, "sort", "text", "sort the places of a query by `ORDER`: text, left or right, outwards from the query\nby pinyin (kwic -sort right -q 推动 reports/)")
	f.StringVar(&o.output, "o", "text", "output `FORMAT`: text, csv, html or counts (kwic -o csv -q 一网通办 a.txt >hits.csv)")
	f.BoolVar(&o.bom, "bom", false, "begin CSV with a byte order mark, which Excel needs (kwic -bom -o csv -q 一网通办 a.txt)")
	common := desk.Flags(f)
	if code, done := desk.Parse(f, usage, args, stdout, stderr); done {
		return code
	}
	if wrong := o.check(); wrong != nil {
		return desk.Misused(f, stderr, "%v", wrong)
	}

	found := &findings{queries: c.Queries}
	code := common.Each(ctx, f, stdin, stderr, func(doc *analysis.Document) error {
		hits, err := c.Find(ctx, doc)
		if err == nil {
			found.add(doc, hits)
		}
		return err
	})
	if code == desk.Wrong || len(found.documents) == 0 {
		return code
	}
	found.sort(o.sort)
	out := bufio.NewWriter(stdout)
	if err := errors.Join(found.write(out, o.output, o.bom), out.Flush()); err != nil {
		fmt.Fprintln(stderr, "kwic: writing the output:", err)
		return desk.Failed
	}
	return code
}

func appendTo(list *[]string) func(string) error {
	return func(s string) error {
		if analysis.Key(s) == "" {
			return errors.New("there is no character to look for")
		}
		*list = append(*list, s)
		return nil
	}
}

// check reads the list of queries and returns what is wrong with the call.
func (o *options) check() error {
	c := &o.concordance
	if o.list != "" {
		data, err := os.ReadFile(o.list)
		if err != nil {
			return err
		}
		for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
			if line = strings.TrimSpace(line); analysis.Key(line) != "" {
				c.Queries = append(c.Queries, line)
			}
		}
	}
	switch {
	case len(c.Queries) == 0:
		return errors.New("there is no query; -q QUERY gives one")
	case c.Runes < 1 || c.Sentences < 0:
		return errors.New("-context is 1 or more, and -sentences 0 or more")
	case !strings.Contains(" text left right ", " "+o.sort+" "):
		return fmt.Errorf("-sort %s: the order is text, left or right", o.sort)
	case !strings.Contains(" text csv html counts ", " "+o.output+" "):
		return fmt.Errorf("-o %s: the output is text, csv, html or counts", o.output)
	}
	return nil
}
