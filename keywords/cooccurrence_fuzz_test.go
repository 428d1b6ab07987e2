package keywords_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/keywords"
)

// A Cooccurrence counts what is found by trying all runs of tokens at each place.
func FuzzCooccurrence(f *testing.F) {
	f.Add([]byte{0, 1, 5, 0, 2, 4, 1, 3, 6, 0, 1}, uint8(0))
	f.Add([]byte{4, 0, 1, 4, 2, 6, 6, 3, 0, 5, 2}, uint8(1))
	terms := []string{"网络", "网络强省", "强省", "强省建设", "人才"}
	f.Fuzz(func(t *testing.T, words []byte, unit uint8) {
		if len(words) == 0 || len(words) > 200 {
			return
		}
		vocabulary := []string{"网络/n", "强省/x", "建设/vn", "人才/n", "“", "。", "\n"}
		var text []string
		for _, w := range words {
			text = append(text, vocabulary[int(w)%len(vocabulary)])
		}
		doc := analysistest.Document(t, strings.Join(text, "|"))
		u := keywords.Unit(unit % 3)
		got, err := keywords.NewCooccurrence(terms, u)
		require.NoError(t, err)
		got.Add(doc)

		sets := make(map[int]map[string]bool) // by unit
		for i, s := range doc.Sentences {
			if s.Role == analysis.RoleBlank || s.Role == analysis.RoleFurniture {
				continue
			}
			at := []int{i, s.Paragraph, 0}[u]
			if sets[at] == nil {
				sets[at] = make(map[string]bool)
			}
			for first := 0; first < len(s.Tokens); first++ {
				for last := len(s.Tokens) - 1; last >= first; last-- {
					key := analysis.Key(doc.Text[s.Tokens[first].Start:s.Tokens[last].End])
					quoted := doc.Text[s.Tokens[first].Start:s.Tokens[first].End] == "“"
					if slices.Contains(terms, key) && !quoted {
						for doc.Text[s.Tokens[last].Start:s.Tokens[last].End] == "“" {
							last-- // which is no part of the term
						}
						sets[at][key] = true
						first = last
						break
					}
				}
			}
		}
		require.Equal(t, len(sets), got.Units())
		for j, b := range terms {
			count := 0
			for _, set := range sets {
				if set[b] {
					count++
				}
			}
			require.Equal(t, count, got.Count(j), b)
			for i, a := range terms[:j] {
				both := 0
				for _, set := range sets {
					if set[a] && set[b] {
						both++
					}
				}
				require.Equal(t, both, got.Both(i, j), "%s %s", a, b)
			}
		}
	})
}
