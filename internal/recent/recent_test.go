package recent_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/internal/recent"
)

func TestCacheNeverTakesOneTextForAnother(t *testing.T) {
	t.Parallel()
	var c recent.Cache[string]
	random := rand.New(rand.NewPCG(1, 2))
	known := 0
	for range 100_000 {
		text := strings.Repeat("\x00", random.IntN(3)) + fmt.Sprint(random.IntN(2000)) + "经济"[:3*random.IntN(3)]
		s := c.At(text)
		require.NotNil(t, s, text)
		if s.Known {
			known++
			require.Equal(t, text, s.Value)
		}
		s.Value, s.Known = text, true
	}
	assert.Positive(t, known)
	c.Clear()
	assert.False(t, c.At("经济").Known)
}

func TestCacheLeavesOutWhatIsLong(t *testing.T) {
	t.Parallel()
	var c recent.Cache[int]
	assert.NotNil(t, c.At("五大发展理"))
	assert.Nil(t, c.At("五大发展理念"))
	assert.Nil(t, c.At(""))
}

func TestPackKeepsEveryByte(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 15; n++ {
		text := "\xff\x00123456789abcde"[:n]
		require.True(t, recent.Fits(text))
		low, high := recent.Pack(text)
		var b [16]byte
		binary.LittleEndian.PutUint64(b[:], low)
		binary.LittleEndian.PutUint64(b[8:], high)
		assert.Equal(t, text, string(b[:n]))
		assert.Equal(t, make([]byte, 15-n), b[n:15])
		assert.Equal(t, byte(n), b[15])
	}
	assert.False(t, recent.Fits(""))
	assert.False(t, recent.Fits("0123456789abcdef"))
}
