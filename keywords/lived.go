package keywords

import "iter"

// A LivedPhrase is a row of a PhraseTable with its life.
type LivedPhrase struct {
	PhraseRow
	Life  Life
	Forms []string // parts of it and longer forms that have the same life, in the order of the table
}

// leastAlone is the share of a phrase's occurrences that no longer phrase of the
// table takes. A phrase that has less is a part of others: 保障性 in 保障性住房 and
// 保障性安居工程. Words like 社会主义, which are in hundreds of longer phrases,
// have an eighth.
const leastAlone = 0.1

// Phrases tells the lives of the first n rows of a table, all if n is negative,
// whose groups must be named so that they sort by time: 1978, 2016-03. Rows of
// which less than a tenth of the occurrences stands outside longer phrases are
// left out. One that contains a row before it, or is inside it, and has the same
// life is a form of it: Kind is the same, and the first and the last period of
// use are less than Gap apart. What is left is in the order of the table. It
// fails if a field is out of its range. Time is linear in the rows.
func (l Lives) Phrases(t *PhraseTable, n int) ([]LivedPhrase, error) {
	full, err := l.Defaults(len(t.Groups))
	if err != nil {
		return nil, err
	}
	if n < 0 || n > len(t.Rows) {
		n = len(t.Rows)
	}
	var out []LivedPhrase
	inside := make(map[string][]int) // in out, by each string of characters in their texts
	whole := make(map[string]int)    // in out, by their texts
	for _, r := range t.Rows[:n] {
		if float64(r.Count) < leastAlone*float64(r.All) {
			continue
		}
		life, err := full.Of(t.Groups, r.Groups)
		if err != nil {
			return nil, err
		}
		form := -1
		for _, i := range inside[r.Text] {
			if form < 0 && full.same(out[i].Life, life) {
				form = i
			}
		}
		for part := range substrings(r.Text) {
			if i, ok := whole[part]; ok && (form < 0 || i < form) && full.same(out[i].Life, life) {
				form = i
			}
		}
		if form >= 0 {
			out[form].Forms = append(out[form].Forms, r.Text)
			continue
		}
		for part := range substrings(r.Text) {
			if k := inside[part]; len(k) == 0 || k[len(k)-1] != len(out) {
				inside[part] = append(k, len(out))
			}
		}
		whole[r.Text] = len(out)
		out = append(out, LivedPhrase{PhraseRow: r, Life: life})
	}
	return out, nil
}

// same reports whether two lives are the same but for Gap periods.
func (l Lives) same(a, b Life) bool {
	if a.Kind != b.Kind {
		return false
	}
	if len(a.Spans) == 0 || len(b.Spans) == 0 {
		return len(a.Spans) == len(b.Spans)
	}
	near := func(x, y int) bool { return x-y < l.Gap && y-x < l.Gap }
	return near(a.Spans[0].First, b.Spans[0].First) && near(a.Spans[len(a.Spans)-1].Last, b.Spans[len(b.Spans)-1].Last)
}

// substrings yields the strings of characters inside s, itself among them.
func substrings(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range s {
			for j := range s[i:] {
				if j > 0 && !yield(s[i:i+j]) {
					return
				}
			}
			if !yield(s[i:]) {
				return
			}
		}
	}
}
