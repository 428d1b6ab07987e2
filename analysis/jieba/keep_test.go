package jieba

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestKeepWhole(t *testing.T) {
	t.Parallel()
	given := []Entry{{Word: "中国特色社会主义"}, {Word: "新发展理念", Tag: "n"}, {Word: "新发展理念", Tag: "n"}, {Word: "经济", Tag: "n"}, {Word: "区块链"}, {Word: "网络强省", Freq: 5000}}
	got, err := KeepWhole(given)
	require.NoError(t, err)
	require.Len(t, got, 5)
	words := []string{}
	for _, e := range got {
		words = append(words, e.Word+"/"+e.Tag)
	}
	assert.Equal(t, []string{"中国特色社会主义/nz", "新发展理念/n", "经济/n", "区块链/nz", "网络强省/nz"}, words)
	assert.Equal(t, 5000, got[4].Freq, "the least frequency that was asked for")
	again, err := KeepWhole(got)
	require.NoError(t, err)
	assert.Equal(t, got, again)

	// Open takes no others.
	s, err := Open(Options{Lexicon: got})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	for _, e := range got {
		freq, tag, ok := s.dict.lookup(e.Word)
		assert.Equal(t, e, Entry{Word: e.Word, Tag: tag, Freq: freq})
		assert.True(t, ok)
	}
}

func TestKeepWholeRejects(t *testing.T) {
	t.Parallel()
	_, err := KeepWhole([]Entry{{Word: "网络"}, {Word: "网络 强省"}})
	assert.EqualError(t, err, `jieba: lexicon entry 1: "网络 强省" can never be found: cppjieba cuts at ' '`)
}

func TestWriteLexicon(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	entries := []Entry{{Word: "新发展理念", Tag: "n", Freq: 7}, {Word: "网络强省"}}
	require.NoError(t, WriteLexicon(&b, entries))
	assert.Equal(t, "新发展理念 7 n\n网络强省 0 nz\n", b.String())
	entries[1].Tag = "nz"
	got, err := ReadLexicon(&b)
	require.NoError(t, err)
	assert.Equal(t, entries, got)

	assert.EqualError(t, WriteLexicon(&b, []Entry{{Word: "网络"}, {Word: "网络", Tag: "n1"}}),
		`jieba: lexicon entry 1: tag "n1" is not 1 to 16 ASCII letters`)
	assert.EqualError(t, WriteLexicon(&b, []Entry{{Word: "#"}}), "jieba: lexicon entry 0: a line that begins with # is a comment")
	bad := errors.New("bad disk")
	assert.ErrorIs(t, WriteLexicon(failingWriter{bad}, []Entry{{Word: strings.Repeat("网", 50)}}), bad)
}

type failingWriter struct{ err error }

func (f failingWriter) Write([]byte) (int, error) { return 0, f.err }
