package summarize

import (
	"context"

	"github.com/tifa-go/tifa/analysis"
)

// SumBasic scores a sentence by the mean probability of its terms, and squares
// the probability of a term with each pick that has it (Nenkova & Vanderwende,
// "The impact of frequency on summarization", 2005). The paper's third step,
// that the next pick has the most probable term, is left out: a pick is the
// sentence with the best mean, which leaves the time linear in the text.
//
// As a [Scorer] it gives each sentence its mean before any is picked. A SumBasic
// may be used by any number of goroutines.
type SumBasic struct{}

// Score implements [Scorer]. It fails only with ctx's error.
func (s SumBasic) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	return s.score(ctx, doc, rankable(doc))
}

func (s SumBasic) score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error) {
	b, err := s.begin(ctx, &input{doc: doc, ranked: ranked})
	if err != nil {
		return nil, err
	}
	scores := make([]float64, len(doc.Sentences))
	for _, i := range ranked {
		scores[i] = b.gain(i)
	}
	return scores, nil
}

// begin implements selector.
func (SumBasic) begin(ctx context.Context, in *input) (selection, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	b := &sumBasic{m: newRows(in.doc, in.ranked), row: make(map[int]int), p: make([]float64, len(in.doc.Terms)), boosts: in.boosts}
	total := 0.0
	for k, t := range b.m.terms {
		b.p[t] += float64(b.m.counts[k])
		total += float64(b.m.counts[k])
	}
	for t := range b.p {
		b.p[t] /= max(total, 1)
	}
	for k, i := range in.ranked {
		b.row[i] = k
	}
	return b, nil
}

// A sumBasic is the selection of a SumBasic.
type sumBasic struct {
	m      *rows
	row    map[int]int
	p      []float64 // of a term
	boosts []float64
}

func (b *sumBasic) gain(i int) float64 {
	k := b.row[i]
	sum, n := 0.0, 0.0
	for e := b.m.first[k]; e < b.m.first[k+1]; e++ {
		sum += float64(b.m.counts[e]) * b.p[b.m.terms[e]]
		n += float64(b.m.counts[e])
	}
	if n == 0 {
		return 0
	}
	if b.boosts != nil {
		sum *= b.boosts[i]
	}
	return sum / n
}

func (b *sumBasic) add(i int) {
	k := b.row[i]
	for _, t := range b.m.terms[b.m.first[k]:b.m.first[k+1]] {
		b.p[t] *= b.p[t]
	}
}
