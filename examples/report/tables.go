package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/tifa-go/tifa/keywords"
)

// A table is a CSV file in the making.
type table struct {
	name string
	rows [][]string
}

// row adds a row: strings as they are, whole numbers in full, others with six
// decimals.
func (t *table) row(cells ...any) {
	out := make([]string, len(cells))
	for i, c := range cells {
		switch c := c.(type) {
		case string:
			out[i] = c
		case int:
			out[i] = strconv.Itoa(c)
		case float64:
			out[i] = strconv.FormatFloat(c, 'f', 6, 64)
		}
	}
	t.rows = append(t.rows, out)
}

func newTable(name string, columns string) *table {
	return &table{name: name, rows: [][]string{strings.Split(columns, ",")}}
}

// writeTables writes all numbers of a page as CSV files into a folder.
func writeTables(dir string, bom bool, f findings) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, t := range f.tables() {
		var b bytes.Buffer
		if bom {
			b.WriteString("\ufeff")
		}
		w := csv.NewWriter(&b)
		if err := w.WriteAll(t.rows); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, t.name+".csv"), b.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func (f findings) tables() []*table {
	return append(f.scored(), f.named(), f.citations(), f.outline(), f.picked(), f.places())
}

// scored returns the tables of what has a score.
func (f findings) scored() []*table {
	words := newTable("keywords", "rank,text,score,count,tag,variants")
	phrases := newTable("phrases", "rank,text,score,count,alone,kind,first,words,runes,left_entropy,right_entropy,left_border,right_border,quoted,heading,idf,npmi,c_value")
	parts := newTable("features", "list,text,feature,value")
	features := func(list, text string, all []keywords.Feature) {
		for _, x := range all {
			parts.row(list, text, x.Name, x.Value)
		}
	}
	for i, k := range f.keywords {
		var variants []string
		for _, v := range k.Variants {
			variants = append(variants, v.Text+"×"+strconv.Itoa(v.Count))
		}
		words.row(i+1, k.Text, k.Score, k.Count, k.Tag, strings.Join(variants, " "))
		features("keywords", k.Text, k.Features())
	}
	for i, p := range f.phrases {
		e := p.Evidence
		phrases.row(i+1, p.Text, p.Score, p.Count, p.Alone, p.Kind.String(), p.First, e.Words, e.Runes,
			e.LeftEntropy, e.RightEntropy, e.LeftBorder, e.RightBorder, e.Quoted, e.Heading, e.IDF, e.NPMI, e.CValue)
		features("phrases", p.Text, p.Features())
	}
	return []*table{words, phrases, parts}
}

// named returns the numeral slogans, a row for each member.
func (f findings) named() *table {
	t := newTable("numerals", "text,kind,value,count,source,member")
	for _, n := range f.numerals {
		members := n.Members
		if len(members) == 0 {
			members = []keywords.Member{{}}
		}
		for _, m := range members {
			t.row(n.Text, n.Kind.String(), n.Value, len(n.Mentions), n.Source.String(), m.Text)
		}
	}
	return t
}

func (f findings) citations() *table {
	t := newTable("cited", "text,kind,count")
	for _, c := range f.cited {
		t.row(c.text, c.kind, len(c.mentions))
	}
	return t
}

// outline returns the sections, a row for each of their keywords.
func (f findings) outline() *table {
	t := newTable("sections", "section,parent,level,number,title,start,end,keyword,count,score")
	for i, s := range f.doc.Sections {
		list := f.sections[i]
		if len(list) == 0 {
			list = []keywords.Keyword{{}}
		}
		for _, k := range list {
			t.row(i, s.Parent, s.Level, s.Number, s.Title, s.Start, s.End, k.Text, k.Count, k.Score)
		}
	}
	return t
}

func (f findings) picked() *table {
	t := newTable("summary", "rank,start,end,section,score,text")
	for _, p := range f.summary {
		t.row(p.Rank, p.Start, p.End, p.Section, p.Score, p.Text)
	}
	return t
}

// places returns each place of what is marked.
func (f findings) places() *table {
	t := newTable("places", "text,kinds,place,start,end,sentence,section")
	for _, i := range f.items().items {
		for _, p := range i.Places {
			s := f.sentenceAt(p.Span.Start)
			t.row(i.Text, i.kindNames(), p.N, p.Span.Start, p.Span.End, s, f.doc.Sentences[s].Section)
		}
	}
	return t
}
