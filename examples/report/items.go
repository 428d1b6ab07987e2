package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/desk"
	"github.com/tifa-go/tifa/keywords"
)

// An item is one wording that the page marks in the text: a keyword, a phrase, a
// numeral slogan, the name of a document, or several of them at once.
type item struct {
	ID     int // index into the items
	Text   string
	Facts  []fact
	Places []place
	size   float64 // the share of the highest score of its kind, for the cloud
	kinds  [numKinds]bool
}

// A fact is what an item is, and why.
type fact struct {
	Label string // 关键词 keyword
	Says  string // score 5.48, 5 times, and more
	Brief string // keyword 5.48 ×5
	Why   string // the parts of the score, the greatest first
}

// A place is one occurrence of an item.
type place struct {
	ID   string // m3-1: the first place of item 3
	N    int    // counted from 1
	Span analysis.Span
	At   float64 // where it begins, in thousandths of the text
}

// The kinds of items. The first letters are the classes of their marks.
const (
	kindKeyword = iota
	kindPhrase
	kindNumeral
	kindCited
	kindSection // a keyword of a section only
	numKinds
)

var kindNames = [numKinds]string{"keyword", "phrase", "numeral", "cited", "section"}

// kindNames returns what the item is, parted by blanks.
func (i *item) kindNames() string {
	var out []string
	for k, is := range i.kinds {
		if is {
			out = append(out, kindNames[k])
		}
	}
	return strings.Join(out, " ")
}

// Brief says in a few words what the item is.
func (i *item) Brief() string {
	var says []string
	for _, f := range i.Facts {
		says = append(says, f.Brief)
	}
	return desk.OneLine(i.Text + ": " + strings.Join(says, "; "))
}

// An index has the items of a page by what is counted as one wording.
type index struct {
	items []*item
	byKey map[string]*item
}

// items makes the items of findings.
func (f findings) items() *index {
	x := &index{byKey: make(map[string]*item)}
	for _, k := range f.keywords {
		i := x.addKeyword(kindKeyword, k)
		i.size = max(i.size, k.Score/f.keywords[0].Score)
	}
	for _, p := range f.phrases {
		i := x.add(kindPhrase, p.Text, p.Mentions)
		says := scored(p.Score, p.Count)
		if p.Alone < p.Count {
			says += fmt.Sprintf(", %d of them inside longer phrases", p.Count-p.Alone)
		}
		i.Facts = append(i.Facts, fact{"提法 phrase", says, fmt.Sprintf("phrase %.2f ×%d", p.Score, p.Count), why(p.Features())})
		i.size = max(i.size, p.Score/f.phrases[0].Score)
	}
	for _, n := range f.numerals {
		i := x.add(kindNumeral, n.Text, n.Mentions)
		i.Facts = append(i.Facts, fact{"数字提法 numeral slogan", times(len(n.Mentions)), "numeral slogan", members(n)})
	}
	for _, c := range f.cited {
		i := x.add(kindCited, c.text, c.mentions)
		i.Facts = append(i.Facts, fact{"引用 cited " + c.kind, times(len(c.mentions)), "cited", ""})
	}
	listed := make(map[string]bool) // keywords of sections
	for _, list := range f.sections {
		for _, k := range list {
			listed[k.Text] = true
		}
	}
	for _, k := range f.candidates[len(f.keywords):] {
		if listed[k.Text] {
			x.addKeyword(kindSection, k)
		}
	}
	for _, i := range x.items {
		i.place(len(f.doc.Text))
	}
	return x
}

// add returns the item of a text, with the mentions added.
func (x *index) add(kind int, text string, mentions []analysis.Span) *item {
	key := analysis.Key(text)
	i := x.byKey[key]
	if i == nil {
		i = &item{ID: len(x.items), Text: text}
		x.byKey[key] = i
		x.items = append(x.items, i)
	}
	i.kinds[kind] = true
	for _, m := range mentions {
		i.Places = append(i.Places, place{Span: m})
	}
	return i
}

func (x *index) addKeyword(kind int, k keywords.Keyword) *item {
	i := x.add(kind, k.Text, k.Mentions)
	i.Facts = append(i.Facts, fact{"关键词 keyword", scored(k.Score, k.Count) + variants(k.Variants), fmt.Sprintf("keyword %.2f ×%d", k.Score, k.Count), why(k.Features())})
	return i
}

// place puts the places of an item in order and numbers them. total is the
// length of the text.
func (i *item) place(total int) {
	slices.SortFunc(i.Places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	i.Places = slices.CompactFunc(i.Places, func(a, b place) bool { return a.Span == b.Span })
	for n := range i.Places {
		p := &i.Places[n]
		p.N, p.ID = n+1, fmt.Sprintf("m%d-%d", i.ID, n+1)
		p.At = math.Round(1e4*float64(p.Span.Start)/float64(total)) / 10
	}
}

// First returns the id of the item's first place, or that of the text.
func (i *item) First() string { return i.firstFrom(0) }

// firstFrom returns the id of the item's first place at or behind a byte, or that
// of the text.
func (i *item) firstFrom(start int) string {
	for _, p := range i.Places {
		if p.Span.Start >= start {
			return p.ID
		}
	}
	return "text"
}

func scored(score float64, count int) string {
	return fmt.Sprintf("score %.2f, %s", score, times(count))
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func variants(list []keywords.Variant) string {
	var out []string
	for _, v := range list {
		out = append(out, fmt.Sprintf("%s ×%d", v.Text, v.Count))
	}
	if out == nil {
		return ""
	}
	return ", also " + strings.Join(out, ", ")
}

// why says what a score is made of, what adds or takes most first.
func why(features []keywords.Feature) string {
	features = slices.Clone(features)
	slices.SortStableFunc(features, func(a, b keywords.Feature) int {
		return cmp.Compare(math.Abs(b.Value), math.Abs(a.Value))
	})
	var out []string
	for _, f := range features {
		out = append(out, f.String())
	}
	return strings.Join(out, ", ")
}

func members(n keywords.Numeral) string {
	var out []string
	for _, m := range n.Members {
		out = append(out, m.Text)
	}
	return strings.Join(out, " | ")
}
