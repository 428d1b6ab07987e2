package keywords

import (
	"strings"
	"unicode/utf8"
)

// quotedKind decides whether characters i to j, which are quoted, are a slogan
// that begins with a numeral.
func (d *detector) quotedKind(i, j int) (NumeralKind, bool) {
	var room [maxSloganRunes]rune
	r := room[:0]
	for _, c := range d.r[i:j] {
		if c == ' ' || c == '“' || c == '”' {
			continue
		}
		if len(r) == maxSloganRunes || notInSlogans.has(c) {
			return 0, false
		}
		r = append(r, c)
	}
	n := len(r)
	if n < 2 || r[n-1] == '、' || r[n-1] == '，' {
		return 0, false
	}
	if _, ok := d.glossary.find(formKey(string(r))); ok {
		return NumeralSlogan, true
	}
	if isDigit(r[0]) {
		return NumeralCode, isCode(string(r)) && !d.dialled(j)
	}
	if fixedWords.begins(r) || d.isIdiom(i, j) {
		return 0, false
	}
	if countsMembers(r) {
		return NumeralSlogan, true
	}
	if d.r[i+1] == '级' && n > 3 { // 省市县乡村“五级联动”, but not any “三级医院”
		l, ok := d.leftList(i, numeralValue(d.r[i]))
		return NumeralSlogan, ok && l.rule == "levels"
	}
	return 0, false
}

// notInSlogans are marks that no slogan has in it.
var notInSlogans = runesOf("。；：！？…—·《》[]（）%/-~.")

// isIdiom reports whether the dictionary has characters i to j as a set phrase
// (tag i).
func (d *detector) isIdiom(i, j int) bool {
	tag := d.tag(i)
	return tag == "i" && j-i > 3 && d.tokenEnd(i, j) == j
}

// dialled reports whether what follows the quotation makes a number one to call.
func (d *detector) dialled(j int) bool {
	for _, w := range []string{"热线", "专线", "电话", "便民", "举报", "平台"} {
		if d.hasPrefix(j+1, len(d.r), w) {
			return true
		}
	}
	return false
}

func hasPrefixOf(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// isCode reports a code of digits: 1+5+N, 2+3云谷工程, 13579, 135X. Years and
// numbers to dial are none.
func isCode(s string) bool {
	if hotlines[s] {
		return false
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	rest := s[digits:]
	if digits >= 3 && digits <= 7 && (rest == "" || rest == "N" || rest == "X" || rest == "Y") {
		year := digits == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
		service := digits >= 5 && (strings.HasPrefix(s, "95") || strings.HasPrefix(s, "96") || strings.HasPrefix(s, "123"))
		return !(year && rest == "") && !service && s[0] != '0'
	}
	terms := 1
	for digits <= 2 && rest != "" {
		_, n := utf8.DecodeRuneInString(rest)
		if !strings.Contains("+×xX", rest[:n]) {
			break
		}
		rest = rest[n:]
		m := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		if m == 0 && (strings.HasPrefix(rest, "N") || strings.HasPrefix(rest, "X") || strings.HasPrefix(rest, "n") || strings.HasPrefix(rest, "Y")) {
			m = 1
		}
		if m == 0 {
			return false
		}
		rest = rest[m:]
		terms++
	}
	if terms < 2 || strings.HasPrefix(rest, "小时") || hasPrefixOf(rest, notAfter) || utf8.RuneCountInString(rest) > 4 {
		return false
	}
	for _, r := range rest {
		if !isHan(r) {
			return false
		}
	}
	return true
}

// isSlogan reports whether a quotation counts members: by its first numeral
// (四个全面), by several (三去一降一补), or by one at the third place of four
// (开门五红).
func isSlogan(s string) bool { return countsMembers([]rune(s)) }

// countsMembers is isSlogan for characters.
func countsMembers(r []rune) bool {
	numerals, adjacent, letters := 0, false, 0
	for i, c := range r {
		if numeralValue(c) > 0 {
			numerals++
			adjacent = adjacent || i > 0 && numeralValue(r[i-1]) > 0
		} else if c < 0x80 && c != '+' {
			letters++
		}
	}
	if numerals == len(r) || letters > 4 {
		return false
	}
	compound := numerals > 1 && !adjacent
	switch c := r[0]; {
	case strings.ContainsRune("十百千万", c) && len(r) > 1 && strings.ContainsRune("百千万", r[1]):
		return (c != '千' || r[1] == '万') && len(r) > 2 // 百千万工程, 千万工程, 十百千
	case strings.ContainsRune("百千万", c):
		large := 0
		for _, c := range r {
			if c == '百' || c == '千' || c == '万' {
				large++
			}
		}
		return large > 2 // 百村千户万人
	case c == '一':
		return numerals > 1 && isCompoundOfOne(r)
	case c == '双':
		return compound || !hasPrefixOf(string(r[1:]), notDouble)
	case isCounting(c):
		return isCounted(r, compound)
	}
	return len(r) == 4 && numerals == 1 && numeralValue(r[2]) > 2 && isHan(r[0]) && isHan(r[1]) && !isNumeralRune(r[0]) && !isNumeralRune(r[1]) &&
		!hasPrefixOf(string(r[3:]), notAfter) && !classifierRunes.has(r[3]) && r[1] != '第'
}

// isCounted judges what begins with a numeral from 二 to 十.
func isCounted(r []rune, compound bool) bool {
	rest := string(r[1:])
	if numeralValue(r[1]) > 0 && (r[0] == '十' || r[1] == '十') {
		return false // a number above ten: 十二大, 二十条
	}
	if isPlan(r) || hasPrefixOf(string(r), days) || strings.HasSuffix(rest, "普") {
		return false
	}
	if len(r) == 2 && classifiers[rest] || isHan(r[1]) && len(r) == 2 && genericNouns[rest] {
		return false // 三个, 两县
	}
	if hasPrefixOf(rest, times) {
		return false
	}
	if !compound && placeNames.begins(r) {
		return false
	}
	return compound || !hasPrefixOf(rest, notAfter)
}

// isPlan reports the name of a five-year plan: 六五, 十五规划.
func isPlan(r []rune) bool {
	if len(r) < 2 || r[1] != '五' {
		return false
	}
	rest := string(r[2:])
	return rest == "" || strings.Contains("规划 计划 时期 期间 普法 以来 末 初 冬 发展", rest)
}

// isCompoundOfOne judges what begins with 一 and has another numeral: 一带一路,
// 一核两翼. What is said of each (一县一策) is no slogan of members.
func isCompoundOfOne(r []rune) bool {
	next := 1
	for next < len(r) && numeralValue(r[next]) == 0 {
		next++
	}
	gap := string(r[1:next])
	gap = strings.TrimRight(gap, "、，")
	if n := utf8.RuneCountInString(gap); n < 1 || n > 4 || len(r) < 4 || next == len(r)-1 && r[next] == '一' {
		return false
	}
	if hasPrefixOf(gap, times) || hasPrefixOf(gap, grades) || strings.HasPrefix(gap, "又") || strings.HasPrefix(gap, "切") {
		return false
	}
	if r[next] != '一' || strings.ContainsAny(string(r[next+1:]), "二两三四五六七八九十") {
		return true
	}
	if n := strings.Count(string(r), "一"); n > 2 { // 一会一办一平台; not 一村一图、一户一码
		return n == 3 && len(r) <= 14
	}
	if r[next-1] == '、' || r[next-1] == '，' {
		return next <= 4 && len(r)-next <= 3 // 一单、一图; not 一站受理、一链解决
	}
	return !numeralClasses["unit"][gap] && !numeralClasses["each"][string(r[next+1:])]
}
