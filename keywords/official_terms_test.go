package keywords_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

// TestGlossary looks for the terms that work reports explain in their annex
// among the first phrases of each report. The glossary.jsonl of TIFA_DATA has a
// report a line: its id, its body without the annex, and its terms. This makes
// the figures:
//
//	TIFA_DATA=… go test ./keywords -run Glossary -v
//
// Most terms stand in the body once, and no phrase does.
func TestGlossary(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA names no folder with texts")
	}
	f, err := os.Open(filepath.Join(dir, "glossary.jsonl"))
	if os.IsNotExist(err) {
		t.Skip("TIFA_DATA has no glossary.jsonl")
	}
	require.NoError(t, err)
	defer f.Close()
	s, err := native.Open(native.Options{})
	require.NoError(t, err)
	a := analysis.Analyzer{Segmenter: s}

	depths := []int{100, 300, 1 << 30}
	found := make([]int, len(depths)) // among so many phrases
	all, recurring := 0, 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var report struct {
			ID, Body string
			Terms    []struct{ Term string }
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &report))
		doc, err := a.Analyze(t.Context(), analysis.Source{ID: report.ID, Text: report.Body})
		require.NoError(t, err)
		phrases, err := keywords.Phrases{}.Find(t.Context(), doc)
		require.NoError(t, err)
		rank := make(map[string]int) // counted from 1
		for i, p := range phrases {
			rank[analysis.Key(p.Text)] = i + 1
		}
		body := analysis.Key(report.Body)
		for _, term := range report.Terms {
			all++
			key := analysis.Key(term.Term)
			n := strings.Count(body, key)
			if n < 2 {
				assert.Zero(t, rank[key], "%s: %s is found and does not recur", report.ID, key)
				continue
			}
			recurring++
			t.Logf("%s: %s ×%d, %d characters: rank %d of %d", report.ID, key, n, utf8.RuneCountInString(key), rank[key], len(phrases))
			for i, depth := range depths {
				if r := rank[key]; r > 0 && r <= depth {
					found[i]++
				}
			}
		}
	}
	require.NoError(t, lines.Err())
	t.Logf("of %d terms, %d recur in the body; among the first 100 phrases: %d, 300: %d, all: %d", all, recurring, found[0], found[1], found[2])
	assert.GreaterOrEqual(t, 2*found[1], recurring, "half of those that recur are among the first 300")
}
