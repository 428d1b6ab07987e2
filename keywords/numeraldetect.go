package keywords

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The longest quotation, in characters, that is read as a slogan. The longest
// known are two with a comma, or a short one with 工程 behind it.
const maxSloganRunes = 14

// A mention is where a slogan stands in a reading, without quotation marks
// around it.
type mention struct {
	start, end int
	quoted     bool
}

// A sighting is one slogan of a document with all its mentions.
type sighting struct {
	key      string
	form     sloganForm
	kind     NumeralKind
	mentions []mention
	glossary int32 // index into the glossary, or -1
}

// A detector finds the slogans of a reading.
type detector struct {
	*reading
	glossary *Glossary
	found    []*sighting
	byKey    map[string]*sighting
	quoted   []mention // in text order
}

// formKey returns what is equal in all spellings of a slogan: 双随机、一公开 is
// 双随机一公开.
func formKey(s string) string {
	return strings.Map(func(r rune) rune {
		switch r = plainRune(r); r {
		case '“', '”', '"', '、', '，', ',', ' ', '\u3000', '\n', '\r', '\t', '\u00a0', '《', '》':
			return -1
		}
		return r
	}, s)
}

// detect finds what is quoted, and then what stands without quotation marks.
func (d *detector) detect() {
	next := 0
	for _, i := range d.hints {
		if i < next {
			continue
		}
		if end := d.quotation(i); end > i {
			next = end + 1
		}
	}
	own := d.own()
	i, quoted := 0, d.quoted // the rest of the text, and what is quoted there
	for _, k := range d.hints {
		for len(quoted) > 0 && max(i, quoted[0].start) <= k {
			i, quoted = max(i+1, quoted[0].end), quoted[1:]
		}
		if k >= i && d.r[k] != '“' && d.r[k] != '”' {
			i = max(k+1, d.unquoted(k, own))
		}
	}
	for _, s := range d.found {
		slices.SortStableFunc(s.mentions, func(a, b mention) int { return a.start - b.start })
	}
	slices.SortStableFunc(d.found, func(a, b *sighting) int { return a.mentions[0].start - b.mentions[0].start })
}

// own returns the slogans that the document quotes, and adds where they may begin
// to the hints.
func (d *detector) own() *trie {
	own := new(trie)
	var others runeSet // first characters that are no hints yet
	missing := false
	for i, s := range d.found {
		if s.kind == NumeralCode && utf8.RuneCountInString(s.key) <= 3 {
			continue
		}
		own.add(s.key, int32(i))
		if r, _ := utf8.DecodeRuneInString(s.key); !hintSet.has(r) && s.glossary < 0 {
			others.add(r)
			missing = true
		}
	}
	if missing { // 1+5+N, 开门五红
		d.hint(&others)
	}
	return own
}

// add notes a mention of characters i to j.
func (d *detector) add(i, j int, kind NumeralKind, quoted bool) {
	key := formKey(d.word(i, j))
	s := d.byKey[key]
	if s == nil {
		s = &sighting{key: key, form: sloganFormOf(key), kind: kind, glossary: -1}
		if g, ok := d.glossary.find(key); ok {
			s.glossary = g
			if s.kind == NumeralSet {
				s.kind = NumeralSlogan
			}
		}
		d.byKey[key] = s
		d.found = append(d.found, s)
	}
	if kind == NumeralSlogan && s.kind == NumeralSet {
		s.kind = kind
	}
	s.mentions = append(s.mentions, mention{i, j, quoted})
}

// quotation reads the quotation that opens at character i, or 三个“更加”, whose
// numeral stands there, and returns its end, 0 where there is no slogan.
func (d *detector) quotation(i int) int {
	switch r := d.r[i]; {
	case r == '“' || r == '”' && d.strayCloser(i):
		from := i + 1
		to := from
		for to < len(d.r) && to-from <= maxSloganRunes+2 && d.r[to] != '“' && d.r[to] != '”' && d.r[to] != '\n' {
			to++
		}
		if to >= len(d.r) || d.r[to] != '“' && d.r[to] != '”' {
			return 0
		}
		if d.r[to] == '“' { // “两个“毫不动摇”” as often as “三农“
			if end := d.nested(from); end > 0 {
				return end
			}
			if d.quotesInside(to) {
				return 0
			}
		}
		kind, ok := d.quotedKind(from, to)
		if !ok {
			return 0
		}
		d.quoted = append(d.quoted, mention{from, to, true})
		d.add(from, to, kind, true)
		return to
	case isCounting(r) && (i == 0 || !isNumeralRune(d.r[i-1]) && d.r[i-1] != '第'):
		return d.nested(i)
	}
	return 0
}

// quotesInside reports whether the opening mark at i begins a quotation, rather
// than closing one by a slip.
func (d *detector) quotesInside(i int) bool {
	for k := i + 1; k < min(len(d.r), i+40) && d.r[k] != '\n' && d.r[k] != '“'; k++ {
		if d.r[k] == '”' {
			return true
		}
	}
	return false
}

// nested reads 三个“更加” or 三张“负面”清单 from its numeral on: a numeral and its
// measure with a quotation behind them.
func (d *detector) nested(i int) int {
	if i+4 >= len(d.r) || !isCounting(d.r[i]) || d.r[i+2] != '“' || !classifierRunes.has(d.r[i+1]) || isDigit(d.r[i+3]) {
		return 0
	}
	to := i + 3
	for to < len(d.r) && to-i <= 10 && (isHan(d.r[to]) || d.r[to] == '+' || d.r[to] < 0x80 && d.r[to] > ' ') {
		to++
	}
	if to >= len(d.r) || d.r[to] != '”' || to == i+3 {
		return 0
	}
	if d.r[i+1] != '个' { // a list's item: 两项“强基”行动 is one only with its noun
		end := d.nounEnd(to+1, min(len(d.r), to+7))
		if end == to+1 || !d.isEntry(i, end) {
			return 0
		}
		to = end - 1
	}
	d.quoted = append(d.quoted, mention{i, to + 1, true})
	d.add(i, to+1, NumeralSlogan, true)
	return to
}

// strayCloser reports whether the closing mark at i opens a quotation, by a
// slip: nothing in its line is open before it, and another closing mark
// follows shortly.
func (d *detector) strayCloser(i int) bool {
	for k := i - 1; k >= max(0, i-200) && d.r[k] != '\n'; k-- {
		switch d.r[k] {
		case '“':
			return false
		case '”':
			k = -1
		}
	}
	for k := i + 1; k < min(len(d.r), i+maxSloganRunes+2); k++ {
		switch d.r[k] {
		case '”':
			return true
		case '“', '\n':
			return false
		}
	}
	return false
}

// unquoted reads a slogan without quotation marks at character i and returns
// its end, 0 where there is none: one of the glossary, one that the document
// quotes elsewhere, one that a list of terms explains, or the name of the list
// before it.
func (d *detector) unquoted(i int, own *trie) int {
	if i > 0 && (isNumeralRune(d.r[i-1]) && isNumeralRune(d.r[i]) || d.r[i-1] == '第') {
		return 0
	}
	end := 0
	free := func(n int, _ int32) bool {
		if i+n < len(d.r) && isDigit(d.r[i+n-1]) && isDigit(d.r[i+n]) {
			return false
		}
		ok := n > 3 || d.border(i) && d.border(i+n)
		if ok && n > 3 { // not out of a word: 三下乡 is not in 第三下乡
			ok = d.border(i) || numeralValue(d.r[i]) > 0
		}
		if ok {
			end = max(end, i+n)
		}
		return ok
	}
	text := d.r[i:min(len(d.r), i+2*maxSloganRunes)]
	d.glossary.index.longest(text, free)
	own.longest(text, free)
	if e := d.entryEnd(i); e > end {
		end = e
	}
	if end > 0 {
		d.add(i, end, NumeralSlogan, false)
		return end
	}
	if end = d.enumerated(i); end > 0 {
		d.add(i, end, NumeralSet, false)
	}
	return end
}

// entryEnd returns the end of a slogan that is an entry of a list of terms:
// “［4］四张清单：”, “3.两张清单：” on a line of its own or before its
// explanation. 0 where there is none.
func (d *detector) entryEnd(i int) int {
	if !isCounting(d.r[i]) && d.r[i] != '一' || !d.afterMarker(i) {
		return 0
	}
	end := i
	for end < len(d.r) && end-i <= maxSloganRunes && (isHan(d.r[end]) || d.r[end] == '“' || d.r[end] == '”' || d.r[end] == '、') {
		if d.r[end] == '、' && end+2 < len(d.r) && isCounting(d.r[end+1]) && measures[string(d.r[end+2])] {
			break // two terms in one entry: 两个基地、两个枢纽：
		}
		end++
	}
	if end >= len(d.r) || d.r[end] != '：' && d.r[end] != '、' {
		return 0
	}
	if _, ok := d.quotedKind(i, end); !ok || genericNouns[d.word(min(i+2, end), end)] {
		return 0
	}
	return end
}

// isEntry reports whether characters i to j are the term of a list of terms.
func (d *detector) isEntry(i, j int) bool {
	return j < len(d.r) && (d.r[j] == '：' || d.r[j] == '、') && d.afterMarker(i)
}

// markerRunes are what the number of an entry is made of.
var markerRunes = runesOf("0123456789[]().．、（） ")

// afterMarker reports whether only a number, in brackets or with a point,
// stands before character i in its line.
func (d *detector) afterMarker(i int) bool {
	k := i - 1
	if k > 0 && d.r[k] == '、' { // the terms before it in the same entry
		for k > 0 && i-k < 3*maxSloganRunes && (isHan(d.r[k]) || d.r[k] == '、') {
			k--
		}
		i = k + 1
	}
	for ; k >= 0 && i-k < 8 && d.r[k] != '\n'; k-- {
		if !markerRunes.has(d.r[k]) {
			return false
		}
	}
	return k < i-1 && (k < 0 || d.r[k] == '\n')
}

// nounEnd returns the end of the noun that begins at character i, before
// limit: attributes up to a noun and the nouns behind it; i where there is
// none.
func (d *detector) nounEnd(i, limit int) int {
	end, k, seen := i, i, false
	for k < limit {
		to := d.tokenEnd(k, len(d.r))
		if to > limit || !isHan(d.r[k]) {
			break
		}
		tag := d.tag(k)
		noun := strings.HasPrefix(tag, "n") || tag == "j" || tag == "x" && to-k > 1
		w := d.word(k, to)
		if seen && numeralClasses["attribute"][w] {
			break
		}
		if seen && numeralClasses["verbal"][w] {
			end, k = to, to
			continue
		}
		if seen && (!noun && tag != "vn" && tag != "an" || len(tag) > 1 && tag[0] == 'n' && strings.ContainsAny(tag[1:2], "srt")) {
			break
		}
		if !noun && !(tag != "" && strings.IndexByte("vabzl", tag[0]) >= 0) || memberFunction[w] {
			break
		}
		if noun {
			end, seen = to, true
		}
		k = to
	}
	return end
}

// enumerated returns the end of 三大历史任务 at character i if exactly as many
// items stand directly before it, 0 otherwise.
func (d *detector) enumerated(i int) int {
	if !isCounting(d.r[i]) || d.r[i] == '双' || i+2 >= len(d.r) || i == 0 || !classifierRunes.has(d.r[i+1]) ||
		strings.ContainsRune("分之第每各有这那前后", d.r[i-1]) || isNumeralRune(d.r[i-1]) {
		return 0
	}
	if strings.ContainsRune("个步者方位本块", d.r[i+1]) {
		return 0
	}
	end := d.nounEnd(i+2, min(len(d.r), i+10))
	if end == i+2 {
		return 0
	}
	noun := d.word(i+2, end)
	head := d.word(d.tokenStart(end-1, i+2), end)
	if first := d.word(i+2, d.tokenEnd(i+2, end)); genericNouns[first] && first != noun && coarse(d.tag(end-1)) != 'n' && !numeralClasses["verbal"][head] {
		return 0 // 三大领域节能; not 三项制度改革
	}
	if genericNouns[noun] || genericNouns[head] && d.r[i+1] != '大' {
		return 0
	}
	n := numeralValue(d.r[i])
	if c, ok := d.leftList(i, n); !ok || !c.strict {
		return 0
	}
	return end
}
