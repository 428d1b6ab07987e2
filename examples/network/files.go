package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/tifa-go/tifa/examples/internal/draw"
	"github.com/tifa-go/tifa/examples/internal/graph"
	"github.com/tifa-go/tifa/keywords"
)

// save writes all files to a folder, which it makes if there is none.
func (n *network) save(dir string, fonts *draw.Fonts) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	width, height, err := n.arrange(fonts)
	if err != nil {
		return err
	}
	g := n.export()
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"network.gexf", g.WriteGEXF}, {"network.graphml", g.WriteGraphML},
		{"nodes.csv", g.WriteNodesCSV}, {"edges.csv", g.WriteEdgesCSV}, {"pairs.csv", n.writePairs},
		{"vosviewer_map.txt", n.writeMap}, {"vosviewer_network.txt", n.writeLinks},
	} {
		if err := writeFile(filepath.Join(dir, f.name), f.write); err != nil {
			return err
		}
	}
	return n.draw(filepath.Join(dir, "network"), fonts, width, height)
}

func writeFile(name string, write func(io.Writer) error) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	b := bufio.NewWriter(f)
	return errors.Join(write(b), b.Flush())
}

// export returns the network as a graph to be written.
func (n *network) export() *graph.Graph {
	g := &graph.Graph{
		Description: fmt.Sprintf("Terms of %d %ss, by %s", n.counts.Units(), n.unit, n.method),
		NodeAttributes: []graph.Attribute{
			{Name: "count", Type: graph.Integer}, {Name: "degree", Type: graph.Integer},
			{Name: "community", Type: graph.Integer}, {Name: "x", Type: graph.Real}, {Name: "y", Type: graph.Real}, {Name: "size", Type: graph.Real},
			{Name: "r", Type: graph.Integer}, {Name: "g", Type: graph.Integer}, {Name: "b", Type: graph.Integer},
		},
		EdgeAttributes: []graph.Attribute{
			{Name: "count", Type: graph.Integer}, {Name: "ochiai", Type: graph.Real},
			{Name: "jaccard", Type: graph.Real}, {Name: "pmi", Type: graph.Real}, {Name: "npmi", Type: graph.Real},
		},
	}
	for _, x := range n.nodes {
		c := communityColour(x.community)
		g.Nodes = append(g.Nodes, graph.Node{
			ID: x.label, Values: []any{x.count, x.degree, x.community, x.x, x.y, x.size, int(c.R), int(c.G), int(c.B)},
		})
	}
	for _, e := range n.edges {
		p := e.pair
		g.Edges = append(g.Edges, graph.Edge{
			Source: e.a, Target: e.b, Weight: e.weight, Values: []any{p.Count, p.Ochiai, p.Jaccard, p.PMI, p.NPMI},
		})
	}
	return g
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', 6, 64) }

// writePairs writes all pairs with all weights.
func (n *network) writePairs(w io.Writer) error {
	c := csv.NewWriter(w)
	c.Write(strings.Fields("a b count count_a count_b units ochiai jaccard pmi npmi kept"))
	kept := make(map[keywords.Pair]bool, len(n.edges))
	for _, e := range n.edges {
		kept[e.pair] = true
	}
	for _, p := range n.all {
		c.Write([]string{n.labels[p.A], n.labels[p.B], strconv.Itoa(p.Count),
			strconv.Itoa(n.counts.Count(p.A)), strconv.Itoa(n.counts.Count(p.B)), strconv.Itoa(n.counts.Units()),
			number(p.Ochiai), number(p.Jaccard), number(p.PMI), number(p.NPMI), strconv.FormatBool(kept[p])})
	}
	c.Flush()
	return c.Error()
}

// writeMap writes VOSviewer's map file: a line for each term, below the names of
// the columns, which are parted by tabs.
func (n *network) writeMap(w io.Writer) error {
	c := csv.NewWriter(w)
	c.Comma = '\t'
	c.Write([]string{"id", "label", "x", "y", "cluster", "weight<Occurrences>", "weight<Links>"})
	for i, x := range n.nodes {
		c.Write([]string{strconv.Itoa(i + 1), x.label, number(x.x), number(x.y),
			strconv.Itoa(x.community), strconv.Itoa(x.count), strconv.Itoa(x.degree)})
	}
	c.Flush()
	return c.Error()
}

// writeLinks writes VOSviewer's network file: two ids of the map and how many
// units have both, without names of columns. VOSviewer makes strengths of them
// itself.
func (n *network) writeLinks(w io.Writer) error {
	for _, e := range n.edges {
		if _, err := fmt.Fprintf(w, "%d\t%d\t%d\n", e.a+1, e.b+1, e.pair.Count); err != nil {
			return err
		}
	}
	return nil
}
