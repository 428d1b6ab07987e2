package summarize

import (
	"strings"

	"github.com/tifa-go/tifa/analysis"
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

// weight returns what the aim adds to the exponent of the k-th ranked sentence.
func (a Aim) weight(in *input, k int) float64 {
	if a != AimTasks {
		return 0
	}
	switch {
	case in.cues[k]&hasPast != 0 || looksBack(in.doc, in.ranked[k]):
		return tasksPast
	case in.cues[k]&(hasGoal|hasDuty|hasNow) != 0 || aimsAtYear(in.texts[k][in.number[k]:]):
		return tasksWanted
	}
	return 0
}

// looksBack reports whether a sentence is in a section that reviews what was
// done: 一、2025年工作回顾.
func looksBack(doc *analysis.Document, i int) bool {
	for s := doc.Sentences[i].Section; s >= 0; s = doc.Sections[s].Parent {
		if title := doc.Sections[s].Title; cues["review"].in(title) && !strings.Contains(title, "总体要求") {
			return true
		}
	}
	return false
}
