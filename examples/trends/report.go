package main

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/draw"
	"github.com/tifa-go/tifa/keywords"
)

// A report is what there is to tell.
type report struct {
	table   *keywords.PhraseTable
	lives   keywords.Lives // with its defaults
	eras    []string       // the first periods of all eras but the first
	phrases []keywords.LivedPhrase
	all     bool // Steady and Unsettled are listed too
}

// A kind is a list and what it is called.
type kind struct {
	keywords.LifeKind
	title string
}

// kinds returns the lists, in their order.
func (r *report) kinds() []kind {
	all := []kind{
		{keywords.New, "新出现 New"}, {keywords.Rising, "上升 Rising"}, {keywords.Falling, "下降 Falling"},
		{keywords.Gone, "消失 Gone"}, {keywords.Revived, "复现 Revived"},
		{keywords.Steady, "平稳 Steady"}, {keywords.Unsettled, "零星 Unsettled"},
	}
	if r.all {
		return all
	}
	return all[:5]
}

// of returns the phrases of a kind, the most telling first: those whose change is
// most certain and whose wording most fixed, by the sum of ln G² and the score of
// the table, which is a sum of logarithms for the most part.
func (r *report) of(kind keywords.LifeKind) (out []keywords.LivedPhrase) {
	for _, p := range r.phrases {
		if p.Life.Kind == kind {
			out = append(out, p)
		}
	}
	telling := func(p keywords.LivedPhrase) float64 { return p.Score + math.Log(p.Life.G2) }
	slices.SortStableFunc(out, func(a, b keywords.LivedPhrase) int { return cmp.Compare(telling(b), telling(a)) })
	return out
}

// spans writes the times of use: 1954–1959, 1978–2016.
func (r *report) spans(l keywords.Life, to, next string) string {
	var out []string
	for _, s := range l.Spans {
		out = append(out, r.table.Groups[s.First].Group+to+r.table.Groups[s.Last].Group)
	}
	return strings.Join(out, next)
}

// print writes the lists.
func (r *report) print(w io.Writer, top int) {
	groups := r.table.Groups
	fmt.Fprintf(w, "%d documents of %d periods, %s to %s, %d words\n", r.table.Kept.Documents, len(groups),
		groups[0].Group, groups[len(groups)-1].Group, r.table.Kept.Tokens)
	if left := r.table.Left; left.Documents > 0 {
		fmt.Fprintf(w, "%d documents of %d words were left out: too much for memory\n", left.Documents, left.Tokens)
	}
	fmt.Fprintf(w, "%d phrases; recent is from %s on, an absence has %d periods or more\n",
		len(r.phrases), groups[len(groups)-r.lives.Recent].Group, r.lives.Gap)
	for _, k := range r.kinds() {
		list := r.of(k.LifeKind)
		fmt.Fprintf(w, "\n%s (%d)\n", k.title, len(list))
		for _, p := range list[:min(top, len(list))] {
			fmt.Fprintf(w, "  %s ×%d in %d documents", p.Text, p.All, p.Documents)
			if len(p.Life.Spans) > 0 {
				fmt.Fprintf(w, ", %s, G² %.0f, log-ratio %+.1f", r.spans(p.Life, "–", ", "), p.Life.G2, p.Life.LogRatio)
			}
			fmt.Fprintln(w)
		}
	}
}

func perMillion(n, tokens int) string {
	if tokens == 0 {
		return "0"
	}
	return decimal(1e6 * float64(n) / float64(tokens))
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }

// tidy returns phrases.csv.
func (r *report) tidy() [][]string {
	rows := [][]string{strings.Fields("phrase period count alone documents period_documents period_tokens per_million")}
	for _, p := range r.phrases {
		counts := p.Groups
		for _, g := range r.table.Groups {
			var c keywords.GroupCount
			if len(counts) > 0 && counts[0].Group == g.Group {
				c, counts = counts[0], counts[1:]
			}
			rows = append(rows, []string{p.Text, g.Group, strconv.Itoa(c.All), strconv.Itoa(c.Count), strconv.Itoa(c.Documents),
				strconv.Itoa(g.Documents), strconv.Itoa(g.Tokens), perMillion(c.All, g.Tokens)})
		}
	}
	return rows
}

// told returns lives.csv.
func (r *report) told() [][]string {
	rows := [][]string{strings.Fields("phrase kind used peak score count alone documents g2 log_ratio there there_per_million elsewhere elsewhere_per_million forms")}
	for _, p := range r.phrases {
		l, peak := p.Life, ""
		if l.Peak >= 0 {
			peak = r.table.Groups[l.Peak].Group
		}
		rows = append(rows, []string{p.Text, l.Kind.String(), r.spans(l, "-", "; "), peak, decimal(p.Score),
			strconv.Itoa(p.All), strconv.Itoa(p.Count), strconv.Itoa(p.Documents), decimal(l.G2), decimal(l.LogRatio),
			strconv.Itoa(l.Count), perMillion(l.Count, l.Tokens), strconv.Itoa(l.RefCount), perMillion(l.RefCount, l.RefTokens),
			strings.Join(p.Forms, "; ")})
	}
	return rows
}

// changes returns changes.csv: what sets an era off from the one before.
func (r *report) changes() [][]string {
	rows := [][]string{strings.Fields("era before phrase count documents per_million count_before documents_before per_million_before g2 log_ratio")}
	told := make(map[string]string, len(r.phrases)) // texts by key
	for _, p := range r.phrases {
		told[analysis.Key(p.Text)] = p.Text
	}
	// The first period of an era names it for the time being, so that eras sort.
	table := r.table.Regroup(func(period string) string {
		first := r.table.Groups[0].Group
		for _, start := range r.eras {
			if period >= start {
				first = start
			}
		}
		return first
	})
	for i, era := range table.Groups[1:] {
		before := table.Groups[i]
		for _, k := range table.Compare(era.Group, before.Group) {
			if text, ok := told[k.Key]; ok && k.G2 >= r.lives.MinG2 {
				rows = append(rows, []string{r.era(table, i+1), r.era(table, i), text,
					strconv.Itoa(k.Count), strconv.Itoa(k.Docs), perMillion(k.Count, era.Tokens),
					strconv.Itoa(k.RefCount), strconv.Itoa(k.RefDocs), perMillion(k.RefCount, before.Tokens), decimal(k.G2), decimal(k.LogRatio)})
			}
		}
	}
	return rows
}

// era writes the first and the last period of an era.
func (r *report) era(eras *keywords.PhraseTable, i int) string {
	first, last := "", ""
	for _, g := range r.table.Groups {
		if g.Group >= eras.Groups[i].Group && (i+1 == len(eras.Groups) || g.Group < eras.Groups[i+1].Group) {
			first, last = cmp.Or(first, g.Group), g.Group
		}
	}
	return first + "-" + last
}

// writeCSV writes a table, with a byte order mark so that spreadsheets read the
// Chinese.
func writeCSV(file string, rows [][]string) (err error) {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.WriteString("\ufeff"); err != nil {
		return err
	}
	return csv.NewWriter(f).WriteAll(rows)
}

// save writes the tables and the pictures.
func (r *report) save(dir string, fonts *draw.Fonts, top int) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, rows := range map[string][][]string{"lives.csv": r.told(), "phrases.csv": r.tidy(), "changes.csv": r.changes()} {
		if err := writeCSV(filepath.Join(dir, name), rows); err != nil {
			return err
		}
	}
	return r.draw(filepath.Join(dir, "trends"), fonts, top)
}
