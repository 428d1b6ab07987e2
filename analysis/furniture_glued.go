package analysis

import (
	"strings"
	"unicode/utf8"
)

const (
	maxGlued = 1500 // bytes at the end, or at the start, of a line that are looked at
	minGlued = 3 * maxFurniture
)

// findGlued finds furniture that is fused to a line with text: what a page's
// title has behind it (标题_要闻_青阳网), and what runs into the text of a page in
// one line (…。责任编辑：张三 版权所有 …).
func (b *builder) findGlued() {
	first := true // line of running text
	for i, l := range b.lines {
		switch b.roles[i] {
		case RoleTitle:
			b.cutTitle(l)
		case RoleBody:
			if l.End-l.Start > maxFurniture {
				b.cutLine(l, first)
			}
			first = false
		}
	}
}

// cutTitle cuts the names of columns and of the site off a title that was found
// in the text.
func (b *builder) cutTitle(l Span) {
	s := b.doc.Text[l.Start:l.End]
	for _, sep := range []string{"_", "|", "｜", " - ", "-"} {
		i := strings.Index(s, sep)
		if i <= 0 {
			continue
		}
		last := trimSpace(s[strings.LastIndex(s, sep)+len(sep):])
		if runeCount(trimSpace(s[:i])) < 5 || !furnitureWords.endsName("site", last) || utf8.RuneCountInString(last) > 15 {
			continue
		}
		if b.doc.Title == trimSpace(s) {
			b.doc.Title = trimSpace(s[:i])
		}
		b.glued = append(b.glued, Furniture{Start: l.Start + i, End: l.End, Kind: FurnitureNavigation})
		return
	}
}

// cutLine cuts furniture off the start of a long line that is the first one, and
// off the end.
func (b *builder) cutLine(l Span, first bool) {
	s := b.doc.Text[l.Start:l.End]
	if !first {
	} else if n := gluedHead(s[:min(len(s), maxGlued)]); n > 0 {
		b.glued = append(b.glued, Furniture{Start: l.Start, End: l.Start + n, Kind: FurnitureSource})
	}
	from := max(0, len(s)-maxGlued)
	if strings.ContainsRune("。！？；", lastRune(trimSpace(s[max(from, len(s)-16):]))) { // most lines
		return
	}
	if at, kind := gluedTail(s[from:]); kind != 0 && from+at > maxFurniture {
		b.glued = append(b.glued, Furniture{Start: l.Start + from + at, End: l.End, Kind: kind})
	}
}

// gluedTail finds where furniture begins at the end of a line: behind the final
// mark of a sentence a label, or what no text has; and from there on no
// sentence of text.
func gluedTail(s string) (at int, kind FurnitureKind) {
	for i, r := range s {
		if !strings.ContainsRune("。！？”」）)…", r) {
			continue
		}
		k := skipSpace(s, i+utf8.RuneLen(r))
		if k < len(s) && (kind == 0 || hasSentence(s[at:k])) {
			at, kind = 0, 0
			if g := startsFurniture(s[k:]); g != 0 {
				at, kind = k, g
			}
		}
	}
	if kind != 0 && hasSentence(s[at:]) {
		return 0, 0
	}
	return at, kind
}

// hasSentence reports whether s has a sentence of text: one that ends in 。 and
// has no words of furniture in it.
func hasSentence(s string) bool {
	for len(s) > 0 {
		i := strings.Index(s, "。")
		if i < 0 {
			return runeCount(s) > maxFurniture && !startsAny(s)
		}
		if runeCount(s[:i]) >= minRunning && guessMarks(s[:i]).kind == 0 && startsFurniture(s) == 0 {
			return true
		}
		s = s[i+len("。"):]
	}
	return false
}

func startsAny(s string) bool { return guessMarks(s).kind != 0 }

// startsFurniture returns the kind of the furniture that s begins with, 0 for
// text. Labels that text has too are none.
func startsFurniture(s string) FurnitureKind {
	s = strings.TrimLeft(s, "（([【［ 　")
	if l, n := furnitureWords.label(s); n > 0 && !l.clue && l.kind != FurnitureContact {
		return l.kind
	}
	for _, w := range []string{"版权所有", "打印本页", "关闭窗口", "返回顶部", "扫一扫", "相关链接", "相关阅读", "相关新闻", "相关报道", "Copyright", "©"} {
		if strings.HasPrefix(s, w) {
			if kind := furnitureWords.lines[w]; kind != 0 {
				return kind
			}
			if r := firstRune(s[len(w):]); strings.ContainsRune("人者权的", r) && r != 0 {
				return 0
			}
			return FurnitureCopyright
		}
	}
	return 0
}

// gluedHead returns the length of the furniture that s, the start of a line,
// begins with: a breadcrumb or a source line up to the last date, button or
// label of it that a blank parts from the text.
func gluedHead(s string) int {
	end := 0
	for at, n := 0, 0; n < maxFields && at < len(s); n++ {
		step := false // of a breadcrumb
		for at < len(s) {
			r, size := utf8.DecodeRuneInString(s[at:])
			if !partsFields(r) {
				break
			}
			step = step || r == '>' || r == '»' || r == '›'
			at += size
		}
		f, size := nextField(s[at:])
		step = step && end > 0 && runeCount(f.value) <= 8
		if f.isUnknown() && !step || strings.ContainsAny(f.value, "。！？；，") || size == 0 || len(f.value) > maxFurniture {
			break
		}
		at += size
		if at < len(s) && !partsFields(firstRune(s[at:])) {
			break // 来源：新华网今年以来
		}
		end = at
	}
	if end == 0 {
		return 0
	}
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !partsFields(r) || strings.ContainsRune("（([【《“", r) {
			break
		}
		end += size
	}
	return end
}

// cutGlued cuts the sentences of a line where furniture in it begins and ends.
func (b *builder) cutGlued(l Span) {
	for _, g := range b.glued {
		if g.Start >= l.End {
			return
		}
		if g.Start >= l.Start {
			b.ends = cutAtHeadings(b.ends, []heading{{start: g.Start - l.Start, end: g.End - l.Start}}, 0)
		}
	}
}

// furniture returns the role of a sentence of line i, which is furniture if the
// line is or the part that the sentence is in, and adds it to the Document's.
func (b *builder) furniture(role Role, i int, s Span) Role {
	if role == RoleFurniture {
		b.addFurniture(s, b.found[i].kind)
		return role
	}
	for len(b.glued) > 0 && b.glued[0].End <= s.Start {
		b.glued = b.glued[1:]
	}
	if len(b.glued) > 0 && b.glued[0].Start <= s.Start && s.End <= b.glued[0].End {
		b.addFurniture(s, b.glued[0].Kind)
		return RoleFurniture
	}
	return role
}

// addFurniture adds a piece, which may go on the one before in the same line.
func (b *builder) addFurniture(s Span, kind FurnitureKind) {
	d := b.doc
	if n := len(d.Furniture); n > 0 && d.Furniture[n-1].End == s.Start && s.Start > b.lines[len(d.Paragraphs)].Start && d.Furniture[n-1].Kind == kind {
		d.Furniture[n-1].End = s.End
		return
	}
	x := Furniture{Start: s.Start, End: s.End, Kind: kind}
	if len(b.leads) > 0 && b.leads[0].Start == s.Start {
		x.Repeats, b.leads = b.leads[0].Repeats, b.leads[1:]
	}
	d.Furniture = append(d.Furniture, x)
}
