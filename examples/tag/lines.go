package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/tifa-go/tifa/internal/valid"
)

// A lineReader reads lines, of which it holds one at a time, and none that is
// longer than the limit.
type lineReader struct {
	r     *bufio.Reader
	limit int64 // bytes of a line, its line break not counted
	buf   []byte
}

// next returns the next line without its line break, until the next call. The
// last error is io.EOF, with an empty line; a line that is too long is passed
// over and is a tooLong.
func (l *lineReader) next() ([]byte, error) {
	l.buf = l.buf[:0]
	length, found := int64(0), false
	for {
		part, err := l.r.ReadSlice('\n')
		found = found || len(part) > 0
		ended := err == nil
		if ended {
			part = part[:len(part)-1]
		}
		if length += int64(len(part)); length <= l.limit {
			l.buf = append(l.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && err != io.EOF:
			return nil, err
		case !found:
			return nil, io.EOF
		case length > l.limit:
			l.buf = nil
			return nil, tooLong{"line", length, false, l.limit}
		}
		return l.buf, nil
	}
}

// A line is an article as a line of JSON gives it.
type line struct {
	id, title, text string
}

// parseLine reads {"id","title"?,"text"}. The id may be a number. Bytes in
// errors are counted from the line's first.
func parseLine(data []byte) (line, error) {
	// encoding/json would put U+FFFD for what is not UTF-8.
	if !utf8.Valid(data) {
		at := valid.UTF8(string(data))
		return line{}, fmt.Errorf("byte %d of the line is not UTF-8", at)
	}
	var in struct {
		ID    any     `json:"id"`
		Title string  `json:"title"`
		Text  *string `json:"text"`
	}
	rest := bytes.TrimPrefix(data, bom)
	dec := json.NewDecoder(bytes.NewReader(rest))
	dec.UseNumber()
	if err := dec.Decode(&in); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return line{}, fmt.Errorf("the line is not a JSON object with id and text: byte %d: %w", syntax.Offset-1+int64(len(data)-len(rest)), err)
		}
		return line{}, errors.New("the line is not a JSON object with id and text")
	}
	if _, err := dec.Token(); err != io.EOF {
		return line{}, errors.New("the line has more than one JSON value")
	}
	out := line{title: in.Title}
	switch id := in.ID.(type) {
	case string:
		out.id = id
	case json.Number:
		out.id = id.String()
	}
	if out.id == "" {
		return out, errors.New(`the object has no "id"`)
	}
	if at := loneSurrogate(data); at >= 0 {
		return out, fmt.Errorf("byte %d of the line is %.6s, half of a surrogate pair, which is no character", at, data[at:])
	}
	if in.Text == nil {
		return out, errors.New(`the object has no "text"`)
	}
	out.text = *in.Text
	return out, nil
}

var bom = []byte("\ufeff")

// loneSurrogate returns the offset in a line of JSON of the first escape of
// half a surrogate pair, for which encoding/json puts U+FFFD, or -1.
func loneSurrogate(data []byte) int {
	for i := 0; ; {
		n := bytes.IndexByte(data[i:], '\\')
		if n < 0 {
			return -1
		}
		i += n
		high, ok := escaped(data[i:])
		if !ok || high < 0xd800 || high > 0xdfff {
			i += 2 // a backslash and what it escapes
			continue
		}
		low, ok := escaped(data[min(i+6, len(data)):])
		if high > 0xdbff || !ok || low < 0xdc00 || low > 0xdfff {
			return i
		}
		i += 12
	}
}

// escaped returns the code unit that s, \uXXXX, begins with.
func escaped(s []byte) (unit int, ok bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	for _, c := range s[2:6] {
		switch {
		case '0' <= c && c <= '9':
			unit = unit<<4 | int(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			unit = unit<<4 | int(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return unit, true
}
