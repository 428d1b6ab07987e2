package jieba

import (
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tifa-go/tifa/analysis"
)

func TestReadLexicon(t *testing.T) {
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
			got, err := ReadLexicon(iotest.OneByteReader(strings.NewReader(tt.in)))
			require.NoError(t, err)
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestReadLexiconRejects(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ in, want string }{
		"four columns":           {"强省 n 5 6", `jieba: lexicon line 1: 4 columns, of at most 3: word, tag and frequency`},
		"two tags":               {"强省 n v", `jieba: lexicon line 1: two tags, "n" and "v"`},
		"two frequencies":        {"强省 5 6", `jieba: lexicon line 1: two frequencies, 5 and "6"`},
		"a negative frequency":   {"\n强省 -5", `jieba: lexicon line 2: frequency -5 is not a whole number from 0 to 60000000`},
		"a broken frequency":     {"强省 1.5", `jieba: lexicon line 1: frequency "1.5" is not a whole number from 0 to 60000000`},
		"frequency too large":    {"强省 60000001", `jieba: lexicon line 1: frequency 60000001 is not a whole number from 0 to 60000000`},
		"frequency over 64 bits": {"强省 99999999999999999999", `jieba: lexicon line 1: frequency "99999999999999999999" is not a whole number from 0 to 60000000`},
		"a tag with a digit":     {"# 注\n强省 n1", `jieba: lexicon line 2: tag "n1" is not 1 to 16 ASCII letters`},
		"a tag in Chinese":       {"强省 名词", `jieba: lexicon line 1: tag "名词" is not 1 to 16 ASCII letters`},
		"a tag too long":         {"强省 abcdefghijklmnopq", `jieba: lexicon line 1: tag "abcdefghijklmnopq" is not 1 to 16 ASCII letters`},
		"a conflict":             {"强省 n\n网信\n强省 v", `jieba: lexicon line 3: "强省" has another tag or frequency in line 1`},
		"GBK":                    {"网信\n\xcd\xf8\xc2\xe7 n", `jieba: lexicon line 2: "\xcd\xf8\xc2\xe7" is not UTF-8`},
		"UTF-16":                 {"\xff\xfe\x3a\x5f\x01\x77", `jieba: lexicon line 1: "\xff\xfe:_\x01w" is not UTF-8`},
		"NUL":                    {"强\x00省", `jieba: lexicon line 1: "强\x00省" has the invisible character U+0000 in it`},
		"a zero-width space":     {"强\u200b省", `jieba: lexicon line 1: "强\u200b省" has the invisible character U+200B in it`},
		"a replaced character":   {"强\uFFFD省", `jieba: lexicon line 1: "强�省" has U+FFFD in it, the trace of a broken encoding`},
		"a comma":                {"网信，强省", `jieba: lexicon line 1: "网信，强省" can never be found: cppjieba cuts at '，'`},
		"a full stop":            {"强省。", `jieba: lexicon line 1: "强省。" can never be found: cppjieba cuts at '。'`},
		"an ideographic space":   {"强省\u3000n", `jieba: lexicon line 1: "强省\u3000n" can never be found: cppjieba cuts at '\u3000'`},
		"carriage returns alone": {"强省\r网信\r", `jieba: lexicon line 1: "强省\r网信" can never be found: cppjieba cuts at '\r'`},
		"a word too long":        {strings.Repeat("长", 101), `jieba: lexicon line 1: a word of 101 characters, of at most 100`},
		"a line too long":        {"网信\n" + strings.Repeat("x", maxLineBytes+1), `jieba: lexicon line 2: longer than 65536 bytes`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := ReadLexicon(strings.NewReader(tt.in))
			assert.EqualError(t, err, tt.want)
		})
	}
	_, err := ReadLexicon(io.MultiReader(strings.NewReader("网信\n"), iotest.ErrReader(io.ErrClosedPipe)))
	assert.ErrorIs(t, err, io.ErrClosedPipe)
	assert.ErrorContains(t, err, "jieba: lexicon line 2: ")
}

// None of these may reach C++, where they end the process or spoil all text.
func TestOpenRejectsPoisonedWords(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		entries []Entry
		want    string
	}{
		"an empty word":                {[]Entry{{}}, `jieba: lexicon entry 0: the word is empty`},
		"invalid UTF-8":                {[]Entry{{Word: "好"}, {Word: "\xff"}}, `jieba: lexicon entry 1: "\xff" is not UTF-8`},
		"NUL":                          {[]Entry{{Word: "a\x00"}}, `jieba: lexicon entry 0: "a\x00" has the invisible character U+0000 in it`},
		"a blank":                      {[]Entry{{Word: "强 省"}}, `jieba: lexicon entry 0: "强 省" can never be found: cppjieba cuts at ' '`},
		"a line break":                 {[]Entry{{Word: "强\n省"}}, `jieba: lexicon entry 0: "强\n省" can never be found: cppjieba cuts at '\n'`},
		"a single one with -1":         {[]Entry{{Word: "省", Freq: -1}}, `jieba: lexicon entry 0: frequency -1 is not a whole number from 0 to 60000000`},
		"a frequency that C++ wraps":   {[]Entry{{Word: "省", Freq: math.MaxInt32 + 1}}, `jieba: lexicon entry 0: frequency 2147483648 is not a whole number from 0 to 60000000`},
		"a tag with a blank":           {[]Entry{{Word: "省", Tag: "n 1"}}, `jieba: lexicon entry 0: tag "n 1" is not 1 to 16 ASCII letters`},
		"a tag with a line break":      {[]Entry{{Word: "省", Tag: "n\n的"}}, `jieba: lexicon entry 0: tag "n\n的" is not 1 to 16 ASCII letters`},
		"a conflict of tags":           {[]Entry{{Word: "省"}, {Word: "省", Tag: "n"}}, `jieba: lexicon entry 1: "省" has another tag or frequency in entry 0`},
		"a conflict with a tag first":  {[]Entry{{Word: "省", Tag: "n"}, {Word: "省"}}, `jieba: lexicon entry 1: "省" has another tag or frequency in entry 0`},
		"a conflict of frequencies":    {[]Entry{{Word: "省", Freq: 3}, {Word: "省", Freq: 4}}, `jieba: lexicon entry 1: "省" has another tag or frequency in entry 0`},
		"a word longer than C++ finds": {[]Entry{{Word: strings.Repeat("长", 513)}}, `jieba: lexicon entry 0: a word of 513 characters, of at most 100`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, err := Open(Options{Lexicon: tt.entries})
			assert.EqualError(t, err, tt.want)
			assert.Nil(t, s)
		})
	}
}

// phrases are words that the dictionary lacks or that it has and cuts, each
// with a sentence around it.
var phrases = []struct{ word, sentence string }{
	{"五中全会", "在五中全会上"},
	{"十八届五中全会", "党的十八届五中全会提出"},
	{"十八届五中全会精神", "深入学习贯彻十八届五中全会精神，推动"},
	{"新发展理念", "贯彻新发展理念"},
	{"五大发展理念", "牢固树立五大发展理念，"},
	{"网络强省", "加快建设网络强省和数字经济强省"},
	{"网信办", "省委网信办主任"},
	{"网信", "做好网信工作"},
	{"互联网+", "实施互联网+行动"},
	{"互联网＋", "实施“互联网＋”行动"},
	{"“互联网＋政务服务”", "推进“互联网＋政务服务”工作"},
	{"“十三五”规划", "编制好“十三五”规划纲要"},
	{"十三五", "在十三五期间"},
	{"卡尔·马克思", "纪念卡尔·马克思诞辰"},
	{"《中华人民共和国网络安全法》", "根据《中华人民共和国网络安全法》，制定"},
	{"5G", "加快5G、北斗建设"},
	{"5G+工业互联网", "推进5G+工业互联网融合"},
	{"PM2.5", "空气中PM2.5浓度下降"},
	{"IPv6", "推动IPv6规模部署"},
	{"ＧＤＰ", "全省ＧＤＰ增长"},
	{"1+3+N", "构建1+3+N体系"},
	{"三去一降一补", "落实三去一降一补任务"},
	{"碳达峰碳中和", "有序推进碳达峰碳中和工作"},
	{"一带一路", "共建一带一路倡议"},
	{"供给侧结构性改革", "深化供给侧结构性改革，"},
	{"放管服", "深化放管服改革"},
	{"最多跑一次", "推行“最多跑一次”改革"},
	{"的", "人民的利益"},
	{"龘", "名为龘者"},
	{"经济社会", "经济社会发展"},
	{"中国", "发展中国家和中国"},
	{"℃", "升温2℃以内"},
	{"𠀀𠀁", "有𠀀𠀁二字"},
	{strings.Repeat("长治久安", 25), "谋" + strings.Repeat("长治久安", 25) + "策"},
}

func TestLexiconWordsComeOutWhole(t *testing.T) {
	t.Parallel()
	var entries []Entry
	for _, p := range phrases {
		entries = append(entries, Entry{Word: p.word, Tag: "user"})
	}
	s, err := Open(Options{Lexicon: entries})
	require.NoError(t, err)
	defer s.Close()
	for _, p := range phrases {
		want := analysis.Word{Text: p.word, Tag: "user"}
		for _, text := range []string{p.word, p.sentence, p.sentence + p.sentence, "「" + p.word + "」"} {
			cut(t, s, text)
			words, err := s.Segment(nil, text)
			require.NoError(t, err)
			assert.Contains(t, words, want, "in %s", text)
		}
		words, err := s.Segment(nil, p.word)
		require.NoError(t, err)
		assert.Equal(t, []analysis.Word{want}, words)
	}
	// In reverse order, the longer words before those in them, it is the same.
	d := newDict(mustDecompress(t), len(phrases))
	var reversed []Entry
	for _, e := range entries {
		reversed = append([]Entry{e}, reversed...)
	}
	d.addLexicon(reversed)
	for _, e := range entries {
		got, _, ok := d.lookup(e.Word)
		require.True(t, ok, e.Word)
		want, _, _ := s.dict.lookup(e.Word)
		assert.Equal(t, want, got, e.Word)
	}
}

func mustDecompress(t *testing.T) string {
	t.Helper()
	text, err := decompress("jieba.dict.utf8", dictionaryGz)
	require.NoError(t, err)
	return text
}

func TestLexiconWordsOfRealTextComeOutWhole(t *testing.T) {
	t.Parallel()
	texts := dataTexts(t)
	// Every run of 4 to 12 characters between two marks, as far as they go.
	words := map[string]bool{}
	var entries []Entry
	base := openPlain(t)
	for _, text := range texts {
		for _, run := range strings.FieldsFunc(text, func(r rune) bool { return !contains(base.mask.keep, r) || r <= ' ' }) {
			if n := len([]rune(run)); n >= 4 && n <= 12 && !words[run] {
				words[run] = true
				entries = append(entries, Entry{Word: run})
			}
		}
	}
	require.Greater(t, len(entries), 1000)
	s, err := Open(Options{Lexicon: entries})
	require.NoError(t, err)
	defer s.Close()
	for w := range words {
		require.Equal(t, []string{w}, cut(t, s, w))
	}
}

func TestLexiconDoesNotTearNeighbours(t *testing.T) {
	t.Parallel()
	s := openWith(t, "新发展理念", "五中", "网信", "国务", "业发", "和国", "大会精神", "AI", "5G", "14亿", "M2", "中国A", "a")
	for text, want := range map[string]string{
		"创新发展理念":         "创新|发展|理念",
		"坚持新发展理念":        "坚持|新发展理念",
		"五中全会":           "五中全会",
		"国务院":            "国务院",
		"企业发展":           "企业|发展",
		"中华人民共和国":        "中华人民共和国",
		"党的代表大会精神":       "党|的|代表大会|精神",
		"AI产业和AIIB、MAIL": "AI|产业|和|AIIB|、|MAIL",
		"5G和15G、3.5G":    "5G|和|15|G|、|3.5|G",
		"14亿和3.14亿、214亿": "14亿|和|3.14|亿|、|214|亿",
		"M2和PM2.5、M2.5":  "M2|和|PM2|.|5|、|M2|.|5",
		"中国A股和中国AIDS":    "中国A|股|和|中国|AIDS",
		"a和data":         "a|和|data",
	} {
		assert.Equal(t, want, strings.Join(cut(t, s, text), "|"))
	}
}

// However frequent the words are that a word is made of.
func TestLongestLexiconWordWins(t *testing.T) {
	t.Parallel()
	s, err := Open(Options{Lexicon: []Entry{
		{Word: "学习全会精神"}, {Word: "全会精神"}, {Word: "全会", Freq: 5_000_000}, {Word: "精神", Freq: 5_000_000}, {Word: "学习", Freq: 5_000_000},
	}})
	require.NoError(t, err)
	defer s.Close()
	for text, want := range map[string]string{
		"学习全会精神":  "学习全会精神",
		"全会精神":    "全会精神",
		"深入学习全会":  "深入|学习|全会",
		"贯彻全会精神的": "贯彻|全会精神|的",
	} {
		assert.Equal(t, want, strings.Join(cut(t, s, text), "|"))
	}
}

func TestEntryOverridesTheDictionary(t *testing.T) {
	t.Parallel()
	s, err := Open(Options{Lexicon: []Entry{{Word: "经济", Tag: "MINE"}, {Word: "云计算", Tag: "n"}, {Word: "、", Tag: "w"}, {Word: "经济", Tag: "MINE"}}})
	require.NoError(t, err)
	defer s.Close()
	words, err := s.Segment(nil, "经济、云计算")
	require.NoError(t, err)
	assert.Equal(t, []analysis.Word{{Text: "经济", Tag: "MINE"}, {Text: "、", Tag: "w"}, {Text: "云计算", Tag: "n"}}, words)
}

func TestFreqOfAnEntry(t *testing.T) {
	t.Parallel()
	d := newDict(mustDecompress(t), 8)
	dictionary, _, ok := d.lookup("经济")
	require.True(t, ok)
	lines := d.addLexicon([]Entry{
		{"五大发展理念", "nz", 0}, {"经济", "n", 0}, {"社会", "n", 60_000_000}, {"社会社会", "n", 0}, {"网络强省", "n", 77}, {"的的", "n", 0},
	})
	for word, want := range map[string]int{
		"五大发展理念": minFreq,
		"经济":     dictionary,
		"社会":     60_000_000,
		"社会社会":   59_898_191, // 60,000,000²/60,101,983, and a little
		"网络强省":   77,
		"的的":     1692, // 318825²/60,101,983, and a little
	} {
		got, _, ok := d.lookup(word)
		assert.True(t, ok, word)
		assert.Equal(t, want, got, word)
		assert.Contains(t, lines, fmt.Sprintf("%s %d ", word, want))
	}
}

func FuzzReadLexicon(f *testing.F) {
	for _, seed := range []string{"", "网络强省 n 5\r\n强省\n", "\uFEFF# x\n互联网＋\t5", "强省 n\n强省 v", "\xff", "a -1", "a\u3000b", "的的 60000000"} {
		f.Add(seed)
	}
	text, err := decompress("jieba.dict.utf8", dictionaryGz)
	require.NoError(f, err)
	base := newDict(text, 0)
	f.Fuzz(func(t *testing.T, in string) {
		entries, err := ReadLexicon(strings.NewReader(in))
		if err != nil {
			assert.Empty(t, entries)
			assert.Regexp(t, `^jieba: lexicon line [1-9][0-9]*: `, err.Error())
			return
		}
		_, err = lexicon(entries)
		require.NoError(t, err, "Open must take what ReadLexicon returns")
		var out strings.Builder
		words := map[string]bool{}
		for _, e := range entries {
			assert.False(t, words[e.Word], "%q twice", e.Word)
			words[e.Word] = true
			assert.False(t, strings.ContainsAny(e.Word+e.Tag, " \t\r\n\x00，。"), "%q reaches C++", e)
			freq := base.wholeFreq(e.Word, nil, maxWordRunes)
			assert.True(t, 0 < freq && freq <= maxFreq, "%q has frequency %d", e.Word, freq)
			fmt.Fprintln(&out, e.Word, e.Tag, e.Freq)
		}
		again, err := ReadLexicon(strings.NewReader(out.String()))
		require.NoError(t, err)
		assert.Equal(t, entries, again)
	})
}
