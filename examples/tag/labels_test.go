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

// TestAbstracts reads texts of two hundred characters, in which little recurs.
func TestAbstracts(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../testdata/abstracts/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		var line bytes.Buffer
		require.NoError(t, json.Compact(&line, data))
		code, out, messages := tag(t, line.String(), "-o", "jsonl")
		require.Zero(t, code, messages)
		d := decode(t, out)[0]
		assert.NotEmpty(t, d.Title, file)
		assert.Len(t, d.Keywords, 10, file)
		assert.NotEmpty(t, d.Summary, file)
	}
}
