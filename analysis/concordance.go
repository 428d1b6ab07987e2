package analysis

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Concordance finds each place where words or phrases stand, with what stands
// around it: keywords in context (Luhn 1960). Queries must be set; every other
// zero field means the default in brackets. A Concordance may be used by any
// number of goroutines.
//
// A query stands where tokens of one sentence, one after the other, have its
// [Key] together: blanks and quotation marks, the width of signs and the case of
// letters make no difference, so that 十四五规划 finds “十四五”规划. However the tokens
// within part it, it must begin and end where tokens do: 创新发展理念, whose tokens
// are 创新, 发展 and 理念, does not count for 新发展理念. Nor does it where a segmenter
// tears a word apart at the border, as in 创, 新, 发展, 理念: where the token next to
// the border is a single character with a content tag that makes a word with the
// character across, one of more documents of Corpus than the query is, and the
// character across is a token too, or else begins (or ends) a token that is no
// word of Corpus and goes on with one.
//
// In a merged document ([Document.Merge]) phrases are tokens, so that only what
// stands outside of longer phrases is found. Page furniture is left out.
type Concordance struct {
	Queries []string // words or phrases
	Except  []string // longer wordings: what stands inside one of them does not count [none]

	// The context is Runes characters on either side [30], or, if Sentences is
	// above 0, what the Sentences sentences around it have: with 1 its own, with
	// 2 also the one before and the one after, and so on; blank lines do not
	// count. The context ends with the text.
	Runes     int
	Sentences int

	Corpus *Corpus // what words there are [Background()]
}

// A Hit is one place where a query stands.
type Hit struct {
	Query       int  // index into Concordance.Queries
	Start, End  int  // byte offsets: the query stands as Text[Start:End]
	Left, Right Span // the context; Left ends at Start, and Right starts at End
	Sentence    int  // index into Document.Sentences
}

// ErrNoQuery is the error of a Concordance that looks for nothing.
var ErrNoQuery = errors.New("analysis: Concordance: no query")

// Find returns the hits in doc in text order; of those that start at one place,
// the longest first, then in the order of the queries. Hits of one query do not
// overlap each other: the first is taken. Find fails with ctx's error, with
// [ErrNoQuery], or if a query is blank or a field out of its range. The time is
// linear in the text, times the number of queries that begin with one character.
func (c Concordance) Find(ctx context.Context, doc *Document) ([]Hit, error) {
	f, err := c.finder(doc)
	if err != nil {
		return nil, err
	}
	var hits, within []Hit // within: those of Except
	for i, s := range doc.Sentences {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if s.Role != RoleFurniture && s.Role != RoleBlank {
			hits, within = f.sentence(hits, within, i)
		}
	}
	hits = outside(hits, within)
	slices.SortStableFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Query, b.Query))
	})
	for i := range hits {
		f.context(&hits[i])
	}
	return hits, nil
}

// A finder looks for queries in one document.
type finder struct {
	Concordance
	doc  *Document
	keys []string       // of the queries, then of Except
	by   map[rune][]int // indices of the keys that begin with a character
	ends []int          // where the last hit of each ends
}

func (c Concordance) finder(doc *Document) (*finder, error) {
	switch {
	case len(c.Queries) == 0:
		return nil, ErrNoQuery
	case c.Runes < 0 || c.Sentences < 0:
		return nil, fmt.Errorf("analysis: Concordance: the context has %d characters and %d sentences; neither may be negative", c.Runes, c.Sentences)
	}
	c.Runes = cmp.Or(c.Runes, 30)
	if c.Corpus == nil {
		c.Corpus = Background()
	}
	f := &finder{Concordance: c, doc: doc, by: make(map[rune][]int)}
	for _, q := range slices.Concat(c.Queries, c.Except) {
		key := Key(q)
		if key == "" {
			return nil, fmt.Errorf("analysis: Concordance: the query %q has no character to look for", q)
		}
		r := firstRune(key)
		f.by[r] = append(f.by[r], len(f.keys))
		f.keys = append(f.keys, key)
	}
	f.ends = make([]int, len(f.keys))
	return f, nil
}

// sentence appends the hits in the i-th sentence.
func (f *finder) sentence(hits, within []Hit, i int) (_, _ []Hit) {
	tokens := f.doc.Sentences[i].Tokens
	for first := range tokens {
		at := Key(f.text(tokens[first]))
		if at == "" {
			continue
		}
		for _, q := range f.by[firstRune(at)] {
			last := f.match(tokens[first:], f.keys[q])
			if last < 0 || tokens[first].Start < f.ends[q] || f.torn(tokens, first, first+last, f.keys[q]) {
				continue
			}
			h := Hit{Query: q, Start: tokens[first].Start, End: tokens[first+last].End, Sentence: i}
			f.ends[q] = h.End
			if q < len(f.Queries) {
				hits = append(hits, h)
			} else {
				within = append(within, h)
			}
		}
	}
	return hits, within
}

func (f *finder) text(t Token) string { return f.doc.Text[t.Start:t.End] }

// match returns the index of the last of the tokens, from the first on, that
// have the key together, or -1.
func (f *finder) match(tokens []Token, key string) int {
	for i, t := range tokens {
		rest, ok := strings.CutPrefix(key, Key(f.text(t)))
		if !ok {
			return -1
		}
		if key = rest; key == "" {
			return i
		}
	}
	return -1
}

// torn reports whether a word is torn apart before the first or behind the last
// of the tokens that match a key.
func (f *finder) torn(tokens []Token, first, last int, key string) bool {
	isBetter := func(word string) bool {
		n := f.Corpus.DocumentFrequency(Key(word))
		return n > f.Corpus.DocumentFrequency(key)
	}
	if first > 0 && f.isSingle(tokens[first-1]) {
		before, match := f.text(tokens[first-1]), f.text(tokens[first])
		_, n := utf8.DecodeRuneInString(match)
		head, body := match[:n], match[n:]
		if isBetter(before+head) && (body == "" || !f.isWord(match) && f.beginsWithWord(body)) {
			return true
		}
	}
	if last+1 < len(tokens) && f.isSingle(tokens[last+1]) {
		match, behind := f.text(tokens[last]), f.text(tokens[last+1])
		_, n := utf8.DecodeLastRuneInString(match)
		body, tail := match[:len(match)-n], match[len(match)-n:]
		return isBetter(tail+behind) && (body == "" || !f.isWord(match) && f.endsWithWord(body))
	}
	return false
}

// isSingle reports a word of one character that carries content: 创, and not 从.
func (f *finder) isSingle(t Token) bool {
	return t.Kind == KindWord && IsContentTag(t.Tag) && runeCount(f.text(t)) == 1
}

func (f *finder) isWord(s string) bool { return f.Corpus.DocumentFrequency(Key(s)) > 0 }

// beginsWithWord reports whether the first two, three or four characters of s,
// as long as words are, are a word.
func (f *finder) beginsWithWord(s string) bool {
	n := 0
	for i, r := range s {
		if n++; n >= 2 && n <= 4 && f.isWord(s[:i+utf8.RuneLen(r)]) {
			return true
		}
	}
	return false
}

// endsWithWord reports the same of the last characters.
func (f *finder) endsWithWord(s string) bool {
	at := len(s)
	for n := 1; n <= 4 && at > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		if at -= size; n >= 2 && f.isWord(s[at:]) {
			return true
		}
	}
	return false
}

// outside returns the hits that are not inside one of within. Each list is in the
// order of the starts.
func outside(hits, within []Hit) []Hit {
	if len(within) == 0 {
		return hits
	}
	out := hits[:0]
	reach, next := 0, 0 // how far those of within that start before the hit go
	for _, h := range hits {
		for ; next < len(within) && within[next].Start <= h.Start; next++ {
			reach = max(reach, within[next].End)
		}
		if h.End > reach {
			out = append(out, h)
		}
	}
	return out
}

// context sets the context of a hit.
func (f *finder) context(h *Hit) {
	h.Left, h.Right = Span{h.Start, h.Start}, Span{h.End, h.End}
	if f.Sentences > 0 {
		h.Left.Start, h.Right.End = f.sentencesAround(h.Sentence)
		return
	}
	for range f.Runes {
		_, n := utf8.DecodeLastRuneInString(f.doc.Text[:h.Left.Start])
		h.Left.Start -= n
		_, n = utf8.DecodeRuneInString(f.doc.Text[h.Right.End:])
		h.Right.End += n
	}
}

// sentencesAround returns where the context of f.Sentences sentences around the
// i-th begins and ends. Blank lines do not count.
func (f *finder) sentencesAround(i int) (start, end int) {
	all := f.doc.Sentences
	start, end = all[i].Start, all[i].End
	for j, n := i-1, f.Sentences-1; j >= 0 && n > 0; j-- {
		if all[j].Role != RoleBlank {
			start = all[j].Start
			n--
		}
	}
	for j, n := i+1, f.Sentences-1; j < len(all) && n > 0; j++ {
		if all[j].Role != RoleBlank {
			end = all[j].End
			n--
		}
	}
	return start, end
}
