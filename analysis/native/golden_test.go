package native

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/lexicon"
)

// testdata/golden.txt has what gojieba makes of texts, through package
// analysis/jieba, so that a build without cgo is tested too. For each text it has
// five lines: the text, quoted; its words; and with goldenLexicon its words, and
// the pieces of search mode and of full mode. A word is its length in bytes and its tag,
// 6n, and a piece its byte offsets and its tag, 0-6n.
const goldenFile = "testdata/golden.txt"

// goldenLexicon has words of all kinds: single characters, Latin letters, marks
// and rare characters in them, words within words, and words of the dictionary.
var goldenLexicon = []lexicon.Entry{
	{Word: "绿色跃升行动"}, {Word: "三区两带一核心", Tag: "n"}, {Word: "一核心"}, {Word: "数字青阳建设"},
	{Word: "“一网通办”"}, {Word: "“一网通办”＋"}, {Word: "互联网＋"}, {Word: "互联网＋监管"}, {Word: "5G"}, {Word: "AI"}, {Word: "a中"}, {Word: "中国A"},
	{Word: "1+N"}, {Word: "省"}, {Word: "、", Tag: "w"}, {Word: "龘"}, {Word: "ж"}, {Word: "жы中"}, {Word: "𠀀𠀁"},
	{Word: "经济", Tag: "MINE"}, {Word: "社会", Freq: 60_000_000}, {Word: "展理", Freq: 5000}, {Word: "琳、鲁"},
}

var (
	goldenOnce sync.Once
	goldenList []string
)

// goldenTexts returns the lines of the articles of testdata, and texts that are
// hard to cut.
func goldenTexts(tb testing.TB) []string {
	tb.Helper()
	goldenOnce.Do(func() { goldenList = makeGoldenTexts(tb) })
	return goldenList
}

func makeGoldenTexts(tb testing.TB) []string {
	tb.Helper()
	texts := []string{
		"", hostile, "5", "A", "12", "A1", "1A", "5G", "a中", "中a", "C++", "1.5", "1.", "1..2", ".5", "%", "中", "/", "a/b", "c#和C#",
		"网信办、碳达峰、强省", "x\u0301", "６６６", "3农", "12345中", "T恤B超", "龘龘", "龘", "的", "的的的", "ж", "жж", "жы中жы", "жы", "龘，龘",
		"孙琳、鲁炜出席", "（孙琳）：鲁炜；“孙琳”\u3000鲁炜🙂孙琳", "孙琳、鲁炜和互联网＋监管", "互联网＋＋", "AI产业和AIIB、MAIL", "5G和15G、3.5G", "GPT恤、GPT恤衫", "1+N和1+1+N、21+N",
		"M2.5和PM2.5", "𠀀𠀁𠀀", "\u3000\u3000第一条　总则\r\n", "深入学习贯彻新发展理念，社会社会发展。", "经济社会发展", "“一网通办”改革，“一网通办", "“一网通办”＋监管", "Ωжы中жжы中", "中国A股和中国AIDS", "AT&TX", "GC0.5B超A", "PM2.5B超",
		"结婚的和尚未结婚的", "中华人民共和国", "人民法院长", "中国龘龘龘人民", "∶中国∶", "\ufeff经济", "2015年12月3日，增长6.9%，总量达到67.7万亿元。",
	}
	// One line of ties, and one of characters that the model does not know.
	made := newGenerator(tb, open(tb), goldenLexicon, 1)
	var line strings.Builder
	for i := range 300 {
		line.WriteString(made.ties[len(made.ties)/300*i])
		line.WriteString([]string{"", "发展", "，", "的", "经济社会"}[i%5])
	}
	texts = append(texts, line.String(), string(made.silent)+"、"+string(made.silent[:2]))
	for _, a := range articles(tb) {
		texts = append(texts, strings.SplitAfter(a, "\n")...)
	}
	return texts
}

// A tagger is what the golden file is made with, and what it is compared with.
type tagger interface {
	analysis.Segmenter
	SegmentSearch(dst []analysis.Piece, text string) ([]analysis.Piece, error)
	SegmentFull(dst []analysis.Piece, text string) ([]analysis.Piece, error)
}

// golden returns the lines of the golden file for a text.
func golden(tb testing.TB, plain, user tagger, text string) string {
	tb.Helper()
	var b strings.Builder
	b.WriteString(strconv.Quote(text) + "\n")
	for _, s := range []tagger{plain, user} {
		words, err := s.Segment(nil, text)
		require.NoError(tb, err)
		for _, w := range words {
			fmt.Fprintf(&b, " %d%s", len(w.Text), w.Tag)
		}
		b.WriteByte('\n')
	}
	for _, mode := range []func([]analysis.Piece, string) ([]analysis.Piece, error){user.SegmentSearch, user.SegmentFull} {
		pieces, err := mode(nil, text)
		require.NoError(tb, err)
		for _, p := range pieces {
			fmt.Fprintf(&b, " %d-%d%s", p.Start, p.End, p.Tag)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.FromSlash(goldenFile))
	require.NoError(t, err)
	rest := strings.ReplaceAll(string(data), "\r\n", "\n")
	plain, user := open(t), goldenUser(t)
	for _, text := range goldenTexts(t) {
		got := golden(t, plain, user, text)
		want := rest[:min(len(got), len(rest))]
		require.Equal(t, want, got, "%q", text)
		rest = rest[len(want):]
	}
	assert.Empty(t, rest)
}

func goldenUser(tb testing.TB) *Segmenter {
	tb.Helper()
	s, err := Open(Options{Lexicon: goldenLexicon})
	require.NoError(tb, err)
	return s
}
