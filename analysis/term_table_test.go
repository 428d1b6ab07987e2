package analysis

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// countWords has a new table count words, each a token with a tag of content.
func countWords(words ...string) (ids []TermID, terms []Term) {
	d := &Document{}
	for _, w := range words {
		d.Tokens = append(d.Tokens, Token{Start: len(d.Text), End: len(d.Text) + len(w), Tag: "n", Term: NoTerm})
		d.Text += w
	}
	c := newTermTable(nil, 0)
	c.add(d, 0)
	for _, t := range d.Tokens {
		ids = append(ids, t.Term)
	}
	return ids, c.counted()
}

func TestTermTableTellsTextsFromKeys(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		words []string
		want  []TermID
	}{
		{"texts with one key are one term", []string{"Ａ股", "a股", "A股", "a股", "Ａ股"}, []TermID{0, 0, 0, 0, 0}},
		{"a stop word is none, be it another's key", []string{"进 行", "进行", "进 行", "进行"}, []TermID{0, NoTerm, 0, NoTerm}},
		{"a stop word's key can be another's", []string{"进行", "进 行", "进行"}, []TermID{NoTerm, 0, NoTerm}},
		{"long ones", []string{"中国特色社会主义", "改革", "中国特色 社会主义", "中国特色社会主义"}, []TermID{0, 1, 0, 0}},
	} {
		ids, terms := countWords(c.words...)
		assert.Equal(t, c.want, ids, c.name)
		count := 0
		for _, term := range terms {
			count += term.Count
		}
		for _, id := range ids {
			if id == NoTerm {
				count++
			}
		}
		assert.Len(t, c.words, count, c.name)
	}
}

func TestTermTableGrows(t *testing.T) {
	t.Parallel()
	var words []string
	for i := range 3000 {
		words = append(words, fmt.Sprintf("%dＡ股", i%1000), fmt.Sprintf("%da股", i%1000)) // of one key
	}
	ids, terms := countWords(words...)
	assert.Len(t, terms, 1000)
	for i, id := range ids {
		assert.Equal(t, TermID(i/2%1000), id)
	}
	for _, term := range terms {
		assert.Equal(t, 6, term.Count)
	}
}
