package keywords

import (
	"maps"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// StopWords returns the keys of the words and phrases that are no keywords by
// default, sorted: those of analysis.StopWords, and what recurs in policy texts
// of any subject (经济社会发展, 总体要求, 有关部门).
func StopWords() []string { return slices.Sorted(maps.Keys(defaultStopWords)) }

var defaultStopWords = func() map[string]bool {
	set := make(map[string]bool)
	for _, list := range [][]string{analysis.StopWords(), wordList("generic"), wordList("abstract")} {
		for _, w := range list {
			set[analysis.Key(w)] = true
		}
	}
	return set
}()
