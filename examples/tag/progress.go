package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// A progress is a bar on a terminal, or nothing. What is written to it goes to
// standard error, above the bar.
type progress struct {
	io.Writer
	stderr   io.Writer
	bars     *mpb.Progress // nil for none
	bar      *mpb.Bar
	started  time.Time
	total    int64 // bytes, -1 where they are not known
	articles atomic.Int64
	bytes    atomic.Int64
	skipped  atomic.Int64 // bytes that an earlier run was done with
}

// startProgress draws a bar, if it is wanted and stderr is a terminal.
func startProgress(wanted bool, stderr io.Writer, total func() int64) *progress {
	p := &progress{Writer: stderr, stderr: stderr}
	if f, ok := stderr.(*os.File); !wanted || !ok || !term.IsTerminal(int(f.Fd())) {
		return p
	}
	p.draw(total(), mpb.WithOutput(stderr))
	return p
}

// draw draws a bar, or a spinner where the total is not known.
func (p *progress) draw(total int64, options ...mpb.ContainerOption) {
	p.total, p.started = total, time.Now()
	p.bars = mpb.New(append(options, mpb.WithWidth(100))...)
	style := mpb.BarFillerBuilder(mpb.BarStyle().Rbound("|").Lbound("|"))
	if total < 0 {
		style = mpb.SpinnerStyle()
	}
	p.bar = p.bars.New(max(total, 0), style,
		mpb.BarWidth(40),
		mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return p.done() })),
		mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { return p.rate(time.Since(p.started)) })),
	)
	p.Writer = p.bars
}

// done says what is done: 1,234 articles, 5.6 MB.
func (p *progress) done() string {
	return fmt.Sprintf("%s, %.1f MB ", count(int(p.articles.Load()), "article"), float64(p.bytes.Load())/1e6)
}

// rate says how fast it was done and how long the rest will take.
func (p *progress) rate(elapsed time.Duration) string {
	done := p.bytes.Load()
	perSecond := float64(done-p.skipped.Load()) / max(elapsed.Seconds(), 1e-3)
	s := fmt.Sprintf(" %.1f MB/s", perSecond/1e6)
	if p.total < 0 {
		return s
	}
	left := "not known yet"
	if perSecond > 0 {
		left = fmt.Sprint(time.Duration(float64(p.total-done)/perSecond*float64(time.Second)).Round(time.Second), " left")
	}
	return fmt.Sprintf("%3d %% %s, %s", 100*done/max(p.total, 1), s, left)
}

// update says how far the work has come.
func (p *progress) update(articles int, bytes int64) {
	if p.bar == nil {
		return
	}
	p.articles.Store(int64(articles))
	p.bytes.Store(bytes)
	p.bar.SetCurrent(bytes)
}

// skip says that the work up to here was done by an earlier run.
func (p *progress) skip(bytes int64) {
	p.skipped.Store(bytes)
}

// stop ends the bar. It may be called again.
func (p *progress) stop() {
	if p.bar == nil {
		return
	}
	p.bar.Abort(false)
	p.bars.Wait()
	p.Writer, p.bar = p.stderr, nil
}
