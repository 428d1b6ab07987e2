package input

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A line is one line of a page's text as a browser would show it without style.
type line struct {
	text   string
	pieces []string // its text nodes, between which labels and values change
	runes  int      // without white space
	linked int      // those of them inside links
	cells  int      // of a row of a table, 0 for other lines
	weight int      // how much prose it has
	aside  bool     // it is not of the article
}

// A region is a block element, by the lines it has.
type region struct {
	node       *html.Node
	start, end int // lines[start:end]
	parent     int // index of the region around it, or -1
}

// A walker makes the lines and regions of a page.
type walker struct {
	lines   []line
	regions []region
	region  int // the innermost open one, or -1

	cur     line
	text    strings.Builder // of cur
	pending space           // white space that is written once more text comes
	last    rune            // the last one written
	link    int             // links that are open
	row     bool            // a cell ended in this row
	cell    int             // cells that are open
	pre     int
}

// A space is what separates two pieces of text; the larger one wins.
type space uint8

const (
	noSpace   space = iota
	wrapSpace       // white space with a line break, which is none between Han characters
	blank
	tab
)

func (w *walker) separate(s space) { w.pending = max(w.pending, s) }

// flush ends a line; inside a cell of a table it separates words only.
func (w *walker) flush() {
	if w.cell > 0 {
		w.separate(blank)
		return
	}
	w.pending = noSpace
	if text := strings.Trim(w.text.String(), " \u00a0\u3000\t"); text != "" {
		w.cur.text = text
		w.lines = append(w.lines, w.cur)
	}
	w.cur = line{}
	w.text.Reset()
}

func (w *walker) write(s string) {
	if s == "" {
		return
	}
	if w.text.Len() > 0 {
		first, _ := utf8.DecodeRuneInString(s)
		switch w.pending {
		case tab:
			w.text.WriteByte('\t')
		case blank:
			w.text.WriteByte(' ')
		case wrapSpace:
			// CSS Text 3, 4.1.3: a line break between two wide characters is none.
			if !isWide(w.last) || !isWide(first) {
				w.text.WriteByte(' ')
			}
		}
	}
	w.pending = noSpace
	w.text.WriteString(s)
	w.last, _ = utf8.DecodeLastRuneInString(s)
	for _, r := range s {
		if r != '\u3000' && r != '\u00a0' {
			w.cur.runes++
			if w.link > 0 {
				w.cur.linked++
			}
		}
	}
}

// isWide reports characters of East Asian width, roughly.
func isWide(r rune) bool {
	return r >= 0x2e80 && r < 0xa4d0 || r >= 0xf900 && r < 0xfb00 || r >= 0xfe30 && r < 0xfe70 || r >= 0xff00 && r < 0xff61 ||
		r >= 0x20000 && r < 0x40000 || r >= 0x2014 && r <= 0x2026
}

const htmlSpace = " \t\n\r\f"

// textNode writes running text, in which each run of white space counts once.
func (w *walker) textNode(s string) {
	before := w.text.Len()
	if w.pre > 0 {
		for i, l := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
			if i > 0 {
				w.flush()
				before = 0
			}
			w.write(l)
		}
	} else {
		for s != "" {
			n := len(s) - len(strings.TrimLeft(s, htmlSpace))
			if n > 0 {
				if strings.ContainsAny(s[:n], "\n\r") {
					w.separate(wrapSpace)
				} else {
					w.separate(blank)
				}
				s = s[n:]
			}
			if n = strings.IndexAny(s, htmlSpace); n < 0 {
				n = len(s)
			}
			w.write(s[:n])
			s = s[n:]
		}
	}
	if w.text.Len() > before {
		w.cur.pieces = append(w.cur.pieces, w.text.String()[before:])
	}
}

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *walker) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.textNode(n.Data)
		return
	case html.DocumentNode:
		w.children(n)
		return
	case html.ElementNode:
		if isUnseen(n) {
			return
		}
	default:
		return
	}
	switch n.DataAtom {
	case atom.Br:
		w.flush()
	case atom.A:
		w.link++
		w.children(n)
		w.link--
	case atom.Td, atom.Th:
		w.tableCell(n)
	case atom.Tr:
		if w.cell > 0 { // a table inside a cell
			w.separate(blank)
			w.children(n)
			return
		}
		w.block(n, func() {
			outer := w.row
			w.row = false
			w.children(n)
			w.row = outer
		})
	case atom.Ol:
		w.block(n, func() { w.orderedList(n) })
	case atom.Pre:
		w.pre++
		w.block(n, func() { w.children(n) })
		w.pre--
	default:
		if isBlock(n.DataAtom) {
			w.block(n, func() { w.children(n) })
		} else {
			w.children(n)
		}
	}
}

// block writes a block element, which begins and ends a line, and notes its
// region.
func (w *walker) block(n *html.Node, write func()) {
	w.flush()
	if w.cell > 0 {
		write()
		w.flush()
		return
	}
	i, outer := len(w.regions), w.region
	w.regions = append(w.regions, region{n, len(w.lines), 0, outer})
	w.region = i
	write()
	w.flush()
	w.regions[i].end = len(w.lines)
	w.region = outer
}

// tableCell writes a cell after a tab, or as a block where the table is there for
// the layout of the page.
func (w *walker) tableCell(n *html.Node) {
	if w.cell == 0 && isLayoutCell(n) {
		w.block(n, func() { w.children(n) })
		return
	}
	if w.row && w.cell == 0 {
		w.separate(tab)
	}
	w.cell++
	w.children(n)
	w.cell--
	if w.cell == 0 {
		w.row = true
		w.cur.cells++
		w.pending = noSpace
	}
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

// isUnseen reports elements that a browser does not show as text. The article of
// a WeChat page, js_content, is hidden until its script has run.
func isUnseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Object, atom.Embed, atom.Svg, atom.Canvas,
		atom.Audio, atom.Video, atom.Select, atom.Button, atom.Input, atom.Textarea, atom.Label, atom.Rp, atom.Rt, atom.Datalist, atom.Map, atom.Dialog:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			if len(a.Val) < 4<<10 {
				style := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
				if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") && attribute(n, "id") != "js_content" {
					return true
				}
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

// textOf returns the text of n on one line, up to about limit bytes or as many
// nodes.
func textOf(n *html.Node, limit int) string {
	var b strings.Builder
	nodes := 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if nodes++; nodes > limit || b.Len() >= limit {
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
