package keywords

import (
	"fmt"
	"slices"
)

// A series is the counts of a formulation in periods, in order of time.
type series struct {
	periods     []GroupSize
	count, docs []int
}

func newSeries(periods []GroupSize, counts []GroupCount) (*series, error) {
	s := &series{periods, make([]int, len(periods)), make([]int, len(periods))}
	for _, c := range counts {
		i := slices.IndexFunc(periods, func(p GroupSize) bool { return p.Group == c.Group })
		if i < 0 {
			return nil, fmt.Errorf("keywords: Lives: there is no period %q", c.Group)
		}
		s.count[i] += c.All
		s.docs[i] += c.Documents
	}
	return s, nil
}

// in returns the occurrences and the words in the periods of p.
func (s *series) in(p PeriodSpan) (count, tokens int) {
	for i := p.First; i <= p.Last; i++ {
		count += s.count[i]
		tokens += s.periods[i].Tokens
	}
	return count, tokens
}

// documents returns in how many documents of p the formulation is.
func (s *series) documents(p PeriodSpan) (n int) {
	for i := p.First; i <= p.Last; i++ {
		n += s.docs[i]
	}
	return n
}

// absence returns the G² of a run of periods against the use beside it, 0 if the
// formulation is not less frequent in the run.
func (s *series) absence(run PeriodSpan, beside ...PeriodSpan) float64 {
	missing, without := s.in(run)
	used, with := 0, 0
	for _, p := range beside {
		n, tokens := s.in(p)
		used, with = used+n, with+tokens
	}
	if float64(missing)*float64(with) >= float64(used)*float64(without) {
		return 0
	}
	return LogLikelihood(float64(missing), float64(without), float64(used), float64(with))
}

// compare sets what a life says of two times.
func (s *series) compare(life *Life, study, reference PeriodSpan) {
	life.Count, life.Tokens = s.in(study)
	life.RefCount, life.RefTokens = s.in(reference)
	a, b, c, d := float64(life.Count), float64(life.Tokens), float64(life.RefCount), float64(life.RefTokens)
	life.G2, life.LogRatio = LogLikelihood(a, b, c, d), LogRatio(a, b, c, d)
}

// peak returns the period in which the formulation is most frequent, or -1.
func (s *series) peak() int {
	best := -1
	for i, n := range s.count {
		if n > 0 && (best < 0 || n*s.periods[best].Tokens > s.count[best]*s.periods[i].Tokens) {
			best = i
		}
	}
	return best
}
