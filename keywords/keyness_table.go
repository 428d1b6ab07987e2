package keywords

import (
	"cmp"
	"math"
	"slices"
)

// Compare returns a row for each phrase of the table that has an occurrence in
// the groups of study or of reference, counted on All, in the order of the
// function Compare: which phrases one time, or place, uses more than another.
// Totals are words. A group may be in both.
func (t *PhraseTable) Compare(study, reference func(group string) bool) []Keyness {
	sum := func(in func(string) bool) (tokens int) {
		for _, g := range t.Groups {
			if in(g.Group) {
				tokens += g.Tokens
			}
		}
		return tokens
	}
	total, refTotal := float64(sum(study)), float64(sum(reference))
	var rows []Keyness
	for _, r := range t.Rows {
		k := Keyness{Key: r.Text}
		for _, g := range r.Groups {
			if study(g.Group) {
				k.Count += g.All
				k.Docs += g.Documents
			}
			if reference(g.Group) {
				k.RefCount += g.All
				k.RefDocs += g.Documents
			}
		}
		if k.Count+k.RefCount > 0 {
			rows = append(rows, k.measured(total, refTotal))
		}
	}
	slices.SortFunc(rows, func(a, b Keyness) int { return cmp.Compare(a.Key, b.Key) })
	sortKeyness(rows)
	return rows
}

// measured returns a row with what follows from its counts.
func (k Keyness) measured(total, refTotal float64) Keyness {
	a, b := float64(k.Count), float64(k.RefCount)
	k.G2 = LogLikelihood(a, total, b, refTotal)
	k.LogRatio = LogRatio(a, total, b, refTotal)
	k.PercentDiff = PercentDiff(a, total, b, refTotal)
	return k
}

// sortKeyness sorts rows that are in the order of their Keys: first the more
// frequent ones, the highest G² first.
func sortKeyness(rows []Keyness) {
	signed := func(k Keyness) float64 { return round(math.Copysign(k.G2, k.LogRatio)) }
	slices.SortStableFunc(rows, func(a, b Keyness) int { return cmp.Compare(signed(b), signed(a)) })
}
