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

// A pair is a mark at byte open and its partner at byte close.
type pair struct {
	open, close int
	mark        rune // the opening mark
}

// matchPairs appends the pairs of brackets and quotation marks of one line to
// dst[:0], in order of their opening marks. ASCII quotation marks pair off in
// turn. Marks without a partner are left out.
func matchPairs(dst []pair, s string) []pair {
	type open struct {
		want rune
		at   int // index into dst
	}
	dst = dst[:0]
	var stack []open
	ascii := -1
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
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
		i += n
	}
	matched := dst[:0]
	for _, p := range dst {
		if p.close >= 0 {
			matched = append(matched, p)
		}
	}
	return matched
}
