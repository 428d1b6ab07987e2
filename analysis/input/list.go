package input

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// orderedList writes the items of an <ol> with the numbers that a browser shows,
// but for items with a number of their own.
func (w *walker) orderedList(list *html.Node) {
	number := 1
	if v, err := strconv.Atoi(attribute(list, "start")); err == nil {
		number = v
	}
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Li || isUnseen(c) {
			w.node(c)
			continue
		}
		if v, err := strconv.Atoi(attribute(c, "value")); err == nil {
			number = v
		}
		text := textOf(c, 64)
		if text == "" || !showsNumbers(list) || hasNumber(text) {
			w.node(c)
		} else {
			w.block(c, func() {
				w.write(itemNumber(number, attribute(list, "type")))
				w.separate(blank)
				w.item(c)
			})
		}
		number++
	}
}

// item writes an item after its number, in whose line its first paragraph is.
func (w *walker) item(n *html.Node) {
	first := true
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if first && c.Type == html.ElementNode && (c.DataAtom == atom.P || c.DataAtom == atom.Div || c.DataAtom == atom.Section) {
			first = false
			w.children(c)
			w.flush()
			continue
		}
		if c.Type == html.TextNode && strings.Trim(c.Data, htmlSpace) != "" {
			first = false
		}
		w.node(c)
	}
}

func showsNumbers(list *html.Node) bool {
	style := strings.ReplaceAll(attribute(list, "style"), " ", "")
	return !strings.Contains(style, "list-style:none") && !strings.Contains(style, "list-style-type:none")
}

// hasNumber reports an item that begins with a number of its own: 1. 1、 （一） 第一条 ①.
func hasNumber(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if r >= '①' && r <= '⑳' {
		return true
	}
	s = strings.TrimLeft(s, "（(第")
	rest := strings.TrimLeft(s, "0123456789０１２３４５６７８９一二三四五六七八九十百")
	if len(rest) == len(s) {
		return false
	}
	r, _ = utf8.DecodeRuneInString(rest)
	return r != utf8.RuneError && strings.ContainsRune("、.．）)条章节", r)
}

// itemNumber writes the number of an item by the list's type: 1, a, A, i, I.
func itemNumber(n int, kind string) string {
	switch {
	case (kind == "a" || kind == "A") && n >= 1 && n <= 26:
		return string(rune(kind[0])+rune(n-1)) + "."
	case (kind == "i" || kind == "I") && n >= 1 && n <= 39:
		roman := strings.Repeat("x", n/10) + [...]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}[n%10] + "."
		if kind == "I" {
			return strings.ToUpper(roman)
		}
		return roman
	}
	return strconv.Itoa(n) + "."
}

// isLayoutCell reports a cell that holds a table, headings or a whole text rather
// than a value: old pages lay themselves out with tables.
func isLayoutCell(n *html.Node) bool {
	breaks, found := 0, false
	var look func(*html.Node, int)
	look = func(n *html.Node, depth int) {
		for c := n.FirstChild; c != nil && !found; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Table, atom.H1, atom.H2, atom.H3, atom.Ul, atom.Ol, atom.Dl, atom.Form:
				found = true
			case atom.P, atom.Div, atom.Br:
				breaks++
			}
			if depth < 4 {
				look(c, depth+1)
			}
		}
	}
	look(n, 0)
	return found || breaks > 3 && len(textOf(n, layoutBytes)) >= layoutBytes
}

// layoutBytes is the length of text above which a cell of several paragraphs is
// part of the layout: 100 Han characters.
const layoutBytes = 300
