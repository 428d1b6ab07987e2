package keywords

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// Phrases finds the phrases that recur in a document: 五大发展理念,
// 供给侧结构性改革, 追赶超越. Zero fields mean the defaults in brackets. A Phrases
// may be used by any number of goroutines.
//
// A phrase is a run of words that occurs at least MinCount times, with word
// borders at both ends. It does not cross punctuation, the marks 《》 of a title,
// space, or the end of a sentence; quotation marks may stand inside it if they
// are balanced.
// It does not begin or end with a function word, a bare number, or a word that
// leaves its clause open (推进, 重要). It is maximal: a run that the same
// character precedes, or follows, at every occurrence is part of a longer one.
// One that a light verb begins must have a border behind it at two of five
// occurrences, or it is a verb with half its object (加强农村). Page furniture is
// left out.
//
// The score is a sum of what marks a fixed wording: how often it occurs and how
// long it is, how often it stands in quotation marks alone, how often
// punctuation or function words border it on both sides, how rare its words
// are, how freely its neighbours vary (branching entropy: Jin & Tanaka-Ishii
// 2006), whether it is in a heading, whether it counts its members (五大……), and
// whether it ends in a noun that names policies (……战略). It falls for what makes
// a chance sequence likely: 的 or a conjunction inside, two verbs, or a much
// more frequent phrase with a word put in front (学习五中全会精神). The weights
// were found by experiment on labelled policy documents.
type Phrases struct {
	MinCount int              // occurrences, 2 or more [2]
	MinRunes int              // characters of the shortest phrase [3]
	MaxRunes int              // characters of the longest phrase [16]
	MaxWords int              // words of the longest phrase [10]
	Corpus   *analysis.Corpus // for how rare words are [analysis.Background()]
}

// A Phrase is a wording that recurs in a document.
type Phrase struct {
	Text     string          // as first written, without quotation marks
	Score    float64         // comparable within a document
	Count    int             // occurrences that do not overlap
	Mentions []analysis.Span // in text order; all have the same analysis.Key
}

// Mentions returns where the phrases stand, those of the first phrase first:
// what analysis.Document.Merge needs to make each a token, and to prefer the
// better of two that overlap.
func Mentions(phrases []Phrase) []analysis.Span {
	var all []analysis.Span
	for _, p := range phrases {
		all = append(all, p.Mentions...)
	}
	return all
}

// Find returns the phrases of doc, the highest score first; of equal scores,
// the longer one, then the earlier one. It fails with ctx's error, or if a field
// is out of its range. Time and memory are linear in the text.
func (f Phrases) Find(ctx context.Context, doc *analysis.Document) ([]Phrase, error) {
	f.MinCount = cmp.Or(f.MinCount, 2)
	f.MinRunes = cmp.Or(f.MinRunes, 3)
	f.MaxRunes = cmp.Or(f.MaxRunes, 16)
	f.MaxWords = cmp.Or(f.MaxWords, 10)
	switch {
	case f.MinCount < 2:
		return nil, fmt.Errorf("keywords: Phrases: what occurs %d times does not recur", f.MinCount)
	case f.MinRunes < 1 || f.MaxRunes < f.MinRunes:
		return nil, fmt.Errorf("keywords: Phrases: no phrase has from %d to %d characters", f.MinRunes, f.MaxRunes)
	case f.MaxWords < 1:
		return nil, fmt.Errorf("keywords: Phrases: no phrase has at most %d words", f.MaxWords)
	}
	if f.Corpus == nil {
		f.Corpus = analysis.Background()
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	e := newEvaluator(f, readGrams(doc))
	e.grams.repeats(f.MinCount, f.MaxWords, f.MaxRunes, e.consider)
	e.discountExtensions()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return e.result(), nil
}

// An evaluator scores the n-grams that recur and keeps the phrases.
type evaluator struct {
	opts  Phrases
	grams *grams
	idf   []float64 // of each vocable, -1 until it is asked for
	found []Phrase
	keys  []string       // of each phrase found, as analysis.Key makes them
	byKey map[string]int // index into found
	left  []rune         // characters before the occurrences, reused
	right []rune         // characters behind them, reused
}

func newEvaluator(f Phrases, g *grams) *evaluator {
	e := &evaluator{opts: f, grams: g, idf: make([]float64, len(g.vocab)), byKey: make(map[string]int)}
	for i := range e.idf {
		e.idf[i] = -1
	}
	return e
}

// consider takes an n-gram in if it is a phrase.
func (e *evaluator) consider(r run) {
	g := e.grams
	words := g.word[r.where[0] : int(r.where[0])+r.n]
	runes := 0
	for _, w := range words {
		runes += g.vocab[w].runes
	}
	if runes < e.opts.MinRunes || !g.isPhrase(words) {
		return
	}
	c := e.context(r)
	if !c.closed || c.balanced == 0 {
		return
	}
	if g.vocab[words[0]].class&lightVerb != 0 && c.rightBorder < leastBorder {
		return // a verb with half its object: 加强农村
	}
	p := Phrase{Mentions: g.mentions(r)}
	if p.Count = len(p.Mentions); p.Count < e.opts.MinCount {
		return // it occurs so often only by overlapping itself
	}
	p.Score = e.score(words, runes, r, c)
	// Two ways to cut the same string are one phrase.
	key := g.key(words)
	if i, ok := e.byKey[key]; ok {
		old := &e.found[i]
		old.Score = max(old.Score, p.Score)
		old.Mentions = mergeMentions(old.Mentions, p.Mentions)
		old.Count = len(old.Mentions)
		return
	}
	p.Text = g.written(p.Mentions[0])
	e.byKey[key] = len(e.found)
	e.keys = append(e.keys, key)
	e.found = append(e.found, p)
}

// result sorts the phrases.
func (e *evaluator) result() []Phrase {
	slices.SortFunc(e.found, func(a, b Phrase) int {
		return cmp.Or(
			cmp.Compare(round(b.Score), round(a.Score)),
			cmp.Compare(len(b.Text), len(a.Text)),
			cmp.Compare(a.Mentions[0].Start, b.Mentions[0].Start),
			cmp.Compare(a.Text, b.Text))
	})
	return e.found
}

// isPhrase reports whether the words may be a phrase by what they are.
func (g *grams) isPhrase(words []int32) bool {
	first, last := &g.vocab[words[0]], &g.vocab[words[len(words)-1]]
	if first.class&function != 0 || last.class&(function|noEnd) != 0 {
		return false
	}
	if first.kind == analysis.KindNumber && isDigit(first.first) || last.kind == analysis.KindNumber {
		return false
	}
	if first.kind != analysis.KindLatin && startsTag(first.tag, "ucpykqero") ||
		last.kind != analysis.KindLatin && startsTag(last.tag, "ucpyreok") {
		return false
	}
	if last.runes == 1 && len(words) > 1 && (startsTag(last.tag, "dqabm") || last.text == "第") {
		return false // 全面建设社会主义现代化国家新
	}
	for i := 1; i+1 < len(words); i++ {
		if v := &g.vocab[words[i]]; v.class&noInner != 0 || v.kind == analysis.KindNumber && (isDigit(v.first) || strings.ContainsAny(v.text, "千万亿")) || v.tag == "ul" || v.tag == "uz" || startsTag(v.tag, "yr") {
			return false
		}
	}
	if strings.HasPrefix(first.text, "第") && startsTag(first.tag, "m") {
		return false // 第十二条
	}
	return len(words) > 1 || first.kind == analysis.KindWord && !startsTag(first.tag, "m")
}

// isDigit reports an ASCII digit; the words of the vocabulary are in half width.
func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// startsTag reports whether a tag's first letter is one of letters.
func startsTag(tag, letters string) bool {
	return tag != "" && strings.IndexByte(letters, tag[0]) >= 0
}

// written returns the text of a span without quotation marks.
func (g *grams) written(s analysis.Span) string {
	text := g.doc.Text[s.Start:s.End]
	if !strings.ContainsFunc(text, isQuote) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isQuote(r) {
			return -1
		}
		return r
	}, text)
}

func isQuote(r rune) bool {
	return r == '“' || r == '”' || r == '‘' || r == '’' || r == '「' || r == '」' || r == '『' || r == '』' || r == '"'
}

// key joins the words.
func (g *grams) key(words []int32) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(g.vocab[w].text)
	}
	return b.String()
}
