package summarize

import (
	"strings"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// Sentences with fewer letters and digits, numbers of lists aside, are not
// picked: below minCore they are fillers (会议强调。), and numbered ones below
// minListHead name what follows (第一，加强领导。).
const (
	minCore     = 15
	minListHead = 30
)

// candidates returns those of the ranked sentences that may be picked, in a
// text of nothing else all of them.
func candidates(in *input) []int {
	out := make([]int, 0, len(in.ranked))
	for _, i := range in.ranked {
		if in.isCandidate(i) {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		return in.ranked
	}
	return out
}

// isCandidate reports whether a ranked sentence may be picked, in a text that is
// not of nothing else.
func (in *input) isCandidate(i int) bool {
	if in.captions == nil {
		in.captions = captions(in.doc)
	}
	return !in.captions[in.doc.Sentences[i].Paragraph] && in.mayBePicked(in.row[i])
}

// mayBePicked reports whether a summary may have the k-th ranked sentence by its
// text alone.
func (in *input) mayBePicked(k int) bool {
	s, least := in.texts[k], minCore
	if number := s[:in.number[k]]; number != "" && in.genre != GenreRuling && !strings.HasSuffix(number, "是") && !strings.HasSuffix(number, "要") {
		least = minListHead
	}
	switch {
	case !coreAtLeast(s[in.number[k]:], least):
	case hasAnySuffix(s, "：", ":", "？", "?"):
	case isListItem(s) || isBracketed(s):
	case in.isFormality(k):
	default:
		return true
	}
	return false
}

// isFormality reports whether the k-th ranked sentence is one that no reader
// wants: thanks, when a regulation takes effect, the costs of a lawsuit.
func (in *input) isFormality(k int) bool {
	return in.cues[k]&(hasCourtesy|hasClosing) != 0 || in.genre == GenreRuling && in.cues[k]&hasFormality != 0
}

// captions returns the paragraphs that are captions of photographs: one before
// a credit (新华社记者 张三 摄) that gives a date or begins with 这是, and one that
// gives a date before such a one.
func captions(doc *analysis.Document) map[int]bool {
	found := make(map[int]bool)
	text := func(p int) string { return strings.TrimSpace(doc.Text[doc.Paragraphs[p].Start:doc.Paragraphs[p].End]) }
	for p := range doc.Paragraphs {
		if !mayBeCredit(doc.Text[doc.Paragraphs[p].Start:doc.Paragraphs[p].End]) || !isCredit(text(p)) {
			continue
		}
		for q := p; q >= 0; q-- {
			switch s := text(q); {
			case s == "" || q == p:
			case strings.HasPrefix(s, "这是"):
				found[q] = true
				continue
			case strings.Contains(s[:min(len(s), len("2020年12月31日，"))], "月") && utf8.RuneCountInString(s) <= maxCaption:
				found[q] = true
			}
			if q != p && text(q) != "" {
				break
			}
		}
		found[p] = true
	}
	return found
}

// mayBeCredit reports whether the line of a paragraph may be a credit by its last
// character.
func mayBeCredit(line string) bool {
	line = strings.TrimSuffix(line, "\n")
	last := line[max(0, len(line)-3):]
	return last == "摄" || last != "。" && !beginsHan(last)
}

// isCredit reports the credit of a photograph.
func isCredit(s string) bool {
	core := s
	for strings.HasSuffix(core, "）") || strings.HasSuffix(core, ")") {
		_, n := utf8.DecodeLastRuneInString(core)
		core = core[:len(core)-n]
	}
	return strings.HasSuffix(core, "摄") && strings.Contains(s, "记者") && utf8.RuneCountInString(s) <= maxCredit
}

// The longest credit and caption in characters; a longer line is running text.
const (
	maxCredit  = 30
	maxCaption = 120
)

// trimmed returns the byte range of a sentence without space at its ends.
func trimmed(doc *analysis.Document, s *analysis.Sentence) (start, end int) {
	if n := s.End - 3; n >= s.Start && beginsHan(doc.Text[s.Start:]) {
		if last := doc.Text[n:]; beginsHan(last) || strings.HasPrefix(last, "。") || strings.HasPrefix(last, "；") {
			return s.Start, s.End // as most
		}
	}
	first, last := 0, len(s.Tokens)-1
	for first <= last && s.Tokens[first].Kind == analysis.KindSpace {
		first++
	}
	if first > last {
		return s.Start, s.Start
	}
	for s.Tokens[last].Kind == analysis.KindSpace {
		last--
	}
	return s.Tokens[first].Start, s.Tokens[last].End
}

// isListItem reports a numbered item of a list that goes on: （九）未按照规定报告的；
func isListItem(s string) bool {
	if !strings.HasSuffix(s, "；") && !strings.HasSuffix(s, ";") || !strings.HasPrefix(s, "（") && !strings.HasPrefix(s, "(") {
		return false
	}
	i := strings.IndexAny(s, "）)")
	return i > 0 && i <= len("（二十一") && strings.IndexFunc(s[:i], func(r rune) bool { return strings.ContainsRune("（(一二三四五六七八九十0123456789", r) }) == 0
}

// isBracketed reports whether the bracket that s begins with closes at its
// end, a final mark aside.
func isBracketed(s string) bool {
	const opening, closing = "（([【〔", "）)]】〕"
	if !hasAnyPrefix(s, "（", "(", "[", "【", "〔") {
		return false
	}
	s = strings.TrimRight(s, "。！？!?；;")
	depth := 0
	for i, r := range s {
		switch {
		case strings.ContainsRune(opening, r):
			depth++
		case strings.ContainsRune(closing, r):
			if depth--; depth == 0 {
				return i+utf8.RuneLen(r) == len(s)
			}
		}
	}
	return false
}
