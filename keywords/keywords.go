// Package keywords finds what a Document is about: its keywords, the phrases
// that recur in it, and its numeral slogans with what they count.
//
// An [Extractor] makes a list of keywords, words and phrases together, by the
// evidence for them or by a [Scorer], which gives every term of a document a
// score. [Phrases] finds recurring wording, and analysis.Document.Merge makes
// each phrase a term like any other, so that the scorers see 五大发展理念 and not
// 五大, 发展 and 理念. [Numerals] finds such slogans even if they stand once, and
// their members: 创新, 协调, 绿色, 开放, 共享. A [PhraseCounter] collects many
// documents for a [PhraseTable], and [Lives] tell which of its phrases came and
// went. A [Cooccurrence] counts which terms occur together.
package keywords

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// A Scorer gives every term of a document a score: scores[i] belongs to
// doc.Terms[i] and is at least 0. A term that the Scorer leaves out has score
// 0. The same document gives the same scores, bit for bit. Implementations
// fail only with ctx's error, or if they cannot be used as configured.
type Scorer interface {
	Score(ctx context.Context, doc *analysis.Document) (scores []float64, err error)
}

// A Keyword is a ranked term.
type Keyword struct {
	Text     string          // as first written in the document, a merged phrase without quotation marks
	Score    float64         // comparable within a document
	Count    int             // occurrences
	Tag      string          // part of speech
	Mentions []analysis.Span // every occurrence, in text order
	Variants []Variant       // other forms of it, the best first; only an Extractor finds them

	features []Feature
}

// Features says why a keyword that an [Extractor] returned has its score; see
// [Feature].
func (k Keyword) Features() []Feature { return slices.Clone(k.features) }

// Top returns the n terms with the highest scores above 0, the best first; of
// equal scores, the term that occurs first. Scores are equal if they are after
// rounding to 1e-12. scores must have a score for each of doc.Terms. A
// negative n means all.
func Top(doc *analysis.Document, scores []float64, n int) []Keyword {
	return asKeywords(doc, scores, best(scores, n))
}

// asKeywords returns the terms with the given ids, in their order.
func asKeywords(doc *analysis.Document, scores []float64, ids []analysis.TermID) []Keyword {
	out := make([]Keyword, len(ids))
	place := make([]int32, len(doc.Terms)) // of a term in out, counted from 1
	for i, id := range ids {
		t := doc.Terms[id]
		out[i] = Keyword{Text: t.Text, Score: scores[id], Count: t.Count, Tag: t.Tag, Mentions: make([]analysis.Span, 0, t.Count)}
		place[id] = int32(i + 1)
	}
	if len(out) == 0 {
		return out
	}
	for _, t := range doc.Tokens {
		if t.Term == analysis.NoTerm {
			continue
		}
		if i := place[t.Term]; i > 0 {
			out[i-1].Mentions = append(out[i-1].Mentions, analysis.Span{Start: t.Start, End: t.End})
		}
	}
	return out
}

// best returns the n terms with the highest scores above 0, the best first.
func best(scores []float64, n int) []analysis.TermID {
	var ids []analysis.TermID
	order := func(a, b analysis.TermID) int {
		return cmp.Or(cmp.Compare(round(scores[b]), round(scores[a])), cmp.Compare(a, b))
	}
	least := 0.0 // a score below it is not among the n best
	for i, s := range scores {
		if !(s > 0) || s < least {
			continue
		}
		ids = append(ids, analysis.TermID(i))
		if n > 0 && len(ids) == 2*n+64 { // so that no long list is ever sorted
			slices.SortFunc(ids, order)
			ids = ids[:n]
			least = scores[ids[n-1]] - 1e-11 // more than rounding can make up
		}
	}
	slices.SortFunc(ids, order)
	if n >= 0 {
		ids = ids[:min(n, len(ids))]
	}
	return ids
}

// round makes scores that differ by rounding errors equal.
func round(x float64) float64 { return math.Round(x * 1e12) }

// DefaultTags are the parts of speech that can be keywords by default, as
// prefixes of tags: nouns (n, with names nr, ns, nt, nz), abbreviations (j:
// 五中全会), set phrases (i, l), distinguishing words (b), Latin words (eng), and
// words that the segmenter's dictionary does not have (x: 网信). Verbs, verbal
// nouns (vn) and adjectives are not among them: 推进, 发展 and 重要 are in every
// policy text. Phrases that were merged are always keywords.
var DefaultTags = []string{"n", "j", "i", "l", "b", "eng", "x"}

// allowed reports for each term whether it can be a keyword: whether its tag
// begins with one of tags, nil meaning DefaultTags, and it occurs outside page
// furniture.
func allowed(doc *analysis.Document, tags []string) []bool {
	if tags == nil {
		tags = DefaultTags
	}
	known := make(map[string]bool) // by tag, of which there are few
	out := make([]bool, len(doc.Terms))
	counts := countTerms(doc)
	for i, t := range doc.Terms {
		ok, seen := known[t.Tag]
		if !seen {
			ok = slices.ContainsFunc(tags, func(p string) bool { return strings.HasPrefix(t.Tag, p) })
			known[t.Tag] = ok
		}
		out[i] = ok && counts[i] > 0
	}
	return out
}
