package input

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A census counts the characters by which a text's script is told.
type census struct {
	traditional, simplified int // of one script only
	han, kana               int
	first                   int    // offset of the first traditional one, or -1
	shown                   []rune // the first distinct traditional ones, up to maxShown
}

// maxShown is how many characters a message shows.
const maxShown = 5

func (c *census) addTraditional(r rune, at int) {
	if c.first < 0 {
		c.first = at
	}
	c.traditional++
	if len(c.shown) < maxShown && !strings.ContainsRune(string(c.shown), r) {
		c.shown = append(c.shown, r)
	}
}

// isTraditional reports a text in which a third or more of the characters that
// belong to one script only are traditional. One alone beside simplified ones may
// be a name's.
func (c census) isTraditional() bool {
	if c.traditional == 1 {
		return c.simplified == 0
	}
	return c.traditional > 0 && c.traditional*2 >= c.simplified
}

// sample returns the characters that a message shows.
func (c census) sample() string { return strings.Join(strings.Split(string(c.shown), ""), " ") }

// isJapanese reports a text of which one character in ten is kana.
func (c census) isJapanese() bool { return c.kana*10 > c.kana+c.han }

// traditional converts or refuses a text in traditional characters.
func (o Options) traditional(name string, t *Text, c census) error {
	switch {
	case c.isJapanese():
		t.Notes = append(t.Notes, Note{Kept, -1, c.kana, fmt.Sprintf("The text looks Japanese, which analysis does not know: it has %d kana.", c.kana)})
		return nil
	case !c.isTraditional():
		if c.traditional > 1 { // one may be a name's
			t.Notes = append(t.Notes, Note{Kept, c.first, c.traditional, fmt.Sprintf("The text is in simplified characters, but %d of %d are traditional only (%s).", c.traditional, c.han, c.sample())})
		}
		return nil
	}
	what := fmt.Sprintf("%d of %d characters are traditional only (%s)", c.traditional, c.han, c.sample())
	switch o.Traditional {
	case RefuseTraditional:
		return &Error{name, -1, ErrTraditional, fmt.Sprintf("the text is in traditional characters: %s, the first at byte %d of the text; Options.Traditional = ConvertTraditional would make them simplified ones", what, c.first)}
	case KeepTraditional:
		t.Notes = append(t.Notes, Note{Kept, c.first, c.traditional, "The text is in traditional characters, which analysis cuts into wrong words: " + what + "."})
		return nil
	}
	n := 0
	t.Text, n = toSimplified(t.Text)
	t.Title, _ = toSimplified(t.Title)
	t.Source, _ = toSimplified(t.Source)
	t.Author, _ = toSimplified(t.Author)
	t.Notes = append(t.Notes, Note{Converted, c.first, n, fmt.Sprintf("Traditional characters were converted to simplified ones: %d places.", n)})
	return nil
}

// toSimplified converts a text: at each place the longest phrase of the table,
// else the character. It returns how many places differ.
func toSimplified(s string) (string, int) {
	t := scriptTables()
	var b strings.Builder
	b.Grow(len(s))
	count := 0
next:
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r < 0x2e80 {
			b.WriteString(s[i : i+n])
			i += n
			continue
		}
		if t.leads[r>>6]>>(r&63)&1 == 1 {
			for _, p := range t.phrases[r] {
				if strings.HasPrefix(s[i:], p.from) {
					if p.to != p.from {
						count++
					}
					b.WriteString(p.to)
					i += len(p.from)
					continue next
				}
			}
		}
		if to := t.simplified(r); to != 0 {
			count++
			b.WriteRune(to)
		} else {
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String(), count
}
