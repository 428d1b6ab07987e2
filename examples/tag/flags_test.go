package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

func TestFlags(t *testing.T) {
	t.Parallel()
	file := filepath.Join(articles, "report.txt")
	dir := t.TempDir()
	lexicon := filepath.Join(dir, "lexicon.txt")
	require.NoError(t, os.WriteFile(lexicon, []byte("好 差 坏\n"), 0o644))
	corpus := filepath.Join(dir, "a.corpus")
	require.NoError(t, os.WriteFile(corpus, []byte("nothing\n"), 0o644))
	for _, c := range []struct {
		name string
		args []string
		want string // part of the message
	}{
		{"unknown flag", []string{"-frobnicate", file}, "tag: flag provided but not defined: -frobnicate; tag -h explains the flags\n"},
		{"a flag behind a file", []string{file, "-o", "jsonl"}, "tag: -o: flags come before the files"},
		{"unknown output", []string{"-o", "xml", file}, "tag: -o xml: the output is text, jsonl, csv or tsv; tag -h explains the flags\n"},
		{"unknown method", []string{"-method", "lda", file}, "tag: -method lda: the method is bm25, contrast, evidence, kpminer,"},
		{"unknown segmenter", []string{"-segmenter", "thulac", file}, "tag: -segmenter thulac: the segmenter is native or gojieba"},
		{"negative number", []string{"-keywords", "-1", file}, "is negative"},
		{"no workers", []string{"-workers", "0", file}, "tag: -workers 0: the number is from 1 to 1024"},
		{"two budgets", []string{"-sentences", "2", "-chars", "100", file}, "tag: -sentences, -chars and -ratio exclude each other"},
		{"no characters", []string{"-chars", "0", file}, "tag: -chars 0: a summary needs characters"},
		{"a lexicon that is not there", []string{"-lexicon", "no.txt", file}, "no.txt"},
		{"a bad lexicon", []string{"-lexicon", lexicon, file}, "line 1"},
		{"a bad corpus", []string{"-corpus", corpus, file}, "line 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := tag(t, "", c.args...)
			assert.Equal(t, 2, code)
			assert.Empty(t, out)
			assert.Contains(t, messages, c.want)
		})
	}
	t.Run("help", func(t *testing.T) {
		t.Parallel()
		code, messages, stderr := tag(t, "", "-h")
		assert.Zero(t, code)
		assert.Empty(t, stderr)
		for _, name := range []string{"-o", "-keywords", "-phrases", "-sentences", "-chars", "-ratio", "-summarizer", "-query", "-genre", "-tasks", "-sections", "-method", "-corpus", "-lexicon", "-segmenter", "-workers", "-progress", "-with-text", "-bom", "-exact", "-resume", "-input", "-glob", "-max-bytes", "-encoding", "-invalid", "-traditional", "-forms"} {
			assert.Contains(t, strings.ReplaceAll(messages, "\n", " "), "  "+name+" ")
			assert.Contains(t, messages, "(tag "+name+" ", "an example of each")
		}
	})
	t.Run("numbers", func(t *testing.T) {
		t.Parallel()
		_, out, _ := tag(t, "", "-o", "jsonl", "-keywords", "3", "-phrases", "4", "-chars", "120", file)
		d := decode(t, out)[0]
		assert.Len(t, d.Keywords, 3)
		assert.Len(t, d.Phrases, 4)
		n := 0
		for _, s := range d.Summary {
			n += utf8.RuneCountInString(s.Text)
		}
		assert.LessOrEqual(t, n, 120)
		assert.Positive(t, n)
		_, out, _ = tag(t, "", "-o", "jsonl", "-keywords", "0", "-phrases", "0", "-sentences", "0", file)
		d = decode(t, out)[0]
		assert.Empty(t, d.Keywords)
		assert.Empty(t, d.Phrases)
		assert.Empty(t, d.Summary)
	})
	t.Run("a lexicon keeps its words whole", func(t *testing.T) {
		t.Parallel()
		good := filepath.Join(dir, "good.txt")
		require.NoError(t, os.WriteFile(good, []byte("云岭茶香 nz\n"), 0o644))
		_, out, _ := tag(t, "品味云岭茶香，讲好云岭故事。", "-o", "jsonl", "-lexicon", good)
		var got []string
		for _, k := range decode(t, out)[0].Keywords {
			got = append(got, k.Text)
		}
		assert.Contains(t, got, "云岭茶香")
	})
	t.Run("a corpus changes the scores", func(t *testing.T) {
		t.Parallel()
		good := filepath.Join(dir, "good.corpus")
		f, err := os.Create(good)
		require.NoError(t, err)
		var c analysis.Corpus
		c.Add(&analysis.Document{Terms: []analysis.Term{{Key: "经济"}}})
		_, err = c.WriteTo(f)
		require.NoError(t, err)
		require.NoError(t, f.Close())
		_, with, _ := tag(t, "", "-o", "jsonl", "-corpus", good, file)
		_, without, _ := tag(t, "", "-o", "jsonl", file)
		assert.NotEqual(t, with, without)
	})
}
