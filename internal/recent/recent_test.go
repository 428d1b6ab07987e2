package recent_test

import (
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
