package rank

import (
	"context"
	"fmt"
	"math"
)

// An Edge joins two different nodes: in both directions in a [Graph], from U to
// V in a [Directed] one. Nodes are numbered from 0.
type Edge struct {
	U, V   int32
	Weight float64 // at least 0
}

// A Graph is an undirected weighted graph, in compressed sparse rows: about 24
// bytes an edge. It is never changed, so any number of goroutines may share
// it.
type Graph struct {
	first   []int     // neighbours of node i: neighbours[first[i]:first[i+1]]
	to      []int32   // in ascending order
	weights []float64 // of the edges to them
	out     []float64 // sum of each node's weights
}

// NewGraph returns the graph of n nodes with the given edges. The weights of
// edges between the same two nodes add up, in the order of the list. It takes
// time and memory linear in nodes and edges.
func NewGraph(n int, edges []Edge) (*Graph, error) {
	first, err := degrees(n, edges, true)
	if err != nil {
		return nil, err
	}
	unsorted := Graph{first: first, to: make([]int32, 2*len(edges)), weights: make([]float64, 2*len(edges))}
	at := append([]int(nil), first...)
	for _, e := range edges {
		unsorted.set(at, e.U, e.V, e.Weight)
		unsorted.set(at, e.V, e.U, e.Weight)
	}
	// The transpose of a symmetric matrix is the matrix, with its columns
	// sorted; entries of the same row and column keep their order.
	g := &Graph{first: first, to: make([]int32, 2*len(edges)), weights: make([]float64, 2*len(edges))}
	copy(at, first)
	for u := range n {
		for k := first[u]; k < first[u+1]; k++ {
			g.set(at, unsorted.to[k], int32(u), unsorted.weights[k])
		}
	}
	g.merge()
	for i, w := range g.out {
		if w > math.MaxFloat64 {
			return nil, fmt.Errorf("the edges of node %d weigh more than a float64 can hold", i)
		}
	}
	return g, nil
}

// degrees checks the edges and returns where the row of each node begins among
// the rows of the edges that enter it, and leave it too where both is set.
func degrees(n int, edges []Edge, both bool) (first []int, err error) {
	if n < 0 || n > math.MaxInt32 {
		return nil, fmt.Errorf("a graph cannot have %d nodes", n)
	}
	first = make([]int, n+1)
	for i, e := range edges {
		switch {
		case e.U < 0 || e.V < 0 || int(e.U) >= n || int(e.V) >= n:
			return nil, fmt.Errorf("edge %d joins nodes %d and %d of %d", i, e.U, e.V, n)
		case e.U == e.V:
			return nil, fmt.Errorf("edge %d joins node %d to itself", i, e.U)
		case !(e.Weight >= 0 && e.Weight <= math.MaxFloat64):
			return nil, fmt.Errorf("edge %d weighs %v", i, e.Weight)
		}
		first[e.V+1]++
		if both {
			first[e.U+1]++
		}
	}
	for i := range n {
		first[i+1] += first[i]
	}
	return first, nil
}

// set writes the next entry of row u.
func (g *Graph) set(at []int, u, v int32, w float64) {
	g.to[at[u]], g.weights[at[u]] = v, w
	at[u]++
}

// merge adds up the entries of the same row and column, and the rows.
func (g *Graph) merge() {
	n := len(g.first) - 1
	g.out = make([]float64, n)
	first := make([]int, n+1)
	end := 0
	for u := range n {
		start := end
		for k := g.first[u]; k < g.first[u+1]; k++ {
			if end > start && g.to[end-1] == g.to[k] {
				g.weights[end-1] += g.weights[k]
			} else {
				g.to[end], g.weights[end] = g.to[k], g.weights[k]
				end++
			}
			g.out[u] += g.weights[k]
		}
		first[u+1] = end
	}
	g.first, g.to, g.weights = first, g.to[:end], g.weights[:end]
}

// PageRank returns the score of each node; see the function [PageRank].
func (g *Graph) PageRank(ctx context.Context, o Options) ([]float64, error) {
	return PageRank(ctx, g.out, g.mul, o)
}

// mul sets dst to the product of the graph's matrix and x.
func (g *Graph) mul(dst, x []float64) {
	for i := range dst {
		sum := 0.0
		to := g.to[g.first[i]:g.first[i+1]]
		weights := g.weights[g.first[i]:][:len(to)]
		for k, j := range to {
			sum += weights[k] * x[j]
		}
		dst[i] = sum
	}
}
