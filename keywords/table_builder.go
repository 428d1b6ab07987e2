package keywords

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// How the score of a phrase of many documents differs from that of one. Found
// by experiment on 102 policy documents, by the ranks of known slogans and of
// phrases labelled in twelve of them.
const (
	// Occurrences weigh less: in many documents they are what is said everywhere.
	corpusCount = 0.3

	// To the score comes the logarithm of the number of documents, of at most so
	// many: fewer are a topic of their own, more are what is said everywhere.
	enoughDocuments = 10
)

// A tableBuilder finds the phrases of many documents.
type tableBuilder struct {
	*evaluator
	leastDocs int
	keyed     *keyed
	groups    []GroupSize
	group     []int32 // of each document, index into groups
	phrase    Phrase  // being considered
	rows      []PhraseRow
	keys      []string     // of the rows
	recut     map[int]bool // rows that are cut in two ways
	places    [][]int32    // positions of the occurrences of each row, ascending; ^p where a longer phrase takes the words
	arena     []int32      // room for places
}

func newTableBuilder(f Phrases, leastDocs int, k *keyed, groups []GroupSize) *tableBuilder {
	b := &tableBuilder{evaluator: new(evaluator), leastDocs: leastDocs, keyed: k, groups: groups, recut: make(map[int]bool)}
	b.reset(f, k.grams)
	for _, d := range k.docs {
		i, _ := slices.BinarySearchFunc(groups, d.group, func(g GroupSize, name string) int { return cmp.Compare(g.Group, name) })
		b.group = append(b.group, int32(i))
	}
	return b
}

// consider takes an n-gram in if it is a phrase.
func (b *tableBuilder) consider(r run) {
	p := &b.phrase
	if !b.evaluate(r, p) {
		return
	}
	b.score(p)
	places := b.occurrences(r)
	if len(places) < b.opts.MinCount || b.keyed.documents(places, b.leastDocs) < b.leastDocs {
		b.arena = b.arena[:len(b.arena)-len(places)]
		return
	}
	row := PhraseRow{Kind: p.Kind, Score: p.Score - (1-corpusCount)*p.parts()[partCount], All: len(places), Evidence: p.Evidence}
	i, ok := b.byKey[p.key]
	if !ok {
		b.byKey[p.key] = len(b.rows)
		b.keys = append(b.keys, p.key)
		b.rows = append(b.rows, row)
		b.places = append(b.places, places)
		return
	}
	b.recut[i] = true
	b.places[i] = b.mergePlaces(b.places[i], places, row.Evidence.Runes)
	if row.Score <= b.rows[i].Score {
		row = b.rows[i]
	}
	row.All = len(b.places[i])
	b.rows[i] = row
}

// occurrences returns the positions that do not overlap an earlier one and do
// not break a quotation.
func (b *tableBuilder) occurrences(r run) []int32 {
	if cap(b.arena)-len(b.arena) < len(r.where) {
		b.arena = make([]int32, 0, max(1<<16, len(r.where)))
	}
	first := len(b.arena)
	next := int32(0)
	for _, p := range r.where {
		if p >= next && !b.grams.quotation(int(p), r.n).broken {
			next = p + int32(r.n)
			b.arena = append(b.arena, p)
		}
	}
	return b.arena[first:len(b.arena):len(b.arena)]
}

// mergePlaces merges two lists of positions, without overlaps.
func (b *tableBuilder) mergePlaces(x, y []int32, runes int) []int32 {
	all := slices.Concat(x, y)
	slices.Sort(all)
	out := all[:0]
	next := int32(0)
	for _, p := range all {
		if p >= next {
			next = p + int32(len(b.keyed.wordsFrom(p, runes)))
			out = append(out, p)
		}
	}
	return out
}

// discountExtensions is that of an evaluator.
func (b *tableBuilder) discountExtensions() {
	scores := make([]float64, len(b.rows))
	for i := range b.rows {
		scores[i] = b.rows[i].Score
	}
	for i, key := range b.keys {
		r := &b.rows[i]
		if extends(key, b.byKey, func(k int) bool {
			return b.rows[k].All >= extensionRatio*r.All && scores[k] > scores[i]-extensionGap
		}) {
			r.Score -= malusExtension
		}
	}
}

// takeLongest gives the words of the text to the phrases, the longest first, and
// marks the places of those that come too late.
func (b *tableBuilder) takeLongest(ctx context.Context) error {
	var byRunes [][]int32 // indices into rows
	for i := range b.rows {
		n := b.rows[i].Evidence.Runes
		for len(byRunes) <= n {
			byRunes = append(byRunes, nil)
		}
		byRunes[n] = append(byRunes[n], int32(i))
	}
	taken := make([]bool, len(b.grams.word))
	var places []uint64 // position, then index into rows
	at := make([]int, len(b.rows))
	for runes, rows := range slices.Backward(byRunes) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		places = places[:0]
		for _, i := range rows {
			for _, p := range b.places[i] {
				places = append(places, uint64(p)<<32|uint64(i))
			}
		}
		slices.Sort(places)
		for _, place := range places {
			p, i := int32(place>>32), int32(place)
			end := int(p) + len(b.keyed.wordsFrom(p, runes))
			if slices.Contains(taken[p:end], true) {
				b.places[i][at[i]] = ^p
			} else {
				for q := int(p); q < end; q++ {
					taken[q] = true
				}
			}
			at[i]++
		}
	}
	return nil
}

// result counts the phrases by document and group and sorts them.
func (b *tableBuilder) result(ctx context.Context) ([]PhraseRow, error) {
	counts := make([]GroupCount, len(b.groups))
	var seen []int32 // groups of the phrase
	for i := range b.rows {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		r := &b.rows[i]
		seen = seen[:0]
		last := -1 // document of the occurrence before
		for j, p := range b.places[i] {
			alone := p >= 0
			if !alone {
				p = ^p
				b.places[i][j] = p
			}
			d := b.keyed.docAt(p)
			group := b.group[d]
			g := &counts[group]
			if g.All == 0 {
				seen = append(seen, group)
			}
			g.All++
			if d != last {
				last = d
				g.Documents++
				r.Documents++
			}
			if alone {
				g.Count++
				r.Count++
			}
		}
		slices.Sort(seen)
		r.Groups = make([]GroupCount, len(seen))
		for j, g := range seen {
			r.Groups[j] = counts[g]
			r.Groups[j].Group = b.groups[g].Group
			counts[g] = GroupCount{}
		}
		r.Score += math.Log(float64(min(r.Documents, enoughDocuments)))
		r.Text = b.keyed.spelled(b.places[i], r.Evidence.Runes, b.recut[i])
		words := b.keyed.wordsFrom(b.places[i][0], r.Evidence.Runes)
		r.Tag = analysis.PhraseTag(b.grams.vocable(words[len(words)-1]).tag)
	}
	slices.SortFunc(b.rows, func(x, y PhraseRow) int {
		return cmp.Or(
			cmp.Compare(round(y.Score), round(x.Score)),
			cmp.Compare(len(y.Text), len(x.Text)),
			cmp.Compare(x.Text, y.Text))
	})
	return b.rows, nil
}
