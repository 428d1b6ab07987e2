package keywords

import (
	"context"
	"slices"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// grams is a document as the phrase finder sees it: the words in text order,
// with a break (word -1) wherever a phrase cannot go on: at punctuation, space,
// and the end of a sentence. Quotation marks are no break; they, and the marks
// of titles, are noted at the words next to them.
type grams struct {
	doc   *analysis.Document // nil where there are many
	word  []int32            // index into vocab, -1 for a break; begins and ends with a break
	token []int32            // index into doc.Tokens
	open  []uint8            // quotation marks opened directly before the word, and titleMark for 《
	shut  []uint8            // quotation marks closed directly behind it, and titleMark for 》
	head  []bool             // the word is in a heading or the title
	stats []wordStats        // of each distinct word; those of terms have the terms' ids, others follow
	vocab []vocable          // the same words, as vocable gives them
	other otherWords         // ids of the words that are no terms
	total int                // words in all
	spans []analysis.Span    // room for mentions
	room  repeatsRoom

	places places          // of doc
	leads  []analysis.Span // of doc
}

// wordStats is what phrases need to know of every distinct word.
type wordStats struct {
	runes int32
	count int32
	token int32 // index into doc.Tokens, of one that is the word
}

// A vocable is what they need to know of one that recurs, or stands beside one.
type vocable struct {
	known       bool // the others are set
	text        string
	tag         string
	term        analysis.TermID // of the document, or NoTerm
	kind        analysis.Kind
	name        PhraseKind // of many documents only
	class       wordClass
	runes       int
	first, last rune
}

// read takes in the sentences that belong to the text: all but page
// furniture.
func (g *grams) read(doc *analysis.Document) {
	g.doc, g.total, g.spans = doc, 0, nil
	g.places, g.leads = placesOf(doc), leadsOf(doc)
	g.grow(len(doc.Tokens) + 2)
	g.stats = slices.Grow(g.stats[:0], len(doc.Terms)+256)[:len(doc.Terms)]
	clear(g.stats)
	g.other.reset()
	g.add(-1, 0)
	at := 0
	for _, s := range doc.Sentences {
		first := at
		at += len(s.Tokens)
		if s.Role == analysis.RoleFurniture || s.Role == analysis.RoleBlank {
			continue
		}
		from := len(g.word)
		g.sentence(first, at)
		if s.Role == analysis.RoleHeading || s.Role == analysis.RoleTitle {
			for p := from; p < len(g.word); p++ {
				g.head[p] = true
			}
		}
	}
	g.vocab = slices.Grow(g.vocab[:0], len(g.stats))[:len(g.stats)]
}

// forget lets go of the document, and keeps the room.
func (g *grams) forget() {
	clear(g.vocab)
	g.other.reset()
	g.doc, g.spans = nil, nil
}

func (g *grams) grow(n int) {
	g.word = slices.Grow(g.word[:0], n)
	g.token = slices.Grow(g.token[:0], n)
	g.open = slices.Grow(g.open[:0], n)
	g.shut = slices.Grow(g.shut[:0], n)
	g.head = slices.Grow(g.head[:0], n)
}

func (g *grams) add(word, token int32) {
	g.word = append(g.word, word)
	g.token = append(g.token, token)
	g.open = append(g.open, 0)
	g.shut = append(g.shut, 0)
	g.head = append(g.head, false)
}

// breakHere adds a break unless the last element is one.
func (g *grams) breakHere() {
	if g.word[len(g.word)-1] >= 0 {
		g.add(-1, 0)
	}
}

// What is noted at a word beside the number of quotation marks.
const (
	titleMark = 1 << 7 // a title begins, or ends, next to it
	colonMark = 1 << 6 // a colon follows it
	countMask = colonMark - 1
	maxMarks  = 3
)

// sentence adds the tokens with indices from first up to end.
func (g *grams) sentence(first, end int) {
	doc := g.doc
	pending := uint8(0) // marks opened and not yet noted at a word
	ascii := false      // inside ASCII quotation marks
	for i := first; i < end; i++ {
		t := doc.Tokens[i]
		text := doc.Text[t.Start:t.End]
		switch t.Kind {
		case analysis.KindPunct:
			last := len(g.word) - 1
			switch opens, closes := quoteMark(text, ascii); {
			case text == "《" || text == "〈":
				g.breakHere()
				pending |= titleMark
			case text == "》" || text == "〉":
				if g.word[last] >= 0 {
					g.shut[last] |= titleMark
				}
				g.breakHere()
				pending = 0
			case opens:
				if pending&countMask < maxMarks {
					pending++
				}
				ascii = ascii || text == `"`
			case closes:
				if g.word[last] >= 0 && g.shut[last]&countMask < maxMarks {
					g.shut[last]++
				}
				ascii = ascii && text != `"`
				pending = 0
			default:
				if g.word[last] >= 0 && (text == "：" || text == ":") {
					g.shut[last] |= colonMark
				}
				g.breakHere()
				pending = 0
			}
		case analysis.KindSpace:
			g.breakHere()
		default:
			id := int32(t.Term)
			if t.Term == analysis.NoTerm {
				id = g.other.id(text, g.newWord)
			}
			w := &g.stats[id]
			if w.count == 0 {
				if t.Term != analysis.NoTerm {
					text = doc.Terms[t.Term].Key
				} else {
					text = analysis.Key(text)
				}
				w.runes, w.token = int32(utf8.RuneCountInString(text)), int32(i)
			}
			w.count++
			g.total++
			g.add(id, int32(i))
			g.open[len(g.open)-1] = pending
			pending = 0
		}
	}
	g.breakHere()
}

// quoteMark says whether a punctuation mark opens or closes a quotation. ASCII
// marks do both in turn.
func quoteMark(s string, inASCII bool) (opens, closes bool) {
	switch s {
	case "“", "‘", "「", "『":
		return true, false
	case "”", "’", "」", "』":
		return false, true
	case `"`:
		return !inASCII, inASCII
	}
	return false, false
}

// newWord numbers a word that is no term.
func (g *grams) newWord() int32 {
	g.stats = append(g.stats, wordStats{})
	return int32(len(g.stats) - 1)
}

// vocable returns what there is to know of a word, which is found out when it is
// first asked for: of most words, never.
func (g *grams) vocable(w int32) *vocable {
	v := &g.vocab[w]
	if !v.known {
		g.learn(w, v)
	}
	return v
}

func (g *grams) learn(w int32, v *vocable) {
	t := g.doc.Tokens[g.stats[w].token]
	key := ""
	if t.Term != analysis.NoTerm {
		key = g.doc.Terms[t.Term].Key
	} else {
		key = analysis.Key(g.doc.Text[t.Start:t.End])
	}
	first, _ := utf8.DecodeRuneInString(key)
	last, _ := utf8.DecodeLastRuneInString(key)
	*v = vocable{
		known: true, text: key, tag: t.Tag, term: t.Term, kind: t.Kind, class: classOf(key, t.Tag),
		runes: int(g.stats[w].runes), first: first, last: last,
	}
}

// A run is one n-gram that recurs: n words from each of the positions on.
type run struct {
	n     int
	where []int32 // positions in grams.word, ascending
}

// repeats calls f for every n-gram of up to maxWords words and maxRunes
// characters that occurs at least least times, and fails only with ctx's error.
// It grows n-grams as the Apriori algorithm does (Agrawal & Srikant 1994): a
// position is looked at with n+1 words only if the n-grams there and at the next
// position recur. The class of an n-gram is its number among those of its
// length, so that the class of the longer one follows from (class, next word)
// and no text is compared; since the positions of a class stand together, the
// last class that each word followed is all that must be remembered. Each
// position is looked at no more than maxWords times, so time and memory are
// linear in the text.
func (g *grams) repeats(ctx context.Context, least, maxWords, maxRunes int, f func(run)) error {
	room := &g.room
	class := resized(&room.class, len(g.word))
	reach := resized(&room.reach, len(g.word)) // words of the longest n-gram that recurs there
	clear(reach)
	sizes := resized(&room.sizes, len(g.stats)) // characters of each class
	for w := range g.stats {
		sizes[w] = g.stats[w].runes
	}
	live := resized(&room.live, len(g.word))[:0]
	for p, w := range g.word {
		if w >= 0 && int(sizes[w]) <= maxRunes {
			class[p] = w
			live = append(live, int32(p))
		}
	}
	grownSizes := room.grown
	grownAs := resized(&room.grownAs, len(g.stats))
	sorter := &room.sorter
	defer func() { room.sizes, room.grown = sizes, grownSizes }()
	for n := 1; len(live) > 0; n++ {
		var err error
		if live, err = sorter.recurring(ctx, live, class, len(sizes), least, n, f); err != nil || n == maxWords {
			return err
		}
		for _, p := range live {
			reach[p] = int32(n)
		}
		clear(grownAs)
		grownSizes = grownSizes[:0]
		grown := live[:0]
		for _, p := range live {
			w := g.word[int(p)+n]
			if w < 0 || int(reach[p+1]) < n {
				continue
			}
			size := sizes[class[p]] + g.stats[w].runes
			if int(size) > maxRunes {
				continue
			}
			as := &grownAs[w]
			if as.from != class[p]+1 {
				as.from, as.class = class[p]+1, int32(len(grownSizes))
				grownSizes = append(grownSizes, size)
			}
			class[p] = as.class
			grown = append(grown, p)
		}
		live = grown
		sizes, grownSizes = grownSizes, sizes
	}
	return nil
}

// repeatsRoom is the memory that repeats works in, kept for the next document.
type repeatsRoom struct {
	class, reach, sizes, grown, live []int32

	// Of each word: the class it followed last, counted from 1, and the class
	// they made.
	grownAs []struct{ from, class int32 }

	sorter classSorter
}

// resized sets the length of a slice whose content is of no use any more.
func resized[T any](s *[]T, n int) []T {
	*s = slices.Grow((*s)[:0], n)[:n]
	return *s
}

// A classSorter holds buffers that the lengths of n-grams share.
type classSorter struct{ start, sorted []int32 }

// recurring sorts the live positions by class, drops those whose class has
// fewer than least of them, calls f for each of the others, and returns their
// positions, class by class and ascending within one. f must not keep the
// positions.
func (s *classSorter) recurring(ctx context.Context, live, class []int32, classes, least, n int, f func(run)) ([]int32, error) {
	// After the counting, start[c+1] is where class c begins, and after the
	// sorting where it ends.
	s.start = slices.Grow(s.start[:0], classes+2)[:classes+2]
	s.sorted = slices.Grow(s.sorted[:0], len(live))[:len(live)]
	clear(s.start)
	for _, p := range live {
		s.start[class[p]+2]++
	}
	for c := range classes {
		s.start[c+2] += s.start[c+1]
	}
	for _, p := range live {
		at := &s.start[class[p]+1]
		s.sorted[*at] = p
		*at++
	}
	kept := live[:0]
	for c := range classes {
		if c%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		where := s.sorted[s.start[c]:s.start[c+1]]
		if len(where) < least {
			continue
		}
		f(run{n, where})
		kept = append(kept, where...)
	}
	return kept, nil
}
