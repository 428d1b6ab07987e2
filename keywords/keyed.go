package keywords

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// keyed is documents as one text.
type keyed struct {
	*grams
	docs    []*countedDoc
	starts  []int32 // position of the first word of each document
	block   []int32 // document of the first of each blockSize positions
	forms   []form
	usual   []int32 // most frequent form of each word
	unusual []bool  // whether the word has another spelling too
}

// keyed returns the documents as one text: their words, numbered by their keys in
// the order in which they come, with the tag of their most frequent form.
func (t *formTable) keyed(docs []*countedDoc) *keyed {
	size := 1
	for _, d := range docs {
		size += len(d.words)
	}
	k := &keyed{grams: &grams{}, docs: docs, forms: t.list, starts: make([]int32, 0, len(docs))}
	g := k.grams
	g.word = make([]int32, 1, size)
	g.word[0] = -1
	g.open, g.shut, g.head = make([]uint8, size), make([]uint8, size), make([]bool, size)
	ids := make(map[string]int32, len(t.list)) // by key
	byForm := make([]int32, len(t.list))       // counted from 1
	count := make([]int, len(t.list))
	for _, d := range docs {
		k.starts = append(k.starts, int32(len(g.word)))
		for len(k.block)*blockSize < len(g.word)+len(d.words) {
			k.block = append(k.block, int32(len(k.starts)-1))
		}
		for i, f := range d.words {
			p := len(g.word)
			g.open[p], g.shut[p], g.head[p] = splitMarks(d.marks[i])
			if f < 0 {
				g.word = append(g.word, -1)
				continue
			}
			count[f]++
			if byForm[f] == 0 {
				key := analysis.Key(t.list[f].text)
				id, ok := ids[key]
				if !ok {
					id = int32(len(ids))
					ids[key] = id
					first, _ := utf8.DecodeRuneInString(key)
					last, _ := utf8.DecodeLastRuneInString(key)
					runes := utf8.RuneCountInString(key)
					g.stats = append(g.stats, wordStats{runes: int32(runes)})
					g.vocab = append(g.vocab, vocable{text: key, runes: runes, first: first, last: last})
				}
				byForm[f] = id + 1
			}
			g.word = append(g.word, byForm[f]-1)
			g.stats[byForm[f]-1].count++
			g.total++
		}
	}
	k.choose(byForm, count)
	return k
}

// blockSize is how many positions have one entry in keyed.block.
const blockSize = 256

// docAt returns the document of a position.
func (k *keyed) docAt(p int32) int {
	first, end := int(k.block[p/blockSize]), len(k.starts)
	if next := int(p/blockSize) + 1; next < len(k.block) {
		end = int(k.block[next]) + 1
	}
	for first+1 < end { // the last one in between that does not start behind p
		if middle := (first + end) / 2; k.starts[middle] <= p {
			first = middle
		} else {
			end = middle
		}
	}
	return first
}

// documents returns how many documents the positions are in, or most if they are
// more.
func (k *keyed) documents(places []int32, most int) int {
	n, last := 0, -1
	for _, p := range places {
		if d := k.docAt(p); d != last {
			if n, last = n+1, d; n == most {
				break
			}
		}
	}
	return n
}

// choose finds the most frequent form of each word, of equal ones the first.
func (k *keyed) choose(byForm []int32, count []int) {
	k.usual = make([]int32, len(k.vocab))
	k.unusual = make([]bool, len(k.vocab))
	for i := range k.usual {
		k.usual[i] = -1
	}
	for f, w := range byForm {
		if w == 0 {
			continue // of documents that have gone
		}
		u := &k.usual[w-1]
		if *u < 0 {
			*u = int32(f)
			continue
		}
		if k.forms[f].text != k.forms[*u].text {
			k.unusual[w-1] = true
		}
		if cmp.Or(cmp.Compare(count[*u], count[f]), k.forms[f].compare(k.forms[*u])) < 0 {
			*u = int32(f)
		}
	}
	for w, f := range k.usual {
		v, f := &k.vocab[w], &k.forms[f]
		v.tag, v.kind, v.name, v.class = f.tag, f.kind, f.name, classOf(v.text, f.tag)
	}
}

// spelled returns the most frequent spelling of a phrase, of equal ones the
// first by its bytes. where are the positions of its occurrences, recut says
// that they are not all of the same words.
func (k *keyed) spelled(where []int32, runes int, recut bool) string {
	words := k.wordsFrom(where[0], runes)
	var text strings.Builder
	unusual := recut
	for _, w := range words {
		unusual = unusual || k.unusual[w]
		text.WriteString(k.forms[k.usual[w]].text)
	}
	if !unusual {
		return text.String()
	}
	count := make(map[string]int)
	best := ""
	for _, p := range where {
		d := k.docAt(p)
		at := int(p - k.starts[d])
		text.Reset()
		for _, f := range k.docs[d].words[at : at+len(k.wordsFrom(p, runes))] {
			text.WriteString(k.forms[f].text)
		}
		s := text.String()
		count[s]++
		if best == "" || cmp.Or(cmp.Compare(count[s], count[best]), cmp.Compare(best, s)) > 0 {
			best = s
		}
	}
	return best
}

// wordsFrom returns the words from a position on that have so many characters.
func (k *keyed) wordsFrom(p int32, runes int) []int32 {
	end := p
	for ; runes > 0; end++ {
		runes -= int(k.stats[k.word[end]].runes)
	}
	return k.word[p:end]
}
