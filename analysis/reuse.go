package analysis

import (
	"cmp"
	"fmt"
	"index/suffixarray"
	"iter"
	"math"
	"slices"
	"strings"
)

// A Reuse finds what documents have in common word for word. Zero fields mean the
// defaults in brackets.
//
// Only letters, digits and signs count, in half width and lower case, with the
// point of a decimal: punctuation, white space and page furniture may differ,
// and passages may go on over sentences and paragraphs. With Exact all
// characters but those of page furniture count, as they are.
type Reuse struct {
	MinRunes int  // characters that count of the shortest passage, 4 to 1000 [20]
	Exact    bool // whether punctuation and white space count
}

const (
	defaultReuse = 20
	leastReuse   = 4
	mostReuse    = 1000
)

// A ReuseIndex has the texts that passages are looked for in. Any number of
// goroutines may use it. It takes about six times the memory of the texts.
type ReuseIndex struct {
	opts  Reuse
	docs  []indexedText
	array *suffixarray.Index
	grams gramFilter
}

// A Passage is a wording that both sides have, and where.
type Passage struct {
	Text   string  // as the first place in the other documents has it
	Runes  int     // characters that count
	Places []Place // in the documents of the index, in their order
	Others []Place // in the others, where it is the longest that both sides have
}

// A Place is a span of one of several documents.
type Place struct {
	Document int // counted from 0, in the order in which the documents came
	Span
}

// Index reads the documents that passages of others are to be found in. It keeps
// their texts, not the documents. It fails with the first error of docs, if
// MinRunes is out of its range, or if the texts have more than 2 GB together. It
// takes linear time.
func (r Reuse) Index(docs iter.Seq2[*Document, error]) (*ReuseIndex, error) {
	r.MinRunes = cmp.Or(r.MinRunes, defaultReuse)
	if r.MinRunes < leastReuse || r.MinRunes > mostReuse {
		return nil, fmt.Errorf("analysis: Reuse: MinRunes is %d, not %d to %d", r.MinRunes, leastReuse, mostReuse)
	}
	x := &ReuseIndex{opts: r}
	var data []byte
	for doc, err := range docs {
		if err != nil {
			return nil, err
		}
		var t indexedText
		data, t = appendReduced(data, newReducer(doc, r.Exact))
		if len(data) > math.MaxInt32 {
			return nil, fmt.Errorf("analysis: Reuse: with document %q the texts have more than 2 GB", doc.ID)
		}
		x.docs = append(x.docs, t)
	}
	x.array = suffixarray.New(data)
	x.grams = newGramFilter(data, r.MinRunes)
	return x, nil
}

// Compare returns the passages that other documents have in common with those of
// the index, the longest first, and of equally long ones the one that comes first
// in the others. Each wording is one passage, however often it occurs. It fails
// with the first error of docs.
//
// In each of the others, a passage is as long as any document of the index has it
// from one place on: it cannot be extended to either side. It begins and ends
// where words of the document do, without a particle before it (的政策) or what
// leads on behind it (保障和), and with the quotation marks and brackets that belong
// to it. Passages may overlap, where one document of the
// index has the first part and another the second.
//
// Time grows with the texts and the logarithm of their size, and with the number
// of places found (Manber & Myers, "Suffix arrays", 1993).
func (x *ReuseIndex) Compare(docs iter.Seq2[*Document, error]) ([]Passage, error) {
	var all []Passage
	index := make(map[string]int) // by the characters that count
	n := 0
	for doc, err := range docs {
		if err != nil {
			return nil, err
		}
		t := reduce(newReducer(doc, x.opts.Exact))
		for _, m := range x.matches(t) {
			m = t.atWords(m, doc.Tokens)
			if m.to-m.from < x.opts.MinRunes {
				continue
			}
			key := string(t.bytes(m.from, m.to))
			i, ok := index[key]
			if !ok {
				i = len(all)
				index[key] = i
				span := t.span(m)
				all = append(all, Passage{Text: strings.Clone(doc.Text[span.Start:span.End]), Runes: m.to - m.from, Places: x.places(key)})
			}
			all[i].Others = append(all[i].Others, Place{n, t.span(m)})
		}
		n++
	}
	slices.SortStableFunc(all, func(a, b Passage) int { return cmp.Compare(b.Runes, a.Runes) })
	return all, nil
}

// A match is a stretch of a reduced text, in its characters.
type match struct{ from, to int }

// matches returns the stretches of t, of at least MinRunes characters, that occur
// in the index and that are not inside a longer one of that kind, in text order.
func (x *ReuseIndex) matches(t *reducedText) (found []match) {
	n := x.opts.MinRunes
	hashes := gramHashes(t.runes, n)
	last := match{-1, -1}
	for i := 0; i+n <= len(t.runes); {
		if !x.grams.has(hashes[i]) || !x.has(t, match{i, i + n}) {
			i++
			continue
		}
		// Shorter stretches occur wherever longer ones do, so both ends can be found
		// by bisection. All that begins before i and is not in the last match ends
		// behind it.
		m := match{i, i + n}
		m.from -= reach(i-last.from-1, func(k int) bool { return x.has(t, match{i - k, i + n}) })
		m.to += reach(len(t.runes)-m.to, func(k int) bool { return x.has(t, match{m.from, i + n + k}) })
		found = append(found, m)
		last, i = m, m.to-n+1
	}
	return found
}

// reach returns the largest k up to most for which ok holds, given that it holds
// for 0 and for all below one that it holds for. It asks about 2·log₂ k times.
func reach(most int, ok func(k int) bool) int {
	low, step := 0, 1
	for low+step <= most && ok(low+step) {
		low += step
		step *= 2
	}
	high := min(low+step-1, most) // all above fail
	for low < high {
		mid := (low + high + 1) / 2
		if ok(mid) {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return low
}

// has reports whether a stretch of t occurs in the index.
func (x *ReuseIndex) has(t *reducedText, m match) bool {
	return len(x.array.Lookup(t.bytes(m.from, m.to), 1)) > 0
}

// places returns where the characters that count occur in the index.
func (x *ReuseIndex) places(key string) []Place {
	at := x.array.Lookup([]byte(key), -1)
	slices.Sort(at)
	places := make([]Place, len(at))
	doc := 0
	for i, p := range at {
		for p >= x.docs[doc].end {
			doc++
		}
		places[i] = Place{doc, x.docs[doc].span(p, p+len(key))}
	}
	return places
}
