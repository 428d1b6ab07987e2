package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/internal/eval"
)

// TestArticlesAgainstTheirLabels keeps a floor under the quality: of what a
// reader marked by hand, so much is found.
func TestArticlesAgainstTheirLabels(t *testing.T) {
	t.Parallel()
	all, err := eval.ReadGold("../../testdata/gold")
	require.NoError(t, err)
	found, salient := 0, 0 // phrases
	hits, keywords := 0, 0
	for _, want := range all {
		code, out, messages := tag(t, "", "-o", "jsonl", "-phrases", "40", "-keywords", "30", filepath.Join(articles, want.ID+".txt"))
		require.Zero(t, code, messages)
		got, words := map[string]bool{}, map[string]bool{}
		for _, p := range decode(t, out)[0].Phrases {
			got[eval.Key(p.Text)] = true
		}
		for _, k := range decode(t, out)[0].Keywords {
			words[eval.Key(k.Text)] = true
		}
		for _, k := range want.Keywords {
			keywords++
			if words[eval.Key(k)] {
				hits++
			}
		}
		for p, grade := range want.Phrases {
			if grade < 2 {
				continue
			}
			salient++
			if got[p] {
				found++
			} else {
				t.Logf("%s: not found: %s", want.ID, p)
			}
		}
	}
	t.Logf("%d of %d phrases, %d of %d keywords", found, salient, hits, keywords)
	assert.GreaterOrEqual(t, float64(found)/float64(salient), 0.8, "%d of %d phrases", found, salient)
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
		mean += eval.F1(got, want[d.ID], 5) / float64(len(want))
	}
	t.Logf("F1 of the first five keywords: %.3f", mean)
	assert.GreaterOrEqual(t, mean, 0.25)
}
