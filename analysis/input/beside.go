package input

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Beside the article a page shows its title, and in a line or two its date and
// source.

// maxTitle is the length in characters of the longest title.
const maxTitle = 120

// findTitle chooses the title: what the metadata says, without the site's name where
// a line of the page is the title; else the lines before the article or in its
// beginning that <title> has in it, else a heading there, else <title> without the
// names of site and column.
func (w *walker) findTitle(m *metadata, start, end int) {
	whole := m.headTitle
	if len(m.titles) > 0 {
		whole = m.titles[0]
	}
	line := w.lineIn(squeeze(whole), start, end)
	after, found := strings.CutPrefix(squeeze(whole), squeeze(line))
	switch {
	case line != "" && (len(m.titles) == 0 || found && isSite(after)):
		m.title = line
	case len(m.titles) > 0:
		m.title = whole
	default:
		if m.title = w.heading(start); m.title == "" {
			m.title = cutSite(m.headTitle)
		}
	}
	if runesIn(m.title) > maxTitle {
		m.title = ""
	}
	// The last lines before the article, or in its beginning, that are the title.
	want := squeeze(m.title)
	for i := 0; i < min(start+titleLines, end) && want != ""; i++ {
		got := ""
		for j := i; j < min(i+3, end); j++ {
			if got += squeeze(w.lines[j].text); got == want {
				m.titleEnd = j + 1
			}
		}
	}
}

// isSite reports what may follow a title in the page's <title>: a separator and
// names.
func isSite(rest string) bool {
	return rest != "" && strings.ContainsRune("_|-–—｜@:", []rune(rest)[0])
}

// lineIn returns the longest text of one to three lines before the article or in its
// beginning that head has in it.
func (w *walker) lineIn(head string, start, end int) string {
	best := ""
	end = min(start+titleLines, end)
	for i := 0; i < end; i++ {
		text := ""
		for j := i; j < min(i+3, end); j++ {
			l := &w.lines[j]
			if l.aside || l.linked > 0 || l.runes < 4 || l.runes > maxTitle {
				break
			}
			text += l.text
			s := squeeze(text)
			if !strings.Contains(head, s) {
				break
			}
			if runesIn(s) >= runesIn(squeeze(best)) {
				best = text
			}
		}
	}
	return best
}

// heading returns the last line of its own before the article that is a heading by
// its element or its class, or an <h1> in its beginning or <h2> that it begins with.
func (w *walker) heading(start int) string {
	best := ""
	for _, r := range w.regions {
		if r.start >= start+titleLines || r.end != r.start+1 {
			continue
		}
		l := &w.lines[r.start]
		if a := r.node.DataAtom; r.start >= start && a != atom.H1 && (a != atom.H2 || r.start > start || hasNumber(l.text)) {
			continue
		}
		if !l.aside && !l.isLinks() && l.runes >= 4 && l.runes <= maxTitle && isHeading(r.node) && !isMetadataLine(l) {
			best = l.text
		}
	}
	return best
}

// isHeading reports a heading by its element or by the end of its class, as in
// con-title or xlbt (标题).
func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2:
		return true
	}
	class := strings.ToLower(attribute(n, "class"))
	return strings.HasSuffix(class, "title") || strings.HasSuffix(class, "tit") || strings.HasSuffix(class, "bt") || strings.HasSuffix(class, "biaoti")
}

// titleLines is how far into the article its title is looked for.
const titleLines = 4

// cutSite returns the longest part of a page's <title>; the others name the column
// and the site.
func cutSite(title string) string {
	best := ""
	for _, part := range strings.FieldsFunc(title, func(r rune) bool { return strings.ContainsRune("_|-–｜", r) }) {
		if part = strings.TrimSpace(part); runesIn(part) > runesIn(best) {
			best = part
		}
	}
	return best
}

// pieceEnd separates the text nodes of a line where labels are looked for.
const pieceEnd = "\x1f"

// readLines reads date, source and author from the lines beside the article: from
// the title on, or at most besideLines before it, to a few lines after its
// beginning, then those after its end.
func (w *walker) readLines(m *metadata, start, end int) {
	from := max(0, start-besideLines)
	if m.titleEnd > 0 && m.titleEnd <= start {
		from = max(from, m.titleEnd-1)
	}
	read := func(i int, bare bool) {
		l := &w.lines[i]
		if l.runes > maxFooter || l.weight > 0 && l.runes > maxFurniture {
			return
		}
		joined := strings.Join(l.pieces, pieceEnd)
		for _, kind := range []string{"date", "source", "author"} {
			if !hasLabels(joined) {
				break
			}
			for _, label := range pageWords()[kind] {
				v := labelled(joined, label)
				if at := dateTime.FindStringIndex(v); at != nil && kind != "date" {
					v = v[:at[0]]
				}
				m.set(kind, v)
			}
		}
		if bare && isMetadataLine(l) {
			m.set("date", l.text)
			// What is left beside the date may be the source, if <title> has it too.
			rest := strings.Trim(dateTime.ReplaceAllString(l.text, ""), " |·\u3000\u00a0")
			if rest != "" && strings.Contains(m.headTitle, rest) && rest != m.title {
				m.set("source", rest)
			}
		}
	}
	for i := from; i < min(start+besideLines, end); i++ {
		read(i, true)
	}
	for i := max(from, end-besideLines); i < min(end+besideLines, len(w.lines)); i++ {
		read(i, false)
	}
	m.set("source", m.site)
	if m.author == m.source { // an account of WeChat is both
		m.author = ""
	}
}

// besideLines is how many lines before and after its beginning and its end may be
// an article's metadata.
const besideLines = 12

// hasLabels reports text that may have a label with a value.
func hasLabels(s string) bool {
	return strings.Contains(s, "：") || strings.Contains(s, ":") || strings.Contains(s, "记者")
}

// labelled returns the value after a label and a colon, or after 记者 and a blank.
func labelled(s, label string) string {
	for at := 0; ; {
		i := strings.Index(s[at:], label)
		if i < 0 {
			return ""
		}
		i += at
		at = i + len(label)
		if before := s[:i]; before != "" {
			if r := lastRune(before); unicode.Is(unicode.Han, r) {
				continue // 文章作者 is another label than 作者
			}
		}
		rest := strings.TrimLeft(s[at:], " \u3000\u00a0"+pieceEnd)
		if cut, ok := cutColon(rest); ok {
			rest = cut
		} else if label != "记者" || !strings.HasPrefix(s[at:], " ") && !strings.HasPrefix(s[at:], "\u3000") {
			continue
		}
		return value(rest)
	}
}

func cutColon(s string) (string, bool) {
	for _, colon := range []string{"：", ":"} {
		if rest, ok := strings.CutPrefix(s, colon); ok {
			return rest, true
		}
	}
	return s, false
}

// value returns what a value of a label reaches to: the end of the text node, wide
// white space, a bar or a bracket, or the next label.
func value(s string) string {
	s = strings.TrimLeft(s, " \u3000\u00a0"+pieceEnd)
	if beginsWithLabel(s) {
		return ""
	}
	if i := strings.IndexAny(s, pieceEnd+"\u3000\u00a0\t|｜】[［【"); i >= 0 {
		s = s[:i]
	}
	if i := strings.Index(s, "  "); i >= 0 {
		s = s[:i]
	}
	for i := 0; i < len(s); i++ {
		if s[i] == ' ' && beginsWithLabel(s[i+1:]) {
			s = s[:i]
		}
	}
	s = strings.Trim(s, " ，,;；")
	if !strings.ContainsAny(s, "（(") {
		s = strings.TrimRight(s, "）)") // of the brackets around label and value
	}
	return s
}

func beginsWithLabel(s string) bool {
	for _, kind := range labelKinds {
		for _, label := range pageWords()[kind] {
			if rest, ok := strings.CutPrefix(s, label); ok {
				if _, ok := cutColon(rest); ok {
					return true
				}
			}
		}
	}
	return false
}

var (
	dateTime = regexp.MustCompile(`(?:19|20)\d\d\s*[-年/.．]\s*\d{1,2}\s*[-月/.．]\s*\d{1,2}日?|T?\d{1,2}[:：]\d\d(?:[:：]\d\d)?`)
	brackets = regexp.MustCompile(`^[（(].*[）)]$`)
	signs    = regexp.MustCompile(`[\s\d\p{P}\p{S}大中小次Aa+-]+`)
)

// isMetadataLine reports a line that has labels and their values, or a date and a
// name, and nothing to say besides. A date in brackets under a title is of the
// text.
func isMetadataLine(l *line) bool {
	if l.runes > maxFooter || l.weight > 0 && l.runes > maxFurniture || brackets.MatchString(l.text) {
		return false
	}
	if l.cells > 0 {
		first, _, _ := strings.Cut(l.text, "\t")
		return isLabel(squeeze(first))
	}
	joined := strings.Join(l.pieces, pieceEnd)
	if first, rest, ok := strings.Cut(joined, pieceEnd); ok && runesIn(rest) <= maxField && isLabel(squeeze(first)) {
		return true
	}
	labels, some := 0, hasLabels(joined)
	if !some && !strings.ContainsAny(joined, "0123456789") {
		return false
	}
	for _, kind := range labelKinds {
		for _, label := range pageWords()[kind] {
			if !strings.Contains(joined, label) {
				continue
			}
			if v := labelled(joined, label); some && v != "" {
				labels++
				joined = strings.Replace(joined, v, "", 1)
			}
			joined = strings.ReplaceAll(joined, label, "")
		}
	}
	rest := dateTime.ReplaceAllString(joined, "")
	dates := len(rest) < len(joined)
	rest = signs.ReplaceAllString(rest, "")
	return (labels > 0 || dates) && runesIn(rest) <= maxRest
}

// maxRest is how many characters beside labels, values and dates a line of metadata
// may have, such as the name of a newspaper.
const maxRest = 8

func isLabel(s string) bool { return labelSet()[strings.TrimRight(s, "：:")] }

// labelSet has the labels of metadata.
var labelSet = sync.OnceValue(func() map[string]bool {
	t := make(map[string]bool)
	for _, kind := range labelKinds {
		for _, label := range pageWords()[kind] {
			t[label] = true
		}
	}
	return t
})

var labelKinds = []string{"date", "source", "author", "other"}

func lastRune(s string) rune {
	var last rune
	for _, r := range s[max(0, len(s)-4):] {
		last = r
	}
	return last
}
