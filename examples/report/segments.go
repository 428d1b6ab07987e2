package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/tifa-go/tifa/analysis"
)

// A segment is a stretch of text that the same items cover. Marks that overlap or
// are inside each other are cut at each other's borders.
type segment struct {
	Pieces []piece
	Class  string   // "" outside of marks
	Marks  string   // "3.1 7.2": place 1 of item 3 and place 2 of item 7, by start and then the longest first
	Title  string   // what the items are
	IDs    []string // of the places that begin here
}

// A piece is text, or one character that HTML cannot hold or that a reader does
// not see: Code says which.
type piece struct {
	Text, Code string
	Return     bool // a carriage return, which HTML would take for a line feed
}

// A mark is a place of an item in the text.
type mark struct {
	*place
	item *item
}

// A cutter cuts a text, from the start to the end, into segments.
type cutter struct {
	text   string
	marks  []mark // what begins further on, by start and then the longest first
	active []mark
}

func newCutter(text string, items []*item) *cutter {
	c := &cutter{text: text}
	for _, i := range items {
		for n := range i.Places {
			c.marks = append(c.marks, mark{&i.Places[n], i})
		}
	}
	slices.SortStableFunc(c.marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	return c
}

// cut returns the segments of the text from at to end. It must be called for one
// stretch after the other.
func (c *cutter) cut(at, end int) (out []segment) {
	for at < end {
		c.active = slices.DeleteFunc(c.active, func(m mark) bool { return m.Span.End <= at })
		var s segment
		for len(c.marks) > 0 && c.marks[0].Span.Start <= at {
			m := c.marks[0]
			c.marks = c.marks[1:]
			c.active = append(c.active, m)
			s.IDs = append(s.IDs, m.ID)
		}
		to := end
		if len(c.marks) > 0 {
			to = min(to, c.marks[0].Span.Start)
		}
		for _, m := range c.active {
			to = min(to, m.Span.End)
		}
		c.describe(&s)
		s.Pieces = pieces(c.text[at:to])
		out = append(out, s)
		at = to
	}
	return out
}

func (c *cutter) describe(s *segment) {
	var classes, marks, titles []string
	for _, m := range c.active {
		for k, is := range m.item.kinds {
			if is {
				classes = append(classes, kindNames[k][:1])
			}
		}
		marks = append(marks, fmt.Sprintf("%d.%d", m.item.ID, m.N))
		titles = append(titles, m.item.Brief())
	}
	slices.Sort(classes)
	s.Class = strings.Join(slices.Compact(classes), " ")
	s.Marks, s.Title = strings.Join(marks, " "), strings.Join(titles, "\n")
}

// pieces parts text at the characters that must be shown otherwise.
func pieces(text string) (out []piece) {
	from := 0
	for i, r := range text {
		p := piece{Text: string(r)}
		switch {
		case r == '\r':
			p.Return = true
		case r == 0:
			p.Text = "\ufffd" // what HTML makes of it
			p.Code = "U+0000"
		case r != '\n' && r != '\t' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			p.Code = fmt.Sprintf("%U", r)
		default:
			continue
		}
		if i > from {
			out = append(out, piece{Text: text[from:i]})
		}
		out = append(out, p)
		from = i + len(string(r))
	}
	if from < len(text) {
		out = append(out, piece{Text: text[from:]})
	}
	return out
}

// paragraphClass is how a paragraph is set: by the role of its first sentence, if
// that is all it has.
func paragraphClass(p analysis.Paragraph) string {
	if len(p.Sentences) == 0 {
		return "blank"
	}
	role := p.Sentences[0].Role
	for _, s := range p.Sentences[1:] {
		if s.Role != role {
			return "body"
		}
	}
	return role.String()
}
