package rank

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
)

func scores(t testing.TB, n int, edges []Edge, o Options) []float64 {
	t.Helper()
	g, err := NewGraph(n, edges)
	require.NoError(t, err)
	p, err := g.PageRank(context.Background(), o)
	require.NoError(t, err)
	return p
}

// The expected scores solve the equations of [PageRank] by hand.
func TestPageRankByHand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		n     int
		edges []Edge
		o     Options
		want  []float64
	}{
		{"no node", 0, nil, Options{}, []float64{}},
		{"no node, teleport", 0, nil, Options{Teleport: []float64{}}, []float64{}},
		{"one node", 1, nil, Options{}, []float64{1}},
		{"nodes without edges share alike", 4, nil, Options{}, []float64{.25, .25, .25, .25}},
		{"default damping", 3, []Edge{{0, 1, 1}, {1, 2, 1}}, Options{Tolerance: 1e-13},
			[]float64{.475 / 1.85, .9 / 1.85, .475 / 1.85}},
		{"weights", 3, []Edge{{0, 1, 2}, {1, 2, 1}}, Options{Damping: .5, Tolerance: 1e-13},
			[]float64{17. / 54, 24. / 54, 13. / 54}},
		{"an isolated node hands its score to all", 3, []Edge{{0, 1, 1}}, Options{Damping: .5, Tolerance: 1e-13},
			[]float64{.4, .4, .2}},
		{"an edge of weight 0 is none", 3, []Edge{{0, 1, 1}, {1, 2, 0}}, Options{Damping: .5, Tolerance: 1e-13},
			[]float64{.4, .4, .2}},
		{"weights of repeated edges add up in both directions", 3, []Edge{{0, 1, .5}, {2, 1, 1}, {1, 0, 1}, {0, 1, .5}},
			Options{Damping: .5, Tolerance: 1e-13}, []float64{17. / 54, 24. / 54, 13. / 54}},
		{"teleport", 2, []Edge{{0, 1, 1}}, Options{Damping: .5, Tolerance: 1e-13, Teleport: []float64{8, 0}},
			[]float64{2. / 3, 1. / 3}},
		{"an isolated node hands its score on by teleport", 2, nil, Options{Damping: .5, Tolerance: 1e-13, Teleport: []float64{3, 1}},
			[]float64{.75, .25}},
		{"teleport weights whose sum overflows", 2, nil, Options{Tolerance: 1e-13, Teleport: []float64{math.MaxFloat64, math.MaxFloat64}},
			[]float64{.5, .5}},
		{"a tolerance above any change stops after one step", 3, []Edge{{0, 1, 2}, {1, 2, 1}}, Options{Damping: .5, Tolerance: 10},
			[]float64{1./6 + 1./9, 1./6 + 1./3, 1./6 + 1./18}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := scores(t, c.n, c.edges, c.o)
			require.Len(t, got, len(c.want))
			assert.InDeltaSlice(t, c.want, got, 1e-12)
		})
	}
}

// randomEdges joins some of the first 9/10 of n nodes, so that the others are
// isolated. No pair occurs twice.
func randomEdges(r *rand.Rand, n, m int) []Edge {
	var edges []Edge
	seen := make(map[[2]int]bool)
	for range m {
		u, v := r.IntN(n-n/10), r.IntN(n-n/10)
		if u == v || seen[[2]int{u, v}] || seen[[2]int{v, u}] {
			continue
		}
		seen[[2]int{u, v}] = true
		edges = append(edges, Edge{int32(u), int32(v), math.Exp(4 * r.NormFloat64())})
	}
	return edges
}

func TestPageRankAgreesWithGonum(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 1))
		n := 2 + r.IntN(60)
		edges := randomEdges(r, n, r.IntN(6*n))
		d := .1 + .85*r.Float64()
		g := simple.NewWeightedDirectedGraph(0, 0)
		for i := range n {
			g.AddNode(simple.Node(i))
		}
		for _, e := range edges {
			g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(e.U), T: simple.Node(e.V), W: e.Weight})
			g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(e.V), T: simple.Node(e.U), W: e.Weight})
		}
		want := network.PageRankSparse(g, d, 1e-14)
		for i, got := range scores(t, n, edges, Options{Damping: d, Tolerance: 1e-13}) {
			assert.InDelta(t, want[int64(i)], got, 1e-11, "seed %d, node %d", seed, i)
		}
	}
}

func TestImplicitMatrixEqualsGraph(t *testing.T) {
	t.Parallel()
	// A = u·uᵀ without its diagonal, as a graph and as a function.
	u := []float64{1, 2, 0, 4, .5}
	var edges []Edge
	out := make([]float64, len(u))
	for i := range u {
		for j := range u {
			if i < j {
				edges = append(edges, Edge{int32(i), int32(j), u[i] * u[j]})
			}
			if i != j {
				out[i] += u[i] * u[j]
			}
		}
	}
	mul := func(dst, x []float64) {
		sum := 0.0
		for i := range u {
			sum += u[i] * x[i]
		}
		for i := range u {
			dst[i] = u[i]*sum - u[i]*u[i]*x[i]
		}
	}
	got, err := PageRank(t.Context(), out, mul, Options{Tolerance: 1e-13})
	require.NoError(t, err)
	assert.InDeltaSlice(t, scores(t, len(u), edges, Options{Tolerance: 1e-13}), got, 1e-12)
}

func TestScoresSumToOne(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 2))
		n := 1 + r.IntN(500)
		sum := 0.0
		for _, s := range scores(t, n, randomEdges(r, n, 4*n), Options{}) {
			assert.GreaterOrEqual(t, s, 0.0)
			sum += s
		}
		assert.InDelta(t, 1, sum, 1e-12)
	}
}

// Errors of a node's score are bounded by what is left to hand on.
func TestTolerance(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 3))
	edges := randomEdges(r, 300, 600)
	exact := scores(t, 300, edges, Options{Tolerance: 1e-15})
	for _, tol := range []float64{1e-2, 1e-4, 1e-8} {
		off := 0.0
		for i, s := range scores(t, 300, edges, Options{Tolerance: tol}) {
			off += math.Abs(s - exact[i])
		}
		assert.Less(t, off, tol*DefaultDamping/(1-DefaultDamping)+1e-13, "tolerance %v", tol)
	}
}

func TestStepsAreBounded(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		damping, tolerance float64
		bound              int
	}{
		{.85, 1e-8, 119},
		{.5, 1e-3, 12},
		{.99, 1e-8, 1903},
		{.85, 5, 1},
	} {
		steps := 0
		// In a star the scores go back and forth between node 0 and the
		// others: no graph is slower.
		out := slices.Repeat([]float64{1}, 100)
		out[0] = 99
		star := func(dst, x []float64) {
			steps++
			dst[0] = 0
			for i := 1; i < len(x); i++ {
				dst[i] = x[0]
				dst[0] += x[i]
			}
		}
		_, err := PageRank(t.Context(), out, star, Options{Damping: c.damping, Tolerance: c.tolerance})
		require.NoError(t, err)
		assert.LessOrEqual(t, steps, c.bound)
		assert.GreaterOrEqual(t, steps, c.bound*9/10, "so that the bound is worth having")
	}
}

func TestDeterminism(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 7))
	edges := randomEdges(r, 200, 2000)
	edges = append(edges, edges[:700]...)
	g, err := NewGraph(200, edges)
	require.NoError(t, err)
	want, err := g.PageRank(t.Context(), Options{})
	require.NoError(t, err)
	var wg sync.WaitGroup
	for range 2 * runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			got, err := g.PageRank(t.Context(), Options{})
			assert.NoError(t, err)
			assert.Equal(t, want, got)
		})
	}
	wg.Wait()
	assert.Equal(t, want, scores(t, 200, edges, Options{}))
}

func TestPageRankErrors(t *testing.T) {
	t.Parallel()
	nan, inf := math.NaN(), math.Inf(1)
	zero := func(dst, x []float64) { clear(dst) }
	for _, c := range []struct {
		name string
		out  []float64
		mul  func(dst, x []float64)
		o    Options
		want string
	}{
		{"damping 1", []float64{1}, zero, Options{Damping: 1}, "the damping 1 is not between 0 and 1"},
		{"damping negative", []float64{1}, zero, Options{Damping: -.1}, "the damping -0.1 is not between 0 and 1"},
		{"damping NaN", []float64{1}, zero, Options{Damping: nan}, "the damping NaN is not between 0 and 1"},
		{"bad damping, no node", nil, zero, Options{Damping: 2}, "the damping 2 is not between 0 and 1"},
		{"tolerance negative", []float64{1}, zero, Options{Tolerance: -1}, "the tolerance -1 is not a positive number"},
		{"tolerance NaN", []float64{1}, zero, Options{Tolerance: nan}, "the tolerance NaN is not a positive number"},
		{"tolerance infinite", []float64{1}, zero, Options{Tolerance: inf}, "the tolerance +Inf is not a positive number"},
		{"teleport too short", []float64{1, 1}, zero, Options{Teleport: []float64{1}}, "the teleport vector has 1 weights for 2 nodes"},
		{"teleport negative", []float64{1, 1}, zero, Options{Teleport: []float64{1, -1}}, "the teleport weight of node 1 is -1"},
		{"teleport NaN", []float64{1, 1}, zero, Options{Teleport: []float64{nan, 1}}, "the teleport weight of node 0 is NaN"},
		{"teleport infinite", []float64{1, 1}, zero, Options{Teleport: []float64{inf, 1}}, "the teleport weight of node 0 is +Inf"},
		{"teleport zero", []float64{1, 1}, zero, Options{Teleport: []float64{0, 0}}, "the teleport vector is zero"},
		{"out weight negative", []float64{1, -2}, zero, Options{}, "the edges of node 1 weigh -2 in all"},
		{"out weight NaN", []float64{nan}, zero, Options{}, "the edges of node 0 weigh NaN in all"},
		{"weights too small to divide by", []float64{5e-324}, func(dst, x []float64) { dst[0] = x[0] * 5e-324 }, Options{},
			"the weights of the edges are too small or too far apart for float64"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p, err := PageRank(t.Context(), c.out, c.mul, c.o)
			assert.Nil(t, p)
			assert.EqualError(t, err, c.want)
		})
	}
	t.Run("cancelled between two steps", func(t *testing.T) {
		t.Parallel()
		ctx, cancel := context.WithCancel(t.Context())
		steps := 0
		_, err := PageRank(ctx, []float64{1, 1}, func(dst, x []float64) {
			if steps++; steps == 2 {
				cancel()
			}
			dst[0], dst[1] = x[1], x[0]
		}, Options{Teleport: []float64{1, 0}})
		require.ErrorIs(t, err, context.Canceled)
		assert.Equal(t, 2, steps)
	})
}

func TestNewGraphErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		n     int
		edges []Edge
		want  string
	}{
		{"negative size", -1, nil, "a graph cannot have -1 nodes"},
		{"node too large", 2, []Edge{{0, 1, 1}, {0, 2, 1}}, "edge 1 joins nodes 0 and 2 of 2"},
		{"node negative", 2, []Edge{{-1, 0, 1}}, "edge 0 joins nodes -1 and 0 of 2"},
		{"loop", 2, []Edge{{1, 1, 1}}, "edge 0 joins node 1 to itself"},
		{"weight negative", 2, []Edge{{0, 1, -1}}, "edge 0 weighs -1"},
		{"weight NaN", 2, []Edge{{0, 1, math.NaN()}}, "edge 0 weighs NaN"},
		{"weight infinite", 2, []Edge{{0, 1, math.Inf(1)}}, "edge 0 weighs +Inf"},
		{"sum overflows", 3, []Edge{{0, 1, math.MaxFloat64}, {1, 2, math.MaxFloat64}}, "the edges of node 1 weigh more than a float64 can hold"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			g, err := NewGraph(c.n, c.edges)
			assert.Nil(t, g)
			assert.EqualError(t, err, c.want)
		})
	}
}

func BenchmarkPageRank(b *testing.B) {
	for _, n := range []int{300, 3_000, 30_000} {
		edges := randomEdges(rand.New(rand.NewPCG(1, 1)), n, 20*n)
		b.Run(fmt.Sprintf("nodes=%d", n), func(b *testing.B) {
			b.SetBytes(int64(24 * len(edges)))
			b.ReportAllocs()
			for b.Loop() {
				scores(b, n, edges, Options{})
			}
		})
	}
}
