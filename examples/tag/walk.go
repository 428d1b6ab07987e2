package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// A selection says which files of a directory are wanted.
type selection struct {
	globs []string // those that match one of them, if there are any
	known func(path string) bool
	names string // of the known ones, for errors
}

// articleFiles are the files that hold articles.
func articleFiles(globs []string) selection {
	return selection{globs, func(path string) bool { _, known := formatOf(path); return known }, ".txt, .html or .jsonl"}
}

// walk visits the files that an argument names, in a fixed order: the file
// itself; those in a directory and below; or what a pattern matches, for shells
// that do not expand it. An error visits the path where it occurred. It returns
// false when a visit did.
func walk(arg string, s selection, visit func(path string, err error) bool) bool {
	info, err := os.Stat(arg)
	if err == nil && info.IsDir() {
		return walkDir(arg, s, visit)
	}
	if !errors.Is(err, fs.ErrNotExist) || !strings.ContainsAny(arg, `*?[`) {
		return visit(arg, nil) // opening it will tell
	}
	found, err := filepath.Glob(arg)
	if err != nil {
		return visit(arg, fmt.Errorf("%s: the pattern is malformed", arg))
	}
	n := 0
	for _, p := range found {
		if hidden(filepath.Base(p)) && !hidden(filepath.Base(arg)) {
			continue
		}
		n++
		more := false
		if info, err := os.Stat(p); err == nil && info.IsDir() {
			more = walkDir(p, s, visit)
		} else {
			more = visit(p, nil)
		}
		if !more {
			return false
		}
	}
	if n == 0 {
		return visit(arg, fmt.Errorf("%s: no file matches the pattern", arg))
	}
	return true
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") }

// walkDir visits the files in a directory and below, in the order of WalkDir,
// which is lexical. Hidden ones are left out, and links to directories are not
// followed, so that no loop of them is entered.
func walkDir(dir string, s selection, visit func(path string, err error) bool) bool {
	found, more := false, true
	root, err := filepath.EvalSymlinks(dir) // WalkDir does not follow a link
	if err != nil {
		return visit(dir, err)
	}
	err = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
		case p != root && hidden(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || !s.wants(root, p):
			return nil
		case !d.Type().IsRegular(): // a link, or what reading would wait for
			if info, e := os.Stat(p); e == nil && !info.Mode().IsRegular() {
				err = fmt.Errorf("%s: it is no regular file", p)
			}
		}
		found = true
		if more = visit(p, err); !more {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil {
		return visit(dir, err)
	}
	if !found {
		return visit(dir, fmt.Errorf("there is no %s file in the directory %s", s.wanted(), dir))
	}
	return more
}

// wants reports whether a file in a directory is to be read: where there are
// patterns, if one of them matches its name or, if it has a slash, its path
// below the directory.
func (s selection) wants(root, file string) bool {
	if len(s.globs) == 0 {
		return s.known(file)
	}
	below, err := filepath.Rel(root, file)
	if err != nil {
		return false
	}
	below = filepath.ToSlash(below)
	for _, glob := range s.globs {
		name := below
		if !strings.Contains(glob, "/") {
			name = path.Base(below)
		}
		if ok, _ := path.Match(glob, name); ok { // the pattern is checked
			return true
		}
	}
	return false
}

// wanted names the files that wants reports.
func (s selection) wanted() string {
	if len(s.globs) == 0 {
		return s.names
	}
	return strings.Join(s.globs, " or ")
}

// totalBytes adds up the sizes of the files that the arguments name, -1 where
// that cannot be known.
func totalBytes(args []string, s selection, stdin any) int64 {
	if len(args) == 0 {
		args = []string{"-"}
	}
	total, known := int64(0), true
	size := func(info fs.FileInfo, err error) {
		switch {
		case err != nil: // reading will tell
		case info.Mode().IsRegular():
			total += info.Size()
		default:
			known = false
		}
	}
	for _, arg := range args {
		if arg != "-" {
			walk(arg, s, func(p string, err error) bool {
				if err == nil {
					size(os.Stat(p))
				}
				return true
			})
		} else if f, ok := stdin.(*os.File); ok {
			size(f.Stat())
		} else {
			known = false
		}
	}
	if !known {
		return -1
	}
	return total
}
