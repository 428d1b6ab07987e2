package keywords

import "github.com/tifa-go/tifa/analysis"

// countTerms returns how often each term occurs. Page furniture has no terms.
func countTerms(doc *analysis.Document) []int {
	counts := make([]int, len(doc.Terms))
	for i, t := range doc.Terms {
		counts[i] = t.Count
	}
	return counts
}

// firstWords returns the position of the first occurrence of each of n nodes, in
// words from 1, and the number of words: those of phrases one by one, without
// page furniture. node has the node of each term, -1 for none.
func firstWords(doc *analysis.Document, node []int32, n int) (first []int, words int) {
	first = make([]int, n)
	at := 1
	for _, s := range doc.Sentences {
		if s.Role == analysis.RoleFurniture {
			continue
		}
		for _, t := range s.Tokens {
			switch {
			case t.Term != analysis.NoTerm:
				if k := node[t.Term]; k >= 0 && first[k] == 0 {
					first[k] = at
				}
				at += max(1, len(doc.Terms[t.Term].Parts))
			case t.Kind != analysis.KindPunct && t.Kind != analysis.KindSpace:
				at++
			}
		}
	}
	return first, at - 1
}
