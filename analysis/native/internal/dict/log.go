package dict

import "math"

// log returns the natural logarithm of x, a number over 0 and up to 1, rounded
// correctly save for the rarest of cases, and so the same on every machine.
//
// cppjieba uses C's. That of glibc 2.36 is the same for all 5,087 frequencies of
// the dictionary, and for 744,196 of 744,509 frequencies up to 60,000,000: the
// others differ in the last bit. That of package math differs from C's for 32,939.
//
// It computes ln(m·2ᵉ) = 2·artanh((m-1)/(m+1)) + e·ln 2 in pairs of floats.
func log(x float64) float64 {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, e = 2*m, e-1
	}
	z := divide(pair{m - 1, 0}, sum(m, 1))
	z2 := z.times(z)
	series := pair{}
	for k := 2*terms + 1; k > 0; k -= 2 {
		series = series.times(z2).plus(divide(pair{1, 0}, pair{float64(k), 0}))
	}
	result := z.times(series)
	ln2 := pair{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56}
	result = pair{2 * result.high, 2 * result.low}.plus(ln2.times(pair{float64(e), 0}))
	return result.high
}

// terms of the series make its rest smaller than 2⁻¹¹⁰, since z² < 0.0295.
const terms = 22

// A pair is the number high + low, where high is the sum rounded to a float.
// The explicit conversions forbid the compiler to fuse operations.
type pair struct{ high, low float64 }

// sum is exact (Knuth's TwoSum).
func sum(a, b float64) pair {
	s := a + b
	t := s - a
	return pair{s, (a - (s - t)) + (b - t)}
}

func (a pair) plus(b pair) pair {
	s := sum(a.high, b.high)
	return sum(s.high, s.low+(a.low+b.low))
}

func (a pair) times(b pair) pair {
	p := float64(a.high * b.high)
	low := math.FMA(a.high, b.high, -p) + (float64(a.high*b.low) + float64(a.low*b.high))
	return sum(p, low)
}

func divide(a, b pair) pair {
	q := a.high / b.high
	p := b.times(pair{q, 0})
	rest := a.plus(pair{-p.high, -p.low})
	return sum(q, rest.high/b.high)
}
