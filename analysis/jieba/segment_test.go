//go:build cgo

package jieba

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tifa-go/tifa/analysis"
)

const article = `关于推进全市数字政府建设的若干措施

各区人民政府，市政府各部门：
为深入贯彻新发展理念，加快转变政府职能，2023年5月18日市政府第３６次常务会议研究决定，到二〇二五年，全市政务服务“一网通办”率达到98.5％以上，“互联网＋监管”覆盖率超过90%。
一、夯实基础。建设统一的云计算平台，推动5G、IPv6和AI（人工智能）在城市治理中的应用；力争数字经济核心产业增加值占GDP比重达到12.6%。
二、优化流程。推行“最多跑一次”改革，压减审批环节，让群众少跑腿、数据多跑路。
三、强化保障。由市大数据局牵头，孙琳、鲁炜等同志负责联络，电话：010-12345678，邮箱：office@example.gov.cn。
`

// hostile has what gojieba loses or dies of, between words that must survive.
const hostile = "经济\x00社会\xff发展\xe4\xb8改革\xc0\x80开放\xed\xa0\x80创新\xf5\x90\x80\x80协调\xf8\x88绿色\r\n\x01共享\u3000\u200b🙂👨‍👩‍👧é́\u0301 ＡＢＣ１２３Россия〇①Ⅱ𠀀\uFFFD\uFEFF完\xe5\xae"

func TestSegment(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ text, want string }{
		"empty text":                             {"", ""},
		"dictionary words":                       {"推动经济社会高质量发展", "推动|经济社会|高质量|发展"},
		"words of the model after a mark":        {"孙琳、鲁炜出席", "孙琳|、|鲁炜|出席"},
		"words of the model after other marks":   {"（孙琳）：鲁炜；“孙琳”\u3000鲁炜🙂孙琳", "（|孙琳|）|：|鲁炜|；|“|孙琳|”|\u3000|鲁炜|🙂|孙琳"},
		"numbers and Latin":                      {"2015年GDP增长6.9%", "2015|年|GDP|增长|6.9|%"},
		"Latin words of the dictionary":          {"AT&T和C++", "AT&T|和|C++"},
		"full-width digits and letters":          {"２０１０年ＧＤＰ增长８．７％", "２０１０|年|ＧＤＰ|增长|８|．|７|％"},
		"zero as a circle":                       {"二〇二五年孙琳", "二|〇|二|五年|孙琳"},
		"letters of other scripts":               {"Россия和Zürich", "Россия|和|Z|ü|rich"},
		"NUL":                                    {"经济\x00社会", "经济|\x00|社会"},
		"a cut tail":                             {"经济社\xe4\xbc", "经济|社|\xe4|\xbc"},
		"a byte over 0xF7":                       {"经济\xf8社会", "经济|\xf8|社会"},
		"overlong, surrogate and too large":      {"经\xc0\x80\xed\xa0\x80\xf4\x90\x80\x80济", "经|\xc0|\x80|\xed|\xa0|\x80|\xf4|\x90|\x80|\x80|济"},
		"GBK bytes":                              {"\xbe\xad\xbc\xc3", "\xbe|\xad|\xbc|\xc3"},
		"each space, break and control is one":   {" \t\n\r\x01\u3000\u2028", " |\t|\n|\r|\x01|\u3000|\u2028"},
		"emoji, rare Han and symbols are one":    {"👍👍𠀀𠀁①②", "👍|👍|𠀀|𠀁|①|②"},
		"a real replacement character is kept":   {"经济\uFFFD社会", "经济|\uFFFD|社会"},
		"a word next to letters keeps to itself": {"GPT恤", "GPT|恤"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, strings.Join(cut(t, openPlain(t), tt.text), "|"))
		})
	}
}

func TestSegmentAppends(t *testing.T) {
	t.Parallel()
	dst := []analysis.Word{{Text: "a", Tag: "b"}}
	got, err := openPlain(t).Segment(dst, "经济\x00")
	require.NoError(t, err)
	assert.Equal(t, []analysis.Word{{Text: "a", Tag: "b"}, {Text: "经济", Tag: "n"}, {Text: "\x00", Tag: "x"}}, got)
}

// reference segments the masked copy of the whole text with gojieba's Tag, in
// one call, and takes the masked runes and runs as one word each.
func reference(s *Segmenter, text string) []analysis.Word {
	b, _ := s.mask.append(nil, text, 0, len(text))
	var words []analysis.Word
	at, next := 0, 0
	for _, tagged := range s.jieba.Tag(string(b)) {
		slash := strings.LastIndexByte(tagged, '/')
		start, end, tag := at, at+slash, tagged[slash+1:]
		at = end
		if start < next {
			continue
		}
		if masked(b, start) {
			end = start + unit(text[start:], func(i int, _ rune) bool { return masked(b, start+i) })
		}
		words = append(words, analysis.Word{Text: text[start:end], Tag: tag})
		next = end
	}
	return words
}

func requireReference(t *testing.T, s *Segmenter, name, text string) {
	t.Helper()
	got, err := s.Segment(nil, text)
	require.NoError(t, err, name)
	want := reference(s, text)
	for i := range min(len(got), len(want)) {
		require.Equal(t, want[i], got[i], "%s: word %d of %d", name, i, len(want))
	}
	require.Equal(t, len(want), len(got), name)
}

func TestWordsAndTagsEqualGojieba(t *testing.T) {
	t.Parallel()
	plain := openPlain(t)
	user := openWith(t, "网络强省", "“互联网＋监管”", "IPv6", "省", "市大数据局", "发展")
	for i, text := range []string{
		article, hostile, "5", "A", "12", "A1", "1A", "5G", "a中", "中a", "C++", "1.5", "%", "中", "/", "a/b",
		"网信办、碳达峰、强省", "x\u0301", "６６６", "3农", "12345中", "T恤B超", "龘龘", "的",
	} {
		requireReference(t, plain, fmt.Sprint("plain ", i), text)
		requireReference(t, user, fmt.Sprint("with a lexicon ", i), text)
	}
}

func TestWordsAndTagsEqualGojiebaOnRealText(t *testing.T) {
	t.Parallel()
	s := openPlain(t)
	texts := dataTexts(t)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		cut(t, s, texts[name])
		requireReference(t, s, name, texts[name])
	}
}

// unbroken drops from text what cppjieba cuts at.
func unbroken(s *Segmenter, text string) string {
	return strings.Map(func(r rune) rune {
		if !contains(s.mask.keep, r) || r == ' ' || r == '\t' || r == '\n' {
			return -1
		}
		return r
	}, text)
}

func TestChunksDoNotChangeWords(t *testing.T) {
	t.Parallel()
	s := openPlain(t)
	tests := map[string]string{
		"with separators":         strings.Repeat(article, 200),
		"no separators":           strings.Repeat(unbroken(s, article), 200),
		"one word over and over":  strings.Repeat("高质量发展", 50_000),
		"one character":           strings.Repeat("的", 100_000),
		"characters of the model": strings.Repeat("孙琳鲁炜", 30_000),
		"random characters":       randomHan(200_000),
		"digits and Han":          strings.Repeat("2015年", 40_000),
		"Latin with marks":        strings.Repeat("a-b.c", 40_000),
		"long Latin words":        strings.Repeat(strings.Repeat("a", 50_000)+"中", 10),
		"masked letters":          strings.Repeat(strings.Repeat("ж", 10_000)+"中", 10),
		"separator then none":     strings.Repeat("。"+strings.Repeat("高质量发展", 6_000), 5),
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Greater(t, len(text), 2*chunkBytes)
			requireReference(t, s, name, text)
		})
	}
}

// Where the model finds words in a run of single characters, what it makes of
// the next ones depends on those before.
func TestRunsAreCutAfterAKnownWord(t *testing.T) {
	t.Parallel()
	s := openPlain(t)
	text := randomHan(20_000) + "经济" + strings.Repeat("龙", 100) + randomHan(overlapBytes/3)
	b := []byte(text)
	words := s.tokenize(b)
	kept := s.settled(words, b)
	require.NotEmpty(t, kept)
	last := kept[len(kept)-1]
	assert.Less(t, last.End, len(b)-overlapBytes)
	assert.True(t, s.dict.has(last.Str) && len(last.Str) > len("龙"), "%q", last.Str)

	b = []byte(strings.Repeat("龙", chunkBytes/3))
	kept = s.settled(s.tokenize(b), b)
	require.NotEmpty(t, kept, "a run without a known word is cut all the same")
	assert.LessOrEqual(t, kept[len(kept)-1].End, len(b)-overlapBytes)
}

// randomHan returns n characters that make few words, the same in each run.
func randomHan(n int) string {
	var b strings.Builder
	r := rand.New(rand.NewPCG(1, 2))
	for range n {
		b.WriteRune('一' + rune(r.IntN(2000)))
	}
	return b.String()
}

func TestChunksDoNotChangeWordsOfRealText(t *testing.T) {
	t.Parallel()
	s := openPlain(t)
	texts := dataTexts(t)
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		if b.Len() < 4<<20 {
			b.WriteString(texts[name])
		}
	}
	requireReference(t, s, "with separators", b.String())
	requireReference(t, s, "no separators", unbroken(s, b.String()))
}

func TestOneWordOfAMillionCharacters(t *testing.T) {
	t.Parallel()
	s := openPlain(t)
	for name, c := range map[string]string{"Latin": "a", "digits": "7", "Han": "龘", "Cyrillic": "ж", "full-width": "９", "NUL": "\x00", "invalid": "\xff", "blanks": " "} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n := 1_000_000
			if testing.Short() || raceEnabled {
				n /= 10
			}
			cut(t, s, "词"+strings.Repeat(c, n)+"尾")
		})
	}
}

// In one call C++ takes 7 GB for this line.
func TestLineOf50MBInBoundedMemory(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("takes 10 seconds, and a minute with the race detector")
	}
	const size = 50_000_000
	s := openPlain(t)
	run := unbroken(s, article)
	line := strings.Repeat(run, size/len(run)+1)[:size]
	words := make([]analysis.Word, 0, size/3)
	// Garbage in Go, which the collector lets grow with the result, is not
	// what this test is about.
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	runtime.GC()
	resetPeak(t)
	before := peak(t)
	words, err := s.Segment(words, line)
	require.NoError(t, err)
	grown := peak(t) - before
	n := 0
	for _, w := range words {
		n += len(w.Text)
	}
	assert.Equal(t, size, n)
	result := len(words) * 32
	assert.Less(t, grown-result, 200<<20, "memory beyond that of the result")
	t.Logf("%d words, %d MB for them, %d MB besides", len(words), result>>20, (grown-result)>>20)
}

// resetPeak makes the kernel forget the largest resident size of the process.
func resetPeak(t *testing.T) {
	t.Helper()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		t.Skip("the peak of memory cannot be measured here: ", err)
	}
}

// peak returns the largest resident size of the process in bytes.
func peak(t *testing.T) int {
	t.Helper()
	b, err := os.ReadFile("/proc/self/status")
	require.NoError(t, err)
	_, rest, ok := strings.Cut(string(b), "VmHWM:")
	require.True(t, ok)
	kb, err := strconv.Atoi(strings.Fields(rest)[0])
	require.NoError(t, err)
	return kb << 10
}

func FuzzSegment(f *testing.F) {
	for _, seed := range []string{"", article, hostile, "AT&T恤5G1.5.a", "“互联网＋监管”＋", strings.Repeat("高质量发展", 50)} {
		f.Add(seed)
	}
	s, err := Open(Options{Lexicon: []Entry{{Word: "“互联网＋监管”"}, {Word: "AI"}, {Word: "5G"}, {Word: "省"}, {Word: "a中"}, {Word: "ＡＩ＋"}, {Word: "é́"}}})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		words := cut(t, s, text)
		for i, w := range words {
			if r, size := utf8.DecodeRuneInString(w); r == utf8.RuneError && size == 1 {
				assert.Len(t, w, 1, "word %d: an invalid byte is a word of its own", i)
			} else {
				assert.True(t, utf8.ValidString(w), "word %d: %q", i, w)
			}
		}
		assert.Equal(t, words, cut(t, s, text), "the same text, the same words")
		requirePieces(t, s, text, words)
	})
}
