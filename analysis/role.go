package analysis

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxShortLine is the length in bytes above which a line is running text: the
// 150 characters of the longest list of recipients, all of three bytes, and
// some.
const maxShortLine = 500

// lineRoles decides what each line of a text is. Lines with a numbered heading
// are RoleBody here: the outline decides about them. It returns the title too,
// "" where it finds none. want is the title the caller gave, if any.
// found says which lines are furniture; a title that stands above the text again
// is made so too.
func lineRoles(text string, lines []Span, want string, wrapped bool, found []guess) (roles []Role, title string) {
	roles = make([]Role, len(lines))
	body := false // a line of running text was seen
	for i, l := range lines {
		if found[i].kind != 0 {
			roles[i] = RoleFurniture
			continue
		}
		s := trimSpace(text[l.Start:l.End])
		if len(s) > maxShortLine {
			body = true
			continue
		}
		plain := s[skipDecoration(s):]
		switch {
		case s == "":
			roles[i] = RoleBlank
		case title != "" && !body && want == "" && sameLine(plain, title):
			roles[i], found[i] = RoleFurniture, guess{kind: FurnitureRepeat, sure: true}
		case isSalutation(plain):
			roles[i] = RoleSalutation
			body = true
		case want != "" && sameLine(plain, want):
			roles[i] = RoleTitle
			if title == "" {
				title = want
			} else if !body {
				roles[i], found[i] = RoleFurniture, guess{kind: FurnitureRepeat, sure: true}
			}
		case hasMarker(plain) || wrapped || !isHeadingLine(plain):
			body = true
		case title == "" && want == "" && !body && isTitleLine(plain):
			roles[i], title = RoleTitle, plain
		default:
			roles[i] = RoleHeading
		}
	}
	if !body { // headings alone: take them for what the text has to say
		for i, r := range roles {
			if r == RoleHeading || r == RoleTitle && want == "" {
				roles[i] = RoleBody
			}
		}
		title = ""
	}
	if want != "" {
		title = want
	}
	return roles, title
}

// speechTitle returns the length of the title that a text of one line begins
// with, and that of what belongs to it, 0 where there is none:
// 在……座谈会上的讲话（2018年2月12日）同志们…….
func speechTitle(line string) (title, end int) {
	head := line[:min(len(line), 4*maxHeading*3)]
	for _, genre := range []string{"讲话", "致辞", "演讲", "发言", "贺词", "报告"} {
		i := strings.Index(head, genre)
		if i < 0 || strings.ContainsAny(head[:i], "。；！？") {
			continue
		}
		i += len(genre)
		if r := firstRune(head[i:]); r != '（' && r != '(' {
			continue
		}
		if k := strings.IndexAny(head[i:], "）)"); k > 0 && strings.ContainsFunc(head[i:i+k], isDigit) {
			return i, i + k + utf8.RuneLen(firstRune(head[i+k:]))
		}
	}
	return 0, 0
}

// isHardWrapped reports whether lines break inside sentences at a fixed width,
// as in text from a PDF or an e-mail: then a line without a final mark is no
// heading. It takes most longer lines to be open, and most of the open ones to
// be about as long as their median.
func isHardWrapped(text string, lines []Span) bool {
	long := 0
	var open []int // lengths of the lines without a final mark
	for _, l := range lines {
		s := trimSpace(text[l.Start:l.End])
		if len(s) > maxShortLine {
			long++
			continue
		}
		if len(s) < 60 || hasMarker(s) { // of 20 characters
			continue
		}
		long++
		if !endsLine(s) {
			open = append(open, runeCount(s))
		}
	}
	if len(open) < 4 || 2*len(open) <= long {
		return false
	}
	slices.Sort(open)
	median, near := open[len(open)/2], 0
	for _, n := range open {
		if n >= median-2 && n <= median+2 {
			near++
		}
	}
	return 3*near > 2*len(open)
}

// endsLine reports whether s ends as running text ends.
func endsLine(s string) bool {
	switch lastRune(s) {
	case '。', '；', '！', '？', ';', '!', '?', '，', ',', '、', '：', ':', '”', '…':
		return true
	}
	return false
}

func hasMarker(s string) bool {
	_, _, n := parseMarker(s)
	return n > 0
}

// isHeadingLine reports whether a line without a number can be a heading, a
// date line or a signature: short and without a final mark. The names of
// documents may be longer.
func isHeadingLine(s string) bool {
	if endsLine(s) {
		return false
	}
	n := runeCount(s)
	if n > 90 || containsAny(s, "。", "；", "！", "？") {
		return false
	}
	if n <= 40 {
		return true
	}
	if strings.Contains(s, "报告") && strings.Contains(s, "会议上") {
		return true // 政府工作报告——……会议上 国务院总理……
	}
	return namesDocument(s) || strings.HasSuffix(s, "会议上") || strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")")
}

// namesDocument reports whether s ends as the names of documents do.
func namesDocument(s string) bool {
	for _, genre := range []string{"通知", "意见", "办法", "决定", "规划", "纲要", "建议", "方案", "报告", "条例", "规定", "讲话", "公告", "细则", "措施"} {
		if strings.HasSuffix(s, genre) {
			return true
		}
	}
	return false
}

// isTitleLine reports whether a heading line can be the document's title.
func isTitleLine(s string) bool {
	r := firstRune(s)
	n := runeCount(s)
	if n < 5 || strings.ContainsRune("（(【[—－-<·", r) || strings.ContainsAny(s, "|｜") {
		return false
	}
	if n <= 16 && !namesDocument(s) {
		for _, office := range []string{"总理", "省长", "市长", "主席", "书记", "主任", "部长", "局长", "县长", "区长", "委员长", "院长"} {
			if strings.Contains(s, office) {
				return false // the speaker: 国务院总理 张三
			}
		}
	}
	han := 0
	for _, r := range s {
		if isHan(r) {
			han++
		}
	}
	return han >= 4
}

func sameLine(s, title string) bool {
	drop := func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return halfWidth(r)
	}
	return strings.Map(drop, s) == strings.Map(drop, title)
}

// isSalutation reports a line that addresses the audience (各位代表：) or the
// recipients of a notice (各市、县人民政府，省政府各部门：).
func isSalutation(s string) bool {
	if !strings.ContainsRune("：:！!", lastRune(s)) || containsAny(s, "。", "；", ";", "？") {
		return false
	}
	n := runeCount(s)
	if n > 150 {
		return false
	}
	if startsWithAny(s, "各位", "同志们", "朋友们", "女士们", "先生们", "尊敬的", "亲爱的", "老师们", "同学们", "乡亲们", "父老乡亲", "主席先生") {
		return n <= 60 || strings.HasPrefix(s, "尊敬的")
	}
	if r := lastRune(s); !strings.HasPrefix(s, "各") || r != '：' && r != ':' {
		return false
	}
	for _, body := range []string{"政府", "部门", "机构", "单位", "委员会", "厅", "局", "党委", "企业", "办公室", "院校", "银行"} {
		if strings.Contains(s, body) {
			return true
		}
	}
	return false
}
