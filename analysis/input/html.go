package input

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// defaultHTMLBytes is the longest page that is read where Options.MaxBytes is 0.
// The tree and the lines of a page take some ten times its length in memory, more if
// it has little text between its tags.
const defaultHTMLBytes = 16 << 20

// IsHTML reports whether data begins as an HTML page does: after white space,
// comments and a byte order mark comes a doctype, or one of the tags that begin a
// page.
func IsHTML(data []byte) bool {
	s := data[:min(len(data), 4<<10)]
	s = bytes.TrimPrefix(s, []byte("\xef\xbb\xbf"))
	for {
		s = bytes.TrimLeft(s, " \t\r\n\f")
		switch {
		case bytes.HasPrefix(s, []byte("<!--")):
			i := bytes.Index(s, []byte("-->"))
			if i < 0 {
				return false
			}
			s = s[i+len("-->"):]
			continue
		case bytes.HasPrefix(s, []byte("<?xml")):
			i := bytes.Index(s, []byte("?>"))
			if i < 0 {
				return false
			}
			s = s[i+len("?>"):]
			continue
		}
		break
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<div", "<table", "<script"} {
		if len(s) > len(tag) && strings.EqualFold(string(s[:len(tag)]), tag) && bytes.IndexByte([]byte(" \t\r\n>/"), s[len(tag)]) >= 0 {
			return true
		}
	}
	return false
}

// DecodeHTML extracts the main text of a page: its title in the first line, if it
// has one, then what a reader would call the article, a line for each paragraph,
// item of a list and row of a table. Cells are separated by a tab, and items of
// an ordered list have their numbers. What surrounds the article, such as
// navigation, buttons, related links and copyright, is left out; its date, source
// and author are found in the page's metadata or beside the title and go into
// the fields of Text.
//
// The encoding is found as by Decode. What the page declares decides between
// readings that are about as good; a wrong declaration has a Note. It fails with
// an [*Error]: of a page without a main text, with ErrNoText; of one whose elements
// are nested more than 500 deep, with ErrTooDeep; of a plain text, with ErrNotHTML.
// Time and memory grow linearly with the page.
func (o Options) DecodeHTML(name string, data []byte) (Text, error) {
	if o.MaxBytes == 0 {
		o.MaxBytes = defaultHTMLBytes
	}
	t, _, err := o.decode(name, data, declaredCharset(data))
	if err != nil {
		return Text{}, err
	}
	if !tag.MatchString(t.Text) {
		return Text{}, &Error{name, -1, ErrNotHTML, "there is no HTML tag in it; a plain text is to be read by Decode"}
	}
	root, err := html.Parse(strings.NewReader(t.Text))
	if err != nil { // many a page opens a <font> or <span> in each line and closes none
		root, err = html.Parse(strings.NewReader(withoutFonts(t.Text)))
	}
	if err != nil {
		return Text{}, &Error{name, -1, ErrTooDeep, fmt.Sprintf("the page cannot be parsed (%v)", err)}
	}
	p := extract(root)
	if p.text == "" {
		return Text{}, &Error{name, -1, ErrNoText, "no main text was found in the page"}
	}
	t.Notes = append(t.Notes, Note{Extracted, -1, 1, fmt.Sprintf("The main text of the page has %d of its %d bytes.", len(p.text), len(t.Text))})
	t.Text, t.Title, t.Date, t.Source, t.Author = p.text, p.title, p.date, p.source, p.author
	found, _ := look(t.Text)
	if err := o.finish(name, &t, found); err != nil {
		return Text{}, err
	}
	return t, nil
}

var tag = regexp.MustCompile(`<[A-Za-z]`)

// withoutFonts returns a page without the tags that only change how text looks.
func withoutFonts(page string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return b.String()
		case html.StartTagToken, html.EndTagToken:
			raw := string(z.Raw())
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.Font, atom.Span, atom.B, atom.I, atom.U, atom.S, atom.Em, atom.Strong, atom.Big, atom.Small, atom.Tt, atom.Strike, atom.Center:
			default:
				b.WriteString(raw)
			}
		default:
			b.Write(z.Raw())
		}
	}
}

// charsetBytes is how far into a page its encoding is looked for. The standard
// says 1,024; pages with a long comment or script before it exist.
const charsetBytes = 4 << 10

// declaredCharset returns the encoding that a page declares: <meta charset>,
// <meta http-equiv="content-type" content="…; charset=…"> or an XML declaration.
// It is nil where there is none.
func declaredCharset(data []byte) *declaration {
	head := data[:min(len(data), charsetBytes)]
	if bytes.HasPrefix(head, []byte("<?xml")) {
		if i := bytes.Index(head, []byte("?>")); i >= 0 {
			if d := labelAfter(head[:i], "encoding", 0); d != nil {
				return d
			}
		}
	}
	z := html.NewTokenizer(bytes.NewReader(head))
	at := 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return nil
		}
		raw := z.Raw()
		start := at
		at += len(raw)
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		raw = bytes.Clone(raw)
		if name, _ := z.TagName(); atom.Lookup(name) == atom.Meta {
			if d := labelAfter(raw, "charset", start); d != nil {
				return d
			}
		}
	}
}

// labelAfter returns the label after key and an equals sign, in quotes or not.
func labelAfter(s []byte, key string, base int) *declaration {
	i := 0
	for i < len(s) && !(len(s)-i >= len(key) && strings.EqualFold(string(s[i:i+len(key)]), key)) {
		i++
	}
	i = min(i+len(key), len(s))
	for i < len(s) && strings.IndexByte(" \t\r\n", s[i]) >= 0 {
		i++
	}
	if i == len(s) || s[i] != '=' {
		return nil
	}
	for i++; i < len(s) && strings.IndexByte(" \t\r\n\"'", s[i]) >= 0; i++ {
	}
	n := i
	for n < len(s) && (s[n] == '-' || s[n] == '_' || s[n] == ':' || s[n] >= '0' && s[n] <= '9' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	if n == i {
		return nil
	}
	return &declaration{string(s[i:n]), base + i}
}
