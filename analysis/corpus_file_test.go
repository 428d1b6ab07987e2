package analysis

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// withTrailer appends the right last line to the lines of a corpus file.
func withTrailer(lines ...string) string {
	s := strings.Join(lines, "\n") + "\n"
	return s + fmt.Sprintf("crc32c %08x\n", crc32.Checksum([]byte(s), castagnoli))
}

func smallCorpus() *Corpus {
	return corpusOf(corpusDoc("改革", "gdp", "a\tb\\\n"), corpusDoc("改革", "发展"), corpusDoc())
}

func TestCorpusFileFormat(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name  string
		c     *Corpus
		lines []string
	}{
		{"empty", &Corpus{}, []string{"tifa-corpus 1 documents=0 terms=0"}},
		{"documents without terms", corpusOf(corpusDoc(), corpusDoc()), []string{"tifa-corpus 1 documents=2 terms=0"}},
		{"sorted by bytes, not by count", smallCorpus(), []string{
			"tifa-corpus 1 documents=3 terms=4", `1	a\x09b\x5c\x0a`, "1	gdp", "1	发展", "2	改革"}},
		{"sorted by the bytes of the key, not of its escaped form", corpusOf(corpusDoc("a\x01", "a!", "a")), []string{
			"tifa-corpus 1 documents=1 terms=3", "1	a", `1	a\x01`, "1	a!"}},
		{"the empty key", corpusOf(corpusDoc("")), []string{"tifa-corpus 1 documents=1 terms=1", "1	"}},
		{"space and marks as they are", corpusOf(corpusDoc(" 《a》 \u3000\u200b\ufeff�😀")), []string{
			"tifa-corpus 1 documents=1 terms=1", "1	 《a》 \u3000\u200b\ufeff�😀"}},
		{"control characters and line separators", corpusOf(corpusDoc("\x00\r\x7f\u0085\u2028\u2029")), []string{
			"tifa-corpus 1 documents=1 terms=1", `1	\x00\x0d\x7f\xc2\x85\xe2\x80\xa8\xe2\x80\xa9`}},
		{"what looks escaped", corpusOf(corpusDoc(`\x09`, `\`, `\x`)), []string{
			"tifa-corpus 1 documents=1 terms=3", `1	\x5c`, `1	\x5cx`, `1	\x5cx09`}},
		{"broken UTF-8", corpusOf(corpusDoc("改\xe6\x94", "\xff")), []string{
			"tifa-corpus 1 documents=1 terms=2", `1	改\xe6\x94`, `1	\xff`}},
		{"terms longer than any buffer", corpusOf(corpusDoc(strings.Repeat("字", 200_000)), corpusDoc(strings.Repeat("a", 50_000))), []string{
			"tifa-corpus 1 documents=2 terms=2", "1	" + strings.Repeat("a", 50_000), "1	" + strings.Repeat("字", 200_000)}},
		{"the largest count", &Corpus{docs: math.MaxInt, df: map[string]int{"a": math.MaxInt}}, []string{
			"tifa-corpus 1 documents=" + strconv.Itoa(math.MaxInt) + " terms=1", strconv.Itoa(math.MaxInt) + "	a"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			want := withTrailer(c.lines...)
			assert.Equal(t, want, corpusBytes(t, c.c))

			got, err := ReadCorpus(iotest.OneByteReader(strings.NewReader(want)))
			require.NoError(t, err)
			assert.Equal(t, c.c.Len(), got.Len())
			assert.Len(t, got.df, len(c.c.df))
			for key, df := range c.c.df {
				assert.Equal(t, df, got.DocumentFrequency(key), "%.20q", key)
			}
			assert.Equal(t, want, corpusBytes(t, got))
		})
	}
}

func TestReadCorpusRejects(t *testing.T) {
	t.Parallel()
	const header = "tifa-corpus 1 documents=2 terms=2"
	good := withTrailer(header, "1	a", "2	b")
	_, err := ReadCorpus(strings.NewReader(good))
	require.NoError(t, err)
	noTrailer := header + "\n1	a\n2	b\n"

	cases := []struct {
		name, file, want string
	}{
		{"an empty file", "", `line 1 (byte 0): the file is cut off: its last line, the checksum, is missing: unexpected EOF`},
		{"another file", "# Title\n\ntext\n", `line 1 (byte 0): this is not a corpus file`},
		{"a byte order mark", "\ufeff" + good, `line 1 (byte 0): this is not a corpus file`},
		{"another version", withTrailer("tifa-corpus 2 documents=2 terms=2 order=df", "1	a"), `line 1 (byte 0): version 2 of the format is not known, only 1`},
		{"a header without counts", withTrailer("tifa-corpus 1"), `line 1 (byte 0): the header is damaged`},
		{"a negative number of documents", withTrailer("tifa-corpus 1 documents=-1 terms=0"), `line 1 (byte 0): the header is damaged`},
		{"a negative number of terms", withTrailer("tifa-corpus 1 documents=0 terms=-1"), `line 1 (byte 0): the header is damaged`},
		{"more documents than int holds", withTrailer("tifa-corpus 1 documents=99999999999999999999 terms=0"), `line 1 (byte 0): the header is damaged`},
		{"more after the header", withTrailer(header+" ", "1	a", "2	b"), `line 1 (byte 0): the header is damaged`},
		{"a number written in another way", withTrailer("tifa-corpus 1 documents=02 terms=2", "1	a", "2	b"), `line 1 (byte 0): the header is damaged`},
		{"CRLF", strings.ReplaceAll(good, "\n", "\r\n"), `line 1 (byte 0): the line ends in \r\n: some program has changed the file's line breaks`},
		{"CRLF on one line, checksum adapted", withTrailer(header, "1	a\r", "2	b"), `line 2 (byte 34): the line ends in \r\n: some program has changed the file's line breaks`},
		{"a cut within a line", header + "\n1	a\n2	", `line 3 (byte 38): the file is cut off within the line: unexpected EOF`},
		{"a cut between lines", noTrailer, `line 4 (byte 42): the file is cut off: its last line, the checksum, is missing: unexpected EOF`},
		{"a cut last line break", strings.TrimSuffix(good, "\n"), `line 4 (byte 42): the file is cut off within the line: unexpected EOF`},
		{"no tab", withTrailer(header, "1 a", "2	b"), `line 2 (byte 34): the line has no tab`},
		{"two tabs", withTrailer(header, "1		a", "2	b"), `line 2 (byte 34): the term "\ta" is not escaped as WriteTo does it`},
		{"a blank line", withTrailer(header, "1	a", "", "2	b"), `line 3 (byte 38): the line has no tab`},
		{"no document frequency", withTrailer(header, "	a", "2	b"), `line 2 (byte 34): "" is not a document frequency`},
		{"a document frequency of 0", withTrailer(header, "0	a", "2	b"), `line 2 (byte 34): "0" is not a document frequency`},
		{"a negative document frequency", withTrailer(header, "-1	a", "2	b"), `line 2 (byte 34): "-1" is not a document frequency`},
		{"a document frequency with a sign", withTrailer(header, "+1	a", "2	b"), `line 2 (byte 34): "+1" is not a document frequency`},
		{"a document frequency with a leading zero", withTrailer(header, "01	a", "2	b"), `line 2 (byte 34): "01" is not a document frequency`},
		{"a document frequency beyond int", withTrailer(header, "99999999999999999999	a", "2	b"), `line 2 (byte 34): "99999999999999999999" is not a document frequency`},
		{"a document frequency beyond the documents", withTrailer(header, "1	a", "3	b"), `line 3 (byte 38): the document frequency 3 is more than the 2 documents`},
		{"unsorted terms", withTrailer(header, "2	b", "1	a"), `line 3 (byte 38): the terms are not sorted`},
		{"a term twice", withTrailer(header, "1	a", "1	a"), `line 3 (byte 38): the terms are not sorted`},
		{"the empty term twice", withTrailer(header, "1	", "1	"), `line 3 (byte 37): the terms are not sorted`},
		{"broken UTF-8", withTrailer(header, "1	\xe6\x94", "2	b"), `line 2 (byte 34): the term is not UTF-8`},
		{"a control character", withTrailer(header, "1	a\x00", "2	b"), `line 2 (byte 34): the term "a\x00" is not escaped as WriteTo does it`},
		{"a bare backslash", withTrailer(header, `1	a\`, "2	b"), `line 2 (byte 34): the term "a\\" is not escaped as WriteTo does it`},
		{"an unknown escape", withTrailer(header, `1	a\n`, "2	b"), `line 2 (byte 34): the term "a\\n" is not escaped as WriteTo does it`},
		{"an escape that is not hexadecimal", withTrailer(header, `1	\x0g`, "2	b"), `line 2 (byte 34): the term "\\x0g" is not escaped as WriteTo does it`},
		{"an escape cut short", withTrailer(header, `1	\x0`, "2	b"), `line 2 (byte 34): the term "\\x0" is not escaped as WriteTo does it`},
		{"an escape in upper case", withTrailer(header, `1	\x0A`, "2	b"), `line 2 (byte 34): the term "\\x0A" is not escaped as WriteTo does it`},
		{"a needless escape", withTrailer(header, `1	\x61`, "2	b"), `line 2 (byte 34): the term "\\x61" is not escaped as WriteTo does it`},
		{"fewer terms than the header says", withTrailer(header, "1	a"), `line 3 (byte 38): the file has 1 terms, its header says 2`},
		{"more terms than the header says", withTrailer(header, "1	a", "2	b", "1	c"), `line 5 (byte 46): the file has 3 terms, its header says 2`},
		{"a wrong checksum", noTrailer + "crc32c 00000000\n", `line 4 (byte 42): the file is damaged: its last line is "crc32c 00000000" and should be ` + strconv.Quote(good[42:57])},
		{"a changed count", strings.Replace(good, "2	b", "1	b", 1), `line 4 (byte 42): the file is damaged: its last line is ` + strconv.Quote(good[42:57]) + ` and should be "crc32c `},
		{"something after the checksum", good + "\n", `line 5 (byte 58): something follows the checksum`},
		{"two files in one", good + good, `line 5 (byte 58): something follows the checksum`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			corpus, err := ReadCorpus(strings.NewReader(c.file))
			require.Error(t, err)
			assert.Nil(t, corpus)
			assert.Contains(t, err.Error(), "analysis: corpus: "+c.want)
			if strings.Contains(c.want, "cut off") {
				assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
			}
		})
	}
}

// It is not parallel, so that nothing else allocates.
func TestReadCorpusAllocatesByContentNotByHeader(t *testing.T) {
	file := withTrailer("tifa-corpus 1 documents=1 terms=16777216", "1	a")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := ReadCorpus(strings.NewReader(file))
	runtime.ReadMemStats(&after)
	require.ErrorContains(t, err, "the file has 1 terms, its header says 16777216")
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(50<<20))
}

func TestReadCorpusFindsEveryDamagedByte(t *testing.T) {
	t.Parallel()
	good := corpusBytes(t, smallCorpus())
	for i := range good {
		for flip := 1; flip < 256; flip++ {
			bad := []byte(good)
			bad[i] ^= byte(flip)
			_, err := ReadCorpus(bytes.NewReader(bad))
			require.ErrorContains(t, err, "analysis: corpus: line ", "byte %d xor %#x", i, flip)
		}
		_, err := ReadCorpus(strings.NewReader(good[:i]))
		require.ErrorIs(t, err, io.ErrUnexpectedEOF, "the first %d bytes", i)
		_, err = ReadCorpus(strings.NewReader(good[:i] + good[i+1:]))
		require.Error(t, err, "without byte %d", i)
	}
}

func TestReadCorpusReportsTheReadersError(t *testing.T) {
	t.Parallel()
	good := corpusBytes(t, smallCorpus())
	broken := errors.New("the disk is broken")
	for i := range len(good) + 1 { // also where the end should be
		_, err := ReadCorpus(io.MultiReader(strings.NewReader(good[:i]), iotest.ErrReader(broken)))
		require.ErrorIs(t, err, broken, "after %d bytes", i)
	}
}

// A fullWriter takes a number of bytes and then fails.
type fullWriter struct{ room int }

var errFull = errors.New("the disk is full")

func (w *fullWriter) Write(p []byte) (int, error) {
	if len(p) > w.room {
		n := w.room
		w.room = 0
		return n, errFull
	}
	w.room -= len(p)
	return len(p), nil
}

func TestCorpusWriteToReportsTheWritersError(t *testing.T) {
	t.Parallel()
	for _, c := range []*Corpus{smallCorpus(), corpusOf(corpusDoc(strings.Repeat("长", 10_000)))} {
		size := len(corpusBytes(t, c))
		for room := 0; room < size; room += 1 + size/100 {
			n, err := c.WriteTo(&fullWriter{room})
			require.ErrorIs(t, err, errFull)
			require.ErrorContains(t, err, "analysis: corpus: the disk is full")
			require.EqualValues(t, room, n)
		}
	}
}

func FuzzReadCorpus(f *testing.F) {
	f.Add(corpusBytes(f, smallCorpus()))
	f.Add(withTrailer("tifa-corpus 1 documents=0 terms=0"))
	f.Add(withTrailer("tifa-corpus 1 documents=2 terms=2", `1	\x00`, `2	\xe6\x94`))
	f.Fuzz(func(t *testing.T, file string) {
		// The checksum would stop nearly all that the fuzzer makes up.
		if i := strings.LastIndex(file, "\ncrc32c "); i >= 0 {
			file = withTrailer(file[:i])
		}
		c, err := ReadCorpus(strings.NewReader(file))
		if err != nil {
			require.ErrorContains(t, err, "analysis: corpus: line ")
			return
		}
		require.Equal(t, file, corpusBytes(t, c))
		for key, df := range c.df {
			require.True(t, 1 <= df && df <= c.Len())
			require.GreaterOrEqual(t, c.IDF(key), 1.0)
		}
	})
}

// FuzzCorpusWriteTo checks that any keys come back.
func FuzzCorpusWriteTo(f *testing.F) {
	f.Add("改革", "a\tb\\\n", "\xff\x00")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		want := corpusOf(corpusDoc(a, b), corpusDoc(b, c), corpusDoc(c))
		got, err := ReadCorpus(strings.NewReader(corpusBytes(t, want)))
		require.NoError(t, err)
		require.Equal(t, want, got)
	})
}
