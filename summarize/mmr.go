package summarize

import (
	"context"
	"fmt"

	"github.com/tifa-go/tifa/analysis"
)

// DefaultLambda is the weight of relevance in an [MMR].
const DefaultLambda = 0.7

// MMR picks by maximal marginal relevance (Carbonell & Goldstein, "The use of
// MMR, diversity-based reranking for reordering documents and producing
// summaries", 1998): of the sentences that are left, the one with the greatest
//
//	λ · score - (1-λ) · greatest cosine to a pick
//
// for the scores of any Scorer, divided by their greatest. The cosines are those
// of [LexRank]. A sentence is compared with the first 100 picks, so that the time
// is linear in the text.
//
// As a [Scorer] it gives the scores of its Scorer. Zero fields mean the defaults
// in brackets. An MMR may be used by any number of goroutines as far as its
// Scorer is.
type MMR struct {
	Scorer Scorer  // [LexRank{}]
	Lambda float64 // weight of relevance, above 0 and up to 1 [0.7]
}

// Score implements [Scorer].
func (m MMR) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	return m.scorer().Score(ctx, doc)
}

func (m MMR) scorer() Scorer {
	if m.Scorer == nil {
		return LexRank{}
	}
	return m.Scorer
}

// begin implements selector.
func (m MMR) begin(ctx context.Context, in *input) (selection, error) {
	if m.Lambda == 0 {
		m.Lambda = DefaultLambda
	}
	if !(m.Lambda > 0 && m.Lambda <= 1) {
		return nil, fmt.Errorf("summarize: document %q: MMR: the weight %v of relevance is not above 0 and up to 1", in.doc.ID, m.Lambda)
	}
	scores, err := in.scores(ctx, m.scorer())
	if err != nil {
		return nil, err
	}
	rows := newRows(in.doc, in.ranked)
	s := &mmr{
		lambda: m.Lambda, relevance: make([]float64, len(in.ranked)),
		cosines: newCosines(rows, LexRank{}.idf(in.doc, rows)),
		row:     make(map[int]int, len(in.ranked)), nearest: make([]float64, len(in.ranked)), compared: make([]int, len(in.ranked)),
	}
	most := 0.0
	for _, i := range in.ranked {
		most = max(most, scores[i])
	}
	for k, i := range in.ranked {
		s.row[i] = k
		if most > 0 {
			s.relevance[k] = scores[i] / most
		}
	}
	return s, nil
}

// An mmr is the selection of an MMR.
type mmr struct {
	lambda    float64
	relevance []float64 // of a row
	cosines   *cosines
	row       map[int]int                   // of a sentence
	nearest   []float64                     // of a row, greatest cosine to the picks compared
	compared  []int                         // of a row, how many
	picks     []map[analysis.TermID]float64 // vectors of the first picks
}

func (s *mmr) gain(i int) float64 {
	k := s.row[i]
	for _, p := range s.picks[s.compared[k]:] {
		cosine := 0.0
		for e := s.cosines.first[k]; e < s.cosines.first[k+1]; e++ {
			cosine += s.cosines.weights[e] * p[s.cosines.terms[e]]
		}
		s.nearest[k] = max(s.nearest[k], cosine)
	}
	s.compared[k] = len(s.picks)
	return s.lambda*s.relevance[k] - (1-s.lambda)*s.nearest[k]
}

func (s *mmr) add(i int) {
	if len(s.picks) == maxCompared {
		return
	}
	k := s.row[i]
	p := make(map[analysis.TermID]float64)
	for e := s.cosines.first[k]; e < s.cosines.first[k+1]; e++ {
		p[s.cosines.terms[e]] = s.cosines.weights[e]
	}
	s.picks = append(s.picks, p)
}
