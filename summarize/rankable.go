package summarize

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// rankable returns the indices of the sentences that scorers rank: see
// [Scorer].
func rankable(doc *analysis.Document) []int {
	keys := make([]string, len(doc.Sentences)) // "" for what is not ranked
	heads := newHeads(len(doc.Sentences))
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if s.Role != analysis.RoleBody {
			continue
		}
		start, end := trimmed(doc, s)
		key := trimFinalMarks(doc.Text[start:end])
		if !beginsInHan(key) {
			key = sentenceKey(key)
		}
		if coreAtLeast(key, 1) {
			keys[i] = key
			heads.add(key)
		}
	}
	var alike []int
	ranked := 0
	for i, key := range keys {
		if key != "" {
			ranked++
			if heads.recurs(key) {
				keys[i] = sentenceKey(key)
				alike = append(alike, i)
			}
		}
	}
	ranked -= dropRepeats(keys, alike)
	out := make([]int, 0, ranked)
	for i, key := range keys {
		if key != "" {
			out = append(out, i)
		}
	}
	return out
}

// sentenceKey returns what sentences that say the same have in common, given one
// without its final marks.
func sentenceKey(s string) string {
	if hasQuoteOrBlank(s) {
		return analysis.Key(s)
	}
	return s
}

// dropRepeats empties those of the keys of the given sentences that are an earlier
// one's, or that another one begins with, and returns how many.
func dropRepeats(keys []string, sentences []int) (dropped int) {
	slices.SortFunc(sentences, func(a, b int) int { return cmp.Or(strings.Compare(keys[a], keys[b]), a-b) })
	// In sorted order, what begins with a key comes right after it.
	for k := 0; k < len(sentences); {
		first := sentences[k]
		key := keys[first]
		for k++; k < len(sentences) && keys[sentences[k]] == key; k++ {
			keys[sentences[k]] = ""
			dropped++
		}
		if k < len(sentences) && strings.HasPrefix(keys[sentences[k]], key) {
			keys[first] = ""
			dropped++
		}
	}
	return dropped
}

// headLen is the length of a key's head, by which most keys are told apart: four
// Han characters.
const headLen = 12

// beginsInHan reports whether the head of a sentence's key is that of the
// sentence: it has only Han characters.
func beginsInHan(s string) bool {
	if len(s) < headLen {
		return false
	}
	for i := 0; i < headLen; i += 3 {
		if s[i] < 0xe4 || s[i] > 0xe9 { // U+4000 to U+9FFF
			return false
		}
	}
	return true
}

// heads tell of most keys that no other one has their head, or is the beginning of
// it.
type heads struct {
	counts  []uint8         // of a hash, up to 2
	short   map[string]bool // the keys that are shorter
	lengths [headLen]bool   // of these
}

func newHeads(keys int) *heads {
	size := 64
	for size < 4*keys {
		size *= 2
	}
	return &heads{counts: make([]uint8, size), short: make(map[string]bool)}
}

func (h *heads) add(key string) {
	if n := len(key); n < headLen {
		h.short[key], h.lengths[n] = true, true
	} else if c := h.count(key); *c < 2 {
		*c++
	}
}

// recurs reports whether another key may begin with one that was added, or be its
// beginning.
func (h *heads) recurs(key string) bool {
	if len(key) < headLen || *h.count(key) > 1 {
		return true
	}
	if len(h.short) > 0 {
		for n, has := range &h.lengths {
			if has && h.short[key[:n]] {
				return true
			}
		}
	}
	return false
}

func (h *heads) count(key string) *uint8 {
	s := key[:headLen]
	a := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	b := uint64(s[8]) | uint64(s[9])<<8 | uint64(s[10])<<16 | uint64(s[11])<<24
	x := (a ^ b<<17) * 0x9e3779b97f4a7c15 // the golden ratio
	return &h.counts[x>>32&uint64(len(h.counts)-1)]
}
