package summarize

import (
	"context"
	"math"
	"sync"

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

// policyLengths and rulingLengths are the powers of the lengths of most sentences.
var policyLengths, rulingLengths = &powers{exponent: policyLength}, &powers{exponent: rulingLength}

// powers are those of whole numbers, computed once for the small ones.
type powers struct {
	exponent float64
	once     sync.Once
	small    [512]float64
}

func (p *powers) of(n int) float64 {
	if n >= len(p.small) {
		return math.Pow(float64(n), p.exponent)
	}
	p.once.Do(func() {
		for k := range p.small {
			p.small[k] = math.Pow(float64(k), p.exponent)
		}
	})
	return p.small[n]
}

// Score implements [Scorer]. It fails only with ctx's error.
func (c Coverage) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	return c.score(ctx, doc, rankable(doc))
}

func (c Coverage) score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error) {
	in := newInput(doc, ranked, GenreAuto)
	defer in.arena.release()
	s, err := c.begin(ctx, in)
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
	m := in.arena.rows(in.doc, in.ranked)
	s := &coverage{m: m, row: in.row, weights: newTermWeights(in.doc, m, c.Corpus), picks: make(map[int]int), scale: 1, section: in.arena.ints.take(len(in.ranked))}
	power, length := policyPower, policyLengths
	if in.genre == GenreRuling {
		power, length = rulingPower, rulingLengths
	}
	s.power = power
	s.factor = newReader(in).priors(m)
	sections := make(map[int]bool)
	for k, i := range in.ranked {
		s.factor[k] = math.Exp(s.factor[k]) * length.of(in.runes[k])
		if in.boosts != nil {
			s.factor[k] *= in.boosts[i]
		}
		s.section[k] = in.doc.Sentences[i].Section
		if k == 0 || s.section[k] != s.section[k-1] {
			sections[s.section[k]] = true
		}
	}
	s.bySection = len(sections) >= minSections && in.genre != GenreRuling
	if in.focus == nil { // else the caller says what the subject is
		s.subjects = subjects(in.doc, m)
	} else {
		s.bonus = make([]float64, len(in.ranked))
		most := 0.0
		for k := range in.ranked {
			most = max(most, s.covered(k))
		}
		for k, f := range in.focus {
			s.bonus[k] = f * most
		}
	}
	s.start()
	return s, nil
}
