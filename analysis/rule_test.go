package analysis

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// runeSegmenter makes every character a word, which is the worst that a
// segmenter can do to the rules.
type runeSegmenter struct{}

func (runeSegmenter) Segment(dst []Word, text string) ([]Word, error) {
	for i, r := range text {
		w := Word{Text: text[i : i+len(string(r))], Tag: "n"}
		if strings.ContainsRune("按据", r) {
			w.Tag = "p"
		}
		dst = append(dst, w)
	}
	return dst, nil
}

func analyze(t testing.TB, text string) *Document {
	t.Helper()
	a := Analyzer{Segmenter: runeSegmenter{}}
	d, err := a.Analyze(t.Context(), Source{ID: "test", Text: text})
	require.NoError(t, err)
	return d
}

var ruleCases = []struct {
	rule string
	text string
	want string // the one token in the text that has more than one character
	kind Kind
	tag  string
}{
	{"five-year plan", "在十三五时期", "十三五", KindWord, "nz"},
	{"five-year plan", "“十四五”规划", "十四五", KindWord, "nz"},
	{"quoted five-year plan", "“九五”计划", "九五", KindWord, "nz"},
	{"quoted five-year plan", "“十五”计划", "十五", KindWord, "nz"},
	{"date", "于2015年12月3日召开", "2015年12月3日", KindNumber, "t"},
	{"date", "到2030年底", "2030年", KindNumber, "t"},
	{"date", "在2016—2020年间", "2016—2020年", KindNumber, "t"},
	{"date", "自10月30日起", "10月30日", KindNumber, "t"},
	{"date", "在１２月底", "１２月", KindNumber, "t"},
	{"date", "从1-3月份看", "1-3月", KindNumber, "t"},
	{"date", "至二〇三五年止", "二〇三五年", KindNumber, "t"},
	{"date", "报2015-12-03版", "2015-12-03", KindNumber, "t"},
	{"time of day", "报11:41:28版", "11:41:28", KindNumber, "t"},
	{"percentage", "达6.9%左", "6.9%", KindNumber, "m"},
	{"percentage", "达６．９％左", "６．９％", KindNumber, "m"},
	{"percentage", "升1.2个百分点了", "1.2个百分点", KindNumber, "m"},
	{"percentage", "占百分之三十五多", "百分之三十五", KindNumber, "m"},
	{"percentage", "占百分之三点七多", "百分之三点七", KindNumber, "m"},
	{"number", "达1,234.5元", "1,234.5", KindNumber, "m"},
	{"number", "达3.5万亿元", "3.5万亿", KindNumber, "m"},
	{"number", "有200多人", "200", KindNumber, "m"},
	{"number", "装60万千瓦机", "60万", KindNumber, "m"},
	{"Han number", "有一千三百万人", "一千三百万", KindNumber, "m"},
	{"code", "以1+2+4+N为", "1+2+4+N", KindNumber, "m"},
	{"session", "经十八届五中全会过", "十八届五中全会", KindWord, "nz"},
	{"session", "经十二届八次全会过", "十二届八次全会", KindWord, "nz"},
	{"session", "经十三届全国人大四次会议过", "十三届全国人大四次会议", KindWord, "nz"},
	{"party congress", "党的二十大上", "二十大", KindWord, "nz"},
	{"party congress", "十九大报告", "十九大", KindWord, "nz"},
	{"letters and digits", "建5G网", "5G", KindLatin, "eng"},
	{"letters and digits", "降PM2.5值", "PM2.5", KindLatin, "eng"},
	{"letters and digits", "用Wi-Fi网", "Wi-Fi", KindLatin, "eng"},
	{"letters and digits", "抗COVID-19战", "COVID-19", KindLatin, "eng"},
	{"web address", "见https://a.gov.cn/x?y=1。", "https://a.gov.cn/x?y=1", KindLatin, "xu"},
	{"word and plus", "推网+、", "网+", KindWord, "nz"},
	{"word and plus", "推“网＋”行", "网＋", KindWord, "nz"},
	{"word and plus", "推AI+用", "AI+", KindWord, "nz"},
	{"document number", "按国发〔2016〕33号文", "国发〔2016〕33号", KindWord, "nz"},
	{"document number", "按国发〔2016〕 33 号文", "国发〔2016〕 33 号", KindWord, "nz"},
	{"document number", "据皖政办秘(2021)82号文", "皖政办秘(2021)82号", KindWord, "nz"},
	{"ellipsis is one mark", "等等……", "……", KindPunct, "n"},
	{"dash is one mark", "好——坏", "——", KindPunct, "n"},
	{"space is one token", "好 　\u200b坏", " 　\u200b", KindSpace, "n"},
}

// TestRules has at least one line for each rule. The text is cut at every
// character before the rules see it.
func TestRules(t *testing.T) {
	t.Parallel()
	for _, c := range ruleCases {
		t.Run(c.rule+" in "+c.text, func(t *testing.T) {
			t.Parallel()
			d := analyze(t, c.text)
			var long []Token
			for _, x := range d.Tokens {
				if text := d.Text[x.Start:x.End]; len([]rune(text)) > 1 {
					assert.Equal(t, c.want, text)
					long = append(long, x)
				}
			}
			require.Len(t, long, 1)
			assert.Equal(t, c.kind, long[0].Kind)
			assert.Equal(t, c.tag, long[0].Tag)
		})
	}
}

func TestRulesLeaveAlone(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"网+1",                   // a sum
		"（2016）第",               // a year in brackets
		"〔2016〕33号文",            // no issuing body
		"推进十三大工程",               // no congress
		"和/或",                   // not Latin
		"一．二",                   // not a number
		"1+2+3+4+5+6+7+8+9+1+2", // longer than any code
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			d := analyze(t, text)
			for _, x := range d.Tokens {
				if s := d.Text[x.Start:x.End]; len([]rune(s)) > 1 {
					assert.Contains(t, []string{"2016", "33", "十三"}, s, "only a number is joined")
				}
			}
		})
	}
}

// TestRulesKeepWordsWhole has words that a rule could end in, written with
// their segmenter's words.
func TestRulesKeepWordsWhole(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, words, want string }{
		{"a word of the lexicon", "落实/v 十四五规划/nz", "落实 十四五规划"},
		{"a Latin word with signs", "用/p C++/nz 写/v", "用 C++ 写"},
		{"a date and a word", "2035/m 年远景/nz 目标/n", "2035 年远景 目标"},
		{"a number and a measure", "3.5/m 万元/m", "3.5万 元"},
		{"a date and a time word", "12/m 月/m 3/m 日前/t", "12月3日 前"},
		{"a congress and a guess", "党/n 的/uj 十九/m 大后/x", "党 的 十九大 后"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var words wordList
			var text string
			for _, w := range strings.Fields(c.words) {
				word, tag, _ := strings.Cut(w, "/")
				words = append(words, Word{word, tag})
				text += word
			}
			d, err := (&Analyzer{Segmenter: words}).Analyze(t.Context(), Source{Text: text})
			require.NoError(t, err)
			var got []string
			for _, x := range d.Tokens {
				got = append(got, text[x.Start:x.End])
			}
			assert.Equal(t, c.want, strings.Join(got, " "))
		})
	}
}

// wordList is a Segmenter for one text.
type wordList []Word

func (l wordList) Segment(dst []Word, _ string) ([]Word, error) { return append(dst, l...), nil }

func TestEveryRuleHasACase(t *testing.T) {
	t.Parallel()
	tested := map[string]bool{}
	for _, c := range ruleCases {
		tested[c.rule] = true
	}
	names := map[string]bool{}
	for _, r := range rules {
		assert.False(t, names[r.name], "two rules %q", r.name)
		assert.True(t, tested[r.name], "no case for the rule %q", r.name)
		names[r.name] = true
	}
}

// Runs that no rule takes must not be looked along from each of their words.
func TestRulesOnLongRuns(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		strings.Repeat("1+", 100_000), strings.Repeat("一", 200_000) + "些", strings.Repeat("1×1", 100_000) + "a",
		strings.Repeat("1,111", 50_000), strings.Repeat("a.", 100_000), strings.Repeat("推\u2029", 100_000),
		strings.Repeat(" ", 200_000) + strings.Repeat("一。", 60_000), strings.Repeat("（一）1.（1）", 40_000), strings.Repeat("第一章", 100_000),
		strings.Repeat("（", 100_000) + strings.Repeat("）", 100_000), strings.Repeat("“一。”", 50_000),
	} {
		d := analyze(t, text)
		assert.Equal(t, len(text), d.Tokens[len(d.Tokens)-1].End)
	}
}
