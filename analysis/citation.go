package analysis

import (
	"cmp"
	"slices"
	"strings"
)

// A Citation is a document or another writing that a text names, and where.
type Citation struct {
	Kind     CitationKind
	Title    string   // as first written, without its marks, space and line breaks; "" where the text has the number only
	Number   string   // 国发〔2016〕33号, 国务院令第494号; "" where the text has none
	Issuer   string   // who issued it, from the title or the words before it: 国务院办公厅; "" where the text does not say
	Date     string   // of issue, or else of the version named: 2016-05-19, 2016-05 or 2016; "" where the text does not say
	Aliases  []string // what the text says it calls it (以下简称……), in text order
	Mentions []Span   // in text order: the title with its marks, the number where it stands alone, or an alias
}

// A CitationKind says what is cited.
type CitationKind uint8

// The kinds of citations, told from the last characters of the title.
const (
	CitesDocument CitationKind = iota // an official document: a law, opinion, plan, report
	CitesShort                        // one by a title that is a genre only (《意见》), and that nothing in the text explains
	CitesForm                         // not a document, but a form: 《营业执照》
	CitesWork                         // a book, a newspaper, a film, or what else stands in 《》
)

var citationKindNames = [...]string{"document", "short", "form", "work"}

// String returns the kind's name in lower case.
func (k CitationKind) String() string { return citationKindNames[k] }

// Citations returns what the text cites, in the order of first mention, without
// page furniture. It reads
//
//   - titles in 《》, also over a line break; of nested ones the outermost;
//   - what stands in brackets behind a title: its number, date and alias
//     （国发〔2016〕33号，以下简称《意见》）, an abbreviation （RCEP）;
//   - who issued it and when, in the title or before it: 国务院关于……的意见,
//     2001年6月7日国务院发布的《…》;
//   - numbers of documents that stand alone, and of orders (国务院令第494号). A
//     number on a line of its own is the text's own, and so is an order that
//     is promulgated: 国务院令第494号公布.
//
// What has the same title or number is one citation. So is a title with and
// without 中华人民共和国, a title and its aliases from there on, and the last title that
// ends so before one that is a genre only: 《建议》 after 《……第十四个五年规划的建议》. An alias
// without 《》 counts where it begins and ends with words.
func Citations(doc *Document) []Citation {
	r := newCitationReader(doc)
	for _, t := range r.titles {
		r.title(t)
	}
	for _, n := range r.numbers() {
		r.number(n)
	}
	r.bareAliases()
	out := make([]Citation, 0, len(r.found))
	for _, c := range r.found {
		slices.SortFunc(c.Mentions, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
		out = append(out, *c)
	}
	slices.SortStableFunc(out, func(a, b Citation) int { return cmp.Compare(a.Mentions[0].Start, b.Mentions[0].Start) })
	return out
}

// Keys returns what two citations of the same document, in the same text or in
// different ones, have in common: the one of the title is first. Decisions to amend
// (国务院关于修改部分行政法规的决定) are told apart by their dates. A title that is a genre
// only has no key, nor has one of a body whose place is not said (省政府《关于……》):
// other texts call other documents so.
func (c Citation) Keys() (keys []string) {
	if c.Title != "" && c.Kind != CitesShort && !c.local() {
		keys = append(keys, c.titleKey())
	}
	if c.Number != "" {
		keys = append(keys, c.Number)
	}
	return keys
}

// local reports whether another text means another document by the title: one of
// 省政府 or 市委, which the title does not name.
func (c Citation) local() bool {
	if strings.HasPrefix(c.Title, c.Issuer) {
		return false
	}
	for body := range citationWords["local"] {
		if strings.HasPrefix(c.Issuer, body) {
			return !namesPlace(c.Title)
		}
	}
	return false
}

// namesPlace reports whether a title begins with a place: 浙江省国民经济……
func namesPlace(title string) bool {
	at := strings.IndexFunc(title, func(r rune) bool { return strings.ContainsRune("省市县区州", r) })
	return at >= len("浙江") && at <= len("新疆维吾尔自治")
}

func (c Citation) titleKey() string {
	for _, amends := range []string{"关于修改", "关于废止", "关于修订"} {
		if strings.Contains(c.Title, amends) && c.Date != "" {
			return TitleKey(c.Title) + " " + c.Date // there is another each year
		}
	}
	if c.Issuer != "" && strings.HasPrefix(c.Title, "关于") {
		return TitleKey(c.Issuer + c.Title)
	}
	return TitleKey(c.Title)
}

// TitleKey returns the form of a document's title that is the same however it is
// cited: the Key without 《》, without 中华人民共和国 in front, and without the brackets
// that say which version it is (（2018年修订）, （草案）, a date), but with （试行）.
func TitleKey(title string) string {
	key := Key(strings.NewReplacer("《", "", "》", "", "〈", "", "〉", "").Replace(title))
	for {
		at := strings.LastIndexByte(key, '(')
		if !strings.HasSuffix(key, ")") || at <= 0 || !isVersion(key[at+1:len(key)-1]) {
			break
		}
		key = key[:at]
	}
	if rest, ok := strings.CutPrefix(key, republic); ok && rest != "" {
		key = rest
	}
	return key
}

const republic = "中华人民共和国"

// isVersion reports whether what stands in brackets behind a title tells versions
// of a document apart rather than documents.
func isVersion(s string) bool {
	if s == "" || strings.Trim(s, "0123456789-.年月日") == "" {
		return true
	}
	for _, end := range []string{"修订", "修正", "修改", "草案", "稿", "修订本", "修正案"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// bareTitle returns a title without the brackets at its end.
func bareTitle(title string) string {
	for {
		t := strings.TrimRight(title, "）)")
		at := max(strings.LastIndex(title, "（"), strings.LastIndexByte(title, '('))
		if t == title || at <= 0 {
			return title
		}
		title = title[:at]
	}
}

// kindOfTitle tells the kind of what has a title.
func kindOfTitle(title string) CitationKind {
	bare := bareTitle(title)
	best, kind := 0, CitesWork
	for _, c := range []struct {
		class string
		kind  CitationKind
	}{{"document", CitesDocument}, {"form", CitesForm}, {"work", CitesWork}} {
		if n := citationWords[c.class].suffix(bare); n > best {
			best, kind = n, c.kind
		}
	}
	if kind == CitesDocument && isGenre(bare) {
		return CitesShort
	}
	if kind == CitesWork && endsWithYear(bare) {
		return CitesDocument // 中国制造2025
	}
	return kind
}

// isGenre reports whether a title has nothing but the names of genres: 建议, 纲要草案.
func isGenre(title string) bool {
	if citationWords["document"][title] {
		return true
	}
	n := citationWords["document"].suffix(title)
	return n > len("法") && n < len(title) && isGenre(title[:len(title)-n])
}

func endsWithYear(title string) bool {
	n := len(title) - len("2025")
	return n > 0 && (title[n:n+2] == "20" || title[n:n+2] == "19") && strings.Trim(title[n:], "0123456789") == "" && isHan(lastRune(title[:n]))
}
