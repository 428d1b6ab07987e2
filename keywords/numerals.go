package keywords

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// Numerals finds numeral slogans (五大发展理念, 三去一降一补, 1+5+N) and
// what they count. The zero value is ready for use, and any number of
// goroutines may use one.
//
// A slogan is a quotation of at most 14 characters that counts something, an
// entry of the glossary, a quoted one where it stands without quotation marks,
// an entry of a list of terms (［4］四张清单：…), or the name of the list directly
// before it (A、B、C三大历史任务). Plans (十四五), dates, sessions, places, idioms,
// and what is said of each (一县一策) are none. Page furniture is left out.
//
// Its members are exactly as many as its numerals say: their sum (三去一降一补: 5),
// or else the first (三管三必须: 3). They are taken from the text where a rule is
// strong: a definition behind the slogan (即, 是指, 包括, ：), a list before it,
// paragraphs that begin with its word; then from the glossary; then by weak
// evidence in the text. Of one kind of evidence the strongest counts, then the
// first. A slogan that nothing explains has no members.
//
// No paper describes this; the rules are those of the grammar and typography of
// official Chinese, and were checked on labelled policy documents.
type Numerals struct {
	Glossary *Glossary // known slogans; an empty one for none [BuiltinGlossary()]
}

// A NumeralKind says what a numeral slogan is.
type NumeralKind uint8

// The kinds of numeral slogans.
const (
	NumeralSlogan NumeralKind = iota // 四个全面
	NumeralSet                       // the name of the list before it: 三大历史任务
	NumeralCode                      // in digits: 1+5+N, 13579
)

var numeralKinds = [...]string{"slogan", "set", "code"}

// String returns the kind's name in lower case.
func (k NumeralKind) String() string { return numeralKinds[k] }

// A MemberSource says where the members of a slogan are from.
type MemberSource uint8

// The sources of members.
const (
	SourceNone     MemberSource = iota // there are none
	SourceText                         // the document
	SourceGlossary                     // the glossary
)

var memberSources = [...]string{"none", "text", "glossary"}

// String returns the source's name in lower case.
func (s MemberSource) String() string { return memberSources[s] }

// A Numeral is a numeral slogan of a document.
type Numeral struct {
	Text     string          // as first written, without quotation marks and blanks
	Kind     NumeralKind     // what it is
	Value    int             // how many members it counts; 0 for codes and where that is not said
	Mentions []analysis.Span // where it stands, quotation marks around it left out, in text order
	Members  []Member        // none, or Value of them
	Source   MemberSource    // where Members are from
	Rule     string          // the name of the rule that found them in the text, or ""
	Evidence analysis.Span   // the sentences they are in; zero unless Source is SourceText
}

// A Member is one of what a slogan counts.
type Member struct {
	Text string
	Span analysis.Span // where Text stands in the document; zero for one of the glossary
}

// maxMentions is how many mentions of a slogan are looked at for members.
const maxMentions = 40

// Find returns the numeral slogans of doc in the order of their first
// mentions, one for each wording. It fails only with ctx's error. Time and
// memory are linear in the text: a slogan's members are looked for around 40
// of its mentions, at most 9,000 characters far, and in one pass for all
// slogans.
func (n Numerals) Find(ctx context.Context, doc *analysis.Document) ([]Numeral, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	d := n.detect(doc)
	defer d.release()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return d.numerals(ctx)
}

// detect finds the slogans without their members.
func (n Numerals) detect(doc *analysis.Document) *detector {
	g := n.Glossary
	if g == nil {
		g = BuiltinGlossary()
	}
	d := &detector{reading: read(doc, g), glossary: g, byKey: make(map[string]*sighting)}
	d.detect()
	return d
}

// numerals finds the members of the slogans.
func (d *detector) numerals(ctx context.Context) ([]Numeral, error) {
	words := make(map[string]bool)
	for _, s := range d.found {
		if w := s.form.shared(); w != "" && utf8.RuneCountInString(w) <= 8 {
			words[w] = true
			if f := []rune(w); len(f) >= 3 && len(f) <= 5 { // 发力 of 三向发力
				words[string(f[1:])] = true
			}
		}
	}
	runs := d.sharedRuns(words)
	named := d.namedMembers()
	out := make([]Numeral, 0, len(d.found))
	for i, s := range d.found {
		if i%256 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		out = append(out, d.numeral(s, runs, named[s]))
	}
	return out, nil
}

// numeral makes the result for one slogan.
func (d *detector) numeral(s *sighting, runs map[string][]sharedList, named []item) Numeral {
	first := s.mentions[0]
	x := Numeral{Kind: s.kind, Text: strings.Map(dropMarks, d.text(first.start, first.end))}
	x.Mentions = slices.Grow(x.Mentions, len(s.mentions))
	for _, m := range s.mentions {
		x.Mentions = append(x.Mentions, d.span(m.start, m.end))
	}
	if s.kind == NumeralCode {
		return x
	}
	if len(s.form.counts) > 0 {
		x.Value = s.form.counts[0]
	}
	var known []string // of the glossary
	if s.glossary >= 0 {
		known = d.glossary.slogans[s.glossary].Members
	}
	l, ok := d.expand(s, runs)
	if named != nil && (!ok || l.strength < fromStatement) {
		l, ok = listing{members: named, rule: "members of the glossary", strength: fromStatement}, true
	}
	if ok && known != nil && (l.strength <= fromPair || len(l.members) == 2 && l.strength <= fromList) && !d.confirms(l, known, l.strength <= fromPair) {
		ok = false // 基层“三保” is not what stands before it
	}
	if ok && known != nil && l.strength <= fromList && !d.sharesWord(l.members, s.form, known) {
		ok = false // 全面、直接、双向“三通”
	}
	if ok && l.strength <= fromList && known != nil && len(known) == len(l.members) {
		d.narrow(l.members, known)
	}
	switch {
	case ok:
		x.Source, x.Rule, x.Value = SourceText, l.rule, len(l.members)
		x.Members = slices.Grow(x.Members, len(l.members))
		for _, m := range l.members {
			at := d.span(m.start, m.end)
			x.Members = append(x.Members, Member{Text: d.doc.Text[at.Start:at.End], Span: at})
		}
		x.Evidence = d.evidence(l.members)
	case known != nil:
		x.Source, x.Value = SourceGlossary, len(known)
		x.Members = slices.Grow(x.Members, len(known))
		for _, m := range known {
			x.Members = append(x.Members, Member{Text: m})
		}
	}
	return x
}

// sharesWord reports whether a member has the slogan's one character in it, as
// all of the glossary have: 通邮, 通商, 通航.
func (d *detector) sharesWord(members []item, f sloganForm, known []string) bool {
	word := f.shared()
	if utf8.RuneCountInString(word) != 1 {
		return true
	}
	for _, k := range known {
		if !strings.Contains(k, word) {
			return true
		}
	}
	return slices.ContainsFunc(members, func(m item) bool { return strings.Contains(d.text(m.start, m.end), word) })
}

// narrow leaves of each member in which one of the glossary stands no more than
// that: 农业 of 懂农业.
func (d *detector) narrow(members []item, known []string) {
	narrow := slices.Clone(members)
	for k, m := range members {
		for _, w := range known {
			n := utf8.RuneCountInString(w)
			for i := m.start; i+n <= m.end; i++ {
				if d.hasPrefix(i, m.end, w) && d.border(i) && d.border(i+n) {
					narrow[k] = item{i, i + n}
				}
			}
		}
	}
	if d.distinct(narrow) {
		copy(members, narrow)
	}
}

// confirms reports whether the list has a member as the glossary has it, or with
// more words; all asks it of each.
func (d *detector) confirms(l listing, known []string, all bool) bool {
	some := false
	for _, k := range known {
		found := slices.ContainsFunc(l.members, func(m item) bool { return strings.Contains(d.word(m.start, m.end), k) })
		if all && !found {
			return false
		}
		some = some || found
	}
	return some
}

// evidence returns the sentences that the members stand in.
func (d *detector) evidence(members []item) analysis.Span {
	low, high := members[0].start, members[0].end
	for _, m := range members {
		low, high = min(low, m.start), max(high, m.end)
	}
	for low > 0 && !strings.ContainsRune("。！？\n", d.r[low-1]) {
		low--
	}
	high = d.sentenceEnd(high, len(d.r))
	if high < len(d.r) && d.r[high] != '\n' {
		high++
	}
	return d.span(low, high)
}

// dropMarks leaves out quotation marks and white space.
func dropMarks(r rune) rune {
	switch plainRune(r) {
	case '“', '”', '"', ' ', '\u3000', '\u00a0', '\n', '\r', '\t':
		return -1
	}
	return r
}

// expand looks for the members of a slogan in the text: the strongest evidence,
// and of equal strength the first.
func (d *detector) expand(s *sighting, runs map[string][]sharedList) (listing, bool) {
	var best listing
	take := func(l listing, ok bool) {
		if ok && l.strength > best.strength && d.distinct(l.members) {
			best = l
		}
	}
	for _, m := range s.mentions[:min(len(s.mentions), maxMentions)] {
		take(d.right(m, s.form.counts, s.form.shared()))
		for _, n := range s.form.counts {
			if n > 1 {
				take(d.leftList(m.start, n))
			}
		}
	}
	take(d.shared(s, runs[s.form.shared()]))
	take(d.itself(s))
	take(d.template(s, runs))
	take(d.compound(s))
	return best, best.members != nil
}
