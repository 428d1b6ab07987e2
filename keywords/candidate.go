package keywords

import (
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// A candidate is a phrase, or a word, that may be a keyword.
type candidate struct {
	Phrase
	key         string
	first, last *vocable
	title       bool // the document's title has it
	person      bool // it has a person's name in it
	once        bool // it does not recur: a noun phrase or a word of a short text
	keyParts    [numKeyParts]float64
}

// candidates returns what may be a keyword of a document: the phrases and words
// that recur, and, if once, the noun phrases and words that do not.
func (e *evaluator) candidates(doc *analysis.Document, phrases []Phrase, once bool) []candidate {
	title := analysis.Key(doc.Title)
	out := make([]candidate, 0, len(phrases))
	seen := make(map[string]bool, len(phrases))
	add := func(p Phrase, once bool) {
		words := e.grams.word[p.at : int(p.at)+p.Evidence.Words]
		key := e.grams.key(words)
		if seen[key] {
			return
		}
		seen[key] = true
		c := candidate{
			Phrase: p, key: key, once: once, title: strings.Contains(title, key),
			first: &e.grams.vocab[words[0]], last: &e.grams.vocab[words[len(words)-1]],
		}
		for _, w := range words {
			c.person = c.person || strings.HasPrefix(e.grams.vocab[w].tag, "nr")
		}
		out = append(out, c)
	}
	for _, p := range phrases {
		if p.at > 0 {
			add(p, false)
		}
	}
	if once {
		e.nounPhrases(func(r run) { add(e.single(doc, r), true) })
	}
	return out
}

// nounPhrases calls f for each longest run of words that may be in a noun
// phrase and ends in a noun, and for each noun in it.
func (e *evaluator) nounPhrases(f func(run)) {
	g := e.grams
	for p := 0; p < len(g.word); p++ {
		n, end := 0, 0
		for ; g.word[p+n] >= 0; n++ {
			v := &g.vocab[g.word[p+n]]
			if !isPhraseWord(v) || v.class&(function|lightVerb|noInner) != 0 && !(n > 0 && v.tag == "vn") {
				break
			}
			if isNominal(v) && v.class&(function|noEnd) == 0 {
				end = n + 1
			}
		}
		for i := range end {
			if v := &g.vocab[g.word[p+i]]; isNominal(v) && v.class&(function|noEnd) == 0 && v.runes > 1 {
				f(run{1, []int32{int32(p + i)}})
			}
		}
		if end > 1 {
			f(run{end, []int32{int32(p)}})
		}
		p += n
	}
}

// isPhraseWord reports a word that may be in a noun phrase without 的 and
// without numbers.
func isPhraseWord(v *vocable) bool {
	return isNominal(v) || startsTag(v.tag, "abfsz") || v.tag == "v" && v.runes > 1
}

// single returns the phrase that occurs once, at the place of r.
func (e *evaluator) single(doc *analysis.Document, r run) Phrase {
	g := e.grams
	c := e.context(r)
	p := Phrase{Count: 1, Alone: 1, Evidence: c.Evidence, at: r.where[0]}
	p.Evidence.Words, p.Evidence.NPMI = r.n, 1
	first, last := doc.Tokens[g.token[p.at]], doc.Tokens[g.token[int(p.at)+r.n-1]]
	p.Mentions = []analysis.Span{{Start: first.Start, End: last.End}}
	for _, w := range g.word[p.at : int(p.at)+r.n] {
		p.Evidence.Runes += g.vocab[w].runes
		p.Evidence.IDF += e.wordIDF(w)
	}
	p.Text = g.written(p.Mentions[0])
	p.First = float64(p.Mentions[0].Start) / float64(len(doc.Text))
	return p
}
