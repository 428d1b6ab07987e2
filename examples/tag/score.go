package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/tifa-go/tifa/internal/ordered"
)

// runScore is tag, and tag score.
func runScore(ctx context.Context, s streams, args []string) error {
	o, err := parseScoreFlags(args, s.out)
	if err != nil {
		return err
	}
	p, err := newPipeline(o)
	if err != nil {
		return failure{2, err.Error()}
	}
	defer p.close()
	head, write := formats[o.output](o)
	var out sink = &plainSink{s.out, head}
	var begun *journal
	if o.resume != "" {
		if begun, err = openJournal(o, head); errors.As(err, new(failure)) {
			return err
		} else if err != nil {
			return failure{2, err.Error()}
		}
		defer begun.release()
		if out = begun; begun.lost {
			fmt.Fprintf(s.err, "%s: %s was cut off or changed behind %s; what follows is done again\n", s.name, o.resume, count(begun.done, "article"))
		}
	}
	bar := startProgress(o.work.progress, s.err, func() int64 { return totalBytes(o.args, articleFiles(o.input.globs), s.in) })
	defer bar.stop()
	t := tally{command: s.name, page: o.output == "text", messages: bar}
	reading, stopReading := context.WithCancel(ctx)
	defer stopReading()
	found := entries(reading, o.input, o.args, s.in, s.out, begun.file())
	for d, err := range ordered.Map(ctx, o.work.workers, found, func(ctx context.Context, e entry, err error) (done, error) {
		d := done{id: e.id, read: e.read, number: e.number}
		if begun != nil {
			d.key = key(e, err)
		}
		if begun.has(e.number) {
			return d, nil
		}
		r, err := p.tag(ctx, e, err)
		if err != nil {
			return d, err
		}
		var b bytes.Buffer
		d.id, d.problem = r.ID, r.Error
		err = write(&b, r)
		d.data = b.Bytes()
		return d, err
	}) {
		if ctx.Err() != nil {
			return stopped(ctx, t.total, "article")
		} else if err != nil {
			return err
		}
		if begun.has(d.number) {
			d.problem, err = begun.check(d)
			if err != nil {
				stopReading() // the loop waits for what reads
				return failure{2, err.Error()}
			}
			bar.skip(d.read)
		} else if err := out.write(d); err != nil {
			stopReading()
			return writeFailed(err, t.total)
		} else {
			t.tell(d)
		}
		t.add(d)
		bar.update(t.total, d.read)
	}
	if err := begun.checkEnd(t.total); err != nil {
		return failure{2, err.Error()}
	}
	if err := out.close(); err != nil {
		return writeFailed(err, t.total)
	}
	bar.stop()
	return t.result()
}

// A tally counts the articles and those that failed.
type tally struct {
	command       string
	page          bool // a page has no place for errors
	messages      io.Writer
	total, failed int
}

func (t *tally) tell(d done) {
	if d.problem != "" && t.page {
		fmt.Fprintf(t.messages, "%s: %s: %s\n", t.command, d.id, d.problem)
	}
}

func (t *tally) add(d done) {
	t.total++
	if d.problem != "" {
		t.failed++
	}
}

func (t *tally) result() error {
	if t.failed > 0 {
		return failed("%d of %d articles failed", t.failed, t.total)
	}
	return nil
}

// key tells the input of an article from others: its bytes and its name, or why
// it could not be read.
func key(e entry, err error) uint64 {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%v\n", e.id, e.format, err)
	h.Write(e.data)
	return binary.LittleEndian.Uint64(h.Sum(nil))
}
