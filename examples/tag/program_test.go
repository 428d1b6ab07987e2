package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// programDir holds the program while the tests run.
var programDir string

func TestMain(m *testing.M) {
	code := m.Run()
	if programDir != "" {
		os.RemoveAll(programDir)
	}
	os.Exit(code)
}

var build = sync.OnceValues(func() (string, error) {
	var err error
	if programDir, err = os.MkdirTemp("", "tag"); err != nil {
		return "", err
	}
	path := filepath.Join(programDir, "tag.exe")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	return path + string(out), err
})

// program builds the program, for tests of what only a process can show, and
// returns its path.
func program(t testing.TB) string {
	t.Helper()
	if testing.Short() {
		t.Skip("it builds the program")
	}
	path, err := build()
	require.NoError(t, err, path)
	return path
}
