package keywords

import (
	"math"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// nameKind says whether an n-gram is one token that is the name of a session,
// or the number of a document.
func (g *grams) nameKind(r run) PhraseKind {
	if r.n > 1 {
		return Wording
	}
	if g.doc == nil {
		return g.vocab[g.word[r.where[0]]].name
	}
	t := g.doc.Tokens[g.token[r.where[0]]]
	at := analysis.Span{Start: t.Start, End: t.End}
	byStart := func(a, b analysis.Span) int { return a.Start - b.Start }
	if i, ok := slices.BinarySearchFunc(g.doc.Sessions, at, byStart); ok && g.doc.Sessions[i] == at {
		return SessionName
	}
	if i, ok := slices.BinarySearchFunc(g.doc.Numbers, at, byStart); ok && g.doc.Numbers[i] == at {
		return DocumentNumber
	}
	return Wording
}

// addNames adds the titles, or the numbers of documents, that recur. Their
// marks set them off from the text like quotation marks and like punctuation,
// so they have all that these add to a score.
func (e *evaluator) addNames(names []analysis.Span, kind PhraseKind) {
	doc := e.grams.doc
	mentions := make(map[string][]analysis.Span)
	var keys []string // in order of first occurrence
	sentence := 0
	for _, n := range names {
		for doc.Sentences[sentence].End <= n.Start {
			sentence++
		}
		if doc.Sentences[sentence].Role == analysis.RoleFurniture {
			continue
		}
		key := analysis.Key(doc.Text[n.Start:n.End])
		if mentions[key] == nil {
			keys = append(keys, key)
		}
		mentions[key] = append(mentions[key], n)
	}
	for _, key := range keys {
		at := mentions[key]
		if len(at) < e.opts.MinCount {
			continue
		}
		p := e.next()
		*p = Phrase{Kind: kind, Count: len(at), Mentions: at, Evidence: e.nameEvidence(at), key: key, times: int32(len(at))}
		p.Text = e.grams.written(p)
		p.sumUp()
		e.keep()
		e.add(p)
	}
}

// nameEvidence returns the evidence for a name that stands at the given places.
func (e *evaluator) nameEvidence(at []analysis.Span) Evidence {
	doc := e.grams.doc
	x := Evidence{LeftBorder: 1, RightBorder: 1, Quoted: 1, NPMI: 1}
	x.LeftEntropy = math.Log2(float64(len(at))) // all neighbours are breaks
	x.RightEntropy = x.LeftEntropy
	i, _ := slices.BinarySearchFunc(doc.Tokens, at[0].Start, func(t analysis.Token, at int) int { return t.Start - at })
	for ; i < len(doc.Tokens) && doc.Tokens[i].End <= at[0].End; i++ {
		t := doc.Tokens[i]
		text := doc.Text[t.Start:t.End]
		if t.Kind != analysis.KindPunct && t.Kind != analysis.KindSpace {
			x.Words++
			x.IDF += e.opts.Corpus.IDF(analysis.Key(text))
		}
		for _, r := range text {
			if !isQuote(r) {
				x.Runes++
			}
		}
	}
	return x
}
