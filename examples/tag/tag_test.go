package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const articles = "../../testdata/articles"

// tag runs the program and returns its exit status, output and messages.
func tag(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(stdin), &out, &messages)
	return code, out.String(), messages.String()
}

// why is a part of a score.
type why struct {
	Feature string
	Value   float64
}

// decoded is a line of output.
type decoded struct {
	ID, Title, Error               string
	Date, Source, Author, Encoding string
	Text                           string
	Keywords                       []struct {
		Text     string
		Score    float64
		Count    int
		Tag      string
		Spans    [][2]int
		Variants []struct {
			Text  string
			Count int
		}
		Why []why
	}
	Phrases []struct {
		Text  string
		Score float64
		Count int
		Spans [][2]int
		Why   []why
	}
	Cited []struct {
		Text, Kind string
		Count      int
		Spans      [][2]int
	}
	Numerals []struct {
		Text    string
		Members []string
		Source  string
		Spans   [][2]int
	}
	Summary []struct {
		Text       string
		Start, End int
		Score      float64
		Section    string
	}
	Notes     []string
	Furniture []struct {
		Kind       string
		Start, End int
	}
}

func decode(t *testing.T, jsonl string) []decoded {
	t.Helper()
	var out []decoded
	for line := range strings.Lines(jsonl) {
		var d decoded
		dec := json.NewDecoder(strings.NewReader(line))
		dec.DisallowUnknownFields()
		require.NoError(t, dec.Decode(&d), line)
		out = append(out, d)
	}
	return out
}

// TestArticles compares the page for each article of testdata with its golden
// file, which -update rewrites.
func TestArticles(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(articles, "*.txt"))
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 6)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			code, got, messages := tag(t, "", file)
			require.Zero(t, code, messages)
			golden := strings.TrimSuffix(file, ".txt") + ".golden"
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err, "go test ./examples/tag -update writes it")
			assert.Equal(t, string(want), got)
		})
	}
}

// TestExplain checks that the reasons add up to the score.
func TestExplain(t *testing.T) {
	t.Parallel()
	report := filepath.Join(articles, "report.txt")
	code, out, messages := tag(t, "", "-explain", "-o", "jsonl", report)
	require.Zero(t, code, messages)
	d := decode(t, out)[0]
	add := func(text string, score float64, parts []why) {
		require.NotEmpty(t, parts, text)
		for _, p := range parts {
			score -= p.Value
		}
		assert.InDelta(t, 0, score, 1e-5, text)
	}
	for _, k := range d.Keywords {
		add(k.Text, k.Score, k.Why)
	}
	for _, p := range d.Phrases {
		add(p.Text, p.Score, p.Why)
	}
	code, page, messages := tag(t, "", "-explain", report)
	require.Zero(t, code, messages)
	assert.Regexp(t, `(?m)^  三区两带一核心 ×5  \d\.\d\d = \+\d\.\d\d `, page)
}

func TestSameBytesForAnyNumberOfWorkers(t *testing.T) {
	t.Parallel()
	_, one, _ := tag(t, "", "-o", "jsonl", "-workers", "1", "-method", "textrank", articles)
	_, eight, _ := tag(t, "", "-o", "jsonl", "-workers", "8", "-method", "textrank", articles)
	assert.Equal(t, one, eight)
	assert.NotEmpty(t, one)
}

func TestErrorsOnThePageGoToStandardError(t *testing.T) {
	t.Parallel()
	code, out, messages := tag(t, "提升\xff治理效能。")
	assert.Equal(t, 1, code)
	assert.Empty(t, out)
	assert.Equal(t, "tag: -: standard input: byte 6: 0xFF is not utf-8; -invalid replace puts U+FFFD for it\ntag: 1 of 1 articles failed\n", messages)
}

func TestNotesSayWhyAListIsEmpty(t *testing.T) {
	t.Parallel()
	code, out, messages := tag(t, "2015年。", "-o", "jsonl")
	require.Zero(t, code, messages)
	d := decode(t, out)[0]
	assert.Empty(t, d.Keywords)
	assert.Contains(t, d.Notes, "no phrase recurs in the text")
	assert.Contains(t, d.Notes, "no word of the text can be a keyword")
}
