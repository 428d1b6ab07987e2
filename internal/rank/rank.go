// Package rank computes PageRank (Brin & Page 1998) on weighted graphs, directed
// and undirected: stored ones, and those that are known only by what their
// matrix does to a vector.
//
// The same input gives the same scores, bit for bit, and the number of steps
// is bounded beforehand. Errors carry no prefix: the package that the options
// come from adds its own.
package rank

import (
	"context"
	"errors"
	"fmt"
	"math"
)

// The defaults of [Options]. Damping is Brin & Page's, and that of both
// TextRank and LexRank. A tolerance of 1e-6 leaves the scores off by at
// most 6e-6 in all, while one of 1,000 nodes is 1e-3 on average: enough to rank
// by, at two thirds of the steps that 1e-8 takes.
const (
	DefaultDamping   = 0.85
	DefaultTolerance = 1e-6
)

// Options say how to compute PageRank. Zero fields mean the defaults in
// brackets.
type Options struct {
	Damping   float64   // share of its score that a node hands on, between 0 and 1 [0.85]
	Tolerance float64   // stop when the scores change by less in all (1-norm) [1e-6]
	Teleport  []float64 // for each node, its part in what is not handed on along edges [all alike]
}

// PageRank returns the stationary scores of a random walk on the graph whose
// matrix of edge weights is A, A[i][j] being that of the edge from j to i:
//
//	p = d·(A·(p/out) + lost·t) + (1-d)·t
//
// d is the damping, t the teleport vector scaled to sum 1, out[i] the sum of
// the weights of the edges that leave node i, and lost what nodes without such
// an edge hold. mul must set dst to A·x; dst and x do not overlap. Scores are at
// least 0 and sum to 1; without nodes there are none.
//
// The walk starts with equal scores. From one step to the next the change
// shrinks by the factor d at least, and the first is 2 at most, so it ends
// after ⌈ln(tolerance/2)/ln d⌉+1 steps or earlier. ctx is looked at before
// each.
func PageRank(ctx context.Context, out []float64, mul func(dst, x []float64), o Options) ([]float64, error) {
	n := len(out)
	o, err := o.check(n)
	if err != nil {
		return nil, err
	}
	for i, w := range out {
		if !(w >= 0 && w <= math.MaxFloat64) {
			return nil, fmt.Errorf("the edges of node %d weigh %v in all", i, w)
		}
	}
	p, next, handed := make([]float64, n), make([]float64, n), make([]float64, n)
	inverse := make([]float64, n) // of out, 0 for a node without an edge
	var isolated []int
	for i, w := range out {
		p[i] = 1 / float64(n)
		if w > 0 {
			inverse[i] = 1 / w
		} else {
			isolated = append(isolated, i)
		}
	}
	for range o.steps() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		lost := 0.0
		for i, v := range inverse {
			handed[i] = p[i] * v
		}
		for _, i := range isolated {
			lost += p[i]
		}
		mul(next, handed)
		jump, change := 1-o.Damping+o.Damping*lost, 0.0
		for i, x := range next {
			x = o.Damping*x + jump*o.Teleport[i]
			next[i] = x
			change += math.Abs(x - p[i])
		}
		if math.IsNaN(change) || math.IsInf(change, 0) {
			return nil, errors.New("the weights of the edges are too small or too far apart for float64")
		}
		p, next = next, p
		if change < o.Tolerance {
			break
		}
	}
	scale(p)
	return p, nil
}

// check returns the options with the defaults in place and Teleport scaled to
// sum 1.
func (o Options) check(n int) (Options, error) {
	if o.Damping == 0 {
		o.Damping = DefaultDamping
	}
	if o.Tolerance == 0 {
		o.Tolerance = DefaultTolerance
	}
	if !(o.Damping > 0 && o.Damping < 1) {
		return o, fmt.Errorf("the damping %v is not between 0 and 1", o.Damping)
	}
	if !(o.Tolerance > 0 && o.Tolerance <= math.MaxFloat64) {
		return o, fmt.Errorf("the tolerance %v is not a positive number", o.Tolerance)
	}
	t := make([]float64, n)
	if o.Teleport == nil {
		for i := range t {
			t[i] = 1 / float64(n)
		}
		o.Teleport = t
		return o, nil
	}
	if len(o.Teleport) != n {
		return o, fmt.Errorf("the teleport vector has %d weights for %d nodes", len(o.Teleport), n)
	}
	most := 0.0
	for i, w := range o.Teleport {
		if !(w >= 0 && w <= math.MaxFloat64) {
			return o, fmt.Errorf("the teleport weight of node %d is %v", i, w)
		}
		most = max(most, w)
	}
	if most == 0 && n > 0 {
		return o, errors.New("the teleport vector is zero")
	}
	for i, w := range o.Teleport {
		t[i] = w / most // so that the sum cannot overflow
	}
	scale(t)
	o.Teleport = t
	return o, nil
}

// steps returns the number of steps after which the change is certainly below
// the tolerance.
func (o Options) steps() int {
	return max(int(math.Ceil(math.Log(o.Tolerance/2)/math.Log(o.Damping))), 0) + 1
}

// scale makes x sum to 1.
func scale(x []float64) {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	for i := range x {
		x[i] /= sum
	}
}
