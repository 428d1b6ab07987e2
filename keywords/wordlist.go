package keywords

import (
	"embed"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
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
	statistic                       // is the name of a statistic, or its last word
	headNoun                        // makes a phrase that it ends more likely to be a formulation
	concept                         // is a term of the thesaurus of policy
	stopWord                        // is one of analysis.StopWords
	generic                         // recurs in policy texts of any subject
)

// wordClasses has the properties of the words of lists.
var wordClasses = func() *wordTable {
	files := [...]struct {
		name  string
		class wordClass
	}{
		{"function", function}, {"light_verb", lightVerb}, {"no_end", noEnd}, {"no_inner", noInner},
		{"head", headNoun}, {"concept", concept}, {"generic", generic}, {"abstract", generic},
	}
	t := newWordTable(5000) // about as many as have a slot
	for _, f := range files {
		for w := range wordsOf(f.name) {
			t.add(analysis.Key(w), f.class)
		}
	}
	for _, w := range analysis.StopWords() {
		t.add(analysis.Key(w), stopWord)
	}
	return t
}()

// tearing are characters that, as the first one of an unknown word, make it a
// function word.
var tearing = runesOf(strings.Join(wordList("torn"), ""))

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
	class = wordClasses.of(key)
	if tag == "x" {
		if first, _ := utf8.DecodeRuneInString(key); tearing.has(first) {
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

// wordList returns the words of a file.
func wordList(name string) []string { return slices.Collect(wordsOf(name)) }

// wordsOf yields the words of a file of the folder words: what is parted by blanks
// and line ends, but for the lines that begin with #.
func wordsOf(name string) iter.Seq[string] {
	data, err := words.ReadFile("words/" + name + ".txt")
	if err != nil {
		panic(err) // the program names a file that it does not have
	}
	return func(yield func(string) bool) {
		for line := range strings.Lines(string(data)) {
			if line[0] == '#' {
				continue
			}
			for w := range strings.SplitSeq(strings.TrimRight(line, "\r\n"), " ") {
				if w != "" && !yield(w) {
					return
				}
			}
		}
	}
}
