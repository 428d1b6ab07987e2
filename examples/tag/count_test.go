package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

// TestMergedPartsAreOneCount counts articles in random shards, merges the parts
// in random orders, in one step or in several, and compares the bytes.
func TestMergedPartsAreOneCount(t *testing.T) {
	t.Parallel()
	var all bytes.Buffer
	require.NoError(t, newGenerator(t, 2).lines(&all, 24, 1500))
	lines := strings.SplitAfter(strings.TrimSuffix(all.String(), "\n"), "\n")
	code, whole, messages := tag(t, all.String(), "count", "-workers", "1")
	require.Zero(t, code, messages)
	c, err := analysis.ReadCorpus(strings.NewReader(whole))
	require.NoError(t, err)
	require.Equal(t, len(lines), c.Len())

	random := rand.New(rand.NewPCG(3, 4))
	for trial := range 6 {
		f := newFolder(t)
		shards := make([]strings.Builder, 1+random.IntN(len(lines)))
		for i := range lines {
			shards[random.IntN(len(shards))].WriteString(lines[i])
		}
		var parts []string
		for i := range shards {
			if shards[i].Len() == 0 {
				continue // no article is an error
			}
			code, out, messages := tag(t, shards[i].String(), "count", "-workers", fmt.Sprint(1+trial%3))
			require.Zero(t, code, messages)
			name := fmt.Sprintf("%d.corpus", i)
			if i%3 == 0 {
				name, out = name+".gz", gz(t, out[:len(out)/2], out[len(out)/2:])
			}
			parts = append(parts, f.write(name, out))
		}
		random.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		merged := func(parts ...string) string {
			code, out, messages := tag(t, "", append([]string{"merge"}, parts...)...)
			require.Zero(t, code, messages)
			return out
		}
		assert.Equal(t, whole, merged(parts...), "%d parts", len(parts))
		assert.Equal(t, whole, merged(f.dir), "a folder")
		assert.Equal(t, whole, merged(filepath.Join(f.dir, "*.corpus*")), "a pattern")
		if half := len(parts) / 2; half > 0 {
			left, right := f.write("left", merged(parts[:half]...)), f.write("right", merged(parts[half:]...))
			assert.Equal(t, whole, merged(right, left), "in two steps")
		}
	}
}

func TestCount(t *testing.T) {
	t.Parallel()
	frequency := func(t *testing.T, file, key string) int {
		c, err := analysis.ReadCorpus(strings.NewReader(file))
		require.NoError(t, err)
		return c.DocumentFrequency(key)
	}
	t.Run("words and phrases are counted", func(t *testing.T) {
		t.Parallel()
		code, out, _ := tag(t, goodText, "count")
		assert.Zero(t, code)
		assert.Equal(t, 1, frequency(t, out, "治理"))
		assert.Equal(t, 1, frequency(t, out, "数字青阳建设"))
		code, out, _ = tag(t, goodText, "count", "-words")
		assert.Zero(t, code)
		assert.Equal(t, 1, frequency(t, out, "治理"))
		assert.Zero(t, frequency(t, out, "数字青阳建设"))
	})
	t.Run("an article that fails is told and left out", func(t *testing.T) {
		t.Parallel()
		f := newFolder(t)
		f.write("a.txt", goodText)
		f.write("b.txt", "")
		f.write("c.txt", "\xff提升"+goodText)
		code, out, messages := tag(t, "", "count", f.dir)
		assert.Equal(t, 1, code)
		assert.Equal(t, "tag count: b: the text is empty\n"+
			"tag count: c: "+filepath.Join(f.dir, "c.txt")+": byte 0: 0xFF is not utf-8; -invalid replace puts U+FFFD for it\n"+
			"tag count: 2 of 3 articles failed\n", messages)
		assert.Equal(t, corpusFile(t, goodText), out)
	})
	t.Run("a lexicon keeps its words whole", func(t *testing.T) {
		t.Parallel()
		f := newFolder(t)
		_, out, _ := tag(t, "品味云岭茶香。", "count", "-lexicon", f.write("lexicon.txt", "云岭茶香 nz\n"))
		assert.Equal(t, 1, frequency(t, out, "云岭茶香"))
	})
	t.Run("what was counted changes the scores, compressed too", func(t *testing.T) {
		t.Parallel()
		f := newFolder(t)
		report := filepath.Join(articles, "report.txt")
		_, out, _ := tag(t, "", "count", articles)
		_, with, _ := tag(t, "", "score", "-o", "jsonl", "-corpus", f.write("a.corpus", out), report)
		_, packed, _ := tag(t, "", "score", "-o", "jsonl", "-corpus", f.write("b.gz", gz(t, out)), report)
		_, without, _ := tag(t, "", "score", "-o", "jsonl", report)
		_, plain, _ := tag(t, "", "-o", "jsonl", report)
		assert.NotEqual(t, without, with)
		assert.Equal(t, with, packed)
		assert.Equal(t, plain, without, "tag score is tag")
	})
}

func TestMerge(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	a, b := f.write("a.corpus", corpusFile(t, goodText)), f.write("b.corpus", corpusFile(t, goodText))
	code, out, messages := tag(t, "", "merge", "-same", a, b)
	require.Zero(t, code, messages)
	c, err := analysis.ReadCorpus(strings.NewReader(out))
	require.NoError(t, err)
	assert.Equal(t, 2, c.Len(), "-same counts the same bytes twice")

	code, out, messages = tag(t, corpusFile(t, goodText), "merge", "-")
	require.Zero(t, code, messages)
	assert.Equal(t, corpusFile(t, goodText), out, "standard input is a part")

	var empty bytes.Buffer
	_, err = new(analysis.Corpus).WriteTo(&empty)
	require.NoError(t, err)
	code, _, messages = tag(t, "", "merge", f.write("c.corpus", empty.String()), f.write("d.corpus", empty.String()))
	assert.Zero(t, code, messages, "parts without articles are the same, and harm nothing")
}

func TestHelpOfEachCommand(t *testing.T) {
	t.Parallel()
	for command, flags := range map[string][]string{
		"count": {"-words", "-glob", "-input", "-encoding", "-invalid", "-traditional", "-forms", "-max-bytes", "-lexicon", "-segmenter", "-workers", "-progress"},
		"merge": {"-same"},
	} {
		code, help, messages := tag(t, "", command, "-h")
		assert.Zero(t, code)
		assert.Empty(t, messages)
		for _, name := range flags {
			assert.Contains(t, strings.ReplaceAll(help, "\n", " "), "  "+name+" ")
			assert.Contains(t, help, "(tag "+command+" "+name+" ", "an example of each")
		}
	}
}
