package keywords

import (
	"embed"
	"strings"
	"unicode/utf8"
)

// words holds the word lists. Each file says at its top what it is for and how
// it was made.
//
//go:embed words/*.txt
var words embed.FS

// A wordClass is a set of the properties below.
type wordClass uint16

const (
	function  wordClass = 1 << iota // neither begins nor ends a phrase, and borders one
	lightVerb                       // may begin a phrase; before or behind one it is a border
	noEnd                           // does not end a phrase
	noInner                         // does not stand inside a phrase
	tears                           // as the first character of an unknown word, makes it a function word
	statistic                       // is the name of a statistic, or its last word
	headNoun                        // makes a phrase that it ends more likely to be a formulation
)

// wordClasses has the properties of a word by its key.
var wordClasses = func() map[string]wordClass {
	m := make(map[string]wordClass)
	for file, class := range map[string]wordClass{
		"function": function, "light_verb": lightVerb, "no_end": noEnd, "no_inner": noInner, "torn": tears, "head": headNoun,
	} {
		for _, w := range wordList(file) {
			m[w] |= class
		}
	}
	return m
}()

// The endings of the names of statistics, and the words that have one by
// chance.
var statisticEndings, notStatistics = func() (endings []string, not map[string]bool) {
	not = make(map[string]bool)
	for _, w := range wordList("statistic") {
		if word, ok := strings.CutPrefix(w, "^"); ok {
			not[word] = true
		} else {
			endings = append(endings, w)
		}
	}
	return endings, not
}()

// A wordFilter tells in a few instructions that most words are not in a list: it
// has the hashes of those that are, a bit each. Words of less than three bytes
// may be in any.
type wordFilter [1 << 11]uint64

func (f *wordFilter) mayHave(s string) bool {
	if len(s) < 3 {
		return true
	}
	h := hashEnds(s)
	return f[h>>6]>>(h&63)&1 != 0
}

func (f *wordFilter) add(s string) {
	if len(s) >= 3 {
		h := hashEnds(s)
		f[h>>6] |= 1 << (h & 63)
	}
}

// hashEnds mixes the length and the last two bytes of the first and of the last
// character of s, where most of what tells Han characters apart is, into 17 bits
// (Fibonacci hashing: Knuth, TAOCP 6.4).
func hashEnds(s string) uint {
	first := uint32(s[1]&0x3f)<<6 | uint32(s[2]&0x3f)
	return uint((uint32(len(s))<<24 | first<<12 | lastBits(s)) * 0x9e3779b1 >> 15)
}

func lastBits(s string) uint32 {
	return uint32(s[len(s)-2]&0x3f)<<6 | uint32(s[len(s)-1]&0x3f)
}

// classFilter is of the words of wordClasses.
var classFilter = func() (f wordFilter) {
	for w := range wordClasses {
		f.add(w)
	}
	return f
}()

// lastBitsOf returns which lastBits words of a list have.
func lastBitsOf(list []string) (last [1 << 12]bool) {
	for _, w := range list {
		last[lastBits(w)] = true
	}
	return last
}

var statisticLast = lastBitsOf(statisticEndings)

// classOf returns the properties of a word by its key and its tag.
func classOf(key, tag string) (class wordClass) {
	if classFilter.mayHave(key) {
		class = wordClasses[key] &^ tears
	}
	if tag == "x" {
		if first, _ := utf8.DecodeRuneInString(key); wordClasses[string(first)]&tears != 0 {
			class |= function
		}
	}
	if len(key) < 3 || !statisticLast[lastBits(key)] || notStatistics[key] {
		return class
	}
	for _, end := range statisticEndings {
		if strings.HasSuffix(key, end) {
			return class | statistic
		}
	}
	return class
}

// wordList returns the words of a file of the folder words: parted by white
// space, without the lines that begin with #.
func wordList(name string) []string {
	data, err := words.ReadFile("words/" + name + ".txt")
	if err != nil {
		panic(err) // the program names a file that it does not have
	}
	var list []string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			list = append(list, strings.Fields(line)...)
		}
	}
	return list
}
