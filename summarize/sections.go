package summarize

import (
	"context"
	"fmt"

	"github.com/tifa-go/tifa/analysis"
)

// A SectionSummary is the summary of one section of a document.
type SectionSummary struct {
	Section int    // index into Document.Sections
	Picks   []Pick // in text order; none if Err says why
	Err     error  // nil, or an ErrNoSentences or ErrBudget of the section
}

// Sections summarises each section of the document's section tree down to the
// given level, 1 or more: the sections of that level, and those above it that
// have none below. The budgets are for each section. What one section's summary
// says, a later one's does not say again, and of what lies outside those sections
// nothing is picked.
//
// A document without sections is an error. So is what [Summarizer.Summarize]
// calls one, except that a section without a summary has the error in its Err.
func (z Summarizer) Sections(ctx context.Context, doc *analysis.Document, level int) ([]SectionSummary, error) {
	if level < 1 {
		return nil, fmt.Errorf("summarize: the level %d of sections is below 1", level)
	}
	if err := z.check(); err != nil {
		return nil, err
	}
	if len(doc.Sections) == 0 {
		return nil, fmt.Errorf("summarize: document %q: %w: it has no sections", doc.ID, ErrNoSentences)
	}
	in, err := z.input(doc)
	if err != nil {
		return nil, err
	}
	defer in.arena.release()
	s, err := z.selection(ctx, in)
	if err != nil {
		return nil, err
	}
	p := z.picker(in, s)
	members := membersOf(doc, level)
	ranked, best := members.split(in.ranked), members.split(candidates(in))
	var out []SectionSummary
	for i := range doc.Sections {
		if !members.isMember[i] {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		x := SectionSummary{Section: i}
		p.sentences, p.room = z.budget(in, ranked[i])
		limited := p.room < z.runes()
		picked := p.pick(best[i], anySentence)
		if len(picked) == 0 && limited {
			p.sentences, p.room = 1, z.runes()
			picked = p.pick(best[i], anySentence)
		}
		if len(picked) == 0 {
			reason := ErrBudget
			if len(best[i]) == 0 {
				reason = ErrNoSentences
			}
			x.Err = fmt.Errorf("summarize: document %q: section %q at byte %d: %w", doc.ID, doc.Sections[i].Number+doc.Sections[i].Title, doc.Sections[i].Start, reason)
		} else {
			x.Picks = z.picks(doc, picked)
		}
		out = append(out, x)
	}
	return out, nil
}

// members are the sections that have a summary each.
type members struct {
	doc      *analysis.Document
	isMember []bool
	owner    []int // of each section, the member that it is in or is, or -1
}

func membersOf(doc *analysis.Document, level int) *members {
	m := &members{doc: doc, isMember: make([]bool, len(doc.Sections)), owner: make([]int, len(doc.Sections))}
	above := make([]bool, len(doc.Sections)) // has a section down to the level below it
	for _, s := range doc.Sections {
		if s.Level <= level && s.Parent >= 0 {
			above[s.Parent] = true
		}
	}
	for i, s := range doc.Sections {
		switch {
		case s.Level <= level && !above[i]:
			m.isMember[i] = true
			m.owner[i] = i
		case s.Parent >= 0:
			m.owner[i] = m.owner[s.Parent]
		default:
			m.owner[i] = -1
		}
	}
	return m
}

// split returns the sentences of each member.
func (m *members) split(sentences []int) [][]int {
	out := make([][]int, len(m.doc.Sections))
	for _, i := range sentences {
		if s := m.doc.Sentences[i].Section; s >= 0 && m.owner[s] >= 0 {
			out[m.owner[s]] = append(out[m.owner[s]], i)
		}
	}
	return out
}
