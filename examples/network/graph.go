package main

import (
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/simple"
)

// ordered is a gonum graph whose nodes, 0 to n−1, and edges come in the same order
// each time, as those of gonum's own do not: what is random in gonum's methods
// then depends on the seed alone.
type ordered struct {
	nodes []graph.Node
	from  [][]graph.Node // of each node, ascending
	w     map[[2]int64]float64
}

var _ graph.WeightedUndirected = (*ordered)(nil)

func newOrdered(n int) *ordered {
	g := &ordered{from: make([][]graph.Node, n), w: make(map[[2]int64]float64)}
	for i := range n {
		g.nodes = append(g.nodes, simple.Node(i))
	}
	return g
}

// graph returns the network as a graph.
func (n *network) graph() *ordered {
	g := newOrdered(len(n.nodes))
	for _, e := range n.edges {
		g.join(e.a, e.b, e.weight)
	}
	return g
}

// join adds an edge between two different nodes that have none yet.
func (g *ordered) join(a, b int, w float64) {
	insert := func(from, to int) {
		at, _ := slices.BinarySearchFunc(g.from[from], int64(to), func(x graph.Node, id int64) int { return int(x.ID() - id) })
		g.from[from] = slices.Insert(g.from[from], at, g.nodes[to])
	}
	insert(a, b)
	insert(b, a)
	g.w[[2]int64{int64(min(a, b)), int64(max(a, b))}] = w
}

func (g *ordered) Node(id int64) graph.Node { return g.nodes[id] }
func (g *ordered) Nodes() graph.Nodes       { return iterator.NewOrderedNodes(g.nodes) }
func (g *ordered) From(id int64) graph.Nodes {
	return iterator.NewOrderedNodes(g.from[id])
}

func (g *ordered) HasEdgeBetween(x, y int64) bool {
	_, ok := g.w[[2]int64{min(x, y), max(x, y)}]
	return ok
}

func (g *ordered) Edge(x, y int64) graph.Edge { return g.EdgeBetween(x, y) }
func (g *ordered) EdgeBetween(x, y int64) graph.Edge {
	if e := g.WeightedEdgeBetween(x, y); e != nil {
		return e
	}
	return nil
}

func (g *ordered) WeightedEdge(x, y int64) graph.WeightedEdge { return g.WeightedEdgeBetween(x, y) }
func (g *ordered) WeightedEdgeBetween(x, y int64) graph.WeightedEdge {
	w, ok := g.Weight(x, y)
	if !ok || x == y {
		return nil
	}
	return simple.WeightedEdge{F: g.nodes[x], T: g.nodes[y], W: w}
}

// Weight returns the weight of an edge; a node has none with itself, but is 0
// away.
func (g *ordered) Weight(x, y int64) (float64, bool) {
	if x == y {
		return 0, true
	}
	w, ok := g.w[[2]int64{min(x, y), max(x, y)}]
	return w, ok
}

// strength returns the sum of the weights of a node's edges.
func (g *ordered) strength(id int64) (sum float64) {
	for _, x := range g.from[id] {
		w, _ := g.Weight(id, x.ID())
		sum += w
	}
	return sum
}
