package jieba

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Entry is a word of a lexicon: one that texts have and the dictionary
// lacks, or that is to have another tag.
//
// The word may have digits, letters and marks in it (互联网＋, 5G,
// “十三五”规划), but no white space, control or invisible characters, and
// neither ， nor 。, because cppjieba cuts at those before it looks for words.
// A word of ASCII letters or digits at its edge is found only where no more of
// them follow: AI in AI产业, not in AIIB.
type Entry struct {
	Word string // 1 to 100 characters
	Tag  string // part of speech, 1 to 16 ASCII letters ["nz"]

	// Freq is the least frequency, 0 to 60,000,000, of a dictionary whose
	// frequencies add up to 60,101,983 [0]. It is raised to the frequency
	// that the word has in the dictionary, and to the smallest one that keeps
	// the word whole against the dictionary and against shorter words of the
	// lexicon. More makes the word win where it competes with other words for
	// a character: with a high frequency 新发展理念 tears 创新发展理念 apart.
	Freq int
}

const (
	defaultTag   = "nz" // other proper noun
	maxWordRunes = 100
	maxTagBytes  = 16
	maxFreq      = 60_000_000 // more would be a probability over 1; C++ reads an int
	maxLineBytes = 64 << 10
)

// defaults are the useful words of gojieba's default user dictionary.
var defaults = []Entry{{Word: "云计算"}, {Word: "区块链"}}

// ReadLexicon reads a lexicon in UTF-8, one word a line, with a tag and a
// frequency, in either order, if there are any:
//
//	五中全会精神
//	互联网+ n
//	网络强省 nz 10
//	网络强国 10 nz
//
// Blanks and tabs separate the columns. Blank lines and lines whose first
// column is # are skipped, as are a byte order mark and identical repetitions.
// An error names the first line that Open would not take.
func ReadLexicon(r io.Reader) ([]Entry, error) {
	var entries []Entry
	lines := map[string]int{} // word to number of its line
	seen := map[string]Entry{}
	s := bufio.NewScanner(r)
	s.Buffer(nil, maxLineBytes)
	n := 1
	for ; s.Scan(); n++ {
		line := s.Bytes()
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\uFEFF"))
		}
		columns := strings.FieldsFunc(string(line), func(r rune) bool { return r == ' ' || r == '\t' })
		if len(columns) == 0 || columns[0] == "#" {
			continue
		}
		e, err := parseEntry(columns)
		if err == nil {
			err = e.check()
		}
		if err != nil {
			return nil, fmt.Errorf("jieba: lexicon line %d: %w", n, err)
		}
		if old, ok := seen[e.Word]; ok {
			if old != e {
				return nil, fmt.Errorf("jieba: lexicon line %d: %q has another tag or frequency in line %d", n, e.Word, lines[e.Word])
			}
			continue
		}
		seen[e.Word], lines[e.Word] = e, n
		entries = append(entries, e)
	}
	if errors.Is(s.Err(), bufio.ErrTooLong) {
		return nil, fmt.Errorf("jieba: lexicon line %d: longer than %d bytes", n, maxLineBytes)
	}
	if s.Err() != nil {
		return nil, fmt.Errorf("jieba: lexicon line %d: %w", n, s.Err())
	}
	return entries, nil
}

// parseEntry takes the columns of a line: a number is the frequency and
// anything else the tag.
func parseEntry(columns []string) (Entry, error) {
	if len(columns) > 3 {
		return Entry{}, fmt.Errorf("%d columns, of at most 3: word, tag and frequency", len(columns))
	}
	e := Entry{Word: columns[0]}
	hasTag, hasFreq := false, false
	for _, c := range columns[1:] {
		if strings.IndexByte("+-.0123456789", c[0]) < 0 {
			if hasTag {
				return e, fmt.Errorf("two tags, %q and %q", e.Tag, c)
			}
			e.Tag, hasTag = c, true
			continue
		}
		if hasFreq {
			return e, fmt.Errorf("two frequencies, %d and %q", e.Freq, c)
		}
		freq, err := strconv.Atoi(c)
		if err != nil {
			return e, fmt.Errorf("frequency %q is not a whole number from 0 to %d", c, maxFreq)
		}
		e.Freq, hasFreq = freq, true
	}
	if !hasTag {
		e.Tag = defaultTag
	}
	return e, nil
}

// check says why cppjieba could not use the entry, or would misuse it. A tag
// must have been filled in.
func (e Entry) check() error {
	switch {
	case e.Word == "":
		return errors.New("the word is empty")
	case !utf8.ValidString(e.Word):
		return fmt.Errorf("%q is not UTF-8", e.Word)
	case utf8.RuneCountInString(e.Word) > maxWordRunes:
		return fmt.Errorf("a word of %d characters, of at most %d", utf8.RuneCountInString(e.Word), maxWordRunes)
	case e.Freq < 0 || e.Freq > maxFreq:
		return fmt.Errorf("frequency %d is not a whole number from 0 to %d", e.Freq, maxFreq)
	case len(e.Tag) > maxTagBytes || strings.ContainsFunc(e.Tag, func(r rune) bool { return !isASCIILetter(r) }):
		return fmt.Errorf("tag %q is not 1 to %d ASCII letters", e.Tag, maxTagBytes)
	}
	for _, r := range e.Word {
		switch {
		case r == '，' || r == '。' || unicode.IsSpace(r):
			return fmt.Errorf("%q can never be found: cppjieba cuts at %q", e.Word, r)
		case r == utf8.RuneError:
			return fmt.Errorf("%q has U+FFFD in it, the trace of a broken encoding", e.Word)
		case unicode.Is(unicode.C, r):
			return fmt.Errorf("%q has the invisible character %U in it", e.Word, r)
		}
	}
	return nil
}

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// lexicon returns the entries, checked and with their tags, and the default
// entries that they do not name.
func lexicon(given []Entry) ([]Entry, error) {
	entries := make([]Entry, 0, len(given)+len(defaults))
	seen := map[string]int{} // word to index into given
	for i, e := range given {
		if e.Tag == "" {
			e.Tag = defaultTag
		}
		if err := e.check(); err != nil {
			return nil, fmt.Errorf("jieba: lexicon entry %d: %w", i, err)
		}
		if old, ok := seen[e.Word]; ok {
			if first := given[old]; e.Freq != first.Freq || e.Tag != first.Tag && (e.Tag != defaultTag || first.Tag != "") {
				return nil, fmt.Errorf("jieba: lexicon entry %d: %q has another tag or frequency in entry %d", i, e.Word, old)
			}
			continue
		}
		seen[e.Word] = i
		entries = append(entries, e)
	}
	for _, e := range defaults {
		if _, ok := seen[e.Word]; !ok {
			e.Tag = defaultTag
			entries = append(entries, e)
		}
	}
	return entries, nil
}
