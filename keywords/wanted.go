package keywords

import (
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// wanted reports whether the words are what the options ask for.
func (e *evaluator) wanted(words []int32) bool {
	if !e.picky {
		return true
	}
	for _, w := range words {
		if e.role(w).may&joins == 0 {
			return false
		}
	}
	if !e.opts.NounPhrases {
		return true
	}
	last := e.grams.vocable(words[len(words)-1])
	return isNominal(&last)
}

// lets reports whether the options let a word be in a phrase. One that they
// do not let in makes no phrase longer, so the phrase beside it is maximal.
func (e *evaluator) lets(v *vocable) bool {
	f := &e.opts
	return !f.StopWords[v.text] &&
		(f.Tags == nil || slices.ContainsFunc(f.Tags, func(t string) bool { return strings.HasPrefix(v.tag, t) })) &&
		(!f.NounPhrases || isNominal(v) || isModifier(v))
}

// isNominal reports a noun, a verbal or adjectival noun, an abbreviation, a set
// phrase, a Latin word, or a word of no dictionary: the head of a noun phrase.
func isNominal(v *vocable) bool {
	return v.kind == analysis.KindLatin || startsTag(v.tag, "njilx") || v.tag == "vn" || v.tag == "an"
}

// isModifier reports what stands before the head of a noun phrase and is not
// nominal itself: adjectives, distinguishing words, numbers and measures,
// places and times, 的, and conjunctions between two of them.
func isModifier(v *vocable) bool {
	return v.kind == analysis.KindNumber || startsTag(v.tag, "abmqfstz") || v.tag == "uj" || v.tag == "c"
}
