package keywords

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Slogan is an entry of a [Glossary]: a numeral slogan that is in general
// use.
type Slogan struct {
	Text       string   // 四个全面
	Members    []string // in their usual order; nil where they vary or are not known
	Year       int      // when it was first used, 0 where that is not known
	Confidence float64  // in the members, or without members in the wording, from 0 to 1
}

// A Glossary is a table of numeral slogans. It is only read, so any number of
// goroutines may share it. The zero Glossary is empty.
type Glossary struct {
	slogans []Slogan // by Text
	index   trie
	first   runeSet // what they begin with
}

// NewGlossary makes a glossary. It is an error if a slogan has no text or is
// given twice, if its members are not as many as its numerals say, or if a
// confidence or a year is out of range.
func NewGlossary(slogans []Slogan) (*Glossary, error) {
	slogans = slices.Clone(slogans)
	for i, s := range slogans {
		if err := s.check(); err != nil {
			return nil, fmt.Errorf("keywords: glossary: %w", err)
		}
		slogans[i].Members = slices.Clone(s.Members)
	}
	return newGlossary(slogans)
}

// newGlossary makes a glossary of slogans that are right each, and keeps them.
func newGlossary(slogans []Slogan) (*Glossary, error) {
	g := &Glossary{slogans: slogans}
	slices.SortStableFunc(g.slogans, func(a, b Slogan) int { return strings.Compare(a.Text, b.Text) })
	for i, s := range g.slogans {
		if i > 0 && g.slogans[i-1].Text == s.Text {
			return nil, fmt.Errorf("keywords: glossary: the slogan %q stands twice", s.Text)
		}
		key := formKey(s.Text)
		g.index.add(key, int32(i))
		first, _ := utf8.DecodeRuneInString(key)
		g.first.add(first)
	}
	return g, nil
}

func (s Slogan) check() error {
	if formKey(s.Text) == "" {
		return fmt.Errorf("a slogan without text")
	}
	if !(s.Confidence >= 0 && s.Confidence <= 1) {
		return fmt.Errorf("%q: the confidence %g is not from 0 to 1", s.Text, s.Confidence)
	}
	if s.Year < 0 {
		return fmt.Errorf("%q: the year %d is negative", s.Text, s.Year)
	}
	if len(s.Members) > 0 && !slices.Contains(sloganFormOf(s.Text).counts, len(s.Members)) {
		return fmt.Errorf("%q has %d members, which is not what its numerals say", s.Text, len(s.Members))
	}
	for i, m := range s.Members {
		if strings.TrimSpace(m) == "" {
			return fmt.Errorf("%q: a member without text", s.Text)
		}
		if slices.Contains(s.Members[:i], m) {
			return fmt.Errorf("%q: the member %q stands twice", s.Text, m)
		}
	}
	return nil
}

// ReadGlossary reads a table of slogans: a line each, with the slogan, its
// members with | between them or "-" for none, the year it was first used or
// "-", and the confidence, parted by TABs. Lines that are blank or begin with #
// do not count. Errors name the line.
func ReadGlossary(r io.Reader) (*Glossary, error) { return readGlossary(r, Slogan.check) }

func readGlossary(r io.Reader, check func(Slogan) error) (*Glossary, error) {
	var slogans []Slogan
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		s, err := parseSlogan(line)
		if err == nil {
			err = check(s)
		}
		if err != nil {
			return nil, fmt.Errorf("keywords: glossary: line %d: %w", n, err)
		}
		slogans = append(slogans, s)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("keywords: glossary: %w", err)
	}
	return newGlossary(slogans)
}

func parseSlogan(line string) (Slogan, error) {
	field := strings.Split(line, "\t")
	if len(field) != 4 {
		return Slogan{}, fmt.Errorf("%d columns, not 4", len(field))
	}
	s := Slogan{Text: field[0]}
	if field[1] != "-" {
		s.Members = strings.Split(field[1], "|")
	}
	var err error
	if field[2] != "-" {
		if s.Year, err = strconv.Atoi(field[2]); err != nil {
			return s, fmt.Errorf("%q is no year", field[2])
		}
	}
	if s.Confidence, err = strconv.ParseFloat(field[3], 64); err != nil {
		return s, fmt.Errorf("%q is no confidence", field[3])
	}
	return s, nil
}

// Lookup returns the entry of a slogan. Quotation marks, blanks and commas do
// not count; of entries that differ in nothing else, it is the first.
func (g *Glossary) Lookup(text string) (Slogan, bool) {
	if i, ok := g.find(formKey(text)); ok {
		return g.slogan(i), true
	}
	return Slogan{}, false
}

func (g *Glossary) find(key string) (int32, bool) {
	i := g.index.find(key)
	return i, i >= 0
}

func (g *Glossary) slogan(i int32) Slogan {
	s := g.slogans[i]
	s.Members = slices.Clone(s.Members)
	return s
}

// Slogans returns all entries, sorted by their text.
func (g *Glossary) Slogans() []Slogan {
	out := make([]Slogan, len(g.slogans))
	for i := range out {
		out[i] = g.slogan(int32(i))
	}
	return out
}

//go:embed slogans.tsv
var slogansTable string

var builtinGlossary = sync.OnceValue(func() *Glossary {
	unchecked := func(Slogan) error { return nil } // a test checks each
	g, err := readGlossary(strings.NewReader(slogansTable), unchecked)
	if err != nil {
		panic(err) // the program itself is damaged: a test reads the same bytes
	}
	return g
})

// BuiltinGlossary returns the glossary that [Numerals] uses by default: slogans
// of the whole country from 1949 on. slogans.tsv says how it was made.
func BuiltinGlossary() *Glossary { return builtinGlossary() }
