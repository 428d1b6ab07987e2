package keywords

import "math"

// Most logarithms that scores need are of small counts and of their shares in
// one another, again and again.
const fewCounts = 256

var lnAfter = func() (of [fewCounts]float64) {
	for n := range of {
		of[n] = math.Log(1 + float64(n))
	}
	return of
}()

// ln1 returns ln(1 + n).
func ln1(n int) float64 {
	if uint(n) < fewCounts {
		return lnAfter[n]
	}
	return math.Log(1 + float64(n))
}

var log2Of = func() (of [fewCounts]float64) {
	for n := range of {
		of[n] = math.Log2(float64(n))
	}
	return of
}()

// log2 returns log₂ n.
func log2(n int) float64 {
	if uint(n) < fewCounts {
		return log2Of[n]
	}
	return math.Log2(float64(n))
}

// lnShares gives the logarithms of shares in a total.
type lnShares struct {
	total int
	of    [fewCounts]float64 // of each count, 0 until it is asked for
}

func (s *lnShares) reset(total int) { *s = lnShares{total: total} }

// ln returns ln(n / total).
func (s *lnShares) ln(n int) float64 {
	if uint(n) >= fewCounts {
		return math.Log(float64(n) / float64(s.total))
	}
	if s.of[n] == 0 {
		s.of[n] = math.Log(float64(n) / float64(s.total))
	}
	return s.of[n]
}

// fewNeighbours is how many a table of xlog2 is for.
const fewNeighbours = 16

var shareLogs = func() (of [fewNeighbours + 1][fewNeighbours + 1]float64) {
	for total := range of {
		for n := 1; n <= total; n++ {
			share := float64(n) / float64(total)
			of[total][n] = share * math.Log2(share)
		}
	}
	return of
}()

// shareLog2 returns p·log₂ p of the share p = n / total, which is more than 0.
func shareLog2(n, total int) float64 {
	if total <= fewNeighbours {
		return shareLogs[total][n]
	}
	share := float64(n) / float64(total)
	return share * math.Log2(share)
}
