package keywords

import "strings"

// How far, in characters, a definition reaches behind its slogan, and a list
// whose members are paragraphs.
const (
	maxRight      = 420
	maxParagraphs = 9000
	maxGap        = 12 // between the slogan and what introduces its members: “三公”经费是指
)

// cues introduce the members behind a slogan, longer ones first.
var cues = []string{"主要包括", "具体包括", "指的是", "分别是", "分别为", "就是指", "就是", "即是", "是指", "包括", "——", "即", "指"}

var cueHeads = headsOf(cues)

// definition returns where the members begin that are named behind the slogan
// m: behind the mark or word that introduces them. A colon alone, which may
// introduce something else, is not strong.
func (v *reading) definition(m mention) (from int, strong, ok bool) {
	k := m.end
	if k < len(v.r) && (v.r[k] == '”' || v.r[k] == '“') {
		k++
	}
	k = v.skipNote(k)
	gap := 0
	if m.quoted || v.lineStarts(m.start) {
		gap = maxGap
	}
	for g := 0; g <= gap && k < len(v.r); g++ {
		r := v.r[k]
		if to, sure := v.cue(k); to > 0 {
			return to, sure, true
		}
		if r == '，' {
			to, sure := v.cue(k + 1)
			return to, true, sure
		}
		if r == '（' && g == 0 {
			if to, sure := v.cue(k + 1); to > 0 {
				return to, sure, true
			}
			if v.closing(k, min(len(v.r), k+120)) > 0 {
				return k + 1, false, true
			}
			return 0, false, false
		}
		if strings.ContainsRune("。；！？\n、“”（）", r) {
			return 0, false, false
		}
		k++
		if k < len(v.r) && v.r[k-1] != '[' {
			k = v.skipNote(k)
		}
	}
	return 0, false, false
}

// lineStarts reports whether only a number or brackets stand before i in its
// line.
func (v *reading) lineStarts(i int) bool {
	for k := i - 1; k >= 0 && i-k < 8; k-- {
		if v.r[k] == '\n' {
			return true
		}
		if isHan(v.r[k]) {
			return false
		}
	}
	return i < 8
}

// skipNote skips the number of a footnote: [12].
func (v *reading) skipNote(k int) int {
	if k < len(v.r) && v.r[k] == '[' {
		for j := k + 1; j < min(len(v.r), k+5); j++ {
			if v.r[j] == ']' {
				return j + 1
			}
			if !isDigit(v.r[j]) {
				break
			}
		}
	}
	return k
}

// cue returns where the text goes on behind a cue at k: a word, a colon, a
// colon and a word. It returns 0 where there is none. A colon alone is sure only
// at the end of a line.
func (v *reading) cue(k int) (to int, sure bool) {
	at := k
	k = v.cueWord(k)
	sure = k > at
	if k < len(v.r) && (v.r[k] == '：' || sure && v.r[k] == '，' && k+1 < len(v.r) && v.r[k+1] == '一') {
		k++
	}
	if k == at {
		return 0, false
	}
	if k < len(v.r) && v.r[k] == '\n' {
		k++
		sure = true // an entry of a list of terms
	}
	to = v.cueWord(k) // “三网”融合：是指
	if sure = sure || to > k; to >= len(v.r) {
		return 0, false
	}
	return to, sure
}

// cueWord returns the end of the cue at k, or k.
func (v *reading) cueWord(k int) int {
	if k >= len(v.r) || !cueHeads.has(v.r[k]) {
		return k // as most
	}
	for _, c := range cues {
		if v.hasPrefix(k, len(v.r), c) {
			return k + len([]rune(c))
		}
	}
	return k
}

// sentenceEnd returns where the sentence that contains i ends: at 。！？, the
// end of its line, or the bracket that closes around it.
func (v *reading) sentenceEnd(i, limit int) int {
	for k := i; k < limit; k++ {
		switch r := v.r[k]; {
		case isOpening(r):
			if to := v.closing(k, limit); to > 0 {
				k = to
			}
		case endsSentence(r) || r == '）':
			return k
		}
	}
	return limit
}

// right reads the members behind the slogan m.
func (v *reading) right(m mention, counts []int, shared string) (listing, bool) {
	if l, ok := v.entryGroup(m, counts); ok {
		return l, true
	}
	from, strong, ok := v.definition(m)
	if !ok {
		return listing{}, false
	}
	if l, ok := v.counted(from, counts); ok {
		return l, true
	}
	limit := min(len(v.r), from+maxRight)
	for line := from; ; { // the first sentence, then what follows 包括 in the paragraph
		end := v.sentenceEnd(from, limit)
		if l, ok := v.body(from, end, counts, strong); ok {
			return l, true
		}
		next := 0
		for k := from + 1; k < limit && v.r[k] != '\n' && next == 0; k++ {
			for _, c := range []string{"主要包括", "包括", "分别是", "分别为", "即"} {
				if v.hasPrefix(k, limit, c) && v.border(k) {
					next = k + len([]rune(c))
					break
				}
			}
		}
		if next == 0 || next-line > maxRight {
			break
		}
		strong = true
		if from = next; from < limit && v.r[from] == '：' {
			from++
		}
	}
	return v.headed(m.end, counts, shared)
}

// body reads characters i to j, a sentence, as a list. A pair that only a
// colon introduces (not strong) must be of members that are alike.
func (v *reading) body(i, j int, counts []int, strong bool) (listing, bool) {
	if i >= j {
		return listing{}, false
	}
	clause := i
	for clause < j && v.r[clause] != '，' && v.r[clause] != '；' {
		if isOpening(v.r[clause]) {
			if to := v.closing(clause, j); to > 0 {
				clause = to
			}
		}
		clause++
	}
	for _, n := range counts {
		for _, way := range []struct {
			end        int
			separators string
		}{{j, "；"}, {clause, "、"}, {j, "，"}, {j, "、，"}, {j, "；，"}} {
			if m := v.list(i, way.end, n, way.separators); m != nil && n > 1 && v.evenly(m) && (strong || n > 2 || v.parallel(m, false)) {
				if way.separators == "；" {
					m = v.headlines(m)
				}
				m = v.borders(m, m[0].start, m[n-1].end, 3*cutClause, 2.5*cutClause)
				return listing{members: m, rule: "definition", strength: fromStatement}, true
			}
		}
		// N members that begin alike, and more behind them: 定任务，定专业，并且……
		parts := v.split(i, j, "，；")
		if len(parts) > n && n > 2 {
			m := make([]item, n)
			for k := range m {
				m[k] = v.trim(parts[k])
			}
			if next := v.trim(parts[n]); m[0].len() > 0 && next.len() > 0 && v.alikeHeads(m) && v.r[next.start] != v.r[m[0].start] {
				return listing{members: m, rule: "definition of members that begin alike", strength: fromList}, true
			}
		}
	}
	return listing{}, false
}

// headlines cuts members that all have several clauses down to the first:
// 确保A，……；确保B，…….
func (v *reading) headlines(m []item) []item {
	out := make([]item, len(m))
	for k, x := range m {
		parts := v.split(x.start, x.end, "，")
		if out[k] = v.trim(parts[0]); len(parts) < 2 || out[k].len() < 2 {
			return m
		}
	}
	return out
}

func (v *reading) alikeHeads(m []item) bool {
	for _, x := range m {
		if x.len() < 2 || v.r[x.start] != v.r[m[0].start] {
			return false
		}
	}
	return true
}

// evenly leaves out what is hardly a list: members of very uneven length.
func (v *reading) evenly(m []item) bool {
	shortest, longest := 1<<30, 0
	for _, x := range m {
		shortest, longest = min(shortest, x.len()), max(longest, x.len())
	}
	return longest <= 45 && !(longest > 15 && longest > 4*shortest)
}

// counted reads members that are counted: 一是……；二是……, 第一，…… or （一）…….
func (v *reading) counted(from int, counts []int) (listing, bool) {
	const numerals = "一二三四五六七八九十"
	for _, style := range [][2]string{{"", "是"}, {"第", "，"}, {"（", "）"}, {"", "、"}} {
		var m []item
		k := from
		for i, r := range []rune(numerals) {
			mark := style[0] + string(r) + style[1]
			reach := 600
			if i == 0 {
				reach = 4
			}
			at := -1
			for j := k; j < min(len(v.r), k+reach); j++ {
				if v.hasPrefix(j, len(v.r), mark) && (i == 0 || strings.ContainsRune("。；，\n：", v.r[j-1])) {
					at = j + len([]rune(mark))
					break
				}
			}
			if at < 0 {
				break
			}
			end := at
			for end < len(v.r) && end-at < 45 && !strings.ContainsRune("，。；：\n", v.r[end]) {
				end++
			}
			m = append(m, v.trim(item{at, end}))
			k = at
		}
		for _, n := range counts {
			if len(m) == n && n > 1 && v.evenlyLong(m) {
				return listing{members: m, rule: "counted members", strength: fromList}, true
			}
		}
	}
	return listing{}, false
}

func (v *reading) evenlyLong(m []item) bool {
	for _, x := range m {
		if x.len() < 1 || x.len() > 45 {
			return false
		}
	}
	return true
}

// entryGroup reads the entry of several terms, 两个基地、两个枢纽：A和B，C和D, where
// a clause explains each.
func (v *reading) entryGroup(m mention, counts []int) (listing, bool) {
	low, end := m.start, m.end
	for low > 0 && m.start-low < 60 && v.r[low-1] != '\n' {
		low--
	}
	for end < len(v.r) && end-m.end < 60 && v.r[end] != '\n' && v.r[end] != '：' {
		end++
	}
	if end >= len(v.r) || v.r[end] != '：' {
		return listing{}, false
	}
	terms := v.split(low, end, "、")
	which := -1
	for k, t := range terms {
		if k == 0 {
			for t.start < t.end && strings.ContainsRune("[]0123456789. ", v.r[t.start]) {
				t.start++ // its number
			}
		}
		if t = v.trim(t); t.len() < 2 || t.len() > maxSloganRunes || !isCounting(v.r[t.start]) {
			return listing{}, false
		}
		if t.start == m.start {
			which = k
		}
	}
	from := end + 1
	if from < len(v.r) && v.r[from] == '\n' {
		from++
	}
	clauses := v.split(from, v.sentenceEnd(from, min(len(v.r), from+maxRight)), "，；")
	if which < 0 || len(terms) < 2 || len(clauses) != len(terms) {
		return listing{}, false
	}
	c := clauses[which]
	for _, n := range counts {
		if l := v.list(c.start, c.end, n, "、"); l != nil {
			return listing{members: l, rule: "entry of several terms", strength: fromStatement}, true
		}
	}
	return listing{}, false
}
