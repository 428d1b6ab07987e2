package analysis_test

import (
	"context"
	"errors"
	"iter"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

// eachRune cuts a text into its characters, and keeps the words in whole.
type eachRune struct{ whole []string }

func (s eachRune) Segment(dst []analysis.Word, text string) ([]analysis.Word, error) {
next:
	for text != "" {
		for _, w := range s.whole {
			if strings.HasPrefix(text, w) {
				dst = append(dst, analysis.Word{Text: w, Tag: "n"})
				text = text[len(w):]
				continue next
			}
		}
		for i := range text + " " {
			if i > 0 {
				dst = append(dst, analysis.Word{Text: text[:i], Tag: "n"})
				text = text[i:]
				break
			}
		}
	}
	return dst, nil
}

// documents analyzes texts.
func documents(whole []string, texts ...string) iter.Seq2[*analysis.Document, error] {
	a := analysis.Analyzer{Segmenter: eachRune{whole}}
	return func(yield func(*analysis.Document, error) bool) {
		for _, text := range texts {
			if !yield(a.Analyze(context.Background(), analysis.Source{ID: text, Text: text})) {
				return
			}
		}
	}
}

// A found passage is its text, and the texts of its places, by their documents.
type found struct {
	text   string
	places []string
	others []string
}

func reuse(t *testing.T, r analysis.Reuse, whole, texts, others []string) (out []found) {
	t.Helper()
	x, err := r.Index(documents(whole, texts...))
	require.NoError(t, err)
	passages, err := x.Compare(documents(whole, others...))
	require.NoError(t, err)
	for _, p := range passages {
		f := found{text: p.Text}
		for _, at := range p.Places {
			f.places = append(f.places, string(rune('0'+at.Document))+texts[at.Document][at.Start:at.End])
		}
		for _, at := range p.Others {
			f.others = append(f.others, string(rune('0'+at.Document))+others[at.Document][at.Start:at.End])
		}
		out = append(out, f)
	}
	return out
}

func TestReuse(t *testing.T) {
	t.Parallel()
	five, exact := analysis.Reuse{MinRunes: 5}, analysis.Reuse{MinRunes: 5, Exact: true}
	for _, c := range []struct {
		name          string
		r             analysis.Reuse
		whole         []string
		texts, others []string
		want          []found
	}{
		{"a passage reaches as far as both go", five, nil,
			[]string{"要坚持绿水青山就是金山银山。"}, []string{"我们说绿水青山就是金山银山的理念。"},
			[]found{{"绿水青山就是金山银山", []string{"0绿水青山就是金山银山"}, []string{"0绿水青山就是金山银山"}}}},
		{"one that is too short is none", five, nil,
			[]string{"甲绿水青山乙"}, []string{"丙绿水青山丁"}, nil},
		{"one of just that length is one", five, nil,
			[]string{"甲绿水青山好乙"}, []string{"丙绿水青山好丁"},
			[]found{{"绿水青山好", []string{"0绿水青山好"}, []string{"0绿水青山好"}}}},
		{"marks, space, width and case may differ", five, nil,
			[]string{"一是“放管服”改革，ＧＤＰ。"}, []string{"二 是 放 管\n服改革(gdp)"},
			[]found{{"是 放 管\n服改革(gdp)", []string{"0是“放管服”改革，ＧＤＰ"}, []string{"0是 放 管\n服改革(gdp)"}}}},
		{"with Exact they may not", exact, nil,
			[]string{"推动“放管服”改革深化"}, []string{"推动放管服改革深化", "推动“放管服”改革"},
			[]found{{"推动“放管服”改革", []string{"0推动“放管服”改革"}, []string{"1推动“放管服”改革"}}}},
		{"a decimal is not a number without its point", five, nil,
			[]string{"增长了8.5%以上"}, []string{"增长了85%以上"}, nil},
		{"a comma between thousands does not count", five, nil,
			[]string{"达到9,215亿元"}, []string{"达到9215亿元"},
			[]found{{"达到9215亿元", []string{"0达到9,215亿元"}, []string{"0达到9215亿元"}}}},
		{"a passage goes on over sentences and lines", five, nil,
			[]string{"深化改革。\n扩大开放。"}, []string{"深化改革，扩大开放！"},
			[]found{{"深化改革，扩大开放", []string{"0深化改革。\n扩大开放"}, []string{"0深化改革，扩大开放"}}}},
		{"but not over documents", five, nil,
			[]string{"深化改革", "扩大开放"}, []string{"深化改革扩大开放"}, nil},
		{"what stands everywhere is one passage, with all places", five, nil,
			[]string{"甲为人民服务乙为人民服务丙", "丁为人民服务"}, []string{"戊为人民服务己", "庚为人民服务辛为人民服务"},
			[]found{{"为人民服务", []string{"0为人民服务", "0为人民服务", "1为人民服务"}, []string{"0为人民服务", "1为人民服务", "1为人民服务"}}}},
		{"the longest comes first", five, nil,
			[]string{"一二三四五。甲乙丙丁戊己庚"}, []string{"子一二三四五丑甲乙丙丁戊己庚"},
			[]found{{"甲乙丙丁戊己庚", []string{"0甲乙丙丁戊己庚"}, []string{"0甲乙丙丁戊己庚"}}, {"一二三四五", []string{"0一二三四五"}, []string{"0一二三四五"}}}},
		{"passages of two documents may overlap", five, nil,
			[]string{"子丑寅卯辰巳", "寅卯辰巳午未申"}, []string{"子丑寅卯辰巳午未申"},
			[]found{{"寅卯辰巳午未申", []string{"1寅卯辰巳午未申"}, []string{"0寅卯辰巳午未申"}}, {"子丑寅卯辰巳", []string{"0子丑寅卯辰巳"}, []string{"0子丑寅卯辰巳"}}}},
		{"a passage begins and ends where words do", five, []string{"我们", "他们", "改革", "改良"},
			[]string{"我们坚持推进改革"}, []string{"他们坚持推进改良"}, nil},
		{"and is long enough then", five, []string{"我们", "他们", "改革", "改良"},
			[]string{"我们坚持推进全面改革"}, []string{"他们坚持推进全面改良"},
			[]found{{"坚持推进全面", []string{"0坚持推进全面"}, []string{"0坚持推进全面"}}}},
		{"a mark whose partner is inside belongs to it", five, nil,
			[]string{"坚持“一国两制”、“港人治港”方针"}, []string{"贯彻“一国两制”、“港人治港”政策", "落实“一国两制”“港人治港"},
			[]found{{"“一国两制”、“港人治港”", []string{"0“一国两制”、“港人治港”"}, []string{"0“一国两制”、“港人治港”", "1“一国两制”“港人治港"}}}},
		{"a mark whose partner is outside does not", five, nil,
			[]string{"（坚持深化改革开放）"}, []string{"推进深化改革开放）"},
			[]found{{"深化改革开放", []string{"0深化改革开放"}, []string{"0深化改革开放"}}}},
		{"page furniture is left out", five, nil,
			[]string{"责任编辑：张三李四王五\n"}, []string{"责任编辑：张三李四王五\n"}, nil},
		{"empty documents", five, nil, []string{"", "。"}, []string{"", "，"}, nil},
		{"no documents", five, nil, nil, []string{"一二三四五六"}, nil},
		{"the default is twenty characters", analysis.Reuse{}, nil,
			[]string{"赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许。何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦"},
			[]string{"赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许乙何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦"},
			[]found{{"赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", []string{"0赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"}, []string{"0赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, reuse(t, c.r, c.whole, c.texts, c.others))
		})
	}
}

// What a passage begins and ends with, the segmenter's tags say.
func TestReuseWithoutParticles(t *testing.T) {
	t.Parallel()
	one := func(text string) iter.Seq2[*analysis.Document, error] {
		return func(yield func(*analysis.Document, error) bool) { yield(read(t, "a", text), nil) }
	}
	for _, c := range []struct{ text, other, want string }{
		{"实施积极的财政政策和稳健的货币政策", "完善稳定的财政政策和稳健的货币政策", "财政政策和稳健的货币政策"},
		{"加快建设现代化产业体系和市场", "推动建设现代化产业体系和企业", "建设现代化产业体系"},
	} {
		x, err := analysis.Reuse{MinRunes: 6}.Index(one(c.text))
		require.NoError(t, err)
		passages, err := x.Compare(one(c.other))
		require.NoError(t, err)
		require.Len(t, passages, 1)
		assert.Equal(t, c.want, passages[0].Text)
	}
}

func TestReuseErrors(t *testing.T) {
	t.Parallel()
	for _, n := range []int{-1, 3, 1001} {
		_, err := analysis.Reuse{MinRunes: n}.Index(documents(nil))
		assert.ErrorContains(t, err, "analysis: Reuse: MinRunes is ")
	}
	wrong := errors.New("wrong")
	failing := func(yield func(*analysis.Document, error) bool) { yield(nil, wrong) }
	_, err := analysis.Reuse{}.Index(failing)
	assert.ErrorIs(t, err, wrong)
	x, err := analysis.Reuse{}.Index(documents(nil))
	require.NoError(t, err)
	_, err = x.Compare(failing)
	assert.ErrorIs(t, err, wrong)
}

// checkReuse compares with what all stretches of all texts, one after the other,
// say: those of least characters or more that occur in the texts, and that are
// not inside a longer one. The texts have no punctuation.
func checkReuse(t *testing.T, least int, texts, others []string) {
	t.Helper()
	occurs := func(s string) (n int) {
		for _, text := range texts {
			for i := range text {
				if strings.HasPrefix(text[i:], s) {
					n++
				}
			}
		}
		return n
	}
	want := make(map[string]int) // places in others
	for _, text := range others {
		runes := []rune(text)
		end := 0 // of all stretches so far
		for i := range runes {
			n := 0
			for i+n < len(runes) && occurs(string(runes[i:i+n+1])) > 0 {
				n++
			}
			if n >= least && i+n > end {
				want[string(runes[i:i+n])]++
			}
			end = max(end, i+n)
		}
	}
	got := make(map[string]int)
	for _, p := range reuse(t, analysis.Reuse{MinRunes: least}, nil, texts, others) {
		require.Zero(t, got[p.text], "each wording is one passage")
		got[p.text] = len(p.others)
		require.Len(t, p.places, occurs(p.text))
		for _, at := range append(p.places, p.others...) {
			require.Equal(t, p.text, at[1:])
		}
	}
	require.Equal(t, want, got, "%q %q", texts, others)
}

func TestReuseAgainstAllStretches(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 7))
		text := func() string {
			s := make([]rune, r.IntN(60))
			for i := range s {
				s[i] = []rune("甲乙丙")[r.IntN(2+int(seed%2))]
			}
			return string(s)
		}
		checkReuse(t, 4+int(seed%5), []string{text(), text()}, []string{text(), text()})
	}
}

func FuzzReuse(f *testing.F) {
	f.Add("要坚持绿水青山就是金山银山", "绿水青山就是金山银山的理念", uint8(4))
	f.Add("一一一一一一一", "一一一一一一一一一一", uint8(5))
	f.Fuzz(func(t *testing.T, a, b string, least uint8) {
		han := func(s string) string { // four characters, so that much recurs
			s = s[:min(len(s), 200)]
			out := make([]rune, len(s))
			for i := range len(s) {
				out[i] = []rune("甲乙丙丁")[s[i]%4]
			}
			return string(out)
		}
		checkReuse(t, 4+int(least%20), []string{han(a)}, []string{han(b)})
		// Whatever the texts are, spans are inside them and on characters.
		a, b = strings.ToValidUTF8(a, "?"), strings.ToValidUTF8(b, "?")
		for _, exact := range []bool{false, true} {
			for _, p := range reuse(t, analysis.Reuse{MinRunes: 4, Exact: exact}, nil, []string{a, b}, []string{b + a}) {
				for _, at := range append(p.places, p.others...) {
					if !strings.Contains(a+b+a, at[1:]) || at[1:] == "" {
						t.Fatalf("%q", at)
					}
				}
			}
		}
	})
}

func BenchmarkReuse(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	sentence := func() string {
		s := make([]rune, 30)
		for i := range s {
			s[i] = rune(0x4e00 + r.IntN(3000))
		}
		return string(s) + "。\n"
	}
	var shared []string
	for range 200 {
		shared = append(shared, sentence())
	}
	text := func(n int) string {
		var b strings.Builder
		for b.Len() < n {
			if r.IntN(10) == 0 {
				b.WriteString(shared[r.IntN(len(shared))])
			} else {
				b.WriteString(sentence())
			}
		}
		return b.String()
	}
	for name, n := range map[string]int{"100kB": 1e5, "1MB": 1e6} {
		var docs []*analysis.Document
		for d, err := range documents(nil, text(n), text(n)) {
			require.NoError(b, err)
			docs = append(docs, d)
		}
		one := func(d *analysis.Document) iter.Seq2[*analysis.Document, error] {
			return func(yield func(*analysis.Document, error) bool) { yield(d, nil) }
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(2 * int64(n))
			for b.Loop() {
				x, err := analysis.Reuse{}.Index(one(docs[0]))
				require.NoError(b, err)
				_, err = x.Compare(one(docs[1]))
				require.NoError(b, err)
			}
		})
	}
}
