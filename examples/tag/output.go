package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
)

// A writer writes what there is to say of an article.
type writer func(b *bytes.Buffer, r result) error

// formats are the forms of output, by their names.
var formats = map[string]func(o options) (head []byte, w writer){
	"text":  func(options) ([]byte, writer) { return nil, writeText },
	"jsonl": func(options) ([]byte, writer) { return nil, writeJSON },
	"csv":   func(o options) ([]byte, writer) { return o.table.header(","), o.table.writeTable(',') },
	"tsv":   func(o options) ([]byte, writer) { return o.table.header("\t"), o.table.writeTable('\t') },
}

// writeJSON writes one line for the article.
func writeJSON(b *bytes.Buffer, r result) error {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if r.Error != "" {
		return enc.Encode(struct {
			ID    string `json:"id"`
			Error string `json:"error"`
		}{r.ID, r.Error})
	}
	return enc.Encode(r)
}

// writeText writes a page to read. Errors have no place on it.
func writeText(b *bytes.Buffer, r result) error {
	if r.Error != "" {
		return nil
	}
	title := r.Title
	if title == "" {
		title = "(no title)"
	}
	fmt.Fprintf(b, "%s  [%s]\n", title, r.ID)
	if known := strings.TrimSpace(strings.Join([]string{r.Date, r.Source, r.Author}, " ")); known != "" {
		b.WriteString(known + "\n")
	}
	b.WriteString("\n")
	if len(r.Keywords) > 0 {
		var items []item
		for _, k := range r.Keywords {
			items = append(items, item{fmt.Sprintf("%s ×%d", k.Text, k.Count), k.Score, k.Why})
		}
		b.WriteString("关键词 Keywords\n" + list(items) + "\n")
	}
	if len(r.Phrases) > 0 {
		var items []item
		for _, p := range r.Phrases {
			items = append(items, item{fmt.Sprintf("%s ×%d", p.Text, p.Count), p.Score, p.Why})
		}
		b.WriteString("提法 Phrases\n" + list(items) + "\n")
	}
	if len(r.Cited) > 0 {
		var items []item
		for _, c := range r.Cited {
			items = append(items, item{text: fmt.Sprintf("%s ×%d", c.Text, c.Count)})
		}
		b.WriteString("引用 Cited\n" + list(items) + "\n")
	}
	if len(r.Numerals) > 0 {
		b.WriteString("数字提法 Numeral slogans\n")
		for _, n := range r.Numerals {
			fmt.Fprintf(b, "  %s ×%d", n.Text, len(n.Spans))
			if len(n.Members) > 0 {
				b.WriteString("  " + strings.Join(n.Members, " | "))
			}
			b.WriteString("\n")
		}
		b.WriteString("\n")
	}
	if len(r.Summary) > 0 {
		b.WriteString("摘要 Summary\n")
		section := ""
		for _, s := range r.Summary {
			if s.Section != section {
				section = s.Section
				fmt.Fprintf(b, "  %s\n", section)
			}
			fmt.Fprintf(b, "  • %s\n", s.Text)
		}
		b.WriteString("\n")
	}
	for _, n := range r.Notes {
		fmt.Fprintf(b, "(%s)\n", n)
	}
	return nil
}

// lineWidth is how wide, in columns, a line of the page grows.
const lineWidth = 76

// An item is one entry of a list, with the reasons for its score, if it has any.
type item struct {
	text  string
	score float64
	why   []reason
}

// list sets items in lines, two blanks between them, or, where they have
// reasons, one a line. A Han character is two columns wide.
func list(items []item) string {
	var b strings.Builder
	col := 0
	for _, x := range items {
		if len(x.why) > 0 {
			b.WriteString("  " + x.explained() + "\n")
			continue
		}
		s := x.text
		width := 0
		for _, r := range s {
			if width++; r >= 0x1100 {
				width++
			}
		}
		switch {
		case col == 0:
			b.WriteString("  ")
			col = 2
		case col+2+width > lineWidth:
			b.WriteString("\n  ")
			col = 2
		default:
			b.WriteString("  ")
			col += 2
		}
		b.WriteString(s)
		col += width
	}
	if col > 0 {
		b.WriteString("\n")
	}
	return b.String()
}

// explained returns the item with its score and what makes it, the part that
// adds or takes most first.
func (x item) explained() string {
	why := slices.Clone(x.why)
	slices.SortStableFunc(why, func(a, b reason) int { return cmp.Compare(math.Abs(b.Value), math.Abs(a.Value)) })
	digits := decimals(x.score)
	s := fmt.Sprintf("%s  %.*f =", x.text, digits, x.score)
	for _, f := range why {
		s += fmt.Sprintf(" %+.*f %s,", digits, f.Value, f.Feature)
	}
	return strings.TrimSuffix(s, ",")
}

// decimals returns how many decimals show three digits of a score: 2, and up to
// the 6 that there are for the small scores of PageRank, which sum to 1.
func decimals(score float64) int {
	n := 2
	for ; n < 6 && math.Abs(score) < 1; score *= 10 {
		n++
	}
	return n
}
