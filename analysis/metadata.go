package analysis

import (
	"slices"
	"strings"
)

// findMetadata sets the Document's Date, Source and Author where the caller did
// not: each from the first of these places that has it.
//
//   - The source line: 来源：新华网, 作者：张三, 发布时间：2015-12-03, or a date with
//     a time of day.
//   - A newspaper's page: 《人民日报》（2020年01月18日 02 版）.
//   - A bracket or a dash below the title that begins with a date:
//     （2015年12月3日）, ——2026年1月27日在……会议上.
//   - The signature, a body's name and the date below it, behind the text or
//     before the document that a notice brings; the first one of a text.
//
// The year of a document's number (国发〔2016〕33号) is no date.
func (b *builder) findMetadata() {
	m := &metadata{d: b.doc}
	if m.done() {
		return
	}
	for _, f := range b.doc.Furniture {
		if f.Kind == FurnitureSource || f.Kind == FurnitureTags || f.Kind == FurnitureCredit || f.Kind == FurnitureControl || f.Kind == FurnitureCounter {
			m.line(b.doc.Text[f.Start:f.End], f.Kind)
		}
	}
	m.take(m.published, m.issuer, "")
	if !m.done() {
		b.belowTitle(m)
		b.signature(m)
	}
	m.take(m.card, "", "")
}

// metadata collects what one place after the other says.
type metadata struct {
	d               *Document
	published, card date   // from a source line, and from an index card
	issuer          string // from an index card
	waits           string // the label whose value is in the next line
}

func (m *metadata) done() bool { return m.d.Date != "" && m.d.Source != "" && m.d.Author != "" }

// take sets what is not known yet.
func (m *metadata) take(d date, source, author string) {
	if m.d.Date == "" {
		m.d.Date = d.String()
	}
	if m.d.Source == "" {
		m.d.Source = source
	}
	if m.d.Author == "" {
		m.d.Author = author
	}
}

// line reads a line of furniture.
func (m *metadata) line(s string, kind FurnitureKind) {
	var buf [maxFields]field
	fields := parseFields(buf[:0], closeUp(trimSpace(s)))
	waits := m.waits
	m.waits = ""
	for i, f := range fields {
		label := f.label.text
		if !f.isLabel() && i == 0 {
			label = waits
		}
		v := strings.Trim(f.value, "：:，,;； 　")
		switch {
		case f.isLabel() && v == "" && f.date.year == 0:
			if i == len(fields)-1 {
				m.waits = label
			}
		case f.date.year > 0:
			m.date(f.date, label)
		case slices.Contains(sourceLabels, label):
			m.take(date{}, nameOf(v), "")
		case slices.Contains(cardLabels, label):
			if m.issuer == "" {
				m.issuer = nameOf(v)
			}
		case slices.Contains(authorLabels, label):
			m.take(date{}, "", personsOf(v))
		case kind == FurnitureSource && f.isUnknown() && i == 0 && furnitureWords.endsName("medium", v) && runeCount(v) <= 15:
			m.take(date{}, v, "")
		case kind == FurnitureSource && f.isUnknown() && i > 0 && fields[i-1].clock && isPerson(v):
			m.take(date{}, "", v)
		}
	}
	if i := strings.Index(s, "记者"); i >= 0 && (kind == FurnitureCredit || isSpace(firstRune(s[i+len("记者"):]))) && !strings.Contains(s, "摄") { // 本报记者 张三 通讯员 李四
		m.take(date{}, "", personsOf(strings.ReplaceAll(s[i+len("记者"):], "通讯员", " ")))
	}
	if kind != FurnitureSource {
		return
	}
	if i, k := strings.Index(s, "《"), strings.Index(s, "》"); i >= 0 && k > i && strings.Contains(s, "版") {
		m.take(date{}, trimSpace(s[i+len("《"):k]), "")
	}
}

var (
	sourceLabels = []string{"来源", "稿源", "文章来源", "信息来源", "稿件来源", "新闻来源", "内容来源"}
	cardLabels   = []string{"发布机构", "发布单位", "发布部门", "发文机关", "发文机构", "制定机关", "公开机构"}
	authorLabels = []string{"作者", "记者", "撰文", "撰稿", "文"}
)

// date takes a date of a source line, that of publication before that of an
// index card (成文日期).
func (m *metadata) date(d date, label string) {
	switch label {
	case "成文日期", "成文时间", "生成日期", "印发日期", "发文日期", "发文时间", "公布日期":
		if m.card.year == 0 {
			m.card = d
		}
	case "生效日期", "实施日期", "施行日期", "更新时间", "更新日期":
	default:
		if m.published.year == 0 {
			m.published = d
		}
	}
}

// maxName is the longest name of a publisher, in characters. Names that only the
// page's own site can read (本站) are none.
const maxName = 40

func nameOf(v string) string {
	if runeCount(v) > maxName || slices.Contains([]string{"本站", "本网", "本网站", "原创", "本站原创", "互联网", "网络", "转载"}, v) {
		return ""
	}
	return v
}

// personsOf parts the names of persons by 、: 张三　李四.
func personsOf(v string) string {
	names := strings.FieldsFunc(v, func(r rune) bool { return isSpace(r) || strings.ContainsRune("，,、;；/", r) })
	if len(names) == 0 || runeCount(v) > maxName {
		return ""
	}
	return strings.Join(names, "、")
}

// isPerson reports whether s can be the name of a person: two to four Han
// characters.
func isPerson(s string) bool {
	n := runeCount(s)
	return n >= 2 && n <= 4 && s != "记者" && s != "通讯员" && !strings.ContainsFunc(s, func(r rune) bool { return !isHan(r) }) && !furnitureWords.endsName("medium", s)
}

// belowTitle reads the lines between the title and the text.
func (b *builder) belowTitle(m *metadata) {
	seen := 0
	for i, l := range b.lines {
		if b.roles[i] == RoleBlank || b.roles[i] == RoleFurniture || b.roles[i] == RoleTitle {
			continue
		}
		if seen++; seen > 4 {
			return
		}
		s := trimSpace(b.doc.Text[l.Start:min(l.End, l.Start+maxShortLine)])
		inner := strings.TrimLeft(s, "（(—－―-– ")
		if len(inner) == len(s) {
			continue
		}
		if d, n, _ := parseDate(inner); n > 0 {
			m.take(d, "", "")
			return
		}
	}
	if i := strings.IndexAny(b.doc.Text[:min(b.titleEnd, len(b.doc.Text))], "（("); i > 0 { // 在……上的讲话（2018年2月12日）
		if d, n, _ := parseDate(strings.TrimLeft(b.doc.Text[i:b.titleEnd], "（(")); n > 0 {
			m.take(d, "", "")
		}
	}
}

// findSignatures gives the lines that sign a document their role: one that is a
// date and nothing else, and the name of a body above it, if there is one.
func (b *builder) findSignatures() {
	for i, l := range b.lines {
		if b.roles[i] != RoleHeading && b.roles[i] != RoleBody || l.End-l.Start > maxSignature {
			continue
		}
		s := trimSpace(b.doc.Text[l.Start:l.End])
		if d, n, _ := parseDate(s); n == 0 || n < len(s) || d.month == 0 {
			continue
		}
		k := i - 1
		for k >= 0 && b.roles[k] == RoleBlank && k > i-3 {
			k--
		}
		if k < 0 || b.roles[k] != RoleHeading && b.roles[k] != RoleBody {
			continue
		}
		if issuerOf(trimSpace(b.doc.Text[b.lines[k].Start:b.lines[k].End])) != "" {
			b.roles[i], b.roles[k] = RoleSignature, RoleSignature
		} else if b.roles[i] == RoleHeading && b.roles[k] == RoleHeading {
			b.roles[i] = RoleSignature
		}
	}
}

// maxSignature is the longest line, in bytes, that is a date.
const maxSignature = 90

// signature reads the first signature.
func (b *builder) signature(m *metadata) {
	source := ""
	for i, l := range b.lines {
		if b.roles[i] != RoleSignature {
			continue
		}
		s := trimSpace(b.doc.Text[l.Start:l.End])
		if d, n, _ := parseDate(s); n > 0 && n == len(s) {
			m.take(d, source, "")
			return
		}
		source = issuerOf(s)
	}
}

// issuerOf returns s if it is the name of a body.
func issuerOf(s string) string {
	if runeCount(s) > maxName || strings.ContainsAny(s, "，。：；“") || !furnitureWords.endsName("body", s) {
		return ""
	}
	return strings.Join(strings.Fields(s), " ")
}
