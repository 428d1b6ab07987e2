package rank

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
)

func directedScores(t testing.TB, n int, edges []Edge, o Options) []float64 {
	t.Helper()
	g, err := NewDirected(n, edges)
	require.NoError(t, err)
	p, err := g.PageRank(t.Context(), o)
	require.NoError(t, err)
	return p
}

// The expected scores solve the equations of [PageRank] by hand.
func TestDirectedByHand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		n     int
		edges []Edge
		o     Options
		want  []float64
	}{
		{"no node", 0, nil, Options{}, []float64{}},
		{"a cycle shares alike", 3, []Edge{{0, 1, 1}, {1, 2, 5}, {2, 0, 2}}, Options{}, []float64{1. / 3, 1. / 3, 1. / 3}},
		// p0 = ¼ + ¼p1, p1 = ¼ + ½p0 + ¼p1: node 1 has no way out, and hands its
		// score to both.
		{"a node that no edge leaves hands its score to all", 2, []Edge{{0, 1, 1}}, Options{Damping: .5}, []float64{.4, .6}},
		// p0 = ⅙ + ½p1 + ½p2, p1 = ⅙ + ⅜p0, p2 = ⅙ + ⅛p0.
		{"weights of repeated edges add up", 3, []Edge{{0, 1, 1}, {0, 2, 1}, {0, 1, 2}, {1, 0, 7}, {2, 0, 1}}, Options{Damping: .5},
			[]float64{4. / 9, 3. / 9, 2. / 9}},
		{"teleport", 2, []Edge{{0, 1, 1}, {1, 0, 1}}, Options{Damping: .5, Teleport: []float64{0, 8}}, []float64{1. / 3, 2. / 3}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.o.Tolerance = 1e-13
			assert.InDeltaSlice(t, c.want, directedScores(t, c.n, c.edges, c.o), 1e-12)
		})
	}
}

// randomArcs joins some of the first 9/10 of n nodes in one direction each.
func randomArcs(r *rand.Rand, n, m int) []Edge {
	edges := randomEdges(r, n, m)
	for i, e := range edges {
		if r.IntN(2) == 0 {
			edges[i].U, edges[i].V = e.V, e.U
		}
	}
	return edges
}

func TestDirectedAgreesWithGonum(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 4))
		n := 2 + r.IntN(60)
		edges := randomArcs(r, n, r.IntN(6*n))
		d := .1 + .85*r.Float64()
		g := simple.NewWeightedDirectedGraph(0, 0)
		for i := range n {
			g.AddNode(simple.Node(i))
		}
		for _, e := range edges {
			g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(e.U), T: simple.Node(e.V), W: e.Weight})
		}
		want := network.PageRankSparse(g, d, 1e-14)
		for i, got := range directedScores(t, n, edges, Options{Damping: d, Tolerance: 1e-13}) {
			assert.InDelta(t, want[int64(i)], got, 1e-11, "seed %d, node %d", seed, i)
		}
	}
}

// densePageRank runs a thousand steps with the whole transition matrix.
func densePageRank(n int, edges []Edge, d float64, teleport []float64) []float64 {
	sum, m := 0.0, make([][]float64, n) // m[u][v]: from u to v
	for _, w := range teleport {
		sum += w
	}
	for u := range m {
		m[u] = make([]float64, n)
	}
	for _, e := range edges {
		m[e.U][e.V] += e.Weight
	}
	for u := range m {
		out := 0.0
		for _, w := range m[u] {
			out += w
		}
		for v := range m[u] {
			if out > 0 {
				m[u][v] /= out
			} else {
				m[u][v] = teleport[v] / sum
			}
		}
	}
	p := make([]float64, n)
	p[0] = 1
	for range 1000 {
		next := make([]float64, n)
		for v := range next {
			for u := range m {
				next[v] += d * p[u] * m[u][v]
			}
			next[v] += (1 - d) * teleport[v] / sum
		}
		p = next
	}
	return p
}

// gonum's PageRank has no teleport vector.
func TestTeleportAgreesWithTheDenseIteration(t *testing.T) {
	t.Parallel()
	for seed := range uint64(10) {
		r := rand.New(rand.NewPCG(seed, 5))
		n := 2 + r.IntN(30)
		teleport := make([]float64, n)
		for i := range teleport {
			teleport[i] = math.Max(0, r.NormFloat64()) // some are 0
		}
		teleport[r.IntN(n)] = 1
		edges := randomArcs(r, n, r.IntN(4*n))
		o := Options{Tolerance: 1e-13, Teleport: teleport}
		assert.InDeltaSlice(t, densePageRank(n, edges, DefaultDamping, teleport), directedScores(t, n, edges, o), 1e-11, "seed %d", seed)
		both := edges
		for _, e := range edges {
			both = append(both, Edge{e.V, e.U, e.Weight})
		}
		assert.InDeltaSlice(t, densePageRank(n, both, DefaultDamping, teleport), scores(t, n, edges, o), 1e-11, "undirected, seed %d", seed)
	}
}

func TestNewDirectedErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		n     int
		edges []Edge
		want  string
	}{
		{"negative size", -1, nil, "a graph cannot have -1 nodes"},
		{"loop", 2, []Edge{{1, 1, 1}}, "edge 0 joins node 1 to itself"},
		{"sum overflows", 3, []Edge{{0, 1, math.MaxFloat64}, {0, 2, math.MaxFloat64}}, "the edges of node 0 weigh more than a float64 can hold"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			g, err := NewDirected(c.n, c.edges)
			assert.Nil(t, g)
			assert.EqualError(t, err, c.want)
		})
	}
}
