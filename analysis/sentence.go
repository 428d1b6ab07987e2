package analysis

import (
	"strings"
	"unicode/utf8"
)

// shortQuote is the length in characters below which a quotation is a phrase
// and not a sentence: no mark inside it ends the sentence around it. Policy
// texts quote slogans of up to some thirty characters (“想一想，做没做；看一看，成没成”),
// and passages of speeches, which are longer.
const shortQuote = 40

// sentenceEnds appends to dst the end of each sentence of line, a text without
// line breaks but for those at its end. The last one is len(line); marks and
// pairs are the line's, from findMarks and matchPairs.
//
// A sentence ends after 。！？!?；; or ……, with the closing marks and the space
// that follow. Nothing ends inside 《》 or brackets, or inside a quotation that
// is shorter than a sentence; inside a longer quotation ； does not end one.
// A quotation that the sentence goes on after (“……。”的要求) does not end it.
// A point does not end a sentence, so neither do decimals and list numbers.
func sentenceEnds(dst []int, line string, marks []lineMark, pairs []pair) []int {
	next := 0       // the next pair that opens at or after i
	quotedTill := 0 // end of the long quotation around i
	done := 0       // the text before it has been looked at
	for _, mark := range marks {
		i, r := mark.at, mark.rune
		if i < done {
			continue
		}
		for next < len(pairs) && pairs[next].open < i {
			next++
		}
		if next < len(pairs) && pairs[next].open == i {
			p := pairs[next]
			if !isQuote(p.mark) || runeCount(line[p.open:p.close]) < shortQuote {
				_, n := utf8.DecodeRuneInString(line[p.close:])
				done = p.close + n
				if done >= quotedTill && endsInside(line, p) {
					dst, done = endAfter(dst, line, done, quotedTill)
				}
				continue
			}
			quotedTill = max(quotedTill, p.close)
		}
		if m := endMark(line, i, r, utf8.RuneLen(r)); m > 0 && !((r == '；' || r == ';') && i < quotedTill) {
			dst, done = endAfter(dst, line, i+m, quotedTill)
		}
	}
	if len(line) > 0 && (len(dst) == 0 || dst[len(dst)-1] < len(line)) {
		dst = append(dst, len(line))
	}
	return dst
}

// endMark returns the length of the mark at line[i:] if it ends a sentence,
// else 0. r is the rune there and n its length.
func endMark(line string, i int, r rune, n int) int {
	switch r {
	case '。', '！', '？', '；':
		return n
	case '!', '?', ';':
		// Not inside a web address or an HTML entity.
		if i > 0 && i+1 < len(line) && isWordByte(line[i-1]) && isWordByte(line[i+1]) {
			return 0
		}
		if r == ';' && isEntity(line[:i]) {
			return 0
		}
		return n
	case '…', '⋯':
		m := 0
		for strings.HasPrefix(line[i+m:], string(r)) {
			m += n
		}
		if m > n {
			return m
		}
	}
	return 0
}

func isWordByte(b byte) bool {
	return b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'z' || b == '=' || b == '&' || b == '%'
}

// isEntity reports whether s ends in an HTML character reference that lacks
// its semicolon: &nbsp or &#160.
func isEntity(s string) bool {
	for i := len(s) - 1; i >= 0 && i >= len(s)-9; i-- {
		if s[i] == '&' {
			return i < len(s)-1
		}
		if !isWordByte(s[i]) && s[i] != '#' {
			break
		}
	}
	return false
}

// endAfter ends a sentence at i, just behind its final mark, or finds that the
// sentence goes on. It takes in further final marks, closing marks and space,
// and returns the offset to read on at. The long quotation around it, if any,
// closes at quotedTill.
func endAfter(dst []int, line string, i, quotedTill int) ([]int, int) {
	closed := false
	for i < len(line) {
		r, n := utf8.DecodeRuneInString(line[i:])
		if m := endMark(line, i, r, n); m > 0 {
			i += m
			continue
		}
		if !isCloser(r) && !(r == '"' && i == quotedTill) {
			break
		}
		closed = closed || isQuote(r)
		i += n
	}
	j := skipSpace(line, i)
	switch r := firstRune(line[j:]); r {
	case '，', ',', '、', '：', ':':
		return dst, i
	case '的', '等', '和', '与', '及', '或', '之', '是':
		if closed {
			return dst, i
		}
	}
	return append(dst, j), j
}

// endsInside reports whether a short quotation or a bracket ends with a
// sentence's final mark and is a sentence of its own: one that the line or a
// sentence starts with, or a quotation that a colon or comma introduces
// (他说：“好！”).
func endsInside(line string, p pair) bool {
	if !strings.ContainsRune("。！？!?…", lastRune(line[:p.close])) {
		return false
	}
	before := lastRune(strings.TrimRightFunc(line[:p.open], isSpace))
	return before == 0 || strings.ContainsRune("。！？；!?;", before) ||
		isQuote(p.mark) && strings.ContainsRune("：:，,”", before)
}
