package keywords

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// WriteTSV writes the table as UTF-8 text with tabs between its columns and a
// line for each row, below a line of names: phrase, tag, score with six
// decimals, count, all, documents, and then for each group its count, all and
// documents. Kept and Left are not in it. In texts, tags and names of groups, tabs and other control characters
// are written as spaces. Equal tables give equal bytes. WriteTSV fails only as w
// fails.
func (t *PhraseTable) WriteTSV(w io.Writer) error {
	b := bufio.NewWriter(w)
	b.WriteString("phrase\ttag\tscore\tcount\tall\tdocuments")
	for _, g := range t.Groups {
		name := printable(g.Group)
		fmt.Fprintf(b, "\t%s count\t%s all\t%s documents", name, name, name)
	}
	b.WriteByte('\n')
	var line []byte
	for _, r := range t.Rows {
		line = append(line[:0], printable(r.Text)+"\t"+printable(r.Tag)+"\t"...)
		line = strconv.AppendFloat(line, r.Score, 'f', 6, 64)
		line = appendCounts(line, r.Count, r.All, r.Documents)
		groups := r.Groups
		for _, g := range t.Groups {
			if len(groups) > 0 && groups[0].Group == g.Group {
				line = appendCounts(line, groups[0].Count, groups[0].All, groups[0].Documents)
				groups = groups[1:]
			} else {
				line = appendCounts(line, 0, 0, 0)
			}
		}
		b.Write(append(line, '\n'))
	}
	if err := b.Flush(); err != nil { // the first error of all that was written
		return fmt.Errorf("keywords: phrase table: %w", err)
	}
	return nil
}

func appendCounts(line []byte, counts ...int) []byte {
	for _, n := range counts {
		line = strconv.AppendInt(append(line, '\t'), int64(n), 10)
	}
	return line
}

func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
}

// WriteLexicon writes the phrases of rows as a lexicon for a segmenter that is
// to keep them whole, one line each, in the rows' order: the text and the tag.
//
//	新发展理念 n
//
// lexicon.Read reads it. There is no frequency in it, because the one that
// keeps a word whole depends on the segmenter's dictionary and on the other
// words of the lexicon: the segmenters compute it, and native.KeepWhole tells it.
//
// A phrase with a character that no lexicon can have (invisible ones, or ones
// that are not UTF-8) is an error that names it. Else WriteLexicon fails only as
// w fails.
func WriteLexicon(w io.Writer, rows []PhraseRow) error {
	b := bufio.NewWriter(w)
	for i, r := range rows {
		if r.Text == "" {
			return fmt.Errorf("keywords: lexicon: row %d has no text", i)
		}
		if bad := strings.IndexFunc(r.Text, notInLexicon); bad >= 0 {
			return fmt.Errorf("keywords: lexicon: row %d, %q, has a character at byte %d that a lexicon cannot have", i, r.Text, bad)
		}
		fmt.Fprintf(b, "%s %s\n", r.Text, r.Tag)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("keywords: lexicon: %w", err)
	}
	return nil
}

func notInLexicon(r rune) bool {
	return r == '，' || r == '。' || r == utf8.RuneError || unicode.IsSpace(r) || unicode.Is(unicode.C, r)
}
