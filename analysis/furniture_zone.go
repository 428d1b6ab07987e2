package analysis

import "strings"

// A furnitureFinder finds the page furniture of a text, line by line: what a
// line by itself surely is, and what it is by its place above or below the text.
type furnitureFinder struct {
	text    string
	lines   []Span
	short   []string // see line
	guesses []guess
	wrapped bool        // lines break inside sentences
	first   int         // first line of running text, len(lines) where there is none
	last    int         // last one, -1 where there is none
	leads   []Furniture // Start and Repeats of those found
}

// findFurniture returns the kind of furniture that each line is, 0 for text, and
// the leads among it. It takes time linear in the text: long lines are not looked at.
func findFurniture(text string, lines []Span, wrapped bool) (found []guess, leads []Furniture) {
	f := &furnitureFinder{
		text: text, lines: lines, short: make([]string, len(lines)), guesses: make([]guess, len(lines)),
		wrapped: wrapped, first: len(lines), last: -1,
	}
	any := false
	for i, l := range lines {
		if l.End-l.Start > 2*maxShortLine {
			continue
		}
		s := trimSpace(text[l.Start:l.End])
		s = s[skipDecoration(s):]
		f.short[i] = s
		if s != "" {
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
	for i, g := range f.guesses {
		if !g.sure || i > f.first && i < f.last && f.isLoneWord(i) {
			f.guesses[i] = guess{}
		}
	}
	return f.guesses, f.leads
}

// isLoneWord reports whether a line inside the text is a word of one or two
// characters without other furniture beside it: 举报 can be a heading.
func (f *furnitureFinder) isLoneWord(i int) bool {
	if s := f.line(i); furnitureWords.lines[s] == 0 || runeCount(s) > 2 {
		return false
	}
	p, n := f.before(i), f.next(i)
	return (p < 0 || !f.guesses[p].sure) && (n == len(f.lines) || !f.guesses[n].sure)
}

// maxTop is the number of lines in which a page's title with the name of its site
// is looked for where there is no other furniture.
const maxTop = 5

// line returns a short line without space at its ends and marks of headings,
// "" for a blank one and a long one.
func (f *furnitureFinder) line(i int) string { return f.short[i] }

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
	n := runeCount(s)
	return n >= minRunning && (strings.ContainsAny(s, "。！？；") || endsLine(s) && lastRune(s) != '”') || f.wrapped && n >= minRunning || n > 60
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
			!l.date && g.kind == FurnitureSource && runeCount(s) <= 15 && furnitureWords.endsName("medium", s) && !endsLine(s),
			g.kind == FurnitureCounter && kindOf(s) == KindNumber:
			f.set(i, g.kind)
			f.set(k, g.kind)
		}
	}
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
	sure := false // furniture is above
	for i := f.last + 1; i < len(f.lines); i++ {
		g := f.guesses[i]
		sure = sure || g.sure && g.kind != FurnitureMarks
		if s := f.line(i); g.kind == 0 && sure && s != "" && runeCount(s) <= 8 && furnitureWords.endsName("heading", s) {
			f.set(i, FurnitureLinks) // 24小时热闻
		} else if g.kind != FurnitureLinks || !g.sure {
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
