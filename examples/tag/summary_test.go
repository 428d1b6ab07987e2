package main

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/examples/internal/methods"
)

func TestSummaryFlags(t *testing.T) {
	t.Parallel()
	file := filepath.Join(articles, "report.txt")
	summary := func(t *testing.T, args ...string) decoded {
		t.Helper()
		code, out, messages := tag(t, "", append(append([]string{"-o", "jsonl", "-keywords", "0", "-phrases", "0"}, args...), file)...)
		require.Zero(t, code, messages)
		return decode(t, out)[0]
	}
	for name := range methods.Summaries {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Len(t, summary(t, "-summarizer", name).Summary, 3)
		})
	}
	t.Run("a ratio", func(t *testing.T) {
		t.Parallel()
		n := 0
		for _, s := range summary(t, "-ratio", "0.1").Summary {
			n += utf8.RuneCountInString(s.Text)
		}
		assert.Positive(t, n)
		assert.LessOrEqual(t, n, 300)
	})
	t.Run("a query", func(t *testing.T) {
		t.Parallel()
		d := summary(t, "-sentences", "1", "-query", "营商环境")
		require.Len(t, d.Summary, 1)
		assert.Contains(t, d.Summary[0].Text, "营商环境")
		assert.Empty(t, d.Notes)
	})
	t.Run("a query that the text does not answer", func(t *testing.T) {
		t.Parallel()
		d := summary(t, "-query", "航天")
		assert.Len(t, d.Summary, 3)
		assert.Equal(t, []string{`summarize: document "report": nothing of the focus is in the text: 航天`}, d.Notes)
	})
	t.Run("what is to be done", func(t *testing.T) {
		t.Parallel()
		d := summary(t, "-tasks", "-sentences", "2")
		assert.Contains(t, d.Summary[0].Text+d.Summary[1].Text, "主要目标是：到2030年")
	})
	t.Run("sections", func(t *testing.T) {
		t.Parallel()
		d := summary(t, "-sections", "-sentences", "1")
		require.Greater(t, len(d.Summary), 2)
		for _, s := range d.Summary {
			assert.True(t, strings.HasPrefix(s.Section, "一、") || strings.HasPrefix(s.Section, "二、") || strings.HasPrefix(s.Section, "三、") || strings.HasPrefix(s.Section, "四、"), s.Section)
		}
		code, page, messages := tag(t, "", "-sections", "-sentences", "1", "-keywords", "0", "-phrases", "0", file)
		require.Zero(t, code, messages)
		assert.Contains(t, page, "  "+d.Summary[0].Section+"\n  • "+d.Summary[0].Text+"\n")
	})
	t.Run("a genre", func(t *testing.T) {
		t.Parallel()
		assert.Len(t, summary(t, "-genre", "ruling").Summary, 3)
	})
	for _, c := range []struct {
		name string
		args []string
		want string
	}{
		{"no method", []string{"-summarizer", "magic"}, "tag: -summarizer magic: the method is one of bm25, centroid, coverage"},
		{"no genre", []string{"-genre", "poem"}, "tag: -genre poem: the genre is report"},
		{"a ratio out of its range", []string{"-ratio", "1.5"}, "tag: -ratio 1.5: the part is above 0 and up to 1"},
		{"a ratio of 0", []string{"-ratio", "0"}, "tag: -ratio 0: the part is above 0"},
		{"a ratio and characters", []string{"-ratio", "0.1", "-chars", "100"}, "exclude each other"},
		{"negative characters", []string{"-chars", "-1"}, "is negative"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := tag(t, "", append(c.args, file)...)
			assert.Equal(t, 2, code)
			assert.Empty(t, out)
			assert.Contains(t, messages, c.want)
		})
	}
}
