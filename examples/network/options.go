package main

import (
	"errors"
	"flag"
	"fmt"
	"slices"

	"github.com/tifa-go/tifa/examples/internal/desk"
	"github.com/tifa-go/tifa/keywords"
)

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
