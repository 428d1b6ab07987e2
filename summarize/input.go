package summarize

import (
	"context"

	"github.com/tifa-go/tifa/analysis"
)

// An input is a document, or several joined, as the methods see it.
type input struct {
	doc    *analysis.Document
	ranked []int
	genre  Genre
	starts []int     // first sentence of each document, where there are several
	texts  []string  // of the ranked sentences, without the space around them
	number []int     // how long the number is that each begins with, 0 for none
	cues   []cueSet  // of each without its number
	focus  []float64 // of each how much of the Focus it has; nil without one
	boosts []float64 // of each sentence, what Focus and Aim multiply its score by; nil for 1
}

func newInput(doc *analysis.Document, ranked []int, genre Genre) *input {
	if genre == GenreAuto {
		genre = DetectGenre(doc)
	}
	in := &input{doc: doc, ranked: ranked, genre: genre}
	for _, i := range ranked {
		s := sentenceText(doc, i)
		n := listNumber(s)
		in.texts, in.number, in.cues = append(in.texts, s), append(in.number, n), append(in.cues, cuesOf(s[n:]))
	}
	return in
}

// A selector is a Scorer whose sentences lose by what was picked before.
type selector interface {
	begin(ctx context.Context, in *input) (selection, error)
}

// A rankedScorer is a Scorer that can be told which sentences rankable found,
// and need not look for them again.
type rankedScorer interface {
	score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error)
}
