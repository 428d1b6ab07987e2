package keywords

import (
	"slices"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// The weights of a phrase's score.
const (
	weightCount   = 0.10 // × ln(1 + occurrences) × characters, at most 8
	weightQuoted  = 3.0  // × share of occurrences that are one quotation or title
	weightBorder  = 1.1  // × share with a border next to it, of the worse side
	weightIDF     = 0.9  // × ln(1 + Σ IDF of the words)
	weightEntropy = 0.5  // × branching entropy in bits, of the worse side

	bonusHeading   = 0.3 // in a heading or the title
	bonusLead      = 0.3 // in the lead of the page: as telling as a heading
	bonusNumeral   = 0.5 // 五大发展理念, 三个代表
	bonusHead      = 0.4 // ends in a word of words/head.txt
	malusDe        = 1.0 // has 的, other than 党的
	malusJoined    = 0.5 // has a conjunction
	malusVerbs     = 0.4 // is two verbs
	malusStatistic = 0.8 // names a statistic: 全产业链产值
	malusExtension = 0.5 // is a word and a phrase extensionRatio times as frequent

	// A phrase that a light verb begins has a border behind it at least so often.
	leastBorder = 0.4

	// What has a colon behind it at this share of its occurrences is a label.
	leastLabel = 2. / 3

	extensionRatio = 3
	extensionGap   = 1.5 // … unless that scores lower by more than this
)

// maxCountedRunes is the length above which a phrase gains nothing by it.
const maxCountedRunes = 8

// score sets the score of a phrase, and the IDF of its words.
func (e *evaluator) score(p *Phrase) {
	words := e.wordsOf(p)
	p.Evidence.IDF = e.sumIDF(words)
	first, last := e.role(words[0]), e.role(words[len(words)-1])
	p.ofHead = len(words) > 1 && last.may&heads != 0
	p.ofStatistic = last.may&statistical != 0
	p.ofVerbs = len(words) == 2 && first.may&verbal != 0 && last.may&verb != 0
	for i, w := range words[1:] {
		switch r := e.role(w); {
		case r.may&joint != 0:
			p.joined++
		case r.may&possessive != 0 && e.role(words[i]).first != '党':
			p.de++
		}
	}
	if e.opts.Lexicon[p.key] {
		p.bonus = e.opts.LexiconBonus
	}
	p.sumUp()
}

// wordsOf returns the words of a phrase.
func (e *evaluator) wordsOf(p *Phrase) []int32 {
	return e.grams.word[p.at : int(p.at)+p.Evidence.Words]
}

// sumIDF returns the sum of the IDF of words.
func (e *evaluator) sumIDF(words []int32) (sum float64) {
	for _, w := range words {
		sum += e.wordIDF(w)
	}
	return sum
}

// What stands for an IDF that is not known.
const (
	unasked = -1
	asked   = -2 // by lookUp
)

// lookUp looks up the IDF of the words of phrases together.
func (e *evaluator) lookUp(lists ...[]*Phrase) {
	doc := e.grams.doc
	terms := e.asked[:0]
	for _, list := range lists {
		for _, p := range list {
			for _, w := range e.wordsOf(p) {
				if e.idf[w] == unasked && e.grams.isTerm(w) {
					e.idf[w] = asked
					terms = append(terms, analysis.TermID(w))
				}
			}
		}
	}
	e.asked, e.answers = terms, doc.AppendIDF(e.answers[:0], e.opts.Corpus, terms)
	for i, t := range terms {
		e.idf[t] = e.answers[i]
	}
}

func (e *evaluator) wordIDF(w int32) float64 {
	if e.idf[w] >= 0 {
		return e.idf[w]
	}
	if g := e.grams; g.isTerm(w) {
		e.idf[w] = g.doc.IDF(e.opts.Corpus, analysis.TermID(w))
	} else {
		e.idf[w] = e.opts.Corpus.IDF(g.text(w))
	}
	return e.idf[w]
}

// countsMembers reports whether an n-gram that begins with a numeral is a numeral
// slogan: one of the glossary, or one that a pair of quotation marks encloses
// somewhere and that reads like one.
func (e *evaluator) countsMembers(r run) bool {
	g := e.grams
	key := g.key(r.where[0], r.n)
	if _, ok := e.opts.Glossary.find(key); ok {
		return true
	}
	return slices.ContainsFunc(r.where, func(p int32) bool { return g.quotation(int(p), r.n).exact }) && isSlogan(key)
}

// discountExtensions lowers the score of each phrase that is another one, much
// more frequent, with words put in front.
func (e *evaluator) discountExtensions() {
	scores := make([]float64, len(e.found))
	var most [1 << 10]int // how often a phrase occurs that ends in one of some characters
	end := func(key string) *int {
		r, _ := utf8.DecodeLastRuneInString(key)
		return &most[uint(r)%uint(len(most))]
	}
	for i, p := range e.found {
		scores[i] = p.Score
		*end(p.key) = max(*end(p.key), p.Count)
	}
	for i, p := range e.found {
		if *end(p.key) >= extensionRatio*p.Count && extends(p.key, e.byKey, func(k int) bool {
			return e.found[k].Count >= extensionRatio*p.Count && scores[k] > scores[i]-extensionGap
		}) {
			p.extends = true
			p.sumUp()
		}
	}
}

// extends reports whether a key ends in one of the others for which found
// holds.
func extends(key string, byKey map[string]int, found func(i int) bool) bool {
	for at := range key {
		if at == 0 {
			continue
		}
		if i, ok := byKey[key[at:]]; ok && found(i) {
			return true
		}
	}
	return false
}
