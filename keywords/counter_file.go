package keywords

import (
	"bufio"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// A file of a PhraseCounter, as [PhraseCounter.WriteTo] writes it. The checksum
// is of all bytes before its line.
const (
	counterVersion = 1
	counterHeader  = "tifa-phrases %d max=%d cut=%016x left=%d lefttokens=%d documents=%d forms=%d\n"
	counterTrailer = "crc32c %08x\n"
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// WriteTo writes the PhraseCounter for [ReadPhraseCounter]. The file begins with
// a line of text that gives the version of the format, MaxTokens, the rank up to
// which documents are left out, how many documents and words that are, and the
// numbers of documents and of forms of words that follow. Then come, with all
// numbers as unsigned varints (see encoding/binary) and all strings with their
// length in front:
//
//   - the forms, sorted: text, tag, and a byte, the analysis.Kind and 16 times
//     the PhraseKind;
//   - the documents, sorted by id, group and rank: id, group, rank (8 bytes, the
//     highest first), the number of words and breaks, and each of them: 0 for a
//     break, 1+2i for form i, or 2+2i and a byte of marks.
//
// The last line is the CRC-32C of all before it. PhraseCounters with the same
// documents give equal bytes. WriteTo returns the number of bytes written, and
// fails as w fails or if MaxTokens is out of its range.
func (c *PhraseCounter) WriteTo(w io.Writer) (int64, error) {
	limit, err := c.limit()
	if err != nil {
		return 0, err
	}
	docs := c.sorted()
	forms, place := c.usedForms()
	out := &counterWriter{w: w}
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, counterHeader, counterVersion, limit, c.cut, c.left.Documents, c.left.Tokens, len(docs), len(forms)) // b keeps the error for Flush
	var buf []byte
	for _, f := range forms {
		buf = appendString(buf[:0], f.text)
		buf = appendString(buf, f.tag)
		b.Write(append(buf, byte(f.kind)|byte(f.name)<<4))
	}
	for _, d := range docs {
		buf = appendString(buf[:0], d.id)
		buf = appendString(buf, d.group)
		buf = binary.BigEndian.AppendUint64(buf, d.rank)
		buf = binary.AppendUvarint(buf, uint64(len(d.words)))
		for i, w := range d.words {
			switch m := d.marks[i]; {
			case w < 0:
				buf = append(buf, 0)
			case m == 0:
				buf = binary.AppendUvarint(buf, 1+2*uint64(place[w]))
			default:
				buf = append(binary.AppendUvarint(buf, 2+2*uint64(place[w])), m)
			}
		}
		b.Write(buf)
	}
	err = b.Flush()
	if err == nil {
		_, err = fmt.Fprintf(out, counterTrailer, out.sum)
	}
	if err != nil {
		return out.n, fmt.Errorf("keywords: phrase counter: %w", err)
	}
	return out.n, nil
}

// usedForms returns the forms of the documents, sorted, and the place there of
// each form of c.
func (c *PhraseCounter) usedForms() (forms []form, place []int32) {
	place = make([]int32, len(c.forms.list))
	var used []int32
	for _, d := range c.docs {
		for _, w := range d.words {
			if w >= 0 && place[w] == 0 {
				place[w] = 1
				used = append(used, w)
			}
		}
	}
	slices.SortFunc(used, func(v, w int32) int { return c.forms.list[v].compare(c.forms.list[w]) })
	for i, w := range used {
		forms = append(forms, c.forms.list[w])
		place[w] = int32(i)
	}
	return forms, place
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// A counterWriter counts the bytes written to w and computes their checksum.
type counterWriter struct {
	w   io.Writer
	n   int64
	sum uint32
}

func (s *counterWriter) Write(p []byte) (int, error) {
	n, err := s.w.Write(p)
	s.n += int64(n)
	s.sum = crc32.Update(s.sum, castagnoli, p[:n])
	return n, err
}

// ReadPhraseCounter reads what [PhraseCounter.WriteTo] wrote, to the end of r.
// Any deviation from it, down to a single byte, is an error that says where the
// part begins that is wrong, in bytes from 0:
//
//	keywords: phrase counter: byte 4711: document 3 of 20: a word has number 815, of 800 forms
//
// Memory grows with what is read, not with the numbers that a file claims.
func ReadPhraseCounter(r io.Reader) (*PhraseCounter, error) {
	in := &counterReader{r: bufio.NewReader(r)}
	c, err := in.counter()
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = fmt.Errorf("the file is cut off: %w", io.ErrUnexpectedEOF)
	}
	if err != nil {
		return nil, fmt.Errorf("keywords: phrase counter: byte %d: %w", in.start, err)
	}
	return c, nil
}

// A counterReader reads a file of a PhraseCounter.
type counterReader struct {
	r     *bufio.Reader
	n     int64 // bytes read
	start int64 // where the current part begins
	sum   uint32
}

func (in *counterReader) counter() (*PhraseCounter, error) {
	c, docs, forms, err := in.header()
	if err != nil {
		return nil, err
	}
	for i := range forms {
		in.start = in.n
		if err := in.form(c); err != nil {
			return nil, wrap(err, "form %d of %d", i+1, forms)
		}
	}
	used := make([]bool, forms)
	for i := range docs {
		in.start = in.n
		if err := in.document(c, used); err != nil {
			return nil, wrap(err, "document %d of %d", i+1, docs)
		}
	}
	in.start = in.n
	if i := slices.Index(used, false); i >= 0 {
		return nil, fmt.Errorf("no document has form %d, %q", i, c.forms.list[i].text)
	}
	heap.Init(&c.docs)
	return c, in.end()
}

// wrap says which part the error is about, unless the file ends there.
func wrap(err error, part string, args ...any) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return io.ErrUnexpectedEOF
	}
	return fmt.Errorf(part+": %w", append(args, err)...)
}

// header reads the first line into a new PhraseCounter.
func (in *counterReader) header() (c *PhraseCounter, docs, forms int, err error) {
	line, err := in.line()
	if err != nil {
		return nil, 0, 0, err
	}
	c = &PhraseCounter{}
	var version int
	if n, _ := fmt.Sscanf(line, counterHeader, &version, &c.MaxTokens, &c.cut, &c.left.Documents, &c.left.Tokens, &docs, &forms); n == 0 {
		return nil, 0, 0, errors.New("this is not a file of a phrase counter")
	}
	if version != counterVersion {
		return nil, 0, 0, fmt.Errorf("version %d of the format is not known, only %d", version, counterVersion)
	}
	if min(c.left.Documents, c.left.Tokens, docs, forms) < 0 || c.MaxTokens < 1 || c.MaxTokens > limitMaxTokens || max(docs, forms) > c.MaxTokens ||
		line != fmt.Sprintf(counterHeader, version, c.MaxTokens, c.cut, c.left.Documents, c.left.Tokens, docs, forms) {
		return nil, 0, 0, errors.New("the header is damaged")
	}
	return c, docs, forms, nil
}

// line reads a short line with its line break.
func (in *counterReader) line() (string, error) {
	var line []byte
	for len(line) < 256 {
		b, err := in.ReadByte()
		if err != nil {
			return "", err
		}
		line = append(line, b)
		if b == '\n' {
			break
		}
	}
	return string(line), nil
}

func (in *counterReader) form(c *PhraseCounter) error {
	var f form
	var err error
	if f.text, err = in.string(maxWordRunes * utf8.UTFMax); err != nil {
		return err
	}
	if f.tag, err = in.string(math.MaxInt32); err != nil {
		return err
	}
	kind, err := in.ReadByte()
	if err != nil {
		return err
	}
	f.kind, f.name = analysis.Kind(kind&15), PhraseKind(kind>>4)
	key := analysis.Key(f.text)
	switch list := c.forms.list; {
	case len(list) > 0 && list[len(list)-1].compare(f) >= 0:
		return errors.New("the forms are not sorted")
	case key == "" || spelling(f.text) != f.text || utf8.RuneCountInString(key) > maxWordRunes:
		return fmt.Errorf("%q is no word", f.text)
	case f.kind > analysis.KindLatin || f.name != Wording && f.name != SessionName && f.name != DocumentNumber:
		return fmt.Errorf("kind %d is none of a word", kind)
	}
	c.forms.id(f)
	return nil
}

func (in *counterReader) document(c *PhraseCounter, used []bool) (err error) {
	d := &countedDoc{size: 1}
	if d.id, err = in.string(math.MaxInt32); err != nil {
		return err
	}
	if d.group, err = in.string(math.MaxInt32); err != nil {
		return err
	}
	for range 8 {
		b, err := in.ReadByte()
		if err != nil {
			return err
		}
		d.rank = d.rank<<8 | uint64(b)
	}
	n, err := in.uvarint()
	if err != nil {
		return err
	}
	for range n {
		if err := in.word(c, d, used); err != nil {
			return err
		}
	}
	d.words, d.marks = slices.Clip(d.words), slices.Clip(d.marks)
	switch {
	case n > 0 && d.words[n-1] >= 0:
		return errors.New("the last word has no break behind it")
	case d.rank <= c.cut:
		return errors.New("the rank is one that is left out")
	case c.size+d.size > c.MaxTokens:
		return errors.New("there are more words than MaxTokens")
	case len(c.docs) > 0 && c.compare(c.docs[len(c.docs)-1], d) > 0:
		return errors.New("the documents are not sorted")
	}
	c.docs = append(c.docs, d)
	c.size += d.size
	return nil
}

// word reads a word, or a break, of d.
func (in *counterReader) word(c *PhraseCounter, d *countedDoc, used []bool) error {
	code, err := in.uvarint()
	if err != nil {
		return err
	}
	if code == 0 {
		if len(d.words) == 0 || d.words[len(d.words)-1] < 0 {
			return errors.New("a break has no word before it")
		}
		d.add(-1, 0)
		return nil
	}
	i := (code - 1) / 2
	if i >= uint64(len(used)) {
		return fmt.Errorf("a word has number %d, of %d forms", i, len(used))
	}
	marks := uint8(0)
	if code%2 == 0 {
		if marks, err = in.ReadByte(); err != nil {
			return err
		}
		if marks == 0 {
			return errors.New("a byte of marks has none")
		}
	}
	if d.size++; d.size > c.MaxTokens {
		return errors.New("there are more words than MaxTokens")
	}
	used[i] = true
	d.add(int32(i), marks)
	return nil
}

// ReadByte makes in an io.ByteReader.
func (in *counterReader) ReadByte() (byte, error) {
	b, err := in.r.ReadByte()
	if err == nil {
		in.n++
		in.sum = ^(castagnoli[byte(^in.sum)^b] ^ ^in.sum>>8)
	}
	return b, err
}

// uvarint reads a number in its shortest form.
func (in *counterReader) uvarint() (uint64, error) {
	before := in.n
	v, err := binary.ReadUvarint(in)
	if err != nil {
		return 0, err
	}
	if size := len(binary.AppendUvarint(nil, v)); int(in.n-before) != size {
		return 0, fmt.Errorf("the number %d takes %d bytes and not %d", v, in.n-before, size)
	}
	return v, nil
}

// string reads a string of at most so many bytes.
func (in *counterReader) string(most uint64) (string, error) {
	n, err := in.uvarint()
	if err != nil {
		return "", err
	}
	if n > most {
		return "", fmt.Errorf("a string has %d bytes, of at most %d", n, most)
	}
	var s []byte
	for range n {
		b, err := in.ReadByte()
		if err != nil {
			return "", err
		}
		s = append(s, b)
	}
	return string(s), nil
}

// end checks the last line, and that nothing follows it.
func (in *counterReader) end() error {
	want := fmt.Sprintf(counterTrailer, in.sum)
	line, err := in.line()
	if err != nil {
		return err
	}
	if line != want {
		return fmt.Errorf("the file is damaged: its last line is %.20q and should be %q", line, want)
	}
	in.start = in.n
	switch _, err := in.ReadByte(); err {
	case io.EOF:
		return nil
	case nil:
		return errors.New("something follows the checksum")
	default:
		return err
	}
}
