package main

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
)

// An inflow is an open input, decompressed if it is gzip data, of one member or
// several.
type inflow struct {
	*bufio.Reader       // of the content
	size          int64 // of the content, -1 where that is not known
	file          *os.File
	taken         *counter      // from the file
	packed        *bufio.Reader // of the file, where it is gzip data
}

// openFile opens a file.
func openFile(path string) (*inflow, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	size := int64(-1)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() && info.Size() > 0 {
		size = info.Size() // files of /proc have 0
	}
	in, err := newInflow(f, isGzipName(path))
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	in.file = f
	if in.packed == nil {
		in.size = size
	}
	return in, nil
}

// newInflow looks at the first bytes of r: those of gzip data mean that it is
// compressed, whatever its name; a name that ends in .gz means that it must be.
func newInflow(r io.Reader, mustBeGzip bool) (*inflow, error) {
	in := &inflow{size: -1, taken: &counter{r: r}}
	raw := buffered(in.taken)
	head, err := raw.Peek(2)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if string(head) != gzipMagic {
		if mustBeGzip {
			return nil, errors.New("the name ends in .gz, but these are no gzip data")
		}
		in.Reader = raw
		return in, nil
	}
	in.packed = raw
	z, err := gzip.NewReader(raw)
	if err != nil {
		return nil, in.damaged(err)
	}
	in.Reader = buffered(&gunzip{z, in})
	return in, nil
}

// buffers are those of inputs that were closed: most articles are shorter than one.
var buffers = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, 64<<10) }}

func buffered(r io.Reader) *bufio.Reader {
	b := buffers.Get().(*bufio.Reader)
	b.Reset(r)
	return b
}

const gzipMagic = "\x1f\x8b"

func isGzipName(path string) bool { return cutSuffixFold(path, ".gz") != path }

// cutSuffixFold cuts a suffix, in upper or lower case, off a name.
func cutSuffixFold(name, suffix string) string {
	if n := len(name) - len(suffix); n >= 0 && strings.EqualFold(name[n:], suffix) {
		return name[:n]
	}
	return name
}

// Close closes the file, if it is one. Nothing can be read any more.
func (in *inflow) Close() error {
	for _, b := range []*bufio.Reader{in.Reader, in.packed} {
		if b != nil {
			b.Reset(nil)
			buffers.Put(b)
		}
	}
	in.Reader, in.packed = nil, nil
	if in.file == nil {
		return nil
	}
	return in.file.Close()
}

// damaged says at which byte of the file gzip data are damaged.
func (in *inflow) damaged(err error) error {
	at := in.taken.n - int64(in.packed.Buffered())
	switch {
	case err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("the gzip data are cut off at byte %d", at)
	case errors.Is(err, gzip.ErrHeader):
		return fmt.Errorf("byte %d: what follows is no gzip data", at)
	case errors.Is(err, gzip.ErrChecksum):
		return fmt.Errorf("the gzip data before byte %d are damaged: their checksum is wrong", at)
	default:
		return fmt.Errorf("the gzip data are damaged about byte %d: %w", at, err)
	}
}

// A gunzip reads what is compressed and says at which byte it is damaged.
type gunzip struct {
	z  *gzip.Reader
	in *inflow
}

func (g *gunzip) Read(p []byte) (int, error) {
	n, err := g.z.Read(p)
	if err != nil && err != io.EOF {
		err = g.in.damaged(err)
	}
	return n, err
}

// A counter counts the bytes that are read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// A tooLong is an article with more bytes than -max-bytes.
type tooLong struct {
	what  string // "article" or "line"
	bytes int64  // as many or, with more, over as many
	more  bool
	limit int64
}

func (e tooLong) Error() string {
	over := ""
	if e.more {
		over = "more than "
	}
	return fmt.Sprintf("the %s has %s%d bytes and is not read: -max-bytes allows %d", e.what, over, e.bytes, e.limit)
}

// all reads the whole content, if it has no more than limit bytes. It holds no
// more than about twice as many, however many there are.
func (in *inflow) all(limit int64) ([]byte, error) {
	if in.size > limit {
		return nil, tooLong{"article", in.size, false, limit}
	}
	buf := make([]byte, 0, min(max(in.size+1, 512), limit+1))
	for {
		n, err := in.Read(buf[len(buf):min(int64(cap(buf)), limit+1)])
		buf = buf[:len(buf)+n]
		switch {
		case int64(len(buf)) > limit:
			return nil, tooLong{"article", limit, true, limit}
		case err == io.EOF:
			return buf, nil
		case err != nil:
			return nil, err
		case len(buf) == cap(buf):
			grown := make([]byte, len(buf), min(2*int64(cap(buf)), limit+1))
			copy(grown, buf)
			buf = grown
		}
	}
}
