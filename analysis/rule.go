package analysis

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A rule joins what a segmenter tears apart and every reader takes as one
// token. Rules are tried at the start of each word; the longest match wins,
// and of equally long ones the first. A match ends where a word does, or inside
// one that is a number, a time or a measure (万元, 日内) or that no dictionary has
// (the 大后 of 十九大后): all other words stay whole.
type rule struct {
	name     string
	kind     Kind
	tag      string
	patterns []string
	match    func(text string, start int) int // beside the patterns: the end of the match, or start
	starts   start                            // what match can start with
	names    name                             // what the match is the name of

	// back says how many of the tokens before the match belong to it; a match
	// that needs some and finds none is no match.
	back func(text string, before []Token) int
}

// A name is what a rule finds the names of, for the lists of a Document.
type name uint8

const (
	nothing   name = iota
	aSession       // for Document.Sessions
	aDocument      // for Document.Numbers
)

var rules = [...]rule{
	{name: "five-year plan", kind: KindWord, tag: "nz", patterns: []string{"十O五"}},
	{name: "quoted five-year plan", kind: KindWord, tag: "nz", match: matchQuotedPlan, starts: startNumeral},
	{name: "date", kind: KindNumber, tag: "t", patterns: []string{
		"F年D月D日", "F年D月", "F年", "FT" + "F年", "D月D日", "D月", "D月份", "D日", "DT" + "D月", "D年代",
		"F-D-D", "F/D/D", "F.D.D", "Y年", "Y年H月", "Y年H月H日", "H月H日", "H年代",
	}},
	{name: "time of day", kind: KindNumber, tag: "t", patterns: []string{"D:D", "D:D:D", "D时D分"}},
	{name: "percentage", kind: KindNumber, tag: "m", patterns: []string{
		"N%", "N‰", "NTN%", "N个百分点", "百分之H", "百分之H点H", "H个百分点", "H点H个百分点",
	}},
	{name: "number", kind: KindNumber, tag: "m", patterns: []string{"N", "NU"}},
	{name: "Han number", kind: KindNumber, tag: "m", patterns: []string{"H", "H点H"}},
	{name: "code", kind: KindNumber, tag: "m", match: matchCode, starts: startDigit},
	{name: "session", kind: KindWord, tag: "nz", names: aSession, patterns: []string{
		"H届H中全会", "H届H次全会", "H届H次全体会议", "H届H次会议", "D届H次全会",
		"H届全国人大", "H届全国人大H次会议", "H届全国政协H次会议",
	}},
	{name: "party congress", kind: KindWord, tag: "nz", names: aSession, match: matchCongress, starts: startNumeral},
	{name: "letters and digits", kind: KindLatin, tag: "eng", match: matchAlphanumeric, starts: startLatin | startDigit},
	{name: "web address", kind: KindLatin, tag: "xu", match: matchURL, starts: startLatin},
	{name: "word and plus", kind: KindWord, tag: "nz", match: matchPlus, starts: startMark, back: wordBeforePlus},
	{name: "document number", kind: KindWord, tag: "nz", names: aDocument, back: issuingBody, patterns: []string{
		"〔F〕BDB号", "[F]BDB号", "(F)BDB号", "【F】BDB号", "〔F〕B第DB号", "[F]B第DB号", "(F)B第DB号",
	}},
}

// A start is a class of the characters that a match can start with.
type start uint8

const (
	startDigit start = 1 << iota
	startNumeral
	startLatin
	startMark
)

// startOf returns the class of r, 0 where no rule can match.
func startOf(r rune) start {
	switch r {
	case '+', '＋', '〔', '[', '［', '(', '（', '【':
		return startMark
	}
	switch {
	case isDigit(r):
		return startDigit
	case isHanNumeral(r):
		return startNumeral
	case isLatin(r):
		return startLatin
	}
	return 0
}

// matchCode finds a code, 1+2+4+N, of up to maxParts parts.
func matchCode(text string, start int) int {
	i := start
	for parts := 0; ; parts++ {
		n := digitsLen(text[i:], 1, 3)
		if n == 0 {
			n = spanOf(text[i:], func(r rune) bool { return r == 'N' || r == 'X' || r == 'n' }, 1, 1)
		}
		if n == 0 || parts == maxParts {
			return start
		}
		i += n
		plus := (element{class: 'P'}).match(text[i:])
		if plus == 0 && parts == 0 {
			return start
		} else if plus == 0 {
			break
		}
		i += plus
	}
	if isLatin(firstRune(text[i:])) || strings.ContainsRune("+＋×", lastRune(text[:start])) { // inside a longer one
		return start
	}
	return i
}

// maxParts is the number of parts of the longest code.
const maxParts = 8

var congress = compile("十O大")

// matchCongress finds the short name of a party congress, 十八大 or 二十大, where
// the words around it say that it is one: 党的十八大, 二十大报告. 推进十三大工程 has
// none.
func matchCongress(text string, start int) int {
	rest := text[start:]
	if !strings.HasPrefix(rest, "二十大") && (!strings.HasPrefix(rest, "十") || congress.match(rest, 0) == 0) {
		return start
	}
	end := start + len("二十大")
	for _, before := range []string{"党的", "中共", "中国共产党", "“"} {
		if strings.HasSuffix(text[:start], before) {
			return end
		}
	}
	if startsWithAny(text[end:], "报告", "精神", "以来", "召开", "部署", "擘画", "闭幕", "代表", "”") {
		return end
	}
	return start
}

// matchQuotedPlan finds the plans up to the tenth, whose short names are plain
// numbers outside of quotation marks: “九五”, “十五”.
func matchQuotedPlan(text string, start int) int {
	if !strings.HasSuffix(text[:start], "“") {
		return start
	}
	for _, p := range []string{"一五”", "二五”", "三五”", "四五”", "五五”", "六五”", "七五”", "八五”", "九五”", "十五”"} {
		if strings.HasPrefix(text[start:], p) {
			return start + len("一五")
		}
	}
	return start
}

// matchAlphanumeric finds 5G, PM2.5, Wi-Fi, AT&T, COVID-19: Latin letters and
// digits with single joining marks between them.
func matchAlphanumeric(text string, start int) int {
	letters := false
	i := start
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case isLatin(r):
			letters = true
		case isDigit(r):
		case strings.ContainsRune(".-&/_’'", r) && i > start:
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if !isLatin(next) && !(isDigit(next) && letters) {
				return alphanumericEnd(start, i, letters)
			}
		default:
			return alphanumericEnd(start, i, letters)
		}
		i += n
	}
	return alphanumericEnd(start, i, letters)
}

func alphanumericEnd(start, i int, letters bool) int {
	if !letters {
		return start
	}
	return i
}

func matchURL(text string, start int) int {
	s := text[start:]
	if !startsWithAny(s, "http://", "https://", "www.") {
		return start
	}
	for i := range len(s) {
		if s[i] <= ' ' || s[i] >= utf8.RuneSelf || s[i] == '"' || s[i] == '<' || s[i] == '>' {
			return start + i
		}
	}
	return len(text)
}

// matchPlus finds the plus sign of 互联网+, but not that of a sum or a code.
func matchPlus(text string, start int) int {
	r, n := utf8.DecodeRuneInString(text[start:])
	if r != '+' && r != '＋' {
		return start
	}
	next, before := firstRune(text[start+n:]), lastRune(text[:start])
	if isDigit(next) || isLatin(next) || next == r || (isLatin(before) || isDigit(before)) && !isHan(next) && !isCloser(next) {
		return start
	}
	return start + n
}

// wordBeforePlus takes the word in front of a plus sign: 互联网, AI, 5G.
func wordBeforePlus(_ string, before []Token) int {
	if n := len(before); n > 0 && (before[n-1].Kind == KindWord || before[n-1].Kind == KindLatin) {
		return 1
	}
	return 0
}

// maxIssuingBody is the length in bytes of the longest short name of an issuing
// body in a document number: eight characters (国办发明电, 皖政办秘).
const maxIssuingBody = 8 * 3

// issuingBody takes the short name in front of 〔2016〕33号, back to the word
// that introduces it: a preposition, a particle, or a verb of two characters,
// which the dictionary may take for an adjective (落实国发〔2016〕33号).
func issuingBody(text string, before []Token) int {
	n, size := 0, 0
	for n < len(before) {
		t := before[len(before)-1-n]
		word := text[t.Start:t.End]
		size += len(word)
		if t.Kind != KindWord || size > maxIssuingBody || isIntroducer(word, t.Tag) {
			break
		}
		n++
	}
	return n
}

func isIntroducer(word, tag string) bool {
	switch {
	case tag == "":
		return false
	case strings.Contains("pcudr", tag[:1]):
		return true
	case tag[0] == 'v', tag[0] == 'a':
		return len(word) > len("办")
	}
	return slices.Contains([]string{"号", "原", "见", "按", "依"}, word)
}
