package keywords

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// An Extractor finds the keywords of a document among its words and phrases.
// Zero fields mean the defaults in brackets. An Extractor may be used by any
// number of goroutines; its maps must not be changed while it is in use.
//
// With a Scorer, the phrases of the document are merged, each into one token,
// and the Scorer ranks the words and phrases that there are then, so that 发展 in
// 五大发展理念 counts for nothing. Without one, words and phrases are ranked by the
// evidence for them. In a text in which phrases recur that is above all how often
// and where they do; in a short one, whether they are in the title, where they
// first stand, and how rare their words are elsewhere, and what occurs once is a
// candidate too. Between the two, with fewer than 20 phrases that recur and fewer
// than 3,000 words, both count in proportion. Scores compare within a document,
// not across documents.
//
// Keyword.Features says how a score came about. With an [Explainer], which all
// Scorers of this package are, they are its Reasons, otherwise one feature, the
// score; a term of Must that the Scorer leaves out has one too, must.
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
	Tags     []string // prefixes of the tags that the last word of a keyword may have [any]

	// Words that are no keywords, each as analysis.Key makes it. StopWords
	// replaces the default list [StopWords()]; Never is added to it [none].
	StopWords, Never map[string]bool

	// Lexicon has the keys of words of one's own [none]. They are candidates
	// though they occur once or are stop words, and score higher by 0.5.
	Lexicon map[string]bool

	// Must has the keys of terms that are keywords wherever they occur, in place
	// of better ones where there is no room for both [none]. None is folded into
	// another; of more than are asked for, the best are returned.
	Must map[string]bool

	Unfolded bool // leaves near-duplicates apart
}

// Extract returns the n best keywords of doc, the best first; of equal scores,
// the longer one, then the one that occurs first. A negative n means all. The
// same document gives the same keywords. Extract fails with ctx's error, if a
// field is out of its range, or if the Scorer fails.
func (x Extractor) Extract(ctx context.Context, doc *analysis.Document, n int) ([]Keyword, error) {
	e := evaluators.Get().(*evaluator)
	defer e.release()
	phrases, x, err := x.find(ctx, doc, e)
	if err != nil {
		return nil, err
	}
	return x.keywords(ctx, doc, e, phrases, n)
}

// Findings are all that a document was searched for.
type Findings struct {
	Keywords []Keyword
	Phrases  []Phrase
	Numerals []Numeral
}

// ExtractAll returns the keywords as Extract does, the phrases that it finds on
// the way, and the numeral slogans.
func (x Extractor) ExtractAll(ctx context.Context, doc *analysis.Document, n int) (Findings, error) {
	e := evaluators.Get().(*evaluator)
	defer e.release()
	phrases, x, err := x.find(ctx, doc, e)
	if err != nil {
		return Findings{}, err
	}
	numerals, err := Numerals{Glossary: x.Phrases.Glossary}.Find(ctx, doc)
	if err != nil {
		return Findings{}, err
	}
	found, err := x.keywords(ctx, doc, e, phrases, n)
	if err != nil {
		return Findings{}, err
	}
	return Findings{found, phrases, numerals}, nil
}

// find returns the phrases of doc, and the Extractor with its defaults.
func (x Extractor) find(ctx context.Context, doc *analysis.Document, e *evaluator) ([]Phrase, Extractor, error) {
	x, err := x.withDefaults()
	if err != nil {
		return nil, x, err
	}
	e.names = true
	phrases, err := x.Phrases.find(ctx, doc, e)
	return phrases, x, err
}

func (x Extractor) keywords(ctx context.Context, doc *analysis.Document, e *evaluator, phrases []Phrase, n int) ([]Keyword, error) {
	if x.Scorer == nil {
		return x.byEvidence(ctx, doc, e, phrases, n)
	}
	return x.byScorer(ctx, doc, e, phrases, n)
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
	x.Phrases.Corpus = cmp.Or(x.Phrases.Corpus, x.Corpus)
	return x, nil
}

// byEvidence returns the best candidates by the evidence for them.
func (x Extractor) byEvidence(ctx context.Context, doc *analysis.Document, e *evaluator, phrases []Phrase, n int) ([]Keyword, error) {
	recurrence := recurrence(phrases, e.grams.total)
	wanted := x.wanted()
	candidates := e.candidates(doc, phrases, recurrence < 1, wanted)
	e.order = e.order[:0]
	for i := range candidates {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		c := &candidates[i]
		if c.once || wanted[c.key] || c.mayBeKeyword() {
			parts := c.weigh(recurrence, x.Lexicon[c.key])
			e.order = append(e.order, ranked{
				index: i, key: c.key, text: c.Text, tag: c.last.tag, score: parts.sum(), count: c.Count, mentions: c.Mentions,
				session: c.Kind == SessionName, once: c.once,
			})
		}
	}
	return x.choose(ctx, doc, e.order, n, func(i int) Keyword {
		c := &candidates[i]
		parts := c.weigh(recurrence, x.Lexicon[c.key])
		return Keyword{
			Text: c.Text, Score: parts.sum(), Count: c.Count, Tag: c.last.tag, Mentions: c.Mentions,
			features: parts.features(),
		}
	})
}

// wanted has the keys of what is a candidate wherever it occurs.
func (x Extractor) wanted() map[string]bool {
	if len(x.Lexicon) == 0 {
		return x.Must
	}
	wanted := maps.Clone(x.Lexicon)
	maps.Copy(wanted, x.Must)
	return wanted
}

// A text is judged by what recurs alone if it has so many recurring phrases, or
// so many words: an abstract has about two and a hundred, a report hundreds and
// ten thousand.
const (
	fullRecurrence = 20
	fullLength     = 3000
)

// recurrence says to what degree a text of so many words repeats itself, from 0
// to 1.
func recurrence(phrases []Phrase, words int) float64 {
	n := 0
	for i := range phrases {
		if phrases[i].Evidence.Runes > 2 {
			n++
		}
	}
	return min(1, max(float64(n)/fullRecurrence, float64(words)/fullLength))
}

// byScorer returns the best terms by the Scorer, of the document with its
// phrases merged, and before them what is wanted wherever it occurs.
func (x Extractor) byScorer(ctx context.Context, doc *analysis.Document, e *evaluator, phrases []Phrase, n int) ([]Keyword, error) {
	var spans []analysis.Span
	if wanted := x.wanted(); len(wanted) > 0 {
		e.runsOf(wanted, func(r run) { spans = append(spans, e.grams.mentions(r)...) })
	}
	merged, err := doc.Merge(append(spans, Mentions(phrases)...))
	if err != nil {
		return nil, err
	}
	scores, why, err := explained(ctx, x.Scorer, merged)
	if err != nil {
		return nil, err
	}
	given := scores
	if len(x.Must) > 0 {
		scores = slices.Clone(scores)
		for i, t := range merged.Terms {
			if x.Must[t.Key] && scores[i] == 0 {
				scores[i] = math.SmallestNonzeroFloat64 // above what the Scorer leaves out
			}
		}
	}
	ids := best(scores, -1)
	top := asKeywords(merged, scores, ids)
	order := make([]ranked, len(top))
	for i, k := range top {
		order[i] = ranked{index: i, key: analysis.Key(k.Text), text: k.Text, tag: k.Tag, score: k.Score, count: k.Count, mentions: k.Mentions}
	}
	return x.choose(ctx, doc, order, n, func(i int) Keyword {
		k := top[i]
		if given[ids[i]] == 0 {
			k.features = features{}.and("must", k.Score)
		} else {
			k.features = why(ids[i])
		}
		return k
	})
}
