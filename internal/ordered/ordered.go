// Package ordered calls a function on the values of a sequence in several
// goroutines and keeps the order of the sequence.
package ordered

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// Map returns the results of f on every pair of src, in the order of src. Each
// range over the result runs through src anew; workers is the number of
// goroutines that call f [GOMAXPROCS]. f gets what src yields, errors too, and
// decides what becomes of them; no error ends the sequence.
//
// Memory is bounded: at most 2*workers pairs have been asked of src and are
// not yet done with in the body of the loop over the results, however slow one
// of them is. One goroutine runs src; it may be ahead of the loop, and results
// reach the loop while src waits for its next pair.
//
// When ctx ends before the sequence does, the last pair is (zero, ctx.Err()).
// Then, and when the loop is left early, src is asked for nothing more, no new
// call of f begins, and the context of the calls under way is cancelled. The
// range returns when these have returned and src too has, its deferred calls
// run, so that nothing is left behind. A src or an f that can block for long
// must therefore watch a context itself.
//
// A panic or [runtime.Goexit] in f or src happens again in the goroutine of the
// loop, as a [*Panic], when the turn of its result comes. Results beyond the
// point where the loop was left are discarded, and so are their panics.
func Map[T, R any](
	ctx context.Context, workers int, src iter.Seq2[T, error],
	f func(context.Context, T, error) (R, error),
) iter.Seq2[R, error] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(R, error) bool) {
		inner, stop := context.WithCancel(ctx)
		p := &pipe[T, R]{
			ctx:   inner,
			f:     f,
			slots: make(chan struct{}, 2*workers),
			work:  make(chan job[T, R], 2*workers),
			order: make(chan chan result[R], 2*workers),
		}
		var running sync.WaitGroup
		defer running.Wait()
		defer stop()
		running.Go(func() { p.pull(src) })
		for range workers {
			running.Go(p.serve)
		}
		for {
			r, ok := p.next()
			if err := ctx.Err(); err != nil {
				r, ok = result[R]{err: err}, false
			} else if r.broken != nil {
				r.broken.raise()
			} else if !ok {
				return
			}
			if !yield(r.value, r.err) || !ok {
				return
			}
			<-p.slots
		}
	}
}

// A pipe is one range over a Map. A pair holds a slot from before it is asked
// of src until the loop is done with its result, so neither work nor order,
// which have room for as many, is ever full.
type pipe[T, R any] struct {
	ctx    context.Context
	f      func(context.Context, T, error) (R, error)
	slots  chan struct{}
	work   chan job[T, R]
	order  chan chan result[R] // where the result of each pair will be, in order
	broken *Panic              // src's; set before order is closed
}

type job[T, R any] struct {
	value T
	err   error
	out   chan<- result[R] // has room for the result
}

type result[R any] struct {
	value  R
	err    error
	broken *Panic
}

// pull hands out the pairs of src.
func (p *pipe[T, R]) pull(src iter.Seq2[T, error]) {
	defer close(p.work)
	defer close(p.order)
	returned := false
	defer func() {
		if !returned {
			p.broken = caught(recover())
		}
	}()
	if p.acquire() {
		for v, err := range src {
			out := make(chan result[R], 1)
			p.order <- out
			p.work <- job[T, R]{v, err, out}
			if !p.acquire() {
				break
			}
		}
	}
	returned = true
}

// acquire waits for a slot; false says that the pipe has been stopped.
func (p *pipe[T, R]) acquire() bool {
	if p.ctx.Err() != nil {
		return false
	}
	select {
	case p.slots <- struct{}{}:
		return true
	case <-p.ctx.Done():
		return false
	}
}

// serve is one worker.
func (p *pipe[T, R]) serve() {
	for j := range p.work {
		if p.ctx.Err() == nil {
			p.call(j)
		}
	}
}

func (p *pipe[T, R]) call(j job[T, R]) {
	var r result[R]
	returned := false
	defer func() {
		if !returned {
			r.broken = caught(recover())
		}
		j.out <- r
	}()
	r.value, r.err = p.f(p.ctx, j.value, j.err)
	returned = true
}

// next waits for the next result; false says that there is none, since src has
// ended or the pipe has been stopped.
func (p *pipe[T, R]) next() (r result[R], ok bool) {
	select {
	case out, more := <-p.order:
		if !more {
			return result[R]{broken: p.broken}, false
		}
		select {
		case r = <-out:
			return r, true
		case <-p.ctx.Done():
		}
	case <-p.ctx.Done():
	}
	return r, false
}
