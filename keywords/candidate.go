package keywords

import (
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// A candidate is a phrase, or a word, that may be a keyword.
type candidate struct {
	*Phrase
	first, last atEnd
	has         uses // of any of its words
	title       bool // the document's title has it
	once        bool // it does not recur: a noun phrase or a word of a short text
}

// atEnd is the word at an end of a candidate.
type atEnd struct {
	*role
	tag string
}

// atEnd returns what there is to know of a word at an end.
func (e *evaluator) atEnd(w int32) atEnd { return atEnd{e.role(w), e.grams.first(w).Tag} }

// candidates returns what may be a keyword of a document: the phrases and words
// that recur, if once, the noun phrases and words that do not, and those with
// the keys of must.
func (e *evaluator) candidates(doc *analysis.Document, phrases []Phrase, once bool, must map[string]bool) []candidate {
	title, short := analysis.Key(doc.Title), once
	out := e.candidateRoom[:0]
	var seen map[string]bool // no key is that of two phrases, but what is added to them may have it
	add := func(p *Phrase, once bool) {
		if seen[p.key] {
			return
		}
		if seen != nil {
			seen[p.key] = true
		}
		words := e.wordsOf(p)
		c := candidate{
			Phrase: p, once: once, title: short && strings.Contains(title, p.key),
			first: e.atEnd(words[0]), last: e.atEnd(words[len(words)-1]),
		}
		for _, w := range words {
			c.has |= e.role(w).may
		}
		out = append(out, c)
	}
	for i := range phrases {
		if phrases[i].at > 0 {
			add(&phrases[i], false)
		}
	}
	seen = make(map[string]bool, len(e.words))
	if once || len(must) > 0 {
		for _, c := range out {
			seen[c.key] = true
		}
	}
	for i := range e.words {
		p := e.words[i]
		p.First = e.grams.places.share(p.Mentions[0].Start)
		add(p, false)
	}
	if once {
		e.nounPhrases(func(r run) {
			if p, maximal := e.at(doc, r); maximal {
				add(p, true)
			}
		})
	}
	if len(must) > 0 {
		e.runsOf(must, func(r run) {
			p, _ := e.at(doc, r)
			add(p, true)
		})
	}
	e.candidateRoom = out
	return out
}

// runsOf calls f for each run of words that makes one of the keys.
func (e *evaluator) runsOf(keys map[string]bool, f func(run)) {
	longest := 0
	for k := range keys {
		longest = max(longest, len(k))
	}
	g := e.grams
	var found runs
	for p := range g.word {
		key, runes := "", 0
		for n := 0; g.word[p+n] >= 0 && len(key) <= longest; n++ {
			w := g.word[p+n]
			key, runes = key+g.text(w), runes+int(g.stats[w].runes)
			if keys[key] {
				found.add(key, p, n+1, runes)
			}
		}
	}
	found.each(f)
}

// nounPhrases calls f for each run of up to maxOnceWords words that may be a
// noun phrase.
func (e *evaluator) nounPhrases(f func(run)) {
	g := e.grams
	uses := make([]nounUse, len(g.stats))
	var found runs
	for p := range g.word {
		runes := 0
		for n := 0; n < maxOnceWords && g.word[p+n] >= 0; n++ {
			w := g.word[p+n]
			if uses[w] == 0 {
				uses[w] = g.nounUse(w)
			}
			use := uses[w]
			runes += int(g.stats[w].runes)
			if runes > maxOnceRunes || use&nounWord == 0 || n == 0 && use&nounBegin == 0 {
				break
			}
			if runes > 1 && use&nounEnd != 0 && (n > 0 || use&nounAlone != 0) {
				found.add(g.key(int32(p), n+1), p, n+1, runes)
			}
		}
	}
	found.each(f)
}

// A nounUse says what a word may be in a noun phrase.
type nounUse uint8

const (
	nounSettled nounUse = 1 << iota // the others are known
	nounWord                        // one of its words
	nounBegin                       // the first one
	nounEnd                         // the last one
	nounAlone                       // the only one, if it may be the last
)

func (g *grams) nounUse(w int32) nounUse {
	v := g.vocable(w)
	use := nounSettled
	if isPhraseWord(&v) {
		use |= nounWord
	}
	if v.class&function == 0 && (v.class&lightVerb == 0 || v.tag != "v") {
		use |= nounBegin
	}
	if endsNounPhrase(&v) {
		use |= nounEnd
	}
	if isNominal(&v) {
		use |= nounAlone
	}
	return use
}

const (
	maxOnceWords = 5
	maxOnceRunes = 10
)

// runs collects the occurrences of runs of words by their keys.
type runs struct {
	byKey map[string]int32 // index into order
	order []run            // by their first occurrences
	room  []int32          // for the first position of each
}

// add notes that n words, of so many characters, from position p on make a key. Of
// two ways to cut the same string, the first one counts.
func (s *runs) add(key string, p, n, runes int) {
	if s.byKey == nil {
		s.byKey = make(map[string]int32)
	}
	i, ok := s.byKey[key]
	if !ok {
		if len(s.room) == cap(s.room) {
			s.room = make([]int32, 0, 256)
		}
		at := len(s.room)
		s.room = append(s.room, int32(p))
		s.byKey[key] = int32(len(s.order))
		s.order = append(s.order, run{n: n, runes: runes, where: s.room[at : at+1 : at+1]})
	} else if r := &s.order[i]; r.n == n {
		r.where = append(r.where, int32(p))
	}
}

func (s *runs) each(f func(run)) {
	for _, r := range s.order {
		f(r)
	}
}

// isPhraseWord reports a word that may be in a noun phrase without 的.
func isPhraseWord(v *vocable) bool {
	if v.class&noInner != 0 {
		return false
	}
	return isNominal(v) || startsTag(v.tag, "abfszvtm") && v.class&function == 0
}

// endsNounPhrase reports a word that may be its last one.
func endsNounPhrase(v *vocable) bool {
	return v.class&(function|noEnd) == 0 && (isNominal(v) || startsTag(v.tag, "va"))
}

// at returns the phrase that stands where r does. It is not maximal if it recurs
// and is part of the same longer one each time.
func (e *evaluator) at(doc *analysis.Document, r run) (p *Phrase, maximal bool) {
	g := e.grams
	c := e.context(r)
	p = e.next()
	*p = Phrase{Evidence: c.Evidence, at: r.where[0], Mentions: g.mentionsMarked(r, e.marks), key: g.key(r.where[0], r.n)}
	e.keep()
	if len(p.Mentions) == 0 { // a quotation begins or ends inside
		first, last := doc.Tokens[g.token[p.at]], doc.Tokens[g.token[int(p.at)+r.n-1]]
		p.Mentions = []analysis.Span{{Start: first.Start, End: last.End}}
	}
	p.Count = len(p.Mentions)
	p.Evidence.Words, p.Evidence.Runes, p.Evidence.NPMI = r.n, r.runes, 1
	p.Evidence.IDF = e.sumIDF(e.wordsOf(p))
	p.Text = g.written(p)
	p.First = e.grams.places.share(p.Mentions[0].Start)
	return p, len(r.where) == 1 || e.maximal(r)
}
