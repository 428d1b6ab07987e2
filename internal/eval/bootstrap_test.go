package eval

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestBootstrap(t *testing.T) {
	t.Parallel()
	assert.Equal(t, Mean{}, Bootstrap{}.Mean(nil))
	assert.Equal(t, Mean{3, .5, .5, .5}, Bootstrap{}.Mean([]float64{.5, .5, .5}), "equal values are sure")
	assert.Equal(t, Mean{1, .25, .25, .25}, Bootstrap{}.Mean([]float64{.25}))

	// Of the means of n zeros and ones drawn, the normal distribution's 95 % are
	// within 1.96·√(p(1−p)/n).
	values := make([]float64, 400)
	for i := range values {
		values[i] = float64(i % 4 / 3)
	}
	m := Bootstrap{Resamples: 20_000}.Mean(values)
	reach := 1.96 * math.Sqrt(.25*.75/400)
	assert.Equal(t, .25, m.Value)
	assert.InDelta(t, .25-reach, m.Low, .003)
	assert.InDelta(t, .25+reach, m.High, .003)

	wide, narrow := Bootstrap{Level: .99}.Mean(values), Bootstrap{Level: .5}.Mean(values)
	assert.Greater(t, wide.High-wide.Low, m.High-m.Low)
	assert.Less(t, narrow.High-narrow.Low, m.High-m.Low)
	assert.Equal(t, m, Bootstrap{Resamples: 20_000}.Mean(values), "the same seed, the same interval")
	uneven := []float64{.1, .22, .37, .41, .83}
	assert.NotEqual(t, Bootstrap{Seed: 1}.Mean(uneven), Bootstrap{Seed: 2}.Mean(uneven))
}

// Two methods that vary together differ surely, though their intervals overlap.
func TestPaired(t *testing.T) {
	t.Parallel()
	var x, y []float64
	for i := range 12 {
		x = append(x, float64(i)/12+.02+float64(i%2)/100)
		y = append(y, float64(i)/12)
	}
	b := Bootstrap{}
	assert.Greater(t, b.Mean(y).High, b.Mean(x).Low)
	d := b.Paired(x, y)
	assert.InDelta(t, .025, d.Value, 1e-12)
	assert.True(t, d.Differs())
	assert.True(t, b.Paired(y, x).Differs())
	assert.False(t, b.Paired(x, x).Differs())
	assert.False(t, Mean{}.Differs())
	assert.False(t, b.Paired([]float64{.1 + .2, .1 + .2}, []float64{.3, .3}).Differs(), "a rounding error is no difference")
}

func TestQuantile(t *testing.T) {
	t.Parallel()
	sorted := []float64{1, 2, 4}
	for p, want := range map[float64]float64{0: 1, .25: 1.5, .5: 2, .75: 3, 1: 4} {
		assert.Equal(t, want, quantile(sorted, p))
	}
	assert.Equal(t, 7.0, quantile([]float64{7}, .3))
}
