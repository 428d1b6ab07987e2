package summarize

import (
	"sync"

	"github.com/tifa-go/tifa/analysis"
)

// An arena hands out arrays, and keeps them for the next document once all are done
// with. The zero value makes each anew.
type arena struct {
	ints    slab[int]
	int32s  slab[int32]
	floats  slab[float64]
	terms   slab[analysis.TermID]
	columns slab[column]
	entries slab[entry]
	places  []cuePlace
}

var arenas = sync.Pool{New: func() any { return new(arena) }}

// keptLength is that of the longest array that is kept, some megabytes.
const keptLength = 1 << 19

// release gives the arrays to the next document, unless they are too long.
func (a *arena) release() {
	if max(len(a.ints.all), len(a.int32s.all), len(a.floats.all), len(a.terms.all), cap(a.places)) > keptLength {
		return
	}
	a.ints.reset()
	a.int32s.reset()
	a.floats.reset()
	a.terms.reset()
	a.columns.reset()
	a.entries.reset()
	arenas.Put(a)
}

// A slab is the array that the next ones are parts of, twice as long as the one
// before it.
type slab[T any] struct {
	all  []T
	used int
}

// take returns an array with anything in it.
func (s *slab[T]) take(n int) []T {
	if n > len(s.all)-s.used {
		s.all, s.used = make([]T, max(n, 2*len(s.all))), 0
	}
	s.used += n
	return s.all[s.used-n : s.used : s.used]
}

// zeros returns an array of zeros.
func (s *slab[T]) zeros(n int) []T {
	part := s.take(n)
	clear(part)
	return part
}

func (s *slab[T]) reset() { s.used = 0 }
