package summarize

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// The weights of what a sentence is, in the exponent of its prior. They are
// those of a conditional logit (McFadden, "Conditional logit analysis of
// qualitative choice behavior", 1974): of a document's sentences, which are in
// its summary, given coverage, length and the properties below. It was fitted
// on 29 labelled policy texts, and shrunk by the factor 0.7, which did better on
// texts that it was not fitted on. Those of title and procedure were set by
// experiment on the same texts.
const (
	weightLead       = 1.1 // first sentence of a section
	weightSecond     = 0.9 // second sentence of a section
	weightParagraph  = 0.7 // first sentence of another paragraph
	weightFront      = 0.7 // from +½ at the beginning of the text to -½ at its end
	weightHeading    = 0.3 // share of the terms of its heading that it has
	weightTitle      = 1.0 // share of the terms of the title that it has
	weightCentrality = 0.1 // by standard deviations of its cosine to all others
	weightYear       = 1.2 // 到2030年，……
	weightPurpose    = 1.0
	weightGoal       = 0.75
	weightProblem    = 0.5
	weightDuty       = 0.4
	weightNow        = 0.4
	weightPrinciple  = 0.2
	weightItem       = -0.6 // an item of a list
	weightProcedure  = -0.3
	weightAnaphor    = -0.3
)

// The weights of rulings, found by experiment on half of a set of 357 rulings
// of civil courts with reference summaries.
const (
	rulingOutcome = 0.4  // from the first outcome cue on: 本院认为
	rulingFront   = 0.3  // as weightFront, in texts of more than rulingLong sentences
	rulingWords   = 0.1  // by standard deviations of words of weight a root of length
	rulingFinding = 0.1  //
	rulingDigits  = -0.1 // by standard deviations of the share of digits
	rulingAnaphor = -0.2
	rulingLong    = 20
)

// minParagraphs is from how many on the first sentence of a paragraph tells its
// topic; one or two may be all of a text run into lines.
const minParagraphs = 3

// A reader looks at the ranked sentences in the order of the text.
type reader struct {
	*input
	starts     []int // the first ranked sentence of each document, where there are several
	paragraphs int   // that have ranked sentences
}

func newReader(in *input) *reader {
	r := &reader{input: in}
	starts := in.starts
	for k, i := range in.ranked {
		for len(starts) > 0 && starts[0] <= i {
			r.starts = append(r.starts, k)
			starts = starts[1:]
		}
		if k == 0 || in.doc.Sentences[i].Paragraph != in.doc.Sentences[in.ranked[k-1]].Paragraph {
			r.paragraphs++
		}
	}
	return r
}

// priors returns for each ranked sentence, a row of m, the exponent of its prior.
func (r *reader) priors(m *rows) []float64 {
	if r.genre == GenreRuling {
		return r.rulingPriors(m)
	}
	out := m.arena.floats.take(len(m.sentences))
	overlap := newOverlaps(r.doc, m)
	for k, c := range standardized(centrality(r.doc, m)) {
		out[k] = weightCentrality * c
	}
	for k, s := range r.texts {
		v := weightFront*r.front(k) + weightHeading*overlap.heading(k) + r.lead(k)
		if r.focus == nil {
			v += weightTitle * overlap.title(k)
		}
		if r.number[k] > 0 {
			v += weightItem
		}
		if aimsAtYear(s[r.number[k]:]) {
			v += weightYear
		}
		v = r.cues[k].weigh(v)
		out[k] += v + r.genreWeight(k)
	}
	return out
}

// weigh adds the weights of cues to v.
func (c cueSet) weigh(v float64) float64 {
	if c == 0 {
		return v // of most sentences
	}
	for _, w := range cueWeights {
		if c&w.cue != 0 {
			v += w.weight
		}
	}
	if c.anaphoric() {
		v += weightAnaphor
	}
	return v
}

var cueWeights = [...]struct {
	cue    cueSet
	weight float64
}{
	{hasGoal, weightGoal}, {hasPurpose, weightPurpose}, {hasPrinciple, weightPrinciple}, {hasProblem, weightProblem},
	{hasDuty, weightDuty}, {hasNow, weightNow}, {hasProcedure, weightProcedure},
}

// What the genre adds to the weights: large enough for a regulation's purpose and
// principles to come before its procedure at equal coverage, and for the
// beginning of news.
const (
	regulationPurpose   = 0.5
	regulationPrinciple = 0.5
	regulationGeneral   = 0.3 // in the chapter 总则
	regulationProcedure = -0.7
	newsFront           = 0.7 // as weightFront
)

// genreWeight returns what the genre adds to the exponent of the k-th ranked
// sentence's prior.
func (r *reader) genreWeight(k int) float64 {
	switch r.genre {
	case GenreNews:
		return newsFront * r.front(k)
	case GenreRegulation:
		v := 0.0
		for _, c := range [...]struct {
			has    bool
			weight float64
		}{
			{r.cues[k]&hasPurpose != 0, regulationPurpose},
			{r.cues[k]&hasPrinciple != 0, regulationPrinciple},
			{r.cues[k]&hasProcedure != 0, regulationProcedure},
			{r.general(k), regulationGeneral},
		} {
			if c.has {
				v += c.weight
			}
		}
		return v
	}
	return 0
}

// general reports whether a sentence is in the general provisions: 第一章 总则.
func (r *reader) general(k int) bool {
	for s := r.doc.Sentences[r.ranked[k]].Section; s >= 0; s = r.doc.Sections[s].Parent {
		if x := r.doc.Sections[s]; x.Marker == analysis.MarkerChapter && strings.Contains(strings.ReplaceAll(x.Title, " ", ""), "总则") {
			return true
		}
	}
	return false
}

// front returns ½ for the first sentence of a document and -½ for its last.
func (r *reader) front(b int) float64 {
	first, end := 0, len(r.ranked)
	for _, s := range r.starts {
		if s <= b {
			first = s
		} else {
			end = s
			break
		}
	}
	return 0.5 - float64(b-first)/float64(max(1, end-first-1))
}

// lead returns the weight of a sentence's place in its section and paragraph.
func (r *reader) lead(b int) float64 {
	if s := r.sentence(b).Section; s >= 0 {
		switch {
		case b == 0 || r.sentence(b-1).Section != s:
			return weightLead
		case b == 1 || r.sentence(b-2).Section != s:
			return weightSecond + r.paragraphLead(b)
		}
	}
	return r.paragraphLead(b)
}

func (r *reader) paragraphLead(b int) float64 {
	p := r.sentence(b).Paragraph
	first := b == 0 || r.sentence(b-1).Paragraph != p
	if first && r.paragraphs >= minParagraphs && b+1 < len(r.ranked) && r.sentence(b+1).Paragraph == p {
		return weightParagraph
	}
	return 0
}

// sentence returns the b-th ranked one.
func (r *reader) sentence(b int) *analysis.Sentence { return &r.doc.Sentences[r.ranked[b]] }

func (r *reader) rulingPriors(m *rows) []float64 {
	words, digits := make([]float64, len(m.sentences)), make([]float64, len(m.sentences))
	for k, s := range r.texts {
		n := float64(utf8.RuneCountInString(s) + 1)
		words[k] = float64(cues["weight"].count(s)) / math.Sqrt(n)
		digits[k] = float64(strings.Count(strings.Map(digitRune, s), "0")) / n
	}
	words, digits = standardized(words), standardized(digits)
	outcome := slices.IndexFunc(r.cues, func(c cueSet) bool { return c&hasOutcome != 0 })
	out := make([]float64, len(m.sentences))
	for k := range out {
		v := rulingWords*words[k] + rulingDigits*digits[k]
		if outcome >= 0 && k >= outcome {
			v += rulingOutcome
		}
		if len(r.ranked) > rulingLong {
			v += rulingFront * r.front(k)
		}
		if r.cues[k]&hasFinding != 0 {
			v += rulingFinding
		}
		if r.cues[k].anaphoric() {
			v += rulingAnaphor
		}
		out[k] = v
	}
	return out
}

func digitRune(r rune) rune {
	if unicode.IsDigit(r) {
		return '0'
	}
	return -1
}

// aimsAtYear reports a sentence that says what is to be by a year: 到2030年，…….
func aimsAtYear(s string) bool {
	s = strings.TrimPrefix(s, "——")
	s = strings.TrimPrefix(s, "力争")
	s, ok := strings.CutPrefix(s, "到")
	if !ok {
		return false
	}
	if strings.HasPrefix(s, "本世纪") {
		return true
	}
	digits := 0
	for _, r := range s {
		if !unicode.IsDigit(r) && !strings.ContainsRune("〇○零一二三四五六七八九", r) {
			return digits == 4 && r == '年'
		}
		digits++
	}
	return false
}

// standardized returns x less its mean, over its standard deviation.
func standardized(x []float64) []float64 {
	mean, square := 0.0, 0.0
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		square += (v - mean) * (v - mean) / float64(len(x))
	}
	out := make([]float64, len(x))
	if deviation := math.Sqrt(square); deviation > 1e-9 {
		for i, v := range x {
			out[i] = (v - mean) / deviation
		}
	}
	return out
}
