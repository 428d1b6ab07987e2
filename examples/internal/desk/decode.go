package desk

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/input"
)

// maxBytes is more than any document has, and what a small file that decompresses
// without end may take.
const maxBytes = 100 << 20

// read reads and decodes a document.
func (f file) read(stdin io.Reader) (analysis.Source, error) {
	src := analysis.Source{ID: f.id}
	if f.err != nil {
		return src, f.err
	}
	data, err := f.bytes(stdin)
	if err != nil {
		return src, err
	}
	options := input.Options{MaxBytes: maxBytes}
	if utf8.Valid(data) { // all characters stay, but for NUL
		options.Forms, options.Invalid = input.KeepForms, input.ReplaceInvalid
	}
	decode := options.Decode
	if input.IsHTML(data) {
		decode = options.DecodeHTML
	}
	t, err := decode(f.path, data)
	if err != nil {
		return src, f.refusal(err)
	}
	src.Text, src.Title, src.Date, src.Source, src.Author = t.Text, t.Title, t.Date, t.Source, t.Author
	return src, nil
}

// bytes returns what is in the file, or standard input, decompressed.
func (f file) bytes(stdin io.Reader) ([]byte, error) {
	if f.path != "-" {
		open, err := os.Open(f.path)
		if err != nil {
			return nil, err
		}
		defer open.Close()
		stdin = open
	}
	r := bufio.NewReader(stdin)
	var from io.Reader = r
	if head, _ := r.Peek(2); string(head) == "\x1f\x8b" {
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.path, err)
		}
		from = z
	}
	data, err := io.ReadAll(io.LimitReader(from, maxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.path, err)
	}
	return data, nil
}

// refusal says why a document was not decoded, in the words of a program.
func (f file) refusal(err error) error {
	var refused *input.Error
	if !errors.As(err, &refused) {
		return err
	}
	detail, _, _ := strings.Cut(refused.Detail, "; Options.")
	switch {
	case refused.Err == input.ErrNoText && !strings.Contains(detail, "page"):
		detail = "the text is empty"
	case refused.Err == input.ErrTraditional:
		detail += "; examples/tag -traditional convert -with-text gives it in simplified ones"
	}
	if refused.Offset >= 0 {
		return fmt.Errorf("%s: byte %d: %s", f.path, refused.Offset, detail)
	}
	return fmt.Errorf("%s: %s", f.path, detail)
}
