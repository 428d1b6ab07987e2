package summarize

import (
	"slices"
	"strings"
	"unicode"
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

// finalMarks are the marks that a sentence may end with.
const finalMarks = "。！？!?；;…，,、：:.”’\""

// rankable returns the indices of the sentences that scorers rank: see
// [Scorer].
func rankable(doc *analysis.Document) []int {
	keys := make([]string, len(doc.Sentences)) // "" for what is not ranked
	seen := make(map[string]bool, len(doc.Sentences))
	distinct := make([]string, 0, len(doc.Sentences))
	for i, s := range doc.Sentences {
		if s.Role != analysis.RoleBody {
			continue
		}
		start, end := trimmed(s)
		key := strings.TrimRight(doc.Text[start:end], finalMarks)
		if strings.ContainsFunc(key, isQuoteOrBlank) {
			key = analysis.Key(key)
		}
		if coreAtLeast(key, 1) && !seen[key] {
			seen[key] = true
			keys[i] = key
			distinct = append(distinct, key)
		}
	}
	// In sorted order, what begins with a key comes right after it.
	slices.Sort(distinct)
	for i := 1; i < len(distinct); i++ {
		if strings.HasPrefix(distinct[i], distinct[i-1]) {
			delete(seen, distinct[i-1])
		}
	}
	out := make([]int, 0, len(seen))
	for i, key := range keys {
		if seen[key] {
			out = append(out, i)
		}
	}
	return out
}

// isQuoteOrBlank reports what two sentences that say the same may differ by.
func isQuoteOrBlank(r rune) bool {
	switch r {
	case ' ', '\t', '\u00a0', '\u3000', '"', '“', '”', '‘', '’', '「', '」', '『', '』':
		return true
	}
	return false
}

// candidates returns those of the ranked sentences that may be picked, in a
// text of nothing else all of them.
func candidates(in *input) []int {
	captions := captions(in.doc)
	out := make([]int, 0, len(in.ranked))
	for k, i := range in.ranked {
		if !captions[in.doc.Sentences[i].Paragraph] && in.mayBePicked(k) {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		return in.ranked
	}
	return out
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
		credit := text(p)
		if !strings.HasSuffix(strings.TrimRight(credit, "）)"), "摄") || !strings.Contains(credit, "记者") || utf8.RuneCountInString(credit) > maxCredit {
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

// The longest credit and caption in characters; a longer line is running text.
const (
	maxCredit  = 30
	maxCaption = 120
)

// trimmed returns the byte range of a sentence without space at its ends.
func trimmed(s analysis.Sentence) (start, end int) {
	tokens := s.Tokens
	for len(tokens) > 0 && tokens[0].Kind == analysis.KindSpace {
		tokens = tokens[1:]
	}
	for len(tokens) > 0 && tokens[len(tokens)-1].Kind == analysis.KindSpace {
		tokens = tokens[:len(tokens)-1]
	}
	if len(tokens) == 0 {
		return s.Start, s.Start
	}
	return tokens[0].Start, tokens[len(tokens)-1].End
}

// coreAtLeast reports whether s has at least n letters and digits.
func coreAtLeast(s string, n int) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			if n--; n <= 0 {
				return true
			}
		}
	}
	return false
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
	if r, _ := utf8.DecodeRuneInString(s); !strings.ContainsRune(opening, r) {
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
