package keywords

import (
	"context"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/rank"
)

// maxTermGap is how many words apart two occurrences are at most to count as near:
// further ones would add less than 1/maxTermGap each. It keeps the time linear.
const maxTermGap = 100

// proximity returns the edges of a graph in which two nodes are joined by
//
//	Σ 1/gap
//
// over all pairs of their occurrences that are at most maxTermGap words apart: the
// reciprocal distance of Bougouin et al. (2013, equation 2). The gap of
// neighbours is 1; a phrase is as long as it has words. node has the node of
// each term, -1 for none, and group that of each node: nodes of the same group
// are not joined. Page furniture is left out.
//
// It takes time linear in the text, times the number of occurrences within
// maxTermGap words, and memory quadratic in the number of nodes. It looks at ctx
// every 1,024 pairs or so, and fails only with its error.
func proximity(ctx context.Context, doc *analysis.Document, node, group []int32) ([]rank.Edge, error) {
	n := len(group)
	weights := make([]float64, n*n) // above the diagonal
	type occurrence struct {
		start, end int // in words
		node       int32
	}
	var near []occurrence // those that may be near the next one
	var inverse [maxTermGap + 1]float64
	for gap := 1; gap <= maxTermGap; gap++ {
		inverse[gap] = 1 / float64(gap)
	}
	at := 0
	look := watch{ctx: ctx}
	for _, s := range doc.Sentences {
		if s.Role == analysis.RoleFurniture {
			continue
		}
		for _, t := range s.Tokens {
			if t.Kind == analysis.KindPunct || t.Kind == analysis.KindSpace {
				continue
			}
			o := occurrence{start: at, end: at + 1, node: -1}
			if t.Term != analysis.NoTerm {
				o.end = at + max(1, len(doc.Terms[t.Term].Parts))
				o.node = node[t.Term]
			}
			at = o.end
			if o.node < 0 {
				continue
			}
			for len(near) > 0 && o.start-near[0].end+1 > maxTermGap {
				near = near[1:]
			}
			if err := look.after(len(near)); err != nil {
				return nil, err
			}
			for _, p := range near {
				if group[p.node] != group[o.node] {
					weights[int(min(p.node, o.node))*n+int(max(p.node, o.node))] += inverse[o.start-p.end+1]
				}
			}
			near = append(near, o)
		}
	}
	var edges []rank.Edge
	for i := range n {
		if err := look.after(n - i); err != nil {
			return nil, err
		}
		for j := i + 1; j < n; j++ {
			if w := weights[i*n+j]; w > 0 {
				edges = append(edges, rank.Edge{U: int32(i), V: int32(j), Weight: w})
			}
		}
	}
	return edges, nil
}
