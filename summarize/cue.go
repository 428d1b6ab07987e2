package summarize

import (
	_ "embed"
	"strings"
)

// cuesFile holds the wordings by which sentences are told apart; its header
// says how it was made.
//
//go:embed cues.txt
var cuesFile string

var cues = readCues(cuesFile)

// A cueSet is the set of the classes of cues that a sentence has.
type cueSet uint32

const (
	hasGoal cueSet = 1 << iota
	hasPurpose
	hasPrinciple
	hasProblem
	hasDuty
	hasNow
	hasPast
	hasProcedure
	hasClosing
	hasCourtesy
	hasAnaphor
	hasAnaphorBut
	hasFinding
	hasOutcome
	hasFormality
	hasSecond // 二是, 二要
	hasRuling // what tells a ruling anywhere in its text
)

// sentenceCues are the cues of all these classes.
var sentenceCues = newCueIndex(
	cues["goal"], cues["purpose"], cues["principle"], cues["problem"], cues["duty"], cues["now"], cues["past"], cues["procedure"],
	cues["closing"], cues["courtesy"], cues["anaphor"], cues["anaphor but"], cues["finding"], cues["outcome"], cues["formality"],
	secondItem, genreCues["ruling anywhere"])

// saysNothing are the words of titles that say nothing of the matter.
var saysNothing = cues["title says nothing"]

// secondItem is how the second item of a list may begin.
var secondItem = &cueList{[]cue{parseCue("二是"), parseCue("二要")}}

// cuesOf returns the classes of cues in s, a sentence without its number.
func cuesOf(s string) cueSet { return sentenceCues.classes(s) }

// anaphoric reports whether a sentence begins with a word that stands for what
// was said before.
func (c cueSet) anaphoric() bool { return c&hasAnaphor != 0 && c&hasAnaphorBut == 0 }

// maxGap is how many bytes … may stand for: 40 characters.
const maxGap = 40 * 3

// A cue is a wording to look for in a sentence.
type cue struct {
	parts []string // one after the other, at most maxGap apart, or anywhere behind an empty one
	start bool     // the first one begins the sentence
	end   bool     // the last one ends it
}

// A cueList is a class of cues.
type cueList struct{ all []cue }

// readCues reads the classes of a file in the format of cues.txt.
func readCues(file string) map[string]*cueList {
	classes := make(map[string]*cueList)
	var class *cueList
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			class = new(cueList)
			classes[strings.Trim(line, "[]")] = class
		default:
			class.all = append(class.all, parseCue(line))
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

// in reports whether s has one of the cues. A nil list has none.
func (l *cueList) in(s string) bool {
	if l == nil {
		return false
	}
	for _, c := range l.all {
		if c.in(s) {
			return true
		}
	}
	return false
}

// count returns how often the cues, of one part each, occur in s.
func (l *cueList) count(s string) int {
	n := 0
	for _, c := range l.all {
		n += strings.Count(s, c.parts[0])
	}
	return n
}

func (c cue) in(s string) bool {
	if c.start {
		return c.at(s)
	}
	for {
		i := index(s, c.parts[0])
		if i < 0 {
			return false
		}
		if s = s[i:]; c.at(s) {
			return true
		}
		s = s[len(c.parts[0]):]
	}
}

// at reports whether the cue is at the beginning of s.
func (c cue) at(s string) bool {
	rest, ok := strings.CutPrefix(s, c.parts[0])
	if !ok {
		return false
	}
	if c.end {
		rest = trimFinalMarks(rest)
	}
	return c.follow(rest, 1)
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
		i := index(near[at:], part)
		if i < 0 {
			return false
		}
		at += i + len(part)
		if c.follow(s[at:], k+1) {
			return true
		}
	}
}
