// Network draws which keywords of documents occur together, and writes the
// network for Gephi and VOSviewer. See -h.
package main

import (
	"context"
	"errors"
	"flag"
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

// options are what the flags say.
type options struct {
	common                             *desk.Common
	out, font, unit, weight, terms     string
	nodes, keywords, edges, least, top int
	min, resolution                    float64
	seed                               uint64
}

var (
	units   = []keywords.Unit{keywords.SentenceUnit, keywords.ParagraphUnit, keywords.DocumentUnit}
	weights = map[string]func(keywords.Pair) float64{
		"count":   func(p keywords.Pair) float64 { return float64(p.Count) },
		"ochiai":  func(p keywords.Pair) float64 { return p.Ochiai },
		"jaccard": func(p keywords.Pair) float64 { return p.Jaccard },
		"pmi":     func(p keywords.Pair) float64 { return p.PMI },
		"npmi":    func(p keywords.Pair) float64 { return p.NPMI },
	}
)

func flags(o *options) *flag.FlagSet {
	f := flag.NewFlagSet("network", flag.ContinueOnError)
	o.common = desk.Flags(f)
	f.StringVar(&o.out, "o", "", "write the network to the folder `DIR` (network -o out reports/)")
	f.StringVar(&o.font, "font", "", "write the picture with the font in `FILE`, where it has a character\n(network -font NotoSansCJK-Regular.ttc -o out reports/)")
	f.StringVar(&o.unit, "unit", "sentence", "terms occur together in a `UNIT`: sentence, paragraph, document\n(network -unit paragraph reports/)")
	f.StringVar(&o.weight, "weight", "ochiai", "weigh pairs by `METHOD`: ochiai, jaccard, pmi, npmi, count (network -weight npmi reports/)")
	f.StringVar(&o.terms, "terms", "", "take the terms from `FILE`, one a line (network -terms thesaurus.txt reports/)")
	f.IntVar(&o.nodes, "nodes", 60, fmt.Sprintf("take `N` terms, at most %d (network -nodes 100 reports/)", maxNodes))
	f.IntVar(&o.keywords, "keywords", 100, "take at most `N` keywords of a document (network -keywords 20 reports/)")
	f.IntVar(&o.edges, "edges", 3, "keep the `N` strongest pairs of each term (network -edges 5 reports/)")
	f.IntVar(&o.least, "min-count", 2, "leave out pairs that less than `N` units have (network -min-count 5 reports/)")
	f.Float64Var(&o.min, "min", 0, "leave out pairs that weigh `WEIGHT` or less, 0 or more (network -min 0.1 reports/)")
	f.Float64Var(&o.resolution, "resolution", 1, "more than 1 makes more communities, less makes fewer: `GAMMA` of modularity\n(network -resolution 1.5 reports/)")
	f.Uint64Var(&o.seed, "seed", 1, "begin the search for communities and places with `SEED` (network -seed 7 reports/)")
	f.IntVar(&o.top, "top", 10, "list `N` terms of each community (network -top 20 reports/)")
	return f
}

// maxNodes is how many terms a picture has room for.
const maxNodes = 500

func (o *options) check(f *flag.FlagSet) error {
	switch {
	case f.NArg() == 0 || slices.Contains(f.Args(), "-"):
		return errors.New("give files or folders, which are read twice, as standard input cannot be")
	case o.nodes < 2 || o.nodes > maxNodes:
		return fmt.Errorf("-nodes %d: the number is from 2 to %d", o.nodes, maxNodes)
	case o.keywords < 1 || o.edges < 1 || o.least < 1 || o.top < 1:
		return errors.New("-keywords, -edges, -min-count and -top are 1 or more")
	case weights[o.weight] == nil:
		return fmt.Errorf("-weight %s: the method is ochiai, jaccard, pmi, npmi or count", o.weight)
	case !(o.min >= 0) || !(o.resolution > 0):
		return errors.New("-min is 0 or more, and -resolution more than 0")
	case !slices.ContainsFunc(units, func(u keywords.Unit) bool { return u.String() == o.unit }):
		return fmt.Errorf("-unit %s: the unit is sentence, paragraph or document", o.unit)
	}
	return nil
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
