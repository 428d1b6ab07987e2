package keywords

import (
	"cmp"
	"context"
	"fmt"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/rank"
)

// TextRank scores terms by PageRank on the graph of their co-occurrence
// (Mihalcea & Tarau 2004, section 3). The nodes are the terms with one of
// Tags; an edge weighs as often as its two terms stand within Window words of
// each other in a sentence. Scores sum to 1 over the document.
//
// Where the paper is silent: the window counts the words between, whether they
// are terms or not, but neither punctuation nor space; a window does not cross
// the end of a sentence; page furniture is left out.
//
// Its features are the terms of PageRank's equation: what every term has, however
// it stands, what each of the three terms beside it that hand on most hands on,
// and what the others do.
//
// Zero fields mean the defaults in brackets. A TextRank may be used by any
// number of goroutines.
type TextRank struct {
	Window    int      // words apart, at least 2: 2 joins neighbours only [5]
	Damping   float64  // share of its score that a term hands on, between 0 and 1 [0.85]
	Tolerance float64  // stop when the scores change by less in all (1-norm) [1e-6]
	Tags      []string // prefixes of the tags that count [DefaultTags]
}

// Score implements [Scorer]. It fails with ctx's error, or if a field is out
// of its range. Time and memory are linear in the text.
func (s TextRank) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	scores, _, err := s.Explain(ctx, doc)
	return scores, err
}

// Explain implements [Explainer].
func (s TextRank) Explain(ctx context.Context, doc *analysis.Document) ([]float64, Reasons, error) {
	window, err := windowOf(s.Window, 5)
	if err != nil {
		return nil, nil, fmt.Errorf("keywords: TextRank: %w", err)
	}
	node, terms := nodes(doc, s.Tags)
	edges := make([]rank.Edge, 0, len(doc.Tokens)*window/4)
	var words []int32 // node of each word of a sentence, -1 for none
	for _, sentence := range doc.Sentences {
		if sentence.Role == analysis.RoleFurniture {
			continue
		}
		words = words[:0]
		for _, t := range sentence.Tokens {
			switch {
			case t.Term != analysis.NoTerm:
				words = append(words, node[t.Term])
			case t.Kind != analysis.KindPunct && t.Kind != analysis.KindSpace:
				words = append(words, -1)
			}
		}
		edges = appendEdges(edges, words, window)
	}
	p, in, err := walk(ctx, len(terms), edges, rank.Options{Damping: s.Damping, Tolerance: s.Tolerance})
	if err != nil {
		return nil, nil, fmt.Errorf("keywords: TextRank: %w", err)
	}
	scores := make([]float64, len(doc.Terms))
	for i, t := range terms {
		scores[t] = p[i]
	}
	return scores, func(t analysis.TermID) []Feature {
		if node[t] < 0 {
			return nil
		}
		base, shares := in.Of(int(node[t]))
		return features{}.and("every term", base).
			andNeighbours("beside", shares, func(n int32) string { return doc.Terms[terms[n]].Text })
	}, nil
}

// windowOf returns the window, or the usual one if it is 0.
func windowOf(words, usual int) (int, error) {
	if words = cmp.Or(words, usual); words < 2 {
		return 0, fmt.Errorf("the window of %d words joins no words", words)
	}
	return words, nil
}

// nodes numbers the terms that can be keywords: node[t] is the number of term
// t, or -1, and terms[node[t]] is t.
func nodes(doc *analysis.Document, tags []string) (node []int32, terms []analysis.TermID) {
	ok := allowed(doc, tags)
	node = make([]int32, len(doc.Terms))
	for i := range node {
		node[i] = -1
		if ok[i] {
			node[i] = int32(len(terms))
			terms = append(terms, analysis.TermID(i))
		}
	}
	return node, terms
}

// appendEdges joins each pair of different nodes that are less than window
// words apart, with weight 1 each time.
func appendEdges(edges []rank.Edge, words []int32, window int) []rank.Edge {
	for i, u := range words {
		if u < 0 {
			continue
		}
		for _, v := range words[i+1 : min(i+window, len(words))] {
			if v >= 0 && v != u {
				edges = append(edges, rank.Edge{U: u, V: v, Weight: 1})
			}
		}
	}
	return edges
}
