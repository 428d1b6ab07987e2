package keywords

import (
	"embed"
	"strings"
)

// words holds the word lists. Each file says at its top what it is for and how
// it was made.
//
//go:embed words/*.txt
var words embed.FS

// A wordClass is a set of the properties below.
type wordClass uint8

const (
	function  wordClass = 1 << iota // neither begins nor ends a phrase, and borders one
	lightVerb                       // may begin a phrase; before or behind one it is a border
	noEnd                           // does not end a phrase
	noInner                         // does not stand inside a phrase
	headNoun                        // makes a phrase that it ends more likely to be a formulation
)

// wordClasses has the properties of a word by its key.
var wordClasses = func() map[string]wordClass {
	m := make(map[string]wordClass)
	for file, class := range map[string]wordClass{
		"function": function, "light_verb": lightVerb, "no_end": noEnd, "no_inner": noInner, "head": headNoun,
	} {
		for _, w := range wordList(file) {
			m[w] |= class
		}
	}
	return m
}()

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
