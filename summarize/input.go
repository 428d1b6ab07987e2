package summarize

import (
	"context"

	"github.com/tifa-go/tifa/analysis"
)

// An input is a document, or several joined, as the methods see it.
type input struct {
	arena    *arena // of arrays that nothing needs once the document is summarised
	doc      *analysis.Document
	ranked   []int
	genre    Genre
	row      []int        // of each sentence, its index in ranked, or -1
	starts   []int        // first sentence of each document, where there are several
	texts    []string     // of the ranked sentences, without the space around them
	runes    []int        // how many characters each has
	number   []int        // how long the number is that each begins with, 0 for none
	cues     []cueSet     // of each without its number
	focus    []float64    // of each how much of the Focus it has; nil without one
	captions map[int]bool // of paragraphs, once they are asked for
	boosts   []float64    // of each sentence, what Focus and Aim multiply its score by; nil for 1
}

func newInput(doc *analysis.Document, ranked []int, genre Genre) *input {
	a := arenas.Get().(*arena)
	a.places = sentenceCues.places(a.places[:0], doc.Text)
	places := a.places
	if genre == GenreAuto {
		genre = detectGenre(doc, sentenceCues.has(hasRuling, doc.Text, places))
	}
	n := len(ranked)
	in := &input{arena: a, doc: doc, ranked: ranked, genre: genre, row: a.ints.take(len(doc.Sentences)),
		texts: make([]string, n), runes: a.ints.take(n), number: a.ints.take(n), cues: make([]cueSet, n)}
	for i := range in.row {
		in.row[i] = -1
	}
	for k, i := range ranked {
		start, end := trimmed(doc, &doc.Sentences[i])
		s := doc.Text[start:end]
		in.row[i], in.texts[k], in.runes[k] = k, s, runeCount(s)
		in.number[k] = listNumber(s)
		start += in.number[k]
		for len(places) > 0 && places[0].at < start {
			places = places[1:]
		}
		n := 0
		for n < len(places) && places[n].at < end {
			n++
		}
		in.cues[k] = sentenceCues.classesAt(doc.Text[start:end], start, places[:n])
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
