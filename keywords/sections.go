package keywords

import (
	"cmp"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// BySection tells what each section is about among the keywords of its document:
// for each of doc.Sections, with its subsections, the n best of found that stand
// in it, the best first. The Score is that of the keyword in the document times
// the share of its mentions that stand in the section, so that what the text says
// everywhere is no section's own; Count and Mentions are those in the section. Of
// equal scores, the one that stands first in the section is first. A negative n
// means all. Variants and features are left out.
//
// found is what an Extractor returned for doc, better a long list than a short
// one: what is above all in one section need not be among the best of the whole
// text. The time is linear in the mentions times the depth of the sections, but
// for sorting.
func BySection(doc *analysis.Document, found []Keyword, n int) [][]Keyword {
	out := make([][]Keyword, len(doc.Sections))
	seen := make([]int, len(doc.Sections)) // which of found was the last in a section, counted from 1
	for i, k := range found {
		for _, m := range k.Mentions {
			for s := sectionAt(doc, m.Start); s >= 0; s = doc.Sections[s].Parent {
				if seen[s] != i+1 {
					seen[s] = i + 1
					out[s] = append(out[s], Keyword{Text: k.Text, Tag: k.Tag})
				}
				x := &out[s][len(out[s])-1]
				x.Count++
				x.Score = k.Score * float64(x.Count) / float64(len(k.Mentions))
				x.Mentions = append(x.Mentions, m)
			}
		}
	}
	for s, list := range out {
		slices.SortStableFunc(list, func(a, b Keyword) int {
			return cmp.Or(cmp.Compare(round(b.Score), round(a.Score)), cmp.Compare(a.Mentions[0].Start, b.Mentions[0].Start))
		})
		if n >= 0 {
			out[s] = slices.Clip(list[:min(n, len(list))])
		}
	}
	return out
}

// sectionAt returns the innermost section of the sentence at a byte of the text,
// or -1.
func sectionAt(doc *analysis.Document, at int) int {
	i, ok := slices.BinarySearchFunc(doc.Sentences, at, func(s analysis.Sentence, at int) int { return cmp.Compare(s.Start, at) })
	if !ok {
		i--
	}
	if i < 0 {
		return -1
	}
	return doc.Sentences[i].Section
}
