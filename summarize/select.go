package summarize

import (
	"math"

	"github.com/tifa-go/tifa/analysis"
)

// A selection tells what each sentence would add to those picked so far. What a
// sentence adds never rises as others are picked, so that few need to be looked
// at again (Minoux, "Accelerated greedy algorithms for maximizing submodular
// set functions", 1978).
type selection interface {
	gain(i int) float64 // of sentence i
	add(i int)
}

// A bounded selection can tell at most what a sentence adds before the first pick,
// at less cost than what it does.
type bounded interface {
	selection
	bound(i int) float64 // at least first(i), and known to be so in spite of rounding errors
	first(i int) float64 // what gain(i) was before the first pick
}

// fixedScores is the selection of a Scorer: each sentence adds its score.
type fixedScores []float64

func (f fixedScores) gain(i int) float64 { return f[i] }
func (fixedScores) add(int)              {}

// A picker fills a budget.
type picker struct {
	*input
	units     *units
	selection selection
	sentences int // how many may still be picked
	room      int // how many characters

	queue   queue
	best    []int  // the sentences of the last call
	allowed []bool // of each sentence, whether it is among them
	picked  map[int]bool
	order   []choice
	said    [][]analysis.TermID // of the first maxCompared picks
}

// A choice is a picked sentence and what it added when it was.
type choice struct {
	sentence int
	gain     float64
}

// pick picks of the sentences that may be picked, the best first, each that still
// fits with what it needs. What earlier calls picked counts as picked. Few
// sentences are asked for whether they may.
func (p *picker) pick(sentences []int, may func(i int) bool) []choice {
	if p.picked == nil {
		p.picked = make(map[int]bool)
	}
	before := len(p.order)
	bounds, isBounded := p.selection.(bounded)
	isBounded = isBounded && before == 0
	p.queue = p.arena.entries.take(len(sentences))[:0]
	for _, i := range p.best {
		p.allowed[i] = false
	}
	p.best = sentences
	for _, i := range sentences {
		p.allowed[i] = true
		switch {
		case p.units.isUseless(i):
		case isBounded:
			p.queue = append(p.queue, entry{round(p.startWorth(i, bounds.bound)), i, isBound})
		default:
			p.queue = append(p.queue, entry{round(p.worth(i)), i, before})
		}
	}
	p.queue.init()
	for len(p.queue) > 0 && p.sentences > 0 && p.room > 0 {
		e := p.queue[0]
		if p.picked[e.sentence] || !may(e.sentence) {
			p.queue.pop()
			continue
		}
		if e.after == isBound {
			p.queue[0] = entry{round(p.startWorth(e.sentence, bounds.first)), e.sentence, before}
			p.queue.sink(0)
			continue
		}
		p.queue.pop()
		together := p.missing(e.sentence)
		size := 0
		for _, i := range together {
			size += p.runes[p.row[i]]
		}
		if size > p.room || len(together) > p.sentences {
			continue // it comes back when a sentence that it needs is picked
		}
		if e.after < len(p.order) {
			p.queue.push(entry{round(p.worth(e.sentence)), e.sentence, len(p.order)})
			continue
		}
		if p.repeats(e.sentence) {
			continue
		}
		for _, i := range together {
			p.take(i)
		}
		p.room -= size
		p.sentences -= len(together)
	}
	return p.order[before:]
}

// missing returns what must be picked for sentence i to be, in text order but
// for i itself, which comes first.
func (p *picker) missing(i int) []int {
	if p.units.isAlone(i) {
		return []int{i}
	}
	var out []int
	for _, k := range p.units.together(i, nil) {
		if !p.picked[k] {
			out = append(out, k)
		}
	}
	return out
}

// worth returns what sentence i adds, or the mean of it over the characters of
// all that must be picked with it.
func (p *picker) worth(i int) float64 {
	if p.units.isAlone(i) {
		return p.selection.gain(i)
	}
	return p.mean(p.missing(i), p.selection.gain)
}

// startWorth is worth before the first pick, by what gain says of each sentence.
func (p *picker) startWorth(i int, gain func(i int) float64) float64 {
	if p.units.isAlone(i) {
		return gain(i)
	}
	return p.mean(p.units.together(i, nil), gain)
}

func (p *picker) mean(together []int, gain func(i int) float64) float64 {
	if len(together) == 1 {
		return gain(together[0])
	}
	sum, size := 0.0, 0
	for _, k := range together {
		n := p.runes[p.row[k]]
		sum += gain(k) * float64(n)
		size += n
	}
	return sum / float64(size)
}

func (p *picker) take(i int) {
	p.order = append(p.order, choice{i, p.selection.gain(i)})
	p.selection.add(i)
	p.picked[i] = true
	if len(p.said) < maxCompared {
		p.said = append(p.said, distinctTerms(&p.doc.Sentences[i]))
	}
	for _, k := range p.units.wanted[i] {
		if p.allowed[k] && !p.picked[k] && !p.units.isUseless(k) {
			p.queue.push(entry{math.MaxFloat64, k, isStale})
		}
	}
}

// repeats reports whether a picked sentence says what sentence i does.
func (p *picker) repeats(i int) bool {
	terms := distinctTerms(&p.doc.Sentences[i])
	for _, s := range p.said {
		if sayTheSame(s, terms) {
			return true
		}
	}
	return false
}
