package summarize

import (
	"math"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// A coverage is the selection of a Coverage.
type coverage struct {
	m         *rows
	row       []int     // of a sentence
	factor    []float64 // of a row, e^π·|s|^length
	power     float64
	weights   *termWeights
	bonus     []float64 // of a row, for its share of the Focus; nil without one
	section   []int     // of a row
	bySection bool
	picks     map[int]int // in a section
	subjects  []subject   // that no pick names yet
	scale     float64

	// Before the first pick:
	sums   []float64 // of a row, what covered returns; -1 if not known
	bounds []float64 // of a row, the most that it adds, without the scale
	named  []bool    // of a row, whether it has a subject; nil if none has
}

// roundingErrors is more than the part by which a gain may be off.
const roundingErrors = 1e-9

// start makes the greatest gain of a sentence 1. A gain that is certainly not the
// greatest is not computed, for which the one that may be the greatest comes first.
func (s *coverage) start() {
	n := len(s.factor)
	if n == 0 {
		return
	}
	if len(s.subjects) > 0 {
		s.named = make([]bool, n)
		for _, x := range s.subjects {
			for k := range x.rows {
				s.named[k] = true
			}
		}
	}
	s.sums, s.bounds = s.m.arena.floats.take(n), s.m.arena.floats.take(n)
	first := 0 // the row with the greatest bound
	for k := range n {
		s.sums[k] = -1
		sum := s.weights.atMost(s.terms(k))
		if s.bonus != nil {
			sum += s.bonus[k]
		}
		s.bounds[k] = s.startGain(k, sum) * (1 + roundingErrors)
		if s.bounds[k] > s.bounds[first] {
			first = k
		}
	}
	most := s.startGain(first, s.startSum(first))
	for k := range n {
		if s.bounds[k] > most {
			most = max(most, s.startGain(k, s.startSum(k)))
		}
	}
	if most > 0 {
		s.scale = 1 / most
	}
}

func (s *coverage) terms(k int) []analysis.TermID { return s.m.terms[s.m.first[k]:s.m.first[k+1]] }

// bound implements bounded.
func (s *coverage) bound(i int) float64 { return s.scale * s.bounds[s.row[i]] }

// first implements bounded.
func (s *coverage) first(i int) float64 {
	k := s.row[i]
	return s.startGain(k, s.startSum(k))
}

// startGain returns what row k, which covers sum, adds before the first pick.
func (s *coverage) startGain(k int, sum float64) float64 {
	g := s.scale * s.factor[k] * s.root(sum)
	if s.named != nil && s.named[k] {
		g *= subjectBonus
	}
	return g
}

func (s *coverage) root(sum float64) float64 {
	if s.power == 1 {
		return sum
	}
	return math.Sqrt(sum)
}

func (s *coverage) startSum(k int) float64 {
	if s.sums[k] < 0 {
		sum := 0.0
		if s.bonus != nil {
			sum = s.bonus[k]
		}
		s.weights.ask(s.terms(k))
		for _, t := range s.terms(k) {
			sum += s.weights.begun[t]
		}
		s.sums[k] = sum
	}
	return s.sums[k]
}

func (s *coverage) gain(i int) float64 {
	k := s.row[i]
	g := s.scale * s.factor[k] * s.root(s.covered(k))
	for _, x := range s.subjects {
		if x.rows[k] {
			g *= subjectBonus
			break
		}
	}
	if s.bySection && s.picks[s.section[k]] > 0 {
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
	s.weights.ask(s.terms(k))
	for _, t := range s.terms(k) {
		sum += s.weights.left[t]
	}
	return sum
}

func (s *coverage) add(i int) {
	k := s.row[i]
	s.picks[s.section[k]]++
	s.subjects = slices.DeleteFunc(s.subjects, func(x subject) bool { return x.rows[k] })
	s.weights.ask(s.terms(k))
	for _, t := range s.terms(k) {
		s.weights.left[t] *= discountTerm
	}
}

// termWeights are the weights of a document's terms in a coverage: df × IDF, and
// a tenth of it for those that only one row has. Each is computed when it is first
// asked for: most of them never are, and a look-up in the corpus costs as much as
// all else that is done for a term.
type termWeights struct {
	doc    *analysis.Document
	corpus *analysis.Corpus
	df     []int32   // of a term, the number of its rows
	tenths []int32   // of a term, its weight for an IDF of 0.1
	begun  []float64 // of a term before the first pick, 0 if not known
	left   []float64 // … discounted by the picks that have it
	most   float64   // no IDF is greater

	asked   []analysis.TermID // for ask
	answers []float64
}

func newTermWeights(doc *analysis.Document, m *rows, corpus *analysis.Corpus) *termWeights {
	if corpus == nil {
		corpus = analysis.Background()
	}
	n := len(doc.Terms)
	w := &termWeights{doc: doc, corpus: corpus, df: m.df, tenths: m.arena.int32s.take(n), begun: m.arena.floats.zeros(n), left: m.arena.floats.take(n), most: math.Log(1+float64(corpus.Len())) + 1}
	for t, df := range m.df {
		w.tenths[t] = 10 * df
		if df == 1 {
			w.tenths[t] = 10 * weightOnce
		}
	}
	return w
}

// ask computes the weights of the terms that have none yet.
func (w *termWeights) ask(terms []analysis.TermID) {
	w.asked = w.asked[:0]
	for _, t := range terms {
		if w.begun[t] == 0 {
			w.asked = append(w.asked, t)
		}
	}
	if len(w.asked) == 0 {
		return
	}
	w.answers = w.doc.AppendIDF(w.answers[:0], w.corpus, w.asked)
	for i, t := range w.asked {
		v := float64(w.df[t]) * w.answers[i]
		if w.df[t] == 1 {
			v *= weightOnce
		}
		w.begun[t], w.left[t] = v, v
	}
}

// atMost returns what the weights of terms add up to at most, before the first
// pick.
func (w *termWeights) atMost(terms []analysis.TermID) float64 {
	sum := 0
	for _, t := range terms {
		sum += int(w.tenths[t])
	}
	return float64(sum) / 10 * w.most
}
