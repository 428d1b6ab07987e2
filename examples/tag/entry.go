package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
)

// An entry is one article as it is found, not yet decoded.
type entry struct {
	id     string // of a line of JSON that is not parsed yet, its place: a.jsonl:7
	name   string // of the file or the line, for errors
	format format
	data   []byte
	read   int64 // bytes of all inputs that were read when this one was
	number int   // of articles before this one
}

// A format is what a file holds.
type format string

const (
	formatText  format = "text"
	formatHTML  format = "html"
	formatJSONL format = "jsonl"
	byName      format = "auto"
)

// formatOf tells a file's format from its name without .gz. Names that tell
// nothing are text.
func formatOf(path string) (f format, known bool) {
	switch ext := filepath.Ext(cutSuffixFold(path, ".gz")); {
	case ext == "":
	case equalsAny(ext, ".txt"):
		return formatText, true
	case equalsAny(ext, ".html", ".htm"):
		return formatHTML, true
	case equalsAny(ext, ".jsonl"):
		return formatJSONL, true
	}
	return formatText, false
}

func equalsAny(s string, lower ...string) bool {
	for _, l := range lower {
		if cutSuffixFold(s, l) == "" {
			return true
		}
	}
	return false
}

// idOf names the article of a file: the file's name without its known endings.
func idOf(path string) string {
	id := filepath.Base(path)
	if bare := cutSuffixFold(id, ".gz"); bare != "" {
		id = bare
	}
	for _, ending := range []string{".txt", ".html", ".htm"} {
		if bare := cutSuffixFold(id, ending); bare != id {
			return bare
		}
	}
	return id
}

// entries yields the articles that the arguments name, each or the reason why
// it cannot be read. Files are read one by one, when they are asked for.
//
// outputs are the files that are written, which are no articles.
func entries(ctx context.Context, o inputOptions, args []string, stdin io.Reader, outputs ...any) iter.Seq2[entry, error] {
	if len(args) == 0 {
		args = []string{"-"}
	}
	return func(yield func(entry, error) bool) {
		r := &reader{opts: o, yield: yield}
		for _, out := range outputs {
			if f, ok := out.(*os.File); ok && f != nil {
				if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
					r.outputs = append(r.outputs, info)
				}
			}
		}
		for _, arg := range args {
			more := false
			if arg == "-" {
				more = r.stdin(newWaiting(ctx, stdin))
			} else {
				more = walk(arg, articleFiles(o.globs), r.file)
			}
			if !more {
				return
			}
		}
	}
}

// A reader reads one input after the other and yields its articles. Its methods
// return false when no more are wanted.
type reader struct {
	opts    inputOptions
	outputs []os.FileInfo
	yield   func(entry, error) bool
	read    int64 // bytes of the inputs before the present one
	n       int   // articles so far
}

func (r *reader) emit(e entry, in *inflow, err error) bool {
	e.read = r.read
	if in != nil {
		e.read += in.taken.n
	}
	e.number = r.n
	r.n++
	return r.yield(e, err)
}

func (r *reader) fail(id string, in *inflow, err error) bool {
	return r.emit(entry{id: id, name: id}, in, err)
}

// file reads one file, unless the walk that found it failed there.
func (r *reader) file(path string, err error) bool {
	f, _ := formatOf(path)
	if r.opts.format != byName {
		f = r.opts.format
	}
	if err != nil {
		return r.fail(path, nil, err)
	}
	id := idOf(path)
	if f == formatJSONL {
		id = path
	}
	in, err := openFile(path)
	if err != nil {
		return r.fail(id, nil, err)
	}
	defer func() {
		r.read += in.taken.n
		in.Close()
	}()
	for _, out := range r.outputs {
		if info, err := in.file.Stat(); err == nil && os.SameFile(info, out) {
			return r.fail(path, nil, fmt.Errorf("%s: it is the output", path))
		}
	}
	if f == formatJSONL {
		return r.lines(path, in)
	}
	return r.whole(id, path, f, in)
}

// stdin reads standard input: JSON lines if the first character is a brace, else
// one text, unless the flags say what it is.
func (r *reader) stdin(stdin io.Reader) bool {
	in, err := newInflow(stdin, false)
	if err != nil {
		return r.fail("-", nil, err)
	}
	defer func() { r.read += in.taken.n }()
	f := r.opts.format
	if f == byName {
		f = formatText
		if head, _ := in.Peek(64); bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(head, bom), " \t\r\n"), []byte("{")) {
			f = formatJSONL
		}
	}
	if f == formatJSONL {
		return r.lines("-", in)
	}
	return r.whole("-", "standard input", f, in)
}

// whole reads an input that is one article.
func (r *reader) whole(id, name string, f format, in *inflow) bool {
	data, err := in.all(r.opts.maxBytes)
	if err != nil {
		return r.fail(id, in, fmt.Errorf("%s: %w", name, err))
	}
	return r.emit(entry{id: id, name: name, format: f, data: data}, in, nil)
}

// lines reads JSON lines; blank ones are passed over.
func (r *reader) lines(name string, in *inflow) bool {
	lines := lineReader{r: in.Reader, limit: r.opts.maxBytes}
	found := false
	for n := 1; ; n++ {
		data, err := lines.next()
		var long tooLong
		switch {
		case err == io.EOF && !found:
			return r.fail(name, in, fmt.Errorf("%s: there is no article in the file", name))
		case err == io.EOF:
			return true
		case err != nil && !errors.As(err, &long):
			return r.fail(name, in, fmt.Errorf("%s: after line %d: %w", name, n-1, err))
		case err == nil && len(bytes.TrimSpace(bytes.TrimPrefix(data, bom))) == 0:
			continue
		}
		found = true
		place := fmt.Sprintf("%s:%d", name, n)
		more := false
		if err != nil {
			more = r.fail(place, in, fmt.Errorf("%s: %w", place, err))
		} else {
			more = r.emit(entry{id: place, name: place, format: formatJSONL, data: bytes.Clone(data)}, in, nil)
		}
		if !more {
			return false
		}
	}
}
