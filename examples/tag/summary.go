package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/methods"
	"github.com/tifa-go/tifa/summarize"
)

// summaryOptions are what the flags say of summaries.
type summaryOptions struct {
	sentences int
	chars     int
	ratio     float64
	method    string
	query     string
	genre     string
	tasks     bool
	sections  bool
}

// sentence is a sentence of a summary.
type sentence struct {
	Text    string  `json:"text"`
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Score   float64 `json:"score"`
	Section string  `json:"section,omitempty"`
}

// flags adds the flags to f.
func (o *summaryOptions) flags(f *flag.FlagSet) {
	f.IntVar(&o.sentences, "sentences", 3, "summarise in at most `N` sentences (tag -sentences 5 a.txt)")
	f.IntVar(&o.chars, "chars", 0, "summarise in at most `N` characters, in place of -sentences (tag -chars 300 a.txt)")
	f.Float64Var(&o.ratio, "ratio", 0, "summarise in at most this `PART` of the text, in place of -sentences\n(tag -ratio 0.05 a.txt)")
	f.StringVar(&o.method, "summarizer", methods.DefaultSummary, "pick sentences by `METHOD`: "+methods.Names(methods.Summaries)+"\n(tag -summarizer lexrank a.txt)")
	f.StringVar(&o.query, "query", "", "summarise what is about `WORDS`, parted by blanks (tag -query \"基层治理 财政\" a.txt)")
	f.StringVar(&o.genre, "genre", "auto", "take every article for one of this `GENRE`: report, notice, regulation, speech,\nnews, ruling or other (tag -genre report a.txt)")
	f.BoolVar(&o.tasks, "tasks", false, "summarise what is to be done, before what was (tag -tasks a.txt)")
	f.BoolVar(&o.sections, "sections", false, "summarise each section of the first level by itself (tag -sections a.txt)")
}

// check returns what is wrong with the flags, "" for nothing.
func (o *summaryOptions) check(given map[string]bool) string {
	budgets := 0
	for _, name := range []string{"sentences", "chars", "ratio"} {
		if given[name] {
			budgets++
		}
	}
	_, err := summarize.ParseGenre(o.genre)
	switch {
	case o.sentences < 0 || o.chars < 0:
		return "a number of sentences or characters is negative"
	case budgets > 1:
		return "-sentences, -chars and -ratio exclude each other"
	case given["chars"] && o.chars == 0:
		return "-chars 0: a summary needs characters; -sentences 0 means none"
	case given["ratio"] && !(o.ratio > 0 && o.ratio <= 1):
		return fmt.Sprintf("-ratio %v: the part is above 0 and up to 1", o.ratio)
	case methods.Summaries[o.method] == nil:
		return fmt.Sprintf("-summarizer %s: the method is one of %s", o.method, methods.Names(methods.Summaries))
	case err != nil:
		return fmt.Sprintf("-genre %s: the genre is report, notice, regulation, speech, news, ruling, other or auto", o.genre)
	}
	return ""
}

// none reports whether no summary is wanted.
func (o *summaryOptions) none() bool { return o.sentences == 0 && o.chars == 0 && o.ratio == 0 }

func (o *summaryOptions) summarizer() summarize.Summarizer {
	z := summarize.Summarizer{Scorer: methods.Summaries[o.method], Focus: strings.Fields(o.query)}
	z.Genre, _ = summarize.ParseGenre(o.genre) // checked
	if o.tasks {
		z.Aim = summarize.AimTasks
	}
	switch {
	case o.chars > 0:
		z.Runes = o.chars
	case o.ratio > 0:
		z.Ratio = o.ratio
	default:
		z.Sentences = o.sentences
	}
	return z
}

func (p *pipeline) summarize(ctx context.Context, r *result, doc *analysis.Document) error {
	if p.opts.summary.none() {
		return nil
	}
	add := func(picks []summarize.Pick, section string) {
		for _, x := range picks {
			r.Summary = append(r.Summary, sentence{x.Text, x.Start, x.End, rounded(x.Score), section})
		}
	}
	note := func(err error) error {
		if ctx.Err() != nil {
			return err
		}
		r.Notes = append(r.Notes, err.Error())
		return nil
	}
	z := p.summarizer
	if p.opts.summary.sections && len(doc.Sections) > 0 {
		all, err := z.Sections(ctx, doc, 1)
		if errors.Is(err, summarize.ErrFocus) {
			r.Notes = append(r.Notes, err.Error())
			z.Focus = nil
			all, err = z.Sections(ctx, doc, 1)
		}
		if err != nil {
			return note(err)
		}
		for _, s := range all {
			x := doc.Sections[s.Section]
			add(s.Picks, x.Number+x.Title)
		}
		return nil
	}
	s, err := z.Summarize(ctx, doc)
	if errors.Is(err, summarize.ErrFocus) {
		r.Notes = append(r.Notes, err.Error())
		z.Focus = nil
		s, err = z.Summarize(ctx, doc)
	}
	if err != nil {
		return note(err)
	}
	add(s.Picks, "")
	return nil
}
