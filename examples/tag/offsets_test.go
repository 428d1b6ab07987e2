package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

// TestOffsets checks that everything in the output is where it says it is.
func TestOffsets(t *testing.T) {
	t.Parallel()
	code, out, messages := tag(t, "", "-o", "jsonl", "-keywords", "50", "-phrases", "100", "-sentences", "10", articles)
	require.Zero(t, code, messages)
	checkOffsets(t, out, func(id string) string {
		text, err := os.ReadFile(filepath.Join(articles, id+".txt"))
		require.NoError(t, err)
		return string(text)
	})
}

// checkOffsets checks each line of output against the article's text.
func checkOffsets(t *testing.T, jsonl string, text func(id string) string) {
	t.Helper()
	for _, d := range decode(t, jsonl) {
		s := text(d.ID)
		for _, k := range d.Keywords {
			assert.Len(t, k.Spans, k.Count, k.Text)
			for _, m := range k.Spans {
				assert.Equal(t, analysis.Key(k.Text), analysis.Key(s[m[0]:m[1]]))
			}
		}
		for _, p := range d.Phrases {
			assert.Len(t, p.Spans, p.Count, p.Text)
			for _, m := range p.Spans {
				assert.Equal(t, analysis.Key(p.Text), analysis.Key(s[m[0]:m[1]]))
			}
		}
		for _, c := range d.Cited {
			assert.Len(t, c.Spans, c.Count, c.Text)
			for _, m := range c.Spans {
				assert.Equal(t, analysis.Key(c.Text), analysis.Key(s[m[0]:m[1]]))
			}
		}
		for _, n := range d.Numerals {
			assert.NotEmpty(t, n.Spans, n.Text)
			for _, m := range n.Spans {
				assert.Equal(t, bare(n.Text), bare(s[m[0]:m[1]]))
			}
		}
		end := 0
		for _, x := range d.Summary {
			assert.Equal(t, x.Text, s[x.Start:x.End])
			assert.GreaterOrEqual(t, x.Start, end, "in text order")
			end = x.End
		}
	}
}

// bare leaves out the marks in which two spellings of a slogan may differ:
// 双随机、一公开, 双随机，一公开.
func bare(s string) string {
	return strings.NewReplacer("、", "", "，", "", ",", "").Replace(analysis.Key(s))
}
