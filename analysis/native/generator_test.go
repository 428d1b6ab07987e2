package native

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis/lexicon"
	"github.com/tifa-go/tifa/analysis/native/internal/dict"
)

// A generator makes text of what the engines could take differently.
type generator struct {
	*rand.Rand
	words []string // of the dictionary and the lexicon
	runes []rune   // of them and of the model
	real  []rune

	ties   []string // three characters with two segmentations of equal weight
	silent []rune   // that the model does not know
}

func newGenerator(tb testing.TB, s *Segmenter, entries []lexicon.Entry, seed uint64) *generator {
	tb.Helper()
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 7))}
	for r := rune(1); r <= utf8.MaxRune; r++ {
		if s.dict.Code(r) != 0 {
			g.runes = append(g.runes, r)
		}
	}
	runes := map[uint16]rune{}
	for _, r := range g.runes {
		runes[s.dict.Code(r)] = r
	}
	g.words = wordsOf(s, runes)
	g.ties, g.silent = ties(s, g.words), silent(s, g.runes)
	for _, e := range entries {
		for range 1 + 3000/len(entries) { // as often as to be met
			g.words = append(g.words, e.Word)
		}
	}
	g.real = []rune(strings.Join(articles(tb), ""))
	return g
}

// text returns n or some more pieces of all kinds.
func (g *generator) text(n int) string {
	var b strings.Builder
	pick := func(s string) string {
		r := []rune(s)
		return string(r[g.IntN(len(r))])
	}
	for range n {
		switch g.IntN(18) {
		case 0, 1, 2, 3:
			b.WriteString(g.words[g.IntN(len(g.words))])
		case 4, 5, 6: // a fragment of a word
			w := []rune(g.words[g.IntN(len(g.words))])
			i := g.IntN(len(w))
			b.WriteString(string(w[i : i+1+g.IntN(len(w)-i)]))
		case 7, 8:
			for range 1 + g.IntN(6) {
				b.WriteRune(g.runes[g.IntN(len(g.runes))])
			}
		case 9, 10:
			i := g.IntN(len(g.real))
			b.WriteString(string(g.real[i:min(len(g.real), i+g.IntN(12))]))
		case 11:
			for range 1 + g.IntN(8) {
				b.WriteString(pick("aAzZ019.5 +-#&/%中年月GTBC恤超"))
			}
		case 12:
			b.WriteString(pick("，。、；：“”（）《》\u3000 \t\n\r·…—＋％０９ＡｚéжΩ〇①々ㄅ가あア"))
		case 13: // any plane
			b.WriteRune(rune(1 + g.IntN(utf8.MaxRune)))
		case 14:
			b.WriteRune(rune(0x3400 + g.IntN(0xa000-0x3400)))
		case 15:
			b.WriteRune(rune(1 + g.IntN(0x3000)))
		case 16:
			b.WriteString(g.ties[g.IntN(len(g.ties))])
		case 17:
			for range 1 + g.IntN(4) {
				b.WriteRune(g.silent[g.IntN(len(g.silent))])
			}
		}
		if g.IntN(3000) == 0 {
			b.WriteString(pick("\x00") + "\xff\xe4\xbd")
		}
	}
	return b.String()
}

// wordsOf returns all words of the dictionary, in the order of the trie.
func wordsOf(s *Segmenter, runes map[uint16]rune) []string {
	type prefix struct {
		at   dict.Node
		text string
	}
	var all []prefix
	for c := s.dict.Codes() - 1; c > 0; c-- {
		if r := runes[uint16(c)]; r != 0 {
			all = append(all, prefix{s.dict.Words[c], string(r)})
		}
	}
	children := map[uint64][]dict.Node{} // by base
	for i, n := range s.dict.Words {
		if i >= s.dict.Codes() && n != 0 {
			base := uint64(i) - uint64(n.Code())
			children[base] = append(children[base], n)
		}
	}
	var words []string
	for len(all) > 0 {
		p := all[len(all)-1]
		all = all[:len(all)-1]
		if p.at.Value() != 0 {
			words = append(words, p.text)
		}
		for _, n := range children[p.at.Base()] {
			all = append(all, prefix{n, p.text + string(runes[n.Code()])})
		}
	}
	return words
}

// ties returns texts of three characters ABC where AB and BC are words of one
// frequency, as A and C are, so that A|BC and AB|C have the same weight. What
// follows in a text decides between them by the rounding of the sums.
func ties(s *Segmenter, words []string) []string {
	weight := func(word string) uint16 {
		var at cursor
		for i, r := range word {
			if at = s.step(at, s.code(r)); i == 0 {
				at = s.start(s.code(r))
			}
		}
		return uint16(at.word.Value())
	}
	byFirst := map[rune][]string{}
	for _, w := range words {
		if utf8.RuneCountInString(w) == 2 {
			r, _ := utf8.DecodeRuneInString(w)
			byFirst[r] = append(byFirst[r], w)
		}
	}
	var texts []string
	for _, ab := range words {
		r := []rune(ab)
		if len(r) != 2 {
			continue
		}
		for _, bc := range byFirst[r[1]] {
			c, _ := utf8.DecodeLastRuneInString(bc)
			if weight(ab) == weight(bc) && weight(string(r[0])) == weight(string(c)) {
				if _, ok := s.find(ab + string(c)); !ok {
					texts = append(texts, ab+string(c))
				}
			}
		}
	}
	return texts
}

// silent returns those of the runes that the model does not know.
func silent(s *Segmenter, runes []rune) []rune {
	var out []rune
	for _, r := range runes {
		if c := s.dict.Code(r); c >= utf8.RuneSelf && s.dict.Model.Emit[c] == s.dict.Model.Emit[0] {
			out = append(out, r)
		}
	}
	return out
}
