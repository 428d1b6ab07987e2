package summarize

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/rank"
)

// TextRank scores sentences by PageRank on the graph of their overlaps
// (Mihalcea & Tarau, "TextRank: Bringing Order into Texts", 2004, section 4).
// An edge weighs
//
//	|A ∩ B| / (ln|A| + ln|B|)
//
// where A and B are the sets of distinct terms of two sentences. Scores sum to
// 1 over the document.
//
// Where the paper is silent: only content terms count
// (analysis.Analyzer.Terms); between two sentences of one term each, where the
// formula divides by zero, there is no edge.
//
// The graph is complete, however long the text is, and never stored: a step of
// PageRank takes time linear in the sum, over the terms, of their occurrences
// and the square of the number of different sizes |A| that their sentences
// have. Sizes are few, so it grows as the text does.
//
// Zero fields mean the defaults in brackets. A TextRank may be used by any
// number of goroutines.
type TextRank struct {
	Damping   float64 // share of its score that a sentence hands on, between 0 and 1 [0.85]
	Tolerance float64 // stop when the scores change by less in all (1-norm) [1e-6]
}

// Score implements [Scorer]. It fails with ctx's error, or if a field is out
// of its range.
func (t TextRank) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	return t.score(ctx, doc, rankable(doc))
}

func (t TextRank) score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error) {
	m := newRows(doc, ranked)
	o := newOverlap(m)
	p, err := rank.PageRank(ctx, sums(len(m.sentences), o.mul), o.mul, rank.Options{Damping: t.Damping, Tolerance: t.Tolerance})
	if err != nil {
		return nil, fmt.Errorf("summarize: document %q: TextRank: %w", doc.ID, err)
	}
	return m.scatter(doc, p), nil
}

// An overlap is TextRank's matrix of similarities, less its diagonal.
//
// The weight of an edge depends on the sentences' sizes alone, and the overlap
// is a sum over terms. So for each term the vector is summed up by size into
// slots, one for each size that occurs with the term, and it is the slots that
// are weighed against each other, not the sentences.
type overlap struct {
	first    []int     // the slots of row i: slots[first[i]:first[i+1]]
	slots    []int32   // where each entry of a term that two or more rows have is summed up
	own      []float64 // diagonal
	terms    []int     // slots of the k-th such term: terms[k]:terms[k+1]
	class    []int32   // of each slot: which of the sizes
	weights  []float64 // for each pair of classes 1/(ln|A|+ln|B|)
	classes  int
	sum, got []float64 // of each slot: sum of x, and of its weighed neighbours
}

func newOverlap(m *rows) *overlap {
	n := len(m.sentences)
	o := &overlap{first: make([]int, 1, n+1), slots: make([]int32, 0, len(m.terms)), own: make([]float64, n)}
	classOf := o.weigh(m)
	at := make([]int, len(m.df)) // of each term, its entries before row i among all entries by term
	for t, df := range m.df[:max(len(m.df)-1, 0)] {
		at[t+1] = at[t] + int(df)
	}
	slotOf := o.group(m, classOf, slices.Clone(at))
	for i := range n {
		for _, t := range m.terms[m.first[i]:m.first[i+1]] {
			if m.df[t] >= 2 {
				o.slots = append(o.slots, slotOf[at[t]])
			}
			at[t]++
		}
		o.first = append(o.first, len(o.slots))
		class := int(classOf[m.first[i+1]-m.first[i]])
		o.own[i] = float64(len(o.slots)-o.first[i]) * o.weights[class*o.classes+class]
	}
	return o
}

// group makes the slots and returns that of each entry, the entries sorted by
// term. Those of term t begin at at[t], which it changes.
func (o *overlap) group(m *rows, classOf []int32, at []int) (slotOf []int32) {
	class := make([]int32, len(m.terms)) // of each entry's row
	for i := range m.sentences {
		for _, t := range m.terms[m.first[i]:m.first[i+1]] {
			class[at[t]] = classOf[m.first[i+1]-m.first[i]]
			at[t]++
		}
	}
	slotOf = make([]int32, len(m.terms))
	last := slices.Repeat([]int32{-1}, o.classes) // slot of each class
	o.terms = []int{0}
	for t, df := range m.df {
		if df < 2 {
			continue
		}
		from := int32(len(o.class)) // the term's first slot
		for k := at[t] - int(df); k < at[t]; k++ {
			c := class[k]
			if last[c] < from {
				last[c] = int32(len(o.class))
				o.class = append(o.class, c)
			}
			slotOf[k] = last[c]
		}
		o.terms = append(o.terms, len(o.class))
	}
	o.sum, o.got = make([]float64, len(o.class)), make([]float64, len(o.class))
	return slotOf
}

// weigh sets the weights of each pair of sizes and returns the class of each
// size. As there are no more than √(2·entries) sizes, the pairs take memory
// linear in the entries.
func (o *overlap) weigh(m *rows) (classOf []int32) {
	most := 0
	for i := range m.sentences {
		most = max(most, m.first[i+1]-m.first[i])
	}
	classOf = make([]int32, most+1)
	for i := range m.sentences {
		classOf[m.first[i+1]-m.first[i]] = 1
	}
	var logs []float64
	for size, occurs := range classOf {
		if occurs == 1 {
			classOf[size] = int32(len(logs))
			logs = append(logs, math.Log(float64(size)))
		}
	}
	o.classes = len(logs)
	o.weights = make([]float64, len(logs)*len(logs))
	for i, a := range logs {
		for j, b := range logs {
			if a+b > 0 {
				o.weights[i*len(logs)+j] = 1 / (a + b)
			}
		}
	}
	return classOf
}

// mul sets dst to the product of the matrix and x.
func (o *overlap) mul(dst, x []float64) {
	clear(o.sum)
	for i, v := range x {
		for _, s := range o.slots[o.first[i]:o.first[i+1]] {
			o.sum[s] += v
		}
	}
	for k, end := range o.terms[1:] {
		for s := o.terms[k]; s < end; s++ {
			weights := o.weights[int(o.class[s])*o.classes:]
			got := 0.0
			for r := o.terms[k]; r < end; r++ {
				got += weights[o.class[r]] * o.sum[r]
			}
			o.got[s] = got
		}
	}
	for i := range dst {
		sum := 0.0
		for _, s := range o.slots[o.first[i]:o.first[i+1]] {
			sum += o.got[s]
		}
		dst[i] = sum - o.own[i]*x[i]
	}
}
