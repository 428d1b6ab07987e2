package summarize

import (
	"fmt"
	"math"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// How much a Focus counts in the exponent of a sentence's score, and the
// greatest it may; a whole entry by itself makes a score twenty times as high.
const (
	focusWeight = 3.
	focusMost   = 4.
)

// boost sets what Focus and Aim multiply each sentence's score by.
func (in *input) boost(focus []string, aim Aim) error {
	if len(focus) == 0 && aim == AimGist {
		return nil
	}
	in.boosts = make([]float64, len(in.doc.Sentences))
	for i := range in.boosts {
		in.boosts[i] = 1
	}
	if aim != AimGist {
		for k, i := range in.ranked {
			in.boosts[i] = math.Exp(aim.weight(in, k))
		}
	}
	if len(focus) == 0 {
		return nil
	}
	found := false
	in.focus = make([]float64, len(in.ranked))
	entries := make([]entryOfFocus, len(focus))
	for k, f := range focus {
		entries[k] = newEntryOfFocus(in.doc, f)
	}
	for k, i := range in.ranked {
		sum := 0.0
		key := analysis.Key(in.texts[k])
		for _, e := range entries {
			sum += e.share(key, &in.doc.Sentences[i])
		}
		if sum > 0 {
			found = true
			in.focus[k] = min(focusMost/focusWeight, sum/math.Sqrt(float64(len(entries))))
			in.boosts[i] *= math.Exp(focusWeight * in.focus[k])
		}
	}
	if !found {
		return fmt.Errorf("summarize: document %q: %w: %s", in.doc.ID, ErrFocus, strings.Join(focus, ", "))
	}
	return nil
}

// An entryOfFocus is a word, a phrase or a question that a summary is to be about.
type entryOfFocus struct {
	key   string
	terms map[analysis.TermID]float64 // the document's terms that it contains, by their part of their IDF
}

func newEntryOfFocus(doc *analysis.Document, s string) entryOfFocus {
	e := entryOfFocus{key: analysis.Key(s), terms: make(map[analysis.TermID]float64)}
	corpus, sum := analysis.Background(), 0.0
	var in []analysis.TermID
	for i, t := range doc.Terms {
		if e.key != "" && strings.Contains(e.key, t.Key) {
			in = append(in, analysis.TermID(i))
			sum += corpus.IDF(t.Key)
		}
	}
	for _, t := range in {
		e.terms[t] = corpus.IDF(doc.Terms[t].Key) / sum
	}
	return e
}

// share returns how much of the entry is in a sentence: 1 for all of it, half
// as much for its terms apart.
func (e entryOfFocus) share(key string, s *analysis.Sentence) float64 {
	if e.key != "" && strings.Contains(key, e.key) {
		return 1
	}
	share := 0.0
	for _, t := range distinctTerms(s) {
		share += e.terms[t]
	}
	return share / 2
}
