package summarize

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// Two sentences say the same when more than maxOverlap of the distinct terms
// of both are in both (Jaccard's coefficient). It is looked for in the first
// maxCompared picks, so that the time stays linear in the text.
const (
	maxOverlap  = 0.8
	maxCompared = 100
)

// pick returns the summary's sentences in text order; none if not even the
// shortest candidate has at most z.Runes characters.
func (z Summarizer) pick(doc *analysis.Document, ranked []int, scores []float64) []Pick {
	limit, sentences := z.Runes, z.Sentences
	if limit == 0 {
		limit = math.MaxInt
	}
	if sentences == 0 {
		sentences = math.MaxInt
		if z.Runes == 0 && z.Ratio == 0 {
			sentences = DefaultSentences
		}
	}
	room := limit
	if z.Ratio > 0 {
		total := 0
		for _, i := range ranked {
			total += runes(doc, i)
		}
		room = min(limit, int(z.Ratio*float64(total)))
	}

	best := slices.Clone(candidates(doc, ranked))
	slices.SortFunc(best, func(a, b int) int {
		return cmp.Or(cmp.Compare(round(scores[b]), round(scores[a])), cmp.Compare(a, b))
	})
	picked := fill(doc, best, sentences, room)
	if len(picked) == 0 && room < limit {
		picked = fill(doc, best, 1, limit)
	}
	slices.Sort(picked)

	picks := make([]Pick, len(picked))
	for k, i := range picked {
		start, end := trimmed(doc.Sentences[i])
		picks[k] = Pick{Text: doc.Text[start:end], Start: start, End: end, Sentence: i, Score: scores[i]}
	}
	return picks
}

// fill takes each of the sentences that has room and says something new, up to
// n sentences and room characters.
func fill(doc *analysis.Document, best []int, n, room int) []int {
	var picked []int
	var said [][]analysis.TermID
	for _, i := range best {
		if len(picked) == n || room == 0 {
			break
		}
		size := runes(doc, i)
		if size > room {
			continue
		}
		terms := distinctTerms(doc.Sentences[i])
		if slices.ContainsFunc(said, func(s []analysis.TermID) bool { return sayTheSame(s, terms) }) {
			continue
		}
		if len(said) < maxCompared {
			said = append(said, terms)
		}
		picked = append(picked, i)
		room -= size
	}
	return picked
}

// runes returns the number of characters that a sentence takes of the budget.
func runes(doc *analysis.Document, i int) int {
	start, end := trimmed(doc.Sentences[i])
	return utf8.RuneCountInString(doc.Text[start:end])
}

// shortest returns the number of characters of the shortest candidate.
func shortest(doc *analysis.Document, ranked []int) int {
	n := math.MaxInt
	for _, i := range candidates(doc, ranked) {
		n = min(n, runes(doc, i))
	}
	return n
}

// distinctTerms returns a sentence's terms in ascending order.
func distinctTerms(s analysis.Sentence) []analysis.TermID {
	var terms []analysis.TermID
	for _, t := range s.Tokens {
		if t.Term != analysis.NoTerm {
			terms = append(terms, t.Term)
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
