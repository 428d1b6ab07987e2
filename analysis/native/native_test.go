package native

import (
	"cmp"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/analysis/lexicon"
)

var _ analysis.Segmenter = (*Segmenter)(nil)

// hostile has what gojieba loses or dies of, between words that must survive.
const hostile = "经济\x00社会\xff发展\xe4\xb8改革\xc0\x80开放\xed\xa0\x80创新\xf5\x90\x80\x80协调\xf8\x88绿色\r\n\x01共享\u3000\u200b🙂👨‍👩‍👧é́\u0301 ＡＢＣ１２３Россия〇①Ⅱ𠀀\uFFFD\uFEFF完\xe5\xae"

// open returns a Segmenter with the words as its lexicon.
func open(tb testing.TB, words ...string) *Segmenter {
	tb.Helper()
	var o Options
	for _, w := range words {
		o.Lexicon = append(o.Lexicon, lexicon.Entry{Word: w})
	}
	s, err := Open(o)
	require.NoError(tb, err)
	return s
}

// cut returns the words of text, after it has checked that they are text.
func cut(tb testing.TB, s *Segmenter, text string) []string {
	tb.Helper()
	words, err := s.Segment(nil, text)
	require.NoError(tb, err)
	out := make([]string, len(words))
	n := 0
	for i, w := range words {
		if w.Text == "" || w.Tag == "" || !strings.HasPrefix(text[n:], w.Text) {
			require.Failf(tb, "not lossless", "word %d, %q/%q, at byte %d", i, w.Text, w.Tag, n)
		}
		out[i] = w.Text
		n += len(w.Text)
	}
	require.Equal(tb, len(text), n, "bytes are missing at the end")
	return out
}

// runsOf returns at most n of the runs of four to eight characters between marks
// of punctuation in text, the most frequent first, as entries of a lexicon.
func runsOf(s *Segmenter, text string, n int) []lexicon.Entry {
	counts := map[string]int{}
	for _, run := range strings.FieldsFunc(text, func(r rune) bool { return s.dict.Code(r) < utf8.RuneSelf }) {
		if k := utf8.RuneCountInString(run); k >= 4 && k <= 8 {
			counts[run]++
		}
	}
	words := make([]string, 0, len(counts))
	for w := range counts {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	var entries []lexicon.Entry
	for _, w := range words[:min(n, len(words))] {
		entries = append(entries, lexicon.Entry{Word: w})
	}
	return entries
}

// articles returns the articles of testdata.
func articles(tb testing.TB) []string {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "articles", "*.txt"))
	require.NoError(tb, err)
	require.NotEmpty(tb, files)
	var texts []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		require.NoError(tb, err)
		texts = append(texts, string(b))
	}
	return texts
}

func TestTheContractOfSegmenters(t *testing.T) {
	t.Parallel()
	const text = "党的十八届五中全会提出了“创新、协调、绿色、开放、共享”五大发展理念。"
	analysistest.TestSegmenter(t, open(t), text)
	analysistest.TestSegmenter(t, open(t, "五大发展理念", "“创新"), text)
}

// The cases are those of package analysis/jieba.
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
			assert.Equal(t, tt.want, strings.Join(cut(t, open(t), tt.text), "|"))
		})
	}
}

func TestSegmentAppends(t *testing.T) {
	t.Parallel()
	dst := []analysis.Word{{Text: "a", Tag: "b"}}
	got, err := open(t).Segment(dst, "经济\x00")
	require.NoError(t, err)
	assert.Equal(t, []analysis.Word{{Text: "a", Tag: "b"}, {Text: "经济", Tag: "n"}, {Text: "\x00", Tag: "x"}}, got)
}

func TestASegmenterThatWasNotOpened(t *testing.T) {
	t.Parallel()
	var s Segmenter
	dst := []analysis.Word{{Text: "a", Tag: "b"}}
	got, err := s.Segment(dst, "经济")
	assert.ErrorIs(t, err, ErrNotOpen)
	assert.Equal(t, dst, got)
	pieces, err := s.SegmentSearch(nil, "经济")
	assert.ErrorIs(t, err, ErrNotOpen)
	assert.Empty(t, pieces)
	pieces, err = s.SegmentFull(nil, "经济")
	assert.ErrorIs(t, err, ErrNotOpen)
	assert.Empty(t, pieces)
}

func TestOpenNamesTheBadEntry(t *testing.T) {
	t.Parallel()
	s, err := Open(Options{Lexicon: []lexicon.Entry{{Word: "好"}, {Word: "强 省"}}})
	assert.EqualError(t, err, `native: lexicon: entry 1: "强 省" can never be found: texts are cut at ' '`)
	assert.Nil(t, s)
}

// A program may have many lexicons, and each Segmenter knows only its own.
func TestLexiconsDoNotMeet(t *testing.T) {
	t.Parallel()
	const text = "建设网络强省，实施“互联网＋”行动，龘"
	want := map[string]string{
		"":        "建设|网络|强省|，|实施|“|互联网|＋|”|行动|，|龘",
		"网络强省":    "建设|网络强省|，|实施|“|互联网|＋|”|行动|，|龘",
		"“互联网＋”":  "建设|网络|强省|，|实施|“互联网＋”|行动|，|龘",
		"＋”行动，":   "",
		"强":       "建设|网络|强|省|，|实施|“|互联网|＋|”|行动|，|龘",
		"实施“":     "建设|网络|强省|，|实施“|互联网|＋|”|行动|，|龘",
		"互联网＋”行动": "建设|网络|强省|，|实施|“|互联网＋”行动|，|龘",
	}
	segmenters := map[string]*Segmenter{}
	for word := range want {
		o := Options{Lexicon: []lexicon.Entry{{Word: word}}}
		if word == "" {
			o = Options{}
		}
		s, err := Open(o)
		if want[word] == "" {
			assert.Error(t, err, word)
			continue
		}
		require.NoError(t, err)
		segmenters[word] = s
	}
	var wg sync.WaitGroup
	for word, s := range segmenters {
		for range 4 {
			wg.Go(func() {
				for range 20 {
					words, err := s.Segment(nil, text)
					assert.NoError(t, err)
					var texts []string
					for _, w := range words {
						texts = append(texts, w.Text)
					}
					assert.Equal(t, want[word], strings.Join(texts, "|"), word)
				}
			})
		}
	}
	wg.Wait()
}

// More new characters than there are codes for must not be taken for others.
func TestLexiconOfTooManyCharacters(t *testing.T) {
	t.Parallel()
	var entries []lexicon.Entry
	s := open(t)
	for r := rune(utf8.RuneSelf); len(entries) <= 1<<16-s.dict.Codes(); r++ {
		if unicode.IsLetter(r) && s.dict.Code(r) == 0 {
			entries = append(entries, lexicon.Entry{Word: string(r) + "省"})
		}
	}
	o := Options{Lexicon: entries[:1<<16-s.dict.Codes()]}
	_, err := Open(o)
	require.NoError(t, err)
	o.Lexicon = entries
	_, err = Open(o)
	assert.ErrorContains(t, err, "native: the lexicon has more than ")
}

func TestSegmentDoesNotAllocate(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector empties pools")
	}
	text := strings.Join(articles(t), "\n")
	for name, s := range map[string]*Segmenter{"plain": open(t), "with a lexicon": open(t, "绿色跃升行动", "一网通办", "“一网通办”")} {
		words, err := s.Segment(nil, text)
		require.NoError(t, err)
		assert.Zero(t, testing.AllocsPerRun(20, func() { words, _ = s.Segment(words[:0], text) }), name)
	}
}

func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	texts := append(articles(t), hostile, "", strings.Repeat("高质量发展", 3000))
	for name, s := range map[string]*Segmenter{"plain": open(t), "with a lexicon": open(t, "量发", "＋", "AB")} {
		var want [][]analysis.Word
		for _, text := range texts {
			words, err := s.Segment(nil, text)
			require.NoError(t, err)
			want = append(want, words)
		}
		var wg sync.WaitGroup
		for i := range 16 {
			wg.Go(func() {
				for j := range texts {
					k := (i + j) % len(texts)
					words, err := s.Segment(nil, texts[k])
					assert.NoError(t, err)
					assert.True(t, slices.Equal(want[k], words), "%s: text %d", name, k)
				}
			})
		}
		wg.Wait()
	}
}

// A run has no windows: however long it is, its words are those of a
// segmentation of the whole, and what it takes grows with its length only.
func TestLineOf50MB(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("takes some seconds")
	}
	s := open(t)
	run := strings.Map(func(r rune) rune {
		if s.dict.Code(r) == 0 {
			return -1
		}
		return r
	}, strings.Join(articles(t), ""))
	line := strings.Repeat(run, 50_000_000/len(run)+1)
	words := make([]analysis.Word, 0, len(line)/4)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	words, err := s.Segment(words, line)
	runtime.ReadMemStats(&after)
	require.NoError(t, err)
	at := 0
	for _, w := range words {
		require.True(t, strings.HasPrefix(line[at:], w.Text))
		at += len(w.Text)
	}
	require.Equal(t, len(line), at)
	allocated := after.TotalAlloc - before.TotalAlloc
	// 7 bytes a character, of 3 bytes mostly, and the copies of growing slices.
	assert.Less(t, allocated, uint64(10*len(line)), "bytes allocated, garbage among them")
	t.Logf("%d words; %d MB allocated", len(words), allocated>>20)
}

func FuzzSegment(f *testing.F) {
	for _, seed := range []string{"", hostile, "AT&T恤5G1.5.a", "“互联网＋监管”＋", strings.Repeat("高质量发展", 50), "中ЖЖ中Ж"} {
		f.Add(seed)
	}
	plain := open(f)
	user := open(f, "“互联网＋监管”", "AI", "5G", "省", "a中", "ＡＩ＋", "é́", "ЖЖ", "中Ж")
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range []*Segmenter{plain, user} {
			words := cut(t, s, text)
			for i, w := range words {
				if r, size := utf8.DecodeRuneInString(w); r == utf8.RuneError && size == 1 {
					assert.Len(t, w, 1, "word %d: an invalid byte is a word of its own", i)
				} else {
					assert.True(t, utf8.ValidString(w), "word %d: %q", i, w)
				}
			}
			search, err := s.SegmentSearch(nil, text)
			require.NoError(t, err)
			full, err := s.SegmentFull(nil, text)
			require.NoError(t, err)
			for _, p := range slices.Concat(search, full) {
				require.Less(t, p.Start, p.End)
				require.Equal(t, text[p.Start:p.End], p.Text)
				require.NotEmpty(t, p.Tag)
			}
			covered := 0
			for _, p := range full {
				require.LessOrEqual(t, p.Start, covered, "full mode loses bytes before %d", p.Start)
				covered = max(covered, p.End)
			}
			require.Equal(t, len(text), covered, "full mode covers the text")
		}
	})
}
