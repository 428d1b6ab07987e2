package lexicon

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// Write writes a lexicon that [Read] reads, and so do the original jieba and
// cppjieba: a line for each entry with its word, its frequency and its tag.
//
//	新发展理念 10 nz
//
// It fails as w fails, or if Read would not take an entry.
func Write(w io.Writer, entries []Entry) error {
	b := bufio.NewWriter(w)
	for i, e := range entries {
		if e.Tag == "" {
			e.Tag = defaultTag
		}
		err := e.check()
		if e.Word == "#" {
			err = errors.New("a line that begins with # is a comment")
		}
		if err != nil {
			return fmt.Errorf("lexicon: entry %d: %w", i, err)
		}
		fmt.Fprintf(b, "%s %d %s\n", e.Word, e.Freq, e.Tag)
	}
	if err := b.Flush(); err != nil { // the first error of all that was written
		return fmt.Errorf("lexicon: %w", err)
	}
	return nil
}
