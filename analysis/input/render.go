package input

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A renderer writes the text of a part of a page, as a browser would show it
// without style.
type renderer struct {
	b       strings.Builder
	pending space // white space that is written once more text comes
	last    rune  // the last one written
	cell    bool  // a cell ended in this row
	inCell  int
	pre     int
	skip    func(*html.Node) bool // elements that are left out
}

// A space is what separates two pieces of text; the larger one wins.
type space uint8

const (
	noSpace   space = iota
	wrapSpace       // white space with a line break, which is none between Han characters
	blank
	tab
	newline
)

func (r *renderer) separate(s space) { r.pending = max(r.pending, s) }

// block ends a line; inside a cell of a table it separates words only.
func (r *renderer) block() {
	if r.inCell > 0 {
		r.separate(blank)
		return
	}
	r.separate(newline)
}

func (r *renderer) write(s string) {
	if s == "" {
		return
	}
	if r.b.Len() > 0 {
		first, _ := utf8.DecodeRuneInString(s)
		switch r.pending {
		case newline:
			r.b.WriteByte('\n')
		case tab:
			r.b.WriteByte('\t')
		case blank:
			r.b.WriteByte(' ')
		case wrapSpace:
			// CSS Text 3, 4.1.3: a line break between two wide characters is none.
			if !isWide(r.last) || !isWide(first) {
				r.b.WriteByte(' ')
			}
		}
	}
	r.pending = noSpace
	r.b.WriteString(s)
	r.last, _ = utf8.DecodeLastRuneInString(s)
}

func isWide(r rune) bool {
	return r >= 0x2e80 && r < 0xa4d0 || r >= 0xac00 && r < 0xd7a4 || r >= 0xf900 && r < 0xfb00 || r >= 0xfe30 && r < 0xfe70 || r >= 0xff00 && r < 0xff61 || r >= 0x20000 && r < 0x40000
}

func isHTMLSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// text writes running text, in which each run of white space counts once.
func (r *renderer) text(s string) {
	if r.pre > 0 {
		for i, line := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
			if i > 0 {
				r.block()
			}
			r.write(line)
		}
		return
	}
	for s != "" {
		n := 0
		for n < len(s) && isHTMLSpace(s[n]) {
			n++
		}
		if n > 0 {
			if strings.ContainsAny(s[:n], "\n\r") {
				r.separate(wrapSpace)
			} else {
				r.separate(blank)
			}
			s = s[n:]
		}
		for n = 0; n < len(s) && !isHTMLSpace(s[n]); n++ {
		}
		r.write(s[:n])
		s = s[n:]
	}
}

func (r *renderer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		r.text(n.Data)
		return
	case html.ElementNode:
		if isUnseen(n) || r.skip != nil && r.skip(n) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	switch n.DataAtom {
	case atom.Br:
		r.block()
		return
	case atom.Td, atom.Th:
		if isLayoutCell(n) {
			r.block()
			r.children(n)
			r.block()
			return
		}
		if r.cell {
			r.separate(tab)
		}
		// An empty cell keeps its column only if something follows in the row.
		r.inCell++
		r.children(n)
		r.inCell--
		r.cell = true
	case atom.Tr:
		outer := r.cell
		if r.inCell > 0 { // a table inside a cell
			r.separate(blank)
		} else {
			r.separate(newline)
		}
		r.cell = false
		r.children(n)
		r.cell = outer
		r.block()
	case atom.Ol:
		r.block()
		number := 1
		if v, err := strconv.Atoi(attribute(n, "start")); err == nil {
			number = v
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Li {
				if v, err := strconv.Atoi(attribute(c, "value")); err == nil {
					number = v
				}
				r.block()
				if text := textOf(c, 64); text != "" && showsNumber(n) && !hasNumber(text) {
					r.write(itemNumber(number, attribute(n, "type")))
					r.separate(blank)
					r.item(c)
				} else {
					r.node(c)
				}
				r.block()
				number++
				continue
			}
			r.node(c)
		}
		r.block()
	case atom.Pre:
		r.block()
		r.pre++
		r.children(n)
		r.pre--
		r.block()
	default:
		if isBlock(n.DataAtom) {
			r.block()
			r.children(n)
			r.block()
			return
		}
		r.children(n)
	}
}

func (r *renderer) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c)
	}
}

// item writes an item after its number, which its first paragraph follows in the
// same line.
func (r *renderer) item(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && isBlock(c.DataAtom) && c.DataAtom != atom.Ol && c.DataAtom != atom.Ul && r.pending <= blank {
			r.children(c)
			r.block()
			continue
		}
		r.node(c)
	}
}

func showsNumber(list *html.Node) bool {
	style := strings.ReplaceAll(attribute(list, "style"), " ", "")
	return !strings.Contains(style, "list-style:none") && !strings.Contains(style, "list-style-type:none")
}

// hasNumber reports an item that begins with a number of its own.
func hasNumber(s string) bool {
	s = strings.TrimLeft(s, "（(第")
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsDigit(r) && !strings.ContainsRune("一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩", r) {
		return false
	}
	rest := strings.TrimLeftFunc(s, func(r rune) bool {
		return unicode.IsDigit(r) || strings.ContainsRune("一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩", r)
	})
	return r >= '①' && r <= '⑩' || strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "．") || strings.HasPrefix(rest, "）") || strings.HasPrefix(rest, ")") || strings.HasPrefix(rest, "条")
}

// itemNumber writes the number of an item by the list's type: 1, a, A, i, I.
func itemNumber(n int, kind string) string {
	switch kind {
	case "a", "A":
		if n >= 1 && n <= 26 {
			return string(rune(kind[0])+rune(n-1)) + "."
		}
	case "i", "I":
		if n >= 1 && n <= 20 {
			roman := strings.Repeat("x", n/10) + [...]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}[n%10]
			if kind == "I" {
				roman = strings.ToUpper(roman)
			}
			return roman + "."
		}
	}
	return strconv.Itoa(n) + "."
}

// isLayoutCell reports a cell that holds paragraphs or a table rather than a
// value: old pages lay themselves out with tables.
func isLayoutCell(n *html.Node) bool {
	blocks := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.Ul, atom.Ol, atom.Dl:
			return true
		case atom.P, atom.Div, atom.Br:
			blocks++
		}
	}
	return blocks > 2 && len(textOf(n, 600)) >= 600
}

// isBlock reports elements that begin and end a line.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details,
		atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2,
		atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr, atom.Legend, atom.Li, atom.Main, atom.Nav, atom.Ol, atom.P,
		atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Tfoot, atom.Thead, atom.Tr, atom.Ul:
		return true
	}
	return false
}

// isUnseen reports elements that a browser does not show as text.
func isUnseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Object, atom.Embed, atom.Svg, atom.Canvas,
		atom.Audio, atom.Video, atom.Select, atom.Button, atom.Input, atom.Textarea, atom.Rp, atom.Rt, atom.Datalist, atom.Map, atom.Dialog:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			style := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") && attribute(n, "id") != "js_content" {
				return true
			}
		}
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf returns the text of n on one line, up to about limit bytes; all of it
// where limit is 0.
func textOf(n *html.Node, limit int) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if limit > 0 && b.Len() >= limit {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			return
		}
		if n.Type == html.ElementNode && isUnseen(n) {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// render returns the text of n, a line for each block, without blank lines.
func render(n *html.Node, skip func(*html.Node) bool) string {
	r := renderer{skip: skip}
	r.node(n)
	var b strings.Builder
	for line := range strings.Lines(r.b.String()) {
		if line = strings.Trim(line, " \u00a0\u3000\n\r"); line != "" {
			b.WriteString(line)
			b.WriteByte('\n')
		}
	}
	return b.String()
}
