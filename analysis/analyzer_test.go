package analysis_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
)

// pairSegmenter cuts text into words of two characters, so that words lie
// across every kind of border but the marks of titles.
type pairSegmenter struct{}

func (pairSegmenter) Segment(dst []analysis.Word, text string) ([]analysis.Word, error) {
	for len(text) > 0 {
		_, n := utf8.DecodeRuneInString(text)
		_, m := utf8.DecodeRuneInString(text[n:])
		if strings.ContainsAny(text[:n+m], "《》") {
			m = 0
		}
		dst = append(dst, analysis.Word{Text: text[:n+m], Tag: "n"})
		text = text[n+m:]
	}
	return dst, nil
}

func TestPairSegmenterKeepsTheContract(t *testing.T) {
	t.Parallel()
	analysistest.TestSegmenter(t, pairSegmenter{})
}

// segmenterFunc makes a function a Segmenter.
type segmenterFunc func(text string) ([]analysis.Word, error)

func (f segmenterFunc) Segment(dst []analysis.Word, text string) ([]analysis.Word, error) {
	words, err := f(text)
	return append(dst, words...), err
}

func TestAnalyzeErrors(t *testing.T) {
	t.Parallel()
	fail := errors.New("out of order")
	for _, c := range []struct {
		name      string
		segmenter analysis.Segmenter
		text      string
		want      error
		message   string
	}{
		{"no segmenter", nil, "一", analysis.ErrNoSegmenter,
			`analysis: document "a": byte 0: the Analyzer has no Segmenter`},
		{"broken UTF-8", pairSegmenter{}, "一二\xff三", analysis.ErrNotUTF8,
			`analysis: document "a": byte 6: the text is not UTF-8`},
		{"cut UTF-8", pairSegmenter{}, "一二三"[:8], analysis.ErrNotUTF8,
			`analysis: document "a": byte 6: the text is not UTF-8`},
		{"the segmenter fails", segmenterFunc(func(string) ([]analysis.Word, error) { return nil, fail }), "一\n", fail,
			`analysis: document "a": byte 0: out of order`},
		{"the segmenter drops text", segmenterFunc(func(s string) ([]analysis.Word, error) {
			return []analysis.Word{{Text: s[:3], Tag: "n"}}, nil
		}), "一\n二三\n", analysis.ErrNotLossless, `analysis: document "a": byte 3: the Segmenter's words are not the text, or part a character`},
		{"the segmenter changes text", segmenterFunc(func(s string) ([]analysis.Word, error) {
			return []analysis.Word{{Text: "乙", Tag: "n"}}, nil
		}), "一", analysis.ErrNotLossless, `analysis: document "a": byte 0: the Segmenter's words are not the text, or part a character`},
		{"the segmenter adds text", segmenterFunc(func(s string) ([]analysis.Word, error) {
			return []analysis.Word{{Text: s, Tag: "n"}, {Text: s, Tag: "n"}}, nil
		}), "一", analysis.ErrNotLossless, `analysis: document "a": byte 3: the Segmenter's words are not the text, or part a character`},
		{"the segmenter gives an empty word", segmenterFunc(func(s string) ([]analysis.Word, error) {
			return []analysis.Word{{Text: s, Tag: "n"}, {}}, nil
		}), "一", analysis.ErrNotLossless, `analysis: document "a": byte 3: the Segmenter's words are not the text, or part a character`},
		{"the segmenter parts a character", segmenterFunc(func(s string) ([]analysis.Word, error) {
			return []analysis.Word{{Text: s[:4], Tag: "n"}, {Text: s[4:], Tag: "n"}}, nil
		}), "一二", analysis.ErrNotLossless, `analysis: document "a": byte 4: the Segmenter's words are not the text, or part a character`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			a := analysis.Analyzer{Segmenter: c.segmenter}
			d, err := a.Analyze(t.Context(), analysis.Source{ID: "a", Text: c.text})
			assert.Nil(t, d)
			require.ErrorIs(t, err, c.want)
			assert.EqualError(t, err, c.message)
			var e *analysis.Error
			require.ErrorAs(t, err, &e)
			assert.Equal(t, "a", e.ID)
		})
	}
	t.Run("cancelled", func(t *testing.T) {
		t.Parallel()
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		_, err := (&analysis.Analyzer{Segmenter: pairSegmenter{}}).Analyze(ctx, analysis.Source{Text: "一"})
		assert.ErrorIs(t, err, context.Canceled)
	})
}

// article has a line of every role.
const article = "当前位置：首页 > 要闻 > 正文\n青阳市关于推进数字青阳建设的意见\n（2025年3月1日）\n来源：青阳日报\n\n" +
	"各县（区）人民政府：\n为推进数字青阳建设，提出以下意见。\n一、总体要求\n坚持数字青阳引领。到2030年，增长6.9%！\n" +
	"二、保障措施\n（一）加强领导。各地要“高度重视”，学习《青阳市数据条例》。\n青阳市人民政府\n责任编辑：张三\n"

func analyze(t testing.TB, text string) *analysis.Document {
	t.Helper()
	d, err := (&analysis.Analyzer{Segmenter: pairSegmenter{}}).Analyze(t.Context(), analysis.Source{ID: "test", Text: text})
	require.NoError(t, err)
	return d
}

func TestRoles(t *testing.T) {
	t.Parallel()
	d := analyze(t, article)
	analysistest.TestDocument(t, d)
	var got []string
	for _, s := range d.Sentences {
		got = append(got, s.Role.String()+" "+strings.TrimSpace(d.Text[s.Start:s.End]))
	}
	assert.Equal(t, []string{
		"furniture 当前位置：首页 > 要闻 > 正文",
		"title 青阳市关于推进数字青阳建设的意见",
		"heading （2025年3月1日）",
		"furniture 来源：青阳日报",
		"blank ",
		"salutation 各县（区）人民政府：",
		"body 为推进数字青阳建设，提出以下意见。",
		"heading 一、总体要求",
		"body 坚持数字青阳引领。",
		"body 到2030年，增长6.9%！",
		"heading 二、保障措施",
		"heading （一）加强领导。",
		"body 各地要“高度重视”，学习《青阳市数据条例》。",
		"heading 青阳市人民政府",
		"furniture 责任编辑：张三",
	}, got)
	assert.Equal(t, "青阳市关于推进数字青阳建设的意见", d.Title)
	require.Len(t, d.Works, 1)
	assert.Equal(t, "《青阳市数据条例》", d.Text[d.Works[0].Start:d.Works[0].End])
}

func TestTitle(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, given, text, want string }{
		{"first line", "", "数字青阳建设方案\n各地要抓好落实。\n", "数字青阳建设方案"},
		{"given", "方案", "数字青阳建设方案\n各地要抓好落实。\n", "方案"},
		{"given, and found with other blanks", "数字青阳建设方案", "数字青阳 建设方案\n各地要抓好落实。\n", "数字青阳建设方案"},
		{"behind page furniture", "", "下载\n打印\n来源：青阳日报\n数字青阳建设方案\n各地要抓好落实。\n", "数字青阳建设方案"},
		{"Markdown", "", "# 数字青阳建设方案\n各地要抓好落实。\n", "数字青阳建设方案"},
		{"fused to running text", "", "在全市数字青阳建设座谈会上的讲话（2025年3月1日）同志们：各地要抓好落实。\n", "在全市数字青阳建设座谈会上的讲话"},
		{"in a longer line with the occasion", "", "2025年青阳市政府工作报告 ——2025年1月5日在青阳市第九届人民代表大会第四次会议上 市长 张三\n各位代表：\n一年来成绩很大。\n",
			"2025年青阳市政府工作报告 ——2025年1月5日在青阳市第九届人民代表大会第四次会议上 市长 张三"},
		{"not the site's name", "", "青阳网|青阳第一门户网站\n数字青阳建设方案\n各地要抓好落实。\n", "数字青阳建设方案"},
		{"not the speaker", "", "青阳市人民政府市长 张三\n数字青阳建设方案\n各地要抓好落实。\n", "数字青阳建设方案"},
		{"none in running text", "", "各地要抓好落实。\n", ""},
		{"not the signature", "", "各地要抓好落实。\n青阳市人民政府\n", ""},
		{"one line alone is body", "", "推动数字青阳建设\n", ""},
		{"empty", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, err := (&analysis.Analyzer{Segmenter: pairSegmenter{}}).Analyze(t.Context(), analysis.Source{Title: c.given, Text: c.text})
			require.NoError(t, err)
			assert.Equal(t, c.want, d.Title)
		})
	}
}

func TestTextOfHeadingsAloneIsBody(t *testing.T) {
	t.Parallel()
	d := analyze(t, "推动高质量发展\n建设数字青阳\n")
	for _, s := range d.Sentences {
		assert.Equal(t, analysis.RoleBody, s.Role)
	}
}

func TestHardWrappedLinesAreNoHeadings(t *testing.T) {
	t.Parallel()
	line := strings.Repeat("推动高质量发展", 4) // 28 characters
	d := analyze(t, strings.Repeat(line+"\n", 7)+"各地要抓好落实。\n")
	for _, s := range d.Sentences {
		assert.Equal(t, analysis.RoleBody, s.Role)
	}
}

func TestLineBreaks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"LF", "一\n二\n", []string{"一\n", "二\n"}},
		{"CRLF", "一\r\n二", []string{"一\r\n", "二"}},
		{"CR", "一\r二\r", []string{"一\r", "二\r"}},
		{"blank lines", "\n\n一", []string{"\n", "\n", "一"}},
		{"form feed and Unicode's separators", "一\f二\u2028三\u2029四", []string{"一\f", "二\u2028", "三\u2029", "四"}},
		{"empty", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := analyze(t, c.text)
			analysistest.TestDocument(t, d)
			var got []string
			for _, p := range d.Paragraphs {
				got = append(got, d.Text[p.Start:p.End])
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestTerms(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		text string
		tag  string
		kind analysis.Kind
		key  string // "" for no term
	}{
		{"noun", "经济", "n", analysis.KindWord, "经济"},
		{"abbreviation", "五中全会", "j", analysis.KindWord, "五中全会"},
		{"word that the dictionary lacks", "网信", "x", analysis.KindWord, "网信"},
		{"verb", "追赶", "v", analysis.KindWord, "追赶"},
		{"Latin word", "GDP", "eng", analysis.KindLatin, "gdp"},
		{"full-width Latin word", "ＧＤＰ", "eng", analysis.KindLatin, "gdp"},
		{"Latin word with digits", "5G", "m", analysis.KindLatin, "5g"},
		{"one character", "省", "n", analysis.KindWord, ""},
		{"one letter", "A", "eng", analysis.KindLatin, ""},
		{"function word", "以及", "c", analysis.KindWord, ""},
		{"adverb", "进一步", "d", analysis.KindWord, ""},
		{"stop word with a content tag", "进行", "v", analysis.KindWord, ""},
		{"number", "6.9%", "m", analysis.KindNumber, ""},
		{"date", "2015年", "t", analysis.KindNumber, ""},
		{"punctuation", "，", "x", analysis.KindPunct, ""},
		{"web address", "www.gov.cn", "xu", analysis.KindLatin, ""},
		{"no tag", "经济", "", analysis.KindWord, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			key, ok := analysis.ContentTerm(c.text, analysis.Token{Tag: c.tag, Kind: c.kind})
			assert.Equal(t, c.key, key)
			assert.Equal(t, c.key != "", ok)
		})
	}
}

func TestStopWordsAreSortedAndDistinct(t *testing.T) {
	t.Parallel()
	words := analysis.StopWords()
	require.NotEmpty(t, words)
	for i := 1; i < len(words); i++ {
		assert.Less(t, words[i-1], words[i])
	}
	words[0] = "changed"
	assert.NotContains(t, analysis.StopWords(), "changed")
}

func TestKey(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"经济", "经济"}, {"“十三五”规划", "十三五规划"}, {"ＷＴＯ", "wto"}, {"互联网＋", "互联网+"}, {"5G", "5g"}, {"一 带\u3000一路", "一带一路"}, {"", ""},
	} {
		assert.Equal(t, c.want, analysis.Key(c.text))
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range []string{
		"", article, "国务院。", "“一。”二！\n\n（一）三", "a\x00b", "\r\n。。", "第一章总则第一条为了。第二条", "一、二、三、", "《〈（“", "1.（1）①",
		"国发〔2016〕33号", "“十三五”", "2015-12-03", "互联网++", "……——", "&nbsp;;", "#  # 一、", "https://", "一、 \u3000（一）",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := analysis.Analyzer{Segmenter: pairSegmenter{}}
		d, err := a.Analyze(t.Context(), analysis.Source{ID: "f", Text: s})
		if !utf8.ValidString(s) {
			require.ErrorIs(t, err, analysis.ErrNotUTF8)
			return
		}
		require.NoError(t, err)
		analysistest.TestDocument(t, d)
		if len(d.Works) > 0 {
			m, err := d.Merge(d.Works)
			require.NoError(t, err)
			analysistest.TestDocument(t, m)
		}
	})
}
