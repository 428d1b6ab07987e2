package input

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A page is what was found in an HTML page.
type page struct {
	text, title, date, source, author string
}

//go:embed page.tsv
var pageFile string

// pageWords are the words of page.tsv by their kind.
var pageWords = sync.OnceValue(func() map[string][]string {
	t := make(map[string][]string)
	rows(pageFile, func(kind, word, _ string) { t[kind] = append(t[kind], strings.ToLower(word)) })
	return t
})

// beginnings are the words that furniture begins with, by their first character.
var beginnings = sync.OnceValue(func() map[rune][]string {
	t := make(map[rune][]string)
	for _, word := range pageWords()["begins"] {
		r, _ := utf8.DecodeRuneInString(word)
		t[r] = append(t[r], word)
	}
	return t
})

// classWords tells what a word in a class or an id says: never or rarely of an
// article.
var classWords = sync.OnceValue(func() map[string]string {
	t := make(map[string]string)
	for _, kind := range []string{"never", "rarely"} {
		for _, word := range pageWords()[kind] {
			t[word] = kind
		}
	}
	return t
})

// extract finds the article of a page: the smallest element that has nearly all
// the prose, without what is in it but not of it. As in Kohlschütter et al.,
// Boilerplate Detection using Shallow Text Features (2010), lines are told by their
// length, their share of links and their marks of punctuation; the choice of one
// element is that of Readability (Arc90, 2009).
func extract(root *html.Node) page {
	w := walker{region: -1}
	w.node(root)
	w.flush()
	for i := range w.lines {
		l := &w.lines[i]
		l.aside = isFurniture(l)
		if !l.aside {
			l.weight = prose(l)
		}
	}
	w.setAside()
	meta := readMetadata(root)
	if w.prose() < minProse {
		w.readThroughLinks()
	}
	if w.prose() < minProse && (len(meta.titles) > 0 || w.hasHeading()) {
		w.readShortLines()
	}
	start, end := w.article()
	w.findTitle(&meta, start, end)
	w.readLines(&meta, start, end)
	p := meta.page
	p.text = w.assemble(p.title, meta.titleEnd, start, end)
	return p
}

// prose returns how much running text a line has, in characters: all of a line with
// the marks of a sentence, half of a row of a table, nothing of another line.
func prose(l *line) int {
	switch {
	case l.isLinks():
		return 0
	case l.cells > 1:
		if first, _, _ := strings.Cut(l.text, "\t"); l.runes >= minRow && !isLabel(squeeze(first)) {
			return l.runes / 2
		}
		return 0
	case strings.ContainsAny(l.text, "。；！？") || strings.Contains(l.text, "，") && l.runes >= minRow || l.runes >= minLine && strings.ContainsAny(l.text, "：、,.;:"):
		return l.runes
	}
	return 0
}

const (
	minRow  = 15 // characters of a row of a table, or of a line with a comma alone, that is prose
	minLine = 40 // characters of a line without such marks
)

// maxFurniture is the length in characters above which a line is no furniture by
// its beginning, and maxFooter that by what it contains.
const (
	maxFurniture = 60
	maxFooter    = 200
)

func isFurniture(l *line) bool {
	s := strings.TrimLeft(l.text, " \u3000【[（(·•>»|")
	if l.runes <= maxFurniture {
		first, _ := utf8.DecodeRuneInString(s)
		for _, word := range beginnings()[first] {
			if strings.HasPrefix(s, word) {
				return true
			}
		}
	}
	if l.runes <= maxFooter {
		lower := strings.ToLower(s)
		for _, word := range pageWords()["contains"] {
			if strings.Contains(lower, word) {
				return true
			}
		}
	}
	return false
}

// setAside marks the lines of elements that hold no article by their name, their
// class or their id. Such a name is not believed where most of the page's prose
// would go with it, unless it says that these are comments.
func (w *walker) setAside() {
	sums, end := w.sums(), 0 // of the last element set aside
	for i := range w.regions {
		r := &w.regions[i]
		if r.end <= end || r.start == r.end {
			continue
		}
		kind := regionKind(r.node)
		if kind == "" {
			continue
		}
		if kind == "rarely" && (sums[r.end]-sums[r.start])*2 > sums[len(sums)-1] {
			continue
		}
		end = r.end
		for j := r.start; j < r.end; j++ {
			w.lines[j].aside, w.lines[j].weight = true, 0
		}
	}
}

// sums returns the prose of the lines before each line, and before the end.
func (w *walker) sums() []int {
	sums := make([]int, len(w.lines)+1)
	for i := range w.lines {
		sums[i+1] = sums[i] + w.lines[i].weight
	}
	return sums
}

// readThroughLinks takes whole sentences for prose although they are links: where
// an <a> is not closed, it goes on to the end of the page.
func (w *walker) readThroughLinks() {
	for i := range w.lines {
		if l := &w.lines[i]; !l.aside && strings.ContainsAny(l.text, "。；") {
			l.weight = l.runes
		}
	}
	if w.prose() >= minProse {
		for i := range w.lines {
			w.lines[i].linked = 0
		}
	}
}

// readShortLines takes all lines but links for prose: an article may be a table of
// figures or a list of names.
func (w *walker) readShortLines() {
	sum := 0
	for i := range w.lines {
		if l := &w.lines[i]; !l.aside && !l.isLinks() && !isMetadataLine(l) {
			l.weight = l.runes
			sum += l.weight
		}
	}
	if sum < minShortLines {
		for i := range w.lines {
			w.lines[i].weight = 0
		}
	}
}

// minShortLines is the number of characters below which short lines are no article.
const minShortLines = 30

func (w *walker) hasHeading() bool {
	for _, r := range w.regions {
		if a := r.node.DataAtom; (a == atom.H1 || a == atom.Article) && r.start < r.end && !w.lines[r.start].aside {
			return true
		}
	}
	return false
}

// prose returns how much prose the page has.
func (w *walker) prose() int {
	sum := 0
	for i := range w.lines {
		sum += w.lines[i].weight
	}
	return sum
}

// regionKind returns what the name, class and id of an element say: "never",
// "rarely" or nothing.
func regionKind(n *html.Node) string {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside:
		return "rarely"
	case atom.Body, atom.Main, atom.Article:
		return ""
	}
	for _, key := range []string{"class", "id"} {
		value := attribute(n, key)
		if len(value) > 200 {
			continue
		}
		for _, word := range strings.FieldsFunc(splitCamel(value), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if kind := classWords()[word]; kind != "" {
				return kind
			}
		}
	}
	return ""
}

// splitCamel parts the words of leftMenu.
func splitCamel(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
		last = r
	}
	return b.String()
}

// articleShare is the part of the prose that the element chosen must have of that
// of the one around it, in %. Its other part may be a lead before it or remarks
// after it.
const articleShare = 88

// article returns the lines of the article's element.
func (w *walker) article() (start, end int) {
	sums := w.sums()
	start, end = 0, len(w.lines)
	best := -1
	for i, r := range w.regions { // parents come before their children
		if r.parent != best && !(best == -1 && r.parent == -1) {
			continue
		}
		if prose := sums[r.end] - sums[r.start]; prose > 0 && prose*100 >= (sums[end]-sums[start])*articleShare {
			start, end, best = r.start, r.end, i
		}
	}
	// The prose between the title and the element is its lead, and a single
	// paragraph must not be taken without its neighbours.
	for best >= 0 && end-start <= 1 && w.regions[best].parent >= 0 {
		best = w.regions[best].parent
		start, end = w.regions[best].start, w.regions[best].end
	}
	return start, end
}

// assemble puts the text together: the title, and the lines that are of the
// article.
func (w *walker) assemble(title string, titleEnd, start, end int) string {
	var body []string
	from := start
	if titleEnd > 0 && titleEnd < start { // a lead between them
		from = titleEnd
	}
	seen, prose := false, 0
	attached := false // the line before is of a list of attachments
	for i := from; i < end; i++ {
		l := &w.lines[i]
		attached = strings.HasPrefix(l.text, "附件") || attached && l.isLinks() && hasNumber(l.text)
		if l.aside || !attached && (l.isLinks() || w.headsLinks(i)) || i < start && l.weight == 0 {
			continue
		}
		if !seen && (i < titleEnd || i < start+besideLines && isMetadataLine(l)) {
			continue
		}
		seen = seen || l.weight > 0
		prose += l.weight
		body = append(body, l.text)
	}
	if prose < minProse {
		return ""
	}
	body = withoutTitle(body, title)
	if title != "" {
		body = append([]string{title}, body...)
	}
	return strings.Join(body, "\n") + "\n"
}

// isLinks reports a line of which links are the greater part.
func (l *line) isLinks() bool { return l.linked*2 > l.runes }

// headsLinks reports the heading of a list of links.
func (w *walker) headsLinks(i int) bool {
	return w.lines[i].weight == 0 && i+2 < len(w.lines) && w.lines[i+1].isLinks() && w.lines[i+2].isLinks()
}

// minProse is the number of characters of prose below which a page has no article.
const minProse = 15

// withoutTitle leaves out the first lines where they are the title.
func withoutTitle(lines []string, title string) []string {
	want, got := squeeze(title), ""
	for i := 0; i < len(lines) && i < 4 && want != ""; i++ {
		if got += squeeze(lines[i]); got == want {
			return lines[i+1:]
		}
		if !strings.HasPrefix(want, got) {
			break
		}
	}
	return lines
}

// squeeze returns s without white space.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func runesIn(s string) int { return utf8.RuneCountInString(s) }
