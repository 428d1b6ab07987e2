package keywords

import "slices"

// maxPlaces is how many places of the first member of a slogan are looked at.
const maxPlaces = 200

// maxBetween is how many characters stand between two members that are named
// one after the other: a mark, a conjunction, a word in front.
const maxBetween = 4

// namedMembers finds, in one pass for all slogans of the glossary, the first
// place where the members that the glossary has stand one after the other, if
// possible in its order.
func (d *detector) namedMembers() map[*sighting][]item {
	words := trie{exact: true}
	var waiting [][]*sighting
	at := make(map[string]int)
	for _, s := range d.found {
		if s.glossary < 0 {
			continue
		}
		members := d.glossary.slogans[s.glossary].Members
		if len(members) < 2 {
			continue
		}
		for _, m := range members { // they may stand in another order
			i, ok := at[m]
			if !ok {
				i = len(waiting)
				at[m] = i
				waiting = append(waiting, nil)
				words.add(m, int32(i))
			}
			waiting[i] = append(waiting[i], s)
		}
	}
	if len(waiting) == 0 {
		return nil
	}
	named := make(map[*sighting][]item)
	tried := make(map[*sighting]int)
	text := append(d.r, '\n') // one is behind each
	for i, next := range text[1:] {
		if !words.mayBegin(text[i], next) || !d.border(i) {
			continue // as most
		}
		words.longest(d.r[i:], func(n int, value int32) bool {
			for _, s := range waiting[value] {
				if tried[s] >= maxPlaces {
					continue
				}
				tried[s]++
				m, ordered := d.membersFrom(i, d.glossary.slogans[s.glossary].Members)
				if m != nil && (named[s] == nil || ordered) {
					named[s] = m
				}
				if ordered {
					tried[s] = maxPlaces
				}
			}
			return true
		})
	}
	return named
}

// membersFrom returns where the members stand one after the other from
// character i on, in text order, and whether that is the order of members; nil
// where they do not.
func (d *detector) membersFrom(i int, members []string) (_ []item, ordered bool) {
	out := make([]item, len(members))
	for left := len(members); left > 0; left-- {
		found := false
		for gap := 0; gap <= maxBetween && !found && i+gap < len(d.r); gap++ {
			if gap > 0 && (d.r[i+gap-1] == '。' || d.r[i+gap-1] == '\n') || left == len(members) && gap > 0 {
				break
			}
			for k, m := range members {
				if out[k].end == 0 && d.hasPrefix(i+gap, len(d.r), m) && d.border(i+gap) {
					end := i + gap + len([]rune(m))
					out[k] = item{i + gap, end}
					i, found = end, true
					break
				}
			}
		}
		if !found {
			return nil, false
		}
	}
	byStart := func(a, b item) int { return a.start - b.start }
	ordered = slices.IsSortedFunc(out, byStart)
	slices.SortFunc(out, byStart)
	return out, ordered
}
