package analysis

import (
	"fmt"
	"slices"
)

// Merge returns the document with each span as one token: a phrase that
// keywords.Phrases found, or one of d.Works. TF-IDF, TextRank and the
// summarisers then treat it as they treat a word. Where spans overlap, the one
// that comes first in the list wins. d itself is not changed.
//
// A merged token is a [KindWord] and always a term, whose Text and Key are the
// span's without quotation marks and space, and whose Tag is that of its last
// word where that is a noun (tags n…, j, and vn), else "l", jieba's tag for a
// set phrase. Terms that no token is left of are gone; IDs and order of the
// others are set anew.
//
// A span that does not begin and end where tokens do, or that crosses a
// sentence's end, is an error.
func (d *Document) Merge(spans []Span) (*Document, error) {
	phrases, err := d.tokenSpans(spans)
	if err != nil {
		return nil, err
	}
	m := &Document{
		ID: d.ID, Text: d.Text, Title: d.Title, Works: d.Works,
		Sections:   slices.Clone(d.Sections),
		Paragraphs: slices.Clone(d.Paragraphs),
		Sentences:  slices.Clone(d.Sentences),
		Tokens:     make([]Token, 0, len(d.Tokens)),
	}
	terms := newTermTable(nil)
	firstToken := make([]int, 0, len(d.Sentences))
	i := 0
	for _, s := range d.Sentences {
		firstToken = append(firstToken, len(m.Tokens))
		for end := i + len(s.Tokens); i < end; {
			t := d.Tokens[i]
			if len(phrases) > 0 && phrases[0].Start == i {
				last := d.Tokens[phrases[0].End-1]
				text := d.Text[t.Start:last.End]
				t.End, t.Kind, t.Tag = last.End, KindWord, phraseTag(last.Tag)
				t.Term = terms.count(Key(text), unquoted(text), t.Tag, len(m.Tokens))
				i = phrases[0].End
				phrases = phrases[1:]
			} else {
				if t.Term != NoTerm {
					old := d.Terms[t.Term]
					t.Term = terms.count(old.Key, old.Text, t.Tag, len(m.Tokens))
				}
				i++
			}
			m.Tokens = append(m.Tokens, t)
		}
	}
	m.Terms = terms.terms
	var firstSentence []int
	n := 0
	for _, p := range d.Paragraphs {
		firstSentence = append(firstSentence, n)
		n += len(p.Sentences)
	}
	setViews(m, firstToken, firstSentence)
	for i, s := range d.Sections {
		k := d.sentenceAt(s.Start)
		m.Sections[i].Sentences = m.Sentences[k : k+len(s.Sentences) : k+len(s.Sentences)]
	}
	return m, nil
}

// tokenSpans turns byte spans into spans of token indices, in text order and
// without overlaps.
func (d *Document) tokenSpans(spans []Span) ([]Span, error) {
	taken := make([]bool, len(d.Tokens))
	var out []Span
	for _, s := range spans {
		first, okFirst := slices.BinarySearchFunc(d.Tokens, s.Start, func(t Token, at int) int { return t.Start - at })
		last, okLast := slices.BinarySearchFunc(d.Tokens, s.End, func(t Token, at int) int { return t.End - at })
		if !okFirst || !okLast || last < first {
			return nil, fmt.Errorf("analysis: document %q: the span %d:%d does not begin and end where tokens do", d.ID, s.Start, s.End)
		}
		if k := d.sentenceAt(s.Start); d.Sentences[k].End < s.End {
			return nil, fmt.Errorf("analysis: document %q: the span %d:%d crosses the end of a sentence at byte %d", d.ID, s.Start, s.End, d.Sentences[k].End)
		}
		if slices.Contains(taken[first:last+1], true) {
			continue
		}
		for i := first; i <= last; i++ {
			taken[i] = true
		}
		out = append(out, Span{first, last + 1})
	}
	slices.SortFunc(out, func(a, b Span) int { return a.Start - b.Start })
	return out, nil
}

// sentenceAt returns the index of the sentence that byte at lies in.
func (d *Document) sentenceAt(at int) int {
	i, found := slices.BinarySearchFunc(d.Sentences, at, func(s Sentence, at int) int { return s.Start - at })
	if !found {
		i--
	}
	return i
}

// phraseTag returns the tag of a phrase whose last word has the given tag: a
// Chinese noun phrase ends in its head.
func phraseTag(last string) string {
	switch {
	case last == "":
		return "l"
	case last[0] == 'n', last[0] == 'j':
		return last
	case last == "vn":
		return "n"
	}
	return "l"
}
