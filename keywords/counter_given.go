package keywords

import "github.com/tifa-go/tifa/analysis"

// Given counts texts of one's own, whether they would be phrases of a Table or
// not: it returns a table with a row for each of them, in their order. A text
// occurs where its analysis.Key is made of whole words, without punctuation and
// the end of a sentence in between; occurrences of the same text do not overlap.
// Count is All, those inside longer texts too; Score, Tag and Evidence are zero.
// Of texts with the same key the first has a row. Time is linear in the words
// kept. Given does not change c.
func (c *PhraseCounter) Given(texts ...string) *PhraseTable {
	docs := c.sorted()
	t := newTable(docs, c.left)
	k := c.forms.keyed(docs)
	rows := make(map[string]int) // by key
	prefix := make(map[string]bool)
	for _, text := range texts {
		key := analysis.Key(text)
		if _, ok := rows[key]; ok || key == "" {
			continue
		}
		rows[key] = len(t.Rows)
		t.Rows = append(t.Rows, PhraseRow{Text: text})
		for end := range key {
			prefix[key[:end]] = true
		}
	}
	next := make([]int, len(t.Rows)) // position behind the last occurrence
	last := make([]int, len(t.Rows)) // its document, counted from 1
	var key []byte
	for p := range k.word {
		key = key[:0]
		for q := p; q < len(k.word) && k.word[q] >= 0; q++ {
			key = append(key, k.vocab[k.word[q]].text...)
			if i, ok := rows[string(key)]; ok && p >= next[i] {
				next[i] = q + 1
				d := k.docAt(int32(p))
				t.Rows[i].add(docs[d].group, d+1 != last[i])
				last[i] = d + 1
			}
			if !prefix[string(key)] {
				break
			}
		}
	}
	return t
}

// add counts an occurrence in a group, the first one of its document or not.
func (r *PhraseRow) add(group string, first bool) {
	c := GroupCount{Group: group, Count: 1, All: 1}
	if first {
		c.Documents = 1
	}
	r.Groups = addGroup(r.Groups, c)
	r.Count, r.All, r.Documents = r.Count+c.Count, r.All+c.All, r.Documents+c.Documents
}
