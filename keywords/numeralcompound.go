package keywords

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// itself reads a slogan that is the list of its members: 一单、一图、一表.
func (d *detector) itself(s *sighting) (listing, bool) {
	if len(s.form.parts) < 2 {
		return listing{}, false
	}
	for _, p := range s.form.parts {
		if p.value != 1 {
			return listing{}, false
		}
	}
	for _, m := range s.mentions[:min(len(s.mentions), maxMentions)] {
		members := d.split(m.start, m.end, "、，")
		if len(members) != len(s.form.parts) {
			continue
		}
		for _, x := range members {
			if x.len() < 2 || d.r[x.start] != '一' {
				return listing{}, false
			}
		}
		return listing{members: members, rule: "the slogan itself", strength: fromItself}, true
	}
	return listing{}, false
}

// How far from a mention, in characters, the members of compounds are looked
// for, around how many mentions.
const (
	maxNear         = 400
	maxNearMentions = 8
)

// template reads 三向发力 from items that put one or two characters into 向…发力:
// 向海发力, 向山发力.
func (d *detector) template(s *sighting, runs map[string][]sharedList) (listing, bool) {
	word := []rune(s.form.shared())
	if len(word) < 3 || len(word) > 5 {
		return listing{}, false
	}
	for _, run := range runs[string(word[1:])] {
		if !run.suffix || len(run.members) != s.form.counts[0] {
			continue
		}
		m := slices.Clone(run.members)
		fits := true
		for k, x := range m {
			n := min(x.len(), len(word)+2)
			for n > len(word)+1 && d.r[x.end-n] != word[0] {
				n--
			}
			m[k].start = x.end - n // the first may have words before it
			fits = fits && n > len(word) && d.r[x.end-n] == word[0] && (k == 0 || n == x.len())
		}
		if fits {
			return listing{members: m, rule: "template", strength: fromMarked}, d.distinct(m)
		}
	}
	return listing{}, false
}

// compound reads the members of a slogan of several parts (两区一中心) from a list
// near one of its mentions: of exactly as many items, of which each part has as
// many as it counts that begin or end with its word.
func (d *detector) compound(s *sighting) (listing, bool) {
	n := 0
	for _, p := range s.form.parts {
		n += p.value
		if k := utf8.RuneCountInString(p.of); k < 1 || k > 4 {
			return listing{}, false
		}
	}
	if len(s.form.parts) < 2 || n < 3 || n > 12 {
		return listing{}, false
	}
	c := newCompoundForm(s)
	for _, m := range s.mentions[:min(len(s.mentions), maxNearMentions)] {
		low, high := max(0, m.start-maxNear), min(len(d.r), m.end+maxNear)
		next, _ := slices.BinarySearch(d.parting, low)
		for i := low; i < high; {
			end, marks := high, 0
			for ; next < len(d.parting) && d.parting[next] < high && end == high; next++ {
				switch r := d.r[d.parting[next]]; {
				case endsSentence(r) || r == '：' || r == '；':
					end = d.parting[next]
				case r == '，' || r == '、':
					marks++
				}
			}
			if marks >= n-2 {
				if l, ok := d.compoundIn(i, end, n, c); ok {
					return l, true
				}
			}
			i = end + 1
		}
	}
	return listing{}, false
}

// compoundIn reads the n members of a slogan of several parts from characters i
// to j.
func (d *detector) compoundIn(i, j, n int, form *compoundForm) (listing, bool) {
	if d.countParts(i, j, form) < n-form.spare() {
		return listing{}, false // as most
	}
	byComma := d.split(i, j, "，")
	if members := d.clausesOf(byComma, n, form); members != nil {
		return listing{members: members, rule: "parts", strength: fromParts}, true
	}
	for _, separators := range []string{"、", "，", "、，"} {
		clauses := []item{{i, j}}
		if separators == "、" {
			clauses = byComma
		}
		for _, c := range clauses {
			if d.countMarks(c, separators) < n-2 {
				continue
			}
			if members := d.list(c.start, c.end, n, separators); members != nil && d.matches(members, form) {
				members = d.borders(members, members[0].start, members[n-1].end, cutClause/2, cutClause)
				return listing{members: members, rule: "parts", strength: fromParts}, true
			}
		}
	}
	return listing{}, false
}

// A compoundForm is a slogan of several parts as its members are compared with.
type compoundForm struct {
	key   string
	size  int      // of key in characters
	parts [][]rune // what each part counts
	room  []int    // how many of it
	words bool     // all are words, not single characters
}

func newCompoundForm(s *sighting) *compoundForm {
	c := &compoundForm{key: s.key, size: utf8.RuneCountInString(s.key), words: true}
	for _, p := range s.form.parts {
		of := []rune(p.of)
		c.parts, c.room = append(c.parts, of), append(c.room, p.value)
		c.words = c.words && len(of) > 1
	}
	return c
}

// spare is how many members may lack the words of the parts: one may say it in
// other words (公布 for 公开), if the parts are words and not single characters,
// which any text is full of.
func (c *compoundForm) spare() int {
	if c.words {
		return 1
	}
	return 0
}

// countParts returns how often the words of the parts stand in characters i to
// j.
func (d *detector) countParts(i, j int, form *compoundForm) int {
	n := 0
	for k, r := range d.r[i:j] {
		for _, of := range form.parts {
			if r == of[0] && (len(of) == 1 || len(of) <= j-i-k && slices.Equal(d.r[i+k:i+k+len(of)], of)) {
				n++
			}
		}
	}
	return n
}

// maxClauses is how many clauses of a sentence are looked at.
const maxClauses = 64

// clausesOf reads the members from n clauses in a row.
func (d *detector) clausesOf(clauses []item, n int, form *compoundForm) []item {
	clauses = clauses[:min(len(clauses), maxClauses)]
	if len(clauses) < n {
		return nil
	}
	clauses = slices.Clone(clauses)
	for k := range clauses {
		clauses[k] = d.trim(clauses[k])
	}
	for k := 0; k+n <= len(clauses); k++ {
		if members := clauses[k : k+n : k+n]; d.matches(members, form) {
			return members
		}
	}
	return nil
}

// countMarks returns how many of the separators are in x.
func (v *reading) countMarks(x item, separators string) int {
	comma, stop := strings.Contains(separators, "，"), strings.Contains(separators, "、")
	n := 0
	for _, r := range v.r[x.start:x.end] {
		if r == '，' && comma || r == '、' && stop {
			n++
		}
	}
	return n
}

// matches reports whether each part of the slogan has as many members as it
// counts. A member belongs to the first part with room whose word it ends
// with, begins with, or, of two characters or more, contains.
func (d *detector) matches(members []item, form *compoundForm) bool {
	var taken [maxMembers]int // of each part
	missed := 0
	for x, m := range members {
		if m.len() < 2 || m.len() > 24 {
			return false
		}
		w := d.r[m.start:m.end]
		if m.len() >= form.size && strings.Contains(formKey(string(w)), form.key) {
			return false
		}
		found := false
		outer := x == 0 || x == len(members)-1
		for k, of := range form.parts {
			if taken[k] < form.room[k] && partOf(w, of, outer || len(of) > 1) {
				taken[k]++
				found = true
				break
			}
		}
		if !found {
			missed++
		}
		if missed > form.spare() {
			return false
		}
	}
	return true
}

// partOf reports whether w begins or ends with a word, or, if inside says so,
// contains it.
func partOf(w, word []rune, inside bool) bool {
	n := len(word)
	if n > len(w) {
		return false
	}
	if slices.Equal(w[:n], word) || slices.Equal(w[len(w)-n:], word) {
		return true
	}
	for k := 1; inside && k+n < len(w); k++ {
		if slices.Equal(w[k:k+n], word) {
			return true
		}
	}
	return false
}
