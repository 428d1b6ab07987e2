package summarize

import (
	"math"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// overlaps tell how much a sentence says of its section's heading and of the
// document's title.
type overlaps struct {
	doc      *analysis.Document
	m        *rows
	headings [][]analysis.TermID // of each section, distinct, ascending
	titled   []float64           // of each term its IDF among the rows where the title has it, else 0
	inTitle  float64             // their sum
}

func newOverlaps(doc *analysis.Document, m *rows) *overlaps {
	o := &overlaps{doc: doc, m: m, headings: make([][]analysis.TermID, len(doc.Sections)), titled: make([]float64, len(doc.Terms))}
	for _, s := range doc.Sentences {
		if s.Role == analysis.RoleHeading && s.Section >= 0 {
			o.headings[s.Section] = append(o.headings[s.Section], distinctTerms(s)...)
		}
	}
	title := analysis.Key(doc.Title)
	for i, t := range doc.Terms {
		if m.df[i] > 0 && strings.Contains(title, t.Key) && !cues["title says nothing"].in(t.Key) {
			o.titled[i] = math.Log(1 + float64(len(m.sentences))/float64(m.df[i]))
			o.inTitle += o.titled[i]
		}
	}
	return o
}

// heading returns the share of the terms of row k's heading that the row has.
func (o *overlaps) heading(k int) float64 {
	section := o.doc.Sentences[o.m.sentences[k]].Section
	if section < 0 || len(o.headings[section]) == 0 {
		return 0
	}
	both := 0
	for _, t := range o.headings[section] {
		for e := o.m.first[k]; e < o.m.first[k+1]; e++ {
			if o.m.terms[e] == t {
				both++
				break
			}
		}
	}
	return float64(both) / float64(len(o.headings[section]))
}

// title returns the share of the title's terms that row k has, by their IDF.
func (o *overlaps) title(k int) float64 {
	if o.inTitle == 0 {
		return 0
	}
	both := 0.0
	for e := o.m.first[k]; e < o.m.first[k+1]; e++ {
		both += o.titled[o.m.terms[e]]
	}
	return both / o.inTitle
}
