// Package summarize makes extractive summaries of a Document: it picks the
// sentences that say most, and leaves them as they stand.
//
// A [Scorer] gives every sentence a score, and a [Summarizer] picks the best
// that fit its budget, in text order. Each [Pick] points back into the text.
package summarize

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// The reasons why a document has no summary, to be tested for with errors.Is.
var (
	ErrNoSentences = errors.New("no sentence to pick")
	ErrBudget      = errors.New("no sentence fits the budget")
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
	Scorer    Scorer  // [LexRank{}]
	Sentences int     // sentences at most
	Runes     int     // characters of the picks' Text at most, in all
	Ratio     float64 // part of the running text's characters, up to 1; one sentence may exceed it
}

// A Summary is what was picked from one document.
type Summary struct {
	Picks []Pick // in text order, at least one
}

// A Pick is a sentence of a summary.
type Pick struct {
	Text       string  // without the white space around it
	Start, End int     // byte offsets: Text is doc.Text[Start:End]
	Sentence   int     // index into doc.Sentences
	Score      float64 // comparable within a document
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
//   - sentences wholly in brackets, sentences with fewer than 15 letters and
//     digits, and list heads: those that end in a colon and have fewer than 30
//     (主要任务如下：), and the numbered items of a list that end in a semicolon.
//     In a text of nothing else they may be;
//   - a sentence that says what a picked one does: more than 0.8 of the
//     distinct terms of both are in both. The 100 best picks are looked at.
//
// So there may be fewer picks than Sentences. Runes is never exceeded. Ratio
// is a part of the characters of the sentences that are ranked, and is not
// exceeded either, except that the best sentence is picked if none is short
// enough.
//
// A document without a sentence to pick is an [ErrNoSentences], one whose
// shortest candidate is longer than Runes an [ErrBudget]; the error's text
// tells the document and what is in it. Other errors are those of a budget out
// of its range, of the Scorer, and of ctx.
func (z Summarizer) Summarize(ctx context.Context, doc *analysis.Document) (*Summary, error) {
	if err := z.check(); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	ranked := rankable(doc)
	if len(ranked) == 0 {
		return nil, fmt.Errorf("summarize: document %q: %w: %s", doc.ID, ErrNoSentences, emptiness(doc))
	}
	if z.Scorer == nil {
		z.Scorer = LexRank{}
	}
	var scores []float64
	var err error
	if s, ok := z.Scorer.(rankedScorer); ok {
		scores, err = s.score(ctx, doc, ranked)
	} else {
		scores, err = z.Scorer.Score(ctx, doc)
	}
	if err != nil {
		return nil, err
	}
	if len(scores) != len(doc.Sentences) {
		return nil, fmt.Errorf("summarize: document %q: the Scorer gives %d scores for %d sentences", doc.ID, len(scores), len(doc.Sentences))
	}
	for i, s := range scores {
		if math.IsNaN(s) || math.IsInf(s, 0) {
			return nil, fmt.Errorf("summarize: document %q: the Scorer gives sentence %d the score %v", doc.ID, i, s)
		}
	}
	picks := z.pick(doc, ranked, scores)
	if len(picks) == 0 {
		return nil, fmt.Errorf("summarize: document %q: %w: the shortest has %d characters, the budget is %d",
			doc.ID, ErrBudget, shortest(doc, ranked), z.Runes)
	}
	return &Summary{Picks: picks}, nil
}

// A rankedScorer is a Scorer that can be told which sentences rankable found,
// and need not look for them again.
type rankedScorer interface {
	score(ctx context.Context, doc *analysis.Document, ranked []int) ([]float64, error)
}

// check reports a budget out of its range.
func (z Summarizer) check() error {
	switch {
	case z.Sentences < 0:
		return fmt.Errorf("summarize: the budget of %d sentences is negative", z.Sentences)
	case z.Runes < 0:
		return fmt.Errorf("summarize: the budget of %d characters is negative", z.Runes)
	case !(z.Ratio >= 0 && z.Ratio <= 1):
		return fmt.Errorf("summarize: the ratio %v is not between 0 and 1", z.Ratio)
	}
	return nil
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
	for _, r := range []analysis.Role{analysis.RoleTitle, analysis.RoleHeading, analysis.RoleSalutation, analysis.RoleFurniture} {
		if count[r] > 0 {
			has = append(has, fmt.Sprintf("%s %d", r, count[r]))
		}
	}
	if len(has) == 0 {
		return "the text has neither letters nor digits"
	}
	return "none is running text (" + strings.Join(has, ", ") + ")"
}
