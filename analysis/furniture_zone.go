package analysis

import (
	"strings"
	"unicode/utf8"
)

// A furnitureFinder finds the page furniture of a text, line by line: what a
// line by itself surely is, and what it is by its place above or below the text.
type furnitureFinder struct {
	text    string
	lines   []Span
	guesses []guess
	wrapped bool        // lines break inside sentences
	first   int         // first line of running text, len(lines) where there is none
	last    int         // last one, -1 where there is none
	leads   []Furniture // Start and Repeats of those found
}

// findFurniture returns the kind of furniture that each line is, 0 for text, and
// the leads among it. It takes time linear in the text: long lines are not looked at.
func findFurniture(text string, lines []Span, wrapped bool) (found []guess, leads []Furniture) {
	f := &furnitureFinder{text: text, lines: lines, guesses: make([]guess, len(lines)), wrapped: wrapped, first: len(lines), last: -1}
	any := false
	for i := range lines {
		if s := f.line(i); s != "" {
			f.guesses[i] = guessLine(s)
			any = any || f.guesses[i].kind != 0 || i < maxTop && strings.ContainsAny(s, "_|｜-")
		}
	}
	f.pages()
	f.bounds()
	if !wrapped {
		f.repeats()
	}
	if any {
		f.values()
		f.crumbs()
		f.menus()
		f.clues()
		f.columns()
		f.links()
	}
	for i := range f.guesses {
		if !f.guesses[i].sure {
			f.guesses[i] = guess{}
		}
	}
	return f.guesses, f.leads
}

// maxTop is the number of lines in which a page's title with the name of its site
// is looked for where there is no other furniture.
const maxTop = 5

// line returns a short line without space at its ends and marks of headings,
// "" for a blank one and a long one.
func (f *furnitureFinder) line(i int) string {
	l := f.lines[i]
	if l.End-l.Start > 2*maxShortLine {
		return ""
	}
	s := trimSpace(f.text[l.Start:l.End])
	return s[skipDecoration(s):]
}

// bounds finds the first and the last line of running text, or of a numbered
// heading. Where there is none, nothing is above or below the text.
func (f *furnitureFinder) bounds() {
	for i := range f.lines {
		if f.guesses[i].kind == 0 && f.isRunning(i) {
			f.first = i
			break
		}
	}
	for i := len(f.lines) - 1; i >= f.first; i-- {
		if f.guesses[i].kind == 0 && f.isRunning(i) {
			f.last = i
			break
		}
	}
}

// minRunning is the length in characters from which a sentence is running text.
const minRunning = 18

func (f *furnitureFinder) isRunning(i int) bool {
	s := f.line(i)
	if s == "" {
		l := f.lines[i]
		return l.End-l.Start > 2*maxShortLine
	}
	if hasMarker(s) {
		return true
	}
	n := utf8.RuneCountInString(s)
	return n >= minRunning && (strings.ContainsAny(s, "。！？；") || endsLine(s)) || f.wrapped && n >= minRunning || n > 60
}

func (f *furnitureFinder) above(i int) bool { return i < f.first && f.last >= 0 }
func (f *furnitureFinder) below(i int) bool { return i > f.last && f.last >= 0 }

// next returns the next line after i that is not blank, or len(lines).
func (f *furnitureFinder) next(i int) int {
	for i++; i < len(f.lines) && f.line(i) == ""; i++ {
		if f.lines[i].End-f.lines[i].Start > 2*maxShortLine {
			break
		}
	}
	return i
}

// set makes line i furniture.
func (f *furnitureFinder) set(i int, kind FurnitureKind) {
	f.guesses[i] = guess{kind: kind, sure: true}
}

// values takes the value of a label that stands in the line below it: 发布时间：
// and 2026-02-09 09:45:30.
func (f *furnitureFinder) values() {
	for i, g := range f.guesses {
		if g.kind != FurnitureSource && g.kind != FurnitureCounter || !strings.ContainsRune("：:", lastRune(f.line(i))) {
			continue
		}
		k := f.next(i)
		if k == len(f.lines) || f.guesses[k].sure {
			continue
		}
		l, n := furnitureWords.label(f.line(i))
		s := f.line(k)
		d, m, _ := parseDate(s)
		switch {
		case n == 0 || !f.above(i) && !f.below(i):
		case l.date && m == len(s) && d.year > 0,
			!l.date && g.kind == FurnitureSource && utf8.RuneCountInString(s) <= 15 && furnitureWords.endsName("medium", s) && !endsLine(s),
			g.kind == FurnitureCounter && kindOf(s) == KindNumber:
			f.set(i, g.kind)
			f.set(k, g.kind)
		}
	}
}

// crumbs takes the steps of a breadcrumb that stand in lines of their own, and
// the column's name below it that is one of the steps.
func (f *furnitureFinder) crumbs() {
	var steps []string
	for i, g := range f.guesses {
		if g.kind == FurnitureMarks && strings.Trim(f.line(i), ">»›＞") == "" && f.above(i) {
			if k := f.next(i); k < len(f.lines) && f.above(k) && f.isStep(k) {
				steps = append(steps, f.line(k))
				f.set(k, FurnitureNavigation)
			}
			f.set(i, FurnitureNavigation)
		} else if g.kind == FurnitureNavigation && g.sure && f.above(i) {
			for p := range strings.FieldsFuncSeq(f.line(i), partsFields) {
				steps = append(steps, p)
			}
		}
		if len(steps) > maxFields {
			return
		}
	}
	if len(steps) == 0 {
		return
	}
	for i := range min(f.first, len(f.lines)) {
		if f.guesses[i].kind != 0 || !f.isStep(i) || !f.above(i) {
			continue
		}
		for _, s := range steps {
			if s == f.line(i) {
				f.set(i, FurnitureNavigation)
			}
		}
	}
}

// isStep reports whether a line can be the step of a breadcrumb: a short name
// that is no document's.
func (f *furnitureFinder) isStep(i int) bool {
	s := f.line(i)
	n := utf8.RuneCountInString(s)
	return n > 1 && n <= 8 && !endsLine(s) && !namesDocument(s) && !strings.ContainsFunc(s, isSpace)
}

// columns takes the name of a site or of a column above the text, if other
// furniture is above it too: 科教网| 中国科教第一门户网, 科技动态. Below the text
// it takes names of sites.
func (f *furnitureFinder) columns() {
	sure := func(from, to int) bool {
		for i := max(from, 0); i < to; i++ {
			if f.guesses[i].sure && f.guesses[i].kind != FurniturePage && f.guesses[i].kind != FurnitureMarks && f.guesses[i].kind != FurnitureRepeat {
				return true
			}
		}
		return false
	}
	near := 3 // lines with text
	for i := 0; i < len(f.lines) && f.above(i); i++ {
		s := f.line(i)
		if s == "" || f.guesses[i].kind != 0 {
			continue
		}
		n := utf8.RuneCountInString(s)
		k := f.next(i)
		follows := k < f.first && f.guesses[k].sure // furniture
		switch {
		case f.isPageTitle(i, s):
			f.set(i, FurnitureRepeat)
			continue
		case near > 0 && n <= 30 && f.isSite(s) && sure(0, f.first):
			f.set(i, FurnitureNavigation)
		case n <= 10 && follows && furnitureWords.endsName("medium", s) && (f.guesses[k].kind == FurnitureSource || f.guesses[k].kind == FurnitureNavigation) && !namesDocument(s):
			f.set(i, FurnitureSource)
		case n <= 6 && n > 1 && furnitureWords.endsName("column", s) && follows && f.guesses[k].kind != FurniturePage:
			f.set(i, FurnitureNavigation)
		}
		near--
	}
	if f.last < 0 || !sure(f.last+1, len(f.lines)) {
		return
	}
	seen := false
	for i := f.last + 1; i < len(f.lines); i++ {
		seen = seen || f.guesses[i].sure
		if s := f.line(i); seen && s != "" && f.guesses[i].kind == 0 && utf8.RuneCountInString(s) <= 30 && f.isSite(s) {
			f.set(i, FurnitureNavigation)
		}
	}
}

// isPageTitle reports whether a line above the text is a title that stands alone
// in one of the lines below it, with the names of columns and of the site behind
// it: 标题_要闻_青阳网.
func (f *furnitureFinder) isPageTitle(i int, s string) bool {
	end := strings.IndexAny(s, "_|｜-—")
	if end <= 0 || utf8.RuneCountInString(s[:end]) < 5 {
		return false
	}
	for k, n := f.next(i), 0; k < f.first && n < leadWithin; k, n = f.next(k), n+1 {
		if t := f.line(k); len(t) >= end-1 && len(t) < len(s) && strings.HasPrefix(s, t) && f.isSite(s[len(t):]) {
			return true
		}
	}
	return false
}

// isSite reports whether s is the name of a site, with or without its motto.
func (f *furnitureFinder) isSite(s string) bool {
	if endsLine(s) {
		return false
	}
	for p := range strings.FieldsFuncSeq(s, func(r rune) bool { return partsFields(r) || r == '-' || r == '_' || r == '—' }) {
		if furnitureWords.endsName("site", p) {
			return true
		}
	}
	return false
}

// menus takes columns of words of menus: three or more short lines one below the
// other of which most are such words.
func (f *furnitureFinder) menus() {
	for i := 0; i < len(f.lines); {
		if !f.above(i) && !f.below(i) || !f.isEntry(i) {
			i++
			continue
		}
		entries, known, end := 0, 0, i
		for k := i; k < len(f.lines) && (f.above(k) || f.below(k)) && f.isEntry(k); k = f.next(k) {
			s := f.line(k)
			entries++
			if furnitureWords.menu[s] > 0 || furnitureWords.lines[s] > 0 {
				known++
				end = k
			}
		}
		if entries > 2 && 2*known >= entries {
			for k := i; k <= end; k++ {
				if f.line(k) != "" && f.guesses[k].kind == 0 {
					f.set(k, FurnitureNavigation)
				}
			}
		}
		i = max(end, i) + 1
	}
}

func (f *furnitureFinder) isEntry(i int) bool {
	s := f.line(i)
	n := utf8.RuneCountInString(s)
	return n > 0 && n <= 6 && !endsLine(s) && !namesDocument(s) && !strings.ContainsFunc(s, isSpace)
}

// clues takes lines that text could have too, above the text where sure
// furniture is there, and below it: hotlines and notices beside sure furniture,
// the rest behind it.
func (f *furnitureFinder) clues() {
	sure := false
	for i := 0; i < f.first && f.last >= 0; i++ {
		g := f.guesses[i]
		sure = sure || (g.sure || g.alone && g.kind == FurnitureSource) && g.kind != FurnitureMarks && g.kind != FurniturePage && g.kind != FurnitureRepeat
	}
	for i := 0; i < f.first && f.last >= 0; i++ {
		g := &f.guesses[i]
		switch g.kind {
		case FurnitureSource, FurnitureNavigation, FurnitureControl, FurnitureCredit, FurnitureTags:
			g.sure = g.sure || sure || g.alone
		}
	}
	if f.last < 0 {
		return
	}
	behind, end := len(f.lines), -1 // of the first sure line below the text, and of the last one
	for i := f.last + 1; i < len(f.lines); i++ {
		if g := f.guesses[i]; g.sure && g.kind != FurnitureMarks && g.kind != FurnitureAttachment {
			behind, end = min(behind, i), i
		}
	}
	signed := f.signature()
	for i := f.last + 1; i < len(f.lines); i++ {
		g := &f.guesses[i]
		if g.kind == 0 || g.sure {
			continue
		}
		p, n := f.before(i), f.next(i)
		switch {
		case i > behind, g.alone:
			g.sure = true
		case i > end || i < signed:
		case f.isHotline(i),
			g.kind == FurnitureContact && p > f.last && f.guesses[p].kind == FurnitureContact && f.guesses[p].sure,
			g.kind == FurnitureContact && n < len(f.lines) && f.guesses[n].kind == FurnitureContact && f.isHotline(n):
			g.sure = true
		}
	}
}

// signature returns the last line below the text that is a date and nothing else,
// -1 where there is none: what stands above it is the text's.
func (f *furnitureFinder) signature() int {
	for i := len(f.lines) - 1; i > f.last; i-- {
		if s := f.line(i); s != "" && f.guesses[i].kind == 0 {
			if _, n, _ := parseDate(s); n == len(s) {
				return i
			}
		}
	}
	return -1
}

// isHotline reports whether a line is for the readers of a site, not for those
// whom a notice is for: 违法与不良信息举报：, 内容纠错：.
func (f *furnitureFinder) isHotline(i int) bool {
	s := f.line(i)
	for _, w := range []string{"不良信息", "纠错", "投稿", "客服", "广告", "加盟", "报料", "爆料", "新闻热线", "转载", "本网", "本站", "识别", "扫码", "二维码", "网站"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// maxLinks is how many headlines a page puts below 相关链接.
const maxLinks = 30

// links takes the headlines below 相关链接 and its like, up to the end of the
// text: no line of them is running text.
func (f *furnitureFinder) links() {
	for i := f.last + 1; i < len(f.lines); i++ {
		if g := f.guesses[i]; g.kind != FurnitureLinks || !g.sure {
			continue
		}
		for k, n := f.next(i), 0; k < len(f.lines) && n < maxLinks; k, n = f.next(k), n+1 {
			if f.guesses[k].kind == 0 || !f.guesses[k].sure {
				f.set(k, FurnitureLinks)
			}
		}
		return
	}
}
