package summarize

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// A Digest is what was picked from several documents.
type Digest struct {
	Picks []DigestPick // in the order of the documents and their texts, at least one
}

// A DigestPick is a sentence of a Digest.
type DigestPick struct {
	Document int // index into the documents
	Pick         // of that document
}

// String returns the picks' texts, each on a line of its own.
func (d *Digest) String() string {
	var b strings.Builder
	for i, p := range d.Picks {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// Digest picks the best sentences of several documents as if they were one, so
// that what two of them say is said once. The budgets are for all together. The
// first Genre that is not GenreOther holds for all, unless z has one. Terms are
// the same if their Key is.
//
// The errors are those of [Summarizer.Summarize], and one if there is no
// document.
func (z Summarizer) Digest(ctx context.Context, docs []*analysis.Document) (*Digest, error) {
	if err := z.check(); err != nil {
		return nil, err
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("summarize: %w: there is no document", ErrNoSentences)
	}
	for _, d := range docs {
		if z.Genre == GenreAuto {
			if g := DetectGenre(d); g != GenreOther {
				z.Genre = g
			}
		}
	}
	joined := join(docs)
	in, err := z.input(joined.doc)
	if err != nil {
		return nil, err
	}
	in.starts = joined.sentences
	defer in.arena.release()
	choices, err := z.choose(ctx, in)
	if err != nil {
		return nil, err
	}
	out := new(Digest)
	for _, p := range z.picks(joined.doc, choices) {
		k := 0
		for k+1 < len(docs) && joined.sentences[k+1] <= p.Sentence {
			k++
		}
		p.Start -= joined.bytes[k]
		p.End -= joined.bytes[k]
		p.Sentence -= joined.sentences[k]
		if p.Section >= 0 {
			p.Section -= joined.sections[k]
		}
		out.Picks = append(out.Picks, DigestPick{Document: k, Pick: p})
	}
	return out, nil
}

// A joint is a document made of several, and where each begins in it.
type joint struct {
	doc                        *analysis.Document
	bytes, sentences, sections []int
}

// join puts documents one after the other.
func join(docs []*analysis.Document) *joint {
	j := &joint{doc: new(analysis.Document)}
	d := j.doc
	var ids, texts, titles []string
	for _, x := range docs {
		ids, texts, titles = append(ids, x.ID), append(texts, x.Text), append(titles, x.Title)
	}
	d.ID, d.Text, d.Title = strings.Join(ids, ", "), strings.Join(texts, ""), strings.Join(titles, "\n")
	terms := make(map[string]analysis.TermID)
	at := 0
	for _, x := range docs {
		j.bytes = append(j.bytes, at)
		j.sentences = append(j.sentences, len(d.Sentences))
		j.sections = append(j.sections, len(d.Sections))
		j.append(x, at, terms)
		at += len(x.Text)
	}
	j.setViews()
	return j
}

// append adds a document that begins at byte at, without the views.
func (j *joint) append(x *analysis.Document, at int, terms map[string]analysis.TermID) {
	d := j.doc
	paragraphs, sections := len(d.Paragraphs), len(d.Sections)
	for _, t := range x.Tokens {
		t.Start += at
		t.End += at
		if t.Term != analysis.NoTerm {
			term := x.Terms[t.Term]
			id, seen := terms[term.Key]
			if !seen {
				id = analysis.TermID(len(d.Terms))
				terms[term.Key] = id
				term.Count, term.First = 0, len(d.Tokens)
				d.Terms = append(d.Terms, term)
			}
			d.Terms[id].Count++
			t.Term = id
		}
		d.Tokens = append(d.Tokens, t)
	}
	for _, f := range x.Furniture {
		f.Start, f.End = f.Start+at, f.End+at
		if f.Repeats.End > 0 {
			f.Repeats.Start, f.Repeats.End = f.Repeats.Start+at, f.Repeats.End+at
		}
		d.Furniture = append(d.Furniture, f)
	}
	for _, s := range x.Sentences {
		s.Start += at
		s.End += at
		s.Paragraph += paragraphs
		if s.Section >= 0 {
			s.Section += sections
		}
		d.Sentences = append(d.Sentences, s)
	}
	for _, p := range x.Paragraphs {
		p.Start += at
		p.End += at
		d.Paragraphs = append(d.Paragraphs, p)
	}
	for _, s := range x.Sections {
		s.Start += at
		s.End += at
		if s.Parent >= 0 {
			s.Parent += sections
		}
		d.Sections = append(d.Sections, s)
	}
}

// setViews makes the tokens of sentences, and the sentences of paragraphs and
// sections, views on the joint document.
func (j *joint) setViews() {
	d := j.doc
	token, sentence := 0, 0
	for i := range d.Sentences {
		n := len(d.Sentences[i].Tokens)
		d.Sentences[i].Tokens = d.Tokens[token : token+n : token+n]
		token += n
	}
	for i := range d.Paragraphs {
		n := len(d.Paragraphs[i].Sentences)
		d.Paragraphs[i].Sentences = d.Sentences[sentence : sentence+n : sentence+n]
		sentence += n
	}
	for i, s := range d.Sections {
		k, _ := slices.BinarySearchFunc(d.Sentences, s.Start, func(x analysis.Sentence, at int) int { return x.Start - at })
		n := len(s.Sentences)
		d.Sections[i].Sentences = d.Sentences[k : k+n : k+n]
	}
}
