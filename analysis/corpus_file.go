package analysis

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A corpus file, as [Corpus.WriteTo] writes it. The checksum is of all lines
// before its own.
const (
	corpusVersion = 1
	corpusHeader  = "tifa-corpus %d documents=%d terms=%d"
	corpusTrailer = "crc32c %08x"
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// WriteTo writes the Corpus as UTF-8 text to be read, sorted and compared with
// the usual tools, and by [ReadCorpus]:
//
//	tifa-corpus 1 documents=3 terms=2
//	3	改革
//	1	网络强国
//	crc32c ad7858a5
//
// The first line gives the version of the format and the numbers of documents
// and terms. A line for each term follows: its document frequency, a tab and
// its Key, sorted by the bytes of the Key. In the Key, every byte of a control
// character, line separator (U+2028, U+2029), backslash or broken character is
// written \xNN, in lower case. The last line is the CRC-32C of all before it.
// Equal Corpora give equal bytes.
//
// WriteTo returns the number of bytes written, and fails only as w fails.
func (c *Corpus) WriteTo(w io.Writer) (int64, error) {
	out := &sumWriter{w: w}
	b := bufio.NewWriter(out)
	var keys []string
	if c != nil {
		for key := range c.all() {
			keys = append(keys, key)
		}
		slices.Sort(keys)
	}
	fmt.Fprintf(b, corpusHeader+"\n", corpusVersion, c.Len(), len(keys)) // b keeps the error for Flush
	var line []byte
	for _, key := range keys {
		line = strconv.AppendInt(line[:0], int64(c.DocumentFrequency(key)), 10)
		line = append(line, '\t')
		line = appendEscaped(line, key)
		line = append(line, '\n')
		b.Write(line)
	}
	err := b.Flush()
	if err == nil {
		_, err = fmt.Fprintf(out, corpusTrailer+"\n", out.sum)
	}
	if err != nil {
		return out.n, fmt.Errorf("analysis: corpus: %w", err)
	}
	return out.n, nil
}

// A sumWriter counts the bytes written to w and computes their checksum.
type sumWriter struct {
	w   io.Writer
	n   int64
	sum uint32
}

func (s *sumWriter) Write(p []byte) (int, error) {
	n, err := s.w.Write(p)
	s.n += int64(n)
	s.sum = crc32.Update(s.sum, castagnoli, p[:n])
	return n, err
}

// ReadCorpus reads what [Corpus.WriteTo] wrote, to the end of r. Any deviation
// from it, down to a single byte, is an error that names the line and the byte
// at which that line begins, counted from 1 and from 0:
//
//	analysis: corpus: line 17 (byte 402): the terms are not sorted
//
// Memory grows with what is read, not with the numbers that a file claims.
func ReadCorpus(r io.Reader) (*Corpus, error) {
	in := corpusReader{r: bufio.NewReader(r)}
	c, err := in.corpus()
	if err != nil {
		return nil, fmt.Errorf("analysis: corpus: line %d (byte %d): %w", in.line, in.start, err)
	}
	return c, nil
}

// A corpusReader reads a corpus file by lines.
type corpusReader struct {
	r     *bufio.Reader
	line  int    // number of the current line
	start int64  // byte at which it begins
	next  int64  // byte after it
	sum   uint32 // checksum of all lines before it
	total uint32 // and with it
	long  []byte // the current line, where bufio's buffer is too short for it
	buf   []byte // a key, escaped
	keys  arena
}

func (in *corpusReader) corpus() (*Corpus, error) {
	docs, terms, err := in.header()
	if err != nil {
		return nil, err
	}
	// Room for a usual number of terms at most: the header may lie.
	c := &Corpus{docs: docs, df: make(map[string]int, min(terms, 1<<18))}
	for last := ""; ; {
		line, err := in.readLine()
		if err != nil {
			return nil, err
		}
		if bytes.HasPrefix(line, []byte("crc32c")) {
			if want := fmt.Sprintf(corpusTrailer, in.sum); string(line) != want {
				return nil, fmt.Errorf("the file is damaged: its last line is %.20q and should be %q", line, want)
			}
			if len(c.df) != terms {
				return nil, fmt.Errorf("the file has %d terms, its header says %d", len(c.df), terms)
			}
			return c, in.end()
		}
		df, key, err := in.term(line)
		if err != nil {
			return nil, err
		}
		if df > docs {
			return nil, fmt.Errorf("the document frequency %d is more than the %d documents", df, docs)
		}
		if len(c.df) > 0 && key <= last {
			return nil, errors.New("the terms are not sorted")
		}
		last = key
		c.df[key] = df
		c.sum = addCounts(c.sum, df)
	}
}

func (in *corpusReader) header() (docs, terms int, err error) {
	line, err := in.readLine()
	if err != nil {
		return 0, 0, err
	}
	var version int
	if n, _ := fmt.Sscanf(string(line), corpusHeader, &version, &docs, &terms); n == 0 {
		return 0, 0, errors.New("this is not a corpus file")
	}
	if version != corpusVersion {
		return 0, 0, fmt.Errorf("version %d of the format is not known, only %d", version, corpusVersion)
	}
	if docs < 0 || terms < 0 || fmt.Sprintf(corpusHeader, version, docs, terms) != string(line) {
		return 0, 0, errors.New("the header is damaged")
	}
	return docs, terms, nil
}

// term takes a line apart: document frequency, tab, escaped key.
func (in *corpusReader) term(line []byte) (df int, key string, err error) {
	number, field, ok := bytes.Cut(line, []byte("\t"))
	if !ok {
		return 0, "", errors.New("the line has no tab")
	}
	df, err = strconv.Atoi(string(number))
	if err != nil || number[0] < '1' { // nor a sign or a leading zero
		return 0, "", fmt.Errorf("%.20q is not a document frequency", number)
	}
	if !utf8.Valid(field) {
		return 0, "", errors.New("the term is not UTF-8")
	}
	key = in.keys.add(field)
	if bytes.IndexByte(field, '\\') >= 0 {
		key = unescape(key)
	}
	in.buf = appendEscaped(in.buf[:0], key)
	if !bytes.Equal(in.buf, field) {
		return 0, "", fmt.Errorf("the term %.20q is not escaped as WriteTo does it", field)
	}
	return df, key, nil
}

// end checks that nothing follows the last line.
func (in *corpusReader) end() error {
	in.line, in.start = in.line+1, in.next
	switch _, err := in.r.ReadByte(); err {
	case io.EOF:
		return nil
	case nil:
		return errors.New("something follows the checksum")
	default:
		return err
	}
}

// readLine returns the next line without its line break, until the next call.
func (in *corpusReader) readLine() ([]byte, error) {
	in.line++
	in.start, in.sum = in.next, in.total
	line, err := in.r.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		in.long = append(in.long[:0], line...)
		for errors.Is(err, bufio.ErrBufferFull) {
			line, err = in.r.ReadSlice('\n')
			in.long = append(in.long, line...)
		}
		line = in.long
	}
	in.next += int64(len(line))
	switch {
	case err == io.EOF && len(line) == 0:
		return nil, fmt.Errorf("the file is cut off: its last line, the checksum, is missing: %w", io.ErrUnexpectedEOF)
	case err == io.EOF:
		return nil, fmt.Errorf("the file is cut off within the line: %w", io.ErrUnexpectedEOF)
	case err != nil:
		return nil, err
	}
	in.total = crc32.Update(in.total, castagnoli, line)
	line = line[:len(line)-1]
	if bytes.HasSuffix(line, []byte("\r")) {
		return nil, errors.New(`the line ends in \r\n: some program has changed the file's line breaks`)
	}
	return line, nil
}

// An arena holds many strings in few allocations.
type arena struct{ b strings.Builder }

func (a *arena) add(p []byte) string {
	if a.b.Cap()-a.b.Len() < len(p) {
		a.b = strings.Builder{}
		a.b.Grow(max(len(p), 1<<16))
	}
	n := a.b.Len()
	a.b.Write(p)
	return a.b.String()[n:]
}

// appendEscaped appends s to dst as it is written in a file.
func appendEscaped(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '\\' || unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == utf8.RuneError && n == 1 {
			for _, b := range []byte(s[i : i+n]) {
				dst = append(dst, '\\', 'x', hex[b>>4], hex[b&15])
			}
		} else {
			dst = append(dst, s[i:i+n]...)
		}
		i += n
	}
	return dst
}

// unescape replaces each \xNN by its byte and leaves other backslashes alone.
func unescape(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, `\x`)
		if i < 0 || i+4 > len(s) {
			return b.String() + s
		}
		b.WriteString(s[:i])
		if v, err := strconv.ParseUint(s[i+2:i+4], 16, 8); err == nil {
			b.WriteByte(byte(v))
		} else {
			b.WriteString(s[i : i+4])
		}
		s = s[i+4:]
	}
}
