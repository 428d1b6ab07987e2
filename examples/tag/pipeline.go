package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/lexicon"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/examples/internal/methods"
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
	Numerals []numeral  `json:"numerals"`
	Summary  []sentence `json:"summary"`
	Notes    []string   `json:"notes,omitempty"`
	Error    string     `json:"-"`
}

type keyword struct {
	Text     string    `json:"text"`
	Score    float64   `json:"score"`
	Count    int       `json:"count"`
	Tag      string    `json:"tag"`
	Spans    []span    `json:"spans"`
	Variants []variant `json:"variants,omitempty"`
	Why      []reason  `json:"why,omitempty"`
}

type phrase struct {
	Text  string   `json:"text"`
	Score float64  `json:"score"`
	Count int      `json:"count"`
	Spans []span   `json:"spans"`
	Why   []reason `json:"why,omitempty"`
}

// A variant is another form of a keyword.
type variant struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
}

// A reason is a part of a score.
type reason struct {
	Feature string  `json:"feature"`
	Value   float64 `json:"value"`
}

// cited is a title or the number of a document that recurs.
type cited struct {
	Text  string `json:"text"`
	Kind  string `json:"kind"`
	Count int    `json:"count"`
	Spans []span `json:"spans"`
}

type numeral struct {
	Text    string   `json:"text"`
	Members []string `json:"members"`
	Source  string   `json:"source"`
	Spans   []span   `json:"spans"`
}

// A span is a start and an end in bytes of the text.
type span [2]int

// A pipeline does the work on one article after the other. It may be used by
// several goroutines.
type pipeline struct {
	opts       options
	segmenter  analysis.Segmenter
	analyzer   analysis.Analyzer
	extractor  keywords.Extractor
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
	var entries []lexicon.Entry
	if o.lexicon != "" {
		f, err := os.Open(o.lexicon)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if entries, err = lexicon.Read(f); err != nil {
			return nil, fmt.Errorf("%s: %w", o.lexicon, err)
		}
	}
	var err error
	if o.segmenter == "gojieba" {
		p.segmenter, err = openGojieba(entries)
	} else {
		p.segmenter, err = native.Open(native.Options{Lexicon: entries})
	}
	if err != nil {
		return nil, err
	}
	p.analyzer.Segmenter = p.segmenter
	p.extractor.Corpus = corpus
	p.extractor.Lexicon = make(map[string]bool)
	for _, e := range entries {
		p.extractor.Lexicon[analysis.Key(e.Word)] = true
	}
	p.extractor.Scorer = methods.Keywords[cmp.Or(o.method, methods.DefaultKeywords)](corpus)
	p.summarizer = o.summary.summarizer()
	return p, nil
}

func (p *pipeline) close() error {
	if c, ok := p.segmenter.(io.Closer); ok {
		return c.Close()
	}
	return nil
}

// tag works on one article. Its error is only ctx's; what is wrong with the
// article goes into the result.
func (p *pipeline) tag(ctx context.Context, src analysis.Source, err error) (result, error) {
	r := result{ID: src.ID, Keywords: []keyword{}, Phrases: []phrase{}, Numerals: []numeral{}, Summary: []sentence{}}
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

	found, err := p.extractor.ExtractAll(ctx, doc, p.opts.keywords)
	if err != nil {
		return err
	}
	for _, x := range found.Phrases {
		switch {
		case x.Kind == keywords.WorkTitle || x.Kind == keywords.DocumentNumber:
			if len(r.Cited) < p.opts.phrases {
				r.Cited = append(r.Cited, cited{x.Text, x.Kind.String(), x.Count, spans(x.Mentions)})
			}
		case len(r.Phrases) < p.opts.phrases:
			r.Phrases = append(r.Phrases, phrase{x.Text, rounded(x.Score), x.Count, spans(x.Mentions), p.why(x.Features())})
		}
	}
	if len(r.Phrases) == 0 && p.opts.phrases > 0 {
		r.Notes = append(r.Notes, "no phrase recurs in the text")
	}

	for _, x := range found.Numerals {
		members := make([]string, len(x.Members))
		for i, m := range x.Members {
			members[i] = m.Text
		}
		r.Numerals = append(r.Numerals, numeral{x.Text, members, x.Source.String(), spans(x.Mentions)})
	}
	if len(found.Numerals) == 0 {
		r.Notes = append(r.Notes, "no numeral slogan is in the text")
	}

	for _, x := range found.Keywords {
		k := keyword{Text: x.Text, Score: rounded(x.Score), Count: x.Count, Tag: x.Tag, Spans: spans(x.Mentions), Why: p.why(x.Features())}
		for _, v := range x.Variants {
			k.Variants = append(k.Variants, variant(v))
		}
		r.Keywords = append(r.Keywords, k)
	}
	if len(found.Keywords) == 0 && p.opts.keywords > 0 {
		r.Notes = append(r.Notes, "no word of the text can be a keyword")
	}
	return p.summarize(ctx, r, doc)
}

// why returns the parts of a score, if they are asked for.
func (p *pipeline) why(features []keywords.Feature) (out []reason) {
	if !p.opts.explain {
		return nil
	}
	for _, f := range features {
		out = append(out, reason{f.Name, rounded(f.Value)})
	}
	return out
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
