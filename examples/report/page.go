package main

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"math"
	"slices"
	"unicode"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/desk"
	"github.com/tifa-go/tifa/keywords"
)

//go:embed report.html
var pageHTML string

//go:embed report.css
var pageCSS string

//go:embed report.js
var pageJS string

var pageTemplate = template.Must(template.New("report").Parse(pageHTML))

// policy lets the page use its own style and script and nothing else: neither
// what is loaded nor a script that a text might have.
var policy = "default-src 'none'; style-src " + hash(pageCSS) + "; script-src " + hash(pageJS) + "; base-uri 'none'; form-action 'none'"

// hash is how a Content-Security-Policy names a style or a script.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// What the template shows.
type (
	page struct {
		Policy                          string
		Style                           template.CSS
		Script                          template.JS
		ID, Title, Genre, NoPicks       string
		Characters, Sentences, Sections int
		Summary                         []linked
		Keywords, Phrases               []row
		Numerals                        []numeralRow
		Cited                           []*item
		Tree                            []treeRow
		Cloud                           cloud
		Items                           []*item
		Paragraphs                      []paragraph
	}
	linked struct{ Text, Link string }
	row    struct {
		*item
		Score  float64
		Count  int
		Alone  int
		Bar    float64 // of Alone, in hundredths of the longest
		Inside float64 // of the others
	}
	numeralRow struct {
		*item
		Source  string
		Members []string
		Link    string // to the sentence that names the members, or ""
	}
	treeRow struct {
		ID, Number, Title string
		Level             int
		Keywords          []chip
	}
	chip struct {
		linked
		Count int
	}
	paragraph struct {
		Class     string
		Sentences []sentence
	}
	sentence struct {
		ID, Class string
		Sections  []string // ids of those that begin here
		Segments  []segment
	}
)

// writePage writes the page.
func writePage(w io.Writer, f findings) error {
	x := f.items()
	p := page{
		Policy: policy, Style: template.CSS(pageCSS), Script: template.JS(pageJS),
		ID: desk.OneLine(f.doc.ID), Title: desk.OneLine(f.doc.Title), Genre: f.genre.String(), NoPicks: f.noPicks,
		Sections: len(f.doc.Sections), Cloud: newCloud(x.items), Items: x.items,
	}
	if p.Title == "" {
		p.Title = p.ID
	}
	for _, r := range f.doc.Text {
		if !unicode.IsSpace(r) {
			p.Characters++
		}
	}
	for _, s := range f.summary {
		p.Summary = append(p.Summary, linked{desk.OneLine(s.Text), sentenceID(s.Sentence)})
	}
	p.lists(f, x)
	p.tree(f, x)
	p.text(f, x)
	return pageTemplate.Execute(w, p)
}

// lists fills the lists of what was found.
func (p *page) lists(f findings, x *index) {
	most := 1
	for _, k := range f.keywords {
		most = max(most, k.Count)
	}
	for _, k := range f.keywords {
		p.Keywords = append(p.Keywords, newRow(x.of(k.Text), k.Score, k.Count, k.Count, most))
	}
	most = 1
	for _, k := range f.phrases {
		most = max(most, k.Count)
	}
	for _, k := range f.phrases {
		p.Phrases = append(p.Phrases, newRow(x.of(k.Text), k.Score, k.Count, k.Alone, most))
	}
	for _, n := range f.numerals {
		r := numeralRow{item: x.of(n.Text), Source: n.Source.String()}
		for _, m := range n.Members {
			r.Members = append(r.Members, desk.OneLine(m.Text))
		}
		if n.Source == keywords.SourceText {
			r.Link = sentenceID(f.sentenceAt(n.Evidence.Start))
		}
		p.Numerals = append(p.Numerals, r)
	}
	for _, c := range f.cited {
		p.Cited = append(p.Cited, x.of(c.text))
	}
}

func newRow(i *item, score float64, count, alone, most int) row {
	share := func(n int) float64 { return math.Round(1000*float64(n)/float64(most)) / 10 }
	return row{item: i, Score: score, Count: count, Alone: alone, Bar: share(alone), Inside: share(count - alone)}
}

// tree fills the tree of sections.
func (p *page) tree(f findings, x *index) {
	for n, s := range f.doc.Sections {
		r := treeRow{ID: sectionID(n), Number: desk.OneLine(s.Number), Title: desk.OneLine(s.Title), Level: min(s.Level, 6)}
		for _, k := range f.sections[n] {
			i := x.of(k.Text)
			r.Keywords = append(r.Keywords, chip{linked{desk.OneLine(k.Text), i.firstFrom(k.Mentions[0].Start)}, k.Count})
		}
		p.Tree = append(p.Tree, r)
	}
}

// text fills the text, cut into what is marked and what is not.
func (p *page) text(f findings, x *index) {
	cutter := newCutter(f.doc.Text, x.items)
	section, n := 0, 0 // the next ones
	for _, q := range f.doc.Paragraphs {
		out := paragraph{Class: paragraphClass(q)}
		for _, s := range q.Sentences {
			t := sentence{ID: sentenceID(n), Class: s.Role.String(), Segments: cutter.cut(s.Start, s.End)}
			if slices.ContainsFunc(p.Summary, func(l linked) bool { return l.Link == t.ID }) {
				t.Class += " sum"
			}
			for ; section < len(f.doc.Sections) && f.doc.Sections[section].Start < s.End; section++ {
				t.Sections = append(t.Sections, sectionID(section))
			}
			if s.Role != analysis.RoleBlank {
				p.Sentences++
			}
			out.Sentences = append(out.Sentences, t)
			n++
		}
		p.Paragraphs = append(p.Paragraphs, out)
	}
}

// sentenceAt returns the sentence at a byte of the text.
func (f findings) sentenceAt(at int) int {
	i, found := slices.BinarySearchFunc(f.doc.Sentences, at, func(s analysis.Sentence, at int) int { return s.Start - at })
	if !found {
		i--
	}
	return i
}

func (x *index) of(text string) *item { return x.byKey[analysis.Key(text)] }

func sentenceID(n int) string { return fmt.Sprintf("t%d", n) }
func sectionID(n int) string  { return fmt.Sprintf("s%d", n) }
