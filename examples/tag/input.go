package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// sources yields the articles that the arguments name, each or the reason why
// it cannot be read. Files are read one by one, when they are asked for.
func sources(args []string, stdin io.Reader) iter.Seq2[analysis.Source, error] {
	if len(args) == 0 {
		args = []string{"-"}
	}
	return func(yield func(analysis.Source, error) bool) {
		for _, arg := range args {
			var ok bool
			if arg == "-" {
				ok = readStdin(stdin, yield)
			} else if info, err := os.Stat(arg); err == nil && info.IsDir() {
				ok = readDir(arg, yield)
			} else {
				ok = readFile(arg, yield)
			}
			if !ok {
				return
			}
		}
	}
}

type yieldFunc = func(analysis.Source, error) bool

func fail(yield yieldFunc, id string, err error) bool {
	return yield(analysis.Source{ID: id}, err)
}

// readDir reads the files in a directory and below, in the order of WalkDir,
// which is lexical. Hidden ones are left out.
func readDir(dir string, yield yieldFunc) bool {
	found, more := false, true
	root, err := filepath.EvalSymlinks(dir) // WalkDir does not follow a link
	if err != nil {
		return fail(yield, dir, err)
	}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			found = true
			if more = fail(yield, path, err); !more {
				return fs.SkipAll
			}
			return nil
		case path != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir(), !isText(path) && !isJSONL(path):
			return nil
		}
		found = true
		if more = readFile(path, yield); !more {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil {
		return fail(yield, dir, err)
	}
	if !found {
		return fail(yield, dir, errors.New("there is no .txt or .jsonl file in the directory"))
	}
	return more
}

func isText(path string) bool  { return strings.EqualFold(filepath.Ext(path), ".txt") }
func isJSONL(path string) bool { return strings.EqualFold(filepath.Ext(path), ".jsonl") }

func readFile(path string, yield yieldFunc) bool {
	if isJSONL(path) {
		f, err := os.Open(path)
		if err != nil {
			return fail(yield, path, err)
		}
		defer f.Close()
		return readLines(path, bufio.NewReader(f), yield)
	}
	id := filepath.Base(path)
	if isText(path) {
		id = id[:len(id)-len(".txt")]
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return fail(yield, id, err)
	}
	if at := invalidUTF8(text); at >= 0 {
		return fail(yield, id, fmt.Errorf("%s: byte %d is not UTF-8; texts in GBK or another encoding must be converted first, for instance with iconv", path, at))
	}
	return yield(analysis.Source{ID: id, Text: string(text)}, nil)
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(s []byte) int {
	if utf8.Valid(s) {
		return -1
	}
	at := 0
	for {
		r, n := utf8.DecodeRune(s[at:])
		if r == utf8.RuneError && n <= 1 {
			return at
		}
		at += n
	}
}

// readStdin reads JSON lines if the first character is a brace, else one text.
func readStdin(stdin io.Reader, yield yieldFunc) bool {
	r := bufio.NewReader(stdin)
	if head, _ := r.Peek(64); bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(head, bom), " \t\r\n"), []byte("{")) {
		return readLines("-", r, yield)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return fail(yield, "-", err)
	}
	return yield(analysis.Source{ID: "-", Text: string(text)}, nil)
}

var bom = []byte("\ufeff")

// readLines reads JSON lines; blank ones are skipped. name is the file's.
func readLines(name string, r *bufio.Reader, yield yieldFunc) bool {
	found := false
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if n == 1 {
			line = bytes.TrimPrefix(line, bom)
		}
		if len(bytes.TrimSpace(line)) > 0 {
			found = true
			src, e := parseLine(line)
			more := false
			if e != nil {
				id := src.ID
				if id == "" {
					id = fmt.Sprintf("%s:%d", name, n)
				}
				more = fail(yield, id, fmt.Errorf("%s:%d: %w", name, n, e))
			} else {
				more = yield(src, nil)
			}
			if !more {
				return false
			}
		}
		if err == io.EOF && !found {
			return fail(yield, name, errors.New("there is no article in the file"))
		}
		if err == io.EOF {
			return true
		}
		if err != nil {
			return fail(yield, name, err)
		}
	}
}

// parseLine reads {"id","title"?,"text"}. The id may be a number.
func parseLine(line []byte) (analysis.Source, error) {
	// encoding/json would put U+FFFD for what is not UTF-8.
	if at := invalidUTF8(line); at >= 0 {
		return analysis.Source{}, fmt.Errorf("byte %d of the line is not UTF-8", at)
	}
	var in struct {
		ID    any     `json:"id"`
		Title string  `json:"title"`
		Text  *string `json:"text"`
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.UseNumber()
	if err := dec.Decode(&in); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return analysis.Source{}, fmt.Errorf("the line is not a JSON object with id and text: byte %d: %w", syntax.Offset, err)
		}
		return analysis.Source{}, errors.New("the line is not a JSON object with id and text")
	}
	if _, err := dec.Token(); err != io.EOF {
		return analysis.Source{}, errors.New("the line has more than one JSON value")
	}
	var src analysis.Source
	switch id := in.ID.(type) {
	case string:
		src.ID = id
	case json.Number:
		src.ID = id.String()
	}
	if src.ID == "" {
		return src, errors.New(`the object has no "id"`)
	}
	if in.Text == nil {
		return src, errors.New(`the object has no "text"`)
	}
	src.Title, src.Text = in.Title, *in.Text
	return src, nil
}
