package keywords

import (
	"cmp"
	"math"
	"slices"

	"github.com/tifa-go/tifa/analysis"
)

// An occurrence is one mention of the phrase with the given index.
type occurrence struct {
	analysis.Span
	phrase int32
}

// compareMentions puts the outer of two nested mentions first.
func compareMentions(a, b occurrence) int {
	return cmp.Or(a.Start-b.Start, b.End-a.End, int(a.phrase-b.phrase))
}

// nests is the memory in which phrases are related, kept for the next document.
type nests struct {
	end    []int32      // of inTextOrder
	all    []occurrence // …
	open   []occurrence // those that are not over, the outermost first
	nested []uint64     // inner phrase and outer one
	of     []nesting    // of each phrase
}

// nesting is what is being found out about a phrase.
type nesting struct {
	alone        int32
	from, upTo   int32 // where its sections stand
	section      int32 // the last of them
	in           int32 // the phrase that it was last found in, counted from 1
	outer, inner int32 // how many
}

// inTextOrder returns the mentions of all phrases in text order.
func (x *nests) inTextOrder(phrases []Phrase, textBytes int) []occurrence {
	// A bucket is for a piece of text in which few phrases begin.
	const shift = 5
	size := textBytes>>shift + 2
	x.end = slices.Grow(x.end[:0], size)[:size]
	end := x.end // of each bucket, after the filling
	clear(end)
	for i := range phrases {
		for _, s := range phrases[i].Mentions {
			end[s.Start>>shift+1]++
		}
	}
	for i := 1; i < len(end); i++ {
		end[i] += end[i-1]
	}
	n := int(end[len(end)-1])
	x.all = slices.Grow(x.all[:0], n)[:n]
	all := x.all
	for i := range phrases {
		for _, s := range phrases[i].Mentions {
			at := &end[s.Start>>shift]
			all[*at] = occurrence{s, int32(i)}
			*at++
		}
	}
	begin := int32(0)
	for _, e := range end {
		if e > begin+1 {
			slices.SortFunc(all[begin:e], compareMentions)
		}
		begin = e
	}
	return all
}

// relate sets what only all phrases together, in their final order, tell of
// each: Parents, Children, Alone, CValue, Sections and First. It takes time
// linear in the number of mentions and of pairs of them that are nested: inside
// a phrase of at most MaxWords words are fewer than MaxWords² others.
func (x *nests) relate(doc *analysis.Document, phrases []Phrase) {
	nested, open := x.nested[:0], x.open[:0]
	sentence := 0
	all := x.inTextOrder(phrases, len(doc.Text))
	of := x.phrases(phrases)
	sections := make([]int, len(all))
	for _, m := range all {
		p := &of[m.phrase]
		inside, kept := false, open[:0]
		for _, o := range open {
			if o.End <= m.Start {
				continue
			}
			kept = append(kept, o)
			if o.End >= m.End && o.Span != m.Span {
				inside = true
				if p.in != o.phrase+1 { // mostly it is in the same one again
					p.in = o.phrase + 1
					nested = append(nested, uint64(m.phrase)<<32|uint64(o.phrase))
				}
			}
		}
		open = append(kept, m)
		if !inside {
			p.alone++
		}
		for doc.Sentences[sentence].End <= m.Start {
			sentence++
		}
		if s := doc.Sentences[sentence].Section; s >= 0 && int32(s) != p.section {
			sections[p.upTo] = s
			p.section = int32(s)
			p.upTo++
		}
	}
	x.nested, x.open = nested, open
	slices.Sort(nested)
	nested = slices.Compact(nested)
	// Each list is made once, in its final length.
	for _, pair := range nested {
		of[pair>>32].outer++
		of[pair&math.MaxUint32].inner++
	}
	room := make([]int, 2*len(nested))
	for i := range phrases {
		p, f := &phrases[i], &of[i]
		p.Alone = int(f.alone)
		if f.upTo > f.from {
			p.Sections = sections[f.from:f.upTo:f.upTo]
		}
		if n := f.outer; n > 0 {
			p.Parents, room = room[:0:n], room[n:]
		}
		if n := f.inner; n > 0 {
			p.Children, room = room[:0:n], room[n:]
		}
	}
	for _, pair := range nested {
		inner, outer := int(pair>>32), int(pair&math.MaxUint32)
		phrases[inner].Parents = append(phrases[inner].Parents, outer)
		phrases[outer].Children = append(phrases[outer].Children, inner)
	}
	places := placesOf(doc)
	for i := range phrases {
		p := &phrases[i]
		p.First = places.share(p.Mentions[0].Start)
		around := 0
		for _, k := range p.Parents {
			around += phrases[k].Count
		}
		p.Evidence.CValue = cValue(p.Evidence.Words, p.Count, around, len(p.Parents))
	}
}

// phrases returns what is known before the mentions are gone through.
func (x *nests) phrases(phrases []Phrase) []nesting {
	x.of = slices.Grow(x.of[:0], len(phrases))[:len(phrases)]
	from := int32(0)
	for i := range phrases {
		x.of[i] = nesting{from: from, upTo: from, section: -1}
		from += int32(phrases[i].Count)
	}
	return x.of
}

// cValue returns the C-value of a phrase of n words that occurs count times,
// inside parents longer phrases that occur around times in all.
func cValue(n, count, around, parents int) float64 {
	free := float64(count)
	if parents > 0 {
		free -= float64(around) / float64(parents)
	}
	return log2(1+n) * free
}

// npmi returns the normalized pointwise mutual information of words that occur
// count times together.
func (e *evaluator) npmi(words []int32, count int) float64 {
	if len(words) < 2 {
		return 1
	}
	sum := 0.0
	for _, w := range words {
		sum += e.shares.ln(int(e.grams.stats[w].count))
	}
	together := e.shares.ln(count)
	return (together - sum) / (-float64(len(words)-1) * together)
}

// dropNested removes the phrases that stand in a longer one that occurs at
// least ratio times as often. What is left keeps its evidence.
func dropNested(phrases []Phrase, ratio float64) []Phrase {
	place := make([]int, len(phrases)) // of each phrase in what is left, or -1
	var left []Phrase
	for i, p := range phrases {
		place[i] = len(left)
		if slices.ContainsFunc(p.Parents, func(k int) bool {
			return float64(phrases[k].Count) >= ratio*float64(p.Count)
		}) {
			place[i] = -1
		} else {
			left = append(left, p)
		}
	}
	renumber := func(list []int) (out []int) {
		for _, k := range list {
			if place[k] >= 0 {
				out = append(out, place[k])
			}
		}
		return out
	}
	for i := range left {
		left[i].Parents, left[i].Children = renumber(left[i].Parents), renumber(left[i].Children)
	}
	return left
}
