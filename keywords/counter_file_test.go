package keywords_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/keywords"
)

func fileOf(t testing.TB, c *keywords.PhraseCounter) string {
	t.Helper()
	var b bytes.Buffer
	n, err := c.WriteTo(&b)
	require.NoError(t, err)
	require.EqualValues(t, b.Len(), n)
	return b.String()
}

// summed appends the right last line to a file.
func summed(s string) string {
	return s + fmt.Sprintf("crc32c %08x\n", crc32.Checksum([]byte(s), crc32.MakeTable(crc32.Castagnoli)))
}

// smallFile is a file with one document: “a” b, c.
func smallFile(t testing.TB) string {
	return fileOf(t, counter(t, 9, counted{"id", "g", "“|a/eng|”|b/eng|，|c/eng"}))
}

func TestCounterFileFormat(t *testing.T) {
	t.Parallel()
	const rank = "d12414d74778ac94" // the SHA-256 of id, group and text
	want := "tifa-phrases 1 max=9 cut=0000000000000000 left=0 lefttokens=0 documents=1 forms=3\n" +
		"\x01a\x03eng\x02" + "\x01b\x03eng\x02" + "\x01c\x03eng\x02" +
		"\x02id\x01g" + unhex(t, rank) + "\x05" + "\x02\x09" + "\x03" + "\x00" + "\x05" + "\x00"
	assert.Equal(t, summed(want), smallFile(t))
	assert.Equal(t, summed("tifa-phrases 1 max=20000000 cut=0000000000000000 left=0 lefttokens=0 documents=0 forms=0\n"),
		fileOf(t, new(keywords.PhraseCounter)))
}

func unhex(t testing.TB, s string) string {
	t.Helper()
	b, err := hex.DecodeString(s)
	require.NoError(t, err)
	return string(b)
}

func TestCounterFileRoundTrip(t *testing.T) {
	t.Parallel()
	for _, maxTokens := range []int{0, 300, 12} {
		docs := randomDocuments(rand.New(rand.NewPCG(5, 6)), 60)
		c := counter(t, maxTokens, docs[:40]...)
		got, err := keywords.ReadPhraseCounter(iotest.OneByteReader(strings.NewReader(fileOf(t, c))))
		require.NoError(t, err)
		assert.Equal(t, bytesOf(t, c), bytesOf(t, got))

		// What was read goes on like what was written.
		for _, c := range []*keywords.PhraseCounter{c, got} {
			require.NoError(t, c.Merge(counter(t, maxTokens, docs[40:]...)))
		}
		assert.Equal(t, bytesOf(t, c), bytesOf(t, got))
	}
}

func TestReadPhraseCounterRejects(t *testing.T) {
	t.Parallel()
	good := smallFile(t)
	body := good[:len(good)-len("crc32c 00000000\n")]
	header := body[:strings.IndexByte(body, '\n')+1]
	at := func(part string) int { return strings.Index(body, part) }
	replace := func(old, new string) string {
		require.Contains(t, body, old)
		return summed(strings.Replace(body, old, new, 1))
	}
	const words = "\x05\x02\x09\x03\x00\x05\x00"
	forms, doc := len(header), at("\x02id")
	for _, c := range []struct{ name, file, want string }{
		{"an empty file", "", "byte 0: the file is cut off: unexpected EOF"},
		{"another file", "tifa-corpus 1 documents=3 terms=2\n", "byte 0: this is not a file of a phrase counter"},
		{"a file of one long line", strings.Repeat("a", 1000), "byte 0: this is not a file of a phrase counter"},
		{"another version", replace("phrases 1", "phrases 2"), "byte 0: version 2 of the format is not known, only 1"},
		{"a header with a negative number", replace("left=0", "left=-1"), "byte 0: the header is damaged"},
		{"a header with more documents than can be", replace("documents=1", "documents=10"), "byte 0: the header is damaged"},
		{"a header without its cut", replace(" cut=0000000000000000", ""), "byte 0: the header is damaged"},
		{"MaxTokens out of its range", replace("max=9", "max=0"), "byte 0: the header is damaged"},
		{"cut off in the header", good[:20], "byte 0: the file is cut off: unexpected EOF"},
		{"cut off in a form", good[:forms+9], fmt.Sprintf("byte %d: the file is cut off: unexpected EOF", forms+7)},
		{"cut off in a document", good[:doc+9], fmt.Sprintf("byte %d: the file is cut off: unexpected EOF", doc)},
		{"cut off in the checksum", good[:len(good)-3], fmt.Sprintf("byte %d: the file is cut off: unexpected EOF", len(body))},
		{"something behind", good + "\n", fmt.Sprintf("byte %d: something follows the checksum", len(good))},
		{"a changed byte", strings.Replace(good, "\x02id", "\x02ie", 1), fmt.Sprintf("byte %d: the file is damaged: its last line is %q and should be ", len(body), good[len(body):])},
		{"forms that are not sorted", replace("\x01a\x03", "\x01d\x03"), fmt.Sprintf("byte %d: form 2 of 3: the forms are not sorted", forms+7)},
		{"a form that is no word", replace("\x01a\x03", "\x01 \x03"), fmt.Sprintf(`byte %d: form 1 of 3: " " is no word`, forms)},
		{"a form of punctuation", replace("\x01a\x03eng\x02", "\x01a\x03eng\x03"), fmt.Sprintf("byte %d: form 1 of 3: kind 3 is none of a word", forms)},
		{"a form that is too long", replace("\x01a\x03", "\xff\x7fa\x03"), fmt.Sprintf("byte %d: form 1 of 3: a string has 16383 bytes, of at most 400", forms)},
		{"a form that no document has", replace(words, "\x05\x02\x09\x03\x00\x03\x00"), fmt.Sprintf(`byte %d: no document has form 2, "c"`, len(body))},
		{"a word without a form", replace(words, "\x05\x02\x09\x07\x00\x05\x00"), fmt.Sprintf("byte %d: document 1 of 1: a word has number 3, of 3 forms", doc)},
		{"a break before all words", replace(words, "\x05\x00\x02\x09\x03\x05\x00"), fmt.Sprintf("byte %d: document 1 of 1: a break has no word before it", doc)},
		{"two breaks", replace(words, "\x06\x02\x09\x03\x00\x00\x05\x00"), fmt.Sprintf("byte %d: document 1 of 1: a break has no word before it", doc)},
		{"no break at the end", replace(words, "\x04\x02\x09\x03\x00\x05"), fmt.Sprintf("byte %d: document 1 of 1: the last word has no break behind it", doc)},
		{"marks that are none", replace(words, "\x05\x02\x00\x03\x00\x05\x00"), fmt.Sprintf("byte %d: document 1 of 1: a byte of marks has none", doc)},
		{"a number that is longer than it must be", replace(words, "\x85\x00\x02\x09\x03\x00\x05\x00"), fmt.Sprintf("byte %d: document 1 of 1: the number 5 takes 2 bytes and not 1", doc)},
		{"a rank that is left out", replace("cut=0", "cut=f"), fmt.Sprintf("byte %d: document 1 of 1: the rank is one that is left out", doc)},
		{"more words than MaxTokens", replace("max=9", "max=3"), fmt.Sprintf("byte %d: document 1 of 1: there are more words than MaxTokens", doc)},
		{"documents that are not sorted", summed(strings.Replace(body, "documents=1", "documents=2", 1) + strings.Replace(body[doc:], "id", "ic", 1)),
			fmt.Sprintf("byte %d: document 2 of 2: the documents are not sorted", len(body))},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := keywords.ReadPhraseCounter(strings.NewReader(c.file))
			require.Error(t, err)
			assert.Contains(t, err.Error(), "keywords: phrase counter: "+c.want)
		})
	}
	_, err := keywords.ReadPhraseCounter(strings.NewReader(good))
	require.NoError(t, err)
	for i := range len(good) {
		_, err := keywords.ReadPhraseCounter(strings.NewReader(good[:i]))
		require.ErrorIs(t, err, io.ErrUnexpectedEOF, "cut off after %d bytes", i)
		damaged := []byte(good)
		damaged[i] ^= 1
		_, err = keywords.ReadPhraseCounter(bytes.NewReader(damaged))
		require.Error(t, err, "byte %d", i)
	}
}

func TestReadPhraseCounterPassesOnErrors(t *testing.T) {
	t.Parallel()
	bad := errors.New("bad disk")
	good := smallFile(t)
	for i := range len(good) {
		_, err := keywords.ReadPhraseCounter(io.MultiReader(strings.NewReader(good[:i]), iotest.ErrReader(bad)))
		require.ErrorIs(t, err, bad, "after %d bytes", i)
	}
	for i := range len(good) {
		n, err := counter(t, 9, counted{"id", "g", "“|a/eng|”|b/eng|，|c/eng"}).WriteTo(&cutWriter{room: i, err: bad})
		require.ErrorIs(t, err, bad)
		require.EqualValues(t, i, n)
	}
}

// cutWriter takes so many bytes and then fails.
type cutWriter struct {
	room int
	err  error
}

func (f *cutWriter) Write(p []byte) (int, error) {
	if n := f.room; len(p) > n {
		f.room = 0
		return n, f.err
	}
	f.room -= len(p)
	return len(p), nil
}

func TestReadPhraseCounterBelievesNoNumbers(t *testing.T) {
	good := smallFile(t)
	huge := strings.Replace(good, "max=9", "max=536870912", 1)
	for _, file := range []string{
		strings.Replace(huge, "documents=1", "documents=500000000", 1),
		strings.Replace(huge, "forms=3", "forms=500000000", 1),
		strings.Replace(huge, "\x02id", "\xff\xff\xff\xff\x07id", 1),
		strings.Replace(huge, "\x05\x02\x09", "\xff\xff\xff\xff\x0f\x02\x09", 1),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := keywords.ReadPhraseCounter(strings.NewReader(file))
		runtime.ReadMemStats(&after)
		require.Error(t, err)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(1<<20), "bytes")
	}
}

// FuzzReadPhraseCounter: what is read is written as it was, and has a table.
func FuzzReadPhraseCounter(f *testing.F) {
	docs := randomDocuments(rand.New(rand.NewPCG(7, 8)), 8)
	for _, maxTokens := range []int{0, 40} {
		f.Add(trimSum(fileOf(f, counter(f, maxTokens, docs...))))
	}
	f.Add(trimSum(smallFile(f)))
	f.Add("")
	f.Fuzz(func(t *testing.T, body string) {
		file := summed(body)
		c, err := keywords.ReadPhraseCounter(strings.NewReader(file))
		if err != nil {
			assert.Regexp(t, `^keywords: phrase counter: byte \d+: .`, err.Error())
			return
		}
		require.Equal(t, file, fileOf(t, c))
		for _, r := range table(t, c, keywords.TableOptions{Phrases: keywords.Phrases{MinCount: 2, MinRunes: 1}, MinDocuments: 1}).Rows {
			require.NotEmpty(t, r.Text)
			require.False(t, math.IsNaN(r.Score) || math.IsInf(r.Score, 0), "%q: %v", r.Text, r.Score)
			require.LessOrEqual(t, r.Count, r.All)
			require.LessOrEqual(t, r.Documents, r.All)
			var sum keywords.GroupCount
			for _, g := range r.Groups {
				sum.Count, sum.All, sum.Documents = sum.Count+g.Count, sum.All+g.All, sum.Documents+g.Documents
			}
			require.Equal(t, keywords.GroupCount{Count: r.Count, All: r.All, Documents: r.Documents}, sum)
		}
	})
}

// trimSum cuts the last line off, which the fuzzer could not get right.
func trimSum(file string) string { return file[:strings.LastIndex(file, "crc32c ")] }
