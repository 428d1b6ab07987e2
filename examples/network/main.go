// Network draws which keywords of documents occur together, and writes the
// network for Gephi and VOSviewer. See -h.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/desk"
	"github.com/tifa-go/tifa/examples/internal/draw"
	"github.com/tifa-go/tifa/keywords"
)

const usage = `Network finds which keywords and phrases of documents occur together, and in which
communities.

Usage: network [flags] FILE | DIR …

The terms are the best keywords of all documents: each document gives its keywords
their scores, as shares of its highest, and the -nodes with the highest sums are
the terms; or they are those in the file of -terms. Two terms occur together if
the same -unit of text has both. The documents are read twice.

A pair weighs by how it attracts, not by how often it occurs: a, b and n are the
units that have one term, the other, and both, of N.

  ochiai   n / √(a·b)             jaccard  n / (a + b − n)
  pmi      log₂(n·N / (a·b))      npmi     pmi / −log₂(n / N)
  count    n

So that the network can be read, each term keeps its -edges strongest pairs, and
those pairs for which it is among the strongest of the other. Communities are
those of the highest modularity (Blondel et al. 2008). -o DIR writes

  network.png, network.svg            the picture
  network.gexf, network.graphml       for Gephi, Cytoscape, NetworkX
  nodes.csv, edges.csv                the same as tables, for Gephi
  vosviewer_map.txt, vosviewer_network.txt
                                      for VOSviewer, which weighs counts itself
  pairs.csv                           all pairs, those that were left out too

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
	if err := o.check(f); err != nil {
		return desk.Misused(f, stderr, "%v", err)
	}
	fonts, err := draw.Open(o.font)
	if err != nil {
		return desk.Misused(f, stderr, "-font: %v", err)
	}
	fail := func(code int, err error) int {
		fmt.Fprintln(stderr, "network:", err)
		return code
	}
	// The first reading chooses the terms, the second counts them.
	terms, code := newTerms(o.nodes), desk.OK
	if o.terms != "" {
		if err := terms.readFile(o.terms); err != nil {
			return fail(desk.Wrong, err)
		}
	} else {
		extractor := keywords.Extractor{}
		code = o.common.Each(ctx, f, stdin, stderr, func(doc *analysis.Document) error {
			found, err := extractor.Extract(ctx, doc, o.keywords)
			terms.add(found)
			return err
		})
	}
	if code == desk.Wrong || ctx.Err() != nil {
		return code
	}
	unit := units[slices.IndexFunc(units, func(u keywords.Unit) bool { return u.String() == o.unit })]
	labels, keys := terms.best()
	counts, err := keywords.NewCooccurrence(keys, unit)
	if err != nil {
		return fail(desk.Wrong, err)
	}
	messages := stderr
	if o.terms == "" {
		messages = io.Discard // what fails has been told
	}
	again := o.common.Each(ctx, f, stdin, messages, func(doc *analysis.Document) error {
		counts.Add(doc)
		return nil
	})
	if o.terms != "" {
		code = again
	} else if again != code {
		return fail(desk.Failed, errors.New("the documents changed while they were read"))
	}
	if code == desk.Wrong || ctx.Err() != nil {
		return code
	}
	n, err := o.network(counts, labels)
	if err != nil {
		return fail(desk.Failed, err)
	}
	n.print(stdout, o.top)
	if o.out == "" {
		return code
	}
	if err := n.save(o.out, fonts); err != nil {
		return fail(desk.Failed, fmt.Errorf("writing the output: %w", err))
	}
	if missing := fonts.Missing(); len(missing) > 0 {
		fmt.Fprintf(stderr, "network: no font has %q; 〓 stands for it in the picture, and -font takes another font\n", string(missing))
	}
	return code
}
