package keywords

import (
	"math"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// The parts of a keyword's score by evidence. A long text says by repetition
// what it is about, a short one by its title, by where a term stands, and by
// terms that are rare elsewhere: weighRecurring and weighShort. How much each
// counts depends on how many phrases recur; see Extractor.
const (
	keyCount = iota
	keyQuoted
	keyBorder
	keyEntropy
	keyIDF
	keyConcept
	keyHeading
	keyTitle
	keyNumeral
	keyHead
	keyLength
	keyPosition
	keyInstitution
	keyPerson
	keyVerb
	keyUnknown
	keyLexicon
	numKeyParts
)

var keyPartNames = [numKeyParts]string{
	"count", "quoted", "border", "entropy", "idf", "concept", "heading", "title", "numeral", "head noun",
	"length", "position", "institution", "person", "verb at an end", "unknown word", "lexicon",
}

type keyParts [numKeyParts]float64

func (p *keyParts) addIf(holds bool, part int, value float64) {
	if holds {
		p[part] += value
	}
}

func (p *keyParts) sum() (sum float64) {
	for _, v := range p {
		sum += v
	}
	return sum
}

// features returns the parts that are not 0.
func (p *keyParts) features() features {
	out := make(features, 0, numKeyParts)
	for i, v := range p {
		out = out.and(keyPartNames[i], v)
	}
	return out
}

// Weights of weighRecurring. They were found by experiment on labelled policy
// documents; changing all at random by up to three tenths costs the F1 of the
// first ten a point on average.
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

// weighRecurring says how a candidate does in a text in which phrases recur.
func (c *candidate) weighRecurring() keyParts {
	e := &c.Evidence
	p := keyParts{
		keyCount:    keyWeightCount * ln1(c.Count) * float64(min(e.Runes, keyMaxCountedRunes)),
		keyBorder:   keyWeightBorder * min(e.LeftBorder, e.RightBorder),
		keyEntropy:  keyWeightEntropy * min(e.LeftEntropy, e.RightEntropy),
		keyIDF:      keyWeightIDF * math.Log(1+e.IDF),
		keyPosition: keyWeightPosition * c.First,
	}
	p.addIf(e.Quoted > 0, keyQuoted, keyBonusQuoted)
	p.addIf(e.Runes >= keyLeastConceptRunes && c.isConcept(), keyConcept, keyBonusConcept)
	p.addIf(e.Heading > 0, keyHeading, keyBonusHeading)
	p.addIf(e.Numeral, keyNumeral, keyBonusNumeral)
	p.addIf(e.Words > 1 && c.last.may&heads != 0, keyHead, keyBonusHead)
	p.addIf(isInstitution(c.key), keyInstitution, keyMalusInstitution)
	p.addIf(c.has&personal != 0, keyPerson, keyMalusPerson)
	return p
}

// Weights of weighShort, found by experiment on the abstracts of testdata.
const (
	shortWeightCount    = 1.5 // × ln(1 + occurrences)
	shortWeightBorder   = 0.4 // × share with a border next to it, of the worse side
	shortWeightIDF      = 0.12
	shortWeightRarity   = 0.2 // × ln(1 + Σ IDF of the words)
	shortBonusTitle     = 2.5
	shortBonusQuoted    = 1.0
	shortWeightPosition = -1.8 // × where it first stands, as a share of the text
	shortWeightWords    = -0.3 // × number of words
	shortMalusVerb      = -0.7
	shortMalusNumber    = -1.0
	shortMalusHead      = -1.0
	shortMalusLatin     = -0.5
	shortMalusUnknown   = -0.3
)

// shortLength is what a length in characters adds: most index terms have four.
func shortLength(runes int) float64 {
	switch runes {
	case 2:
		return -0.8
	case 3:
		return 0.5
	case 4:
		return 1
	case 5, 6:
		return 0.6
	}
	return 0
}

// weighShort says how a candidate does in a text in which little recurs.
func (c *candidate) weighShort() keyParts {
	e := &c.Evidence
	p := keyParts{
		keyCount:    shortWeightCount * ln1(c.Count),
		keyBorder:   shortWeightBorder * min(e.LeftBorder, e.RightBorder),
		keyIDF:      shortWeightIDF*e.IDF/float64(e.Words) + shortWeightRarity*math.Log(1+e.IDF),
		keyLength:   shortLength(e.Runes) + shortWeightWords*float64(e.Words),
		keyPosition: shortWeightPosition * c.First,
	}
	first := c.first.tag
	p.addIf(c.title, keyTitle, shortBonusTitle)
	p.addIf(e.Quoted > 0, keyQuoted, shortBonusQuoted)
	p.addIf(startsTag(first, "v") && first != "vn", keyVerb, shortMalusVerb)
	p.addIf(e.Words > 1 && c.last.tag == "v", keyVerb, shortMalusVerb)
	p.addIf(startsTag(first, "m"), keyNumeral, shortMalusNumber)
	p.addIf(c.last.may&heads != 0, keyHead, shortMalusHead)
	p.addIf(c.has&latin != 0, keyUnknown, shortMalusLatin)
	p.addIf(c.has&unlisted != 0, keyUnknown, shortMalusUnknown)
	return p
}

// keyBonusLexicon is what a word of one's own gains in any text.
const keyBonusLexicon = 0.5

// weigh says how a candidate does in a text whose phrases recur to the given
// degree, from 0 to 1.
func (c *candidate) weigh(recurrence float64, ofLexicon bool) (p keyParts) {
	switch recurrence {
	case 1:
		p = c.weighRecurring()
	case 0:
		p = c.weighShort()
	default:
		recurring, short := c.weighRecurring(), c.weighShort()
		for i := range p {
			p[i] = recurrence*recurring[i] + (1-recurrence)*short[i]
		}
	}
	p.addIf(ofLexicon, keyLexicon, keyBonusLexicon)
	return p
}

func isInstitution(key string) bool {
	return len(key) >= 3 && institutionLast[lastBits(key)] && slices.ContainsFunc(institutions, func(end string) bool { return strings.HasSuffix(key, end) })
}

var (
	institutions    = wordList("institution")
	institutionLast = lastBitsOf(institutions)
)

// isConcept reports a term of the thesaurus.
func (c *candidate) isConcept() bool {
	if c.Evidence.Words == 1 {
		return c.last.may&listed != 0
	}
	return wordClasses.of(c.key)&concept != 0
}

// mayBeKeyword reports whether what recurs can be a keyword by its form: any
// term of the thesaurus; of words of two characters, names only; and nothing
// that a light verb, an adverb or an adjective begins.
func (c *candidate) mayBeKeyword() bool {
	if c.Evidence.Runes <= 2 {
		return c.Evidence.Words == 1 && c.last.may&named != 0 || c.isConcept()
	}
	first := c.first.tag
	return c.first.may&light == 0 && (first == "an" || !startsTag(first, "a")) && first != "d" || c.isConcept()
}

// minNameRunes is how many characters a word has at least that isName accepts.
const minNameRunes = 2

// isName reports whether a word of two characters can be a keyword: an
// abbreviation (三农), a name of a place, of an institution or of something else,
// a Latin word, or a term of the thesaurus.
func isName(v *vocable) bool {
	switch {
	case v.runes != minNameRunes:
		return false
	case v.kind == analysis.KindLatin, v.tag == "j", v.class&concept != 0:
		return true
	}
	return strings.HasPrefix(v.tag, "nz") || strings.HasPrefix(v.tag, "ns") || strings.HasPrefix(v.tag, "nt")
}
