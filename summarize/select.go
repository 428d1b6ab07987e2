package summarize

import (
	"container/heap"
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
	best    []int  // the candidates of the last call
	allowed []bool // of each sentence, whether it is one
	picked  map[int]bool
	order   []choice
	said    [][]analysis.TermID // of the first maxCompared picks
}

// A choice is a picked sentence and what it added when it was.
type choice struct {
	sentence int
	gain     float64
}

// pick picks of the candidates, the best first, each that still fits with what
// it needs. What earlier calls picked counts as picked.
func (p *picker) pick(candidates []int) []choice {
	if p.picked == nil {
		p.picked = make(map[int]bool)
	}
	before := len(p.order)
	bounds, isBounded := p.selection.(bounded)
	isBounded = isBounded && before == 0
	p.queue = make(queue, 0, len(candidates))
	for _, i := range p.best {
		p.allowed[i] = false
	}
	p.best = candidates
	for _, i := range candidates {
		p.allowed[i] = true
		switch {
		case p.units.useless[i]:
		case isBounded:
			p.queue = append(p.queue, entry{round(p.startWorth(i, bounds.bound)), i, isBound})
		default:
			p.queue = append(p.queue, entry{round(p.worth(i)), i, before})
		}
	}
	heap.Init(&p.queue)
	for len(p.queue) > 0 && p.sentences > 0 && p.room > 0 {
		if top := &p.queue[0]; top.after == isBound {
			top.gain, top.after = round(p.startWorth(top.sentence, bounds.first)), before
			heap.Fix(&p.queue, 0)
			continue
		}
		e := heap.Pop(&p.queue).(entry)
		if p.picked[e.sentence] {
			continue
		}
		together := p.missing(e.sentence)
		size := 0
		for _, i := range together {
			size += p.runes[p.row[i]]
		}
		if size > p.room || len(together) > p.sentences {
			continue // it comes back when a sentence that it needs is picked
		}
		if e.after < len(p.order) {
			heap.Push(&p.queue, entry{round(p.worth(e.sentence)), e.sentence, len(p.order)})
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
	if len(p.units.needs[i]) == 0 {
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
	if len(p.units.needs[i]) == 0 {
		return p.selection.gain(i)
	}
	return p.mean(p.missing(i), p.selection.gain)
}

// startWorth is worth before the first pick, by what gain says of each sentence.
func (p *picker) startWorth(i int, gain func(i int) float64) float64 {
	if len(p.units.needs[i]) == 0 {
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
		if p.allowed[k] && !p.picked[k] && !p.units.useless[k] {
			heap.Push(&p.queue, entry{math.MaxFloat64, k, isStale})
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

// An entry is a sentence with what it added when so many were picked.
type entry struct {
	gain     float64
	sentence int
	after    int // or one of the following
}

const (
	isStale = -1 - iota // to be weighed anew
	isBound             // the gain is at most this, before the first pick
)

// A queue is a heap of entries, the greatest gain on top; of equal ones, the
// earlier sentence.
type queue []entry

func (q queue) Len() int { return len(q) }
func (q queue) Less(a, b int) bool {
	if q[a].gain != q[b].gain {
		return q[a].gain > q[b].gain
	}
	return q[a].sentence < q[b].sentence
}
func (q queue) Swap(a, b int) { q[a], q[b] = q[b], q[a] }
func (q *queue) Push(x any)   { *q = append(*q, x.(entry)) }
func (q *queue) Pop() any {
	old := *q
	e := old[len(old)-1]
	*q = old[:len(old)-1]
	return e
}
