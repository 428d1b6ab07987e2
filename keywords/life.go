package keywords

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
)

// A LifeKind says what became of a formulation over time.
type LifeKind uint8

// The kinds of lives; see [Lives] for what makes one.
const (
	Unsettled LifeKind = iota // too few documents at a time to say
	Steady
	New
	Rising
	Falling
	Gone
	Revived // it was gone and is back
)

var lifeKindNames = [...]string{"unsettled", "steady", "new", "rising", "falling", "gone", "revived"}

// String returns the kind's name in lower case.
func (k LifeKind) String() string { return lifeKindNames[k] }

// Lives tells from the counts of a formulation in periods, in order of time,
// whether it is new, rising, falling, gone or revived. All is by frequency in
// relation to the length of the documents, and only periods with documents
// count, so a year without any is neither use nor absence. Zero fields mean the
// defaults in brackets. Lives may be used by any number of goroutines.
//
// An absence is a run of at least Gap periods without the formulation that is no
// chance: G² of the run against the use at its sides is at least MinG2. Absences
// divide time into spans of use. A use in fewer than MinDocuments documents
// between two absences is a stray one and no span; the absence goes on. Where
// spans at both sides of an absence are left, G² must be as high against each of
// them. Then, the first that fits:
//
//   - Unsettled: no span is left;
//   - Gone: the last periods are an absence;
//   - Revived: there is an absence between two spans;
//   - New: the first periods are an absence, and the span begins within the last
//     Recent periods;
//   - Rising, Falling: within the last span, the formulation is more frequent in
//     the last Recent periods than before, or less, with a G² of at least MinG2
//     and a log-ratio of at least MinLogRatio in either direction;
//   - Steady.
//
// G² and log-ratio are [LogLikelihood] and [LogRatio]. What makes a kind was
// found by reading the lists of 43 government work reports of 62 years. G² takes
// words for independent, and they come in clusters, so that it is a threshold
// here and no level of significance.
type Lives struct {
	Recent       int     // periods that are recent, fewer than there are [a fifth of them, at least 2 if there are 3]
	Gap          int     // periods of the shortest absence [a tenth of all, at least 2]
	MinDocuments int     // documents of the shortest span [2]
	MinG2        float64 // [10.83: one of a thousand by chance]
	MinLogRatio  float64 // [1: twice or half as frequent]
}

// A Life is what became of a formulation.
type Life struct {
	Kind  LifeKind
	Spans []PeriodSpan // of use, in order of time; none if it is Unsettled
	Peak  int          // the period in which it is most frequent, of equal ones the first; -1 if it is in none

	// What Kind goes by: occurrences and words in one time, and in another, the
	// reference. Gone: what comes after the last span, and that span. Revived: the
	// last span or the one before it, whichever has the lower G², and the absence
	// between them. New: the span, and what was before. Others: the last Recent
	// periods, and those of the last span before them.
	Count, Tokens, RefCount, RefTokens int
	G2, LogRatio                       float64
}

// A PeriodSpan is the periods from First to Last, both included, as indices.
type PeriodSpan struct{ First, Last int }

// Of tells the life of a formulation. periods are those that have documents, in
// order of time, at least two; counts has the occurrences in them by their names,
// All of each: PhraseTable.Groups and PhraseRow.Groups, where groups are named so
// that they sort by time. Of fails if a field is out of its range, or if counts
// names a period that there is not. It takes time linear in the periods, times the
// number of absences.
func (l Lives) Of(periods []GroupSize, counts []GroupCount) (Life, error) {
	l, err := l.Defaults(len(periods))
	if err != nil {
		return Life{}, err
	}
	s, err := newSeries(periods, counts)
	if err != nil {
		return Life{}, err
	}
	life := Life{Peak: s.peak()}
	spans := l.spans(s)
	if len(spans) == 0 {
		return life, nil
	}
	life.Spans = spans
	n, first, last := len(periods), spans[0], spans[len(spans)-1]
	recent := n - l.Recent
	switch after := (PeriodSpan{last.Last + 1, n - 1}); {
	case l.absent(s, after, last):
		life.Kind = Gone
		s.compare(&life, after, last)
	case len(spans) > 1:
		life.Kind = Revived
		before := spans[len(spans)-2]
		run := PeriodSpan{before.Last + 1, last.First - 1}
		if s.compare(&life, last, run); s.absence(run, before) < s.absence(run, last) {
			s.compare(&life, before, run)
		}
	case first.First >= recent && l.absent(s, PeriodSpan{0, first.First - 1}, first):
		life.Kind = New
		s.compare(&life, last, PeriodSpan{0, first.First - 1})
	default:
		life.Kind = Steady
		s.compare(&life, PeriodSpan{recent, n - 1}, PeriodSpan{last.First, recent - 1})
		if life.G2 >= l.MinG2 && math.Abs(life.LogRatio) >= l.MinLogRatio {
			life.Kind = Rising
			if life.LogRatio < 0 {
				life.Kind = Falling
			}
		}
	}
	return life, nil
}

// Defaults returns l with the defaults that it has for a number of periods in
// place of zeros. It fails if a field is out of its range.
func (l Lives) Defaults(periods int) (Lives, error) {
	l.Recent = cmp.Or(l.Recent, min(max(2, periods/5), periods-1))
	l.Gap = cmp.Or(l.Gap, max(2, periods/10))
	l.MinDocuments = cmp.Or(l.MinDocuments, 2)
	l.MinG2 = cmp.Or(l.MinG2, 10.83)
	l.MinLogRatio = cmp.Or(l.MinLogRatio, 1)
	switch {
	case periods < 2:
		return l, errors.New("keywords: Lives: a life needs two periods or more")
	case l.Recent < 1 || l.Recent >= periods:
		l.Recent = min(l.Recent, periods)
		return l, fmt.Errorf("keywords: Lives: of %d periods not %d are recent, but 1 to %d", periods, l.Recent, periods-1)
	case l.Gap < 1:
		return l, fmt.Errorf("keywords: Lives: no absence has %d periods", l.Gap)
	case l.MinDocuments < 1:
		return l, fmt.Errorf("keywords: Lives: no span of use has %d documents", l.MinDocuments)
	case !(l.MinG2 > 0 && l.MinLogRatio > 0) || math.IsInf(l.MinG2, 0) || math.IsInf(l.MinLogRatio, 0):
		return l, errors.New("keywords: Lives: MinG2 and MinLogRatio are finite and more than 0")
	}
	return l, nil
}

// spans returns the spans of use between the absences, without stray uses.
func (l Lives) spans(s *series) []PeriodSpan {
	var spans []PeriodSpan
	for i, n := range s.count {
		if n == 0 {
			continue
		}
		if k := len(spans) - 1; k >= 0 && i-spans[k].Last <= l.Gap {
			spans[k].Last = i
		} else {
			spans = append(spans, PeriodSpan{i, i})
		}
	}
	// What is between two spans is no absence if chance accounts for it, given the
	// use at both sides together; then, without the stray uses, given each.
	spans = l.join(spans, func(left, run, right PeriodSpan) float64 { return s.absence(run, left, right) })
	spans = slices.DeleteFunc(spans, func(p PeriodSpan) bool { return s.documents(p) < l.MinDocuments })
	return l.join(spans, func(left, run, right PeriodSpan) float64 {
		return min(s.absence(run, left), s.absence(run, right))
	})
}

// join makes one of two spans if the G² of what is between them is less than
// MinG2, first where it is least.
func (l Lives) join(spans []PeriodSpan, g2 func(left, run, right PeriodSpan) float64) []PeriodSpan {
	for len(spans) > 1 {
		least, at := math.Inf(1), 0
		for k, right := range spans[1:] {
			if g := g2(spans[k], PeriodSpan{spans[k].Last + 1, right.First - 1}, right); g < least {
				least, at = g, k
			}
		}
		if least >= l.MinG2 {
			break
		}
		spans[at].Last = spans[at+1].Last
		spans = slices.Delete(spans, at+1, at+2)
	}
	return spans
}

// absent reports whether a run of periods at the end, or at the beginning, is an
// absence beside the span next to it.
func (l Lives) absent(s *series, run, beside PeriodSpan) bool {
	return run.Last-run.First+1 >= l.Gap && s.absence(run, beside) >= l.MinG2
}
