package keywords

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/rank"
)

// A sequence is a document as its words one after the other, those of merged
// phrases one by one, without punctuation, space and page furniture. The words
// that count have numbers from 0.
type sequence struct {
	words []int32   // the number of each word of the text, -1 for one that does not count
	n     int       // numbers given
	texts []string  // of the words that have one, as first written
	of    [][]int32 // for each term, the numbers of its words; without those that do not count
	ok    []bool    // for each term, whether it can be a keyword
}

// readSequence reads a document. The words that count are the terms with one of
// tags and, in phrases with one of tags, the content words, or all words of a
// phrase that has none.
func readSequence(doc *analysis.Document, tags []string) sequence {
	s := sequence{of: make([][]int32, len(doc.Terms)), ok: allowed(doc, tags)}
	ids := make(map[string]int32, len(doc.Terms))
	id := func(key, text string) int32 {
		n, seen := ids[key]
		if !seen {
			n = int32(len(ids))
			ids[key] = n
			s.texts = append(s.texts, text)
		}
		return n
	}
	spelt := make([][]int32, len(doc.Terms)) // with -1 for the words that do not count
	for i, t := range doc.Terms {
		switch {
		case len(t.Parts) == 0 && s.ok[i]:
			spelt[i] = []int32{id(t.Key, t.Text)}
		case len(t.Parts) == 0:
			spelt[i] = []int32{-1}
		default:
			content := slices.ContainsFunc(t.Parts, isContentWord)
			for _, w := range t.Parts {
				n := int32(-1)
				if s.ok[i] && (!content || isContentWord(w)) {
					n = id(analysis.Key(w.Text), w.Text)
				}
				spelt[i] = append(spelt[i], n)
			}
		}
		for _, n := range spelt[i] {
			if n >= 0 {
				s.of[i] = append(s.of[i], n)
			}
		}
	}
	s.n = len(ids)
	s.words = make([]int32, 0, len(doc.Tokens))
	for _, sentence := range doc.Sentences {
		if sentence.Role == analysis.RoleFurniture {
			continue
		}
		for _, t := range sentence.Tokens {
			switch {
			case t.Term != analysis.NoTerm:
				s.words = append(s.words, spelt[t.Term]...)
			case t.Kind != analysis.KindPunct && t.Kind != analysis.KindSpace:
				s.words = append(s.words, -1)
			}
		}
	}
	return s
}

// isContentWord reports whether a word of a phrase carries content.
func isContentWord(w analysis.Word) bool {
	return analysis.IsContentTag(w.Tag) && wordClasses.of(analysis.Key(w.Text))&stopWord == 0
}

// rank returns for each term that can be a keyword the sum of its words'
// PageRanks in the graph where an edge weighs as often as its two words stand
// less than window words apart [10], and the reasons for it, among them what the
// words have without any edge under the name of base.
func (s sequence) rank(ctx context.Context, window int, o rank.Options, base string) ([]float64, Reasons, error) {
	window, err := windowOf(window, 10)
	if err != nil {
		return nil, nil, err
	}
	edges := appendEdges(make([]rank.Edge, 0, len(s.words)*min(window, 32)/4), s.words, window)
	p, in, err := walk(ctx, s.n, edges, o)
	if err != nil {
		return nil, nil, err
	}
	return s.sums(p), func(t analysis.TermID) []Feature {
		if !s.ok[t] {
			return nil
		}
		alone, own := 0.0, 0.0
		var beside []rank.Share
		for _, w := range s.of[t] {
			b, shares := in.Of(int(w))
			alone += b
			for _, x := range shares {
				if slices.Contains(s.of[t], x.From) {
					own += x.Value
				} else {
					beside = append(beside, x)
				}
			}
		}
		return features{}.and(base, alone).and("its own words", own).
			andNeighbours("beside", addUp(beside), func(w int32) string { return s.texts[w] })
	}, nil
}

// addUp adds up the shares of the same node.
func addUp(shares []rank.Share) []rank.Share {
	slices.SortStableFunc(shares, func(a, b rank.Share) int { return cmp.Compare(a.From, b.From) })
	out := shares[:0]
	for _, s := range shares {
		if n := len(out); n > 0 && out[n-1].From == s.From {
			out[n-1].Value += s.Value
		} else {
			out = append(out, s)
		}
	}
	return out
}

// sums returns for each term that can be a keyword the sum of its words' scores.
func (s sequence) sums(scores []float64) []float64 {
	out := make([]float64, len(s.of))
	for i, words := range s.of {
		if !s.ok[i] {
			continue
		}
		for _, w := range words {
			out[i] += scores[w]
		}
	}
	return out
}

// isUserWord reports whether a tag is that of the words in a user's lexicon,
// nz. Some words of the dictionary have it too.
func isUserWord(tag string) bool { return strings.HasPrefix(tag, "nz") }
