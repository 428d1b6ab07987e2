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
	for _, m := range s.mentions[:min(len(s.mentions), maxNearMentions)] {
		low, high := max(0, m.start-maxNear), min(len(d.r), m.end+maxNear)
		for i := low; i < high; {
			end := i
			for end < high && !endsSentence(d.r[end]) && d.r[end] != '：' && d.r[end] != '；' {
				end++
			}
			if d.countMarks(item{i, end}, "、，") < n-2 {
				i = end + 1
				continue
			}
			if members := d.clausesOf(i, end, n, s); members != nil {
				return listing{members: members, rule: "parts", strength: fromParts}, true
			}
			for _, separators := range []string{"、", "，", "、，"} {
				clauses := []item{{i, end}}
				if separators == "、" {
					clauses = d.split(i, end, "，")
				}
				for _, c := range clauses {
					if d.countMarks(c, separators) < n-2 {
						continue
					}
					if members := d.list(c.start, c.end, n, separators); members != nil && d.matches(members, s) {
						members = d.borders(members, members[0].start, members[n-1].end, cutClause/2, cutClause)
						return listing{members: members, rule: "parts", strength: fromParts}, true
					}
				}
			}
			i = end + 1
		}
	}
	return listing{}, false
}

// maxClauses is how many clauses of a sentence are looked at.
const maxClauses = 64

// clausesOf reads the members from n clauses in a row.
func (d *detector) clausesOf(i, j, n int, s *sighting) []item {
	clauses := d.split(i, j, "，")
	for k := 0; k+n <= min(len(clauses), maxClauses); k++ {
		members := make([]item, n)
		for x := range members {
			members[x] = d.trim(clauses[k+x])
		}
		if d.matches(members, s) {
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
func (d *detector) matches(members []item, s *sighting) bool {
	room := make([]int, len(s.form.parts))
	missed, words := 0, true
	for k, p := range s.form.parts {
		room[k] = p.value
		words = words && utf8.RuneCountInString(p.of) > 1
	}
	for x, m := range members {
		if m.len() < 2 || m.len() > 24 {
			return false
		}
		w := d.word(m.start, m.end)
		if strings.Contains(formKey(w), s.key) {
			return false
		}
		found := false
		for k, p := range s.form.parts {
			ok := strings.HasSuffix(w, p.of) || strings.HasPrefix(w, p.of) || utf8.RuneCountInString(p.of) > 1 && strings.Contains(w, p.of)
			if x == 0 || x == len(members)-1 {
				ok = ok || strings.Contains(w, p.of)
			}
			if ok && room[k] > 0 {
				room[k]--
				found = true
				break
			}
		}
		if !found {
			missed++
		}
	}
	// One member may say it in other words (公布 for 公开), if the parts are words
	// and not single characters, which any text is full of.
	return missed == 0 || missed == 1 && len(members) > 2 && words
}
