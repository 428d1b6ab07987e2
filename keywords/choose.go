package keywords

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// ranked is what the choice among candidates goes by.
type ranked struct {
	index    int // of the candidate
	key      string
	text     string
	tag      string
	score    float64
	count    int
	mentions []analysis.Span
	must     bool // it is chosen whatever its score is
	session  bool // it is the name of a session
	once     bool // it does not recur as a phrase
}

// compareRanked puts the better candidate first.
func compareRanked(a, b *ranked) int {
	switch {
	case a.must != b.must:
		if a.must {
			return -1
		}
		return 1
	case a.score != b.score:
		return cmp.Compare(b.score, a.score)
	}
	return cmp.Or(len(b.key)-len(a.key), a.mentions[0].Start-b.mentions[0].Start, a.index-b.index)
}

// choose returns the n best candidates that the options let in; keyword makes
// one of the candidate with an index, for those chosen only. It fails only with
// ctx's error.
func (x Extractor) choose(ctx context.Context, doc *analysis.Document, order []ranked, n int, keyword func(int) Keyword) ([]Keyword, error) {
	for i := range order {
		order[i].score = round(order[i].score)
		order[i].must = x.Must[order[i].key]
	}
	f := folder{off: x.Unfolded, aliases: aliases(doc), shared: sharedNames(doc)}
	var out []Keyword
	var taken []analysis.Span // where the keywords stand
	left := newHeap(order)
	for len(left) > 0 && (n < 0 || len(out) < n) {
		if len(left)%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		c := left.pop()
		t := folded{key: c.key, count: c.count, session: c.session, index: len(out)}
		if !x.allowed(c) {
			if x.stops(c) {
				t.index = -1
				f.take(t)
			}
			continue
		}
		if i, ok := f.formOf(c.key, c.count, c.session); ok && !c.must {
			if i >= 0 && !c.once {
				out[i].Variants = append(out[i].Variants, Variant{c.text, c.count})
			}
			continue
		}
		if c.once && !x.Unfolded && !c.must && crossesAll(c.mentions, taken) {
			continue
		}
		f.take(t)
		taken = append(taken, c.mentions...)
		out = append(out, keyword(c.index))
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	x.addVariants(out, left, &f)
	if len(x.Must) > 0 {
		slices.SortStableFunc(out, func(a, b Keyword) int { return cmp.Compare(round(b.Score), round(a.Score)) })
	}
	return out, nil
}

// addVariants adds those of the candidates left that are forms of the keywords
// chosen, the best first. Only they need an order.
func (x Extractor) addVariants(chosen []Keyword, left rankedHeap, f *folder) {
	f.taken = slices.DeleteFunc(f.taken, func(t folded) bool { return t.index < 0 })
	type form struct {
		*ranked
		of int
	}
	var forms []form
	for i := range left {
		c := left[i]
		if k, ok := f.formOf(c.key, c.count, c.session); ok && !c.once && !c.must && x.allowed(c) {
			forms = append(forms, form{c, k})
		}
	}
	slices.SortFunc(forms, func(a, b form) int { return compareRanked(a.ranked, b.ranked) })
	for _, c := range forms {
		chosen[c.of].Variants = append(chosen[c.of].Variants, Variant{c.text, c.count})
	}
}

// allowed reports whether the options let a candidate be a keyword.
func (x Extractor) allowed(c *ranked) bool {
	if c.must {
		return true
	}
	if x.stops(c) {
		return false
	}
	if runes := utf8.RuneCountInString(c.key); runes < x.MinRunes || runes > x.MaxRunes {
		return false
	}
	return x.Tags == nil || slices.ContainsFunc(x.Tags, func(t string) bool { return strings.HasPrefix(c.tag, t) })
}

// stops reports whether a candidate is a word that the options forbid.
func (x Extractor) stops(c *ranked) bool {
	stops := x.StopWords[c.key] || x.StopWords == nil && isStopWord(c.key)
	return stops && !x.Lexicon[c.key] || x.Never[c.key]
}

// A rankedHeap gives candidates back from the best on. To sort all of them for
// ten keywords takes longer.
type rankedHeap []*ranked

func newHeap(order []ranked) rankedHeap {
	h := make(rankedHeap, len(order))
	for i := range order {
		h[i] = &order[i]
	}
	for i := len(h)/2 - 1; i >= 0; i-- {
		h.down(i)
	}
	return h
}

// pop takes out the best one.
func (h *rankedHeap) pop() *ranked {
	old := *h
	best, last := old[0], len(old)-1
	old[0] = old[last]
	*h = old[:last]
	h.down(0)
	return best
}

// down moves the i-th candidate below all that are better.
func (h rankedHeap) down(i int) {
	for {
		child := 2*i + 1
		if child >= len(h) {
			return
		}
		if child+1 < len(h) && compareRanked(h[child+1], h[child]) < 0 {
			child++
		}
		if compareRanked(h[i], h[child]) <= 0 {
			return
		}
		h[i], h[child] = h[child], h[i]
		i = child
	}
}
