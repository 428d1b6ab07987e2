package analysis

import (
	"strings"
	"unicode/utf8"
)

// tokenizer turns the words of a document into tokens.
type tokenizer struct {
	doc   *Document
	text  string // of the document
	words []Word
	next  int // index of the first word that is left
	at    int // byte offset of what is left of it
}

// sentence appends the tokens of the sentence that ends at byte end to dst. Runs
// of space and repetitions of … and — are one token; the rules join what the
// segmenter tore apart, and the names among that go to the lists of the
// document. Where a rule or the sentence ends inside a word, the rest of the
// word is a word with the same tag.
func (z *tokenizer) sentence(dst []Token, end int) []Token {
	first := len(dst)
	for {
		if dst = z.plain(dst, end); z.at >= end {
			return dst
		}
		w := z.words[z.next]
		r, size := decode(w.Text)
		c := classOf(r)
		if rule, back, e := z.rule(c.start(), dst[first:], end); rule != nil {
			start := z.at
			if back > 0 {
				start = dst[len(dst)-back].Start
				dst = dst[:len(dst)-back]
			}
			dst = appendToken(dst, start, e, rule.tag, rule.kind)
			switch rule.names {
			case aSession:
				z.doc.Sessions = append(z.doc.Sessions, Span{start, e})
			case aDocument:
				z.doc.Numbers = append(z.doc.Numbers, Span{start, e})
			}
			z.skipTo(e)
			continue
		}
		to, kind := min(z.at+len(w.Text), end), c.kind()
		if size < to-z.at {
			kind = kindOf(w.Text[:to-z.at])
		}
		if last := len(dst) - 1; last >= first && dst[last].Kind == kind && joinsMark(z.text[dst[last].Start:], kind, r) {
			dst[last].End = to
		} else {
			dst = appendToken(dst, z.at, to, w.Tag, kind)
		}
		z.skipTo(to)
	}
}

// appendToken appends a token that is no term yet, set in place: to copy one that
// was just made takes longer.
func appendToken(dst []Token, start, end int, tag string, kind Kind) []Token {
	n := len(dst)
	if n == cap(dst) {
		dst = append(dst, Token{})
	}
	dst = dst[:n+1]
	t := &dst[n]
	t.Start, t.End, t.Tag, t.Kind, t.Term = start, end, tag, kind, NoTerm
	return dst
}

// plain appends the tokens of the words up to byte end that are plain Han, as most
// are, until another word or one that reaches over the end comes.
func (z *tokenizer) plain(dst []Token, end int) []Token {
	at, next := z.at, z.next
	for ; at < end; next++ {
		w := &z.words[next]
		to := at + len(w.Text)
		if to > end || !isPlainHan(w.Text) {
			break
		}
		dst = appendToken(dst, at, to, w.Tag, KindWord)
		at = to
	}
	z.at, z.next = at, next
	return dst
}

// rule returns the rule that holds at the next word, which starts with a
// character of the class, the number of tokens before it that belong to the
// match, and the match's end; nil where no rule holds.
func (z *tokenizer) rule(class start, before []Token, sentenceEnd int) (_ *rule, back, end int) {
	if class == 0 || class == startNumeral && (!mayBeNumber(z.words[z.next].Text) || isHanNumeral(lastRune(z.text[:z.at]))) {
		return nil, 0, 0 // also since no number begins inside a number
	}
	m, end := matchRules(z.text[:sentenceEnd], z.at, class, z.mayEnd)
	if m != nil && m.back != nil {
		if back = m.back(z.text, before); back == 0 {
			return nil, 0, 0
		}
	}
	return m, back, end
}

// joinsMark reports whether a token that starts with r goes on the one before it,
// of the same kind, which text starts with: space after space, and the second
// half of …… and ——.
func joinsMark(text string, kind Kind, r rune) bool {
	return kind == KindSpace || (r == '…' || r == '—') && firstRune(text) == r
}

// mayEnd reports whether a rule's match may end at byte end: where one of the
// words left ends, or inside one after the first that is a number (tag m), a
// time (t), a measure (q) or no word of the dictionary (x).
func (z *tokenizer) mayEnd(end int) bool {
	at := z.at
	for i, w := range z.words[z.next:] {
		if at += len(w.Text); at == end {
			return true
		} else if at > end {
			return i > 0 && w.Tag != "" && strings.Contains("mtqx", w.Tag[:1])
		}
	}
	return false
}

// skipTo drops the words up to byte end, and cuts the one that reaches over it.
func (z *tokenizer) skipTo(end int) {
	for z.at < end {
		w := &z.words[z.next]
		if z.at+len(w.Text) > end {
			w.Text = w.Text[end-z.at:]
			z.at = end
			return
		}
		z.at += len(w.Text)
		z.next++
	}
}

// runeCountAtLeast reports whether s has at least n runes, without counting on.
func runeCountAtLeast(s string, n int) bool {
	for ; n > 0; n-- {
		_, size := utf8.DecodeRuneInString(s)
		if size == 0 {
			return false
		}
		s = s[size:]
	}
	return true
}
