package desktest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Readme runs the command of the README that begins with the prefix, in the
// folder dir, and looks for the lines of the block behind it in the output, in
// their order. A line "…" stands for some that are left out.
func (p Program) Readme(t *testing.T, root, dir, prefix string) {
	t.Helper()
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(readme), "\n    "+prefix+" ")
	if !ok {
		t.Fatalf("the README has no command %q", prefix)
	}
	command, rest, _ := strings.Cut(rest, "\n")
	_, rest, _ = strings.Cut(rest, "```\n")
	block, _, _ := strings.Cut(rest, "\n```")
	t.Chdir(dir)
	args := strings.Fields(command)
	for i, a := range args {
		if i > 0 && args[i-1] == "-o" {
			args[i] = filepath.Join(t.TempDir(), filepath.Base(a)) // leave no files behind
		}
	}
	code, output, messages := p.Run(t, "", args...)
	if code != 0 {
		t.Fatalf("%s %s: exit status %d: %s", prefix, command, code, messages)
	}
	for _, line := range strings.Split(block, "\n") {
		if line == "…" || line == "  …" {
			continue
		}
		_, after, ok := strings.Cut("\n"+output, "\n"+line+"\n")
		if !ok {
			t.Fatalf("%s %s: the README's line %q is not in what is left of the output:\n%s", prefix, command, line, output)
		}
		output = after
	}
}
