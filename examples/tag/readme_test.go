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
	const file = "../../README.md"
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	readme := string(data)
	// shows reports whether the first block behind a text is the output.
	shows := func(behind, output string) {
		t.Helper()
		before, rest, ok := strings.Cut(readme, behind)
		require.True(t, ok, "the README has %q", behind)
		_, rest, _ = strings.Cut(rest, "```\n")
		got, after, _ := strings.Cut(rest, "```\n")
		if *update {
			between := readme[len(before)+len(behind) : len(readme)-len(rest)]
			readme = before + behind + between + output + "```\n" + after
			require.NoError(t, os.WriteFile(file, []byte(readme), 0o644))
			return
		}
		assert.Equal(t, output, got, "go test ./examples/tag -update rewrites it")
	}
	report := filepath.Join(articles, "report.txt")

	code, page, messages := tag(t, "", report)
	require.Zero(t, code, messages)
	shows("\n    go run ./examples/tag testdata/articles/report.txt\n\nand prints\n", strings.TrimSuffix(page, "\n"))

	code, line, messages := tag(t, "", "-o", "jsonl", "-keywords", "3", "-phrases", "3", "-sentences", "1", report)
	require.Zero(t, code, messages)
	shows("\n    ./tag -o jsonl -keywords 3 -phrases 3 -sentences 1 testdata/articles/report.txt\n", line)

	// The program is that of the example, which go test runs.
	example, err := os.ReadFile("../../keywords/example_test.go")
	require.NoError(t, err)
	_, program, ok := strings.Cut(readme, "```go\n")
	require.True(t, ok)
	program, _, _ = strings.Cut(program, "```")
	assert.True(t, strings.Contains(string(example), "\t"+strings.ReplaceAll(strings.TrimSuffix(program, "\n"), "\n", "\n\t")), "the program is the example's")
}
