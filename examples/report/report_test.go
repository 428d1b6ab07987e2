package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const articles = "../../testdata/articles"

// runReport runs the program and returns its exit status, output and messages.
func runReport(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(stdin), &out, &messages)
	return code, out.String(), messages.String()
}

// TestTables compares the tables with golden files, which -update rewrites, and
// checks that each place is where it says.
func TestTables(t *testing.T) {
	t.Parallel()
	file := filepath.Join(articles, "report.txt")
	source, err := os.ReadFile(file)
	require.NoError(t, err)
	dir := filepath.Join(t.TempDir(), "new", "tables")
	code, _, messages := runReport(t, "", "-csv", dir, "-keywords", "5", "-phrases", "5", "-section-keywords", "2", file)
	require.Zero(t, code, messages)
	for _, name := range []string{"keywords", "phrases", "features", "numerals", "cited", "sections", "summary", "places"} {
		got, err := os.ReadFile(filepath.Join(dir, name+".csv"))
		require.NoError(t, err)
		golden := filepath.Join("testdata", name+".csv")
		if *update {
			require.NoError(t, os.WriteFile(golden, got, 0o644))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err, "go test ./examples/report -update writes it")
		assert.Equal(t, string(want), string(got), name)
		rows, err := csv.NewReader(bytes.NewReader(got)).ReadAll()
		require.NoError(t, err, "all rows have as many cells")
		if name == "places" {
			for _, r := range rows[1:] {
				start, _ := strconv.Atoi(r[3])
				end, _ := strconv.Atoi(r[4])
				assert.Equal(t, analysis.Key(r[0]), analysis.Key(string(source[start:end])))
			}
		}
	}
}

// What the text calls a document is that document.
func TestAliasesOfCitedDocuments(t *testing.T) {
	t.Parallel()
	f := find(t, "各地落实《国务院关于绿色发展的意见》（国发〔2016〕33号，以下简称《意见》）。按照《意见》的要求，推进改革。")
	require.Len(t, f.cited, 1)
	assert.Equal(t, "《国务院关于绿色发展的意见》", f.cited[0].text)
	assert.Len(t, f.cited[0].mentions, 2)
}

func TestBOM(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	code, _, messages := runReport(t, "推进改革。", "-bom", "-csv", dir)
	require.Zero(t, code, messages)
	got, err := os.ReadFile(filepath.Join(dir, "cited.csv"))
	require.NoError(t, err)
	assert.Equal(t, "\ufefftext,kind,count\n", string(got))
}

func TestOutputFile(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "page.html")
	code, stdout, messages := runReport(t, "推进改革。", "-o", out)
	require.Zero(t, code, messages)
	assert.Empty(t, stdout)
	got, err := os.ReadFile(out)
	require.NoError(t, err)
	_, want, _ := runReport(t, "推进改革。")
	assert.Equal(t, want, string(got))
}

func TestErrors(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	article := filepath.Join(dir, "a.txt")
	require.NoError(t, os.WriteFile(article, []byte("改革。"), 0o644))
	for name, c := range map[string]struct {
		stdin string
		args  []string
		code  int
		want  string
	}{
		"two articles":               {"", []string{"a.txt", "b.txt"}, 2, "report: a page is about one article, and 2 are named; report -h explains the flags\n"},
		"a folder of several":        {"", []string{articles}, 2, "report: a page is about one article, and 8 are named; report -h explains the flags\n"},
		"a negative number":          {"", []string{"-keywords", "-1"}, 2, "report: a number of keywords or phrases is negative, or there is no sentence for a summary; report -h explains the flags\n"},
		"a file not there":           {"", []string{"nix.txt"}, 1, "report: stat nix.txt: no such file or directory\n"},
		"nothing to read":            {"", nil, 1, "report: -: the text is empty\n"},
		"not UTF-8":                  {"改\xff", nil, 1, "report: -: byte 3: 0xFF is not utf-8\n"},
		"a lexicon not there":        {"改革", []string{"-lexicon", "nix"}, 1, "report: open nix: no such file or directory\n"},
		"an output over the article": {"", []string{"-o", article, article}, 2, "report: -o names the article itself; report -h explains the flags\n"},
		"an output in no folder": {"改革", []string{"-o", filepath.Join(dir, "no", "a.html")}, 1,
			"report: open " + filepath.Join(dir, "no", "a.html") + ": no such file or directory\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := runReport(t, c.stdin, c.args...)
			assert.Equal(t, c.code, code)
			assert.Equal(t, c.want, messages)
			assert.Empty(t, out)
		})
	}
	code, out, messages := runReport(t, "", "-h")
	assert.Zero(t, code)
	assert.Empty(t, messages)
	assert.True(t, strings.HasPrefix(out, "Report writes an HTML page") && strings.Contains(out, "-section-keywords N"))
}
