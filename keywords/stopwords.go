package keywords

import (
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// StopWords returns the keys of the words and phrases that are no keywords by
// default, sorted: those of analysis.StopWords, and what recurs in policy texts
// of any subject (经济社会发展, 总体要求, 有关部门).
func StopWords() []string {
	all := slices.Concat(analysis.StopWords(), wordList("generic"), wordList("abstract"))
	for i, w := range all {
		all[i] = analysis.Key(w)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// isStopWord reports whether a key is one of StopWords.
func isStopWord(key string) bool { return wordClasses.of(key)&(stopWord|generic) != 0 }
