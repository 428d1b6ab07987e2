package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// A signalError is why a context ended: the program was told to stop.
type signalError struct{ os.Signal }

func (e signalError) Error() string {
	if e.Signal == os.Interrupt {
		return "interrupted"
	}
	return e.Signal.String()
}

// status is what shells give for a program that a signal ended.
func (e signalError) status() int {
	if n, ok := e.Signal.(syscall.Signal); ok {
		return 128 + int(n)
	}
	return 1
}

// withSignals returns a context that ends at the first signal to stop. A second
// one ends the process. SIGPIPE, which would end it without a word, is ignored: the
// write that caused it fails.
func withSignals(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	signal.Ignore(syscall.SIGPIPE)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case s := <-signals:
			signal.Stop(signals)
			cancel(signalError{s})
		case <-ctx.Done():
		}
	}()
	return ctx, func() { signal.Stop(signals); cancel(nil) }
}

// stopped returns the failure of a program whose context has ended.
func stopped(ctx context.Context, n int, things string) error {
	err := context.Cause(ctx)
	f := failed("stopped after %s: %v", count(n, things), err).(failure)
	var s signalError
	if errors.As(err, &s) {
		f.status = s.status()
	}
	return f
}

// notWritten returns the failure of a program whose output cannot be written. Where
// nobody reads it any more, as behind head, its status is what shells give for
// SIGPIPE.
func notWritten(message string, err error) error {
	f := failure{1, message + ": " + err.Error()}
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) {
		f.status = 128 + 13
	}
	return f
}

// A waiting reader reads from r and gives up when ctx ends, as a read from a
// terminal or a pipe does not by itself. One read may then be left behind.
type waiting struct {
	ctx    context.Context
	r      io.Reader
	asked  chan struct{}
	chunks chan chunk
	rest   chunk
}

type chunk struct {
	data []byte
	err  error
}

func newWaiting(ctx context.Context, r io.Reader) *waiting {
	w := &waiting{ctx: ctx, r: r, asked: make(chan struct{}, 1), chunks: make(chan chunk, 1)}
	go func() {
		buf := make([]byte, 64<<10)
		for {
			select {
			case <-w.asked:
				n, err := w.r.Read(buf)
				w.chunks <- chunk{buf[:n], err}
			case <-ctx.Done():
				return
			}
		}
	}()
	return w
}

// Read implements io.Reader.
func (w *waiting) Read(p []byte) (int, error) {
	for len(w.rest.data) == 0 {
		if w.rest.err != nil {
			return 0, w.rest.err
		}
		select {
		case w.asked <- struct{}{}:
		case <-w.ctx.Done():
			return 0, w.ctx.Err()
		}
		select {
		case w.rest = <-w.chunks:
		case <-w.ctx.Done():
			return 0, w.ctx.Err()
		}
	}
	n := copy(p, w.rest.data)
	w.rest.data = w.rest.data[n:]
	return n, nil
}
