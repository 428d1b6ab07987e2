package native

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis/lexicon"
)

func TestKeepWhole(t *testing.T) {
	t.Parallel()
	given := []lexicon.Entry{{Word: "中国特色社会主义"}, {Word: "新发展理念", Tag: "n"}, {Word: "新发展理念", Tag: "n"}, {Word: "经济", Tag: "n"}, {Word: "区块链"}, {Word: "网络强省", Freq: 5000}}
	got, err := KeepWhole(given)
	require.NoError(t, err)
	require.Len(t, got, 5)
	words := []string{}
	for _, e := range got {
		words = append(words, e.Word+"/"+e.Tag)
	}
	assert.Equal(t, []string{"中国特色社会主义/nz", "新发展理念/n", "经济/n", "区块链/nz", "网络强省/nz"}, words)
	assert.Equal(t, 5000, got[4].Freq, "the least frequency that was asked for")
	assert.Positive(t, got[1].Freq)
	again, err := KeepWhole(got)
	require.NoError(t, err)
	assert.Equal(t, got, again)

	s, err := Open(Options{Lexicon: got})
	require.NoError(t, err)
	for _, e := range got {
		cut, err := s.Segment(nil, e.Word)
		require.NoError(t, err)
		assert.Len(t, cut, 1, e.Word)
	}
}

func TestKeepWholeRejects(t *testing.T) {
	t.Parallel()
	_, err := KeepWhole([]lexicon.Entry{{Word: "网络"}, {Word: "网络 强省"}})
	assert.EqualError(t, err, `native: lexicon: entry 1: "网络 强省" can never be found: texts are cut at ' '`)
}
