package keywords

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// A reading is a document as the numeral finder sees it: its characters with
// marks in one form, without page furniture, and without the blanks that
// stand next to a Han character or a mark. Lines end in one '\n'. Quotation
// marks of every kind are “ and ”.
type reading struct {
	doc *analysis.Document
	r   []rune
	tok []int32   // index of each character's token in doc.Tokens, and len(doc.Tokens)
	at  []stretch // where the characters stand in doc.Text

	seen    runeSet // characters of which all places are noted
	places  []int   // where they are
	parting []int   // places of what may part the items of a list: see partingRunes
	hints   []int   // places where a quotation or a slogan may begin

	heads     []int // of headPlaces
	headsMade bool
	parts     []item // of list
}

// A stretch says where characters stand in the text: those from start on, up to
// the next stretch, from byte at on, so many bytes from one to the next.
type stretch struct{ start, at, width int }

// offset returns the byte of character i.
func (s stretch) offset(i int) int { return s.at + s.width*(i-s.start) }

// keptRunes is how many characters the longest document has whose arrays are kept.
const keptRunes = 1 << 19

// readings are kept for the next document: their arrays are many times as large
// as what is found.
var readings = sync.Pool{New: func() any { return new(reading) }}

// release gives a reading back; nothing may point to it any more.
func (v *reading) release() {
	if len(v.r) <= keptRunes {
		v.doc, v.heads, v.headsMade = nil, v.heads[:0], false
		readings.Put(v)
	}
}

// read takes in the sentences that belong to the text, in which slogans of the
// glossary are looked for.
func read(doc *analysis.Document, g *Glossary) *reading {
	v := readings.Get().(*reading)
	v.doc = doc
	v.r, v.tok, v.at, v.places = v.r[:0], v.tok[:0], v.at[:0], v.places[:0]
	v.seen = noted
	v.seen.addAll(&g.first)
	v.grow(len(doc.Text)/3 + len(doc.Text)/32) // Han characters, and some others
	token, ascii := 0, false
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		v.fit(doc.Text[s.Start:s.End])
		first := token
		token += len(s.Tokens)
		if s.Role == analysis.RoleFurniture || s.Role == analysis.RoleBlank {
			v.breakLine(s.Start, first)
			ascii = false
			continue
		}
		if s.Role == analysis.RoleHeading || s.Role == analysis.RoleTitle {
			v.breakLine(s.Start, first)
		}
		for i := v.wide(first, token); i < token; i = v.wide(i+1, token) {
			ascii = v.token(i, ascii)
		}
		if s.Role == analysis.RoleHeading || s.Role == analysis.RoleTitle {
			v.breakLine(s.End, token)
			ascii = false
		}
	}
	v.tok = append(v.tok, int32(len(doc.Tokens)))
	v.index(&g.index)
	return v
}

// fit makes room for a sentence and the ends of lines around it.
func (v *reading) fit(s string) {
	free := min(cap(v.r)-len(v.r), cap(v.tok)-len(v.tok))
	if n := len(s) + 2; free >= n {
		return
	}
	if n := utf8.RuneCountInString(s) + 2; free < n {
		v.grow(n)
	}
}

func (v *reading) grow(n int) {
	v.r, v.tok = slices.Grow(v.r, n), slices.Grow(v.tok, n)
}

// token adds the i-th token, and returns whether an ASCII quotation is open
// behind it.
func (v *reading) token(i int, ascii bool) bool {
	t := v.doc.Tokens[i]
	s := v.doc.Text[t.Start:t.End]
	if t.Kind == analysis.KindSpace {
		if strings.ContainsAny(s, "\n\r") {
			v.breakLine(t.Start, i)
			return false
		}
		v.add(' ', t.Start, i)
		return ascii
	}
	for k, r := range s {
		switch r = plainRune(r); r {
		case '"':
			if ascii = !ascii; ascii {
				r = '“'
			} else {
				r = '”'
			}
		}
		v.add(r, t.Start+k, i)
	}
	return ascii
}

// add adds a character. A blank goes where a wide character stands next to it.
func (v *reading) add(r rune, at, token int) {
	n := len(v.r)
	if n > 0 && v.r[n-1] == ' ' && (isWide(r) || r == ' ' || isNarrowMark(r)) {
		n--
		v.r, v.tok = v.r[:n], v.tok[:n]
		if k := len(v.at) - 1; v.at[k].start == n {
			v.at = v.at[:k]
		}
	}
	if r == ' ' && (n == 0 || isWide(v.r[n-1]) || v.r[n-1] == '\n' || isNarrowMark(v.r[n-1])) {
		return
	}
	if v.seen.has(r) {
		v.places = append(v.places, n)
	}
	v.stands(n, at)
	v.r, v.tok = append(v.r, r), append(v.tok, int32(token))
}

// stands notes that character i stands at a byte.
func (v *reading) stands(i, at int) {
	if k := len(v.at) - 1; k < 0 || at != v.at[k].offset(i) {
		_, width := utf8.DecodeRuneInString(v.doc.Text[at:])
		v.at = append(v.at, stretch{i, at, width})
	}
}

// standWide notes that characters of three bytes stand at a byte, from the i-th on.
func (v *reading) standWide(i, at int) {
	if k := len(v.at) - 1; k < 0 || v.at[k].width != 3 || at != v.at[k].offset(i) {
		v.at = append(v.at, stretch{i, at, 3})
	}
}

// breakLine ends the line, if there is one.
func (v *reading) breakLine(at, token int) {
	if n := len(v.r); n > 0 && v.r[n-1] != '\n' {
		v.add('\n', at, token)
	}
}

// index makes narrow marks wide where a wide character stands next to them, as
// drafts mix both (1,234 and 10:30 stay), and notes the places of marks, of
// numerals, and of what a known slogan may begin with.
func (v *reading) index(known *trie) {
	most := len(v.places)
	parting, hints := slices.Grow(v.parting[:0], most)[:most], slices.Grow(v.hints[:0], most)[:most]
	n, m := 0, 0
	for _, i := range v.places {
		r := v.r[i]
		if r < 0x80 && isNarrowMark(r) && (i > 0 && isWide(v.r[i-1]) || i+1 < len(v.r) && isWide(v.r[i+1])) {
			r += '！' - '!'
			v.r[i] = r
		}
		parting[n], hints[m] = i, i
		if partingSet.has(r) {
			n++
		}
		hint := hintSet.has(r)
		if known.mayBegin(r, v.next(i)) {
			hint = true
		}
		if hint {
			m++
		}
	}
	v.parting, v.hints = parting[:n], hints[:m]
}

// next returns the character behind the i-th; the text ends in a line break.
func (v *reading) next(i int) rune {
	if i+1 < len(v.r) {
		return v.r[i+1]
	}
	return '\n'
}

// hint adds the places of more characters to the hints.
func (v *reading) hint(more *runeSet) {
	for i, r := range v.r {
		if more.has(r) {
			v.hints = append(v.hints, i)
		}
	}
	slices.Sort(v.hints)
	v.hints = slices.Compact(v.hints)
}

// partingRunes may part the items of a list, or end it.
const partingRunes = "、，；和与。！？\n：”"

var (
	partingSet = runesOf(partingRunes)
	hintSet    = runesOf("“”一" + countingRunes)
	noted      = runesOf(",;:!?()“”一" + partingRunes + countingRunes) // of which index asks more
)

func isNarrowMark(r rune) bool {
	switch r {
	case ',', ';', ':', '!', '?', '(', ')':
		return true
	}
	return false
}

// isWide reports a Han character or a mark of Chinese text.
func isWide(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3001 && r <= 0x303f || r >= 0xff01 && r <= 0xff1f ||
		r == '“' || r == '”' || r == '—' || r == '…' || r > 0x2e7f && unicode.Is(unicode.Han, r)
}

func isHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r > 0x2e7f && unicode.Is(unicode.Han, r)
}

// plainRune is the form of a character that the rules know.
func plainRune(r rune) rune {
	if r >= 0x4e00 && r <= 0x9fff || r < 0x80 {
		return r
	}
	switch r {
	case '‘', '「', '『', '“':
		return '“'
	case '’', '」', '』', '”':
		return '”'
	case '＂':
		return '"'
	case '﹑', '､':
		return '、'
	case '⋯':
		return '…'
	case '［', '〔', '【':
		return '['
	case '］', '〕', '】':
		return ']'
	case '，', '；', '：', '！', '？', '（', '）':
		return r
	case '＋', '﹢':
		return '+'
	}
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// span returns where characters i to j (not included) stand in the text.
func (v *reading) span(i, j int) analysis.Span {
	end := v.offset(j - 1)
	_, n := utf8.DecodeRuneInString(v.doc.Text[end:])
	return analysis.Span{Start: v.offset(i), End: end + n}
}

// offset returns the byte at which character i stands in the text.
func (v *reading) offset(i int) int {
	k := sort.Search(len(v.at), func(k int) bool { return v.at[k].start > i }) - 1
	return v.at[k].offset(i)
}

// text returns characters i to j as they stand in the text.
func (v *reading) text(i, j int) string {
	s := v.span(i, j)
	return v.doc.Text[s.Start:s.End]
}

// border reports whether a token begins at character i.
func (v *reading) border(i int) bool {
	return i <= 0 || i >= len(v.r) || v.tok[i] != v.tok[i-1]
}

// tokenEnd returns where the token of character i ends, not beyond limit.
func (v *reading) tokenEnd(i, limit int) int {
	j := i + 1
	for j < limit && v.tok[j] == v.tok[i] {
		j++
	}
	return j
}

// tokenStart returns where the token of character i begins, not before limit.
func (v *reading) tokenStart(i, limit int) int {
	for i > limit && v.tok[i] == v.tok[i-1] {
		i--
	}
	return i
}

// tag returns the part of speech of the token at character i.
func (v *reading) tag(i int) string { return v.doc.Tokens[v.tok[i]].Tag }

// word returns characters i to j in the reading's form.
func (v *reading) word(i, j int) string { return string(v.r[i:j]) }

// hasPrefix reports whether s stands at character i, and before end.
func (v *reading) hasPrefix(i, end int, s string) bool {
	for _, r := range s {
		if i >= end || v.r[i] != r {
			return false
		}
		i++
	}
	return true
}

// hasSuffix reports whether s stands just before character j, not before start.
func (v *reading) hasSuffix(start, j int, s string) bool {
	n := utf8.RuneCountInString(s)
	return j-n >= start && v.hasPrefix(j-n, j, s)
}
