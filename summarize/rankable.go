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
		if text := trimFinalMarks(doc.Text[start:end]); coreAtLeast(text, 1) {
			keys[i] = text
			heads.add(text)
		}
	}
	var alike []int
	ranked := 0
	for i, text := range keys {
		if text != "" {
			ranked++
			if heads.recurs(text) {
				keys[i] = sentenceKey(text)
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

// headLen is how many Han characters a head has, by which most sentences are told
// apart. They are the first ones, whatever stands between them: a key has all that
// its sentence has.
const headLen = 6

// heads tell of most sentences that no other key has their head, or is the beginning
// of theirs.
type heads struct {
	seen  []uint8 // by hash: how many have the head, up to 2, and isShort
	shift int
	bare  bool // a sentence has no Han character
}

const isShort = 1 << 7 // a sentence has these Han characters and no more

func newHeads(sentences int) *heads {
	bits := 6
	for 1<<bits < 16*sentences {
		bits++
	}
	return &heads{seen: make([]uint8, 1<<bits), shift: 64 - bits}
}

func (h *heads) add(s string) {
	hash, n := uint64(0), 0
	for i := 0; i+2 < len(s) && n < headLen; i++ {
		if isHan(s[i]) {
			hash = addToHead(hash, s[i:])
			i += 2
			n++
		}
	}
	switch seen := &h.seen[hash>>h.shift]; {
	case n == 0:
		h.bare = true
	case n < headLen:
		*seen |= isShort
	case *seen&^isShort < 2:
		*seen++
	}
}

// recurs reports whether another key may begin with that of a sentence that was
// added, or be its beginning.
func (h *heads) recurs(s string) bool {
	if h.bare && !isHan(s[0]) {
		return true
	}
	hash, n := uint64(0), 0
	for i := 0; i+2 < len(s) && n < headLen; i++ {
		if isHan(s[i]) {
			hash = addToHead(hash, s[i:])
			if h.seen[hash>>h.shift]&isShort != 0 {
				return true
			}
			i += 2
			n++
		}
	}
	return n < headLen || h.seen[hash>>h.shift] > 1
}

// isHan reports whether a character that begins with b is from U+4000 to U+9FFF: in
// a key it is the same.
func isHan(b byte) bool { return b >= 0xe4 && b <= 0xe9 }

// addToHead adds the first character of s to a hash, by the golden ratio (Knuth, TAOCP
// 3, 6.4).
func addToHead(hash uint64, s string) uint64 {
	return (hash ^ (uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16)) * 0x9e3779b97f4a7c15
}
