package rank

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ranked is what graphs of both kinds can do.
type ranked interface {
	PageRank(context.Context, Options) ([]float64, error)
	Inflow([]float64, Options) (Inflow, error)
}

func inflow(t *testing.T, g ranked, o Options) ([]float64, Inflow) {
	t.Helper()
	p, err := g.PageRank(t.Context(), o)
	require.NoError(t, err)
	in, err := g.Inflow(p, o)
	require.NoError(t, err)
	return p, in
}

// The values solve the equations by hand; see TestPageRankByHand.
func TestInflowByHand(t *testing.T) {
	t.Parallel()
	graph := func(n int, edges ...Edge) ranked {
		g, err := NewGraph(n, edges)
		require.NoError(t, err)
		return g
	}
	directed, err := NewDirected(3, []Edge{{1, 0, 1}, {0, 1, 2}, {2, 1, 1}, {0, 1, 1}})
	require.NoError(t, err)
	half := Options{Damping: .5, Tolerance: 1e-13}
	for _, c := range []struct {
		name   string
		g      ranked
		o      Options
		node   int
		base   float64
		shares []Share
	}{
		{"a node without edges has all from the jump", graph(2), half, 0, .5, nil},
		{"a chain, weights 2 and 1", graph(3, Edge{0, 1, 2}, Edge{1, 2, 1}), half, 1,
			1. / 6, []Share{{0, 17. / 108}, {2, 13. / 108}}},
		{"at its end", graph(3, Edge{0, 1, 2}, Edge{1, 2, 1}), half, 0, 1. / 6, []Share{{1, 8. / 54}}},
		{"what an isolated node loses goes to all", graph(3, Edge{0, 1, 1}), half, 0, .2, []Share{{1, .2}}},
		{"teleport", graph(2, Edge{0, 1, 1}), Options{Damping: .5, Tolerance: 1e-13, Teleport: []float64{8, 0}}, 1,
			0, []Share{{0, 1. / 3}}},
		{"an edge without weight hands on nothing", graph(2, Edge{0, 1, 0}), half, 0, .5, []Share{{1, 0}}},
		// 7/18, 8/18 and 3/18.
		{"directed, a share for each edge", directed, half, 1, 1. / 6, []Share{{0, 7. / 54}, {2, 1. / 12}, {0, 7. / 108}}},
		{"directed, none that enter", directed, half, 2, 1. / 6, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, in := inflow(t, c.g, c.o)
			base, shares := in.Of(c.node)
			assert.InDelta(t, c.base, base, 1e-12)
			require.Len(t, shares, len(c.shares))
			for i, s := range c.shares {
				assert.Equal(t, s.From, shares[i].From)
				assert.InDelta(t, s.Value, shares[i].Value, 1e-12)
			}
		})
	}
}

// Whatever the tolerance leaves off, the parts add up.
func TestInflowAddsUp(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 2))
		n := 2 + r.IntN(60)
		edges := randomEdges(r, n, r.IntN(6*n))
		o := Options{Tolerance: []float64{0, .5, 1e-13}[seed%3]}
		graph, err := NewGraph(n, edges)
		require.NoError(t, err)
		directed, err := NewDirected(n, randomArcs(r, n, r.IntN(6*n)))
		require.NoError(t, err)
		for _, g := range []ranked{graph, directed} {
			p, in := inflow(t, g, o)
			for i := range p {
				sum, shares := in.Of(i)
				for _, s := range shares {
					sum += s.Value
				}
				assert.InDelta(t, p[i], sum, 1e-12, "seed %d, node %d", seed, i)
			}
		}
	}
}

func TestInflowErrors(t *testing.T) {
	t.Parallel()
	g, err := NewGraph(2, nil)
	require.NoError(t, err)
	_, err = g.Inflow([]float64{.5, .5}, Options{Damping: 2})
	assert.EqualError(t, err, "the damping 2 is not between 0 and 1")
}
