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

// findMarks appends to dst[:0] the byte offsets of those characters of a line
// that may pair off or end a sentence: most text is looked at here only.
func findMarks(dst []int, line string) []int {
	dst = dst[:0]
	for i := 0; i < len(line); {
		n := plainBytes[line[i]]
		if n == 0 {
			dst = append(dst, i)
			n = 1
			if line[i] >= utf8.RuneSelf { // all of these have three bytes
				n = 3
			}
		}
		i += int(n)
	}
	return dst
}

// plainBytes says for the first byte of a character how many it has, 0 where it
// may be one of the marks that pair off or that end a sentence.
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
	for _, mark := range "“”‘’「」『』（()）《》〈〉【】〔〕[]［］\"" + "。！？；!?;…⋯" {
		n[string(mark)[0]] = 0
	}
	return n
}()

// A pair is a mark at byte open and its partner at byte close.
type pair struct {
	open, close int
	mark        rune // the opening mark
}

// matchPairs appends the pairs of brackets and quotation marks of one line, whose
// marks are at marks, to dst[:0], in order of their opening marks. ASCII quotation marks pair off in
// turn. Marks without a partner are left out.
func matchPairs(dst []pair, s string, marks []int) []pair {
	type open struct {
		want rune
		at   int // index into dst
	}
	dst = dst[:0]
	var stack []open
	ascii := -1
	for _, i := range marks {
		r := firstRune(s[i:])
		switch {
		case r == '"':
			if ascii >= 0 && i-dst[ascii].open <= maxPair {
				dst[ascii].close = i
				ascii = -1
			} else {
				ascii = len(dst)
				dst = append(dst, pair{i, -1, r})
			}
		case closerOf(r) != 0:
			stack = append(stack, open{closerOf(r), len(dst)})
			dst = append(dst, pair{i, -1, r})
		case isCloser(r):
			c := canonicalCloser(r)
			for k := len(stack) - 1; k >= max(0, len(stack)-maxDepth) && i-dst[stack[k].at].open <= maxPair; k-- {
				if stack[k].want == c {
					dst[stack[k].at].close = i
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
