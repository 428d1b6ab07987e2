package jieba

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// KeepWhole returns the entries with the frequencies that [Open] gives them: the
// least ones that keep each word whole against the dictionary and against the
// shorter words of the lexicon. Open needs no such call; other programs that
// read a lexicon for jieba take a frequency as it is. An entry that has no tag
// gets the default one, and one that is given twice comes once. KeepWhole
// takes a quarter of a second to read the dictionary, and fails as Open does.
func KeepWhole(entries []Entry) ([]Entry, error) {
	all, err := lexicon(entries)
	if err != nil {
		return nil, err
	}
	dictionary, err := decompress("jieba.dict.utf8", dictionaryGz)
	if err != nil {
		return nil, err
	}
	freqs := make(map[string]int, len(all))
	for _, e := range newDict(dictionary, len(all)).keepWhole(all) {
		freqs[e.Word] = e.Freq
	}
	var out []Entry
	given := make(map[string]bool, len(entries))
	for _, e := range entries {
		given[e.Word] = true
	}
	for _, e := range all {
		if given[e.Word] { // and not one of the defaults
			e.Freq = freqs[e.Word]
			out = append(out, e)
		}
	}
	return out, nil
}

// WriteLexicon writes a lexicon that [ReadLexicon] reads, and so do the original
// jieba and cppjieba: a line for each entry with its word, its frequency and its
// tag.
//
//	新发展理念 10 nz
//
// It fails as w fails, or if ReadLexicon would not take an entry.
func WriteLexicon(w io.Writer, entries []Entry) error {
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
			return fmt.Errorf("jieba: lexicon entry %d: %w", i, err)
		}
		b.Write(appendLine(nil, e.Word, e.Freq, e.Tag))
	}
	if err := b.Flush(); err != nil { // the first error of all that was written
		return fmt.Errorf("jieba: lexicon: %w", err)
	}
	return nil
}
