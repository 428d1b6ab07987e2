// Package rouge measures a summary against a reference by ROUGE-1, ROUGE-2 and
// ROUGE-L (Lin, "ROUGE: A package for automatic evaluation of summaries", 2004)
// over characters, the usual unit for Chinese, with one reference.
package rouge

import (
	"math/big"
	"unicode"
)

// A Score is the F1 of a summary, from 0 to 1, by each measure.
type Score struct {
	One float64 // characters
	Two float64 // pairs of neighbouring characters
	L   float64 // longest common subsequence
}

// Of returns the score of a summary. White space does not count, and of a
// summary longer than the reference only the beginning, as long as the
// reference, is measured. It takes time proportional to the product of the
// lengths over 64.
func Of(reference, summary string) Score {
	ref, sum := characters(reference), characters(summary)
	sum = sum[:min(len(sum), len(ref))]
	return Score{
		One: f1(common(ref, sum, 1), len(ref), len(sum)),
		Two: f1(common(ref, sum, 2), len(ref)-1, len(sum)-1),
		L:   f1(longestCommon(ref, sum), len(ref), len(sum)),
	}
}

// Mean returns the mean of scores, zero for none.
func Mean(scores ...Score) Score {
	var m Score
	for _, s := range scores {
		m.One += s.One / float64(len(scores))
		m.Two += s.Two / float64(len(scores))
		m.L += s.L / float64(len(scores))
	}
	return m
}

// Length returns the number of characters that count: all but white space.
func Length(s string) int { return len(characters(s)) }

func characters(s string) []rune {
	var out []rune
	for _, r := range s {
		if !unicode.IsSpace(r) {
			out = append(out, r)
		}
	}
	return out
}

// f1 returns the harmonic mean of precision and recall of matches among the
// units of the reference and of the summary.
func f1(matches, ref, sum int) float64 {
	if matches == 0 {
		return 0
	}
	return 2 * float64(matches) / float64(ref+sum)
}

// common returns how many n-grams both have, each as often as it occurs in both.
// n is 1 or 2.
func common(a, b []rune, n int) int {
	count := make(map[[2]rune]int)
	for i := 0; i+n <= len(a); i++ {
		count[gram(a[i:], n)]++
	}
	both := 0
	for i := 0; i+n <= len(b); i++ {
		g := gram(b[i:], n)
		if count[g] > 0 {
			count[g]--
			both++
		}
	}
	return both
}

func gram(s []rune, n int) (g [2]rune) {
	copy(g[:], s[:n])
	return g
}

// longestCommon returns the length of the longest common subsequence, by the
// bits of the positions in a (Hyyrö, "Bit-parallel LCS-length computation
// revisited", 2004).
func longestCommon(a, b []rune) int {
	at := make(map[rune]*big.Int)
	for i, r := range a {
		if at[r] == nil {
			at[r] = new(big.Int)
		}
		at[r].SetBit(at[r], i, 1)
	}
	all := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), uint(len(a))), big.NewInt(1))
	v, u, sum := new(big.Int).Set(all), new(big.Int), new(big.Int)
	for _, r := range b {
		if at[r] == nil {
			continue
		}
		u.And(v, at[r])
		sum.Add(v, u)
		v.AndNot(v, u)
		v.Or(v, sum)
		v.And(v, all)
	}
	left := 0
	for i := range len(a) {
		left += int(v.Bit(i))
	}
	return len(a) - left
}
