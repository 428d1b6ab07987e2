package summarize

import (
	"math"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// Two sentences say the same when more than maxOverlap of the distinct terms
// of both are in both (Jaccard's coefficient). It is looked for in the first
// maxCompared picks, so that the time stays linear in the text.
const (
	maxOverlap  = 0.8
	maxCompared = 100
)

// pick fills the budget and returns the picks, the best first; none if not even
// the shortest candidate has at most z.runes() characters.
func (z Summarizer) pick(in *input, s selection) []choice {
	p := z.picker(in, s)
	p.sentences, p.room = z.budget(in, in.ranked)
	if picked := p.pick(in.ranked, in.isCandidate); len(picked) > 0 {
		return picked
	}
	best := candidates(in)
	if picked := p.pick(best, anySentence); len(picked) > 0 {
		return picked
	}
	p.units = new(units)
	if picked := p.pick(best, anySentence); len(picked) > 0 || p.room == z.runes() {
		return picked
	}
	p.sentences, p.room = 1, z.runes()
	return p.pick(best, anySentence)
}

func anySentence(int) bool { return true }

func (z Summarizer) picker(in *input, s selection) *picker {
	return &picker{input: in, selection: s, units: newUnits(in), allowed: make([]bool, len(in.doc.Sentences))}
}

// budget returns how many of the sentences, and how many characters, a summary
// of them may have.
func (z Summarizer) budget(in *input, of []int) (sentences, room int) {
	sentences, room = z.Sentences, z.runes()
	if sentences == 0 {
		sentences = math.MaxInt
		if z.Runes == 0 && z.Ratio == 0 {
			sentences = DefaultSentences
		}
	}
	if z.Ratio > 0 {
		total := 0
		for _, i := range of {
			total += in.runes[in.row[i]]
		}
		room = min(room, int(z.Ratio*(1+z.Tolerance)*float64(total)))
	}
	return sentences, room
}

// shortest returns the number of characters of the shortest candidate.
func shortest(in *input) int {
	n := math.MaxInt
	for _, i := range candidates(in) {
		n = min(n, in.runes[in.row[i]])
	}
	return n
}

// distinctTerms returns a sentence's terms in ascending order.
func distinctTerms(s *analysis.Sentence) []analysis.TermID {
	terms := make([]analysis.TermID, 0, len(s.Tokens))
	for i := range s.Tokens {
		if t := s.Tokens[i].Term; t != analysis.NoTerm {
			terms = append(terms, t)
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

// sayTheSame reports whether Jaccard's coefficient of two ascending lists is
// above maxOverlap. Lists without terms tell nothing.
func sayTheSame(a, b []analysis.TermID) bool {
	if float64(min(len(a), len(b))) <= maxOverlap*float64(max(len(a), len(b))) {
		return false
	}
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			both++
			i++
			j++
		}
	}
	return float64(both) > maxOverlap*float64(len(a)+len(b)-both)
}

// round makes scores that differ by rounding errors equal.
func round(x float64) float64 { return math.Round(x * 1e12) }
