package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// writeJSON writes one line for the article.
func writeJSON(w io.Writer, r result) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if r.Error != "" {
		return enc.Encode(struct {
			ID    string `json:"id"`
			Error string `json:"error"`
		}{r.ID, r.Error})
	}
	return enc.Encode(r)
}

// writeText writes a page to read.
func writeText(w io.Writer, r result) error {
	var b strings.Builder
	title := r.Title
	if title == "" {
		title = "(no title)"
	}
	fmt.Fprintf(&b, "%s  [%s]\n\n", title, r.ID)
	if len(r.Keywords) > 0 {
		var items []string
		for _, k := range r.Keywords {
			items = append(items, fmt.Sprintf("%s ×%d", k.Text, k.Count))
		}
		b.WriteString("关键词 Keywords\n" + list(items) + "\n")
	}
	if len(r.Phrases) > 0 {
		var items []string
		for _, p := range r.Phrases {
			items = append(items, fmt.Sprintf("%s ×%d", p.Text, p.Count))
		}
		b.WriteString("提法 Phrases\n" + list(items) + "\n")
	}
	if len(r.Cited) > 0 {
		var items []string
		for _, c := range r.Cited {
			items = append(items, fmt.Sprintf("%s ×%d", c.Text, c.Count))
		}
		b.WriteString("引用 Cited\n" + list(items) + "\n")
	}
	if len(r.Summary) > 0 {
		b.WriteString("摘要 Summary\n")
		section := ""
		for _, s := range r.Summary {
			if s.Section != section {
				section = s.Section
				fmt.Fprintf(&b, "  %s\n", section)
			}
			fmt.Fprintf(&b, "  • %s\n", s.Text)
		}
		b.WriteString("\n")
	}
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "(%s)\n", n)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// lineWidth is how wide, in columns, a line of the page grows.
const lineWidth = 76

// list sets items in lines, two blanks between them. A Han character is two
// columns wide.
func list(items []string) string {
	var b strings.Builder
	col := 0
	for _, s := range items {
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
	b.WriteString("\n")
	return b.String()
}
