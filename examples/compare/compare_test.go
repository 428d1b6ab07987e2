package main

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/examples/internal/desktest"
)

// compare runs the program and returns its exit status, output and messages.
func compare(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	return desktest.Program(run).Run(t, "数据安全是发展的保障。\n", args...)
}

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	return rows
}

func TestGolden(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	args := []string{"-top", "6", "-passage", "8", "-min-g2", "3.84", "-csv", dir, "../../testdata/articles/plan.txt", "../../testdata/articles/report.txt"}
	code, got, messages := compare(t, args...)
	require.Zero(t, code, messages)
	files := map[string]string{"compare.golden": got}
	for _, name := range []string{"words.csv", "phrases.csv", "passages.csv"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		files[name] = string(data)
	}
	for name, got := range files {
		desktest.Golden(t, filepath.Join("testdata", name), got)
	}
	code, again, _ := compare(t, append([]string{"-workers", "1"}, args...)...)
	assert.Zero(t, code)
	assert.Equal(t, got, again, "whatever -workers is")
}

// Of ten content words each, A has 数据 five times and B once: E is 3, and G² is
// 2·(5·ln(5/3) + ln(1/3)) = 2.911.
func TestByHand(t *testing.T) {
	t.Parallel()
	a := desktest.Folder(t, map[string]string{"a1.txt": "数据、数据、数据、农业、农业、农业。", "a2.txt": "数据、数据、农业、农业。"})
	b := desktest.Folder(t, map[string]string{"b1.txt": "数据、农业、农业、农业、农业、农业、农业、农业、农业、农业。"})
	out := filepath.Join(t.TempDir(), "new", "folder")
	code, _, messages := compare(t, "-min-g2", "0", "-csv", out, a, b)
	require.Zero(t, code, messages)
	rows := readCSV(t, filepath.Join(out, "words.csv"))
	require.Len(t, rows, 3)
	assert.Equal(t, []string{"word", "count_a", "documents_a", "per_million_a", "count_b", "documents_b", "per_million_b", "g2", "p", "log_ratio", "percent_diff"}, rows[0])
	assert.Equal(t, []string{"数据", "5", "2", "500000.00", "1", "1", "100000.00"}, rows[1][:7])
	assert.Equal(t, []string{"农业", "5", "2", "500000.00", "9", "1", "900000.00"}, rows[2][:7])
	g2 := 2 * (5*math.Log(5./3) + math.Log(1./3))
	assert.Equal(t, strconv.FormatFloat(g2, 'f', 4, 64), rows[1][7])
	assert.Equal(t, []string{"2.3219", "400.00"}, rows[1][9:])
}

// Every place is where the file has the passage.
func TestPassages(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"a1.txt": "会议强调，要牢固树立和践行绿水青山就是金山银山的理念，站在人与自然和谐共生的高度谋划发展。\n",
		"a2.txt": "一、总体要求\n坚持绿水青山就是金山银山的理念。\n",
		"b1.txt": "全省牢固树立和践行“绿水青山就是金山银山”的\n理念，成效明显。\n",
		"b2.txt": "绿水青山就是金山银山。\n",
	}
	a := desktest.Folder(t, map[string]string{"a1.txt": files["a1.txt"], "a2.txt": files["a2.txt"]})
	b := desktest.Folder(t, map[string]string{"b1.txt": files["b1.txt"], "b2.txt": files["b2.txt"]})
	code, out, messages := compare(t, "-passage", "8", "-csv", a, a, b)
	require.Zero(t, code, messages)
	assert.Contains(t, out, "20 characters, A ×1 in 1 document, B ×1 in 1 document\n  牢固树立和践行“绿水青山就是金山银山”的 理念\n  A a1 [")
	assert.Contains(t, out, "10 characters, A ×2 in 2 documents, B ×1 in 1 document\n  绿水青山就是金山银山\n")
	rows := readCSV(t, filepath.Join(a, "passages.csv"))
	require.Len(t, rows, 1+2+3)
	for _, r := range rows[1:] {
		start, err := strconv.Atoi(r[4])
		require.NoError(t, err)
		end, err := strconv.Atoi(r[5])
		require.NoError(t, err)
		bare := strings.NewReplacer("“", "", "”", "", "\n", "").Replace
		assert.Equal(t, bare(r[6]), bare(files[r[3]+".txt"][start:end]))
	}
	_, out, _ = compare(t, "-passage", "8", "-exact", a, b)
	assert.Contains(t, out, "10 characters, A ×2 in 2 documents, B ×2 in 2 documents\n  绿水青山就是金山银山\n")
}

func TestWrongCalls(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"no files":               {nil, "two files or folders are compared, not 0"},
		"three":                  {[]string{"a", "b", "c"}, "two files or folders are compared, not 3"},
		"standard input twice":   {[]string{"-", "-"}, "only one of the two can be standard input"},
		"a short passage":        {[]string{"-passage", "3", "a", "b"}, "-passage 3: the number is from 4 to 1000"},
		"a count of 0":           {[]string{"-min-count", "0", "a", "b"}, "-min-count and -min-docs 1 or more"},
		"a G² that is no number": {[]string{"-min-g2", "NaN", "a", "b"}, "-top and -min-g2 are 0 or more"},
		"an unknown flag":        {[]string{"-z", "a", "b"}, "flag provided but not defined: -z"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := compare(t, c.args...)
			assert.Equal(t, 2, code)
			assert.Empty(t, out)
			assert.Contains(t, messages, c.want)
		})
	}
	code, out, messages := compare(t, "-h")
	assert.Zero(t, code)
	assert.Empty(t, messages)
	assert.Contains(t, out, "Usage: compare")
}

// A document that fails is named, and the others are compared.
func TestFailures(t *testing.T) {
	t.Parallel()
	a := desktest.Folder(t, map[string]string{"good.txt": "数据安全。", "bad.txt": "数据\xff"})
	b := desktest.Folder(t, map[string]string{"b.txt": "数据安全。"})
	code, out, messages := compare(t, a, b)
	assert.Equal(t, 1, code)
	assert.Contains(t, out, "1 document,")
	assert.Contains(t, messages, "bad.txt: byte 6: 0xFF is not utf-8")
	assert.Contains(t, messages, "1 of 3 documents failed")

	code, out, messages = compare(t, a, filepath.Join(b, "none"))
	assert.Equal(t, 1, code)
	assert.Empty(t, out)
	assert.Contains(t, messages, "none: there is no document to compare")

	code, out, messages = compare(t, "-passage", "4", "-", b)
	assert.Zero(t, code, messages)
	assert.Contains(t, out, "A - [0:12]", "standard input")

	code, _, messages = compare(t, "-csv", filepath.Join(b, "b.txt"), b, b)
	assert.Equal(t, 1, code)
	assert.Contains(t, messages, "writing the output: mkdir")
}

// The README shows what the program writes.
func TestReadmeIsTrue(t *testing.T) {
	desktest.Program(run).Readme(t, "../..", "../..", "go run ./examples/compare")
}
