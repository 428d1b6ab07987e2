package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A progress is a bar on a terminal, or nothing. What is written to it goes to
// standard error, and the bar comes below it. Its methods are for one goroutine.
type progress struct {
	stderr  io.Writer
	bar     *progressbar.ProgressBar // nil for none
	started time.Time
	drawn   time.Time
	total   int64 // bytes, -1 where they are not known
	skipped int64 // bytes that an earlier run was done with
}

// startProgress draws a bar, if it is wanted and stderr is a terminal.
func startProgress(wanted bool, stderr io.Writer, total func() int64) *progress {
	p := &progress{stderr: stderr}
	if f, ok := stderr.(*os.File); wanted && ok && term.IsTerminal(int(f.Fd())) {
		p.draw(total())
	}
	return p
}

// drawEvery is how often the bar is drawn anew: a drawing costs about as much as
// a short article.
const drawEvery = 100 * time.Millisecond

// draw draws a bar, or a spinner where the total is not known.
func (p *progress) draw(total int64) {
	p.total, p.started = total, time.Now()
	p.bar = progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(p.stderr),
		progressbar.OptionSetWidth(30),
		progressbar.OptionSetPredictTime(false), // which counts what an earlier run did
		progressbar.OptionSetElapsedTime(false),
		progressbar.OptionShowDescriptionAtLineEnd(),
		progressbar.OptionSetSpinnerChangeInterval(0), // or a goroutine draws, too
	)
}

// update says how far the work has come.
func (p *progress) update(articles int, bytes int64) {
	if p.bar == nil || time.Since(p.drawn) < drawEvery && bytes != p.total {
		return
	}
	p.drawn = time.Now()
	p.bar.Describe(p.state(articles, bytes, time.Since(p.started)))
	p.bar.Set64(bytes)
}

// state says what is done, how fast, and how long the rest will take.
func (p *progress) state(articles int, bytes int64, elapsed time.Duration) string {
	perSecond := float64(bytes-p.skipped) / max(elapsed.Seconds(), 1e-3)
	s := fmt.Sprintf("%s, %.1f MB, %.1f MB/s", count(articles, "article"), float64(bytes)/1e6, perSecond/1e6)
	if p.total >= 0 && perSecond > 0 {
		left := time.Duration(float64(p.total-bytes) / perSecond * float64(time.Second))
		s += fmt.Sprintf(", %v left", left.Round(time.Second))
	}
	return s
}

// skip says that the work up to here was done by an earlier run.
func (p *progress) skip(bytes int64) { p.skipped = bytes }

// Write implements io.Writer.
func (p *progress) Write(message []byte) (int, error) {
	if p.bar != nil {
		p.bar.Clear()
		p.drawn = time.Time{}
	}
	return p.stderr.Write(message)
}

// stop ends the bar, which stays as it is. It may be called again.
func (p *progress) stop() {
	if p.bar != nil {
		p.bar.Exit()
		fmt.Fprintln(p.stderr)
		p.bar = nil
	}
}
