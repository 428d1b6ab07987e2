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
// be read: files, one document each; for a folder, the .txt, .html and .htm files in
// it and below, each also with .gz, in the order of their names, without hidden ones;
// - for standard input, as is no argument at all. Files are read one by one, when
// they are asked for, and decoded as package analysis/input does; traditional text is
// refused.
//
// The id of a document is its file's name without these endings, or its path from the
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
			id, _ := documentID(filepath.Base(arg))
			files = append(files, file{arg, id, err})
			continue
		}
		files = append(files, folder(arg)...)
	}
	return files
}

// folder lists the documents in a folder and below.
func folder(dir string) (files []file) {
	fsys := os.DirFS(dir) // unlike filepath.WalkDir it follows a link to a folder
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		name := filepath.Join(dir, filepath.FromSlash(path))
		id, known := documentID(path)
		hidden := path != "." && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			files = append(files, file{path: name, id: path, err: fmt.Errorf("%s: %w", name, err)})
		case hidden && d.IsDir():
			return fs.SkipDir
		case !hidden && !d.IsDir() && known:
			files = append(files, file{path: name, id: id})
		}
		return nil
	})
	if err == nil && len(files) == 0 {
		err = errors.New("there is no .txt or .html file in the folder")
	}
	if err != nil {
		files = append(files, file{path: dir, id: dir, err: fmt.Errorf("%s: %w", dir, err)})
	}
	return files
}

// documentID returns a path without the ending of its format, and whether it has one.
func documentID(path string) (id string, ok bool) {
	id = path
	if ext := filepath.Ext(id); strings.EqualFold(ext, ".gz") {
		id = strings.TrimSuffix(id, ext)
	}
	switch ext := filepath.Ext(id); strings.ToLower(ext) {
	case ".txt", ".html", ".htm":
		return strings.TrimSuffix(id, ext), true
	}
	return path, false
}
