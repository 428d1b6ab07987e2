// Cite tells which documents Chinese policy texts cite, and who cites whom. See
// -h.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/desk"
)

const usage = `Cite tells which documents Chinese policy texts cite, and who cites whom.

Usage: cite [flags] [FILE | DIR | -]…

FILE is a text or a page, DIR stands for those in it and below, and - for
standard input, as does no argument.

Cited are titles in 《》, with the number, the date and the short name that follow
(国发〔2016〕33号，以下简称《意见》), and numbers of documents and orders that stand
alone. A short name counts for the title from there on, and what has the same
title or number is one document in all texts. The issuing body is read from the
title or from the words before it. The kinds are

  document   laws, opinions, plans, reports, and other official documents
  work       books, newspapers, and whatever else stands in 《》
  form       licences and forms: 《营业执照》

The output, by -o:

  text       what is cited, what most documents cite first
  csv        the same as a table, a line for each citing and cited document
  mentions   a line for each place, in bytes of the file
  graphml, gexf
             the network for Gephi and other programs: an edge leads from a document
             to what it cites and weighs as much as there are mentions
  nodes, edges
             the network as two tables

A cited document is one of those read if it has the title, or the file name, of
just one of them. What a document says of itself is left out. It exits with 0, or 1 if a document failed, or 2 if the call
was wrong. The same files give the same output, for any -workers.

Flags, each with an example:
`

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	f := flag.NewFlagSet("cite", flag.ContinueOnError)
	output := f.String("o", "text", "write `FORMAT`: text, csv, mentions, graphml, gexf, nodes or edges\n(cite -o gexf texts/ >cited.gexf)")
	kinds := f.String("kinds", "document", "what is cited is of these `KINDS`, with commas: document, work, form\n(cite -kinds document,work texts/)")
	least := f.Int("min-docs", 1, "leave out what fewer than `N` documents cite (cite -min-docs 2 texts/)")
	inside := f.Bool("inside", false, "leave out what is not one of the documents read (cite -inside texts/)")
	common := desk.Flags(f)
	if code, done := desk.Parse(f, usage, args, stdout, stderr); done {
		return code
	}
	write := writers[*output]
	wanted, err := parseKinds(*kinds)
	switch {
	case write == nil:
		return desk.Misused(f, stderr, "-o %s: the output is text, csv, mentions, graphml, gexf, nodes or edges", *output)
	case err != nil:
		return desk.Misused(f, stderr, "-kinds %s: %v", *kinds, err)
	case *least < 1:
		return desk.Misused(f, stderr, "-min-docs %d: the number is 1 or more", *least)
	}
	n := network{quotes: *output == "mentions"}
	var all analysis.Bibliography
	code := common.Each(ctx, f, stdin, stderr, func(doc *analysis.Document) error {
		all.Add(doc)
		n.read(doc)
		return nil
	})
	n.ids = all.Documents()
	for _, c := range all.Cited() {
		c.By = slices.DeleteFunc(c.By, func(by analysis.CitedBy) bool { return by.Document == c.Document })
		if wanted[c.Kind] && len(c.By) >= *least && (c.Document >= 0 || !*inside) {
			n.cited = append(n.cited, c)
		}
	}
	if ctx.Err() != nil || len(n.ids) == 0 {
		return max(code, desk.Failed)
	}
	if err := write(&n, stdout); err != nil {
		fmt.Fprintln(stderr, "cite: writing the output:", err)
		return desk.Failed
	}
	return code
}
