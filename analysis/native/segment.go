package native

import (
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/script"
)

// Segment appends the words of text to dst and returns the extended slice, or
// dst as it was with ErrNotOpen. It cuts as jieba's precise mode does, with its
// model for unknown words. Concatenated, the words are exactly text.
//
// Word.Tag is the tag of the lexicon or the dictionary, whatever the context;
// words in neither have "m" if they are digits, "eng" if they are other ASCII
// and else "x", as in cppjieba, which tags punctuation and single digits and
// letters "x" too.
//
// Time and memory grow linearly with the text, on one line too: there are no
// windows whose borders could change a word. Besides the result, Segment needs up
// to 7 bytes for each character between two marks of punctuation, in buffers that
// are kept where those are no more than 64 K characters apart.
func (s *Segmenter) Segment(dst []analysis.Word, text string) ([]analysis.Word, error) {
	if s.dict == nil {
		return dst, ErrNotOpen
	}
	c := cutters.Get().(*cutter)
	c.Segmenter, c.text = s, text
	if s.user != nil {
		c.tags = s.user.tags
	} else {
		c.tags = s.dict.Tags
	}
	dst = c.segment(dst)
	c.release()
	return dst, nil
}

// A cutter segments a text. Its buffers are used again.
type cutter struct {
	*Segmenter
	text   string
	tags   []string
	codes  []uint16      // of the characters of a run
	best   []step        // for each of them
	path   []uint8       // of the model
	wide   bool          // all characters of the run have three bytes
	torn   bool          // a word of the run begins inside of a Latin word or a number
	weight [ring]float64 // of the best segmentations behind the last characters

	words, mended []script.Word // of mend
	again, ahead  []analysis.Word
}

var cutters = sync.Pool{New: func() any { return new(cutter) }}

// keptRunes is the length of the runs whose buffers are used again.
const keptRunes = 64 << 10

func (c *cutter) release() {
	c.Segmenter, c.text, c.tags = nil, "", nil
	clear(c.again[:cap(c.again)]) // so that the text can be freed
	if cap(c.codes) > keptRunes {
		*c = cutter{}
	}
	cutters.Put(c)
}

// segment cuts the text into runs of characters with codes and what is between
// them.
func (c *cutter) segment(dst []analysis.Word) []analysis.Word {
	text, user := c.text, c.user
	c.codes, c.wide = c.codes[:0], true
	start := 0 // of the run
	kept := 0  // before it, a word of the lexicon gives codes to all characters
	for i := 0; i < len(text); {
		if user == nil {
			if i = c.scan(i); i == len(text) {
				break
			}
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		code := c.dict.Code(r)
		if user != nil {
			if span := c.span(text[i:], r); span > 0 {
				kept = max(kept, i+span)
			}
			if code == 0 && i < kept {
				code = user.codes[r]
			}
		}
		if code != 0 {
			c.codes = append(c.codes, code)
			c.wide = c.wide && n == 3
			i += n
			continue
		}
		dst = c.run(dst, start)
		n = c.unit(text[i:], r, n, user != nil)
		tag := c.tags[0]
		if user != nil && user.lacked.has(r) {
			tag = c.tag(text[i : i+n])
		}
		dst = append(dst, analysis.Word{Text: text[i : i+n], Tag: tag})
		i += n
		start = i
	}
	return c.run(dst, start)
}

// scan appends the codes of the text from byte at on to those of the run, as far
// as they are of most of all text: ASCII and characters of three bytes. It
// returns where another character, or one without a code, stands.
func (c *cutter) scan(at int) int {
	start := at
	text, table, codes := c.text, c.dict.Table()[:1<<16], c.codes
	for at < len(text) {
		b, n := text[at], 1
		r := rune(b)
		if b >= utf8.RuneSelf {
			if b <= 0xe0 || b > 0xef || at+2 >= len(text) { // E0 may begin what is not UTF-8
				break
			}
			second, third := rune(text[at+1])^0x80, rune(text[at+2])^0x80
			if second|third > 0x3f {
				break
			}
			r, n = rune(b&0x0f)<<12|second<<6|third, 3
		}
		code := table[r]
		if code == 0 {
			break
		}
		codes = append(codes, code)
		at += n
	}
	c.wide = c.wide && at-start == 3*(len(codes)-len(c.codes))
	c.codes = codes
	return at
}

// unit returns the length of the word that text starts with, whose first
// character r, of n bytes, has no code: as many such characters that join as
// follow each other, or that one. With spans, a word that span finds ends it.
func (s *Segmenter) unit(text string, r rune, n int, spans bool) int {
	if !script.Joins(r) {
		return n
	}
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if s.dict.Code(r) != 0 || !script.Joins(r) || spans && s.span(text[n:], r) > 0 {
			break
		}
		n += size
	}
	return n
}

// run appends the words of the run of characters with c.codes that starts at
// byte start, and begins the next one.
func (c *cutter) run(dst []analysis.Word, start int) []analysis.Word {
	if len(c.codes) == 0 {
		return dst
	}
	first := len(dst)
	c.torn = false
	dst = c.cut(dst, start, 0, len(c.codes))
	if c.torn {
		dst = c.mend(dst, first, start)
	}
	c.codes, c.wide = c.codes[:0], true
	return dst
}

// cut appends the words of the run's characters from low to high, which start at
// byte at. It sets c.torn where one begins inside of a Latin word or a number.
func (c *cutter) cut(dst []analysis.Word, at, low, high int) []analysis.Word {
	if len(c.best) < high {
		c.best = make([]step, cap(c.codes))
	}
	best := c.best[:high]
	c.lattice(best, low)
	for i := low; i < high; {
		first := best[i]
		end := i + first.runes()
		if first.isWord() || end == high || best[end].isWord() { // the model has nothing to join
			c.checkStart(at, c.codes[i])
			dst, at = c.append(dst, at, i, end, first.tag())
			i = end
			continue
		}
		for end < high && !best[end].isWord() {
			end++
		}
		dst, at = c.unknown(dst, at, i, end)
		i = end
	}
	return dst
}

// checkStart sets c.torn if a word that starts at byte at with the code starts
// inside of a Latin word or a number.
func (c *cutter) checkStart(at int, code uint16) {
	if code < utf8.RuneSelf && script.InsideLatin(c.text, at) {
		c.torn = true
	}
}

// append appends the word of the run's characters from low to high, which
// starts at byte at, and returns where it ends.
func (c *cutter) append(dst []analysis.Word, at, low, high int, tag uint32) ([]analysis.Word, int) {
	end := c.advance(at, high-low)
	return append(dst, analysis.Word{Text: c.text[at:end], Tag: c.tags[tag]}), end
}

// advance returns the offset n characters behind byte at.
func (c *cutter) advance(at, n int) int {
	if c.wide {
		return at + 3*n
	}
	for ; n > 0; n-- {
		switch b := c.text[at]; {
		case b >= 0xf0:
			at += 4
		case b >= 0xe0:
			at += 3
		case b >= utf8.RuneSelf:
			at += 2
		default:
			at++
		}
	}
	return at
}

// mend undoes cuts inside of Latin words and numbers in the words of a run, which
// are dst[first:] and start at byte start. Most words stay where they are: only
// those that such a cut parts, and those joined to them by Latin characters, are
// cut again.
func (c *cutter) mend(dst []analysis.Word, first, start int) []analysis.Word {
	index, offset := 0, start // of where the last cut began, in characters and bytes
	again := func(words []script.Word, low, high int) []script.Word {
		from := index + utf8.RuneCountInString(c.text[offset:low])
		to := from + utf8.RuneCountInString(c.text[low:high])
		index, offset = from, low
		c.again = c.cut(c.again[:0], low, from, to)
		for _, w := range c.again {
			words = append(words, script.Word{Start: low, End: low + len(w.Text)})
			low += len(w.Text)
		}
		return words
	}
	at, free := start, first
	ahead := c.ahead[:0] // words for which there is no room yet
	for i := first; i < len(dst); {
		c.words = append(c.words[:0], script.Word{Start: at, End: at + len(dst[i].Text)})
		at = c.words[0].End
		torn, end := false, i+1
		for ; end < len(dst) && script.BetweenLatin(c.text, at); end++ {
			torn = torn || script.InsideLatin(c.text, at)
			c.words = append(c.words, script.Word{Start: at, End: at + len(dst[end].Text)})
			at += len(dst[end].Text)
		}
		if torn {
			c.mended = script.Mend(c.mended[:0], c.words, c.text, again)
			for _, w := range c.mended {
				text := c.text[w.Start:w.End]
				ahead = append(ahead, analysis.Word{Text: text, Tag: c.tag(text)})
			}
		} else if len(ahead) > 0 || free < i {
			ahead = append(ahead, dst[i:end]...)
		} else {
			free = end
		}
		n := copy(dst[free:end], ahead)
		ahead = slices.Delete(ahead, 0, n)
		free += n
		i = end
	}
	dst = append(dst[:free], ahead...)
	clear(ahead) // so that the text can be freed
	c.ahead = ahead[:0]
	return dst
}
