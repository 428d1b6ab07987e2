// Package summarize makes extractive summaries of a Document: it picks the
// sentences that say most, and leaves them as they stand.
//
// A [Scorer] gives every sentence a score, and a [Summarizer] picks the best
// that fit its budget, in text order. Each [Pick] points back into the text.
// [Coverage] is the default method, and the best on official texts; the others
// are those of the literature.
package summarize

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// The reasons why a document has no summary, to be tested for with errors.Is.
var (
	ErrNoSentences = errors.New("no sentence to pick")
	ErrBudget      = errors.New("no sentence fits the budget")
	ErrFocus       = errors.New("nothing of the focus is in the text")
)

// A Scorer gives every sentence of a document a score: scores[i] belongs to
// doc.Sentences[i] and is at least 0. The same document gives the same scores,
// bit for bit. Implementations fail only with ctx's error, or if they cannot
// be used as configured.
//
// The Scorers of this package rank sentences of analysis.RoleBody that have a
// letter or digit; the others score 0. Of sentences alike but for space,
// quotation marks and final marks only the first is ranked, and a sentence
// that another one begins with is not: it would vote for itself. So a text
// repeated a hundred times has the scores of one copy.
type Scorer interface {
	Score(ctx context.Context, doc *analysis.Document) (scores []float64, err error)
}

// DefaultSentences is the budget of a [Summarizer] that has none.
const DefaultSentences = 3

// A Summarizer picks a document's best sentences. Each budget that is not 0
// holds; without any, the summary has three sentences. The zero Summarizer is
// ready to use, by any number of goroutines as far as its Scorer is.
type Summarizer struct {
	Scorer    Scorer   // [Coverage{}]
	Sentences int      // sentences at most
	Runes     int      // characters of the picks' Text at most, in all
	Ratio     float64  // part of the running text's characters, up to 1; one sentence may exceed it
	Tolerance float64  // part by which Runes and Ratio may be exceeded, up to 1 [0: never]
	Genre     Genre    // [told from the text]
	Aim       Aim      // [AimGist]
	Focus     []string // what the summary is to be about: words, phrases or a question [nothing]
	ByScore   bool     // picks in the order in which they were picked [text order]
}

// A Summary is what was picked from one document.
type Summary struct {
	Genre Genre  // as given or told from the text
	Picks []Pick // in text order or as picked, at least one
}

// A Pick is a sentence of a summary.
type Pick struct {
	Text       string  // without the white space around it
	Start, End int     // byte offsets: Text is doc.Text[Start:End]
	Sentence   int     // index into doc.Sentences
	Section    int     // index into doc.Sections of the innermost section, or -1
	Rank       int     // 1 for the sentence picked first
	Score      float64 // what it added when it was picked; comparable within a document
}

// String returns the picks' texts, each on a line of its own.
func (s *Summary) String() string {
	var b strings.Builder
	for i, p := range s.Picks {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// Summarize picks sentences from the best to the worst, each that still fits;
// of equal scores (after rounding to 1e-12) the earlier one. Never picked are
//
//   - what the package's Scorers do not rank: headings, salutations, page
//     furniture, repeats (see [Scorer]);
//   - sentences wholly in brackets, those with fewer than 15 letters and digits,
//     numbered ones with fewer than 30, questions, those that end in a colon, and
//     the items （一） of a list that end in a semicolon; thanks and formalities,
//     captions of photographs, and what the genre has of such. In a text of
//     nothing else they may be;
//   - a sentence that says what a picked one does: more than 0.8 of the
//     distinct terms of both are in both. The 100 best picks are looked at.
//
// A sentence that begins with a word for what was said before (该, 这, 对此) is
// picked with the sentence before it or not at all, and so are the items 一是…；
// 二是… of a paragraph and the sentences of a quotation, up to six sentences.
//
// So there may be fewer picks than Sentences. Runes is never exceeded by more
// than the Tolerance. Ratio is a part of the characters of the sentences that
// are ranked, and is not exceeded either, except that the best sentence is
// picked if none is short enough.
//
// With a Focus, a sentence's score is multiplied by up to e⁴: by e^3f/√n for n
// entries, of which it has f, each as a whole or by the IDF of its terms.
//
// A document without a sentence to pick is an [ErrNoSentences], one whose
// shortest candidate is longer than Runes an [ErrBudget], one without a word of
// the Focus an [ErrFocus]; the error's text tells the document and what is in
// it. Other errors are those of an option out of its range, of the Scorer, and
// of ctx.
func (z Summarizer) Summarize(ctx context.Context, doc *analysis.Document) (*Summary, error) {
	if err := z.check(); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	in, err := z.input(doc)
	if err != nil {
		return nil, err
	}
	defer in.arena.release()
	choices, err := z.choose(ctx, in)
	if err != nil {
		return nil, err
	}
	return &Summary{Genre: in.genre, Picks: z.picks(doc, choices)}, nil
}

// input prepares a document.
func (z Summarizer) input(doc *analysis.Document) (*input, error) {
	ranked := rankable(doc)
	if len(ranked) == 0 {
		return nil, fmt.Errorf("summarize: document %q: %w: %s", doc.ID, ErrNoSentences, emptiness(doc))
	}
	in := newInput(doc, ranked, z.Genre)
	if err := in.boost(z.Focus, z.Aim); err != nil {
		in.arena.release()
		return nil, err
	}
	return in, nil
}

// choose scores the sentences and fills the budget.
func (z Summarizer) choose(ctx context.Context, in *input) ([]choice, error) {
	s, err := z.selection(ctx, in)
	if err != nil {
		return nil, err
	}
	choices := z.pick(in, s)
	if len(choices) == 0 {
		return nil, fmt.Errorf("summarize: document %q: %w: the shortest has %d characters, the budget is %d",
			in.doc.ID, ErrBudget, shortest(in), z.runes())
	}
	return choices, nil
}

// selection starts the Scorer.
func (z Summarizer) selection(ctx context.Context, in *input) (selection, error) {
	if z.Scorer == nil {
		z.Scorer = Coverage{}
	}
	if s, ok := z.Scorer.(selector); ok {
		return s.begin(ctx, in)
	}
	scores, err := in.scores(ctx, z.Scorer)
	return fixedScores(scores), err
}

// scores returns the scores of a Scorer times the boost of each sentence.
func (in *input) scores(ctx context.Context, scorer Scorer) (scores []float64, err error) {
	if s, ok := scorer.(rankedScorer); ok {
		scores, err = s.score(ctx, in.doc, in.ranked)
	} else {
		scores, err = scorer.Score(ctx, in.doc)
	}
	if err != nil {
		return nil, err
	}
	if len(scores) != len(in.doc.Sentences) {
		return nil, fmt.Errorf("summarize: document %q: the Scorer gives %d scores for %d sentences", in.doc.ID, len(scores), len(in.doc.Sentences))
	}
	for i, s := range scores {
		if math.IsNaN(s) || math.IsInf(s, 0) {
			return nil, fmt.Errorf("summarize: document %q: the Scorer gives sentence %d the score %v", in.doc.ID, i, s)
		}
	}
	if in.boosts != nil {
		scores = slices.Clone(scores)
		for i, b := range in.boosts {
			scores[i] *= b
		}
	}
	return scores, nil
}

// picks turns choices into picks, in the wanted order.
func (z Summarizer) picks(doc *analysis.Document, choices []choice) []Pick {
	picks := make([]Pick, len(choices))
	for k, c := range choices {
		s := &doc.Sentences[c.sentence]
		start, end := trimmed(doc, s)
		picks[k] = Pick{Text: doc.Text[start:end], Start: start, End: end, Sentence: c.sentence, Section: s.Section, Rank: k + 1, Score: c.gain}
	}
	if !z.ByScore {
		slices.SortFunc(picks, func(a, b Pick) int { return a.Sentence - b.Sentence })
	}
	return picks
}

// check reports an option out of its range.
func (z Summarizer) check() error {
	switch {
	case z.Sentences < 0:
		return fmt.Errorf("summarize: the budget of %d sentences is negative", z.Sentences)
	case z.Runes < 0:
		return fmt.Errorf("summarize: the budget of %d characters is negative", z.Runes)
	case !(z.Ratio >= 0 && z.Ratio <= 1):
		return fmt.Errorf("summarize: the ratio %v is not between 0 and 1", z.Ratio)
	case !(z.Tolerance >= 0 && z.Tolerance <= 1):
		return fmt.Errorf("summarize: the tolerance %v is not between 0 and 1", z.Tolerance)
	case int(z.Genre) >= len(genreNames):
		return fmt.Errorf("summarize: there is no %v", z.Genre)
	case z.Aim > AimTasks:
		return fmt.Errorf("summarize: there is no Aim %d", z.Aim)
	}
	return nil
}

// runes returns the greatest number of characters.
func (z Summarizer) runes() int {
	if z.Runes == 0 {
		return math.MaxInt
	}
	return int(math.Min(float64(z.Runes)*(1+z.Tolerance), math.MaxInt/2))
}

// emptiness says what a document without a sentence to pick has instead.
func emptiness(doc *analysis.Document) string {
	count := make(map[analysis.Role]int)
	for _, s := range doc.Sentences {
		count[s.Role]++
	}
	if count[analysis.RoleBlank] == len(doc.Sentences) {
		return "the text is empty"
	}
	var has []string
	for _, r := range []analysis.Role{analysis.RoleTitle, analysis.RoleHeading, analysis.RoleSalutation, analysis.RoleSignature, analysis.RoleFurniture} {
		if count[r] > 0 {
			has = append(has, fmt.Sprintf("%s %d", r, count[r]))
		}
	}
	if len(has) == 0 {
		return "the text has neither letters nor digits"
	}
	return "none is running text (" + strings.Join(has, ", ") + ")"
}
