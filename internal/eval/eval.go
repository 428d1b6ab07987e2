// Package eval measures keywords, phrases and summaries against what a careful
// reader marked by hand, and says by resampling how sure the figures are.
package eval

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// Key is what gold and results are compared by: the string without quotation
// marks, 《》 and white space, in lower case.
func Key(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune("“”\"‘’'《》", r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s))
}

// distinct returns the Keys of a list, each at its first place, none empty.
func distinct(list []string) (keys []string) {
	seen := map[string]bool{"": true}
	for _, s := range list {
		if k := Key(s); !seen[k] {
			seen[k] = true
			keys = append(keys, k)
		}
	}
	return keys
}

// first returns the first k of a list, or all where there are fewer.
func first[T any](list []T, k int) []T { return list[:min(k, len(list))] }

// F1 returns the harmonic mean of precision and recall, from 0 to 1, of the first
// k of a ranked list. A list of fewer than k counts as k, so that saying little
// is not rewarded.
func F1(ranked, gold []string, k int) float64 {
	want := distinct(gold)
	hits := 0
	for _, g := range first(distinct(ranked), k) {
		if slices.Contains(want, g) {
			hits++
		}
	}
	if hits == 0 {
		return 0
	}
	return 2 * float64(hits) / float64(k+len(want))
}

// Grades are the grades of a document's phrases by their Keys: 2 for a salient
// phrase, 1 for one that is only well-formed. What is not among them has 0.
type Grades map[string]int

// NewGrades returns the grades of phrases as they are written.
func NewGrades(phrases map[string]int) Grades {
	g := make(Grades, len(phrases))
	for p, grade := range phrases {
		g[Key(p)] = max(g[Key(p)], grade)
	}
	return g
}

// Of returns the grades of a ranked list, without repeats.
func (g Grades) Of(ranked []string) []int {
	var grades []int
	for _, k := range distinct(ranked) {
		grades = append(grades, g[k])
	}
	return grades
}

// Precision returns the share, from 0 to 1, of the first k of a ranked list that
// have at least the grade. A list of fewer than k counts as k.
func (g Grades) Precision(ranked []string, k, grade int) float64 {
	n := 0
	for _, x := range first(g.Of(ranked), k) {
		if x >= grade {
			n++
		}
	}
	return float64(n) / float64(k)
}

// NDCG returns the normalized discounted cumulative gain, from 0 to 1, of the
// first k of a ranked list (Järvelin & Kekäläinen, "Cumulated gain-based
// evaluation of IR techniques", 2002), with the gain 2^grade−1, which is 3 or 1,
// and the discount log₂(1+rank) of Burges et al. 2005. It is 0 where the document
// has no phrases.
func (g Grades) NDCG(ranked []string, k int) float64 {
	ideal := make([]int, 0, len(g))
	for _, grade := range g {
		ideal = append(ideal, grade)
	}
	slices.SortFunc(ideal, func(a, b int) int { return cmp.Compare(b, a) })
	best := gain(first(ideal, k))
	if best == 0 {
		return 0
	}
	return gain(first(g.Of(ranked), k)) / best
}

func gain(grades []int) (sum float64) {
	for i, grade := range grades {
		sum += (math.Exp2(float64(grade)) - 1) / math.Log2(float64(i+2))
	}
	return sum
}
