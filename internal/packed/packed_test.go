package packed_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/internal/packed"
)

func TestMapNeverTakesOneTextForAnother(t *testing.T) {
	t.Parallel()
	var m packed.Map[int]
	random := rand.New(rand.NewPCG(1, 2))
	for range 2 {
		m.Reset(100)
		want := make(map[string]int)
		for i := range 20_000 {
			text := strings.Repeat("\x00", random.IntN(3)) + fmt.Sprint(random.IntN(2000)) + strings.Repeat("经", random.IntN(6))
			value := m.At(text)
			require.Same(t, value, m.AtPart("<"+text+">", 1, 1+len(text)), text)
			require.Equal(t, want[text], *value, text)
			*value, want[text] = i, i
		}
	}
}

func TestPackKeepsEveryByte(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 15; n++ {
		text := "\xff\x00123456789abcde"[:n]
		require.True(t, packed.Fits(text))
		low, high := packed.Pack(text)
		var b [16]byte
		binary.LittleEndian.PutUint64(b[:], low)
		binary.LittleEndian.PutUint64(b[8:], high)
		assert.Equal(t, text, string(b[:n]))
		assert.Equal(t, make([]byte, 15-n), b[n:15])
		assert.Equal(t, byte(n), b[15])
		for _, behind := range []string{"", "1", "0123456789abcdef"} {
			l, h := packed.PackAt("<<"+text+behind, 2, 2+n)
			assert.Equal(t, [2]uint64{low, high}, [2]uint64{l, h}, "%q before %q", text, behind)
		}
	}
	assert.False(t, packed.Fits(""))
	assert.False(t, packed.Fits("0123456789abcdef"))
}
