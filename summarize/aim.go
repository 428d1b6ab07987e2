package summarize

import (
	"strings"
)

// An Aim is what a reader wants to know.
type Aim uint8

// The aims of a summary.
const (
	AimGist  Aim = iota // what the text says
	AimTasks            // what is to be done: targets and duties before results
)

// The weights of AimTasks in the exponent of a sentence's prior. They are large
// enough to put a target above a result of equal coverage at any place.
const (
	tasksWanted = 1.5
	tasksPast   = -2
)

// weight returns what the aim adds to the prior of sentence i, of text s.
func (a Aim) weight(r *reader, i int, s string) float64 {
	if a != AimTasks {
		return 0
	}
	plain := s[listNumber(s):]
	switch {
	case r.looksBack(i) || cues["past"].in(s):
		return tasksPast
	case cues["goal"].in(s) || aimsAtYear(plain) || cues["duty"].in(plain) || cues["now"].in(s):
		return tasksWanted
	}
	return 0
}

// looksBack reports whether a sentence is in a section that reviews what was
// done: 一、2025年工作回顾.
func (r *reader) looksBack(i int) bool {
	for s := r.doc.Sentences[i].Section; s >= 0; s = r.doc.Sections[s].Parent {
		title := r.doc.Sections[s].Title
		if cues["review"].in(title) && !strings.Contains(title, "总体要求") {
			return true
		}
	}
	return false
}
