package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRealText runs the program on every text under TIFA_DATA.
func TestRealText(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA names no folder of real texts")
	}
	paths := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".txt") {
			paths[strings.TrimSuffix(d.Name(), ".txt")] = path
		}
		return err
	}))
	var args []string
	for _, sub := range []string{"policy", "laws", "article"} {
		args = append(args, filepath.Join(dir, sub))
	}
	code, out, messages := tag(t, "", append([]string{"-o", "jsonl"}, args...)...)
	require.Zero(t, code, messages)
	assert.Len(t, decode(t, out), len(paths))
	checkOffsets(t, out, func(id string) string {
		text, err := os.ReadFile(paths[id])
		require.NoError(t, err)
		return string(text)
	})
	for _, d := range decode(t, out) {
		assert.Empty(t, d.Error, d.ID)
		assert.NotEmpty(t, d.Keywords, d.ID)
		assert.NotEmpty(t, d.Phrases, d.ID)
		assert.NotEmpty(t, d.Summary, d.ID)
	}
}

// TestRealArticle looks for the policy wording of a real article.
func TestRealArticle(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA names no folder of real texts")
	}
	files, err := filepath.Glob(filepath.Join(dir, "article", "article_2015_*.txt"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	code, out, messages := tag(t, "", "-o", "jsonl", "-phrases", "20", "-keywords", "200", files[0])
	require.Zero(t, code, messages)
	d := decode(t, out)[0]
	got, first := map[string]bool{}, map[string]bool{}
	for i, p := range d.Phrases {
		got[p.Text] = true
		first[p.Text] = i < 10
	}
	assert.True(t, first["五大发展理念"], "五大发展理念 is among the first 10 phrases")
	for _, want := range []string{"五中全会精神", "全面建成小康社会", "网络强省", "追赶超越"} {
		assert.True(t, got[want], "%s is among the first 20 phrases", want)
	}
	assert.True(t, got["网络强国"] || got["网络强国战略"], "网络强国 is among the first 20 phrases")
	assert.False(t, got["全面建成小康"], "a phrase is maximal")

	require.NotEmpty(t, d.Numerals)
	assert.Equal(t, "五大发展理念", d.Numerals[0].Text)
	assert.Equal(t, []string{"创新", "协调", "绿色", "开放", "共享"}, d.Numerals[0].Members)
	assert.Equal(t, "text", d.Numerals[0].Source)

	words := map[string]bool{}
	for _, k := range d.Keywords {
		words[k.Text] = true
	}
	assert.True(t, words["五大发展理念"])
	assert.False(t, words["五大"] || words["理念"], "no fragment of a phrase is a keyword")
}
