package keywords

import (
	"math/bits"
	"slices"
)

// A sharedList is a run of items of which each begins, or each ends, with the
// same word.
type sharedList struct {
	members []item
	suffix  bool
}

// maxRuns is how many runs are kept for one word, maxItem the length in
// characters up to which something is an item.
const (
	maxRuns = 64
	maxItem = 30
)

// sharedRuns finds in one pass the runs of items that begin or end with one of
// the words. Items are what 、，；和与 part.
func (v *reading) sharedRuns(words map[string]bool) map[string][]sharedList {
	if len(words) == 0 {
		return nil
	}
	f := newRunFinder(v, words)
	from := 0
	for _, k := range v.parting {
		switch r := v.r[k]; {
		case (r == '和' || r == '与') && (!v.border(k) || !v.border(k+1)), r == '”' && v.next(k) != '“':
			continue
		}
		f.item(item{from, k}, hardRunes.has(v.r[k]))
		from = k + 1
	}
	f.item(item{from, len(v.r)}, true)
	return f.runs
}

// hardRunes end a run.
var hardRunes = runesOf("。！？\n：")

// A runFinder finds the runs of items that begin or end with one of the words.
type runFinder struct {
	*reading
	words       map[string]bool
	sizes       uint64 // of words in characters, a bit each
	heads, feet wordEdges
	open        map[runKey][]item
	was, now    []runKey // what the last item and this one share with words
	before      item     // in the same sentence
	runs        map[string][]sharedList
}

// A runKey is the word that the items of a run begin with, or end with.
type runKey struct {
	word   string
	suffix bool
}

func newRunFinder(v *reading, words map[string]bool) *runFinder {
	f := &runFinder{reading: v, words: words, open: make(map[runKey][]item), runs: make(map[string][]sharedList)}
	for w := range words {
		r := []rune(w)
		n := len(r)
		f.sizes |= 1 << n
		if n == 1 {
			f.heads.single.addAny(r[0])
			f.feet.single.addAny(r[0])
			continue
		}
		f.heads.pairs.add(r[0], r[1])
		f.feet.pairs.add(r[n-1], r[n-2])
	}
	return f
}

// item takes in the next item; hard says that the sentence ends behind it.
func (f *runFinder) item(x item, hard bool) {
	y := f.trim(x)
	f.now = f.now[:0]
	if y.len() > 1 && y.len() <= maxItem {
		f.compare(y)
	}
	if len(f.was) > 0 || len(f.now) > 0 {
		f.extend(y)
	}
	f.before = y
	if !hard {
		return
	}
	f.before = item{}
	for _, k := range f.was {
		f.flush(k)
	}
	f.was = f.was[:0]
}

// compare notes the words that x begins or ends with.
func (f *runFinder) compare(x item) {
	begins := f.sizes & f.heads.sizes(f.r[x.start], f.r[x.start+1])
	ends := f.sizes & f.feet.sizes(f.r[x.end-1], f.r[x.end-2])
	for sizes := begins | ends; sizes != 0; sizes &= sizes - 1 {
		n := bits.TrailingZeros64(sizes)
		if n >= x.len() {
			break
		}
		if ends>>n&1 != 0 {
			f.meets(x.end-n, x.end, true)
		}
		if begins>>n&1 != 0 {
			f.meets(x.start, x.start+n, false)
		}
	}
}

// meets notes characters i to j if they are a word, and so in the text.
func (f *runFinder) meets(i, j int, suffix bool) {
	if !f.words[f.word(i, j)] {
		return
	}
	if w := f.text(i, j); f.words[w] {
		f.now = append(f.now, runKey{w, suffix})
	}
}

// wordEdges are the two characters that words begin with, or, from the last one
// on, end with.
type wordEdges struct{ pairs, single runePairs }

// sizes returns how many characters words may have that have these, a bit each.
func (w *wordEdges) sizes(a, b rune) uint64 {
	var sizes uint64
	if w.pairs.mayHave(a, b) {
		sizes = ^uint64(1 << 1)
	}
	if w.single.mayHave(a, b) {
		sizes |= 1 << 1
	}
	return sizes
}

// extend adds x to the runs that it goes on with, or begins, and ends the
// others.
func (f *runFinder) extend(x item) {
	for _, k := range f.was {
		if slices.Contains(f.now, k) {
			continue
		}
		if k.suffix && x.len() > 0 {
			// The last one may have words behind it: …、看齐意识的要求.
			if to := f.within(x, k.word); to > 0 && len(f.open[k]) > 0 {
				f.open[k] = append(f.open[k], item{x.start, to})
			}
		}
		f.flush(k)
	}
	for _, k := range f.now {
		if !k.suffix && len(f.open[k]) == 0 && f.before.len() > 0 {
			// The first one may have words before it: 使爱祖国、爱人民.
			if at := f.startOf(f.before, k.word); at > 0 {
				f.open[k] = append(f.open[k], item{at, f.before.end})
			}
		}
		f.open[k] = append(f.open[k], x)
	}
	f.was, f.now = f.now, f.was
}

// flush ends a run.
func (f *runFinder) flush(k runKey) {
	if m := f.open[k]; len(m) > 1 && len(f.runs[k.word]) < maxRuns {
		f.runs[k.word] = append(f.runs[k.word], sharedList{m, k.suffix})
	}
	delete(f.open, k)
}

// within returns the end of the first place of word in x that ends at a
// token's end and has something before it, or 0.
func (v *reading) within(x item, word string) int {
	n := len([]rune(word))
	for k := x.start + 1; k+n <= min(x.end, x.start+maxItem); k++ {
		if v.hasPrefix(k, x.end, word) && v.border(k+n) {
			return k + n
		}
	}
	return 0
}

// startOf returns where word begins in x for the last time, at a token's start
// and behind something else, or 0.
func (v *reading) startOf(x item, word string) int {
	n := len([]rune(word))
	for k := x.end - n - 1; k > max(x.start, x.end-maxItem); k-- {
		if v.hasPrefix(k, x.end, word) && v.border(k) {
			return k
		}
	}
	return 0
}

// shared chooses, of the runs of items that share the slogan's word, one that
// has exactly the right number of members. Weak evidence must stand near a
// mention.
func (v *reading) shared(s *sighting, runs []sharedList) (listing, bool) {
	word := s.form.shared()
	size := len([]rune(word))
	for _, n := range s.form.counts {
		for _, run := range runs {
			m := run.members
			if len(m) != n {
				continue
			}
			reach := 0 // anywhere
			switch {
			case size == 1 && n < 4:
				reach = 400
			case n == 2:
				reach = 150
			}
			if size == 1 && n == 2 || reach > 0 && !near(s.mentions, m[0].start, reach) {
				continue
			}
			m = append([]item(nil), m...)
			if run.suffix {
				m[0].start = v.firstStart(m[0].start, m[0].end, m[1:], cutClause/2)
			} else if n > 2 {
				m[n-1].end = v.lastEnd(m[n-1].start, m[n-1].end, m[:n-1], cutClause)
			}
			if v.overlapsMention(m, s.mentions) {
				continue
			}
			if !v.distinct(m) || !v.evenly(m) || v.haveCounts(m, word) || size == 1 && (!v.parallel(m, n > 2) || !v.nearLength(m)) {
				continue
			}
			l := listing{members: m, rule: "shared word", strength: fromCharacter}
			if size > 1 && n > 2 {
				l.strength = fromList
			}
			return l, true
		}
	}
	return listing{}, false
}

// overlapsMention reports whether a member is half a quotation, or has the
// slogan itself in it.
func (v *reading) overlapsMention(m []item, mentions []mention) bool {
	for _, x := range m {
		if unbalanced(v.r[x.start:x.end]) {
			return true
		}
		i, _ := slices.BinarySearchFunc(mentions, x.start, func(m mention, at int) int { return m.end - 1 - at })
		if i < len(mentions) && mentions[i].start < x.end {
			return true
		}
	}
	return false
}

// nearLength reports whether the members differ by no more than four characters in
// length.
func (v *reading) nearLength(m []item) bool {
	shortest, longest := 1<<30, 0
	for _, x := range m {
		shortest, longest = min(shortest, x.len()), max(longest, x.len())
	}
	return longest-shortest <= 4
}

// haveCounts reports whether one of the members is itself a numeral with the word:
// 三个自信 is no member of 四个自信.
func (v *reading) haveCounts(m []item, word string) bool {
	for _, x := range m {
		for k := x.start; k < x.end; k++ {
			if isCounting(v.r[k]) && (v.hasPrefix(k+1, x.end, word) || k+2 < x.end && classifierRunes.has(v.r[k+1]) && v.hasPrefix(k+2, x.end, word)) {
				return true
			}
		}
	}
	return false
}

// distinct reports whether no two members are the same.
func (v *reading) distinct(m []item) bool {
	for k, x := range m {
		w := v.r[x.start:x.end]
		if len(w) == 0 || slices.ContainsFunc(m[:k], func(y item) bool { return slices.Equal(v.r[y.start:y.end], w) }) {
			return false
		}
	}
	return true
}

// near reports whether a mention stands within reach characters of i.
func near(mentions []mention, i, reach int) bool {
	for _, m := range mentions {
		if m.start-i <= reach && i-m.start <= reach {
			return true
		}
	}
	return false
}
