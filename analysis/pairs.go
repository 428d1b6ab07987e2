package analysis

import "unicode/utf8"

// maxPair is the longest stretch, in bytes, that a pair of brackets or
// quotation marks may enclose. A mark whose partner is further away is a slip
// of the pen, and must not swallow the rest of a text on one line.
const maxPair = 3000

// maxDepth is how many unclosed marks a closing mark looks back over.
const maxDepth = 16

// closerOf returns the mark that closes r, 0 where r opens nothing.
func closerOf(r rune) rune {
	switch r {
	case '“':
		return '”'
	case '‘':
		return '’'
	case '「':
		return '」'
	case '『':
		return '』'
	case '（', '(':
		return '）'
	case '《':
		return '》'
	case '〈':
		return '〉'
	case '【':
		return '】'
	case '〔':
		return '〕'
	case '[', '［':
		return '］'
	}
	return 0
}

// canonicalCloser maps the half-width closing brackets to the full-width ones,
// since drafts mix both: （一) is a pair.
func canonicalCloser(r rune) rune {
	switch r {
	case ')':
		return '）'
	case ']':
		return '］'
	}
	return r
}

func isCloser(r rune) bool {
	switch r {
	case '”', '’', '」', '』', '）', ')', '》', '〉', '】', '〕', ']', '］':
		return true
	}
	return false
}

// isQuote reports a mark that opens or closes a quotation.
func isQuote(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '「', '」', '『', '』', '"':
		return true
	}
	return false
}

// A lineMark is a character that may pair off or end a sentence, at byte at of a line.
type lineMark struct {
	at   int
	rune rune
}

// findMarks appends the marks of a line to dst[:0]: most text is looked at here
// only.
func findMarks(dst []lineMark, line string) []lineMark {
	dst = dst[:0]
	for i := 0; i < len(line); {
		if line[i] >= 0xe4 && line[i] <= 0xe9 { // U+4000 to U+9FFF: what comes next does not wait for a table
			i += 3
			continue
		}
		n := plainBytes[line[i]]
		if n == 0 {
			r, size := decode(line[i:])
			if isMark(r) {
				dst = append(dst, lineMark{i, r})
			}
			n = uint8(size)
		}
		i += int(n)
	}
	return dst
}

// markRunes are all that a lineMark can be.
const markRunes = "“”‘’「」『』（()）《》〈〉【】〔〕[]［］\"" + "。！？；!?;…⋯"

// plainBytes says for the first byte of a character how many it has, 0 where it
// may be one of markRunes.
var plainBytes = func() (n [1 << 8]uint8) {
	for b := range n {
		switch {
		case b < utf8.RuneSelf:
			n[b] = 1
		case b < 0xe0:
			n[b] = 2
		case b < 0xf0:
			n[b] = 3
		default:
			n[b] = 4
		}
	}
	for _, mark := range markRunes {
		n[string(mark)[0]] = 0
	}
	return n
}()

// isMark reports whether r is one of markRunes.
func isMark(r rune) bool {
	page := markPages[uint16(r)>>8]
	return page != nil && uint32(r) < 1<<16 && page[uint8(r)]
}

// markPages has these, by the blocks of characters that they are in.
var markPages = func() (pages [1 << 8]*[1 << 8]bool) {
	for _, r := range markRunes {
		if pages[r>>8] == nil {
			pages[r>>8] = new([1 << 8]bool)
		}
		pages[r>>8][r&0xff] = true
	}
	return pages
}()

// A pair is a mark at byte open and its partner at byte close.
type pair struct {
	open, close int
	mark        rune // the opening mark
}

// matchPairs appends the pairs of brackets and quotation marks among the marks of
// one line to dst[:0], in order of their opening marks. ASCII quotation marks pair
// off in turn. Marks without a partner are left out.
func matchPairs(dst []pair, marks []lineMark) []pair {
	type open struct {
		want rune
		at   int // index into dst
	}
	dst = dst[:0]
	stack := make([]open, 0, maxDepth)
	ascii := -1
	for _, m := range marks {
		if m.rune == '"' {
			if ascii >= 0 && m.at-dst[ascii].open <= maxPair {
				dst[ascii].close = m.at
				ascii = -1
			} else {
				ascii = len(dst)
				dst = append(dst, pair{m.at, -1, m.rune})
			}
		} else if want := closerOf(m.rune); want != 0 {
			stack = append(stack, open{want, len(dst)})
			dst = append(dst, pair{m.at, -1, m.rune})
		} else if isCloser(m.rune) {
			c := canonicalCloser(m.rune)
			for k := len(stack) - 1; k >= max(0, len(stack)-maxDepth) && m.at-dst[stack[k].at].open <= maxPair; k-- {
				if stack[k].want == c {
					dst[stack[k].at].close = m.at
					stack = stack[:k]
					break
				}
			}
		}
	}
	matched := dst[:0]
	for _, p := range dst {
		if p.close >= 0 {
			matched = append(matched, p)
		}
	}
	return matched
}
