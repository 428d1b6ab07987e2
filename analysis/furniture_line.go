package analysis

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A guess is what a line by itself is likely to be.
type guess struct {
	kind  FurnitureKind // 0 for text
	sure  bool          // false: only above or below the text, beside other furniture
	alone bool          // if not sure: above or below the text, without other furniture too
}

// Lines of furniture are short: of up to 120 characters, and of up to 60 if they
// end as running text does.
const (
	maxFurniture         = 120 * 3
	maxFurnitureSentence = 60 * 3
	minFinal             = 15 * 3 // a line with a final mark that is a sentence
	maxWord              = 30 * 3 // a line that is one word of a list, with marks around it
)

// guessLine says what a line, without space at its ends, is likely to be.
func guessLine(s string) guess {
	s = closeUp(s)
	if len(s) > maxFurniture || len(s) > maxFurnitureSentence && endsLine(s) {
		return guess{}
	}
	if kind := kindOf(s); kind == KindPunct || kind == KindSpace {
		return guess{kind: FurnitureMarks, sure: true}
	}
	if strings.HasPrefix(s, "<!--") {
		return guess{kind: FurnitureMarks, sure: true}
	}
	if isAddress(s) {
		return guess{kind: FurnitureReference, sure: true}
	}
	if len(s) <= maxWord {
		core := strings.TrimFunc(s, func(r rune) bool {
			return partsFields(r) || r == '：' || r == ':' || r == '*' || r == '※' || r == '▲' || r == '「' || r == '」'
		})
		if len(core) == len("首 页") {
			core = withoutSpace(core)
		}
		if kind, ok := furnitureWords.lines[core]; ok {
			return guess{kind: kind, sure: true}
		}
	}
	if len(s) >= minFinal && strings.ContainsRune("。！？!?；;", lastRune(s)) {
		return guessMarks(s)
	}
	has := signsOf(s)
	if hasMarker(s) {
		has &= signDot | signMark // 1.任务分工表.xlsx
	}
	var mark guess
	if has&signMark != 0 {
		if mark = guessMarks(s); mark.sure {
			return mark
		}
	}
	if has&^signMark == 0 {
		return mark
	}
	for _, r := range guessRules {
		if has&r.signs == 0 {
			continue
		}
		if g := r.guess(s); g.kind != 0 {
			return g
		}
	}
	return mark
}

// guessRules are tried one after the other at a line with one of their signs.
var guessRules = []struct {
	signs signs
	guess func(string) guess
}{
	{signColon | signDigit, guessFields},
	{signParts | signHyphen, guessRow},
	{signDot, guessFile},
	{signDigit, guessPage},
	{signPerson, guessCredit},
	{signDigit, guessPhone},
}

// maxUnknown is how many names without a label a source line has: a newspaper, and
// two persons with what they are.
const maxUnknown = 5

// guessFields knows lines of labels and dates: 来源：新华网　2015-12-03 08:30.
func guessFields(s string) guess {
	var buf [maxFields]field
	fields := parseFields(buf[:0], s)
	labels, clues, dates, clocks, unknown, buttons := 0, 0, 0, 0, 0, 0
	var kind FurnitureKind
	for _, f := range fields {
		switch {
		case f.isLabel():
			if !f.label.holds(f) {
				return guess{}
			}
			if labels++; f.label.clue {
				clues++
			} else if kind == 0 {
				kind = f.label.kind
			}
			if f.date.year > 0 {
				dates++
			}
		case f.date.year > 0:
			if dates++; f.clock {
				clocks++
			}
			if f.bare && len(fields) == 1 {
				return guess{} // the date of a signature
			}
		case f.kind > 0:
			buttons++
		default:
			if unknown++; unknown > maxUnknown || runeCount(f.value) > 15 || strings.ContainsAny(f.value, "，。、；,;") {
				return guess{}
			}
		}
	}
	if labels == 0 {
		if dates == 0 || clocks+buttons == 0 && unknown > 0 {
			return guess{}
		}
		return guess{kind: FurnitureSource, alone: clocks > 0}
	}
	first := fields[firstLabel(fields)].label.kind
	switch {
	case labels > clues && (unknown == 0 || dates > 0 || labels > 1):
		return guess{kind: kind, sure: true}
	case clues > 1 && unknown == 0 && first == FurnitureSource && dates > 0, clues > 0 && clocks > 0 && unknown < 2:
		return guess{kind: first, alone: true}
	case clues > 0 && unknown == 0:
		return guess{kind: first}
	}
	return guess{}
}

func firstLabel(fields []field) int { return slices.IndexFunc(fields, field.isLabel) }

// holds reports whether what stands behind the label is of its kind: names and
// dates, no clause (来源：国家统计局数据显示经济增长，好于预期).
func (l furnitureLabel) holds(f field) bool {
	v := f.value
	switch {
	case l.kind == FurnitureLinks, l.kind == FurnitureReference:
		return true
	case l.date:
		return f.date.year > 0 || v == ""
	case strings.ContainsRune("。！？!?；;", lastRune(v)):
		return false
	case l.kind == FurnitureContact:
		return v == "" || strings.ContainsFunc(v, isDigit) || strings.Contains(v, "@") || runeCount(v) <= 30
	case l.kind == FurnitureCopyright || l.kind == FurnitureTags:
		return true
	}
	n := runeCount(v)
	return n <= 15 || n <= 60 && !strings.ContainsAny(v, "，,") && (l.kind != FurnitureCredit || n <= 30)
}

// guessRow knows rows of menus and breadcrumbs: 首页 | 新闻 | 关于我们, 首页 >
// 要闻 > 正文. A row of a table (| 指标 | 2025年 |) is text.
func guessRow(s string) guess {
	if strings.HasPrefix(s, "|") && strings.HasSuffix(s, "|") || containsAny(s, "。", "；", "！", "？") {
		return guess{}
	}
	bars := strings.Count(s, "|") + strings.Count(s, "｜") + strings.Count(s, "┊")
	arrows := strings.Count(s, ">") + strings.Count(s, "»") + strings.Count(s, "›") + strings.Count(s, "＞")
	words, known, longest := 0, 0, 0
	first := false // 首页 begins the row
	page := false  // words that no list in a text has are in it
	kind := FurnitureNavigation
	for p := range strings.FieldsFuncSeq(s, func(r rune) bool { return partsFields(r) || r == '＞' || r == '-' }) {
		words++
		longest = max(longest, runeCount(p))
		if k := max(furnitureWords.menu[p], furnitureWords.lines[p]); k > 0 {
			kind = min(kind, k)
			if known == 0 {
				kind = k
			}
			page = page || furnitureWords.lines[p] > 0
			first = first || words == 1 && strings.HasSuffix(p, "首页")
			known++
		}
	}
	switch {
	case strings.HasPrefix(s, "--") && strings.HasSuffix(s, "--") && words == 1: // of a list to choose from
		return guess{kind: FurnitureNavigation, sure: true}
	case arrows > 0 && known > 0 && words > 1:
		return guess{kind: FurnitureNavigation, sure: true}
	case arrows > 1 && strings.Contains(s, " > "):
		return guess{kind: FurnitureNavigation, sure: true}
	case bars > 1 && known > 0, bars == 1 && known > 1:
		return guess{kind: kind, sure: page}
	case bars > 1 && longest <= 12:
		return guess{kind: FurnitureNavigation}
	case words > 2 && longest <= 10 && (known > 2 || 2*known > words || known == 2 && words < 5 || first):
		return guess{kind: kind, sure: page && (2*known >= words || first)}
	case words == 2 && known == 2:
		return guess{kind: kind, sure: page}
	case words == 2 && known == 1 && longest <= 15:
		return guess{kind: FurnitureNavigation}
	}
	return guess{}
}

// guessFile knows names of files: 附件：1.实施办法.docx.
func guessFile(s string) guess {
	s = strings.TrimRight(s, "（(【[）)】] 下载")
	if i := strings.LastIndexAny(s, "(（"); i > 0 && len(s)-i < 16 && strings.ContainsAny(s[i:], "0123456789") { // its size
		s = strings.TrimSpace(s[:i])
	}
	dot := strings.LastIndexByte(s, '.')
	if dot <= 0 {
		return guess{}
	}
	switch strings.ToLower(s[dot+1:]) {
	case "doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf", "ofd", "wps", "et", "zip", "rar", "jpg", "png", "mp4":
		return guess{kind: FurnitureAttachment, sure: true}
	}
	return guess{}
}

// guessPage knows numbers of pages that say so: — 3 —, 第3页, 第3页 共10页, 第A03版：要闻.
func guessPage(s string) guess {
	if len(s) > 40 {
		return guess{}
	}
	if rest, ok := strings.CutPrefix(s, "第"); ok {
		rest = strings.TrimLeft(strings.TrimLeft(rest, "ABCDT"), "0123456789")
		if startsWithAny(rest, "版：", "版:") && !endsLine(s) {
			return guess{kind: FurniturePage, sure: true}
		}
	}
	x := strings.Map(func(r rune) rune {
		switch {
		case isSpace(r):
			return -1
		case isDigit(r):
			return '0'
		case r == '－' || r == '—' || r == '–' || r == '―' || r == '·':
			return '-'
		}
		return r
	}, s)
	for strings.Contains(x, "00") {
		x = strings.ReplaceAll(x, "00", "0")
	}
	for strings.Contains(x, "--") {
		x = strings.ReplaceAll(x, "--", "-")
	}
	switch x {
	case "-0-", "第0页", "-第0页-", "第0页共0页", "第0页,共0页", "第0页，共0页", "第0页/共0页", "共0页第0页", "Page0", "Page0of0", "-0/0-":
		return guess{kind: FurniturePage, sure: true}
	}
	return guess{}
}

// guessCredit knows lines that name a photographer (新华社记者 张三 摄), a
// newspaper's page (《人民日报》（2020年01月18日 02版）), an agency's dateline
// （新华社北京1月17日电） and a reporter (本报记者 张三).
func guessCredit(s string) guess {
	n := runeCount(s)
	inner := strings.Trim(s, "（）()[]【】/ 　")
	switch {
	case strings.HasSuffix(inner, "摄") && (strings.Contains(s, "记者") || strings.Contains(s, "通讯员")),
		strings.HasSuffix(inner, "/摄") && n <= 30:
		return guess{kind: FurnitureCredit, sure: true}
	case n <= 12 && (strings.HasSuffix(s, "评论员") || strings.HasSuffix(s, "观察员")):
		return guess{kind: FurnitureCredit}
	case n > 45:
	case strings.HasSuffix(inner, "版") && strings.ContainsFunc(s, isDigit) &&
		(strings.Contains(s, "报》") || strings.Contains(s, "报 》") || strings.Contains(s, "日报")),
		len(inner) < len(s) && (strings.HasSuffix(inner, "电") || strings.HasSuffix(inner, "讯")) &&
			startsWithAny(inner, "新华社", "本报", "中新社", "中新网", "人民网", "新华网", "据") && strings.Contains(inner, "日"):
		return guess{kind: FurnitureSource, sure: true}
	case n <= 30 && !strings.ContainsAny(s, "，。、：；！？,;:“”《》"):
		i := max(strings.Index(inner, "记者"), strings.Index(inner, "通讯员"))
		if i < 0 || len(inner) < len(s) {
			break
		}
		before := strings.TrimSpace(inner[:i])
		after := inner[i:]
		if runeCount(before) <= 14 && strings.ContainsFunc(after, isSpace) && utf8.RuneCountInString(after) <= 14 {
			return guess{kind: FurnitureCredit, alone: true}
		}
	}
	return guess{}
}

// guessPhone knows a telephone number behind any words: 直播服务:15667159999, and
// behind 电话 without a colon.
func guessPhone(s string) guess {
	i := strings.IndexAny(s, "：:")
	if i < 0 { // 咨询电话　0000-12345
		if i = strings.IndexFunc(s, isSpace); i > 0 && !strings.HasSuffix(s[:i], "电话") && !strings.HasSuffix(s[:i], "热线") {
			i = -1
		}
	}
	if i < 0 || i > 20*3 || strings.ContainsAny(s[:i], "，。、；,;") {
		return guess{}
	}
	digits := 0
	for _, r := range s[i:] {
		switch {
		case isDigit(r):
			digits++
		case r >= 0x80 && r != '：' && r != '－' && r != '—' && r != '\u3000':
			return guess{}
		}
	}
	if digits < 5 {
		return guess{}
	}
	return guess{kind: FurnitureContact}
}

// guessMarks knows words that no text has, and words that only footers have.
func guessMarks(s string) guess {
	var g guess
	t := furnitureWords
	for size := 0; s != ""; s = s[size:] {
		var r rune
		if r, size = decode(s); !t.markFilter[r%rune(len(t.markFilter))] {
			continue
		}
		for _, m := range t.marks[r] {
			rest, ok := strings.CutPrefix(s, m.text)
			if !ok || m.text == "版权所有" && startsWithAny(rest, "人", "者", "权", "的") { // 版权所有人
				continue
			}
			if !m.hint {
				return guess{kind: m.kind, sure: true}
			}
			if g.kind == 0 {
				g.kind = m.kind
			}
		}
	}
	return g
}

// isAddress reports whether a line is an address of the web and nothing else.
func isAddress(s string) bool {
	if !startsWithAny(s, "http://", "https://", "www.") {
		return false
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] == ' ' {
			return false
		}
	}
	return true
}
