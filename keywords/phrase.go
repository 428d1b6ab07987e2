package keywords

import (
	"context"
	"math"

	"github.com/tifa-go/tifa/analysis"
)

// A Phrase is a wording that recurs in a document, with the evidence for it.
type Phrase struct {
	Text     string          // as first written, without quotation marks; a title with its 《》
	Kind     PhraseKind      // what it is
	Score    float64         // comparable within a document; the sum of its Features
	Count    int             // occurrences that do not overlap each other
	Alone    int             // those of them that are not inside a longer phrase
	Mentions []analysis.Span // the Count occurrences in text order; all have the same analysis.Key
	Sections []int           // indices into Document.Sections: the innermost ones that it stands in, ascending
	First    float64         // where the first mention begins, as a share of the text without page furniture, from 0 up to 1
	Parents  []int           // indices into the list that Find returned: longer phrases that it stands in, ascending
	Children []int           // and shorter ones inside it, ascending
	Evidence Evidence

	key string // analysis.Key of the text
	at  int32  // position in grams.word of an occurrence; 0 for names

	// What the score is made of beside the Evidence.
	times       int32   // occurrences, those too that overlap each other
	joined, de  int32   // conjunctions and 的 inside
	bonus       float64 // for a word of the Lexicon
	ofHead      bool    // it ends in a word of words/head.txt
	ofStatistic bool    // it names a statistic
	ofVerbs     bool    // it is two verbs
	extends     bool    // see discountExtensions
}

// A PhraseKind says what a phrase is.
type PhraseKind uint8

// The kinds of phrases.
const (
	Wording        PhraseKind = iota // running words: 供给侧结构性改革
	SessionName                      // a session or congress, one of Document.Sessions: 十八届五中全会
	WorkTitle                        // a title with its marks, one of Document.Works: 《数据安全法》
	DocumentNumber                   // one of Document.Numbers: 国发〔2016〕33号
)

var phraseKindNames = [...]string{"wording", "session", "title", "number"}

// String returns the kind's name in lower case.
func (k PhraseKind) String() string { return phraseKindNames[k] }

// Evidence is what the occurrences of a phrase say about it. Shares are from 0
// to 1, of all occurrences, those too that overlap each other.
type Evidence struct {
	Words int // words of the phrase
	Runes int // characters of the phrase, without quotation marks

	// LeftEntropy and RightEntropy are the branching entropies in bits, 0 or
	// more: −Σ p(c)·log₂ p(c) over the characters c that stand next to the
	// phrase, where each break (punctuation, the end of a sentence) counts as
	// a character of its own (Jin & Tanaka-Ishii 2006, equation 1).
	LeftEntropy, RightEntropy float64

	// LeftBorder and RightBorder are the shares of occurrences next to which a
	// phrase can end: at a break, a function word, or a light verb.
	LeftBorder, RightBorder float64

	Quoted  float64 // share that are just what a pair of quotation marks, or 《》, encloses
	Heading float64 // share in a heading or in the title
	Lead    bool    // it stands in what the page has as its lead too
	IDF     float64 // Σ inverse document frequency of its words

	// NPMI is the normalized pointwise mutual information of its n words, from
	// −1 to 1: [ln p(x) − Σ ln p(wᵢ)] / [−(n−1)·ln p(x)], where p is the count
	// divided by the number of words of the document (Bouma 2009, equation 7,
	// with the total correlation of Watanabe 1960 for n > 2). It is 1 for one
	// word.
	NPMI float64

	// CValue is log₂(1+n)·(f(a) − Σ f(b)/|T|) over the set T of its Parents,
	// where f is Count, and the second term 0 if there are none (Frantzi,
	// Ananiadou & Mima 2000, equation 2; 1+n instead of n, so that one word
	// does not have 0: Barrón-Cedeño et al. 2009).
	CValue float64

	Numeral bool // it begins with a numeral that counts its members: 五大发展理念
}

// The parts of a phrase's score.
const (
	partCount = iota
	partQuoted
	partBorder
	partIDF
	partEntropy
	partHeading
	partLead
	partNumeral
	partHead
	partLexicon
	partDe
	partJoined
	partVerbs
	partStatistic
	partExtension
	numParts
)

var partNames = [numParts]string{
	"count", "quoted", "border", "idf", "entropy", "heading", "lead", "numeral", "head noun", "lexicon",
	"的 inside", "conjunction inside", "two verbs", "statistic", "extends a phrase",
}

// Features says why a phrase has its score; see [Feature].
func (p Phrase) Features() []Feature {
	out := make(features, 0, numParts)
	for i, v := range p.parts() {
		out = out.and(partNames[i], v)
	}
	return out
}

// parts returns what the score is the sum of.
func (p *Phrase) parts() (x [numParts]float64) {
	c := &p.Evidence
	x[partCount] = weightCount * ln1(int(p.times)) * float64(min(c.Runes, maxCountedRunes))
	x[partQuoted] = weightQuoted * c.Quoted
	x[partBorder] = weightBorder * min(c.LeftBorder, c.RightBorder)
	x[partIDF] = weightIDF * math.Log(1+c.IDF)
	if p.Kind != WorkTitle && p.Kind != DocumentNumber {
		x[partEntropy] = weightEntropy * min(c.LeftEntropy, c.RightEntropy)
	}
	if c.Heading > 0 {
		x[partHeading] = bonusHeading
	}
	if c.Lead {
		x[partLead] = bonusLead
	}
	if c.Numeral {
		x[partNumeral] = bonusNumeral
	}
	if p.ofHead {
		x[partHead] = bonusHead
	}
	x[partLexicon] = p.bonus
	x[partDe] = -malusDe * float64(p.de)
	x[partJoined] = -malusJoined * float64(p.joined)
	if p.ofVerbs {
		x[partVerbs] = -malusVerbs
	}
	if p.ofStatistic {
		x[partStatistic] = -malusStatistic
	}
	if p.extends {
		x[partExtension] = -malusExtension
	}
	return x
}

// sumUp sets the score.
func (p *Phrase) sumUp() {
	sum := 0.0
	for _, v := range p.parts() {
		sum += v
	}
	p.Score = sum
}

// Mentions returns where the phrases stand, those of the first phrase first:
// what analysis.Document.Merge needs to make each a token, and to prefer the
// better of two that overlap.
func Mentions(phrases []Phrase) []analysis.Span {
	n := 0
	for _, p := range phrases {
		n += len(p.Mentions)
	}
	all := make([]analysis.Span, 0, n)
	for _, p := range phrases {
		all = append(all, p.Mentions...)
	}
	return all
}

// Spans finds the phrases of doc and returns their Mentions: an
// analysis.PhraseFunc, to count the phrases of many documents.
func (f Phrases) Spans(ctx context.Context, doc *analysis.Document) ([]analysis.Span, error) {
	found, err := f.Find(ctx, doc)
	return Mentions(found), err
}
