package main

import (
	"context"
	"errors"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/keywords"
	"github.com/tifa-go/tifa/summarize"
)

// findings are all that a page tells.
type findings struct {
	doc      *analysis.Document
	genre    summarize.Genre
	keywords []keywords.Keyword
	// candidates are all keywords, of which keywords are the best.
	candidates []keywords.Keyword
	phrases    []keywords.Phrase // without titles and numbers of documents
	numerals   []keywords.Numeral
	cited      []cited
	sections   [][]keywords.Keyword // of each of doc.Sections
	summary    []summarize.Pick
	noPicks    string // why the summary is empty
}

// cited is a title, with its 《》, or the number of a document that the text names.
type cited struct {
	text, kind string
	mentions   []analysis.Span
}

func (o options) find(ctx context.Context, a *analysis.Analyzer, src analysis.Source) (findings, error) {
	doc, err := a.Analyze(ctx, src)
	if err != nil {
		return findings{}, err
	}
	all, err := keywords.Extractor{}.ExtractAll(ctx, doc, -1)
	if err != nil {
		return findings{}, err
	}
	f := findings{
		doc: doc, genre: summarize.DetectGenre(doc), numerals: all.Numerals,
		candidates: all.Keywords, keywords: all.Keywords[:min(o.keywords, len(all.Keywords))],
		sections: keywords.BySection(doc, all.Keywords, o.section),
		cited:    citedIn(doc),
	}
	for _, p := range all.Phrases {
		if len(f.phrases) < o.phrases && p.Kind != keywords.WorkTitle && p.Kind != keywords.DocumentNumber {
			f.phrases = append(f.phrases, p)
		}
	}
	summary, err := summarize.Summarizer{Sentences: o.sentences}.Summarize(ctx, doc)
	switch {
	case err == nil:
		f.summary = summary.Picks
	case errors.Is(err, summarize.ErrNoSentences):
		f.noPicks = err.Error()
	default:
		return findings{}, err
	}
	return f, nil
}

// citedIn returns the documents that a document cites, aliases merged, each by what
// stands where it is cited first.
func citedIn(doc *analysis.Document) (out []cited) {
	for _, c := range analysis.Citations(doc) {
		kind := "title"
		if c.Title == "" {
			kind = "number"
		}
		first := c.Mentions[0]
		out = append(out, cited{text: doc.Text[first.Start:first.End], kind: kind, mentions: c.Mentions})
	}
	return out
}
