package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/desk"
)

// findings are the places found so far. Nothing of them points into a text, so
// that no text is kept.
type findings struct {
	queries   []string
	places    []place
	documents []document
}

// A place is a hit with its text.
type place struct {
	query      int // index into queries
	document   int // index into documents
	start, end int // byte offsets into the document's text
	section    string

	left, match, right string
}

// A document is how often each query stands in one text.
type document struct {
	id    string
	words int
	hits  []int
}

func (f *findings) add(doc *analysis.Document, hits []analysis.Hit) {
	d := document{id: doc.ID, hits: make([]int, len(f.queries))}
	for _, t := range doc.Tokens {
		if t.Kind != analysis.KindPunct && t.Kind != analysis.KindSpace {
			d.words++
		}
	}
	text := func(start, end int) string { return strings.Clone(doc.Text[start:end]) }
	for _, h := range hits {
		d.hits[h.Query]++
		p := place{
			query: h.Query, document: len(f.documents), start: h.Start, end: h.End,
			left:  strings.TrimLeftFunc(text(h.Left.Start, h.Left.End), unicode.IsSpace),
			match: text(h.Start, h.End),
			right: strings.TrimRightFunc(text(h.Right.Start, h.Right.End), unicode.IsSpace),
		}
		if s := doc.Sentences[h.Sentence].Section; s >= 0 {
			p.section = doc.Sections[s].Number + doc.Sections[s].Title // a new string
		}
		f.places = append(f.places, p)
	}
	f.documents = append(f.documents, d)
}

// sort sorts the places by query and then as order says: "left" by the left
// context read backwards, "right" by the right one, and "text" as they stand.
// Characters compare by their pinyin.
func (f *findings) sort(order string) {
	collator, buffer := collate.New(language.Chinese), &collate.Buffer{}
	key := func(p place) []byte {
		switch order {
		case "left":
			r := []rune(desk.OneLine(p.left))
			slices.Reverse(r)
			return collator.KeyFromString(buffer, string(r))
		case "right":
			return collator.KeyFromString(buffer, desk.OneLine(p.right))
		}
		return nil
	}
	type keyed struct {
		place
		key []byte
	}
	all := make([]keyed, len(f.places))
	for i, p := range f.places {
		all[i] = keyed{p, key(p)}
	}
	slices.SortStableFunc(all, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.query, b.query), slices.Compare(a.key, b.key))
	})
	for i, k := range all {
		f.places[i] = k.place
	}
}

// of returns the places of a query, once they are sorted, and in how many
// documents they are.
func (f *findings) of(query int) (places []place, documents int) {
	first, _ := slices.BinarySearchFunc(f.places, query, func(p place, q int) int { return cmp.Compare(p.query, q) })
	last, _ := slices.BinarySearchFunc(f.places, query+1, func(p place, q int) int { return cmp.Compare(p.query, q) })
	for _, d := range f.documents {
		if d.hits[query] > 0 {
			documents++
		}
	}
	return f.places[first:last], documents
}
