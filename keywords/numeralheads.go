package keywords

import (
	"slices"
	"strings"
)

// headed reads members that are the heads of paragraphs or of clauses and
// begin with the slogan's own word: 三个聚焦：, and lines that begin with 聚焦.
func (v *reading) headed(from int, counts []int, shared string) (listing, bool) {
	r := []rune(shared)
	if len(r) < 2 {
		return listing{}, false
	}
	places := v.headPlaces()
	k, _ := slices.BinarySearch(places, from)
	var m []item
	for _, at := range places[k:] {
		if at-from > maxParagraphs || len(m) > maxMembers {
			break
		}
		if v.r[at] != r[0] || v.r[at+1] != r[1] {
			continue // as most
		}
		end := at
		for end < len(v.r) && end-at < 30 && !strings.ContainsRune(headEnds, v.r[end]) {
			end++
		}
		if v.hasPrefix(at, end, shared) && end < len(v.r) && strings.ContainsRune(headEnds, v.r[end]) && end-at > len(r) {
			m = append(m, item{at, end})
		}
	}
	for _, n := range counts {
		if len(m) == n {
			return listing{members: m, rule: "heads", strength: fromList}, true
		}
	}
	return listing{}, false
}

const headEnds = "，。；：\n"

// headPlaces returns where lines and clauses begin behind their number, of those
// that have two characters or more. It is made when it is first asked for.
func (v *reading) headPlaces() []int {
	if v.headsMade {
		return v.heads
	}
	v.headsMade = true
	for _, k := range v.parting {
		if r := v.r[k]; r != '\n' && r != '。' && r != '；' && r != '：' {
			continue
		}
		at := k + 1
		for at < len(v.r) && at-k < 12 && numberRunes.has(v.r[at]) {
			at++
		}
		if at+1 < len(v.r) {
			v.heads = append(v.heads, at)
		}
	}
	return v.heads
}

// numberRunes are what the number of a head is made of.
var numberRunes = runesOf("—— 0123456789.（）()一二三四五六七八九十、")
