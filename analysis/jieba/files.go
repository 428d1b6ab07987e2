//go:build cgo

package jieba

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A file is what C++ is given to read: it takes paths only.
type file struct{ name, content string }

// withFiles calls use with paths of files that have the contents, and leaves
// no file behind. The files live in memory where the system has such files,
// so that a read-only file system or an odd TMPDIR does not matter, and
// otherwise in a new temporary directory.
//
// C++ ends the process when it meets a file that is missing or cut, so every
// path is opened and measured before use is called.
func withFiles(files []file, use func(paths []string) error) error {
	paths, remove, err := memoryFiles(files)
	if err != nil {
		var dirErr error
		if paths, remove, dirErr = directoryFiles(files); dirErr != nil {
			return fmt.Errorf("jieba: writing the dictionaries: %w; and in memory: %w", dirErr, err)
		}
	}
	err = use(paths)
	if rerr := remove(); rerr != nil {
		return errors.Join(err, fmt.Errorf("jieba: removing the dictionaries: %w", rerr))
	}
	return err
}

// directoryFiles writes the files into a new temporary directory.
func directoryFiles(files []file) (paths []string, remove func() error, err error) {
	dir, err := os.MkdirTemp("", "tifa-jieba-")
	if err != nil {
		return nil, nil, err
	}
	removeAll := func() error { return os.RemoveAll(dir) }
	defer func() {
		if err != nil {
			err = errors.Join(err, removeAll())
		}
	}()
	// cppjieba takes the user dictionary's path for several paths there.
	if strings.ContainsAny(dir, ";|") {
		return nil, nil, fmt.Errorf("the path %q has ';' or '|' in it, which cppjieba cannot open: set TMPDIR to another directory", dir)
	}
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		if err := os.WriteFile(path, []byte(f.content), 0o600); err != nil {
			return nil, nil, err
		}
		if err := measure(path, len(f.content)); err != nil {
			return nil, nil, err
		}
		paths = append(paths, path)
	}
	return paths, removeAll, nil
}

// measure opens the file as C++ will and checks its size.
func measure(path string, size int) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() != int64(size) {
		return fmt.Errorf("%s has %d bytes where %d were written", path, info.Size(), size)
	}
	return nil
}
