package keywords

import (
	"slices"

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
	vocab []vocable          // the same words, where there are many documents
	other otherWords         // ids of the words that are no terms
	keys  []string           // of these words
	total int                // words in all
	spans []analysis.Span    // room for mentions

	places places          // of doc
	leads  []analysis.Span // of doc
}

// wordStats is what phrases need to know of every distinct word.
type wordStats struct {
	runes int32
	count int32
	token int32 // index into doc.Tokens, of the first that is the word
}

// A vocable is what they need to know of one that recurs, or stands beside one.
type vocable struct {
	text        string
	tag         string
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
	g.makeRoom(1 + len(doc.Tokens) + len(doc.Sentences)) // a break, each token, and a break behind each sentence
	g.stats = resized(g.stats, len(doc.Terms))
	for i := range doc.Terms {
		t := &doc.Terms[i]
		g.stats[i] = wordStats{runes: int32(runeCount(t.Key)), token: int32(t.First)}
	}
	g.other.reset(len(doc.Tokens))
	g.keys = g.keys[:0]
	g.word[0], g.token[0] = -1, 0
	token, n := 0, 1
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		first, from := token, n
		token += len(s.Tokens)
		if s.Role == analysis.RoleFurniture || s.Role == analysis.RoleBlank {
			continue
		}
		n = g.sentence(first, token, n)
		if s.Role == analysis.RoleHeading || s.Role == analysis.RoleTitle {
			for p := from; p < n; p++ {
				g.head[p] = true
			}
		}
	}
	g.word, g.token, g.open, g.shut, g.head = g.word[:n], g.token[:n], g.open[:n], g.shut[:n], g.head[:n]
}

// forget lets go of the document, and keeps the room.
func (g *grams) forget() {
	g.other.numbers.Reset(0)
	clear(g.keys)
	g.doc, g.spans = nil, nil
}

// makeRoom makes room for n elements, next to which nothing is noted.
func (g *grams) makeRoom(n int) {
	g.word, g.token = resized(g.word, n), resized(g.token, n)
	g.open, g.shut, g.head = resized(g.open, n), resized(g.shut, n), resized(g.head, n)
	clear(g.open)
	clear(g.shut)
	clear(g.head)
}

// resized returns a slice of length n, whose content is of no use.
func resized[T any](s []T, n int) []T { return slices.Grow(s[:0], n)[:n] }

// What is noted at a word beside the number of quotation marks.
const (
	titleMark = 1 << 7 // a title begins, or ends, next to it
	colonMark = 1 << 6 // a colon follows it
	countMask = colonMark - 1
	maxMarks  = 3
)

// sentence adds the tokens with indices from first up to end, and a break, behind
// n elements, the last of which is a break. It returns how many there are now.
func (g *grams) sentence(first, end, n int) int {
	doc, word := g.doc, g.word
	pending := uint8(0) // marks opened and not yet noted at a word
	ascii := false      // inside ASCII quotation marks
	inside := false     // the last element is a word
	for i := first; i < end; i++ {
		t := &doc.Tokens[i]
		switch t.Kind {
		case analysis.KindSpace:
		case analysis.KindPunct:
			text := doc.Text[t.Start:t.End]
			if text == `"` {
				if text = "“"; ascii {
					text = "”"
				}
				ascii = !ascii
			}
			switch text {
			case "“", "‘", "「", "『":
				if pending&countMask < maxMarks {
					pending++
				}
				continue
			case "”", "’", "」", "』":
				if inside && g.shut[n-1]&countMask < maxMarks {
					g.shut[n-1]++
				}
				pending = 0
				continue
			case "《", "〈":
				pending |= titleMark
			case "》", "〉":
				if inside {
					g.shut[n-1] |= titleMark
				}
				pending = 0
			case "：", ":":
				if inside {
					g.shut[n-1] |= colonMark
				}
				pending = 0
			default:
				pending = 0
			}
		default:
			id := int32(t.Term)
			if t.Term == analysis.NoTerm {
				id = g.otherWord(doc.Text[t.Start:t.End], i)
			}
			g.stats[id].count++
			g.total++
			word[n], g.token[n] = id, int32(i)
			if pending != 0 {
				g.open[n] = pending
				pending = 0
			}
			n++
			inside = true
			continue
		}
		if inside {
			word[n], g.token[n] = -1, 0
			n++
			inside = false
		}
	}
	if inside {
		word[n], g.token[n] = -1, 0
		n++
	}
	return n
}

// otherWord returns the number of a word that is no term, the i-th token.
func (g *grams) otherWord(text string, i int) int32 {
	id := g.other.id(text, int32(len(g.stats)))
	if int(id) == len(g.stats) {
		key := analysis.Key(text)
		g.keys = append(g.keys, key)
		g.stats = append(g.stats, wordStats{runes: int32(runeCount(key)), token: int32(i)})
	}
	return id
}

// vocable returns what there is to know of a word. In one document that is found
// out whenever it is asked for: once for a role, and of many words never.
func (g *grams) vocable(w int32) vocable {
	if g.doc == nil {
		return g.vocab[w]
	}
	t, key := g.first(w), g.text(w)
	first, last := outerRunes(key)
	return vocable{
		text: key, tag: t.Tag, kind: t.Kind, class: classOf(key, t.Tag),
		runes: int(g.stats[w].runes), first: first, last: last,
	}
}

// text returns the key of a word.
func (g *grams) text(w int32) string {
	switch {
	case g.doc == nil:
		return g.vocab[w].text
	case int(w) < len(g.doc.Terms):
		return g.doc.Terms[w].Key
	}
	return g.keys[int(w)-len(g.doc.Terms)]
}

// isTerm reports whether a word is a term of the one document.
func (g *grams) isTerm(w int32) bool { return g.doc != nil && int(w) < len(g.doc.Terms) }

// first returns the first token that is a word of a document.
func (g *grams) first(w int32) *analysis.Token { return &g.doc.Tokens[g.stats[w].token] }
