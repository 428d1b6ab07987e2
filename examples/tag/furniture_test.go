package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
)

// A markedPage is a page of testdata/furniture with what a reader marked in it.
type markedPage struct {
	name, text, body     string
	date, source, author string
	furniture            []analysis.Span // in text
}

// pages reads testdata/furniture: lines "name: value", an empty line, and the
// page, whose furniture is between ⟦ and ⟧. The body is what remains.
func pages(t *testing.T) []markedPage {
	t.Helper()
	files, err := filepath.Glob("../../testdata/furniture/*.page")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var out []markedPage
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		head, marked, ok := strings.Cut(string(data), "\n\n")
		require.True(t, ok, file)
		p := markedPage{name: strings.TrimSuffix(filepath.Base(file), ".page")}
		for line := range strings.Lines(head) {
			name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
			switch value = strings.TrimSpace(value); name {
			case "date":
				p.date = value
			case "source":
				p.source = value
			case "author":
				p.author = value
			}
		}
		for marked != "" {
			before, rest, ok := strings.Cut(marked, "⟦")
			p.text, p.body = p.text+before, p.body+before
			if !ok {
				break
			}
			inside, after, _ := strings.Cut(rest, "⟧")
			p.furniture = append(p.furniture, analysis.Span{Start: len(p.text), End: len(p.text) + len(inside)})
			p.text += inside
			if strings.HasSuffix(p.text[:len(p.text)-len(inside)], "\n") && strings.HasPrefix(after, "\n") {
				p.text, after = p.text+"\n", after[1:] // a whole line
			}
			marked = after
		}
		out = append(out, p)
	}
	return out
}

func analyzeText(t *testing.T, text string) *analysis.Document {
	t.Helper()
	s, err := native.Open(native.Options{})
	require.NoError(t, err)
	d, err := (&analysis.Analyzer{Segmenter: s}).Analyze(t.Context(), analysis.Source{ID: "page", Text: text})
	require.NoError(t, err)
	return d
}

// TestFurnitureOfPages compares the furniture that is found in each page with
// what a reader marked, line by line. A line counts by the greater part of it.
func TestFurnitureOfPages(t *testing.T) {
	t.Parallel()
	for _, p := range pages(t) {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			d := analyzeText(t, p.text)
			var found []analysis.Span
			for _, f := range d.Furniture {
				found = append(found, analysis.Span{Start: f.Start, End: f.End})
			}
			right, wrong, missed := 0, 0, 0
			for _, line := range d.Paragraphs {
				if strings.TrimSpace(p.text[line.Start:line.End]) == "" {
					continue
				}
				for _, part := range parts(line, p.furniture) {
					want, got := covers(p.furniture, part), covers(found, part)
					switch {
					case want && got:
						right++
					case got:
						wrong++
						t.Logf("taken: %s", p.text[part.Start:part.End])
					case want:
						missed++
						t.Logf("left: %s", p.text[part.Start:part.End])
					}
				}
			}
			t.Logf("lines of furniture: %d right, %d wrong, %d missed", right, wrong, missed)
			assert.Zero(t, wrong, "no line of text is taken")
			assert.LessOrEqual(t, 10*missed, right+missed, "at least 9 of 10 lines are found")
			assert.Equal(t, p.date, d.Date)
			assert.Equal(t, p.source, d.Source)
			assert.Equal(t, p.author, d.Author)
		})
	}
}

// parts returns a line in parts: its furniture, and what is between.
func parts(line analysis.Paragraph, furniture []analysis.Span) (out []analysis.Span) {
	at := line.Start
	for _, f := range furniture {
		if f.Start >= line.Start && f.End <= line.End {
			if f.Start > at {
				out = append(out, analysis.Span{Start: at, End: f.Start})
			}
			out = append(out, f)
			at = f.End
		}
	}
	if line.End-at > 1 {
		out = append(out, analysis.Span{Start: at, End: line.End})
	}
	return out
}

// covers reports whether spans cover more than half of s.
func covers(spans []analysis.Span, s analysis.Span) bool {
	n := 0
	for _, x := range spans {
		n += max(0, min(x.End, s.End)-max(x.Start, s.Start))
	}
	return 2*n > s.End-s.Start
}

// TestAPageGivesWhatItsBodyGives proves that furniture is kept out of keywords,
// phrases and summaries.
func TestAPageGivesWhatItsBodyGives(t *testing.T) {
	t.Parallel()
	for _, p := range pages(t) {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			sameResults(t, p.text, p.body)
		})
	}
}

// TestTheScrapedPage compares the page of TIFA_DATA with its body.
func TestTheScrapedPage(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA names no folder with a scraped page")
	}
	files, err := filepath.Glob(filepath.Join(dir, "article", "page_*.txt"))
	require.NoError(t, err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		body, err := os.ReadFile(filepath.Join(filepath.Dir(file), strings.Replace(filepath.Base(file), "page_", "article_", 1)))
		require.NoError(t, err)
		sameResults(t, string(text), string(body))
	}
}

// sameResults checks that at least 9 of the first 10 keywords, phrases and
// sentences of a page are those of its body.
func sameResults(t *testing.T, text, body string) {
	t.Helper()
	lines, err := json.Marshal(map[string]string{"id": "page", "text": text})
	require.NoError(t, err)
	second, err := json.Marshal(map[string]string{"id": "body", "text": body})
	require.NoError(t, err)
	code, out, messages := tag(t, string(bytes.Join([][]byte{lines, second}, []byte("\n"))), "-o", "jsonl", "-keywords", "10", "-phrases", "10", "-sentences", "10")
	require.Zero(t, code, messages)
	got := decode(t, out)
	require.Len(t, got, 2)
	assert.Equal(t, got[1].Title, got[0].Title)
	var lists [2][3][]string
	for i, d := range got {
		for _, x := range d.Keywords {
			lists[i][0] = append(lists[i][0], x.Text)
		}
		for _, x := range d.Phrases {
			lists[i][1] = append(lists[i][1], x.Text)
		}
		for _, x := range d.Summary {
			lists[i][2] = append(lists[i][2], x.Text)
		}
	}
	for k, name := range []string{"keywords", "phrases", "summary"} {
		page, body := lists[0][k], lists[1][k]
		same := 0
		for _, x := range page {
			if slices.Contains(body, x) {
				same++
			}
		}
		n := max(len(page), len(body))
		t.Logf("%s: %d of %d are the same", name, same, n)
		assert.GreaterOrEqual(t, 10*same, 9*n, "%s: %q of the page, %q of the body", name, page, body)
	}
}

// What belongs to the page is reported, each piece with its kind and its place.
func TestFurnitureIsReported(t *testing.T) {
	t.Parallel()
	const text = "首页 > 要闻 > 正文\n关于推进数字青阳建设的通知\n2024-05-06 来源：青阳日报\n推进数字青阳建设，提升治理效能。数字青阳建设要抓好落实。\n责任编辑：林小满\n"
	code, out, messages := tag(t, `{"id":"a","text":`+string(quoted(t, text))+`}`, "-o", "jsonl")
	require.Zero(t, code, messages)
	var got struct {
		Date, Source string
		Furniture    []struct {
			Kind       string
			Start, End int
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	assert.Equal(t, []string{"2024-05-06", "青阳日报"}, []string{got.Date, got.Source})
	var lines []string
	for _, f := range got.Furniture {
		lines = append(lines, f.Kind+": "+strings.TrimSpace(text[f.Start:f.End]))
	}
	assert.Equal(t, []string{"navigation: 首页 > 要闻 > 正文", "source: 2024-05-06 来源：青阳日报", "credit: 责任编辑：林小满"}, lines)
}

func quoted(t *testing.T, s string) []byte {
	t.Helper()
	b, err := json.Marshal(s)
	require.NoError(t, err)
	return b
}
