package summarize

import (
	"context"
	"math"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// KLSum scores the sentences in the order in which they make the divergence of
// the text from the summary least (Haghighi & Vanderwende, "Exploring content
// models for multi-document summarization", 2009): KL(P‖Q) of the distributions
// of terms in the text, P, and in the sentences picked so far, Q, to each of
// whose counts 0.01 is added. The k-th of n sentences has the score (n-k+1)/n.
//
// Each pick looks at all sentences, so only the first 100 are found so, and the
// others follow in the order they are in then: the time is linear in the text. A
// KLSum may be used by any number of goroutines.
type KLSum struct{}

const (
	smoothing = 0.01
	maxSteps  = 100
)

// Score implements [Scorer]. It fails only with ctx's error.
func (s KLSum) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	return s.score(ctx, doc, rankable(doc))
}

func (KLSum) score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error) {
	m := newRows(doc, ranked)
	n := len(ranked)
	p, total := make([]float64, len(doc.Terms)), 0.0
	for k, t := range m.terms {
		p[t] += float64(m.counts[k])
		total += float64(m.counts[k])
	}
	used, words := make([]float64, len(doc.Terms)), 0.0 // counts in the summary
	vocabulary := 0.0
	for t := range p {
		if p[t] > 0 {
			vocabulary++
		}
		p[t] /= max(total, 1)
		used[t] = smoothing
	}
	// Of the divergence only what row i changes: the higher, the less diverges.
	gain := func(i int) float64 {
		sum, size := 0.0, 0.0
		for e := m.first[i]; e < m.first[i+1]; e++ {
			t, c := m.terms[e], float64(m.counts[e])
			sum += p[t] * math.Log(1+c/used[t])
			size += c
		}
		return round(sum - math.Log((words+size+smoothing*vocabulary)/(words+smoothing*vocabulary+1e-300)))
	}
	left := make([]int, n)
	for i := range left {
		left[i] = i
	}
	scores := make([]float64, n)
	gains := make([]float64, n)
	for step := range n {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for _, i := range left {
			gains[i] = gain(i)
		}
		if step == maxSteps {
			slices.SortStableFunc(left, func(a, b int) int { return compareDown(gains[a], gains[b]) })
			for k, i := range left {
				scores[i] = float64(n-step-k) / float64(n)
			}
			break
		}
		best := 0
		for k, i := range left {
			if gains[i] > gains[left[best]] {
				best = k
			}
		}
		i := left[best]
		left = slices.Delete(left, best, best+1)
		scores[i] = float64(n-step) / float64(n)
		for e := m.first[i]; e < m.first[i+1]; e++ {
			used[m.terms[e]] += float64(m.counts[e])
			words += float64(m.counts[e])
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return m.scatter(doc, scores), nil
}

// compareDown puts the greater first.
func compareDown(a, b float64) int {
	switch {
	case a > b:
		return -1
	case a < b:
		return 1
	}
	return 0
}
