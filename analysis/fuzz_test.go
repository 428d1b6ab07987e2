package analysis

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// FuzzSentences checks the ends of a line's sentences: ascending, at character
// borders, the last at the line's end, none inside a title, a bracket or a
// short quotation.
func FuzzSentences(f *testing.F) {
	for _, s := range []string{
		"", "一。二！三？", "他说：“好！”走了。", "《怎么办？》一书。", "（见附件。）二。", "路……很长。", "“一；二”三；四", "6.9%。1．一。", "\"一。\"二", "一&nbsp;二;三", "（一）“二。", "见http://a.cn/?b;c。",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if !utf8.ValidString(line) || strings.ContainsAny(line, "\n\r\f\u2028\u2029") {
			t.Skip("not a line")
		}
		marks := findMarks(nil, line)
		pairs := matchPairs(nil, marks)
		ends := sentenceEnds(nil, line, marks, pairs)
		if line == "" {
			require.Empty(t, ends)
			return
		}
		require.Equal(t, len(line), ends[len(ends)-1])
		last := 0
		for _, e := range ends {
			require.Greater(t, e, last)
			require.True(t, e == len(line) || utf8.RuneStart(line[e]), "the end %d is inside a character", e)
			last = e
		}
		for _, p := range outermost(pairs, line) {
			for _, e := range ends[:len(ends)-1] {
				require.False(t, e > p.open && e <= p.close, "the end %d is inside %q", e, line[p.open:p.close])
			}
		}
	})
}

// outermost returns the pairs that nothing may end inside, and that are in no
// other one.
func outermost(pairs []pair, line string) []pair {
	end := -1
	return slices.DeleteFunc(slices.Clone(pairs), func(p pair) bool {
		if p.open < end {
			return true
		}
		if isQuote(p.mark) && utf8.RuneCountInString(line[p.open:p.close]) >= shortQuote {
			return true
		}
		end = p.close
		return false
	})
}

// FuzzSections checks the headings of a text line by line: in order, apart, at
// character borders, each with the number that it starts with.
func FuzzSections(f *testing.F) {
	for _, s := range []string{
		"", "一、总体要求\n（一）指导思想\n1.改革\n（1）开放", "第一章总则第一条为了规范。第二条本办法。", "一、总体要求坚持改革。二、重点任务（一）抓落实。",
		"第一篇指导思想第一章基本要求", "## 第一章 总则", "（一）加强领导。各地要落实。", "第十条之一【目的】为了", "①一②二", "一、　二、",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("not UTF-8")
		}
		var o outline
		for _, l := range lines(nil, text) {
			line := text[l.Start:l.End]
			ends := endsOf(line)
			last := 0
			for _, h := range o.headings(nil, line, ends) {
				require.GreaterOrEqual(t, h.start, last)
				require.GreaterOrEqual(t, h.end, h.start)
				require.LessOrEqual(t, h.end, len(line))
				require.True(t, strings.HasPrefix(line[h.start:], h.number), "%q is not the number of %q", h.number, line[h.start:])
				require.True(t, utf8.ValidString(line[:h.end]) && utf8.ValidString(h.title))
				last = max(h.end, h.start)
			}
			cuts := cutAtHeadings(ends, o.headings(nil, line, ends), skipDecoration(line))
			require.True(t, slices.IsSorted(cuts))
			require.Equal(t, len(slices.Compact(slices.Clone(cuts))), len(cuts))
			require.Equal(t, len(line), cuts[len(cuts)-1])
		}
	})
}
