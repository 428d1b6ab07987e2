//go:build cgo

package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yanyiwu/gojieba"
)

// Both segmenters give the same bytes, with a lexicon and without.
func TestSegmentersGiveTheSameOutput(t *testing.T) {
	t.Parallel()
	lexicon := filepath.Join(t.TempDir(), "lexicon.txt")
	require.NoError(t, os.WriteFile(lexicon, []byte("绿色跃升\n“一网通办”\n三区两带一核心 n\n、 w\n5G 20\n"), 0o644))
	for name, args := range map[string][]string{
		"plain":          {"-o", "jsonl", articles},
		"with a lexicon": {"-o", "jsonl", "-lexicon", lexicon, articles},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, want, messages := tag(t, "", append([]string{"-segmenter", "gojieba"}, args...)...)
			require.Zero(t, code, messages)
			code, got, messages := tag(t, "", args...)
			require.Zero(t, code, messages)
			assert.NotEmpty(t, got)
			assert.Equal(t, want, got)
		})
	}
}

// BenchmarkGojiebaTag is the measure of the others.
func BenchmarkGojiebaTag(b *testing.B) {
	j := gojieba.NewJieba()
	defer j.Free()
	bench(b, func(_ *testing.B, _ *pipeline, text string) func() error {
		return func() error { j.Tag(text); return nil }
	})
}
