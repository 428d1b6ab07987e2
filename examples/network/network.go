package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"

	"github.com/tifa-go/tifa/keywords"
)

// A network is terms and the pairs of them that were kept.
type network struct {
	counts      *keywords.Cooccurrence
	unit        string
	method      string
	weight      func(keywords.Pair) float64
	all         []keywords.Pair // before the strongest were chosen; A and B are terms of counts
	labels      []string        // of the terms of counts
	nodes       []node          // terms that have a pair, in the order of counts
	edges       []edge
	communities int
	modularity  float64
	seed        uint64
}

// A node is a term that has a pair.
type node struct {
	term      int // of counts
	label     string
	count     int // units that have it
	degree    int // pairs
	community int // from 1 on, the largest first

	// Where and how large it is drawn, in points, y upwards.
	x, y, size, width, height float64
}

// An edge is a pair of nodes, by their indices.
type edge struct {
	a, b   int
	weight float64
	pair   keywords.Pair
}

// network returns the network of the counts.
func (o *options) network(counts *keywords.Cooccurrence, labels []string) (*network, error) {
	n := &network{counts: counts, unit: o.unit, method: o.weight, weight: weights[o.weight], labels: labels, seed: o.seed}
	for _, p := range counts.Pairs(o.least) {
		if n.weight(p) > o.min {
			n.all = append(n.all, p)
		}
	}
	if len(n.all) == 0 {
		return nil, fmt.Errorf("no two of %d terms occur together in %d units of text (%s) with a weight above %g; see -min-count and -min",
			len(labels), o.least, o.unit, o.min)
	}
	kept := keywords.StrongestPairs(n.all, o.edges, n.weight)
	index := make(map[int]int) // of nodes, by term
	for _, p := range kept {
		for _, t := range []int{p.A, p.B} {
			if _, ok := index[t]; !ok {
				index[t] = 0
				n.nodes = append(n.nodes, node{term: t, label: labels[t], count: counts.Count(t)})
			}
		}
	}
	slices.SortFunc(n.nodes, func(a, b node) int { return a.term - b.term })
	for i := range n.nodes {
		index[n.nodes[i].term] = i
	}
	for _, p := range kept {
		e := edge{a: index[p.A], b: index[p.B], weight: n.weight(p), pair: p}
		n.edges = append(n.edges, e)
		n.nodes[e.a].degree++
		n.nodes[e.b].degree++
	}
	return n, n.findCommunities(o.resolution)
}

// findCommunities finds the communities with the highest modularity, by gonum's
// form of the method of Louvain (Blondel et al. 2008).
func (n *network) findCommunities(resolution float64) error {
	g := n.graph()
	reduced := community.Modularize(g, resolution, rand.NewPCG(n.seed, 0))
	if reduced == nil {
		return errors.New("there are no communities")
	}
	found := reduced.Communities()
	for _, c := range found {
		slices.SortFunc(c, func(a, b graph.Node) int { return cmp.Compare(a.ID(), b.ID()) })
	}
	slices.SortFunc(found, func(a, b []graph.Node) int { return cmp.Or(len(b)-len(a), cmp.Compare(a[0].ID(), b[0].ID())) })
	for i, c := range found {
		for _, x := range c {
			n.nodes[x.ID()].community = i + 1
		}
	}
	n.communities, n.modularity = len(found), community.Q(g, found, resolution)
	return nil
}

// print writes the communities, each with its most frequent terms.
func (n *network) print(w io.Writer, top int) {
	fmt.Fprintf(w, "%d terms, %d of %d pairs (%s) in %d %ss, modularity %.2f\n",
		len(n.nodes), len(n.edges), len(n.all), n.method, n.counts.Units(), n.unit, n.modularity)
	if alone := len(n.labels) - len(n.nodes); alone > 0 {
		fmt.Fprintf(w, "%d terms have no pair and are left out\n", alone)
	}
	for c := 1; c <= n.communities; c++ {
		members := n.members(c)
		fmt.Fprintf(w, "\n%d  ", c)
		for i, x := range members[:min(top, len(members))] {
			if i > 0 {
				fmt.Fprint(w, "  ")
			}
			fmt.Fprintf(w, "%s ×%d", x.label, x.count)
		}
		if more := len(members) - top; more > 0 {
			fmt.Fprintf(w, "  and %d more", more)
		}
		fmt.Fprintln(w)
	}
	order := slices.Clone(n.edges)
	slices.SortStableFunc(order, func(a, b edge) int { return cmp.Compare(b.weight, a.weight) })
	fmt.Fprintln(w, "\nstrongest pairs")
	for _, e := range order[:min(top, len(order))] {
		fmt.Fprintf(w, "  %s %.2f ×%d\n", strings.Join([]string{n.nodes[e.a].label, n.nodes[e.b].label}, "–"), e.weight, e.pair.Count)
	}
}

// members returns the nodes of a community, the most frequent first.
func (n *network) members(c int) (out []node) {
	for _, x := range n.nodes {
		if x.community == c {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b node) int { return b.count - a.count })
	return out
}
