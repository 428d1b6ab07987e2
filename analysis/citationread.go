package analysis

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A citationReader collects the citations of a document.
type citationReader struct {
	doc       *Document
	furniture []Span
	titles    []Span // 《…》
	found     []*Citation
	byKey     map[string]*Citation
	aliases   map[string]*Citation // by Key of the alias
	bare      []bareAlias
	named     int    // byte of the last name that was defined
	used      []Span // what is behind a title: numbers, and names where they are defined
}

// A bareAlias is an alias without 《》.
type bareAlias struct {
	text string
	from int // byte at which it is defined
	cite *Citation
}

func newCitationReader(doc *Document) *citationReader {
	r := &citationReader{doc: doc, byKey: make(map[string]*Citation), aliases: make(map[string]*Citation)}
	for _, s := range doc.Sentences {
		if s.Role == RoleFurniture {
			r.furniture = append(r.furniture, Span{s.Start, s.End})
		}
	}
	r.titles = r.allTitles()
	return r
}

// maxBrokenTitle is the length in bytes of the longest title that is looked for
// over a line break: some hundred characters.
const maxBrokenTitle = 300

// allTitles returns the titles of the document and those that a line break
// divides.
func (r *citationReader) allTitles() (titles []Span) {
	text, works := r.doc.Text, r.doc.Works
	for at := 0; at < len(text); {
		open := strings.Index(text[at:], "《")
		if open < 0 {
			break
		}
		open += at
		for len(works) > 0 && works[0].Start < open {
			works = works[1:]
		}
		t := Span{open, open}
		if len(works) > 0 && works[0].Start == open {
			t = works[0]
		} else if n := brokenTitle(text[open:min(len(text), open+maxBrokenTitle)]); n > 0 {
			t.End = open + n
		}
		if t.End > open && inside(r.furniture, open) < 0 && titleText(text, t) != "" {
			titles = append(titles, t)
		}
		at = max(t.End, open+len("《"))
	}
	return titles
}

// inside returns the index of the span of a sorted list that has a byte, or -1.
func inside(spans []Span, at int) int {
	i, _ := slices.BinarySearchFunc(spans, at, func(s Span, at int) int { return s.End - at - 1 })
	if i < len(spans) && spans[i].Start <= at {
		return i
	}
	return -1
}

// brokenTitle returns the length of a title with one or two line breaks in it, at
// the start of s, 0 where there is none.
func brokenTitle(s string) int {
	shut := strings.Index(s, "》")
	if shut < 0 {
		return 0
	}
	inner := s[len("《"):shut]
	if breaks := strings.Count(inner, "\n"); breaks < 1 || breaks > 2 || strings.ContainsAny(inner, "《。；！？") || strings.Contains(inner, "\n\n") {
		return 0
	}
	return shut + len("》")
}

// titleText returns a title without its marks, space and line breaks.
func titleText(text string, t Span) string {
	inner := strings.TrimSuffix(strings.TrimPrefix(text[t.Start:t.End], "《"), "》")
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, inner)
}

// title reads a title and what stands around it.
func (r *citationReader) title(t Span) {
	if r.named == t.Start+len("《") {
		return // （以下简称《意见》）
	}
	c := Citation{Title: titleText(r.doc.Text, t), Mentions: []Span{t}}
	c.Kind = kindOfTitle(c.Title)
	key := Key(c.Title)
	if known := r.aliases[key]; known != nil {
		known.Mentions = append(known.Mentions, t)
		r.behind(t.End, known)
		return
	}
	if c.Kind == CitesShort {
		if known := r.endsWith(strings.TrimSuffix(bareTitle(c.Title), "草案")); known != nil {
			known.Mentions = append(known.Mentions, t)
			r.behind(t.End, known)
			return
		}
	}
	c.Issuer, c.Date = r.before(t.Start)
	c.Issuer = firstOf(issuerInTitle(c.Title), c.Issuer)
	id := c.titleKey()
	if c.Kind == CitesShort {
		id = "《" + key
	}
	known := r.byKey[id]
	if known == nil {
		known = &c
		r.byKey[id] = known
		r.found = append(r.found, known)
	} else {
		known.Mentions = append(known.Mentions, t)
		known.Issuer = firstOf(known.Issuer, c.Issuer)
		known.Date = firstOf(known.Date, c.Date)
	}
	r.behind(t.End, known)
	if known.Number != "" && r.byKey[known.Number] == nil {
		r.byKey[known.Number] = known
	}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// endsWith returns the last citation of a document before, if there is one, whose
// title ends with a genre.
func (r *citationReader) endsWith(genre string) *Citation {
	for i := len(r.found) - 1; i >= 0 && i >= len(r.found)-maxLookBack; i-- {
		c := r.found[i]
		if c.Kind == CitesDocument && c.Title != "" && strings.HasSuffix(bareTitle(c.Title), genre) {
			return c
		}
	}
	return nil
}

// maxLookBack is how many citations back the full title of a short one may be, so
// that the time stays linear.
const maxLookBack = 64

var (
	bracketPattern = lazily(`^[ \x{3000}]?[（(]([^（()）\n]{1,60}(?:[（(][^（()）\n]{1,20}[）)][^（()）\n]{0,40})?)[）)]`)
	aliasPattern   = lazily(`(?:以下简称|以下均称|以下统称|以下称|下称|简称)(?:为|作)?[:：]?\s*([“"《‘]*)([^”"》’，,；;。）)\s]{2,20})[”"》’]*`)
	commaAlias     = lazily(`^[，,](?:以下简称|以下称|下称|简称)(?:为|作)?[:：]?[“"《‘]*[^”"》’，,；;。）)\s]{2,20}[”"》’]*`)
	latinPattern   = lazily(`^[A-Za-z][A-Za-z0-9 .&-]{1,19}$`)
	datePattern    = lazily(`([12][0-9]{3})年(?:([01]?[0-9])月(?:([0-3]?[0-9])日)?)?`)
)

// lazily returns a regular expression that is compiled when it is first used,
// since most programs read no citations and all would wait for it at their start.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// maxBehind is how many bytes behind a title are looked at.
const maxBehind = 600

// behind reads the brackets behind a title.
func (r *citationReader) behind(at int, c *Citation) {
	rest := r.doc.Text[at:min(len(r.doc.Text), at+maxBehind)]
	for range 3 {
		if m := commaAlias().FindString(rest); m != "" {
			r.alias(m, at, c)
			return
		}
		m := bracketPattern().FindStringSubmatchIndex(rest)
		if m == nil {
			return
		}
		inner := rest[m[2]:m[3]]
		known := r.alias(inner, at+m[2], c)
		if latinPattern().MatchString(inner) {
			r.define(Span{at + m[2], at + m[3]}, false, c)
			known = true
		}
		if i, n := r.numberIn(Span{at + m[2], at + m[3]}); n != "" {
			r.used = append(r.used, i)
			c.Number = firstOf(c.Number, n)
			known = true
		}
		if d := dateIn(inner); d != "" && c.Kind == CitesDocument {
			c.Date = firstOf(c.Date, d)
			known = true
		}
		if !known {
			return
		}
		at += m[1]
		rest = rest[m[1]:]
	}
}

// alias reads 以下简称……, and reports whether there is one.
func (r *citationReader) alias(s string, at int, c *Citation) bool {
	m := aliasPattern().FindStringSubmatchIndex(s)
	if m == nil {
		return false
	}
	r.define(Span{at + m[4], at + m[5]}, strings.Contains(s[m[2]:m[3]], "《"), c)
	return true
}

// define makes a name stand for a citation from where it is on.
func (r *citationReader) define(at Span, titled bool, c *Citation) {
	name := r.doc.Text[at.Start:at.End]
	key := Key(name)
	if key == "" {
		return
	}
	if len(c.Aliases) < maxAliases && !slices.Contains(c.Aliases, name) && key != Key(c.Title) {
		c.Aliases = append(c.Aliases, name)
	}
	r.used, r.named = append(r.used, at), at.Start
	r.aliases[key] = c
	if !titled && !citationWords["document"][name] {
		r.bare = append(r.bare, bareAlias{name, at.End, c})
	}
}

// maxAliases is how many names a citation may have, and how many may begin with
// the same character, so that the time stays linear.
const maxAliases = 64

// dateIn returns the first date in s.
func dateIn(s string) string {
	m := datePattern().FindStringSubmatch(strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return halfWidth(r)
	}, s))
	if m == nil {
		return ""
	}
	date := m[1]
	for _, part := range m[2:] {
		if part == "" {
			break
		}
		if len(part) == 1 {
			part = "0" + part
		}
		date += "-" + part
	}
	return date
}

// bareAliases adds the places of aliases that have no marks.
func (r *citationReader) bareAliases() {
	if len(r.bare) == 0 {
		return
	}
	first := make(map[rune][]bareAlias)
	for _, a := range r.bare {
		if c := firstRune(a.text); len(first[c]) < maxAliases {
			first[c] = append(first[c], a)
		}
	}
	text, tokens := r.doc.Text, r.doc.Tokens
	ends := func(i, end int) bool { // whether a token from the i-th on ends there
		for ; i < len(tokens) && tokens[i].End < end; i++ {
		}
		return i < len(tokens) && tokens[i].End == end
	}
	for i := 0; i < len(tokens); i++ {
		at := tokens[i].Start
		var best bareAlias
		for _, a := range first[firstRune(text[at:])] {
			if a.from <= at && len(a.text) > len(best.text) && strings.HasPrefix(text[at:], a.text) && ends(i, at+len(a.text)) {
				best = a
			}
		}
		if best.text == "" || inside(r.titles, at) >= 0 || inside(r.furniture, at) >= 0 || inside(r.used, at) >= 0 {
			continue
		}
		best.cite.Mentions = append(best.cite.Mentions, Span{at, at + len(best.text)})
		for i+1 < len(tokens) && tokens[i+1].Start < at+len(best.text) {
			i++
		}
	}
}

// issuerInTitle returns the body in front of 关于, "" where there is none.
func issuerInTitle(title string) string {
	issuer, _, ok := strings.Cut(title, "关于")
	if !ok || runeCount(issuer) > maxIssuer || !isBody(issuer) {
		return ""
	}
	return issuer
}

// maxIssuer is how many characters the names of bodies that issue a document
// together may have.
const maxIssuer = 40
