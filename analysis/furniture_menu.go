package analysis

import "strings"

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
	n := runeCount(s)
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
		n := runeCount(s)
		k := f.next(i)
		follows := k < f.first && f.guesses[k].sure // furniture
		switch {
		case f.isPageTitle(i, s):
			f.set(i, FurnitureRepeat)
			continue
		case near > 0 && n <= 30 && f.isSite(s) && sure(0, f.first):
			f.set(i, FurnitureNavigation)
		case n <= 20 && follows && f.guesses[k].kind == FurnitureNavigation && issuerOf(s) != "":
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
		if s := f.line(i); seen && s != "" && f.guesses[i].kind == 0 && runeCount(s) <= 30 && f.isSite(s) {
			f.set(i, FurnitureNavigation)
		}
	}
}

// isPageTitle reports whether a line above the text is a title that stands alone
// in one of the lines below it, with the names of columns and of the site behind
// it: 标题_要闻_青阳网.
func (f *furnitureFinder) isPageTitle(i int, s string) bool {
	end := strings.IndexAny(s, "_|｜-—")
	if end <= 0 || runeCount(s[:end]) < 5 {
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

// maxMenu is how many entries of a menu are looked at together.
const maxMenu = 40

// hasFurniture reports whether furniture that is more than marks stands above the
// text, where line i is above it, or else between the text and the line.
func (f *furnitureFinder) hasFurniture(i int) bool {
	from, to := 0, f.first
	if f.below(i) {
		from, to = max(f.last+1, i-maxMenu), i
	}
	for _, g := range f.guesses[from:min(to, from+2*maxMenu)] {
		if (g.sure || g.alone) && g.kind != FurnitureMarks && g.kind != FurniturePage && g.kind != FurnitureRepeat {
			return true
		}
	}
	return false
}

// menus takes columns of words of menus: three or more short lines one below the
// other of which most are such words, where a page is told by other furniture or
// by words that no list in a text has.
func (f *furnitureFinder) menus() {
	for i := 0; i < len(f.lines); {
		if !f.above(i) && !f.below(i) || !f.isEntry(i) {
			i++
			continue
		}
		entries, known, end, last := 0, 0, i, i
		home := false // 首页 is among them
		page := f.hasFurniture(i)
		for k := i; k < len(f.lines) && entries < maxMenu && (f.above(k) || f.below(k)) && f.isEntry(k); k = f.next(k) {
			s := withoutSpace(f.line(k))
			entries++
			last = k
			home = home || strings.HasSuffix(s, "首页")
			if furnitureWords.menu[s] > 0 || furnitureWords.lines[s] > 0 {
				known++
				end = k
			}
			page = page || furnitureWords.lines[s] > 0
			if n := f.next(k); home && n < len(f.lines) && f.guesses[n].kind == FurnitureNavigation {
				end = k // the menu ends in a breadcrumb
			}
		}
		if page && entries > 2 && (2*known >= entries || home && 3*known >= entries) {
			for k := i; k <= end; k++ {
				if f.line(k) != "" && f.guesses[k].kind == 0 {
					f.set(k, FurnitureNavigation)
				}
			}
		}
		if known == 0 {
			end = last // no entry of a menu begins in between
		}
		i = end + 1
	}
}

func (f *furnitureFinder) isEntry(i int) bool {
	s := f.line(i)
	n := runeCount(s)
	return n > 0 && n <= 6 && !endsLine(s) && !namesDocument(s) && (!strings.ContainsFunc(s, isSpace) || n == 3)
}

// withoutSpace joins the characters of 首 页.
func withoutSpace(s string) string {
	if !strings.ContainsFunc(s, isSpace) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
}
