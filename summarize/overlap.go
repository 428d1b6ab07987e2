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
	section  int                 // whose heading heads has
	heads    []int32             // of each term, how often it is in that heading
	titled   []float64           // of each term its IDF among the rows where the title has it, else 0
	inTitle  float64             // their sum
}

func newOverlaps(doc *analysis.Document, m *rows) *overlaps {
	o := &overlaps{doc: doc, m: m, section: -1,
		headings: make([][]analysis.TermID, len(doc.Sections)), heads: m.arena.int32s.zeros(len(doc.Terms)), titled: m.arena.floats.zeros(len(doc.Terms))}
	for i := range doc.Sentences {
		if s := &doc.Sentences[i]; s.Role == analysis.RoleHeading && s.Section >= 0 {
			o.headings[s.Section] = append(o.headings[s.Section], distinctTerms(s)...)
		}
	}
	title := analysis.Key(doc.Title)
	pairs := bytePairs(title)
	for i := range doc.Terms {
		key := doc.Terms[i].Key
		if m.df[i] > 0 && pairs.mayContain(key) && strings.Contains(title, key) && !saysNothing.in(key) {
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
	if section != o.section {
		if o.section >= 0 {
			for _, t := range o.headings[o.section] {
				o.heads[t] = 0
			}
		}
		for _, t := range o.headings[section] {
			o.heads[t]++
		}
		o.section = section
	}
	both := int32(0)
	for _, t := range o.m.terms[o.m.first[k]:o.m.first[k+1]] {
		both += o.heads[t]
	}
	return float64(both) / float64(len(o.headings[section]))
}

// title returns the share of the title's terms that row k has, by their IDF.
func (o *overlaps) title(k int) float64 {
	if o.inTitle == 0 {
		return 0
	}
	both := 0.0
	for _, t := range o.m.terms[o.m.first[k]:o.m.first[k+1]] {
		if idf := o.titled[t]; idf != 0 { // of few
			both += idf
		}
	}
	return both / o.inTitle
}

// A bytePairSet has the pairs of bytes of a text, by their hash: it tells of most
// words that they are not in the text.
type bytePairSet [16]uint64

func bytePairs(text string) *bytePairSet {
	p := new(bytePairSet)
	for i := 0; i+1 < len(text); i++ {
		h := p.hash(text[i], text[i+1])
		p[h>>6] |= 1 << (h & 63)
	}
	return p
}

func (*bytePairSet) hash(a, b byte) uint { return (uint(a)<<4 ^ uint(b)) & 1023 }

// mayContain reports whether the pairs behind the first byte of word, and behind
// that of its second character, are in the text; of a Han character, that is most of
// what tells it apart.
func (p *bytePairSet) mayContain(word string) bool {
	return (len(word) < 3 || p.has(word[1], word[2])) && (len(word) < 6 || p.has(word[4], word[5]))
}

func (p *bytePairSet) has(a, b byte) bool {
	h := p.hash(a, b)
	return p[h>>6]>>(h&63)&1 != 0
}
