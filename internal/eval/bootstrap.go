package eval

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A Bootstrap draws documents with replacement to say how sure a mean over
// documents is (Efron & Tibshirani, "An Introduction to the Bootstrap", 1993,
// chapter 13). Zero fields mean the defaults in brackets. The same values and
// fields give the same interval.
//
// With few documents the percentile interval is somewhat too narrow: a dozen
// documents at 95 % cover some 91 % (1.96·√(11/12) of Student's t). It says how far other documents of the same
// kind may take the mean, and nothing of documents of another kind.
type Bootstrap struct {
	Resamples int     // 1 or more [2000]
	Level     float64 // between 0 and 1 [0.95]
	Seed      uint64  // [0]
}

// A Mean is a mean over documents with its interval.
type Mean struct {
	N         int // documents
	Value     float64
	Low, High float64 // the interval
}

// Differs reports whether 0 is outside the interval: of a mean of differences,
// whether one of the two is better, by as much certainty as the level says. Of
// twenty comparisons of equals, one differs at 95 %.
func (m Mean) Differs() bool { return m.N > 0 && (m.Low > 0 || m.High < 0) }

// Mean returns the mean of the values, one for each document, and the percentile
// interval, the zero Mean for none. Two lists of the same length are resampled
// alike.
func (b Bootstrap) Mean(values []float64) Mean {
	n := len(values)
	if n == 0 {
		return Mean{}
	}
	resamples, level := b.Resamples, b.Level
	if resamples <= 0 {
		resamples = 2000
	}
	if !(level > 0 && level < 1) {
		level = 0.95
	}
	r := rand.New(rand.NewPCG(b.Seed, uint64(n)))
	means := make([]float64, resamples)
	for i := range means {
		for range n {
			means[i] += values[r.IntN(n)]
		}
		means[i] /= float64(n)
	}
	slices.Sort(means)
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	tail := (1 - level) / 2
	return Mean{N: n, Value: round(sum / float64(n)), Low: round(quantile(means, tail)), High: round(quantile(means, 1-tail))}
}

// Paired returns the mean of x−y, document by document (Koehn, "Statistical
// significance tests for machine translation evaluation", 2004): what is hard
// for both makes no difference. The lists are of the same documents.
func (b Bootstrap) Paired(x, y []float64) Mean {
	d := make([]float64, min(len(x), len(y)))
	for i := range d {
		d[i] = x[i] - y[i]
	}
	return b.Mean(d)
}

// round takes away what the order of a sum makes of equal values.
func round(x float64) float64 { return math.Round(x*1e12) / 1e12 }

// quantile interpolates between the sorted values, as type 7 of Hyndman & Fan
// 1996 does, which is the default of R and NumPy.
func quantile(sorted []float64, p float64) float64 {
	at := p * float64(len(sorted)-1)
	low := int(math.Floor(at))
	high := min(low+1, len(sorted)-1)
	return sorted[low] + (at-float64(low))*(sorted[high]-sorted[low])
}
