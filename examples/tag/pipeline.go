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
	Date     string     `json:"date,omitempty"`
	Source   string     `json:"source,omitempty"`
	Author   string     `json:"author,omitempty"`
	Encoding string     `json:"encoding,omitempty"`
	Keywords []keyword  `json:"keywords"`
	Phrases  []phrase   `json:"phrases"`
	Cited    []cited    `json:"cited,omitempty"`
	Numerals []numeral  `json:"numerals"`
	Summary  []sentence `json:"summary"`
	Notes    []string   `json:"notes,omitempty"`

	Furniture []furniture `json:"furniture,omitempty"`

	Text  string `json:"text,omitempty"`
	Error string `json:"-"`
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

// furniture is a part of the text that belongs to its page.
type furniture struct {
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
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

var errEmpty = errors.New("the text is empty")

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
		var err error
		if corpus, err = readCorpus(o.corpusFile); err != nil {
			return nil, err
		}
	}
	segmenter, entries, err := o.work.open()
	if err != nil {
		return nil, err
	}
	p.segmenter = segmenter
	p.analyzer.Segmenter = segmenter
	p.extractor.Corpus = corpus
	p.extractor.Lexicon = make(map[string]bool)
	for _, e := range entries {
		p.extractor.Lexicon[analysis.Key(e.Word)] = true
	}
	p.extractor.Scorer = methods.Keywords[cmp.Or(o.method, methods.DefaultKeywords)](corpus)
	p.summarizer = o.summary.summarizer()
	return p, nil
}

// readCorpus reads a file of document frequencies.
func readCorpus(path string) (*analysis.Corpus, error) {
	in, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	c, err := analysis.ReadCorpus(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

// open opens the segmenter, with the lexicon, if there is one.
func (o workOptions) open() (s analysis.Segmenter, entries []lexicon.Entry, err error) {
	if o.lexicon != "" {
		f, err := os.Open(o.lexicon)
		if err != nil {
			return nil, nil, err
		}
		defer f.Close()
		if entries, err = lexicon.Read(f); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", o.lexicon, err)
		}
	}
	if o.segmenter == "gojieba" {
		s, err = openGojieba(entries)
	} else {
		s, err = native.Open(native.Options{Lexicon: entries})
	}
	return s, entries, err
}

func (p *pipeline) close() error { return closeSegmenter(p.segmenter) }

func closeSegmenter(s analysis.Segmenter) error {
	if c, ok := s.(io.Closer); ok {
		return c.Close()
	}
	return nil
}

// tag works on one article. Its error is only ctx's; what is wrong with the
// article goes into the result.
func (p *pipeline) tag(ctx context.Context, e entry, err error) (result, error) {
	r := result{ID: e.id, Keywords: []keyword{}, Phrases: []phrase{}, Numerals: []numeral{}, Summary: []sentence{}}
	if err == nil {
		var a article
		a, err = p.opts.input.decode(e)
		r.ID = a.ID
		if err == nil {
			err = p.fill(ctx, &r, a)
		}
	}
	if err != nil {
		if ctx.Err() != nil {
			return r, ctx.Err()
		}
		r.Error = err.Error()
	}
	return r, nil
}

func (p *pipeline) fill(ctx context.Context, r *result, a article) error {
	if strings.TrimSpace(a.Text) == "" {
		return errEmpty
	}
	doc, err := p.analyzer.Analyze(ctx, a.Source)
	if err != nil {
		return err
	}
	defer doc.Release()
	r.Title, r.Date, r.Source, r.Author, r.Encoding = doc.Title, doc.Date, doc.Source, doc.Author, a.encoding
	r.Notes = a.notes
	for _, f := range doc.Furniture {
		r.Furniture = append(r.Furniture, furniture{f.Kind.String(), f.Start, f.End})
	}
	if p.opts.withText {
		r.Text = doc.Text
	}

	found, err := p.extractor.ExtractAll(ctx, doc, p.opts.keywords)
	if err != nil {
		return err
	}
	for i := range found.Phrases {
		x := &found.Phrases[i]
		switch {
		case x.Kind == keywords.WorkTitle || x.Kind == keywords.DocumentNumber:
			if len(r.Cited) < p.opts.phrases {
				r.Cited = append(r.Cited, cited{x.Text, x.Kind.String(), x.Count, spans(x.Mentions)})
			}
		case len(r.Phrases) < p.opts.phrases:
			r.Phrases = append(r.Phrases, phrase{x.Text, rounded(x.Score), x.Count, spans(x.Mentions), p.why(x.Features)})
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
		k := keyword{Text: x.Text, Score: rounded(x.Score), Count: x.Count, Tag: x.Tag, Spans: spans(x.Mentions), Why: p.why(x.Features)}
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
func (p *pipeline) why(features func() []keywords.Feature) (out []reason) {
	if !p.opts.explain {
		return nil
	}
	for _, f := range features() {
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
