package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/jieba"
	"github.com/tifa-go/tifa/keywords"
	"github.com/tifa-go/tifa/summarize"
)

// A result is what there is to say of one article.
type result struct {
	ID       string     `json:"id"`
	Title    string     `json:"title"`
	Keywords []keyword  `json:"keywords"`
	Phrases  []phrase   `json:"phrases"`
	Cited    []cited    `json:"cited,omitempty"`
	Summary  []sentence `json:"summary"`
	Notes    []string   `json:"notes,omitempty"`
	Error    string     `json:"-"`
}

type keyword struct {
	Text  string  `json:"text"`
	Score float64 `json:"score"`
	Count int     `json:"count"`
	Tag   string  `json:"tag"`
	Spans []span  `json:"spans"`
}

type phrase struct {
	Text  string  `json:"text"`
	Score float64 `json:"score"`
	Count int     `json:"count"`
	Spans []span  `json:"spans"`
}

// cited is a title or the number of a document that recurs.
type cited struct {
	Text  string `json:"text"`
	Kind  string `json:"kind"`
	Count int    `json:"count"`
	Spans []span `json:"spans"`
}

// A span is a start and an end in bytes of the text.
type span [2]int

// A pipeline does the work on one article after the other. It may be used by
// several goroutines.
type pipeline struct {
	opts       options
	segmenter  *jieba.Segmenter
	analyzer   analysis.Analyzer
	phrases    keywords.Phrases
	scorer     keywords.Scorer
	summarizer summarize.Summarizer
}

func newPipeline(o options) (*pipeline, error) {
	p := &pipeline{opts: o}
	var corpus *analysis.Corpus // nil: the built-in one
	if o.corpusFile != "" {
		f, err := os.Open(o.corpusFile)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if corpus, err = analysis.ReadCorpus(f); err != nil {
			return nil, fmt.Errorf("%s: %w", o.corpusFile, err)
		}
	}
	var lexicon []jieba.Entry
	if o.lexicon != "" {
		f, err := os.Open(o.lexicon)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if lexicon, err = jieba.ReadLexicon(f); err != nil {
			return nil, fmt.Errorf("%s: %w", o.lexicon, err)
		}
	}
	var err error
	if p.segmenter, err = jieba.Open(jieba.Options{Lexicon: lexicon}); err != nil {
		return nil, err
	}
	p.analyzer.Segmenter = p.segmenter
	p.phrases.Corpus = corpus
	p.scorer = keywords.TFIDF{Corpus: corpus}
	if o.method == "textrank" {
		p.scorer = keywords.TextRank{}
	}
	p.summarizer = o.summary.summarizer()
	return p, nil
}

func (p *pipeline) close() error { return p.segmenter.Close() }

// tag works on one article. Its error is only ctx's; what is wrong with the
// article goes into the result.
func (p *pipeline) tag(ctx context.Context, src analysis.Source, err error) (result, error) {
	r := result{ID: src.ID, Keywords: []keyword{}, Phrases: []phrase{}, Summary: []sentence{}}
	if err == nil {
		err = p.fill(ctx, &r, src)
	}
	if err != nil {
		if ctx.Err() != nil {
			return r, ctx.Err()
		}
		r.Error = err.Error()
	}
	return r, nil
}

func (p *pipeline) fill(ctx context.Context, r *result, src analysis.Source) error {
	if strings.TrimSpace(src.Text) == "" {
		return errors.New("the text is empty")
	}
	doc, err := p.analyzer.Analyze(ctx, src)
	if err != nil {
		return err
	}
	r.Title = doc.Title

	phrases, err := p.phrases.Find(ctx, doc)
	if err != nil {
		return err
	}
	for _, x := range phrases {
		switch {
		case x.Kind == keywords.WorkTitle || x.Kind == keywords.DocumentNumber:
			if len(r.Cited) < p.opts.phrases {
				r.Cited = append(r.Cited, cited{x.Text, x.Kind.String(), x.Count, spans(x.Mentions)})
			}
		case len(r.Phrases) < p.opts.phrases:
			r.Phrases = append(r.Phrases, phrase{x.Text, rounded(x.Score), x.Count, spans(x.Mentions)})
		}
	}
	if len(r.Phrases) == 0 && p.opts.phrases > 0 {
		r.Notes = append(r.Notes, "no phrase recurs in the text")
	}

	merged, err := doc.Merge(keywords.Mentions(phrases))
	if err != nil {
		return err
	}
	scores, err := p.scorer.Score(ctx, merged)
	if err != nil {
		return err
	}
	top := keywords.Top(merged, scores, p.opts.keywords)
	for _, x := range top {
		r.Keywords = append(r.Keywords, keyword{x.Text, rounded(x.Score), x.Count, x.Tag, spans(x.Mentions)})
	}
	if len(top) == 0 && p.opts.keywords > 0 {
		r.Notes = append(r.Notes, "no word of the text can be a keyword")
	}
	return p.summarize(ctx, r, doc)
}

func spans(s []analysis.Span) []span {
	out := make([]span, len(s))
	for i, x := range s {
		out[i] = span{x.Start, x.End}
	}
	return out
}

// rounded leaves six decimals of a score.
func rounded(x float64) float64 { return math.Round(x*1e6) / 1e6 }
