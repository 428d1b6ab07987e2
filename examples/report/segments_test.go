package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tifa-go/tifa/analysis"
)

func TestCutter(t *testing.T) {
	t.Parallel()
	const source = "abcdefgh"
	at := func(id, start, end int) *item {
		return &item{ID: id, Text: source[start:end], Places: []place{{ID: fmt.Sprintf("m%d-1", id), N: 1, Span: analysis.Span{Start: start, End: end}}}}
	}
	for name, c := range map[string]struct {
		items []*item
		ends  []int // of the sentences
		want  string
	}{
		"nothing marked":                     {nil, []int{8}, "abcdefgh"},
		"one mark":                           {[]*item{at(0, 2, 4)}, []int{8}, "ab|cd[0.1]|efgh"},
		"one inside another":                 {[]*item{at(0, 3, 4), at(1, 2, 6)}, []int{8}, "ab|c[1.1]|d[1.1 0.1]|ef[1.1]|gh"},
		"two that overlap":                   {[]*item{at(0, 1, 4), at(1, 3, 6)}, []int{8}, "a|bc[0.1]|d[0.1 1.1]|ef[1.1]|gh"},
		"two that begin together":            {[]*item{at(0, 0, 2), at(1, 0, 8)}, []int{8}, "ab[1.1 0.1]|cdefgh[1.1]"},
		"two that end together":              {[]*item{at(0, 6, 8), at(1, 4, 8)}, []int{8}, "abcd|ef[1.1]|gh[1.1 0.1]"},
		"one that ends where another begins": {[]*item{at(0, 0, 4), at(1, 4, 8)}, []int{8}, "abcd[0.1]|efgh[1.1]"},
		"the same twice":                     {[]*item{at(0, 2, 4), at(1, 2, 4)}, []int{8}, "ab|cd[0.1 1.1]|efgh"},
		"across a sentence's end":            {[]*item{at(0, 2, 6)}, []int{4, 8}, "ab|cd[0.1]|ef[0.1]|gh"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cutter := newCutter(source, c.items)
			var got, ids []string
			from := 0
			for _, end := range c.ends {
				for _, s := range cutter.cut(from, end) {
					word := ""
					for _, p := range s.Pieces {
						word += p.Text
					}
					if s.Marks != "" {
						word += "[" + s.Marks + "]"
					}
					got = append(got, word)
					ids = append(ids, s.IDs...)
				}
				from = end
			}
			assert.Equal(t, c.want, strings.Join(got, "|"))
			assert.Len(t, ids, len(c.items), "each place has its id once")
		})
	}
}

func TestPieces(t *testing.T) {
	t.Parallel()
	for source, want := range map[string][]piece{
		"":           nil,
		"甲\n\t乙":     {{Text: "甲\n\t乙"}},
		"甲\r\n":      {{Text: "甲"}, {Text: "\r", Return: true}, {Text: "\n"}},
		"\x00":       {{Text: "\ufffd", Code: "U+0000"}},
		"甲\u202e乙":   {{Text: "甲"}, {Text: "\u202e", Code: "U+202E"}, {Text: "乙"}},
		"\x1b\u0085": {{Text: "\x1b", Code: "U+001B"}, {Text: "\u0085", Code: "U+0085"}},
	} {
		assert.Equal(t, want, pieces(source), "%q", source)
	}
}
