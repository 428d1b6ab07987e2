package summarize

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// scanned are texts that the scanning functions are compared with the standard
// library on.
var scanned = []string{
	"", "一", "推进改革。", "网络强省", "网络强省……”", "“十五五”时期", "a b", "ab，cd\t", "第一，加强领导、狠抓落实；\u3000", "GDP增长6.5%！",
	"一二三四五六七八九十", "丁七丈三、é\u00a0", "㐀𠀀⑳Ⅳ½", "‘甲’「乙」『丙』\"丁\"", "……", "——", "。。。", "加网络强网络省", "网网络强省",
}

func TestRuneCount(t *testing.T) {
	t.Parallel()
	for _, s := range scanned {
		assert.Equal(t, utf8.RuneCountInString(s), runeCount(s), s)
	}
}

func TestIndex(t *testing.T) {
	t.Parallel()
	for _, s := range scanned {
		for _, word := range []string{"", "a", "ab", "一", "网络强省", "络强", "省", "”", "二是", "𠀀"} {
			assert.Equal(t, strings.Index(s, word), index(s, word), "%s in %s", word, s)
		}
	}
}

func TestTrimFinalMarks(t *testing.T) {
	t.Parallel()
	for _, s := range scanned {
		assert.Equal(t, strings.TrimRight(s, finalMarks), trimFinalMarks(s), s)
	}
}

func TestHasQuoteOrBlank(t *testing.T) {
	t.Parallel()
	for _, s := range scanned {
		assert.Equal(t, strings.ContainsAny(s, " \t\u00a0\u3000\"“”‘’「」『』"), hasQuoteOrBlank(s), s)
	}
}

func TestCoreAtLeast(t *testing.T) {
	t.Parallel()
	for _, s := range scanned {
		n := 0
		for _, r := range s {
			if unicode.IsLetter(r) || unicode.IsNumber(r) {
				n++
			}
		}
		assert.False(t, coreAtLeast(s, n+1), s)
		if n > 0 {
			assert.True(t, coreAtLeast(s, n), s)
		}
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range scanned {
		f.Add(s, "强省")
	}
	f.Fuzz(func(t *testing.T, s, word string) {
		if index(s, word) != strings.Index(s, word) {
			t.Fatalf("index(%q, %q)", s, word)
		}
		if got, want := trimFinalMarks(s), strings.TrimRight(s, finalMarks); utf8.ValidString(s) && got != want {
			t.Fatalf("trimFinalMarks(%q) = %q", s, got)
		}
		if utf8.ValidString(s) && runeCount(s) != utf8.RuneCountInString(s) {
			t.Fatalf("runeCount(%q) = %d", s, runeCount(s))
		}
		hasQuoteOrBlank(s)
		coreAtLeast(s, len(s))
	})
}
