package main

import (
	"context"
	"fmt"
	"io"
	"iter"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/desk"
	"github.com/tifa-go/tifa/keywords"
)

// A side is one of the two collections.
type side struct {
	name  string // as the call names it
	ids   []string
	words keywords.Counts
}

// A comparison is what there is to say of the two sides.
type comparison struct {
	opts     options
	analyzer *analysis.Analyzer
	done     func()          // after each document
	failure  func(err error) // of a document
	failed   int

	a, b        side
	counter     keywords.PhraseCounter
	words       []keywords.Keyness
	phrases     []keywords.Keyness
	phraseSizes [2]keywords.Size
	passages    []analysis.Passage
}

func newComparison(o options, a *analysis.Analyzer, done func(), failure func(error)) *comparison {
	return &comparison{opts: o, analyzer: a, done: done, failure: failure}
}

// Groups of the PhraseCounter.
const groupA, groupB = "A", "B"

// read reads both sides, document by document, and compares them. What it keeps
// are counts, the numbers of the words, and the texts of A with their index.
func (c *comparison) read(ctx context.Context, stdin io.Reader, a, b string) error {
	index, err := analysis.Reuse{MinRunes: c.opts.minRunes, Exact: c.opts.exact}.Index(c.documents(ctx, stdin, &c.a, a, groupA))
	if err != nil {
		return err
	}
	if c.passages, err = index.Compare(c.documents(ctx, stdin, &c.b, b, groupB)); err != nil {
		return err
	}
	for _, s := range []side{c.a, c.b} {
		if len(s.ids) == 0 {
			return fmt.Errorf("%s: there is no document to compare", s.name)
		}
	}
	c.words = c.kept(keywords.Compare(&c.a.words, &c.b.words))
	table, err := c.counter.Table(ctx, keywords.TableOptions{
		Phrases: keywords.Phrases{MinCount: max(2, c.opts.minCount)}, MinDocuments: c.opts.minDocs,
	})
	if err != nil {
		return err
	}
	if n := table.Left.Documents; n > 0 {
		c.failure(fmt.Errorf("of %d documents the phrases are not counted: there is too much text", n))
	}
	for _, g := range table.Groups {
		c.phraseSizes[g.Group[0]-'A'] = g.Size
	}
	c.phrases = c.kept(table.Compare(groupA, groupB))
	return nil
}

// documents yields the documents of a side, and counts them on the way. One that
// fails is left out.
func (c *comparison) documents(ctx context.Context, stdin io.Reader, s *side, name, group string) iter.Seq2[*analysis.Document, error] {
	s.name = name
	return func(yield func(*analysis.Document, error) bool) {
		for doc, err := range c.analyzer.Stream(ctx, desk.Sources([]string{name}, stdin)) {
			if err == nil {
				err = c.counter.Add(doc, group)
			}
			if ctx.Err() != nil {
				yield(nil, ctx.Err())
				return
			}
			if err != nil {
				c.failed++
				c.failure(err)
				c.done()
				continue
			}
			s.ids = append(s.ids, doc.ID)
			s.words.Add(doc)
			if !yield(doc, nil) {
				return
			}
			c.done()
		}
	}
}

// kept returns the rows that the options do not leave out.
func (c *comparison) kept(rows []keywords.Keyness) (out []keywords.Keyness) {
	for _, r := range rows {
		if r.Count+r.RefCount >= c.opts.minCount && r.Docs+r.RefDocs >= c.opts.minDocs && r.G2 >= c.opts.minG2 {
			out = append(out, r)
		}
	}
	return out
}
