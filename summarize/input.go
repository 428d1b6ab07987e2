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
	boosts []float64 // of each sentence, what Focus and Aim multiply its score by; nil for 1
}

func newInput(doc *analysis.Document, ranked []int, genre Genre) *input {
	if genre == GenreAuto {
		genre = DetectGenre(doc)
	}
	return &input{doc: doc, ranked: ranked, genre: genre}
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

// reader lists the ranked sentences.
func (in *input) reader() *reader {
	r := &reader{doc: in.doc, genre: in.genre, body: in.ranked, place: make(map[int]int, len(in.ranked)), texts: make([]string, len(in.ranked))}
	starts := in.starts
	for b, i := range in.ranked {
		for len(starts) > 0 && starts[0] <= i {
			r.starts = append(r.starts, b)
			starts = starts[1:]
		}
		r.place[i] = b
		if b == 0 || in.doc.Sentences[i].Paragraph != in.doc.Sentences[in.ranked[b-1]].Paragraph {
			r.paragraphs++
		}
		r.texts[b] = sentenceText(in.doc, i)
	}
	return r
}
