package summarize

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

// isBefore reports whether e has the greater gain or, of equal ones, the earlier
// sentence.
func (e *entry) isBefore(x *entry) bool {
	return e.gain > x.gain || e.gain == x.gain && e.sentence < x.sentence
}

// A queue is a heap of entries, the first one on top: container/heap, whose calls
// through an interface took longer than all else that is done for most entries.
type queue []entry

func (q queue) init() {
	for i := len(q)/2 - 1; i >= 0; i-- {
		q.sink(i)
	}
}

func (q *queue) push(e entry) {
	*q = append(*q, e)
	h := *q
	for i := len(h) - 1; i > 0 && h[i].isBefore(&h[(i-1)/2]); i = (i - 1) / 2 {
		h[i], h[(i-1)/2] = h[(i-1)/2], h[i]
	}
}

func (q *queue) pop() {
	h := *q
	n := len(h) - 1
	h[0] = h[n]
	*q = h[:n]
	q.sink(0)
}

// sink moves an entry below those that come before it.
func (q queue) sink(i int) {
	for {
		k := 2*i + 1
		if k >= len(q) {
			return
		}
		if k+1 < len(q) && q[k+1].isBefore(&q[k]) {
			k++
		}
		if !q[k].isBefore(&q[i]) {
			return
		}
		q[i], q[k] = q[k], q[i]
		i = k
	}
}
