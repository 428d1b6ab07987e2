package desk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// A file is one document to read, or the reason why there is none.
type file struct {
	path string // "-" is standard input
	id   string
	err  error
}

// Sources yields the documents that args name, each or the reason why it cannot
// be read: files, one document each; for a folder, the .txt files in it and
// below, in the order of their names, without hidden ones; - for standard input,
// as is no argument at all. Files are read one by one, when they are asked for.
//
// The id of a document is its file's name without .txt, or its path from the
// folder that args name, with slashes: 2016/report.
func Sources(args []string, stdin io.Reader) iter.Seq2[analysis.Source, error] {
	return func(yield func(analysis.Source, error) bool) {
		for _, f := range list(args) {
			src, err := f.read(stdin)
			if !yield(src, err) {
				return
			}
		}
	}
}

// Count returns how many pairs Sources yields.
func Count(args []string) int { return len(list(args)) }

// read reads a document. What is known of encodings and formats belongs here.
func (f file) read(stdin io.Reader) (analysis.Source, error) {
	src := analysis.Source{ID: f.id}
	if f.err != nil {
		return src, f.err
	}
	var text []byte
	var err error
	if f.path == "-" {
		text, err = io.ReadAll(stdin)
	} else {
		text, err = os.ReadFile(f.path)
	}
	if err != nil {
		return src, err
	}
	src.Text = string(text)
	if strings.Trim(src.Text, " \t\r\n\u3000\ufeff") == "" {
		return src, fmt.Errorf("%s: the text is empty", f.path)
	}
	return src, nil
}

func list(args []string) []file {
	if len(args) == 0 {
		args = []string{"-"}
	}
	var files []file
	for _, arg := range args {
		if arg == "-" {
			files = append(files, file{path: "-", id: "-"})
			continue
		}
		info, err := os.Stat(arg)
		if err != nil || !info.IsDir() {
			files = append(files, file{arg, withoutTxt(filepath.Base(arg)), err})
			continue
		}
		files = append(files, folder(arg)...)
	}
	return files
}

// folder lists the .txt files in a folder and below.
func folder(dir string) (files []file) {
	fsys := os.DirFS(dir) // unlike filepath.WalkDir it follows a link to a folder
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		name := filepath.Join(dir, filepath.FromSlash(path))
		hidden := path != "." && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			files = append(files, file{path: name, id: path, err: fmt.Errorf("%s: %w", name, err)})
		case hidden && d.IsDir():
			return fs.SkipDir
		case !hidden && !d.IsDir() && isTxt(path):
			files = append(files, file{path: name, id: withoutTxt(path)})
		}
		return nil
	})
	if err == nil && len(files) == 0 {
		err = errors.New("there is no .txt file in the folder")
	}
	if err != nil {
		files = append(files, file{path: dir, id: dir, err: fmt.Errorf("%s: %w", dir, err)})
	}
	return files
}

func isTxt(path string) bool { return strings.EqualFold(filepath.Ext(path), ".txt") }

func withoutTxt(path string) string {
	if isTxt(path) {
		return path[:len(path)-len(".txt")]
	}
	return path
}
