package summarize

import (
	"github.com/tifa-go/tifa/analysis"
)

// A subject is a phrase of the title that the text takes up.
type subject struct {
	text string
	rows map[int]bool // that have it
}

// subjects returns the phrases of two or more words of a document's title that
// stand in its running text, and there or in its headings at least twice: what
// the text is about. Words that say nothing of the matter are no part of one.
func subjects(doc *analysis.Document, m *rows) []subject {
	var out []subject
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if s.Role != analysis.RoleTitle {
			continue
		}
		for first := 0; first < len(s.Tokens); {
			last := first // of the longest phrase from first on
			var best subject
			for k := first; k < len(s.Tokens) && tells(doc, s.Tokens[k]); k++ {
				if k == first {
					continue
				}
				x, ok := newSubject(doc, m, doc.Text[s.Tokens[first].Start:s.Tokens[k].End])
				if !ok {
					break
				}
				best, last = x, k
			}
			if last > first {
				out = append(out, best)
			}
			first = last + 1
		}
	}
	return out
}

func tells(doc *analysis.Document, t analysis.Token) bool {
	return t.Term != analysis.NoTerm && !saysNothing.in(doc.Terms[t.Term].Key)
}

func newSubject(doc *analysis.Document, m *rows, text string) (subject, bool) {
	x := subject{text: text, rows: make(map[int]bool)}
	for k, i := range m.sentences {
		if s := &doc.Sentences[i]; index(doc.Text[s.Start:s.End], text) >= 0 {
			x.rows[k] = true
		}
	}
	if len(x.rows) == 0 {
		return x, false
	}
	if len(x.rows) >= 2 {
		return x, true
	}
	for i := range doc.Sentences {
		if s := &doc.Sentences[i]; s.Role == analysis.RoleHeading && index(doc.Text[s.Start:s.End], text) >= 0 {
			return x, true
		}
	}
	return x, false
}
