package main

import (
	"encoding/csv"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"

	_ "embed"

	"github.com/rivo/uniseg"

	"github.com/tifa-go/tifa/examples/internal/desk"
)

func (f *findings) write(w io.Writer, format string, bom bool) error {
	if bom && (format == "csv" || format == "counts") {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	switch format {
	case "csv":
		return f.writeCSV(w)
	case "counts":
		return f.writeCounts(w)
	case "html":
		return f.writeHTML(w)
	}
	return f.writeText(w)
}

// writeText writes a heading for each query and its places in columns, the left
// context set flush right. A Han character is two columns wide.
func (f *findings) writeText(w io.Writer) error {
	for q, query := range f.queries {
		places, documents := f.of(q)
		if _, err := fmt.Fprintf(w, "%s  hits %d, documents %d of %d\n", desk.OneLine(query), len(places), documents, len(f.documents)); err != nil {
			return err
		}
		rows := make([][4]string, len(places))
		var widths [4]int
		for i, p := range places {
			rows[i] = [4]string{desk.OneLine(f.documents[p.document].id), desk.OneLine(p.left), desk.OneLine(p.match), desk.OneLine(p.right)}
			for j, s := range rows[i] {
				widths[j] = max(widths[j], uniseg.StringWidth(s))
			}
		}
		for _, r := range rows {
			pad := func(j int) string { return strings.Repeat(" ", widths[j]-uniseg.StringWidth(r[j])) }
			line := "  " + r[0] + pad(0) + "  " + pad(1) + r[1] + "  " + r[2] + pad(2) + "  " + r[3]
			if _, err := fmt.Fprintln(w, strings.TrimRight(line, " ")); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *findings) writeCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"query", "document", "start", "end", "section", "left", "match", "right"}) // out.Error tells
	for _, p := range f.places {
		_ = out.Write([]string{
			f.queries[p.query], f.documents[p.document].id, strconv.Itoa(p.start), strconv.Itoa(p.end),
			p.section, p.left, p.match, p.right,
		})
	}
	out.Flush()
	return out.Error()
}

func (f *findings) writeCounts(w io.Writer) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"query", "document", "hits", "words", "per_million"})
	for q, query := range f.queries {
		for _, d := range f.documents {
			perMillion := 1e6 * float64(d.hits[q]) / float64(max(d.words, 1))
			_ = out.Write([]string{query, d.id, strconv.Itoa(d.hits[q]), strconv.Itoa(d.words), strconv.FormatFloat(perMillion, 'f', 2, 64)})
		}
	}
	out.Flush()
	return out.Error()
}

//go:embed kwic.html
var page string

var pageTemplate = template.Must(template.New("kwic").Parse(page))

// What the template shows.
type (
	pageQuery struct {
		Query           string
		Hits, Documents int
		Rows            []pageRow
	}
	pageRow struct {
		Document, Section  string
		Start              int
		Left, Match, Right string
	}
)

func (f *findings) writeHTML(w io.Writer) error {
	var queries []pageQuery
	for q, query := range f.queries {
		places, documents := f.of(q)
		x := pageQuery{Query: query, Hits: len(places), Documents: documents}
		for _, p := range places {
			x.Rows = append(x.Rows, pageRow{f.documents[p.document].id, p.section, p.start, desk.OneLine(p.left), desk.OneLine(p.match), desk.OneLine(p.right)})
		}
		queries = append(queries, x)
	}
	return pageTemplate.Execute(w, map[string]any{"Queries": queries, "Documents": len(f.documents)})
}
