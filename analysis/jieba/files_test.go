//go:build cgo

package jieba

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yanyiwu/gojieba"
)

var smallFiles = []file{{"a", "一\n"}, {"b", ""}, {"c", strings.Repeat("x", 1<<20)}}

// None of these tests is parallel: they set TMPDIR or count open files.

func TestOpenLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	before := openFiles(t)
	s, err := Open(Options{})
	require.NoError(t, err)
	assert.Equal(t, before, openFiles(t))
	assert.Empty(t, list(t, dir))
	require.NoError(t, s.Close())

	failed := errors.New("failed")
	for _, use := range []func([]string) error{
		func([]string) error { return nil },
		func([]string) error { return failed },
	} {
		err := withFiles(smallFiles, use)
		if err != nil {
			assert.Equal(t, failed, err)
		}
		assert.Equal(t, before, openFiles(t))
		assert.Empty(t, list(t, dir))
	}
}

func openFiles(t *testing.T) int {
	t.Helper()
	if runtime.GOOS != "linux" {
		return 0
	}
	return len(list(t, "/proc/self/fd"))
}

func list(t *testing.T, dir string) []os.DirEntry {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	return entries
}

func TestOpenNeedsNoDirectoryOnLinux(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("needs files in memory")
	}
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "missing;|"))
	s, err := Open(Options{})
	require.NoError(t, err)
	assert.Equal(t, []string{"经济", "发展"}, cut(t, s, "经济发展"))
	require.NoError(t, s.Close())
}

func TestMemoryFiles(t *testing.T) {
	paths, remove, err := memoryFiles(smallFiles)
	if runtime.GOOS != "linux" {
		require.ErrorIs(t, err, errors.ErrUnsupported)
		return
	}
	require.NoError(t, err)
	checkFiles(t, paths)
	require.NoError(t, remove())

	before := openFiles(t)
	_, _, err = memoryFiles([]file{{"a", "x"}, {"name\x00", "x"}})
	assert.Error(t, err)
	assert.Equal(t, before, openFiles(t))
}

func checkFiles(t *testing.T, paths []string) {
	t.Helper()
	require.Len(t, paths, len(smallFiles))
	for i, path := range paths {
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.True(t, smallFiles[i].content == string(b), path)
	}
}

// The fallback where there are no files in memory.
func TestDirectoryFiles(t *testing.T) {
	for _, name := range []string{"plain", "with blanks", "中文 目录", "quote'\"$(x)", strings.Repeat("long", 50)} {
		dir := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.Mkdir(dir, 0o700))
		t.Setenv("TMPDIR", dir)
		paths, remove, err := directoryFiles(smallFiles)
		require.NoError(t, err, name)
		checkFiles(t, paths)
		require.NoError(t, remove(), name)
		assert.Empty(t, list(t, dir), name)

		model, err := decompress("hmm_model.utf8", modelGz)
		require.NoError(t, err)
		files := []file{{"dict", "强省 2 n\n"}, {"hmm", model}, {"user", "网络强省 20 nz\n"}, {"idf", "x 1\n"}, {"stop", "x\n"}}
		paths, remove, err = directoryFiles(files)
		require.NoError(t, err, name)
		j := gojieba.NewJieba(paths...)
		require.NoError(t, remove(), name)
		assert.Equal(t, []string{"网络强省/nz"}, j.Tag("网络强省"), name)
		j.Free()
	}
}

func TestDirectoryFilesReportsOddDirectories(t *testing.T) {
	for _, name := range []string{"semi;colon", "a|b"} {
		dir := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.Mkdir(dir, 0o700))
		t.Setenv("TMPDIR", dir)
		_, _, err := directoryFiles(smallFiles)
		assert.ErrorContains(t, err, "has ';' or '|' in it, which cppjieba cannot open: set TMPDIR to another directory")
		assert.Empty(t, list(t, dir))
	}
	notDir := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(notDir, nil, 0o600))
	for name, dir := range map[string]string{"missing": filepath.Join(t.TempDir(), "missing"), "a file": notDir} {
		t.Setenv("TMPDIR", dir)
		_, _, err := directoryFiles(smallFiles)
		assert.ErrorContains(t, err, dir, name)
	}
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	_, _, err := directoryFiles([]file{{"a", "x"}, {"no/folder", "x"}})
	assert.Error(t, err)
	assert.Empty(t, list(t, dir), "an error leaves nothing behind either")
}

func TestMeasureReportsACutFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	require.NoError(t, os.WriteFile(path, []byte("12"), 0o600))
	assert.NoError(t, measure(path, 2))
	assert.EqualError(t, measure(path, 3), path+" has 2 bytes where 3 were written")
	assert.Error(t, measure(path+"x", 0))
}
