package keywords

import (
	"cmp"
	"slices"
	"sync"
)

// An evaluator scores the n-grams that recur and keeps the phrases.
type evaluator struct {
	opts  Phrases
	picky bool // the options forbid some words
	grams *grams
	idf   []float64           // of each vocable, -1 until it is asked for
	names func(*vocable) bool // of words that are too short to be phrases, those to keep
	words []Phrase            // … which recur
	found []*Phrase
	rooms [][]Phrase     // for phrases, in pieces, so that none is moved as they become more
	used  int            // pieces
	keys  []string       // of each phrase found, as analysis.Key makes them
	byKey map[string]int // index into found
	left  []rune         // characters before the occurrences, reused
	right []rune         // characters behind them, reused
	count []int          // occurrences of the words of a phrase, reused
	marks []quotation    // at each occurrence of the n-gram that context saw last
	room  grams          // for the words of a document

	candidateRoom []candidate // for an Extractor
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
	e.idf = slices.Grow(e.idf[:0], len(g.stats))[:len(g.stats)]
	for i := range e.idf {
		e.idf[i] = -1
	}
}

// release lets go of the document and keeps the room for another one.
func (e *evaluator) release() {
	e.room.forget()
	clear(e.words)
	clear(e.found)
	clear(e.keys)
	clear(e.byKey)
	clear(e.candidateRoom)
	for i, room := range e.rooms[:e.used] {
		clear(room)
		e.rooms[i] = room[:0]
	}
	e.words, e.found, e.keys, e.used = e.words[:0], e.found[:0], e.keys[:0], 0
	e.opts, e.grams, e.names = Phrases{}, nil, nil
	evaluators.Put(e)
}

// evaluate returns an n-gram with its evidence and score, and its key. It is ok
// if it is a phrase.
func (e *evaluator) evaluate(r run) (p Phrase, key string, ok bool) {
	g := e.grams
	words := g.words(r)
	runes := 0
	for _, w := range words {
		runes += int(g.stats[w].runes)
	}
	acronym := e.names != nil && runes >= minNameRunes && g.isAcronym(r)
	if runes < e.opts.MinRunes && (r.n > 1 || runes < minNameRunes || e.names == nil || !e.names(g.vocable(words[0]))) {
		return p, "", false
	}
	slogan := e.countsMembers(words, r)
	if !slogan && !acronym && !g.isPhrase(words) || !e.wanted(words) {
		return p, "", false
	}
	kind := g.nameKind(r)
	if kind == DocumentNumber {
		return p, "", false // addNames has them, however long they are
	}
	maximal := e.maximal(r)
	if !slogan && !maximal {
		return p, "", false
	}
	c := e.context(r)
	if c.balanced == 0 {
		return p, "", false
	}
	if !maximal {
		c.Evidence = Evidence{} // all that there is, is for the longer phrase around it
	}
	if !slogan {
		if c.label >= leastLabel && c.Quoted == 0 {
			return p, "", false // a label of a form: 责任单位：
		}
		if g.vocable(words[0]).class&lightVerb != 0 && c.RightBorder < leastBorder {
			return p, "", false // a verb with half its object: 加强农村
		}
	}
	p = Phrase{Kind: kind, Evidence: c.Evidence, at: r.where[0]}
	p.Evidence.Words, p.Evidence.Runes = r.n, runes
	p.Evidence.NPMI, p.Evidence.Numeral = e.npmi(words, len(r.where)), slogan
	key = g.key(r.where[0], r.n)
	e.score(&p, words, len(r.where), e.opts.Lexicon[key])
	return p, key, true
}

// consider takes an n-gram in if it is a phrase.
func (e *evaluator) consider(r run) {
	p, key, ok := e.evaluate(r)
	if !ok {
		return
	}
	p.key, p.Mentions = key, e.grams.mentionsMarked(r, e.marks)
	if p.Count = len(p.Mentions); p.Count < e.opts.MinCount {
		return // it occurs so often only by overlapping itself
	}
	if p.Evidence.Runes < e.opts.MinRunes || e.names != nil && e.grams.isAcronym(r) {
		p.Text = e.grams.written(p.Mentions[0])
		e.words = append(e.words, p)
		return
	}
	// Two ways to cut the same string are one phrase.
	if i, ok := e.byKey[key]; ok {
		e.found[i].join(p)
		return
	}
	p.Text = e.grams.written(p.Mentions[0])
	e.add(key, p)
}

func (e *evaluator) add(key string, p Phrase) {
	p.key = key
	e.byKey[key] = len(e.found)
	e.keys = append(e.keys, key)
	e.found = append(e.found, e.store(p))
}

// store keeps a phrase until e is released.
func (e *evaluator) store(p Phrase) *Phrase {
	if e.used == 0 || len(e.rooms[e.used-1]) == phraseRoom {
		if e.used++; e.used > len(e.rooms) {
			e.rooms = append(e.rooms, make([]Phrase, 0, phraseRoom))
		}
	}
	room := &e.rooms[e.used-1]
	*room = append(*room, p)
	return &(*room)[len(*room)-1]
}

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

// npmi returns the NPMI of words that occur count times in a row.
func (e *evaluator) npmi(words []int32, count int) float64 {
	g := e.grams
	e.count = e.count[:0]
	for _, w := range words {
		e.count = append(e.count, int(g.stats[w].count))
	}
	return npmi(e.count, count, g.total)
}

// result returns the phrases in their order.
func (e *evaluator) result() []Phrase {
	type place struct {
		score         float64 // rounded
		length, start int
		phrase        int32
	}
	order := make([]place, len(e.found)) // phrases are large: move each but once
	for i, p := range e.found {
		order[i] = place{round(p.Score), len(p.Text), p.Mentions[0].Start, int32(i)}
	}
	slices.SortFunc(order, func(a, b place) int {
		switch {
		case a.score != b.score:
			return cmp.Compare(b.score, a.score)
		case a.length != b.length:
			return b.length - a.length
		case a.start != b.start:
			return a.start - b.start
		}
		return cmp.Compare(e.found[a.phrase].Text, e.found[b.phrase].Text)
	})
	out := make([]Phrase, len(order))
	for i, x := range order {
		out[i] = *e.found[x.phrase]
	}
	return out
}
