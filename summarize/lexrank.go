package summarize

import (
	"context"
	"fmt"
	"math"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/rank"
)

// DefaultReach is how far apart sentences are compared by a [LexRank] with a
// threshold.
const DefaultReach = 200

// LexRank scores sentences by PageRank on the graph of their cosines (Erkan &
// Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text
// Summarization", 2004, equation 1): the cosine of the vectors of count × IDF
// of their terms. Scores sum to 1 over the document.
//
// Without a Threshold it is the paper's continuous LexRank, whose edges weigh
// the cosine. With one, sentences whose cosine is above it are joined by an
// edge of weight 1.
//
// The paper takes ln(N/n) for the IDF of a term that n of N documents have. For
// one document its ranked sentences stand for them here: on 12 policy texts
// that gave better summaries than the IDF of a large corpus, which weighs most
// what every sentence is about (ROUGE-1/2/L of characters 65.5/46.8/45.0
// against 61.3/41.0/40.7). A term that all sentences have weighs nothing then.
// Unlike in the paper, a sentence is not joined to itself.
//
// Without a Threshold the graph is complete, however long the text is, and
// never stored: the matrix of cosines is the product U·Uᵀ of the sentence
// vectors, so a step of PageRank takes time linear in the text. With a
// Threshold, sentences are compared up to Reach sentences apart, so time and
// memory grow with the text times Reach.
//
// Zero fields mean the defaults in brackets. A LexRank may be used by any
// number of goroutines.
type LexRank struct {
	Corpus    *analysis.Corpus // document frequencies [the document's own sentences]
	Threshold float64          // cosine that joins two sentences, from 0, which means continuous, to below 1
	Reach     int              // ranked sentences apart, with a Threshold [200]
	Damping   float64          // share of its score that a sentence hands on, between 0 and 1 [0.85]
	Tolerance float64          // stop when the scores change by less in all (1-norm) [1e-6]
}

// Score implements [Scorer]. It fails with ctx's error, or if a field is out
// of its range.
func (l LexRank) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	return l.score(ctx, doc, rankable(doc))
}

func (l LexRank) score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error) {
	p, m, err := l.rank(ctx, doc, ranked)
	if err != nil {
		return nil, fmt.Errorf("summarize: document %q: LexRank: %w", doc.ID, err)
	}
	return m.scatter(doc, p), nil
}

func (l LexRank) rank(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, *rows, error) {
	if l.Reach == 0 {
		l.Reach = DefaultReach
	}
	switch {
	case !(l.Threshold >= 0 && l.Threshold < 1):
		return nil, nil, fmt.Errorf("the threshold %v is not at least 0 and below 1", l.Threshold)
	case l.Reach < 0:
		return nil, nil, fmt.Errorf("the reach of %d sentences is negative", l.Reach)
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	m := newRows(doc, ranked)
	c := newCosines(m, l.idf(doc, m))
	o := rank.Options{Damping: l.Damping, Tolerance: l.Tolerance}
	if l.Threshold == 0 {
		p, err := rank.PageRank(ctx, sums(len(m.sentences), c.mul), c.mul, o)
		return p, m, err
	}
	g, err := rank.NewGraph(len(m.sentences), c.edges(l.Threshold, l.Reach))
	if err != nil {
		return nil, nil, err
	}
	p, err := g.PageRank(ctx, o)
	return p, m, err
}

// idf returns the weight of each term.
func (l LexRank) idf(doc *analysis.Document, m *rows) []float64 {
	idf := m.arena.floats.zeros(len(doc.Terms))
	if l.Corpus != nil {
		for i := range doc.Terms {
			idf[i] = l.Corpus.IDF(doc.Terms[i].Key)
		}
		return idf
	}
	n := len(m.sentences)
	known := m.arena.floats.zeros(min(n+1, 1<<10)) // by df, 0 for those not computed
	for i, df := range m.df {
		switch {
		case df == 0:
		case int(df) >= len(known):
			idf[i] = math.Log(float64(n) / float64(df))
		default:
			if known[df] == 0 {
				known[df] = math.Log(float64(n) / float64(df))
			}
			idf[i] = known[df]
		}
	}
	return idf
}

// cosines are LexRank's sentence vectors, scaled to length 1, and so its
// matrix. Terms that only one sentence has are left out after scaling: they
// touch the diagonal alone, which is not wanted.
type cosines struct {
	first   []int // entries of row i: first[i]:first[i+1]
	terms   []analysis.TermID
	weights []float64
	own     []float64 // diagonal
	sum     []float64 // of each term, the product Uᵀx
}

func newCosines(m *rows, idf []float64) *cosines {
	n := len(m.sentences)
	c := &cosines{
		first: make([]int, 1, n+1),
		terms: make([]analysis.TermID, 0, len(m.terms)), weights: make([]float64, 0, len(m.terms)),
		own: make([]float64, n), sum: make([]float64, len(idf)),
	}
	for i := range n {
		length := 0.0
		for k := m.first[i]; k < m.first[i+1]; k++ {
			w := float64(m.counts[k]) * idf[m.terms[k]]
			length += w * w
		}
		length = math.Sqrt(length)
		for k := m.first[i]; k < m.first[i+1]; k++ {
			t := m.terms[k]
			if m.df[t] < 2 || idf[t] == 0 {
				continue
			}
			w := float64(m.counts[k]) * idf[t] / length
			c.terms = append(c.terms, t)
			c.weights = append(c.weights, w)
			c.own[i] += w * w
		}
		c.first = append(c.first, len(c.terms))
	}
	return c
}

// mul sets dst to the product of the matrix and x.
func (c *cosines) mul(dst, x []float64) {
	clear(c.sum)
	for i, v := range x {
		for k := c.first[i]; k < c.first[i+1]; k++ {
			c.sum[c.terms[k]] += c.weights[k] * v
		}
	}
	for i := range dst {
		sum := 0.0
		for k := c.first[i]; k < c.first[i+1]; k++ {
			sum += c.weights[k] * c.sum[c.terms[k]]
		}
		dst[i] = sum - c.own[i]*x[i]
	}
}

// edges joins the rows at most reach apart whose cosine is above threshold.
func (c *cosines) edges(threshold float64, reach int) []rank.Edge {
	type entry struct {
		row    int
		weight float64
	}
	var edges []rank.Edge
	earlier := make([][]entry, len(c.sum)) // of each term, no more than reach rows back
	cosine := make([]float64, len(c.own))
	var touched []int
	for i := range c.own {
		touched = touched[:0]
		for k := c.first[i]; k < c.first[i+1]; k++ {
			t := c.terms[k]
			es := earlier[t]
			for len(es) > 0 && i-es[0].row > reach {
				es = es[1:]
			}
			for _, e := range es {
				if cosine[e.row] == 0 {
					touched = append(touched, e.row)
				}
				cosine[e.row] += c.weights[k] * e.weight
			}
			earlier[t] = append(es, entry{i, c.weights[k]})
		}
		for _, j := range touched {
			if cosine[j] > threshold {
				edges = append(edges, rank.Edge{U: int32(j), V: int32(i), Weight: 1})
			}
			cosine[j] = 0
		}
	}
	return edges
}
