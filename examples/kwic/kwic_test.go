package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/examples/internal/desktest"
)

const articles = "../../testdata/articles"

// kwic runs the program and returns its exit status, output and messages.
func kwic(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(stdin), &out, &messages)
	return code, out.String(), messages.String()
}

// TestArticles compares the output for the articles of testdata with golden
// files, which -update rewrites.
func TestArticles(t *testing.T) {
	t.Parallel()
	for file, args := range map[string][]string{
		"right.txt":   {"-sort", "right", "-q", "新发展理念", "-q", "山海联动"},
		"hits.csv":    {"-o", "csv", "-sentences", "1", "-sort", "left", "-q", "新发展理念", "-q", "一网通办"},
		"hits.html":   {"-o", "html", "-q", "一网通办", "-q", "没有的词"},
		"counts.csv":  {"-o", "counts", "-q", "数字青阳", "-q", "高质量发展"},
		"without.csv": {"-o", "counts", "-q", "数字青阳", "-not", "数字青阳建设"},
	} {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			golden := filepath.Join("testdata", file)
			code, got, messages := kwic(t, "", append(args, articles)...)
			require.Zero(t, code, messages)
			for _, workers := range []string{"1", "5"} {
				_, again, _ := kwic(t, "", append([]string{"-workers", workers}, append(args, articles)...)...)
				require.Equal(t, got, again, "-workers %s", workers)
			}
			if *desktest.Update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err, "go test ./examples/kwic -update writes it")
			assert.Equal(t, string(want), got)
		})
	}
}

// TestOffsets checks that what is found is where the output says it is.
func TestOffsets(t *testing.T) {
	t.Parallel()
	code, out, messages := kwic(t, "", "-o", "csv", "-q", "高质量发展", "-q", "GDP", "-q", "十五五时期", articles)
	require.Zero(t, code, messages)
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	require.Greater(t, len(rows), 5)
	for _, r := range rows[1:] {
		text, err := os.ReadFile(filepath.Join(articles, r[1]+".txt"))
		require.NoError(t, err)
		assert.Contains(t, string(text), r[5]+r[6]+r[7])
		assert.True(t, strings.HasPrefix(string(text[atoi(t, r[2]):]), r[6]))
		assert.Equal(t, len(r[6]), atoi(t, r[3])-atoi(t, r[2]))
	}
}

func atoi(t *testing.T, s string) (n int) {
	t.Helper()
	for _, c := range s {
		require.True(t, c >= '0' && c <= '9', s)
		n = 10*n + int(c-'0')
	}
	return n
}

func TestTextIsAligned(t *testing.T) {
	t.Parallel()
	code, out, messages := kwic(t, "GDP增长，推动GDP和能耗下降。\n单位ＧＤＰ能耗1.5吨", "-q", "gdp")
	require.Zero(t, code, messages)
	columns := make(map[int]bool)
	for line := range strings.Lines(out) {
		before, _, found := strings.Cut(line, "  GDP  ")
		if !found {
			before, _, found = strings.Cut(line, "  ＧＤＰ  ")
		}
		if found {
			columns[uniseg.StringWidth(before)] = true
		}
	}
	assert.Len(t, columns, 1, out)
	assert.Equal(t, 4, strings.Count(out, "\n"), out)
}

func TestSort(t *testing.T) {
	t.Parallel()
	const text = "再推动改革成功。\n先推动改革啊。\n中推动改革包容。\n"
	for order, want := range map[string]string{
		"text":  "成 啊 包",
		"right": "啊 包 成", // a, bao, cheng
		"left":  "啊 成 包", // xian, zai, zhong
	} {
		_, out, _ := kwic(t, text, "-sort", order, "-o", "csv", "-context", "3", "-sentences", "1", "-q", "推动改革")
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		require.NoError(t, err)
		var got []string
		for _, r := range rows[1:] {
			got = append(got, string([]rune(r[7])[:1]))
		}
		assert.Equal(t, want, strings.Join(got, " "), order)
	}
}

// What a document has of scripts, control characters and characters that turn the
// direction of writing is shown and has no effect.
func TestWhatDocumentsHaveIsText(t *testing.T) {
	t.Parallel()
	const text = "关于<script>alert(1)</script>改革</td><img src=x onerror=alert(2)>\n"
	_, page, _ := kwic(t, text, "-context", "40", "-o", "html", "-q", "改革", "-q", "<b>")
	assert.NotContains(t, page, "<script")
	assert.NotContains(t, page, "<img")
	assert.NotContains(t, page, "<b>")
	assert.Contains(t, page, "&lt;script&gt;")

	_, plain, _ := kwic(t, "甲\x1b[31m\x00改革\u202e乙\n\n\u200b 丙", "-q", "改革")
	assert.Contains(t, plain, "甲\ufffd[31m\ufffd  改革  \ufffd乙 丙\n")
}

func TestQueriesOfAFile(t *testing.T) {
	t.Parallel()
	list := filepath.Join(t.TempDir(), "terms.txt")
	require.NoError(t, os.WriteFile(list, []byte("\ufeff一网通办\r\n\n 高质量发展 \n"), 0o644))
	code, out, messages := kwic(t, "推行一网通办。", "-queries", list, "-q", "推行", "-o", "counts", "-bom")
	require.Zero(t, code, messages)
	assert.Equal(t, "\ufeffquery,document,hits,words,per_million\n推行,-,1,3,333333.33\n一网通办,-,1,3,333333.33\n高质量发展,-,0,3,0.00\n", out)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"no query":             {nil, 2, "kwic: there is no query; -q QUERY gives one; kwic -h explains the flags\n"},
		"a blank query":        {[]string{"-q", "“ ”"}, 2, "kwic: invalid value \"“ ”\" for flag -q: there is no character to look for; kwic -h explains the flags\n"},
		"an unknown order":     {[]string{"-q", "改革", "-sort", "pinyin"}, 2, "kwic: -sort pinyin: the order is text, left or right; kwic -h explains the flags\n"},
		"an unknown format":    {[]string{"-q", "改革", "-o", "pdf"}, 2, "kwic: -o pdf: the output is text, csv, html or counts; kwic -h explains the flags\n"},
		"no context":           {[]string{"-q", "改革", "-context", "0"}, 2, "kwic: -context is 1 or more, and -sentences 0 or more; kwic -h explains the flags\n"},
		"no list of queries":   {[]string{"-queries", "nix"}, 2, "kwic: open nix: no such file or directory; kwic -h explains the flags\n"},
		"a document not there": {[]string{"-q", "改革", "nix.txt"}, 1, "kwic: stat nix.txt: no such file or directory\nkwic: 1 of 1 documents failed\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := kwic(t, "改革。", c.args...)
			assert.Equal(t, c.code, code)
			assert.Equal(t, c.want, messages)
			assert.Empty(t, out)
		})
	}
	code, out, _ := kwic(t, "改革。", "-q", "改革", "-", "nix.txt")
	assert.Equal(t, 1, code, "one of two failed")
	assert.Contains(t, out, "改革  hits 1, documents 1 of 1\n")
}

func TestHelp(t *testing.T) {
	t.Parallel()
	code, out, messages := kwic(t, "", "-h")
	assert.Zero(t, code)
	assert.Empty(t, messages)
	assert.True(t, strings.HasPrefix(out, "Kwic writes a concordance") && strings.Contains(out, "-sentences N"))
}

// The README shows what the program writes.
func TestReadmeIsTrue(t *testing.T) {
	desktest.Program(run).Readme(t, "../..", "../..", "go run ./examples/kwic")
}
