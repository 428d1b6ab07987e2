package analysis

import (
	"strings"
	"unicode/utf8"
)

// Longest headings, in characters: of a line of its own, and of one that runs
// into the paragraph it stands over (（一）加强组织领导。各地要……).
const (
	maxHeading = 60
	maxRunIn   = 30
)

// A heading is a numbered heading found in a line.
type heading struct {
	start, end int // byte offsets in the line; start == end: the number heads a paragraph without a title
	marker     Marker
	number     string
	title      string
}

// An outline reads the headings of a text line by line. It knows the last
// number of each kind, which tells a heading inside a line from a reference
// (…。第三条规定…) and from an item of a list.
type outline struct {
	last [MarkerDigitParen + 1]int
}

// headings appends to dst the headings of a line whose sentences end at ends.
func (o *outline) headings(dst []heading, line string, ends []int) []heading {
	p := skipDecoration(line)
	dst = o.run(dst, line, p, ends, true)
	for k := 0; k+1 < len(ends); k++ {
		at := skipSpace(line, ends[k])
		if len(dst) > 0 && at < dst[len(dst)-1].end || at >= len(line) {
			continue
		}
		if !mayBeMarker(line[at:]) {
			continue
		}
		if prev := lastRune(strings.TrimRightFunc(line[:ends[k]], isSpace)); prev == '；' || prev == ';' {
			continue
		}
		dst = o.run(dst, line, at, ends[k+1:], false)
	}
	return dst
}

// run reads the heading at byte p and those fused to it (第一章总则第一条……).
func (o *outline) run(dst []heading, line string, p int, ends []int, atStart bool) []heading {
	for p < len(line) {
		m, v, n := parseMarker(line[p:])
		if n == 0 {
			break
		}
		h, ok := o.heading(line, p, m, v, n, ends, atStart)
		if !ok {
			break
		}
		o.accept(m, v)
		dst = append(dst, h)
		atStart = true // what follows stands where a line's text could
		if h.end == h.start {
			break
		}
		p = h.end
	}
	return dst
}

func (o *outline) accept(m Marker, v int) {
	o.last[m] = v
	clear(o.last[m+1:])
}

// heading decides whether the marker m of value v and n bytes at line[p:]
// starts a heading, and how far the heading reaches.
func (o *outline) heading(line string, p int, m Marker, v, n int, ends []int, atStart bool) (heading, bool) {
	h := heading{start: p, marker: m, number: strings.TrimSpace(line[p : p+n])}
	rest := line[p+n:]
	follows := v == o.last[m]+1
	switch {
	case m == MarkerArticle:
		if !o.isArticle(rest, v, follows, atStart) {
			return h, false
		}
		k := bracketTitle(rest)
		h.title = strings.Trim(trimSpace(rest[:k]), "【】〔〕[]（）()")
		h.end = p + n + skipSpace(rest, k)
		return h, h.end < len(line) || h.title != "" || atStart
	case m < MarkerArticle:
		if !atStart && !follows || startsWithAny(rest, "的", "规定", "第") {
			return h, false
		}
		stop := nextOrdinal(rest, m, v)
		if t := trimSpace(rest[:stop]); len(t) == 0 || isTitleText(t, maxHeading) {
			h.title, h.end = t, p+n+stop
			return h, true
		}
	case !atStart && !follows:
		return h, false
	}
	return o.numbered(h, line, p+n, v, ends, follows, atStart)
}

// numbered finds the extent of a heading 一、 （一） 1. or （1） whose text
// starts at byte i.
func (o *outline) numbered(h heading, line string, i, v int, ends []int, follows, atStart bool) (heading, bool) {
	rest := line[i:]
	text := trimSpace(rest)
	if text == "" {
		return h, false
	}
	if k := firstSubheading(rest, h.marker); k > 0 && isTitleText(trimSpace(rest[:k]), maxRunIn) {
		h.title, h.end = trimSpace(rest[:k]), i+k
		return h, true
	}
	if (atStart || follows) && isTitleText(text, maxHeading) {
		if h.marker > MarkerHan && isIndicator(text) {
			return h, false
		}
		h.title, h.end = strings.TrimRight(text, "：:"), len(line)
		return h, true
	}
	if o.last[MarkerArticle] > 0 && o.last[MarkerHan] == 0 && h.marker != MarkerHan {
		return h, false // an item of an article: （一）材料不全的；
	}
	if k := standardTitle(rest); k > 0 && follows {
		h.title, h.end = trimSpace(rest[:k]), i+k
		return h, true
	}
	if k := fusedTitle(rest); k > 0 {
		h.title, h.end = trimSpace(rest[:k]), i+k
		return h, true
	}
	first := ends[0]
	for _, e := range ends {
		if first = e; e > i {
			break
		}
	}
	sentence := trimSpace(line[i:first])
	more := first < len(line) && trimSpace(line[first:]) != ""
	commas := strings.Count(sentence, "，") + strings.Count(sentence, ",")
	if runeCount(sentence) <= maxRunIn && !strings.ContainsRune("；;，,、", lastRune(sentence)) &&
		(more || atStart && commas <= 1 && (h.marker == MarkerHan || follows)) {
		h.title, h.end = strings.TrimRight(sentence, "。：:"), first
		return h, true
	}
	h.end = h.start
	return h, h.marker == MarkerHan && (follows || v == 1)
}

// isArticle tells 第三条 as the start of an article from a reference to one.
func (o *outline) isArticle(rest string, v int, follows, atStart bool) bool {
	if startsWithAny(rest, "的", "规定", "所列", "第", "、", "至", "和", "或", "及", "，", ",", "。", "；", "）", ")", "》") {
		return false
	}
	if follows {
		return true
	}
	r := firstRune(rest)
	return atStart && (v == 1 || o.last[MarkerArticle] == 0 || r != 0 && isSpace(r))
}

// bracketTitle returns the length of a title in brackets at the start of rest:
// 第一条【目的】为了…….
func bracketTitle(rest string) int {
	i := skipBlank(rest, 0)
	open := firstRune(rest[i:])
	if open == '“' || isQuote(open) || open == '《' || closerOf(open) == 0 {
		return 0
	}
	want := closerOf(open)
	for k, r := range rest[i:] {
		if canonicalCloser(r) == want && runeCount(rest[i:i+k]) <= 16 {
			return i + k + utf8.RuneLen(r)
		}
		if k > 64 {
			break
		}
	}
	return 0
}

// nextOrdinal returns the offset of the next 第X章, 第X节 or 第X条 in the text of
// a heading (m, v) that can follow it: one that is nested in it, the next of
// its kind, or one of a higher kind. It returns len(s) where there is none.
func nextOrdinal(s string, m Marker, v int) int {
	near := s[:min(len(s), maxHeading*utf8.UTFMax)] // a heading is not longer
	for from := 0; ; {
		k := strings.Index(near[from:], "第")
		if k < 0 {
			return len(s)
		}
		k += from
		m2, v2, n := parseMarker(s[k:])
		if n > 0 && m2 <= MarkerArticle && (m2 > m && v2 >= 1 || m2 == m && v2 == v+1 || m2 < m) &&
			!startsWithAny(s[k+n:], "的", "规定", "、", "和", "至") {
			return k
		}
		from = k + len("第")
	}
}

// isTitleText reports whether s, the text of a line, can be a heading: short,
// without a final mark or one inside it.
func isTitleText(s string, longest int) bool {
	if len(s) > longest*utf8.UTFMax || runeCount(s) > longest {
		return false
	}
	return !containsAny(s, "。", "；", "！", "？", ";", "!", "?") && !strings.ContainsRune("，,、", lastRune(s))
}

// firstSubheading returns the offset of the first （一） in the text of a heading
// 一、 that the heading below runs into, 0 where there is none.
func firstSubheading(rest string, m Marker) int {
	if m != MarkerHan {
		return 0
	}
	rest = rest[:min(len(rest), maxHeading*utf8.UTFMax)]
	return max(0, strings.Index(rest, "（一）"), strings.Index(rest, "(一)"))
}

// isIndicator reports a line of figures, which no heading is: （1）森林覆盖率：2027年60%，2030年65%.
func isIndicator(s string) bool {
	return strings.ContainsAny(s, "，,") && strings.ContainsFunc(s, isDigit)
}

// standardTitles are headings that stand in thousands of documents. They are
// known even where the text that follows is fused to them: 一、总体要求坚持……
var standardTitles = []string{
	"总体要求", "指导思想", "基本原则", "总体思路", "总体目标", "主要目标", "工作目标", "发展目标",
	"重点任务", "主要任务", "重点工作", "工作任务", "工作要求", "工作措施", "主要措施", "保障措施",
	"组织保障", "组织领导", "组织实施", "实施步骤",
}

// standardTitle returns the length of a standard heading that running text is
// fused to, 0 where rest does not start with one or the sentence is about it
// (总体要求是……).
func standardTitle(rest string) int {
	i := skipSpace(rest, 0)
	for _, t := range standardTitles {
		if strings.HasPrefix(rest[i:], t) {
			i += len(t)
			if strings.ContainsRune("是的为和与及，、：:,", firstRune(rest[i:])) || i == len(rest) {
				return 0
			}
			return skipSpace(rest, i)
		}
	}
	return 0
}

// fusedTitle returns where the title at the start of rest ends, if a blank
// parts it from running text: 一、总体要求　以新发展理念为引领，……. The blank is the
// last one before the first mark of punctuation.
func fusedTitle(rest string) int {
	i := skipSpace(rest, 0)
	gap := 0
	prev := rune(0)
	for k, r := range rest[i:] {
		if isSpace(r) {
			if j := skipSpace(rest, i+k); (isHan(prev) || isCloser(prev)) && j < len(rest) {
				if next := firstRune(rest[j:]); !isLatin(next) && !isDigit(next) {
					gap = j
				}
			}
		} else if strings.ContainsRune("，,。；;：:！？!?、", r) {
			break
		} else if k > 3*maxHeading {
			break
		}
		prev = r
	}
	if gap > 0 && runeCount(trimSpace(rest[:gap])) < 2 {
		return 0
	}
	return gap
}

// skipDecoration skips space and Markdown's heading marks at the start of a line.
func skipDecoration(line string) int {
	i := skipSpace(line, 0)
	j := i
	for j < len(line) && line[j] == '#' {
		j++
	}
	if j > i && j-i <= 6 && j < len(line) && line[j] == ' ' {
		return skipSpace(line, j)
	}
	return i
}

func startsWithAny(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// containsAny reports whether s contains one of a few parts, in less time than
// strings.ContainsAny takes, which decodes s.
func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
