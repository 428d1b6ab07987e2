package keywords

import (
	"cmp"
	"math"
	"slices"
)

// Ochiai returns the coefficient of two terms of which a and b units have one,
// and both units have the two (Ochiai 1957), the cosine of Salton & McGill
// (1983):
//
//	both / √(a·b)
//
// from 0 to 1. It does not depend on how many units there are, and is 0 if a or b
// is.
func Ochiai(both, a, b float64) float64 {
	if a <= 0 || b <= 0 {
		return 0
	}
	return both / math.Sqrt(a*b)
}

// Jaccard returns the coefficient of two terms (Jaccard 1912), the share of the
// units with one of them that have both:
//
//	both / (a + b − both)
//
// from 0 to 1, and 0 if no unit has one. It is low where one of the terms is much
// more frequent than the other.
func Jaccard(both, a, b float64) float64 {
	if a+b-both <= 0 {
		return 0
	}
	return both / (a + b - both)
}

// PMI returns the pointwise mutual information of two terms in bits (Church &
// Hanks 1990):
//
//	log₂(both·units / (a·b))
//
// 0 if they are independent, and more if they attract each other. Its highest
// values are those of rare terms, so ask for a number of units. It is 0 if both
// is.
func PMI(both, a, b, units float64) float64 {
	if both <= 0 || a <= 0 || b <= 0 || units <= 0 {
		return 0
	}
	return math.Log2(both * units / (a * b))
}

// NPMI returns the normalized pointwise mutual information of two terms (Bouma
// 2009): PMI divided by −log₂(both/units), from −1 to 1: 1 if neither is without
// the other. It is 0 if both is.
func NPMI(both, a, b, units float64) float64 {
	if both <= 0 || a <= 0 || b <= 0 || units <= 0 {
		return 0
	}
	if both >= units {
		return 1 // the limit: all units have both
	}
	return PMI(both, a, b, units) / -math.Log2(both/units)
}

// A Pair is two terms of a Cooccurrence that occur together.
type Pair struct {
	A, B                       int // indices of the terms, A < B
	Count                      int // units that have both, 1 or more
	Ochiai, Jaccard, PMI, NPMI float64
}

// Pairs returns the pairs that occur together in least units or more, by A and
// then by B.
func (c *Cooccurrence) Pairs(least int) []Pair {
	least = max(1, least)
	var out []Pair
	for a := range c.terms {
		for b := a + 1; b < len(c.terms); b++ {
			if n := c.Both(a, b); n >= least {
				both, x, y, all := float64(n), float64(c.count[a]), float64(c.count[b]), float64(c.units)
				out = append(out, Pair{
					A: a, B: b, Count: n,
					Ochiai: Ochiai(both, x, y), Jaccard: Jaccard(both, x, y),
					PMI: PMI(both, x, y, all), NPMI: NPMI(both, x, y, all),
				})
			}
		}
	}
	return out
}

// StrongestPairs returns the pairs that are among the k with the highest weight
// of either of their terms, in their order, so that a network of them stays
// readable and no term that has a pair is left alone. Of equal weights (after
// rounding to 1e-12) the higher Count, then the earlier pair, goes first.
func StrongestPairs(pairs []Pair, k int, weight func(Pair) float64) []Pair {
	order := make([]int, len(pairs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(round(weight(pairs[j])), round(weight(pairs[i]))), pairs[j].Count-pairs[i].Count)
	})
	taken := make(map[int]int) // pairs of a term so far
	keep := make([]bool, len(pairs))
	for _, i := range order {
		p := pairs[i]
		keep[i] = taken[p.A] < k || taken[p.B] < k
		taken[p.A]++
		taken[p.B]++
	}
	var out []Pair
	for i, p := range pairs {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}
