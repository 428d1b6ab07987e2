package keywords

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"strings"
	"unicode"

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
// occurrences, or it is a verb with half its object (加强农村). What is followed by
// a colon at two of three is the label of a form (责任单位：), unless it is quoted
// or counts its members. Page furniture is left out. Titles and numbers of
// documents are phrases of their own kind.
//
// The score is a sum of what marks a fixed wording: how often it occurs and how
// long it is, how often it stands in quotation marks alone, how often
// punctuation or function words border it on both sides, how rare its words
// are, how freely its neighbours vary (branching entropy: Jin & Tanaka-Ishii
// 2006), whether it is in a heading, whether it counts its members (五大……), and
// whether it ends in a noun that names policies (……战略). It falls for what makes
// a chance sequence likely (的 or a conjunction inside, two verbs, or a much
// more frequent phrase with a word put in front: 学习五中全会精神) and for the
// names of statistics (全产业链产值). Evidence has the figures, and Features how
// they make the score. The weights were found by experiment on labelled policy
// documents.
type Phrases struct {
	MinCount int              // occurrences, 2 or more [2]
	MinRunes int              // characters of the shortest phrase [3]
	MaxRunes int              // characters of the longest phrase [16]
	MaxWords int              // words of the longest phrase [10]
	Corpus   *analysis.Corpus // for how rare words are [analysis.Background()]

	NounPhrases bool            // only phrases that end in a noun and have neither verbs nor adverbs in them
	Tags        []string        // every word's tag begins with one of these [any tag]
	StopWords   map[string]bool // no phrase has one of these words, each as analysis.Key makes it [none]

	// Lexicon has the keys, as analysis.Key makes them, of terms known
	// beforehand [none]. A phrase that is one scores higher by LexiconBonus
	// [0.5]; more was seen to put terms above better phrases.
	Lexicon      map[string]bool
	LexiconBonus float64

	Glossary *Glossary // of numeral slogans [BuiltinGlossary()]

	// Nested drops each phrase that stands in a longer one whose Count is at
	// least Nested times its own, above 0 and up to 1 [0: none is dropped].
	Nested float64
}

// Find returns the phrases of doc, the highest score first; of equal scores,
// the longer one, then the earlier one. Titles and numbers of documents that
// recur are among them, whatever their length and words. It fails with ctx's
// error, or if a field is out of its range. Time and memory are linear in the
// text, but for the sorting of the result.
func (f Phrases) Find(ctx context.Context, doc *analysis.Document) ([]Phrase, error) {
	e := evaluators.Get().(*evaluator)
	defer e.release()
	return f.find(ctx, doc, e)
}

// find returns the phrases. It leaves in e the words too that are shorter than
// phrases and that isName accepts, if e.names is set.
func (f Phrases) find(ctx context.Context, doc *analysis.Document, e *evaluator) ([]Phrase, error) {
	f, err := f.withDefaults()
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	e.room.read(doc)
	e.reset(f, &e.room)
	if err := e.repeats(ctx, e.consider); err != nil {
		return nil, err
	}
	e.finish()
	e.discountExtensions()
	e.addNames(doc.Works, WorkTitle)
	e.addNames(doc.Numbers, DocumentNumber)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	found := e.result()
	e.nests.relate(doc, found)
	if f.Nested > 0 {
		found = dropNested(found, f.Nested)
	}
	return found, nil
}

// withDefaults fills in the fields that are zero, and checks the others.
func (f Phrases) withDefaults() (Phrases, error) {
	f.MinCount = cmp.Or(f.MinCount, 2)
	f.MinRunes = cmp.Or(f.MinRunes, 3)
	f.MaxRunes = cmp.Or(f.MaxRunes, 16)
	f.MaxWords = cmp.Or(f.MaxWords, 10)
	f.LexiconBonus = cmp.Or(f.LexiconBonus, 0.5)
	switch {
	case f.MinCount < 2:
		return f, fmt.Errorf("keywords: Phrases: what occurs %d times does not recur", f.MinCount)
	case f.MinRunes < 1 || f.MaxRunes < f.MinRunes:
		return f, fmt.Errorf("keywords: Phrases: no phrase has from %d to %d characters", f.MinRunes, f.MaxRunes)
	case f.MaxWords < 1:
		return f, fmt.Errorf("keywords: Phrases: no phrase has at most %d words", f.MaxWords)
	case !(f.Nested >= 0 && f.Nested <= 1):
		return f, fmt.Errorf("keywords: Phrases: the share %v of nested phrases is not from 0 to 1", f.Nested)
	case math.IsNaN(f.LexiconBonus) || math.IsInf(f.LexiconBonus, 0):
		return f, fmt.Errorf("keywords: Phrases: the bonus of the lexicon is %v", f.LexiconBonus)
	}
	if f.Corpus == nil {
		f.Corpus = analysis.Background()
	}
	if f.Glossary == nil {
		f.Glossary = BuiltinGlossary()
	}
	return f, nil
}

// isDigit reports an ASCII digit; the words of the vocabulary are in half width.
func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// startsTag reports whether a tag's first letter is one of letters.
func startsTag(tag, letters string) bool {
	return tag != "" && strings.IndexByte(letters, tag[0]) >= 0
}

// isAcronym reports one word with two capitals or a digit in it (GDP, 5G): no
// phrase, but a word that may be a keyword.
func (e *evaluator) isAcronym(r run) bool {
	if !e.names || r.n > 1 || r.first&latin == 0 {
		return false
	}
	g := e.grams
	if !g.isTerm(g.word[r.where[0]]) {
		return false
	}
	t := g.doc.Tokens[g.token[r.where[0]]]
	capitals := 0
	for _, r := range g.doc.Text[t.Start:t.End] {
		if unicode.IsDigit(r) {
			return true
		}
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1
}

// written returns the text of a phrase's first mention without quotation marks.
func (g *grams) written(p *Phrase) string {
	text := g.doc.Text[p.Mentions[0].Start:p.Mentions[0].End]
	if text == p.key || !strings.ContainsFunc(text, isQuote) {
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

// words returns the words of an n-gram.
func (g *grams) words(r run) []int32 { return g.word[r.where[0] : int(r.where[0])+r.n] }

// key returns the words of an n-gram, joined. Where they stand in the text so, it
// is a part of the text.
func (g *grams) key(p int32, n int) string {
	words := g.word[p : int(p)+n]
	if g.doc != nil {
		first, last := &g.doc.Tokens[g.token[p]], &g.doc.Tokens[g.token[int(p)+n-1]]
		text := g.doc.Text[first.Start:last.End]
		left := text
		for _, w := range words {
			var ok bool
			if left, ok = strings.CutPrefix(left, g.text(w)); !ok {
				left = text
				break
			}
		}
		if left == "" {
			return text
		}
	}
	var b strings.Builder
	for _, w := range words {
		b.WriteString(g.text(w))
	}
	return b.String()
}
