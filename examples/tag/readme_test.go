package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReadmeIsTrue runs the README's commands and looks for their output in it.
func TestReadmeIsTrue(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	readme := string(data)
	report := filepath.Join(articles, "report.txt")

	assert.Contains(t, readme, "\n    go run ./examples/tag testdata/articles/report.txt\n")
	code, page, messages := tag(t, "", report)
	require.Zero(t, code, messages)
	assert.Contains(t, readme, "```\n"+strings.TrimSuffix(page, "\n")+"```\n")

	assert.Contains(t, readme, "\n    ./tag -o jsonl -keywords 3 -phrases 3 -sentences 1 testdata/articles/report.txt\n")
	code, line, messages := tag(t, "", "-o", "jsonl", "-keywords", "3", "-phrases", "3", "-sentences", "1", report)
	require.Zero(t, code, messages)
	assert.Contains(t, readme, "```\n"+line+"```\n")

	// The program is that of the example, which go test runs.
	example, err := os.ReadFile("../../keywords/example_test.go")
	require.NoError(t, err)
	_, program, ok := strings.Cut(readme, "```go\n")
	require.True(t, ok)
	program, _, _ = strings.Cut(program, "```")
	assert.Contains(t, string(example), "\t"+strings.ReplaceAll(strings.TrimSuffix(program, "\n"), "\n", "\n\t"))
}
