package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/keywords"
)

// write prints the tables, and writes the files that the options ask for.
func (c *comparison) write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "A  %s  %s\nB  %s  %s\n", c.a.name, c.size(c.a, 0), c.b.name, c.size(c.b, 1))
	c.table(&b, "words", c.words, c.a.words.Total(), c.b.words.Total())
	c.table(&b, "phrases", c.phrases, c.phraseSizes[0].Tokens, c.phraseSizes[1].Tokens)
	c.listPassages(&b)
	if _, err := io.WriteString(w, b.String()); err != nil {
		return err
	}
	if c.opts.csv == "" {
		return nil
	}
	if err := os.MkdirAll(c.opts.csv, 0o777); err != nil {
		return err
	}
	for _, file := range []struct {
		name string
		rows [][]string
	}{
		{"words.csv", keynessRows("word", c.words, c.a.words.Total(), c.b.words.Total())},
		{"phrases.csv", keynessRows("phrase", c.phrases, c.phraseSizes[0].Tokens, c.phraseSizes[1].Tokens)},
		{"passages.csv", c.passageRows()},
	} {
		if err := writeCSV(filepath.Join(c.opts.csv, file.name), file.rows); err != nil {
			return err
		}
	}
	return nil
}

func (c *comparison) size(s side, k int) string {
	return fmt.Sprintf("%s, %d words, %d of them content words", documents(len(s.ids)), c.phraseSizes[k].Tokens, s.words.Total())
}

func documents(n int) string {
	if n == 1 {
		return "1 document"
	}
	return fmt.Sprintf("%d documents", n)
}

// table prints the rows of a table that A has more of, and those that B has.
func (c *comparison) table(b *strings.Builder, what string, rows []keywords.Keyness, total, refTotal int) {
	more := slices.IndexFunc(rows, func(r keywords.Keyness) bool { return r.LogRatio < 0 })
	if more < 0 {
		more = len(rows)
	}
	less := slices.Clone(rows[more:])
	slices.Reverse(less)
	for i, part := range [][]keywords.Keyness{rows[:more], less} {
		name := [2]string{"A", "B"}[i]
		fmt.Fprintf(b, "\n%s that %s has more of: %s\n", capital(what), name, firstOf(c.opts.top, len(part)))
		if len(part) == 0 {
			continue
		}
		fmt.Fprintf(b, "%9s %9s %7s %6s %9s %7s %6s %9s  %s\n", "G²", "log ratio", "A", "docs", "per mil.", "B", "docs", "per mil.", what[:len(what)-1])
		for _, r := range part[:min(len(part), c.opts.top)] {
			fmt.Fprintf(b, "%9.1f %+9.2f %7d %6d %9.0f %7d %6d %9.0f  %s\n", r.G2, r.LogRatio,
				r.Count, r.Docs, perMillion(r.Count, total), r.RefCount, r.RefDocs, perMillion(r.RefCount, refTotal), r.Key)
		}
	}
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// firstOf says how many of a list are printed.
func firstOf(top, n int) string {
	if n <= top {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%d of %d", top, n)
}

func perMillion(count, total int) float64 {
	if total == 0 {
		return 0
	}
	return 1e6 * float64(count) / float64(total)
}

// listPassages prints the passages, each with its first places.
func (c *comparison) listPassages(b *strings.Builder) {
	fmt.Fprintf(b, "\nShared word for word: %s passages of %d characters or more\n", firstOf(c.opts.top, len(c.passages)), c.opts.minRunes)
	for _, p := range c.passages[:min(len(c.passages), c.opts.top)] {
		fmt.Fprintf(b, "\n%d characters, A ×%d in %s, B ×%d in %s\n  %s\n",
			p.Runes, len(p.Places), documents(distinct(p.Places)), len(p.Others), documents(distinct(p.Others)), clipped(p.Text))
		for _, list := range []struct {
			name   string
			ids    []string
			places []analysis.Place
		}{{"A", c.a.ids, p.Places}, {"B", c.b.ids, p.Others}} {
			for i, at := range list.places {
				if i == shownPlaces {
					fmt.Fprintf(b, "  %s and %d more\n", list.name, len(list.places)-i)
					break
				}
				fmt.Fprintf(b, "  %s %s [%d:%d]\n", list.name, list.ids[at.Document], at.Start, at.End)
			}
		}
	}
}

// What the text output has of a passage: the CSV has all.
const (
	shownPlaces = 3
	shownRunes  = 200
)

// distinct counts the documents of places, which are in their order.
func distinct(places []analysis.Place) (n int) {
	for i, p := range places {
		if i == 0 || p.Document != places[i-1].Document {
			n++
		}
	}
	return n
}

// clipped returns a passage on one line, and of a long one the beginning and the
// end.
func clipped(s string) string {
	runes := []rune(strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " "))
	if len(runes) <= shownRunes {
		return string(runes)
	}
	return string(runes[:shownRunes*3/4]) + " […] " + string(runes[len(runes)-shownRunes/4:])
}

func keynessRows(what string, rows []keywords.Keyness, total, refTotal int) [][]string {
	out := [][]string{{what, "count_a", "documents_a", "per_million_a", "count_b", "documents_b", "per_million_b", "g2", "p", "log_ratio", "percent_diff"}}
	for _, r := range rows {
		out = append(out, []string{
			r.Key,
			strconv.Itoa(r.Count), strconv.Itoa(r.Docs), decimals(perMillion(r.Count, total), 2),
			strconv.Itoa(r.RefCount), strconv.Itoa(r.RefDocs), decimals(perMillion(r.RefCount, refTotal), 2),
			decimals(r.G2, 4), strconv.FormatFloat(keywords.Significance(r.G2), 'e', 3, 64), decimals(r.LogRatio, 4), decimals(r.PercentDiff, 2),
		})
	}
	return out
}

func (c *comparison) passageRows() [][]string {
	out := [][]string{{"passage", "characters", "side", "document", "start", "end", "text"}}
	for i, p := range c.passages {
		for _, at := range p.Places {
			out = append(out, placeRow(i+1, p, "A", c.a.ids, at))
		}
		for _, at := range p.Others {
			out = append(out, placeRow(i+1, p, "B", c.b.ids, at))
		}
	}
	return out
}

func placeRow(number int, p analysis.Passage, side string, ids []string, at analysis.Place) []string {
	return []string{strconv.Itoa(number), strconv.Itoa(p.Runes), side, ids[at.Document], strconv.Itoa(at.Start), strconv.Itoa(at.End), p.Text}
}

func decimals(x float64, n int) string { return strconv.FormatFloat(x, 'f', n, 64) }

func writeCSV(path string, rows [][]string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := csv.NewWriter(f)
	if err := w.WriteAll(rows); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
