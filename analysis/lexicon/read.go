package lexicon

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Read reads a lexicon in UTF-8, one word a line, with a tag and a frequency,
// in either order, if there are any:
//
//	五中全会精神
//	互联网+ n
//	网络强省 nz 10
//	网络强国 10 nz
//
// Blanks and tabs separate the columns. Blank lines and lines whose first
// column is # are skipped, as are a byte order mark and identical repetitions.
// An error names the first line that no segmenter would take.
func Read(r io.Reader) ([]Entry, error) {
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
			return nil, fmt.Errorf("lexicon: line %d: %w", n, err)
		}
		if old, ok := seen[e.Word]; ok {
			if old != e {
				return nil, fmt.Errorf("lexicon: line %d: %q has another tag or frequency in line %d", n, e.Word, lines[e.Word])
			}
			continue
		}
		seen[e.Word], lines[e.Word] = e, n
		entries = append(entries, e)
	}
	if errors.Is(s.Err(), bufio.ErrTooLong) {
		return nil, fmt.Errorf("lexicon: line %d: longer than %d bytes", n, maxLineBytes)
	}
	if s.Err() != nil {
		return nil, fmt.Errorf("lexicon: line %d: %w", n, s.Err())
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
