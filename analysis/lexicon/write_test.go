package lexicon

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWrite(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	entries := []Entry{{Word: "新发展理念", Tag: "n", Freq: 7}, {Word: "网络强省"}}
	require.NoError(t, Write(&b, entries))
	assert.Equal(t, "新发展理念 7 n\n网络强省 0 nz\n", b.String())
	entries[1].Tag = "nz"
	got, err := Read(&b)
	require.NoError(t, err)
	assert.Equal(t, entries, got)

	assert.EqualError(t, Write(&b, []Entry{{Word: "网络"}, {Word: "网络", Tag: "n1"}}),
		`lexicon: entry 1: tag "n1" is not 1 to 16 ASCII letters`)
	assert.EqualError(t, Write(&b, []Entry{{Word: "#"}}), "lexicon: entry 0: a line that begins with # is a comment")
	bad := errors.New("bad disk")
	assert.ErrorIs(t, Write(failingWriter{bad}, []Entry{{Word: strings.Repeat("网", 50)}}), bad)
}

type failingWriter struct{ err error }

func (f failingWriter) Write([]byte) (int, error) { return 0, f.err }
