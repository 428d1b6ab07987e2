package summarize

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

// cuesFile holds the wordings by which sentences are told apart; its header
// says how it was made.
//
//go:embed cues.txt
var cuesFile string

var cues = readCues(cuesFile)

// maxGap is how many bytes … may stand for: 40 characters.
const maxGap = 40 * 3

// A cue is a wording to look for in a sentence.
type cue struct {
	parts []string // one after the other, at most maxGap apart, or anywhere behind an empty one
	start bool     // the first one begins the sentence
	end   bool     // the last one ends it
}

// cueList is a class of cues, those that begin a sentence by their first
// character.
type cueList struct {
	anywhere []cue
	start    map[rune][]cue
}

// readCues reads the classes of a file in the format of cues.txt.
func readCues(file string) map[string]*cueList {
	classes := make(map[string]*cueList)
	var class *cueList
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			class = &cueList{start: make(map[rune][]cue)}
			classes[strings.Trim(line, "[]")] = class
		default:
			c := parseCue(line)
			if c.start {
				r, _ := utf8.DecodeRuneInString(c.parts[0])
				class.start[r] = append(class.start[r], c)
			} else {
				class.anywhere = append(class.anywhere, c)
			}
		}
	}
	return classes
}

func parseCue(line string) cue {
	var c cue
	line, c.start = strings.CutPrefix(line, "^")
	line, c.end = strings.CutSuffix(line, "$")
	c.parts = strings.Split(line, "…")
	return c
}

// in reports whether s, a sentence without its number, has one of the cues.
func (l *cueList) in(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	for _, c := range l.start[r] {
		if c.in(s) {
			return true
		}
	}
	for _, c := range l.anywhere {
		if c.in(s) {
			return true
		}
	}
	return false
}

// count returns how often the cues occur in s, those of one part.
func (l *cueList) count(s string) int {
	n := 0
	for _, c := range l.anywhere {
		n += strings.Count(s, c.parts[0])
	}
	return n
}

func (c cue) in(s string) bool {
	if c.end {
		s = strings.TrimRight(s, finalMarks)
	}
	if c.start {
		return strings.HasPrefix(s, c.parts[0]) && c.follow(s[len(c.parts[0]):], 1)
	}
	for {
		i := strings.Index(s, c.parts[0])
		if i < 0 {
			return false
		}
		s = s[i+len(c.parts[0]):]
		if c.follow(s, 1) {
			return true
		}
	}
}

// follow reports whether s goes on with the parts from the k-th on.
func (c cue) follow(s string, k int) bool {
	if k == len(c.parts) {
		return !c.end || s == ""
	}
	part, near := c.parts[k], s
	if part == "" { // of ……
		k++
		part = c.parts[k]
	} else {
		near = s[:min(len(s), maxGap+len(part))]
	}
	for at := 0; ; {
		i := strings.Index(near[at:], part)
		if i < 0 {
			return false
		}
		at += i + len(part)
		if c.follow(s[at:], k+1) {
			return true
		}
	}
}
