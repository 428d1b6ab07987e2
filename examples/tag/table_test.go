package main

import (
	"bytes"
	"encoding/csv"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// parseTable reads a table into maps by the names of its columns.
func parseTable(t *testing.T, table string, comma rune) (rows []map[string]string) {
	t.Helper()
	r := csv.NewReader(strings.NewReader(table))
	r.Comma = comma
	all, err := r.ReadAll()
	require.NoError(t, err)
	require.Equal(t, columns, all[0])
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, c := range cells {
			row[columns[i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}

// TestTablesSayWhatTheLinesSay compares the three formats.
func TestTablesSayWhatTheLinesSay(t *testing.T) {
	t.Parallel()
	code, lines, messages := tag(t, "", "-o", "jsonl", articles)
	require.Zero(t, code, messages)
	for output, comma := range map[string]rune{"csv": ',', "tsv": '\t'} {
		code, table, messages := tag(t, "", "-o", output, "-exact", articles)
		require.Zero(t, code, messages)
		rows := parseTable(t, table, comma)
		assert.Equal(t, 1+len(rows), strings.Count(table, "\n"), "a row is a line")
		next := func(id, kind string, rank int) map[string]string {
			require.NotEmpty(t, rows)
			r := rows[0]
			rows = rows[1:]
			require.Equal(t, []string{id, kind, strconv.Itoa(rank + 1)}, []string{r["id"], r["kind"], r["rank"]})
			return r
		}
		for _, d := range decode(t, lines) {
			for i, k := range d.Keywords {
				r := next(d.ID, "keyword", i)
				assert.Equal(t, d.Title, r["title"])
				assert.Equal(t, k.Text, r["text"])
				assert.Equal(t, strconv.FormatFloat(k.Score, 'f', -1, 64), r["score"])
				assert.Equal(t, strconv.Itoa(k.Count), r["count"])
				assert.Equal(t, k.Tag, r["tag"])
				assert.Equal(t, strconv.Itoa(k.Spans[0][0]), r["start"])
				assert.Equal(t, strconv.Itoa(k.Spans[0][1]), r["end"])
				assert.Len(t, strings.Fields(r["spans"]), k.Count)
			}
			for i, p := range d.Phrases {
				assert.Equal(t, p.Text, next(d.ID, "phrase", i)["text"])
			}
			ranks := map[string]int{}
			for _, c := range d.Cited {
				assert.Equal(t, c.Text, next(d.ID, c.Kind, ranks[c.Kind])["text"])
				ranks[c.Kind]++
			}
			for i, n := range d.Numerals {
				assert.Equal(t, strings.Join(n.Members, " | "), next(d.ID, "numeral", i)["members"])
			}
			for i, s := range d.Summary {
				r := next(d.ID, "summary", i)
				assert.Equal(t, s.Text, r["text"])
				assert.Equal(t, strconv.Itoa(s.Start)+".."+strconv.Itoa(s.End), r["spans"])
			}
			for i, n := range d.Notes {
				assert.Equal(t, n, next(d.ID, "note", i)["text"])
			}
		}
		assert.Empty(t, rows)
	}
}

func TestTables(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	formulas := f.write("a.jsonl", strings.Join([]string{
		`{"id":"=1+1","title":"@SUM(A1)","text":"数字青阳建设，数字青阳建设。"}`,
		`{"id":"+86","title":"-减\n两行\t制表","text":"数字青阳建设，数字青阳建设。"}`,
		`{"id":"＝1","title":"a,\"b\"","text":"数字青阳建设，数字青阳建设。"}`,
		`{"id":"5-1","title":"1=1","text":""}`,
	}, "\n"))
	cells := func(column string, args ...string) (out []string) {
		code, table, messages := tag(t, "", append(args, formulas)...)
		require.Equal(t, 1, code, messages)
		comma := ','
		if args[1] == "tsv" {
			comma = '\t'
		}
		for _, r := range parseTable(t, table, comma) {
			if len(out) == 0 || out[len(out)-1] != r[column] {
				out = append(out, r[column])
			}
		}
		return out
	}
	for _, output := range []string{"csv", "tsv"} {
		assert.Equal(t, []string{"'=1+1", "'+86", "'＝1", "5-1"}, cells("id", "-o", output), "a formula gets an apostrophe")
		assert.Equal(t, []string{"=1+1", "+86", "＝1", "5-1"}, cells("id", "-o", output, "-exact"))
		assert.Equal(t, []string{"'@SUM(A1)", "'-减 两行\t制表", `a,"b"`, ""}, cells("title", "-o", output), "a line break becomes a blank; commas, tabs and quotes are quoted")
		assert.Contains(t, cells("text", "-o", output), "the text is empty", "an error is a row")
	}

	_, marked, _ := tag(t, goodText, "-o", "csv", "-bom")
	_, plain, _ := tag(t, goodText, "-o", "csv")
	assert.Equal(t, "\ufeff"+plain, marked)
	assert.Equal(t, 1, strings.Count(plain, "id,title,"), "one header")

	code, table, _ := tag(t, "", "-o", "csv", "-keywords", "0", "-phrases", "0", "-sentences", "0", filepath.Join(articles, "report.txt"))
	assert.Zero(t, code)
	for _, r := range parseTable(t, table, ',') {
		assert.Equal(t, "numeral", r["kind"])
	}
}

func TestNumbersAreNoFormulas(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	require.NoError(t, tableOptions{}.writeTable(',')(&b, result{ID: "-a", Keywords: []keyword{{Text: "-b", Score: -0.5, Spans: []span{{3, 5}}}}}))
	assert.Equal(t, "'-a,,,,,keyword,1,'-b,-0.5,0,,,,3,5,3..5\n", b.String())
}
