package keywords

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/tifa-go/tifa/analysis"
)

// An evaluator scores the n-grams that recur and keeps the phrases.
type evaluator struct {
	opts  Phrases
	picky bool // the options forbid some words
	names bool // keeps words that are too short to be phrases if isName holds for them
	grams *grams
	roles []role    // of each vocable, unless it is settled yet
	idf   []float64 // of each vocable, or one of the values below
	words []*Phrase // words that recur, and are no phrases
	found []*Phrase
	rooms []*[phraseRoom]Phrase // in pieces, so that no phrase is moved as they become more
	used  int                   // phrases in rooms
	byKey map[string]int        // index into found

	// Reused from n-gram to n-gram, or from document to document.
	left    []rune      // characters before the occurrences
	right   []rune      // characters behind them
	marks   []quotation // at the occurrences of the n-gram that context saw last, up to the last that has some
	shares  lnShares
	asked   []analysis.TermID // by lookUp
	answers []float64
	room    grams // for the words of a document
	finder  repeatFinder

	nests nests

	// Reused by an Extractor.
	candidateRoom []candidate
	order         []ranked
}

// evaluators keeps the room of those that have done their work: to make it anew
// for each document takes a tenth of the time.
var evaluators = sync.Pool{New: func() any { return new(evaluator) }}

// reset makes e ready for another text.
func (e *evaluator) reset(f Phrases, g *grams) {
	e.opts, e.grams = f, g
	e.picky = f.StopWords != nil || f.Tags != nil || f.NounPhrases
	if e.byKey == nil {
		e.byKey = make(map[string]int)
	}
	e.roles = slices.Grow(e.roles[:0], len(g.stats))[:len(g.stats)]
	clear(e.roles)
	e.idf = slices.Grow(e.idf[:0], len(g.stats))[:len(g.stats)]
	for i := range e.idf {
		e.idf[i] = unasked
	}
	e.shares.reset(g.total)
}

// keptWords is how many words the longest document has whose room is kept.
const keptWords = 1 << 18

// release lets go of the document and keeps the room for another one, if it is not
// too much.
func (e *evaluator) release() {
	if e.grams != nil && len(e.grams.word) > keptWords {
		return
	}
	e.room.forget()
	clear(e.words)
	clear(e.found)
	clear(e.byKey)
	clear(e.candidateRoom)
	clear(e.order)
	for _, room := range e.rooms[:min(e.used/phraseRoom+1, len(e.rooms))] {
		clear(room[:])
	}
	e.words, e.found, e.used = e.words[:0], e.found[:0], 0
	e.opts, e.grams, e.names = Phrases{}, nil, false
	evaluators.Put(e)
}

// evaluate sets p to an n-gram with its evidence, but for the IDF of its words,
// and its key, and leaves in e.marks what quotation marks are around the
// occurrences. It reports whether the n-gram is a phrase.
func (e *evaluator) evaluate(r run, p *Phrase) bool {
	g := e.grams
	if r.runes < e.opts.MinRunes && (r.n > 1 || !e.names || r.first&named == 0) {
		return false
	}
	slogan := r.first&counts != 0 && e.countsMembers(r)
	if !slogan && !r.mayBePhrase() && (r.runes < minNameRunes || !e.isAcronym(r)) {
		return false
	}
	words := g.words(r)
	if !e.wanted(words) {
		return false
	}
	kind := g.nameKind(r)
	if kind == DocumentNumber {
		return false // addNames has them, however long they are
	}
	maximal := e.maximal(r)
	if !slogan && !maximal {
		return false
	}
	c := e.context(r)
	if c.balanced == 0 {
		return false
	}
	if !maximal {
		c.Evidence = Evidence{} // all that there is, is for the longer phrase around it
	}
	if !slogan {
		if c.label >= leastLabel && c.Quoted == 0 {
			return false // a label of a form: 责任单位：
		}
		if r.first&light != 0 && c.RightBorder < leastBorder {
			return false // a verb with half its object: 加强农村
		}
	}
	*p = Phrase{Kind: kind, Evidence: c.Evidence, key: g.key(r.where[0], r.n), at: r.where[0], times: int32(len(r.where))}
	p.Evidence.Words, p.Evidence.Runes = r.n, r.runes
	p.Evidence.NPMI, p.Evidence.Numeral = e.npmi(words, len(r.where)), slogan
	return true
}

// consider takes an n-gram in if it is a phrase.
func (e *evaluator) consider(r run) {
	p := e.next()
	if !e.evaluate(r, p) {
		return
	}
	p.Mentions = e.grams.mentionsMarked(r, e.marks)
	if p.Count = len(p.Mentions); p.Count < e.opts.MinCount {
		return // it occurs so often only by overlapping itself
	}
	p.Text = e.grams.written(p)
	e.keep()
	if p.Evidence.Runes < e.opts.MinRunes || e.isAcronym(r) {
		e.words = append(e.words, p)
	} else {
		e.found = append(e.found, p)
	}
}

// finish scores what was found. The words of all phrases are looked up at once.
func (e *evaluator) finish() {
	e.lookUp(e.found, e.words)
	for _, p := range e.words {
		p.Evidence.IDF = e.sumIDF(e.wordsOf(p))
	}
	found := e.found
	e.found = e.found[:0]
	for _, p := range found {
		e.score(p)
		// Two ways to cut the same string are one phrase.
		if i, ok := e.byKey[p.key]; ok {
			e.found[i].join(*p)
		} else {
			e.add(p)
		}
	}
	clear(found[len(e.found):])
}

// add adds a phrase of a new key.
func (e *evaluator) add(p *Phrase) {
	e.byKey[p.key] = len(e.found)
	e.found = append(e.found, p)
}

// next returns room for a phrase, which lasts until e is released if keep is
// called before next is called again.
func (e *evaluator) next() *Phrase {
	i := e.used / phraseRoom
	if i == len(e.rooms) {
		e.rooms = append(e.rooms, new([phraseRoom]Phrase))
	}
	return &e.rooms[i][e.used%phraseRoom]
}

func (e *evaluator) keep() { e.used++ }

// phraseRoom is for how many phrases a piece of room is.
const phraseRoom = 64

// join adds the mentions of the same phrase, cut into other words, and keeps
// the evidence of the better one.
func (p *Phrase) join(other Phrase) {
	text, mentions := p.Text, mergeMentions(p.Mentions, other.Mentions)
	if other.Score > p.Score {
		*p = other
	}
	p.Text, p.Mentions, p.Count = text, mentions, len(mentions)
}

// result returns the phrases in their order.
func (e *evaluator) result() []Phrase {
	type place struct {
		score  float64 // rounded
		phrase int32
	}
	order := make([]place, len(e.found)) // phrases are large: move each but once
	for i, p := range e.found {
		order[i] = place{round(p.Score), int32(i)}
	}
	slices.SortFunc(order, func(a, b place) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		x, y := e.found[a.phrase], e.found[b.phrase]
		return cmp.Or(len(y.Text)-len(x.Text), x.Mentions[0].Start-y.Mentions[0].Start, strings.Compare(x.Text, y.Text))
	})
	out := make([]Phrase, len(order))
	for i, x := range order {
		out[i] = *e.found[x.phrase]
	}
	return out
}
