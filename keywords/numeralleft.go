package keywords

import (
	"slices"
	"strings"
)

// maxLeft is how far, in characters, a list reaches back from its slogan.
const maxLeft = 260

// A listing is a list of members that may be a slogan's.
type listing struct {
	members  []item
	rule     string
	strength strength
	strict   bool // the members are so alike that a bare 三大… may name them
}

// A strength is how far a kind of evidence can be trusted: rules of a higher one
// err less often.
type strength int8

const (
	fromItself    strength = iota + 1 // the slogan is the list: 一单、一图、一表
	fromCharacter                     // members anywhere that share one character
	fromPair                          // two before the slogan
	fromParts                         // members near a compound that share its parts' words
	fromList                          // three or more before the slogan, heads, counted members, members that share a word
	fromMarked                        // … with 等 behind them, or all to one pattern
	fromStatement                     // the text says so: a definition, quotations, an entry of a list of terms
)

// skipTail returns where the list ends that stands before character e: before
// an opening quotation mark, 等, 这, 的.
func (v *reading) skipTail(e int) int {
	if e > 0 && v.r[e-1] == '“' {
		e--
	}
	for again := true; again && e > 0 && tailFeet.has(v.r[e-1]); {
		again = false
		for k := len(tails) - 1; k >= 0; k-- {
			if v.hasSuffix(0, e, tails[k]) {
				e -= len([]rune(tails[k]))
				again = true
				break
			}
		}
	}
	return e
}

var tailFeet = feetOf(tails)

// leftList reads the list of n members that ends where the slogan at character
// e begins.
func (v *reading) leftList(e, n int) (listing, bool) {
	quote := e
	e = v.skipTail(e)
	tail := e < quote-1 || e < quote && v.r[quote-1] != '“'
	low := max(0, e-maxLeft)
	if e == 0 || strings.ContainsRune("、，和与及", v.r[e-1]) {
		return listing{}, false
	}
	if v.r[e-1] == '”' {
		if l, ok := v.quotedLeft(low, e, n); ok {
			return l, true
		}
	}
	i := v.clauseStart(low, e)
	if l, ok := v.juxtaposed(i, e, n); ok {
		return l, true
	}
	members := v.list(i, e, n, "、")
	if members == nil || !v.plausible(members) {
		return listing{}, false
	}
	i = max(i, members[0].start)
	members = v.borders(members, i, members[n-1].end, v.clauseOwn(i), 1.7*cutClause)
	if !tail && v.modifies(members) || n == 2 && v.r[e] == '的' && members[0].len() != members[1].len() {
		return listing{}, false
	}
	l := listing{members: members, rule: "list before", strength: fromList}
	switch {
	case n == 2:
		l.strength = fromPair
	case tail: // A、B、C等“三X” can be nothing else
		l.strength = fromMarked
	}
	l.strict = v.parallel(members, n > 2)
	if n == 2 && !v.parallel(members, false) {
		return listing{}, false
	}
	return l, true
}

// clauseOwn is what speaks for the start i of a clause as that of a member.
func (v *reading) clauseOwn(i int) float64 {
	switch {
	case leadWords[v.word(i, v.tokenEnd(i, min(len(v.r), i+8)))]:
		return cutClause / 2
	case i > 0 && cueWords[v.word(v.tokenStart(i-1, max(0, i-8)), i)]:
		return cutCue
	case coarse(v.tag(i)) == 'n':
		return cutClause
	}
	return cutClause / 2
}

// clauseStart returns where the clause that ends at e begins, not before low.
func (v *reading) clauseStart(low, e int) int {
	depth := 0
	for k := e - 1; k >= low; k-- {
		switch r := v.r[k]; {
		case isClosing(r):
			depth++
		case isOpening(r):
			if depth--; depth < 0 {
				return k + 1
			}
		case r == '\n' || depth == 0 && (endsSentence(r) || r == '；' || r == '：' || r == '，'):
			return k + 1
		}
	}
	return low
}

// quotedLeft reads “A、B、C” and “A”“B”“C” before e.
func (v *reading) quotedLeft(low, e, n int) (listing, bool) {
	var quotes []item // from the last to the first
	k := e
	for k > low && v.r[k-1] == '”' {
		open := k - 2
		for open > low && v.r[open] != '“' && v.r[open] != '”' {
			open--
		}
		if open < low || v.r[open] != '“' {
			break
		}
		quotes = append(quotes, item{open + 1, k - 1})
		k = open
		for k > low && (v.r[k-1] == '、' || v.r[k-1] == '，' || isConjunction(string(v.r[k-1]))) && k > low+1 && v.r[k-2] == '”' {
			k--
		}
	}
	if len(quotes) == n {
		members := make([]item, n)
		for i, q := range quotes {
			if q.len() == 0 || q.len() > 30 || n == 2 && isCounting(v.r[q.start]) {
				return listing{}, false
			}
			members[n-1-i] = q
		}
		return listing{members: members, rule: "quotations before", strength: fromStatement, strict: true}, true
	}
	if len(quotes) == 0 {
		return listing{}, false
	}
	q := quotes[0]
	for _, separators := range []string{"、", "，", "、，"} {
		if m := v.list(q.start, q.end, n, separators); m != nil && n > 1 {
			return listing{members: m, rule: "quoted list before", strength: fromStatement, strict: true}, true
		}
	}
	return listing{}, false
}

// plausible leaves out what is no list of members: numbers that count
// something, marks without their partner, whole sentences.
func (v *reading) plausible(members []item) bool {
	for k, x := range members {
		if x.len() < 1 || x.len() > 45 && k > 0 {
			return false
		}
		if k > 0 && unbalanced(v.r[x.start:x.end]) {
			return false
		}
		for i := x.start; i+1 < x.end; i++ {
			if k == 0 && i < x.end-8 {
				continue
			}
			r := v.r[i]
			if isCounting(r) && (i == 0 || v.r[i-1] != '第') && (v.r[i+1] == '个' || v.r[i+1] == '大' || v.r[i+1] == '项') {
				return false
			}
			if len(members) == 2 && isDigit(r) {
				return false
			}
		}
	}
	last := members[len(members)-1]
	from := v.tokenStart(last.end-1, last.start)
	w, c := v.word(from, last.end), coarse(v.tag(from))
	if (memberFunction[w] || c == 'f') && w != "地" { // 地 is tagged as a particle, even in 引领地
		return false
	}
	if leadWords[w] && len(members) == 2 {
		return false
	}
	if last.len() > len([]rune(w)) && leadWords[w] && c == 'v' { // …、B推进“三个X”: the verb is the slogan's
		other := members[len(members)-2]
		return len(members) > 3 || len(members) > 2 && coarse(v.tag(other.end-1)) == 'v'
	}
	return true
}

// modifies reports whether the last member is rather the slogan's attribute:
// A的整治、B的整治、工业“三废”.
func (v *reading) modifies(members []item) bool {
	n := len(members)
	last := members[n-1]
	shortest := 1 << 30
	same := n > 2
	for k, x := range members[:n-1] {
		if k > 0 || n == 2 {
			shortest = min(shortest, x.len())
		}
		same = same && v.r[x.end-1] == v.r[members[0].end-1]
	}
	if v.r[last.start-1] != '、' && v.r[last.start-1] != '“' || v.r[last.end-1] == v.r[members[0].end-1] {
		return false
	}
	return same && 2*last.len() < shortest+2 || shortest >= 4 && (2*last.len() < shortest || n == 2 && 2*last.len() == shortest)
}

// parallel reports whether the members are alike. loose asks it only of their
// lengths.
func (v *reading) parallel(members []item, loose bool) bool {
	shortest, longest := 1<<30, 0
	for _, x := range members {
		shortest, longest = min(shortest, x.len()), max(longest, x.len())
	}
	if longest > 3*shortest+4 {
		return false
	}
	if loose {
		return true
	}
	a, b := members[0], members[len(members)-1]
	first := alike(coarse(v.tag(a.start)), coarse(v.tag(b.start)))
	last := alike(coarse(v.tag(a.end-1)), coarse(v.tag(b.end-1)))
	same := v.r[a.end-1] == v.r[b.end-1] || v.r[a.start] == v.r[b.start]
	same = same || a.len() == b.len() && a.len() <= 4
	return (first > 0 && last > 0 || same) && longest-shortest <= 2+shortest/2
}

// borders sets the start of the first member, not before i, and the end of the
// last one, not behind j.
func (v *reading) borders(members []item, i, j int, ownStart, ownEnd float64) []item {
	n := len(members)
	first, last := &members[0], &members[n-1]
	if n > 2 {
		others := members[1 : n-1]
		if ownStart > cutLead { // the first one is hardly in doubt
			others = members[:n-1]
		}
		last.end = v.lastEnd(last.start, min(j, last.end), others, ownEnd)
	}
	first.start = v.firstStart(max(i, first.start), first.end, members[1:], ownStart)
	if n == 2 {
		last.end = v.lastEnd(last.start, min(j, last.end), members[:1], ownEnd)
	}
	*first, *last = v.trim(*first), v.trim(*last)
	return members
}

// levels of administration, which are named without marks between them.
const levels = "国省市州县区旗乡镇街村组社"

// juxtaposed reads members that stand side by side at the end of i to e: 省市县
// in 省市县三级, and words of the same length and kind with a character in common
// (国内国际, 农业农村农民).
func (v *reading) juxtaposed(i, e, n int) (listing, bool) {
	if n > 2 && e-i >= n {
		m := make([]item, 0, n)
		k := e
		for k > i && strings.ContainsRune(levels+"、", v.r[k-1]) {
			if k--; v.r[k] != '、' {
				m = append(m, item{k, k + 1})
			}
		}
		if len(m) == n && v.border(k) {
			slices.Reverse(m)
			return listing{members: m, rule: "levels", strength: fromList}, true
		}
	}
	m := make([]item, n)
	k := e
	for x := n - 1; x >= 0; x-- {
		if k <= i || !isHan(v.r[k-1]) {
			return listing{}, false
		}
		from := v.tokenStart(k-1, i)
		m[x] = item{from, k}
		k = from
	}
	head, foot := true, true
	for _, x := range m {
		if x.len() != m[0].len() || x.len() < 2 || coarse(v.tag(x.start)) != coarse(v.tag(m[0].start)) || leadWords[v.word(x.start, x.end)] {
			return listing{}, false
		}
		head = head && v.r[x.start] == v.r[m[0].start]
		foot = foot && v.r[x.end-1] == v.r[m[0].end-1]
	}
	if !head && !foot {
		return listing{}, false
	}
	return listing{members: m, rule: "side by side", strength: fromMarked, strict: true}, true
}
