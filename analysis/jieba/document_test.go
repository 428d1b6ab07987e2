//go:build cgo

package jieba_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/analysis/jieba"
)

func TestTheContractOfSegmenters(t *testing.T) {
	t.Parallel()
	s, err := jieba.Open(jieba.Options{})
	require.NoError(t, err)
	defer s.Close()
	analysistest.TestSegmenter(t, s, "党的十八届五中全会提出了“创新、协调、绿色、开放、共享”五大发展理念。")
}

// The words of a lexicon are whole in the Segmenter's output, and no rule of
// package analysis may cut them.
func TestLexiconWordsAreTokensOfADocument(t *testing.T) {
	t.Parallel()
	words := []string{"十四五规划", "5G+工业互联网", "C++语言", "二十大精神", "2035年远景目标", "A股市场", "1+N政策体系", "12345热线", "五大发展理念", "互联网+"}
	var entries []jieba.Entry
	for _, w := range words {
		entries = append(entries, jieba.Entry{Word: w})
	}
	s, err := jieba.Open(jieba.Options{Lexicon: entries})
	require.NoError(t, err)
	defer s.Close()
	a := analysis.Analyzer{Segmenter: s}
	for _, w := range words {
		text := "落实" + w + "，推进" + w + "。"
		d, err := a.Analyze(t.Context(), analysis.Source{ID: w, Text: text})
		require.NoError(t, err)
		analysistest.TestDocument(t, d)
		n := 0
		for _, x := range d.Tokens {
			if d.Text[x.Start:x.End] == w {
				n++
			}
		}
		assert.Equal(t, 2, n, "%s in %v", w, text)
	}
}

// What a reader takes as one is one token of a real segmenter too.
func TestTokensOfADocument(t *testing.T) {
	t.Parallel()
	s, err := jieba.Open(jieba.Options{})
	require.NoError(t, err)
	defer s.Close()
	a := analysis.Analyzer{Segmenter: s}
	for _, c := range []struct{ text, want string }{
		{"2015年12月3日，增长6.9%，总量达到67.7万亿元。", "2015年12月3日 ， 增长 6.9% ， 总量 达到 67.7万亿 元 。"},
		{"推进互联网+和5G建设，编制“十三五”规划。", "推进 互联网+ 和 5G 建设 ， 编制 “ 十三五 ” 规划 。"},
		{"党的十八届五中全会和国发〔2016〕33号文件", "党 的 十八届五中全会 和 国发〔2016〕33号 文件"},
		{"单位能耗下降百分之三点七，装机六十万千瓦", "单位 能耗 下降 百分之三点七 ， 装机 六十万 千瓦"},
		{"用C++编写", "用 C++ 编写"},
		{"党的十九大后的第一年", "党 的 十九大 后 的 第一年"},
	} {
		d, err := a.Analyze(t.Context(), analysis.Source{ID: "a", Text: c.text})
		require.NoError(t, err)
		var got []string
		for _, x := range d.Tokens {
			got = append(got, d.Text[x.Start:x.End])
		}
		assert.Equal(t, c.want, strings.Join(got, " "))
	}
}

func TestNamesInADocument(t *testing.T) {
	s, err := jieba.Open(jieba.Options{})
	require.NoError(t, err)
	defer s.Close()
	a := analysis.Analyzer{Segmenter: s}
	for _, c := range []struct {
		name, text               string
		works, sessions, numbers []string
	}{
		{"sessions and congresses", "学习党的十八届五中全会和党的二十大精神，落实市委十二届八次全会部署。", nil,
			[]string{"十八届五中全会", "二十大", "十二届八次全会"}, nil},
		{"no session", "第十二条规定，今年两会推进十三大工程。", nil, nil, nil},
		{"numbers of documents", "根据国发〔2016〕33号和青政办[2024]5号，制定本办法。", nil, nil,
			[]string{"国发〔2016〕33号", "青政办[2024]5号"}},
		{"a plain number", "地址在中山路33号，邮编（2016）。", nil, nil, nil},
		{"a number inside a title's brackets", "《青阳市数据条例》（青政发〔2025〕1号）已经印发。",
			[]string{"《青阳市数据条例》"}, nil, []string{"青政发〔2025〕1号"}},
		{"the outer of two titles", "印发《关于落实〈数据条例〉的通知》。", []string{"《关于落实〈数据条例〉的通知》"}, nil, nil},
		{"none", "", nil, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := a.Analyze(t.Context(), analysis.Source{ID: c.name, Text: c.text})
			require.NoError(t, err)
			analysistest.TestDocument(t, d)
			texts := func(spans []analysis.Span) (out []string) {
				for _, s := range spans {
					out = append(out, d.Text[s.Start:s.End])
				}
				return out
			}
			assert.Equal(t, c.works, texts(d.Works), "works")
			assert.Equal(t, c.sessions, texts(d.Sessions), "sessions")
			assert.Equal(t, c.numbers, texts(d.Numbers), "numbers")
			m, err := d.Merge(d.Works)
			require.NoError(t, err)
			analysistest.TestDocument(t, m)
		})
	}
}

// TestRealDocuments checks the invariants on every text under TIFA_DATA.
func TestRealDocuments(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA names no folder of real texts")
	}
	s, err := jieba.Open(jieba.Options{})
	require.NoError(t, err)
	defer s.Close()
	a := analysis.Analyzer{Segmenter: s}
	n := 0
	require.NoError(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".txt" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		d, err := a.Analyze(t.Context(), analysis.Source{ID: e.Name(), Text: string(text)})
		if err != nil {
			return err
		}
		analysistest.TestDocument(t, d)
		m, err := d.Merge(d.Works)
		if err != nil {
			return err
		}
		analysistest.TestDocument(t, m)
		n++
		return nil
	}))
	assert.Positive(t, n)
}
