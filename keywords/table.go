package keywords

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
)

// TableOptions say which phrases a [PhraseTable] has.
type TableOptions struct {
	// Phrases says what a phrase is. Its MinCount is that of PhraseRow.All [3],
	// and its Nested must be 0.
	Phrases Phrases

	MinDocuments int // documents that a phrase is in [2]
}

// A PhraseTable is the phrases that recur in the documents of a PhraseCounter.
type PhraseTable struct {
	Rows   []PhraseRow // the highest score first
	Groups []GroupSize // sorted by name
	Kept   Size        // the documents counted
	Left   Size        // the documents left out: see PhraseCounter
}

// GroupSize says how much text of a group was counted.
type GroupSize struct {
	Group string
	Size
}

// A PhraseRow is a phrase of a PhraseTable. Occurrences do not overlap each
// other, and begin and end where words do: 创新|发展理念 is no 新发展理念.
type PhraseRow struct {
	Text      string       // the most frequent spelling, without quotation marks
	Tag       string       // part of speech, as analysis.Document.Merge gives it to a phrase
	Kind      PhraseKind   // Wording or SessionName
	Score     float64      // comparable within a table
	Count     int          // occurrences where the longest phrase of the table takes the words: see [PhraseCounter.Table]
	All       int          // occurrences, those inside longer phrases too
	Documents int          // documents that have one of All
	Groups    []GroupCount // those of All, by group: sorted by name, none without an occurrence
	Evidence  Evidence     // of all documents as one text; CValue is not computed
}

// A GroupCount is what a PhraseRow counts in the documents of one group.
type GroupCount struct {
	Group                 string
	Count, All, Documents int
}

// Table returns the phrases that recur in the documents, the highest score
// first; of equal scores the longer one, then the first by its bytes. What a
// phrase is, [Phrases] says, with all documents as one text; titles and numbers
// of documents are no phrases of a table as such, only the words of a title. To
// the score comes in how many documents a phrase is, and its occurrences weigh
// less.
//
// Count is what is left to a phrase when every word of the text belongs to one
// phrase of the table at most. Where two phrases overlap, the longer one (in
// characters) takes the words; of two that are equally long, the earlier one.
// So it depends on which phrases the options let into the table. It may be 0:
// the phrase stands in longer ones only.
//
// A string that is segmented in two ways is one phrase, but each of the two must
// by itself be as frequent as the options say.
//
// Table fails with ctx's error, which it looks at regularly, or if an option or
// MaxTokens is out of its range. Time is linear in the words kept, but for
// sorting, and so is memory, about 60 bytes for a word. It does not change c.
func (c *PhraseCounter) Table(ctx context.Context, o TableOptions) (*PhraseTable, error) {
	o.Phrases.MinCount = cmp.Or(o.Phrases.MinCount, 3)
	o.MinDocuments = cmp.Or(o.MinDocuments, 2)
	f, err := o.Phrases.withDefaults()
	if err != nil {
		return nil, err
	}
	if f.Nested != 0 {
		return nil, errors.New("keywords: PhraseTable: Nested is not for tables, which have Count and All")
	}
	if o.MinDocuments < 1 {
		return nil, fmt.Errorf("keywords: PhraseTable: no phrase is in %d documents", o.MinDocuments)
	}
	if _, err := c.limit(); err != nil {
		return nil, err
	}
	docs := c.sorted()
	t := newTable(docs, c.left)
	b := newTableBuilder(f, o.MinDocuments, c.forms.keyed(docs), t.Groups)
	if err := b.repeats(ctx, b.consider); err != nil {
		return nil, err
	}
	b.discountExtensions()
	if err := b.takeLongest(ctx); err != nil {
		return nil, err
	}
	if t.Rows, err = b.result(ctx); err != nil {
		return nil, err
	}
	return t, nil
}

// newTable returns a table of documents without its rows.
func newTable(docs []*countedDoc, left Size) *PhraseTable {
	t := &PhraseTable{Groups: groupSizes(docs), Left: left}
	for _, g := range t.Groups {
		t.Kept.Documents += g.Documents
		t.Kept.Tokens += g.Tokens
	}
	return t
}

// groupSizes returns the groups of the documents, sorted by name.
func groupSizes(docs []*countedDoc) []GroupSize {
	sizes := make(map[string]Size)
	for _, d := range docs {
		s := sizes[d.group]
		sizes[d.group] = Size{s.Documents + 1, s.Tokens + d.size - 1}
	}
	out := make([]GroupSize, 0, len(sizes))
	for name, s := range sizes {
		out = append(out, GroupSize{name, s})
	}
	slices.SortFunc(out, func(a, b GroupSize) int { return cmp.Compare(a.Group, b.Group) })
	return out
}
