//go:build cgo

package jieba

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/lexicon"
)

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
	slices.Reverse(entries)
	whole, err := lexicon.Complete(entries, newDict(mustDecompress(t), 0).forLexicon())
	require.NoError(t, err)
	for _, e := range whole {
		want, _, ok := s.dict.lookup(e.Word)
		require.True(t, ok, e.Word)
		assert.Equal(t, want, e.Freq, e.Word)
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

// What is in a lexicon has the tag that it says, masked or not.
func TestTagOfARareCharacter(t *testing.T) {
	t.Parallel()
	s, err := Open(Options{Lexicon: []Entry{{Word: "龘", Tag: "MINE"}}})
	require.NoError(t, err)
	defer s.Close()
	words, err := s.Segment(nil, "龘，龘")
	require.NoError(t, err)
	assert.Equal(t, []analysis.Word{{Text: "龘", Tag: "MINE"}, {Text: "，", Tag: "x"}, {Text: "龘", Tag: "MINE"}}, words)
}

func TestOpenNamesTheBadEntry(t *testing.T) {
	t.Parallel()
	s, err := Open(Options{Lexicon: []Entry{{Word: "好"}, {Word: "强 省"}}})
	assert.EqualError(t, err, `jieba: lexicon: entry 1: "强 省" can never be found: texts are cut at ' '`)
	assert.Nil(t, s)
	_, err = ReadLexicon(strings.NewReader("强省 n v"))
	assert.EqualError(t, err, `lexicon: line 1: two tags, "n" and "v"`)
}
