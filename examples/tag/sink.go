package main

import (
	"io"
	"os"
)

// A sink takes the output, the bytes of one article at a time.
type sink interface {
	write(d done) error
	close() error // after the last article
}

// done is an article that is done with.
type done struct {
	id      string
	data    []byte // of output
	problem string // why it failed, "" if it did not
	key     uint64 // tells this input from others
	read    int64  // bytes of all inputs up to it
	number  int    // of articles before it
}

// A plainSink writes to standard output, head first.
type plainSink struct {
	w    io.Writer
	head []byte
}

func (s *plainSink) write(d done) error {
	data := d.data
	if len(s.head) > 0 {
		data = append(s.head, data...)
		s.head = nil
	}
	if len(data) == 0 {
		return nil
	}
	n, err := s.w.Write(data)
	if err != nil {
		takeBack(s.w, int64(n))
	}
	return err
}

func (s *plainSink) close() error { return nil }

// takeBack cuts the last n bytes, of what could not be written whole, off a
// regular file. From a pipe nothing can be taken back.
func takeBack(w io.Writer, n int64) {
	f, ok := w.(*os.File)
	if !ok {
		return
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return
	}
	if at, err := f.Seek(0, io.SeekCurrent); err == nil && at == info.Size() && f.Truncate(at-n) == nil {
		f.Seek(at-n, io.SeekStart)
	}
}

// writeFailed returns the failure of a program whose output cannot be written.
func writeFailed(err error, articles int) error {
	return notWritten("after "+count(articles, "article")+", the output cannot be written", err)
}
