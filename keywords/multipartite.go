package keywords

import (
	"cmp"
	"context"
	"fmt"
	"math"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/rank"
)

// MultipartiteRank scores terms by PageRank on a graph that joins the terms of
// different topics (Boudin 2018). Topics and distances are those of
// [TopicRank], but each term has a score of its own. The edges that lead to the
// first term c of a topic are made heavier by what leads to its other terms,
// the more the earlier c stands (equation 2):
//
//	w(i→c) += Alpha · e^(1/p(c)) · Σ w(k, i) over the other terms k of the topic
//
// p(c) is the position of the term's first occurrence, in words from 1. The
// paper's formula has the position of i there, its author's implementation in
// the library pke that of c; this is the latter, since it is c that is to gain.
//
// Its features are the terms of PageRank's equation: what every term has, wherever
// it stands, what the heavier edges give the first term of its topic in place of
// the others, what each of the three terms near it that hand on most hands on,
// and what the others do.
//
// For what the paper leaves open, and the bounds on time and memory, see
// [TopicRank]; here memory is up to 20 MB at MaxTerms 500.
//
// Zero fields mean the defaults in brackets. A MultipartiteRank may be used by
// any number of goroutines.
type MultipartiteRank struct {
	Alpha     float64  // how much the first term of a topic gains, above 0 [1.1]
	Overlap   float64  // least similarity of the terms of a topic, above 0 and up to 1 [0.25]
	MaxTerms  int      // terms clustered at most, from 1 to 2,000 [500]
	Damping   float64  // share of its score that a term hands on, between 0 and 1 [0.85]
	Tolerance float64  // stop when the scores change by less in all (1-norm) [1e-6]
	Tags      []string // prefixes of the tags that count [DefaultTags]
}

// Score implements [Scorer]. It fails with ctx's error, or if a field is out
// of its range.
func (s MultipartiteRank) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	scores, _, err := s.Explain(ctx, doc)
	return scores, err
}

// Explain implements [Explainer].
func (s MultipartiteRank) Explain(ctx context.Context, doc *analysis.Document) ([]float64, Reasons, error) {
	s.Alpha = cmp.Or(s.Alpha, 1.1)
	if !(s.Alpha > 0 && s.Alpha <= math.MaxFloat64) {
		return nil, nil, fmt.Errorf("keywords: MultipartiteRank: Alpha is %v and not a positive number", s.Alpha)
	}
	t, err := findTopics(ctx, doc, s.Tags, s.Overlap, s.MaxTerms)
	if err != nil {
		return nil, nil, fmt.Errorf("keywords: MultipartiteRank: %w", err)
	}
	node := make([]int32, len(doc.Terms))
	for i := range node {
		node[i] = -1
	}
	for i, id := range t.terms {
		node[id] = int32(i)
	}
	edges, err := proximity(ctx, doc, node, t.topic)
	if err != nil {
		return nil, nil, err
	}
	first, _ := firstWords(doc, node, len(t.terms))
	g, err := rank.NewDirected(len(t.terms), t.promote(edges, first, s.Alpha))
	if err != nil {
		return nil, nil, fmt.Errorf("keywords: MultipartiteRank: %w", err)
	}
	o := rank.Options{Damping: s.Damping, Tolerance: s.Tolerance}
	p, err := g.PageRank(ctx, o)
	if err != nil {
		return nil, nil, fmt.Errorf("keywords: MultipartiteRank: %w", err)
	}
	in, err := g.Inflow(p, o)
	if err != nil {
		return nil, nil, fmt.Errorf("keywords: MultipartiteRank: %w", err)
	}
	own := make([]int, len(t.terms)) // edges to each term; in its inflow those of its topic are behind them
	for _, e := range edges {
		own[e.U]++
		own[e.V]++
	}
	scores := make([]float64, len(doc.Terms))
	for i, id := range t.terms {
		scores[id] = p[i]
	}
	return scores, func(id analysis.TermID) []Feature {
		i := node[id]
		if i < 0 {
			return nil
		}
		base, shares := in.Of(int(i))
		topic := 0.0
		for _, s := range shares[own[i]:] {
			topic += s.Value
		}
		return features{}.and("every term", base).and("its topic", topic).
			andNeighbours("near", shares[:own[i]], func(n int32) string { return doc.Terms[t.terms[n]].Text })
	}, nil
}

// promote returns the edges in both directions, and those to the first terms of
// topics that the other terms give them. position has the first word of each
// term.
func (t topics) promote(edges []rank.Edge, position []int, alpha float64) []rank.Edge {
	out := make([]rank.Edge, 0, 4*len(edges))
	for _, e := range edges {
		out = append(out, e, rank.Edge{U: e.V, V: e.U, Weight: e.Weight})
	}
	for _, e := range out[:len(out):len(out)] { // what leads to e.V leads to its topic's first term too
		first := t.first[t.topic[e.V]]
		if int(e.V) == first {
			continue
		}
		gain := alpha * math.Exp(1/float64(position[first]))
		out = append(out, rank.Edge{U: e.U, V: int32(first), Weight: gain * e.Weight})
	}
	return out
}
