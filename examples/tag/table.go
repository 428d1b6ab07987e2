package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// tableOptions are what the flags say of tables.
type tableOptions struct {
	bom   bool
	exact bool
}

// flags adds the flags to f.
func (o *tableOptions) flags(f *flag.FlagSet) {
	f.BoolVar(&o.bom, "bom", false, "begin a table with a byte order mark, which tells Excel that it is UTF-8\n(tag -bom -o csv articles/ >tags.csv)")
	f.BoolVar(&o.exact, "exact", false, "leave cells of a table that a spreadsheet takes for a formula as they are\n(tag -exact -o tsv articles/ >tags.tsv)")
}

// check returns what is wrong with the flags, "" for nothing.
func (o tableOptions) check(output string) string {
	switch {
	case isTable(output):
		return ""
	case o.bom:
		return "-bom needs -o csv or tsv"
	case o.exact:
		return "-exact needs -o csv or tsv"
	}
	return ""
}

func isTable(output string) bool { return output == "csv" || output == "tsv" }

// columns are the first row of a table.
var columns = []string{"id", "title", "date", "source", "author", "kind", "rank", "text", "score", "count", "tag", "members", "section", "start", "end", "spans"}

// A row is a row of a table, but for what is the article's.
type row struct {
	kind, text, score, count, tag, members, section string
	spans                                           []span
}

// rows returns a row for everything that there is to say of an article.
func (r result) rows() []row {
	if r.Error != "" {
		return []row{{kind: "error", text: r.Error}}
	}
	var out []row
	for _, k := range r.Keywords {
		out = append(out, row{kind: "keyword", text: k.Text, score: decimal(k.Score), count: strconv.Itoa(k.Count), tag: k.Tag, spans: k.Spans})
	}
	for _, p := range r.Phrases {
		out = append(out, row{kind: "phrase", text: p.Text, score: decimal(p.Score), count: strconv.Itoa(p.Count), spans: p.Spans})
	}
	for _, c := range r.Cited {
		out = append(out, row{kind: c.Kind, text: c.Text, count: strconv.Itoa(c.Count), spans: c.Spans})
	}
	for _, n := range r.Numerals {
		out = append(out, row{kind: "numeral", text: n.Text, count: strconv.Itoa(len(n.Spans)), members: strings.Join(n.Members, " | "), spans: n.Spans})
	}
	for _, s := range r.Summary {
		out = append(out, row{kind: "summary", text: s.Text, score: decimal(s.Score), section: s.Section, spans: []span{{s.Start, s.End}}})
	}
	for _, n := range r.Notes {
		out = append(out, row{kind: "note", text: n})
	}
	return out
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// writeTable writes the rows of an article, with commas or tabs between cells.
func (o tableOptions) writeTable(comma rune) func(b *bytes.Buffer, r result) error {
	return func(b *bytes.Buffer, r result) error {
		w := csv.NewWriter(b)
		w.Comma = comma
		rank, kind := 0, ""
		for _, x := range r.rows() {
			if rank++; x.kind != kind {
				rank, kind = 1, x.kind
			}
			start, end := "", ""
			if len(x.spans) > 0 {
				start, end = strconv.Itoa(x.spans[0][0]), strconv.Itoa(x.spans[0][1])
			}
			w.Write([]string{
				o.cell(r.ID), o.cell(r.Title), o.cell(r.Date), o.cell(r.Source), o.cell(r.Author),
				x.kind, strconv.Itoa(rank), o.cell(x.text), x.score, x.count,
				o.cell(x.tag), o.cell(x.members), o.cell(x.section), start, end, spansCell(x.spans),
			}) // b keeps no error
		}
		w.Flush()
		return w.Error()
	}
}

// spansCell writes offsets so that a spreadsheet takes them for no date or time,
// as it does 3-5 and 3:5.
func spansCell(spans []span) string {
	var b strings.Builder
	for i, s := range spans {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d..%d", s[0], s[1])
	}
	return b.String()
}

var lineBreaks = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\u2028", " ", "\u2029", " ")

// cell makes one line of a text and, unless cells are to be exact, puts an
// apostrophe before what a spreadsheet would run as a formula: the first
// characters are those of OWASP's page on CSV injection.
func (o tableOptions) cell(s string) string {
	if strings.ContainsAny(s, "\r\n\u2028\u2029") {
		s = lineBreaks.Replace(s)
	}
	if first, _ := utf8.DecodeRuneInString(s); !o.exact && strings.ContainsRune("=+-@\t＝＋－＠", first) && s != "" {
		return "'" + s
	}
	return s
}

// header returns what a table begins with.
func (o tableOptions) header(comma string) []byte {
	h := strings.Join(columns, comma) + "\n"
	if o.bom {
		h = string(bom) + h
	}
	return []byte(h)
}
