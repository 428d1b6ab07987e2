package keywords

import (
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
	runs := make(map[string][]sharedList)
	longest, sizes := 0, uint64(0) // in characters; in bytes, a bit each
	var first, last runeSet
	for w := range words {
		r := []rune(w)
		sizes |= 1 << len(w)
		longest = max(longest, len(r))
		first.add(r[0])
		last.add(r[len(r)-1])
	}
	if longest == 0 {
		return runs
	}
	wordAt := func(i, j int) (string, bool) {
		w := v.text(i, j)
		return w, len(w) < 64 && sizes&(1<<len(w)) != 0 && words[w]
	}
	type key struct {
		word   string
		suffix bool
	}
	open := make(map[key][]item)
	var was, now []key
	var before item // in the same sentence
	flush := func(k key) {
		if m := open[k]; len(m) > 1 && len(runs[k.word]) < maxRuns {
			runs[k.word] = append(runs[k.word], sharedList{m, k.suffix})
		}
		delete(open, k)
	}
	step := func(x item, hard bool) {
		now = now[:0]
		y := v.trim(x)
		if y.len() > 1 && y.len() <= maxItem {
			ends, begins := last.has(v.r[y.end-1]), first.has(v.r[y.start])
			for n := 1; n <= min(longest, y.len()-1); n++ {
				if ends {
					if w, ok := wordAt(y.end-n, y.end); ok {
						now = append(now, key{w, true})
					}
				}
				if begins {
					if w, ok := wordAt(y.start, y.start+n); ok {
						now = append(now, key{w, false})
					}
				}
			}
		}
		for _, k := range was {
			keep := false
			for _, c := range now {
				keep = keep || c == k
			}
			if !keep {
				if !k.suffix || y.len() == 0 {
					flush(k)
					continue
				}
				// The last one may have words behind it: …、看齐意识的要求.
				if to := v.within(y, k.word); to > 0 && len(open[k]) > 0 {
					open[k] = append(open[k], item{y.start, to})
				}
				flush(k)
			}
		}
		for _, k := range now {
			if !k.suffix && len(open[k]) == 0 && before.len() > 0 {
				// The first one may have words before it: 使爱祖国、爱人民.
				if at := v.startOf(before, k.word); at > 0 {
					open[k] = append(open[k], item{at, before.end})
				}
			}
			open[k] = append(open[k], y)
		}
		if before = y; hard {
			before = item{}
		}
		was = append(was[:0], now...)
		if hard {
			for _, k := range was {
				flush(k)
			}
			was = was[:0]
		}
	}
	from := 0
	for _, k := range v.parting {
		hard := endsSentence(v.r[k]) || v.r[k] == '：'
		soft := !hard && (v.r[k] == '、' || v.r[k] == '，' || v.r[k] == '；' || (v.r[k] == '和' || v.r[k] == '与') && v.border(k) && v.border(k+1) ||
			v.r[k] == '”' && k+1 < len(v.r) && v.r[k+1] == '“')
		if !hard && !soft {
			continue
		}
		step(item{from, k}, hard)
		from = k + 1
	}
	step(item{from, len(v.r)}, true)
	return runs
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
	seen := make(map[string]bool, len(m))
	for _, x := range m {
		w := v.word(x.start, x.end)
		if w == "" || seen[w] {
			return false
		}
		seen[w] = true
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
