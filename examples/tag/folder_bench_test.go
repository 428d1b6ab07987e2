package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkFolder is the whole program with one worker on the policy texts of
// TIFA_DATA, a document each: reading them, all the work, and JSON out.
func BenchmarkFolder(b *testing.B) {
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		b.Skip("TIFA_DATA names no folder of texts")
	}
	files, err := filepath.Glob(filepath.Join(dir, "policy", "*.txt"))
	require.NoError(b, err)
	bytes := int64(0)
	for _, f := range files {
		info, err := os.Stat(f)
		require.NoError(b, err)
		bytes += info.Size()
	}
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		var stderr strings.Builder
		require.Zero(b, run(context.Background(), append([]string{"-workers", "1", "-o", "jsonl"}, files...), nil, io.Discard, &stderr), stderr.String())
	}
}
