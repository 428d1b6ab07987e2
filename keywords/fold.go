package keywords

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// A Variant is another form of a keyword: a part of it, a longer form, or what
// the text says it is called in short.
type Variant struct {
	Text  string
	Count int // occurrences, those inside the keyword too
}

const (
	// A candidate inside a keyword that occurs at least so often as the
	// candidate, in times, is the same keyword: 五大发展 in 五大发展理念.
	foldInner = 0.7
	// One around a keyword that occurs less than so often is the keyword in one
	// of its contexts: 学习五中全会精神 around 五中全会精神.
	foldOuter = 0.05
)

// A folder decides which candidates are forms of one keyword. Candidates are
// offered from the best on.
type folder struct {
	aliases map[string]string // key of a short form to the key of the long one, and back
	shared  map[string]bool   // keys that several sessions end in: 五中全会 beside 十八届五中全会 and 十九届五中全会
	taken   []folded
	off     bool
}

type folded struct {
	key     string
	count   int
	session bool
	index   int // among the keywords, or -1 for a stop word: what is a form of it is none either
	bytes   uint64
}

// bytesOf returns a set of the bytes of a key, by the low six bits of each. What
// has one that another key lacks is no part of it.
func bytesOf(key string) (set uint64) {
	for i := range len(key) {
		set |= 1 << (key[i] & 63)
	}
	return set
}

// maxFolded is how many of the best keywords others can be forms of, so that
// the folding of n candidates takes time linear in n.
const maxFolded = 1000

// formOf returns the index of the keyword taken before that a candidate is a
// form of, -1 for one that is no keyword.
func (f *folder) formOf(key string, count int, session bool) (index int, ok bool) {
	if len(f.taken) == 0 {
		return 0, false
	}
	alias, aliased := f.aliases[key]
	shared := f.shared[key]
	bytes := bytesOf(key)
	for i := range f.taken {
		t := &f.taken[i]
		if bytes&^t.bytes != 0 && t.bytes&^bytes != 0 && !aliased {
			continue // neither is part of the other
		}
		if t.session && shared || session && f.shared[t.key] {
			continue // it may be the short name of either
		}
		switch {
		case aliased && alias == t.key,
			float64(t.count) >= foldInner*float64(count) && strings.Contains(t.key, key),
			float64(count) < foldOuter*float64(t.count) && strings.Contains(key, t.key),
			(t.session || session) && (strings.HasSuffix(t.key, key) || strings.HasSuffix(key, t.key)): // 五中全会, 十八届五中全会
			return t.index, true
		}
	}
	return 0, false
}

// take adds a keyword, or a stop word, that others may be forms of.
func (f *folder) take(t folded) {
	if !f.off && len(f.taken) < maxFolded {
		t.bytes = bytesOf(t.key)
		f.taken = append(f.taken, t)
	}
}

// sharedNames returns the keys that several sessions of the text end in, each of
// another name: nobody can tell which of them a short name means.
func sharedNames(doc *analysis.Document) map[string]bool {
	var shared map[string]bool
	endOf := make(map[string]string) // a key to the one session that ends in it
	seen := make(map[string]bool)
	for _, s := range doc.Sessions {
		key := analysis.Key(doc.Text[s.Start:s.End])
		if seen[key] {
			continue
		}
		seen[key] = true
		for at := range key {
			if at == 0 {
				continue
			}
			short := key[at:]
			if other, ok := endOf[short]; ok && other != key {
				if shared == nil {
					shared = make(map[string]bool)
				}
				shared[short] = true
			}
			endOf[short] = key
		}
	}
	return shared
}

// crossesAll reports whether each of the spans of a candidate begins or ends
// inside one that was taken: 建设网络 beside 网络强省. Only short texts have such
// candidates.
func crossesAll(spans, taken []analysis.Span) bool {
	for _, s := range spans {
		if !slices.ContainsFunc(taken, func(t analysis.Span) bool {
			return s.Start < t.Start && t.Start < s.End && s.End < t.End ||
				t.Start < s.Start && s.Start < t.End && t.End < s.End
		}) {
			return false
		}
	}
	return true
}

// aliases returns the short forms that the text gives to names in it, by the
// keys of both: 《云溪县数字乡村建设行动方案》（以下简称《行动方案》）. The long form
// is the title, the quotation or the words in front of the bracket, whichever
// stands there.
func aliases(doc *analysis.Document) map[string]string {
	out := make(map[string]string)
	for at := 0; ; {
		i := indexBy(doc.Text[at:], "简称", 4)
		if i < 0 {
			return out
		}
		at += i + len("简称")
		before, ok := longForm(doc.Text[:at-len("简称")])
		if !ok {
			continue
		}
		if short, ok := shortForm(doc.Text[at:]); ok && short != before {
			out[short], out[before] = before, short
		}
	}
}

// indexBy is strings.Index by the k-th byte of a word. The first one, by which
// strings.Index looks, most Han characters begin with.
func indexBy(s, word string, k int) int {
	for at := k; at < len(s); at++ {
		i := strings.IndexByte(s[at:], word[k])
		if i < 0 {
			return -1
		}
		if at += i; strings.HasPrefix(s[at-k:], word) {
			return at - k
		}
	}
	return -1
}

// maxAlias is the length in bytes of the longest form: 40 characters.
const maxAlias = 40 * 3

// shortForm returns the key of the name that a text begins with, up to the
// bracket that closes.
func shortForm(s string) (string, bool) {
	end := strings.IndexAny(s[:min(len(s), maxAlias)], "）)，,；;。\n")
	if end <= 0 {
		return "", false
	}
	key := analysis.Key(strings.Trim(s[:end], "：:《》 "))
	return key, key != ""
}

// longForm returns the key of the name in front of a bracket that the text ends
// with: …《数据安全法》（以下.
func longForm(s string) (string, bool) {
	s = s[max(0, len(s)-2*maxAlias):]
	open := max(strings.LastIndex(s, "（"), strings.LastIndex(s, "("))
	if open < 0 {
		return "", false
	}
	s = strings.TrimRight(s[:open], "》”\"' ")
	start := 0
	if i := strings.LastIndexAny(s, "《“\"，,。；;：:、（(\n"); i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		start = i + n
	}
	key := analysis.Key(s[start:])
	return key, key != "" && len(key) <= maxAlias
}
