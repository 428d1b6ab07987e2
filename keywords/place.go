package keywords

import (
	"cmp"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// places tells where bytes of a document stand in its text without page
// furniture.
type places struct {
	doc  *analysis.Document
	upTo []int // bytes of furniture up to the end of each piece
}

func placesOf(doc *analysis.Document) places {
	p := places{doc: doc}
	sum := 0
	for _, f := range doc.Furniture {
		sum += f.End - f.Start
		p.upTo = append(p.upTo, sum)
	}
	return p
}

// share returns where byte at, which is not in furniture, stands, as a share of
// the text, from 0 up to 1.
func (p places) share(at int) float64 {
	all := len(p.doc.Text)
	if n := len(p.upTo); n > 0 {
		all -= p.upTo[n-1]
		i, _ := slices.BinarySearchFunc(p.doc.Furniture, at, func(f analysis.Furniture, at int) int { return cmp.Compare(f.Start, at) })
		if i > 0 {
			at -= p.upTo[i-1]
		}
	}
	return float64(at) / float64(all)
}
