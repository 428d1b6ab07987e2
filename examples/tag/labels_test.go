package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

// label is what a careful reader finds in an article of testdata.
type label struct {
	Phrases  []string
	Keywords []string
}

// TestArticlesAgainstTheirLabels keeps a floor under the quality: of what a
// reader marked by hand, so much is found.
func TestArticlesAgainstTheirLabels(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../testdata/labels/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	found, all := 0, 0     // phrases
	hits, keywords := 0, 0 // keywords
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		var want label
		require.NoError(t, json.Unmarshal(data, &want))
		id := strings.TrimSuffix(filepath.Base(file), ".json")
		code, out, messages := tag(t, "", "-o", "jsonl", "-phrases", "40", "-keywords", "30", filepath.Join(articles, id+".txt"))
		require.Zero(t, code, messages)
		got, words := map[string]bool{}, map[string]bool{}
		for _, p := range decode(t, out)[0].Phrases {
			got[analysis.Key(p.Text)] = true
		}
		for _, k := range decode(t, out)[0].Keywords {
			words[analysis.Key(k.Text)] = true
		}
		for _, k := range want.Keywords {
			keywords++
			if words[analysis.Key(k)] {
				hits++
			}
		}
		for _, p := range want.Phrases {
			all++
			if got[analysis.Key(p)] {
				found++
			} else {
				t.Logf("%s: not found: %s", id, p)
			}
		}
	}
	t.Logf("%d of %d phrases, %d of %d keywords", found, all, hits, keywords)
	assert.GreaterOrEqual(t, float64(found)/float64(all), 0.8, "%d of %d phrases", found, all)
	assert.GreaterOrEqual(t, float64(hits)/float64(keywords), 0.5, "%d of %d keywords", hits, keywords)
}

// abstracts returns the abstracts of testdata as JSON lines, and their authors'
// keywords.
func abstracts(t *testing.T) (lines string, want map[string][]string) {
	t.Helper()
	files, err := filepath.Glob("../../testdata/abstracts/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var b bytes.Buffer
	want = make(map[string][]string)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NoError(t, json.Compact(&b, data))
		b.WriteByte('\n')
		var a struct {
			ID       string
			Keywords []string
		}
		require.NoError(t, json.Unmarshal(data, &a))
		want[a.ID] = a.Keywords
	}
	return b.String(), want
}

// TestAbstracts reads texts of two hundred characters, in which little recurs.
func TestAbstracts(t *testing.T) {
	t.Parallel()
	lines, want := abstracts(t)
	code, out, messages := tag(t, lines, "-o", "jsonl", "-keywords", "5")
	require.Zero(t, code, messages)
	mean := 0.0
	for _, d := range decode(t, out) {
		assert.NotEmpty(t, d.Title, d.ID)
		assert.NotEmpty(t, d.Keywords, d.ID)
		assert.NotEmpty(t, d.Summary, d.ID)
		var got []string
		for _, k := range d.Keywords {
			got = append(got, k.Text)
		}
		mean += f1(got, want[d.ID], 5) / float64(len(want))
	}
	t.Logf("F1 of the first five keywords: %.3f", mean)
	assert.GreaterOrEqual(t, mean, 0.25)
}
