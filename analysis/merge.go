package analysis

import (
	"fmt"
	"slices"
)

// Merge returns the document with each span as one token: a phrase that
// keywords.Phrases found, or one of d.Works. TF-IDF, TextRank and the
// summarisers then treat it as they treat a word. Where spans overlap, the one
// that comes first in the list wins. d itself is not changed. To merge titles
// and phrases, give them in one call: spans of d need not be token borders in
// the document that a first call returns.
//
// A merged token is a [KindWord] and, outside page furniture, a term, whose Text and Key are the
// span's without quotation marks and space, whose Tag is that of its last word
// where that is a noun (tags n…, j, and vn), else "l", jieba's tag for a set
// phrase, and whose Parts are the words of its first occurrence. Terms that no token is left of are gone; IDs and order of the
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
		ID: d.ID, Text: d.Text, Title: d.Title, Date: d.Date, Source: d.Source, Author: d.Author,
		Furniture: d.Furniture, Works: d.Works, Sessions: d.Sessions, Numbers: d.Numbers, idfs: new(idfCache),
		Sections:   slices.Clone(d.Sections),
		Paragraphs: slices.Clone(d.Paragraphs),
		Sentences:  slices.Clone(d.Sentences),
		Tokens:     make([]Token, 0, len(d.Tokens)),
	}
	terms := newTermTable(nil, len(d.Terms))
	ids := make([]TermID, len(d.Terms)) // of a term of d in m, counted from 1
	firstToken := make([]int, 0, len(d.Sentences))
	i := 0
	for _, s := range d.Sentences {
		firstToken = append(firstToken, len(m.Tokens))
		for end := i + len(s.Tokens); i < end; {
			t := d.Tokens[i]
			if len(phrases) > 0 && phrases[0].Start == i {
				last := d.Tokens[phrases[0].End-1]
				text := d.Text[t.Start:last.End]
				t.End, t.Kind, t.Tag = last.End, KindWord, PhraseTag(last.Tag)
				t.Term = NoTerm
				if s.Role != RoleFurniture {
					t.Term = terms.countPhrase(text, t.Tag, len(m.Tokens))
					if x := &terms.terms[t.Term]; x.First == len(m.Tokens) {
						x.Parts = d.parts(phrases[0])
					}
				}
				i = phrases[0].End
				phrases = phrases[1:]
			} else {
				if old := t.Term; old != NoTerm {
					if ids[old] == 0 {
						ids[old] = 1 + terms.count(d.Terms[old].Key, d.Terms[old].Text, t.Tag, len(m.Tokens))
						if x := &terms.terms[ids[old]-1]; x.First == len(m.Tokens) {
							x.Parts = d.Terms[old].Parts
						}
					} else {
						terms.counts[ids[old]-1]++
					}
					t.Term = ids[old] - 1
				}
				i++
			}
			m.Tokens = append(m.Tokens, t)
		}
	}
	m.Terms = terms.counted()
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
	// Where tokens start, and the sentence they are in, close together.
	start, sentence := make([]int, len(d.Tokens)), make([]int32, len(d.Tokens))
	i := 0
	for k, s := range d.Sentences {
		for _, t := range s.Tokens {
			start[i], sentence[i] = t.Start, int32(k)
			i++
		}
	}
	taken := make([]bool, len(d.Tokens))
	var out []Span
	for _, s := range spans {
		first, ok := slices.BinarySearch(start, s.Start)
		if !ok || s.End <= s.Start {
			return nil, d.spanError(s)
		}
		last := first
		for last < len(d.Tokens) && d.Tokens[last].End < s.End {
			last++
		}
		if last == len(d.Tokens) || d.Tokens[last].End != s.End {
			return nil, d.spanError(s)
		}
		if sentence[first] != sentence[last] {
			return nil, fmt.Errorf("analysis: document %q: the span %d:%d crosses the end of a sentence at byte %d",
				d.ID, s.Start, s.End, d.Sentences[sentence[first]].End)
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

// parts returns the words among the tokens of a span of token indices, nil if
// there is only one. Those of a phrase merged before are its Parts.
func (d *Document) parts(s Span) []Word {
	var out []Word
	for _, t := range d.Tokens[s.Start:s.End] {
		switch {
		case t.Term != NoTerm && d.Terms[t.Term].Parts != nil:
			out = append(out, d.Terms[t.Term].Parts...)
		case t.Kind != KindPunct && t.Kind != KindSpace:
			out = append(out, Word{Text: d.Text[t.Start:t.End], Tag: t.Tag})
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

func (d *Document) spanError(s Span) error {
	return fmt.Errorf("analysis: document %q: the span %d:%d does not begin and end where tokens do", d.ID, s.Start, s.End)
}

// sentenceAt returns the index of the sentence that byte at lies in.
func (d *Document) sentenceAt(at int) int {
	i, found := slices.BinarySearchFunc(d.Sentences, at, func(s Sentence, at int) int { return s.Start - at })
	if !found {
		i--
	}
	return i
}

// PhraseTag returns the tag of a phrase whose last word has the given tag: a
// Chinese noun phrase ends in its head.
func PhraseTag(last string) string {
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
