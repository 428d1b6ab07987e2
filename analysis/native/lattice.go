package native

import "github.com/tifa-go/tifa/analysis/native/internal/dict"

// A step is the first word of the best segmentation of a run from some
// character on: its length in characters (7 bits), whether the model must not
// look at it though it is a single character (1 bit), and its tag (24 bits).
type step uint32

const (
	lengthMask = 1<<7 - 1
	known      = 1 << 7
	tagShift   = 8
	maxTags    = 1 << 24
)

func (s step) runes() int  { return int(s & lengthMask) }
func (s step) tag() uint32 { return uint32(s >> tagShift) }

// isWord reports whether the step is a word that the model does not look at.
func (s step) isWord() bool { return s&(lengthMask|known) > 1 }

// ring is the number of weights that are kept: those behind as many characters
// as the longest word has.
const ring = dict.MaxRunes + 1

// lattice computes the best segmentations of the run's characters from low to
// len(best), as MPSegment of cppjieba does: from right to left, each the sum of
// the weights of its words; a character that is no word has the smallest weight.
// Of equal ones that with the shortest first word is taken. The order of the
// additions is cppjieba's, so that the roundings are.
func (c *cutter) lattice(best []step, low int) {
	codes := c.codes[:len(best)]
	c.weight[len(codes)%ring] = 0
	for high := len(codes); high > low; {
		i := low
		if c.user != nil {
			for i = high; i > low && !c.user.begins[codes[i-1]]; i-- {
			}
		}
		c.steps(best, i, high)
		if high = i; i > low {
			high--
			best[high] = c.stepWithUser(codes, high)
		}
	}
}

// steps does so for the characters from low to high, with which no word of the
// lexicon begins.
func (c *cutter) steps(best []step, low, high int) {
	words, weights, weight := c.dict.Words, c.dict.Weights, &c.weight
	codes := c.codes[:len(best)]
	for i := high - 1; i >= low; i-- {
		n := words[codes[i]]
		v := n.Value()
		top := weight[uint(i+1)%ring] + weights[uint16(v)]
		first := step(dict.TagIndex(v)<<tagShift | 1)
		for j := i + 1; j < min(len(codes), i+dict.MaxRunes); j++ {
			k := n.Base() + uint64(codes[j])
			if k >= uint64(len(words)) {
				break
			}
			if n = words[k]; n.Code() != codes[j] {
				break
			}
			if v := n.Value(); v != 0 {
				if w := weight[uint(j+1)%ring] + weights[uint16(v)]; w > top {
					top = w
					first = step(dict.TagIndex(v)<<tagShift | uint32(j+1-i))
				}
			}
		}
		weight[uint(i)%ring] = top
		best[i] = first
	}
}

// stepWithUser does for one character what lattice does, with the words of the
// lexicon beside those of the dictionary.
func (c *cutter) stepWithUser(codes []uint16, i int) step {
	words, weights, user := c.dict.Words, c.dict.Weights, c.user
	weight := &c.weight
	at := c.start(codes[i])
	v := at.word.Value()
	top := weights[uint16(v)]
	first := step(dict.TagIndex(v)<<tagShift | 1)
	if v := at.user.Value(); v != 0 {
		top = user.values[v].weight
		first = step(user.values[v].tag<<tagShift | known | 1)
	}
	top = weight[(i+1)%ring] + top
	n, m := at.word, at.user
	for j := i + 1; j < min(len(codes), i+dict.MaxRunes) && n|m != 0; j++ {
		var w float64
		var tag uint32
		if n = words.Step(n, codes[j]); n != 0 {
			if v := n.Value(); v != 0 {
				w, tag = weights[uint16(v)], dict.TagIndex(v)
			}
		}
		if m = user.words.Step(m, codes[j]); m != 0 {
			if v := m.Value(); v != 0 {
				w, tag = user.values[v].weight, user.values[v].tag
			}
		}
		if w == 0 { // no word ends here; all weights are negative
			continue
		}
		if w = weight[(j+1)%ring] + w; w > top {
			top = w
			first = step(tag<<tagShift | uint32(j+1-i))
		}
	}
	weight[i%ring] = top
	return first
}
