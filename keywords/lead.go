package keywords

import "github.com/tifa-go/tifa/analysis"

// leadsOf returns what of the text an editor chose for the lead of its page: the
// lead itself is page furniture, and is not counted.
func leadsOf(doc *analysis.Document) (leads []analysis.Span) {
	for _, f := range doc.Furniture {
		if f.Repeats.End > 0 {
			leads = append(leads, f.Repeats)
		}
	}
	return leads
}

// inLead reports whether the word at position p stands in the text of a lead, of
// which there are three at most.
func (g *grams) inLead(p int32) bool {
	for _, l := range g.leads {
		if at := g.doc.Tokens[g.token[p]].Start; at >= l.Start && at < l.End {
			return true
		}
	}
	return false
}
