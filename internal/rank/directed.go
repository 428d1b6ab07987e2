package rank

import (
	"context"
	"fmt"
	"math"
)

// A Directed graph has weighted edges in one direction each, in compressed
// sparse rows of the edges that enter a node. It is never changed, so any
// number of goroutines may share it.
type Directed struct {
	rows Graph     // of the edges into node i, where they come from
	out  []float64 // sum of the weights of the edges that leave each node
}

// NewDirected returns the graph of n nodes with an edge from U to V for each
// in the list. The weights of repeated edges add up, in the order of the list.
// It takes time and memory linear in nodes and edges.
func NewDirected(n int, edges []Edge) (*Directed, error) {
	first, err := degrees(n, edges, false)
	if err != nil {
		return nil, err
	}
	g := &Directed{
		rows: Graph{first: first, to: make([]int32, len(edges)), weights: make([]float64, len(edges))},
		out:  make([]float64, n),
	}
	at := append([]int(nil), first...)
	for _, e := range edges {
		g.rows.set(at, e.V, e.U, e.Weight)
		g.out[e.U] += e.Weight
	}
	for i, w := range g.out {
		if w > math.MaxFloat64 {
			return nil, fmt.Errorf("the edges of node %d weigh more than a float64 can hold", i)
		}
	}
	return g, nil
}

// PageRank returns the score of each node; see the function [PageRank]. A node
// that no edge leaves is one without an edge there.
func (g *Directed) PageRank(ctx context.Context, o Options) ([]float64, error) {
	return PageRank(ctx, g.out, g.rows.mul, o)
}
