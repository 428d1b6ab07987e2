package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/xml"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/examples/internal/desktest"
)

const dated = "../../testdata/dated"

func trends(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(""), &out, &messages)
	return code, out.String(), messages.String()
}

func readFile(t *testing.T, elem ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(elem...))
	require.NoError(t, err)
	return string(data)
}

// table reads a CSV file as rows by column.
func table(t *testing.T, elem ...string) (rows []map[string]string) {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(readFile(t, elem...), "\ufeff"))).ReadAll()
	require.NoError(t, err)
	for _, r := range all[1:] {
		row := make(map[string]string)
		for i, cell := range r {
			row[all[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

// The articles of testdata have one formulation of each kind.
func TestTrends(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	code, out, messages := trends(t, "-o", dir, dated)
	require.Zero(t, code, messages)
	assert.Empty(t, messages)
	if *desktest.Update {
		require.NoError(t, os.WriteFile("testdata/trends.golden", []byte(out), 0o644))
		require.NoError(t, os.WriteFile("trends.png", []byte(readFile(t, dir, "trends.png")), 0o644))
	}
	assert.Equal(t, readFile(t, "testdata", "trends.golden"), out)

	kinds := make(map[string]string)
	for _, r := range table(t, dir, "lives.csv") {
		kinds[r["phrase"]] = r["kind"]
	}
	for phrase, kind := range map[string]string{
		"数字乡村建设": "new", "绿色低碳转型": "rising", "固定资产投资": "falling", "招商引资大会战": "gone", "夜间经济": "revived", "高质量发展": "steady",
	} {
		assert.Equal(t, kind, kinds[phrase], phrase)
	}

	tidy := table(t, dir, "phrases.csv")
	assert.Len(t, tidy, 8*len(kinds), "a row for each phrase and year, those with none too")
	for _, r := range tidy {
		text := readFile(t, dated, "yunxi_"+r["period"]+".txt")
		if !strings.HasPrefix("固定资产投资项目", r["phrase"]) {
			assert.Equal(t, strings.Count(text, r["phrase"]), atoi(t, r["count"]), r)
		}
		assert.Equal(t, "1", r["period_documents"])
		assert.Equal(t, perMillion(atoi(t, r["count"]), atoi(t, r["period_tokens"])), r["per_million"])
	}

	changes := table(t, dir, "changes.csv")
	require.NotEmpty(t, changes)
	assert.Equal(t, "2022-2023", changes[0]["era"])
	assert.Equal(t, "2016-2021", changes[0]["before"])
	assert.Equal(t, "数字乡村建设", changes[0]["phrase"])

	picture, err := png.Decode(strings.NewReader(readFile(t, dir, "trends.png")))
	require.NoError(t, err)
	assert.Greater(t, picture.Bounds().Dx(), 800)
	assert.NoError(t, xml.Unmarshal([]byte(readFile(t, dir, "trends.svg")), new(struct{})))
}

func atoi(t *testing.T, s string) (n int) {
	t.Helper()
	for _, r := range s {
		require.True(t, r >= '0' && r <= '9', s)
		n = 10*n + int(r-'0')
	}
	return n
}

func TestOutputIsTheSameForAnyWorkers(t *testing.T) {
	t.Parallel()
	one, many := t.TempDir(), t.TempDir()
	_, out, _ := trends(t, "-workers", "1", "-o", one, dated)
	_, same, _ := trends(t, "-workers", "7", "-o", many, dated)
	assert.Equal(t, out, same)
	for _, name := range []string{"lives.csv", "phrases.csv", "changes.csv", "trends.png", "trends.svg"} {
		assert.Equal(t, readFile(t, one, name), readFile(t, many, name), name)
	}
}

func TestFollow(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	code, out, messages := trends(t, "-follow", "投资,夜间经济,𠀀字", "-eras", "2019,2022", "-o", dir, dated)
	require.Zero(t, code)
	assert.Contains(t, out, "夜间经济 ×25 in 5 documents, 2016–2018, 2022–2023")
	assert.Contains(t, out, "  投资 ×")
	assert.Contains(t, out, "零星 Unsettled (1)\n  𠀀字 ×0 in 0 documents\n")
	assert.Equal(t, "trends: no font has \"𠀀\"; 〓 stands for it in the pictures, and -font takes another font\n", messages)
	eras := make(map[string]bool)
	for _, r := range table(t, dir, "changes.csv") {
		eras[r["era"]+" "+r["before"]] = true
	}
	assert.Equal(t, map[string]bool{"2019-2021 2016-2018": true, "2022-2023 2019-2021": true}, eras)
}

func TestPeriodsOfDocuments(t *testing.T) {
	t.Parallel()
	manifest := func(text string) string {
		file := filepath.Join(t.TempDir(), "m.tsv")
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
		return file
	}
	listed := manifest("\ufefftitle\tfile\tyear\r\n甲\ta.txt\t1998\r\n乙\tb\t1999-05\r\n丙\td\t0\r\n")
	for _, c := range []struct{ name, date, manifest, id, want, wrong string }{
		{"the first year in the name", "", "", "gwr_national_1954_2", "1954", ""},
		{"inside a number", "", "", "2016/gwr", "2016", ""},
		{"no year", "", "", "report", "", `report: the name has no date that fits "(?:19|20)\\d\\d"; see -date and -manifest`},
		{"a pattern of one's own", `_(\d{4}-\d\d)`, "", "news_2016-03-01", "2016-03", ""},
		{"a manifest", "", listed, "a", "1998", ""},
		{"a manifest, its file without .txt", "", listed, "b", "1999-05", ""},
		{"a year that stands for none", "", listed, "d", "", "d: the manifest gives its year as 0, which is none"},
		{"a document that it does not list", "", listed, "c_2001", "", "c_2001: the manifest does not list the document"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if c.date == "" {
				c.date = `(?:19|20)\d\d`
			}
			d, err := newDates(c.date, c.manifest)
			require.NoError(t, err)
			got, err := d.of(c.id)
			assert.Equal(t, c.want, got)
			if c.wrong != "" {
				assert.EqualError(t, err, c.wrong)
			}
		})
	}
	for text, want := range map[string]string{
		"file\ttitle\n":          ":1: the line names no column file, or id, and no column year, or date",
		"file\tyear\na.txt\n":    ":2: the line has 1 columns, too few for a file and a year",
		"id\tdate\na.txt\t\n":    ":2: the year is empty",
		"id\tdate\nb\t2\na\t\n2": ":3: the year is empty",
	} {
		file := manifest(text)
		_, err := newDates("x", file)
		assert.EqualError(t, err, file+want)
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	bad := filepath.Join(t.TempDir(), "undated.txt")
	require.NoError(t, os.WriteFile(bad, []byte("没有日期。"), 0o644))
	for _, c := range []struct {
		name  string
		args  []string
		code  int
		wrong string
	}{
		{"no file", nil, 2, "trends: give files or folders"},
		{"a pattern that is none", []string{"-date", "(", dated}, 2, "trends: -date: error parsing regexp"},
		{"a manifest that is not there", []string{"-manifest", "nix", dated}, 2, "trends: open nix"},
		{"a font that is none", []string{"-font", bad, dated}, 2, "is no TrueType or OpenType font"},
		{"a document without a date", []string{bad, dated}, 1, "trends: undated: the name has no date"},
		{"only one period", []string{filepath.Join(dated, "yunxi_2016.txt")}, 2, "trends: keywords: Lives: a life needs two periods or more\n"},
		{"more recent periods than there are", []string{"-recent", "8", dated}, 2, "of 8 periods not 8 are recent"},
		{"a folder that cannot be made", []string{"-o", filepath.Join(bad, "x"), dated}, 1, "trends: writing the output: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			code, _, messages := trends(t, c.args...)
			assert.Equal(t, c.code, code)
			assert.Contains(t, messages, c.wrong)
		})
	}
	code, out, _ := trends(t, "-h")
	assert.Zero(t, code)
	assert.Contains(t, out, "-follow PHRASES")
}

// The README shows what the program writes.
func TestReadmeIsTrue(t *testing.T) {
	desktest.Program(run).Readme(t, "../..", ".", "go -C examples/trends run .")
}
