package lexicon

import (
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// small is a dictionary of a few words.
var small = Dictionary{
	Freq: func(word string) int {
		return map[string]int{"的": 318825, "经济": 21315, "社会": 12000, "发展": 25000, "理念": 900}[word]
	},
	Sum: 60_101_983, Least: 2, Longest: 2,
}

func TestRead(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		in   string
		want []Entry
	}{
		"nothing":                          {"", nil},
		"only a byte order mark":           {"\uFEFF", nil},
		"a word alone is tagged nz":        {"网络强省", []Entry{{"网络强省", "nz", 0}}},
		"word and tag":                     {"网络强省 n\n", []Entry{{"网络强省", "n", 0}}},
		"word and frequency":               {"网络强省 5\n", []Entry{{"网络强省", "nz", 5}}},
		"word, tag and frequency":          {"网络强省 n 5\n", []Entry{{"网络强省", "n", 5}}},
		"jieba's word, frequency and tag":  {"网络强省 5 n\n", []Entry{{"网络强省", "n", 5}}},
		"tabs and several blanks":          {" \t网络强省\t n   5\t\n", []Entry{{"网络强省", "n", 5}}},
		"CRLF and a byte order mark":       {"\uFEFF网络强省 n\r\n强省 5\r\n", []Entry{{"网络强省", "n", 0}, {"强省", "nz", 5}}},
		"blank lines and comments":         {"# 一\n\n \t\n#\n  # 二\n强省\n", []Entry{{"强省", "nz", 0}}},
		"a word that starts with #":        {"#5G", []Entry{{"#5G", "nz", 0}}},
		"an identical repetition":          {"强省 nz\n网信\n强省 0\n", []Entry{{"强省", "nz", 0}, {"网信", "nz", 0}}},
		"marks, digits, Latin, full width": {"“十三五”规划\n5G\nAT&T\n互联网＋\n卡尔·马克思 nr\n", []Entry{{"“十三五”规划", "nz", 0}, {"5G", "nz", 0}, {"AT&T", "nz", 0}, {"互联网＋", "nz", 0}, {"卡尔·马克思", "nr", 0}}},
		"the limits":                       {strings.Repeat("长", 100) + " abcdefghijklmnop 60000000", []Entry{{strings.Repeat("长", 100), "abcdefghijklmnop", 60_000_000}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := Read(iotest.OneByteReader(strings.NewReader(tt.in)))
			require.NoError(t, err)
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestReadRejects(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ in, want string }{
		"four columns":           {"强省 n 5 6", `lexicon: line 1: 4 columns, of at most 3: word, tag and frequency`},
		"two tags":               {"强省 n v", `lexicon: line 1: two tags, "n" and "v"`},
		"two frequencies":        {"强省 5 6", `lexicon: line 1: two frequencies, 5 and "6"`},
		"a negative frequency":   {"\n强省 -5", `lexicon: line 2: frequency -5 is not a whole number from 0 to 60000000`},
		"a broken frequency":     {"强省 1.5", `lexicon: line 1: frequency "1.5" is not a whole number from 0 to 60000000`},
		"frequency too large":    {"强省 60000001", `lexicon: line 1: frequency 60000001 is not a whole number from 0 to 60000000`},
		"frequency over 64 bits": {"强省 99999999999999999999", `lexicon: line 1: frequency "99999999999999999999" is not a whole number from 0 to 60000000`},
		"a tag with a digit":     {"# 注\n强省 n1", `lexicon: line 2: tag "n1" is not 1 to 16 ASCII letters`},
		"a tag in Chinese":       {"强省 名词", `lexicon: line 1: tag "名词" is not 1 to 16 ASCII letters`},
		"a tag too long":         {"强省 abcdefghijklmnopq", `lexicon: line 1: tag "abcdefghijklmnopq" is not 1 to 16 ASCII letters`},
		"a conflict":             {"强省 n\n网信\n强省 v", `lexicon: line 3: "强省" has another tag or frequency in line 1`},
		"GBK":                    {"网信\n\xcd\xf8\xc2\xe7 n", `lexicon: line 2: "\xcd\xf8\xc2\xe7" is not UTF-8`},
		"UTF-16":                 {"\xff\xfe\x3a\x5f\x01\x77", `lexicon: line 1: "\xff\xfe:_\x01w" is not UTF-8`},
		"NUL":                    {"强\x00省", `lexicon: line 1: "强\x00省" has the invisible character U+0000 in it`},
		"a zero-width space":     {"强\u200b省", `lexicon: line 1: "强\u200b省" has the invisible character U+200B in it`},
		"a replaced character":   {"强\uFFFD省", `lexicon: line 1: "强�省" has U+FFFD in it, the trace of a broken encoding`},
		"a comma":                {"网信，强省", `lexicon: line 1: "网信，强省" can never be found: texts are cut at '，'`},
		"a full stop":            {"强省。", `lexicon: line 1: "强省。" can never be found: texts are cut at '。'`},
		"an ideographic space":   {"强省\u3000n", `lexicon: line 1: "强省\u3000n" can never be found: texts are cut at '\u3000'`},
		"carriage returns alone": {"强省\r网信\r", `lexicon: line 1: "强省\r网信" can never be found: texts are cut at '\r'`},
		"a word too long":        {strings.Repeat("长", 101), `lexicon: line 1: a word of 101 characters, of at most 100`},
		"a line too long":        {"网信\n" + strings.Repeat("x", maxLineBytes+1), `lexicon: line 2: longer than 65536 bytes`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := Read(strings.NewReader(tt.in))
			assert.EqualError(t, err, tt.want)
		})
	}
	_, err := Read(io.MultiReader(strings.NewReader("网信\n"), iotest.ErrReader(io.ErrClosedPipe)))
	assert.ErrorIs(t, err, io.ErrClosedPipe)
	assert.ErrorContains(t, err, "lexicon: line 2: ")
}

// None of these may reach a segmenter: they end cppjieba's process or spoil all text.
func TestCompleteRejectsPoisonedWords(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		entries []Entry
		want    string
	}{
		"an empty word":               {[]Entry{{}}, `lexicon: entry 0: the word is empty`},
		"invalid UTF-8":               {[]Entry{{Word: "好"}, {Word: "\xff"}}, `lexicon: entry 1: "\xff" is not UTF-8`},
		"NUL":                         {[]Entry{{Word: "a\x00"}}, `lexicon: entry 0: "a\x00" has the invisible character U+0000 in it`},
		"a blank":                     {[]Entry{{Word: "强 省"}}, `lexicon: entry 0: "强 省" can never be found: texts are cut at ' '`},
		"a line break":                {[]Entry{{Word: "强\n省"}}, `lexicon: entry 0: "强\n省" can never be found: texts are cut at '\n'`},
		"a single one with -1":        {[]Entry{{Word: "省", Freq: -1}}, `lexicon: entry 0: frequency -1 is not a whole number from 0 to 60000000`},
		"a frequency over 31 bits":    {[]Entry{{Word: "省", Freq: math.MaxInt32 + 1}}, `lexicon: entry 0: frequency 2147483648 is not a whole number from 0 to 60000000`},
		"a tag with a blank":          {[]Entry{{Word: "省", Tag: "n 1"}}, `lexicon: entry 0: tag "n 1" is not 1 to 16 ASCII letters`},
		"a tag with a line break":     {[]Entry{{Word: "省", Tag: "n\n的"}}, `lexicon: entry 0: tag "n\n的" is not 1 to 16 ASCII letters`},
		"a conflict of tags":          {[]Entry{{Word: "省"}, {Word: "省", Tag: "n"}}, `lexicon: entry 1: "省" has another tag or frequency in entry 0`},
		"a conflict with a tag first": {[]Entry{{Word: "省", Tag: "n"}, {Word: "省"}}, `lexicon: entry 1: "省" has another tag or frequency in entry 0`},
		"a conflict of frequencies":   {[]Entry{{Word: "省", Freq: 3}, {Word: "省", Freq: 4}}, `lexicon: entry 1: "省" has another tag or frequency in entry 0`},
		"a word too long":             {[]Entry{{Word: strings.Repeat("长", 513)}}, `lexicon: entry 0: a word of 513 characters, of at most 100`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := Complete(tt.entries, small)
			assert.EqualError(t, err, tt.want)
			assert.Nil(t, got)
		})
	}
}

func TestFreqOfAnEntry(t *testing.T) {
	t.Parallel()
	whole, err := Complete([]Entry{
		{"五大发展理念", "nz", 0}, {"经济", "n", 0}, {"社会", "n", 60_000_000}, {"社会社会", "n", 0}, {"网络强省", "n", 77}, {"的的", "n", 0},
		{"云计算", "n", 5},
	}, small)
	require.NoError(t, err)
	got := map[string]int{}
	runes := 0
	for _, e := range whole {
		got[e.Word] = e.Freq
		assert.LessOrEqual(t, runes, utf8.RuneCountInString(e.Word), "shorter words go first")
		runes = utf8.RuneCountInString(e.Word)
	}
	assert.Equal(t, map[string]int{
		"五大发展理念": minFreq,
		"经济":     21315,
		"社会":     60_000_000,
		"社会社会":   59_898_191, // 60,000,000²/60,101,983, and a little
		"网络强省":   77,
		"的的":     1692, // 318825²/60,101,983, and a little
		"云计算":    5,
		"区块链":    minFreq, // by default
	}, got)
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"", "网络强省 n 5\r\n强省\n", "\uFEFF# x\n互联网＋\t5", "强省 n\n强省 v", "\xff", "a -1", "a\u3000b", "的的 60000000"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		entries, err := Read(strings.NewReader(in))
		if err != nil {
			assert.Empty(t, entries)
			assert.Regexp(t, `^lexicon: line [1-9][0-9]*: `, err.Error())
			return
		}
		whole, err := Complete(entries, small)
		require.NoError(t, err, "Complete must take what Read returns")
		for _, e := range whole {
			assert.True(t, minFreq <= e.Freq && e.Freq <= maxFreq, "%q has frequency %d", e.Word, e.Freq)
		}
		var out strings.Builder
		words := map[string]bool{}
		for _, e := range entries {
			assert.False(t, words[e.Word], "%q twice", e.Word)
			words[e.Word] = true
			assert.False(t, strings.ContainsAny(e.Word+e.Tag, " \t\r\n\x00，。"), "%q reaches a segmenter", e)
			fmt.Fprintln(&out, e.Word, e.Tag, e.Freq)
		}
		again, err := Read(strings.NewReader(out.String()))
		require.NoError(t, err)
		assert.Equal(t, entries, again)
	})
}
