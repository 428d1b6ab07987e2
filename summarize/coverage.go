package summarize

import (
	"context"
	"math"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// Coverage is the default method: it picks the sentences that are likely to be
// in a summary and cover most of what the text says often. In
//
//	gain(s) = e^π(s) · |s|^0.3 · 0.7^(picks in the section of s) · √( Σ w(t) · ½^(picks with t) )
//
// the sum is over the terms t of s, w(t) = df · IDF with df the number of
// sentences that have t, a tenth of it where there is only one, |s| is the number
// of characters, and π(s) the prior: where the sentence stands and what it does.
// A discounted coverage is submodular (Lin & Bilmes, "A class of submodular
// functions for document summarization", 2011), so picking greedily comes close
// to the best set. The root and the power of the length were found together with
// the prior. Sections are counted where there are three or more. The gain of a
// sentence with a phrase of the title that the text takes up (加快建设网络强省) is
// four times as high until a pick has it.
//
// With a Focus, the title does not count, and Σ has the greatest Σ of a sentence
// more, times what the sentence has of the Focus: else one that shares no term
// with others would have nothing to be multiplied.
//
// Rulings have a prior of their own, and gain(s) = e^π(s) · |s|^-0.25 · Σ.
//
// The terms are the document's: in a merged document (analysis.Document.Merge)
// phrases are terms. On labelled texts that made no difference beyond noise.
//
// As a [Scorer] it gives each sentence its gain before any is picked, and the
// greatest is 1. A [Summarizer] picks by the gain after each pick. The time is
// linear in the text but for sorting.
//
// Zero fields mean the defaults in brackets. A Coverage may be used by any
// number of goroutines.
type Coverage struct {
	Corpus *analysis.Corpus // for how rare terms are [analysis.Background()]
}

// The numbers of the two forms of the gain.
const (
	policyLength, policyPower = 0.3, 0.5
	rulingLength, rulingPower = -0.25, 1
	discountTerm              = 0.5
	discountSection           = 0.7
	weightOnce                = 0.1
	subjectBonus              = 4
	minSections               = 3
)

// Score implements [Scorer]. It fails only with ctx's error.
func (c Coverage) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	return c.score(ctx, doc, rankable(doc))
}

func (c Coverage) score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error) {
	s, err := c.begin(ctx, newInput(doc, ranked, GenreAuto))
	if err != nil {
		return nil, err
	}
	scores := make([]float64, len(doc.Sentences))
	for _, i := range ranked {
		scores[i] = s.gain(i)
	}
	return scores, nil
}

// begin implements selector.
func (c Coverage) begin(ctx context.Context, in *input) (selection, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m := newRows(in.doc, in.ranked)
	s := &coverage{m: m, row: make(map[int]int, len(in.ranked)), picks: make(map[int]int), scale: 1}
	s.weigh(in.doc, c.Corpus)
	power, length := policyPower, policyLength
	if in.genre == GenreRuling {
		power, length = rulingPower, rulingLength
	}
	s.power = power
	s.factor = newReader(in).priors(m)
	if in.focus == nil { // else the caller says what the subject is
		s.subjects = subjects(in.doc, m)
	}
	sections := make(map[int]bool)
	for k, i := range in.ranked {
		s.row[i] = k
		s.factor[k] = math.Exp(s.factor[k]) * math.Pow(float64(runes(in.doc, i)), length)
		if in.boosts != nil {
			s.factor[k] *= in.boosts[i]
		}
		s.section = append(s.section, in.doc.Sentences[i].Section)
		sections[s.section[k]] = true
	}
	s.bySection = len(sections) >= minSections && in.genre != GenreRuling
	if in.focus != nil {
		s.bonus = make([]float64, len(in.ranked))
		most := 0.0
		for k := range in.ranked {
			most = max(most, s.covered(k))
		}
		for k, f := range in.focus {
			s.bonus[k] = f * most
		}
	}
	most := 0.0
	for _, i := range in.ranked {
		most = max(most, s.gain(i))
	}
	if most > 0 {
		s.scale = 1 / most
	}
	return s, nil
}

// A coverage is the selection of a Coverage.
type coverage struct {
	m         *rows
	row       map[int]int // of a sentence
	factor    []float64   // of a row, e^π·|s|^length
	power     float64
	weights   []float64 // of a term, discounted by the picks that have it
	bonus     []float64 // of a row, for its share of the Focus; nil without one
	section   []int     // of a row
	bySection bool
	picks     map[int]int // in a section
	subjects  []subject   // that no pick names yet
	scale     float64
}

// weigh sets the weights of the terms, those that only one row has less.
func (s *coverage) weigh(doc *analysis.Document, corpus *analysis.Corpus) {
	if corpus == nil {
		corpus = analysis.Background()
	}
	s.weights = make([]float64, len(doc.Terms))
	for t, df := range s.m.df {
		if df > 0 {
			s.weights[t] = float64(df) * doc.IDF(corpus, analysis.TermID(t))
			if df == 1 {
				s.weights[t] *= weightOnce
			}
		}
	}
}

func (s *coverage) gain(i int) float64 {
	k := s.row[i]
	sum := s.covered(k)
	g := s.scale * s.factor[k]
	if s.power == 1 {
		g *= sum
	} else {
		g *= math.Sqrt(sum)
	}
	for _, x := range s.subjects {
		if x.rows[k] {
			g *= subjectBonus
			break
		}
	}
	if s.bySection {
		g *= math.Pow(discountSection, float64(s.picks[s.section[k]]))
	}
	return g
}

// covered returns the sum over the terms of row k, and what it has of the Focus.
func (s *coverage) covered(k int) float64 {
	sum := 0.0
	if s.bonus != nil {
		sum = s.bonus[k]
	}
	for _, t := range s.m.terms[s.m.first[k]:s.m.first[k+1]] {
		sum += s.weights[t]
	}
	return sum
}

func (s *coverage) add(i int) {
	k := s.row[i]
	s.picks[s.section[k]]++
	s.subjects = slices.DeleteFunc(s.subjects, func(x subject) bool { return x.rows[k] })
	for _, t := range s.m.terms[s.m.first[k]:s.m.first[k+1]] {
		s.weights[t] *= discountTerm
	}
}
