package main

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/graph/layout"
	"gonum.org/v1/gonum/graph/topo"
)

// place gives the nodes their places by gonum's form of the method of Eades
// (1984): pairs attract by their weight, all nodes repel each other. The picture
// is as wide, or as high, as there is room for the nodes; y is upwards.
func (n *network) place() error {
	g := n.graph()
	mean := 0.0
	for _, e := range n.edges {
		mean += e.weight / float64(len(n.edges))
	}
	pull := newOrdered(len(n.nodes))
	for _, e := range n.edges {
		pull.join(e.a, e.b, e.weight/mean)
	}
	// Parts that nothing joins would drift apart without end.
	parts := topo.ConnectedComponents(g)
	hubs := make([]int, len(parts))
	for i, part := range parts {
		hubs[i] = int(part[0].ID())
		for _, x := range part {
			if id := int(x.ID()); n.busier(id, hubs[i]) {
				hubs[i] = id
			}
		}
	}
	slices.SortFunc(hubs, func(a, b int) int {
		if n.busier(a, b) {
			return -1
		}
		return 1
	})
	for _, hub := range hubs[1:] {
		pull.join(hubs[0], hub, partPull)
	}
	strongest := 0.0 // pull on a node
	for i := range n.nodes {
		strongest = max(strongest, pull.strength(int64(i)))
	}
	eades := layout.EadesR2{Updates: updates, Repulsion: 1, Rate: rate / strongest, Theta: 0.1, Src: rand.NewPCG(n.seed, 1)}
	places := layout.NewOptimizerR2(pull, eades.Update)
	for places.Update() {
	}
	lowX, lowY, high := math.Inf(1), math.Inf(1), math.Inf(-1)
	for i := range n.nodes {
		p := places.Coord2(int64(i))
		if math.IsNaN(p.X) || math.IsNaN(p.Y) || math.IsInf(p.X, 0) || math.IsInf(p.Y, 0) {
			return errors.New("no places were found for the terms; another -seed may help")
		}
		n.nodes[i].x, n.nodes[i].y = p.X, p.Y
		lowX, lowY = min(lowX, p.X), min(lowY, p.Y)
	}
	for _, x := range n.nodes {
		high = max(high, x.x-lowX, x.y-lowY)
	}
	side := math.Sqrt(float64(len(n.nodes)))
	for i := range n.nodes {
		x := &n.nodes[i]
		x.x, x.y = roomWidth*side*(x.x-lowX)/high, roomHeight*side*(x.y-lowY)/high
	}
	return nil
}

const (
	updates  = 1000 // of the layout; by then nothing moves any more that one would see
	rate     = 0.2  // of the way to where the pairs of a node pull it: with more it may swing beyond
	partPull = 0.3  // of two parts, where a pair that weighs as the mean has 1
)

// busier reports whether a node has more pairs than another, or as many and comes
// before it.
func (n *network) busier(a, b int) bool {
	if n.nodes[a].degree != n.nodes[b].degree {
		return n.nodes[a].degree > n.nodes[b].degree
	}
	return a < b
}

// spread moves nodes apart whose labels and marks cover each other, the shorter
// way, until none do. Where there is no room for them, it makes more for all from
// time to time.
func spread(nodes []node) {
	for round := range 2000 {
		if round%50 == 49 {
			for i := range nodes {
				nodes[i].x, nodes[i].y = 1.1*nodes[i].x, 1.1*nodes[i].y
			}
		}
		moved := false
		for i := range nodes {
			for j := range nodes[:i] {
				a, b := &nodes[i], &nodes[j]
				dx := (a.width+b.width)/2 - math.Abs(a.x-b.x)
				dy := (a.height+b.height)/2 - math.Abs(a.y-b.y)
				if dx <= 1e-6 || dy <= 1e-6 {
					continue
				}
				moved = true
				if dx < dy {
					step := math.Copysign(dx/2, a.x-b.x)
					a.x, b.x = a.x+step, b.x-step
				} else {
					step := math.Copysign(dy/2, a.y-b.y)
					a.y, b.y = a.y+step, b.y-step
				}
			}
		}
		if !moved {
			return
		}
	}
}
