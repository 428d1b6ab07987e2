package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/ordered"
	"github.com/tifa-go/tifa/keywords"
)

// countOptions are what the flags of tag count say.
type countOptions struct {
	words bool
	input inputOptions
	work  workOptions
	args  []string
}

func parseCountFlags(args []string, stdout io.Writer) (o countOptions, err error) {
	f := newFlags("tag count")
	f.BoolVar(&o.words, "words", false, "count words only, no phrases (tag count -words shard1.jsonl >1.corpus)")
	o.input.flags(f)
	o.work.flags(f)
	if o.args, err = parse(f, countUsage, args, stdout); err != nil {
		return o, err
	}
	return o, firstWrong(f, o.input.check(), o.work.check())
}

// runCount is tag count.
func runCount(ctx context.Context, s streams, args []string) error {
	o, err := parseCountFlags(args, s.out)
	if err != nil {
		return err
	}
	segmenter, _, err := o.work.open()
	if err != nil {
		return failure{2, err.Error()}
	}
	defer closeSegmenter(segmenter)
	bar := startProgress(o.work.progress, s.err, func() int64 { return totalBytes(o.args, articleFiles(o.input.globs), s.in) })
	defer bar.stop()
	t := tally{command: s.name, page: true, messages: bar}
	// CountCorpus gets what could be read and decoded.
	sources := func(yield func(analysis.Source, error) bool) {
		for d, err := range ordered.Map(ctx, o.work.workers, entries(ctx, o.input, o.args, s.in, s.out), o.input.source) {
			if err != nil {
				return // ctx's, which CountCorpus sees too
			}
			t.tell(d.done)
			t.add(d.done)
			bar.update(t.total, d.read)
			if d.problem == "" && !yield(d.source, nil) {
				return
			}
		}
	}
	analyzer := analysis.Analyzer{Segmenter: segmenter, Workers: o.work.workers}
	var phrases analysis.PhraseFunc
	if !o.words {
		phrases = keywords.Phrases{}.Spans
	}
	c, err := analyzer.CountCorpus(ctx, sources, phrases)
	if ctx.Err() != nil {
		return stopped(ctx, t.total, "article")
	}
	bar.stop()
	if err != nil {
		fmt.Fprintf(s.err, "%s: %v\n", s.name, err)
	}
	if err := writeCorpus(s.out, c); err != nil {
		return err
	}
	t.failed = t.total - c.Len()
	return t.result()
}

// sourced is an article that is decoded, or why it is not.
type sourced struct {
	done
	source analysis.Source
}

func (o inputOptions) source(ctx context.Context, e entry, err error) (sourced, error) {
	d := sourced{done: done{id: e.id, read: e.read}}
	if err == nil {
		var a article
		a, err = o.decode(e)
		d.id, d.source = a.ID, a.Source
	}
	if err == nil && strings.TrimSpace(d.source.Text) == "" {
		err = errEmpty
	}
	if err != nil {
		d.problem = err.Error()
	}
	return d, ctx.Err()
}
