package keywords

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLogarithmsOfTablesAreThoseOfMath(t *testing.T) {
	t.Parallel()
	var shares lnShares
	shares.reset(700)
	for n := 1; n <= 700; n++ {
		for range 2 { // asked for, and known
			assert.InDelta(t, math.Log(float64(n)/700), shares.ln(n), 0)
		}
		assert.InDelta(t, math.Log(1+float64(n)), ln1(n), 0)
	}
	for total := 1; total < 40; total++ {
		for n := 1; n <= total; n++ {
			share := float64(n) / float64(total)
			assert.InDelta(t, share*math.Log2(share), shareLog2(n, total), 0)
		}
	}
}
