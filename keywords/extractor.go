package keywords

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// An Extractor finds the keywords of a document among its words and phrases.
// Zero fields mean the defaults in brackets. An Extractor may be used by any
// number of goroutines; its maps must not be changed while it is in use.
//
// With a Scorer, the phrases of the document are merged, each into one token,
// and the Scorer ranks the words and phrases that there are then, so that 发展 in
// 五大发展理念 counts for nothing. Without one, words and phrases are ranked by the
// evidence for them; see Evidence of the package's README.
//
// Near-duplicates are folded into the best of them: a part of a keyword that
// hardly occurs without it (五大发展), a keyword in a longer context that is rare
// (学习五中全会精神), the short and the long name of a session, and what the text
// says it calls something in short (以下简称).
type Extractor struct {
	Scorer  Scorer           // ranks the candidates [none: their evidence does]
	Phrases Phrases          // how phrases are found
	Corpus  *analysis.Corpus // for how rare words are [analysis.Background()]

	MinRunes int      // characters of the shortest keyword [2]
	MaxRunes int      // characters of the longest keyword [12]
	Tags     []string // prefixes of the tags of words that can be keywords [DefaultTags]

	// Words that are no keywords, each as analysis.Key makes it. StopWords
	// replaces the default list [StopWords()]; Never is added to it [none].
	StopWords, Never map[string]bool

	// Must has the keys of terms that are keywords wherever they occur [none].
	Must map[string]bool

	Unfolded bool // leaves near-duplicates apart
}

// Extract returns the n best keywords of doc, the best first; of equal scores,
// the longer one, then the one that occurs first. A negative n means all. The
// same document gives the same keywords. Extract fails with ctx's error, if a
// field is out of its range, or if the Scorer fails.
func (x Extractor) Extract(ctx context.Context, doc *analysis.Document, n int) ([]Keyword, error) {
	x, err := x.withDefaults()
	if err != nil {
		return nil, err
	}
	var ranked []Keyword
	if x.Scorer == nil {
		ranked, err = x.byEvidence(ctx, doc)
	} else {
		ranked, err = x.byScorer(ctx, doc)
	}
	if err != nil {
		return nil, err
	}
	return x.choose(doc, ranked, n), nil
}

func (x Extractor) withDefaults() (Extractor, error) {
	x.MinRunes = cmp.Or(x.MinRunes, 2)
	x.MaxRunes = cmp.Or(x.MaxRunes, 12)
	if x.MinRunes < 1 || x.MaxRunes < x.MinRunes {
		return x, fmt.Errorf("keywords: Extractor: no keyword has from %d to %d characters", x.MinRunes, x.MaxRunes)
	}
	if x.Corpus == nil {
		x.Corpus = analysis.Background()
	}
	if x.StopWords == nil {
		x.StopWords = defaultStopWords
	}
	x.Phrases.Corpus = cmp.Or(x.Phrases.Corpus, x.Corpus)
	x.Phrases.MinRunes = cmp.Or(x.Phrases.MinRunes, x.MinRunes)
	return x, nil
}

// byEvidence returns the candidates ranked by the evidence for them.
func (x Extractor) byEvidence(ctx context.Context, doc *analysis.Document) ([]Keyword, error) {
	e, phrases, err := x.Phrases.find(ctx, doc)
	if err != nil {
		return nil, err
	}
	recurrence := recurrence(phrases)
	candidates := e.candidates(doc, phrases, recurrence < 1, x.Must)
	out := make([]Keyword, 0, len(candidates))
	for i := range candidates {
		c := &candidates[i]
		if !c.once && !x.Must[c.key] && !c.mayBeKeyword() {
			continue
		}
		c.weigh(recurrence)
		out = append(out, Keyword{
			Text: c.Text, Score: c.Score, Count: c.Count, Tag: c.last.tag, Mentions: c.Mentions,
			key: c.key, session: c.Kind == SessionName, once: c.once, features: keyFeatures(c.keyParts),
		})
	}
	return out, nil
}

// fullRecurrence is the number of recurring phrases from which on a text is
// judged by them alone: an abstract has about two, a report hundreds.
const fullRecurrence = 20

// recurrence says to what degree a text repeats itself, from 0 to 1.
func recurrence(phrases []Phrase) float64 {
	n := 0
	for _, p := range phrases {
		if p.Evidence.Runes > 2 {
			n++
		}
	}
	return min(1, float64(n)/fullRecurrence)
}

// byScorer returns the terms of the document with its phrases merged, ranked by
// the Scorer.
func (x Extractor) byScorer(ctx context.Context, doc *analysis.Document) ([]Keyword, error) {
	f := x.Phrases
	f.MinRunes = max(f.MinRunes, 3) // words of two characters are tokens already
	phrases, err := f.Find(ctx, doc)
	if err != nil {
		return nil, err
	}
	merged, err := doc.Merge(Mentions(phrases))
	if err != nil {
		return nil, err
	}
	scores, err := x.Scorer.Score(ctx, merged)
	if err != nil {
		return nil, err
	}
	out := Top(merged, scores, -1)
	for i := range out {
		k := &out[i]
		k.key = analysis.Key(k.Text)
		k.features = []Feature{{"score", k.Score}}
	}
	return out, nil
}

// choose returns the n best of the ranked keywords that the options let in.
func (x Extractor) choose(doc *analysis.Document, ranked []Keyword, n int) []Keyword {
	slices.SortStableFunc(ranked, func(a, b Keyword) int {
		return cmp.Or(cmp.Compare(round(b.Score), round(a.Score)), cmp.Compare(len(b.Text), len(a.Text)),
			cmp.Compare(a.Mentions[0].Start, b.Mentions[0].Start))
	})
	f := folder{off: x.Unfolded, aliases: aliases(doc)}
	var out []Keyword
	var taken []analysis.Span // where the keywords stand
	for _, k := range ranked {
		t := folded{k.key, k.Count, k.session, len(out)}
		runes := utf8.RuneCountInString(k.key)
		if !x.Must[k.key] {
			if x.StopWords[k.key] || x.Never[k.key] {
				t.index = -1
				f.take(t)
				continue
			}
			if runes < x.MinRunes || runes > x.MaxRunes {
				continue
			}
		}
		if i, ok := f.formOf(k.key, k.Count, k.session); ok {
			if i >= 0 && !k.once {
				out[i].Variants = append(out[i].Variants, Variant{k.Text, k.Count})
			}
		} else if n < 0 || len(out) < n {
			if k.once && !x.Unfolded && crossesAll(k.Mentions, taken) {
				continue
			}
			f.take(t)
			taken = append(taken, k.Mentions...)
			out = append(out, k)
		}
	}
	return out
}

// keyFeatures returns the parts of a score that are not 0.
func keyFeatures(parts keyParts) []Feature {
	var out []Feature
	for i, v := range parts {
		if v != 0 {
			out = append(out, Feature{keyPartNames[i], v})
		}
	}
	return out
}
