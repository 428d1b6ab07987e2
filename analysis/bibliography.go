package analysis

import (
	"cmp"
	"path"
	"slices"
)

// A Bibliography merges the citations of several documents: what has a title or a
// number in common is one document. The zero Bibliography is empty and ready to
// use, by one goroutine. It keeps no text but titles, numbers and names.
type Bibliography struct {
	docs    []string       // ids
	own     map[string]int // index of the document with a title or a number, or ambiguous
	entries []*CitedDocument
	byKey   map[string]int // index into entries
	alias   []int          // of each entry, the one that it was merged into, or itself
}

// ambiguous marks a title that several documents have.
const ambiguous = -2

// A CitedDocument is what documents of a Bibliography cite.
type CitedDocument struct {
	Citation           // without Mentions; the Title (one that names no version, if there is one), Issuer and Date of who first has one, the Aliases of all
	By       []CitedBy // in the order in which the documents were added
	Document int       // the document of the Bibliography that it is, or -1
}

// A CitedBy says which document cites, and where.
type CitedBy struct {
	Document int // counted from 0, in the order in which they were added
	Mentions []Span
}

// Add reads the citations of a document.
func (b *Bibliography) Add(doc *Document) {
	if b.byKey == nil {
		b.byKey, b.own = make(map[string]int), make(map[string]int)
	}
	n := len(b.docs)
	b.docs = append(b.docs, doc.ID)
	names := []string{TitleKey(doc.Title), TitleKey(path.Base(doc.ID)), ownNumber(doc)}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if _, twice := b.own[name]; twice {
			b.own[name] = ambiguous
		} else if name != "" {
			b.own[name] = n
		}
	}
	for _, c := range Citations(doc) {
		if c.Kind == CitesShort {
			continue // other documents mean others by it
		}
		e := b.entry(c)
		e.add(c, n)
	}
}

// ownNumber returns the number of a document that is its own, "" where it has none.
func ownNumber(doc *Document) string {
	if len(doc.Numbers) == 0 {
		return ""
	}
	n := doc.Numbers[0]
	r := citationReader{doc: doc}
	if n.Start > maxHead || !r.own(n) {
		return ""
	}
	return numberText(doc.Text[n.Start:n.End])
}

// maxHead is how far into a document, in bytes, its own number stands: below the
// title and the page's furniture.
const maxHead = 3000

// entry returns the entry of a citation, a new one where there is none. Entries
// that the citation shows to be one are merged.
func (b *Bibliography) entry(c Citation) *CitedDocument {
	i := -1
	for _, key := range c.Keys() {
		k, ok := b.byKey[key]
		if !ok {
			continue
		}
		k = b.root(k)
		if i < 0 || i == k {
			i = k
			continue
		}
		i = b.merge(min(i, k), max(i, k))
	}
	if i < 0 {
		i = len(b.entries)
		b.entries = append(b.entries, &CitedDocument{Citation: Citation{Kind: c.Kind}, Document: -1})
		b.alias = append(b.alias, i)
	}
	for _, key := range c.Keys() {
		b.byKey[key] = i
	}
	return b.entries[i]
}

func (b *Bibliography) root(i int) int {
	for b.alias[i] != i {
		i = b.alias[i]
	}
	return i
}

// merge puts the entry k into i.
func (b *Bibliography) merge(i, k int) int {
	x, y := b.entries[i], b.entries[k]
	for _, by := range y.By {
		c := y.Citation
		c.Mentions = by.Mentions
		x.add(c, by.Document)
	}
	b.alias[k] = i
	return i
}

// add takes in a citation by a document.
func (e *CitedDocument) add(c Citation, doc int) {
	if e.Title == "" || isVersioned(e.Title) && c.Title != "" && !isVersioned(c.Title) {
		e.Kind, e.Title = c.Kind, c.Title
	}
	e.Number = firstOf(e.Number, c.Number)
	e.Issuer = firstOf(e.Issuer, c.Issuer)
	e.Date = firstOf(e.Date, c.Date)
	for _, a := range c.Aliases {
		if !slices.Contains(e.Aliases, a) {
			e.Aliases = append(e.Aliases, a)
		}
	}
	for i := len(e.By) - 1; i >= 0 && e.By[i].Document >= doc; i-- {
		if e.By[i].Document == doc {
			e.By[i].Mentions = append(e.By[i].Mentions, c.Mentions...)
			slices.SortFunc(e.By[i].Mentions, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
			return
		}
	}
	at, _ := slices.BinarySearchFunc(e.By, doc, func(by CitedBy, doc int) int { return by.Document - doc })
	e.By = slices.Insert(e.By, at, CitedBy{doc, slices.Clone(c.Mentions)})
}

// isVersioned reports whether a title says which version it means: （草案）.
func isVersioned(title string) bool {
	bare := bareTitle(title)
	return bare != title && TitleKey(bare) == TitleKey(title)
}

// Documents returns the ids of the documents, in the order in which they were
// added.
func (b *Bibliography) Documents() []string { return slices.Clone(b.docs) }

// Cited returns what the documents cite: what most documents cite first, of
// equals what has most mentions, then the first by its title and number. Which of
// the documents it is, the Title of a document says, its ID, both as TitleKey has
// them, or the number that has a line to itself near the document's beginning,
// unless several documents have the same.
func (b *Bibliography) Cited() []CitedDocument {
	var out []CitedDocument
	mentions := make(map[int]int) // by index in entries
	var order []int
	for i, e := range b.entries {
		if b.alias[i] == i {
			order = append(order, i)
			for _, by := range e.By {
				mentions[i] += len(by.Mentions)
			}
		}
	}
	slices.SortFunc(order, func(i, k int) int {
		x, y := b.entries[i], b.entries[k]
		return cmp.Or(cmp.Compare(len(y.By), len(x.By)), cmp.Compare(mentions[k], mentions[i]),
			cmp.Compare(x.Title, y.Title), cmp.Compare(x.Number, y.Number), cmp.Compare(i, k))
	})
	for _, i := range order {
		e := *b.entries[i]
		for _, key := range append(e.Keys(), TitleKey(e.Title)) {
			if doc, ok := b.own[key]; ok && doc != ambiguous && e.Document < 0 {
				e.Document = doc
			}
		}
		out = append(out, e)
	}
	return out
}
