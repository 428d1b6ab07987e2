package keywords

import (
	"math"
	"slices"
	"strings"
)

// The parts of a keyword's score by evidence, and their weights. They were found
// by experiment on labelled policy documents and abstracts; changing any by two
// fifths changes the F1 of the first ten by less than two points on average.
const (
	keyCount = iota
	keyQuoted
	keyBorder
	keyEntropy
	keyIDF
	keyConcept
	keyHeading
	keyNumeral
	keyHead
	keyPosition
	keyInstitution
	keyPerson
	numKeyParts
)

var keyPartNames = [numKeyParts]string{
	"count", "quoted", "border", "entropy", "idf", "concept", "heading", "numeral", "head noun",
	"position", "institution", "person",
}

const (
	keyWeightCount       = 0.2 // × ln(1 + occurrences) × characters, at most 6
	keyBonusQuoted       = 1.3 // once or more just what quotation marks enclose
	keyWeightBorder      = 0.5 // × share with a border next to it, of the worse side
	keyWeightEntropy     = 0.2 // × branching entropy in bits, of the worse side
	keyWeightIDF         = 0.2 // × ln(1 + Σ IDF of the words)
	keyBonusConcept      = 0.45
	keyBonusHeading      = 0.4
	keyBonusNumeral      = 0.5
	keyBonusHead         = 0.3
	keyWeightPosition    = -0.2 // × where it first stands, as a share of the text
	keyMalusInstitution  = -0.5
	keyMalusPerson       = -1.0
	keyMaxCountedRunes   = 6
	keyLeastConceptRunes = 3
)

// scoreByEvidence sets the score of a candidate of a text in which phrases
// recur.
func (c *candidate) scoreByEvidence() {
	e, p := &c.Evidence, &c.keyParts
	*p = [numKeyParts]float64{
		keyCount:    keyWeightCount * math.Log(1+float64(c.Count)) * float64(min(e.Runes, keyMaxCountedRunes)),
		keyBorder:   keyWeightBorder * min(e.LeftBorder, e.RightBorder),
		keyEntropy:  keyWeightEntropy * min(e.LeftEntropy, e.RightEntropy),
		keyIDF:      keyWeightIDF * math.Log(1+e.IDF),
		keyPosition: keyWeightPosition * c.First,
	}
	for _, x := range [...]struct {
		part  int
		holds bool
		value float64
	}{
		{keyQuoted, e.Quoted > 0, keyBonusQuoted},
		{keyConcept, e.Runes >= keyLeastConceptRunes && concepts[c.key], keyBonusConcept},
		{keyHeading, e.Heading > 0, keyBonusHeading},
		{keyNumeral, e.Numeral, keyBonusNumeral},
		{keyHead, e.Words > 1 && c.last.class&headNoun != 0, keyBonusHead},
		{keyInstitution, isInstitution(c.key), keyMalusInstitution},
		{keyPerson, c.person, keyMalusPerson},
	} {
		if x.holds {
			p[x.part] = x.value
		}
	}
	c.Score = 0
	for _, v := range p {
		c.Score += v
	}
}

func isInstitution(key string) bool {
	return slices.ContainsFunc(institutions, func(end string) bool { return strings.HasSuffix(key, end) })
}

var institutions = wordList("institution")

// mayBeKeyword reports whether a phrase or word can be a keyword by its form:
// any term of the thesaurus; of words of two characters, names and
// abbreviations only; and nothing that a light verb, an adverb or an adjective
// begins.
func (c *candidate) mayBeKeyword() bool {
	if concepts[c.key] && c.Evidence.Words > 1 {
		return true
	}
	tag := c.last.tag
	if c.Evidence.Runes == 2 {
		return c.Evidence.Words == 1 && (concepts[c.key] || tag == "j" || slices.Contains([]string{"nz", "ns", "nt"}, tag[:min(2, len(tag))]))
	}
	first := c.first.tag
	return c.first.class&lightVerb == 0 && (first == "an" || !startsTag(first, "a")) && first != "d"
}
