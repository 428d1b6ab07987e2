package summarize

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

// fixed is a Scorer of given scores.
type fixed []float64

func (f fixed) Score(context.Context, *analysis.Document) ([]float64, error) { return f, nil }

// long are sentences that can be picked, 17, 18, 19 and 20 characters long and
// without a term in common.
var long = []string{
	"全市各地 加快推进 基础设施 项目建设 。",
	"有关单位 定期公布 财政预算 收支 执行表 。",
	"学校医院 优先配备 教师医生 护理 人员编制 。",
	"农村道路 供水管网 电力通信 应当同步规划好 。",
}

func TestSummarize(t *testing.T) {
	t.Parallel()
	up := fixed{1, 2, 3, 4}
	const head = "各级 部门 要 抓好 以下 几 个 方面 的 重点 工作 ："
	for _, c := range []struct {
		name       string
		summarizer Summarizer
		sentences  []string
		want       []int // indices of the sentences picked
	}{
		{"three sentences without a budget", Summarizer{Scorer: up}, long, []int{1, 2, 3}},
		{"Coverage without a Scorer: nothing in common, so the front", Summarizer{}, long, []int{0, 1, 2}},
		{"as many sentences as wanted", Summarizer{Scorer: up, Sentences: 2}, long, []int{2, 3}},
		{"no more sentences than there are", Summarizer{Scorer: up, Sentences: 9}, long, []int{0, 1, 2, 3}},
		{"text order, not score order", Summarizer{Scorer: fixed{2, 1, 4, 3}, Sentences: 2}, long, []int{2, 3}},
		{"equal scores go to the earlier", Summarizer{Scorer: fixed{1, 2, 2, 2}, Sentences: 2}, long, []int{1, 2}},
		{"scores are equal after rounding", Summarizer{Scorer: fixed{.3, .1 + .2, .2, .1}, Sentences: 1}, long, []int{0}},
		{"scores of 0 are picked last", Summarizer{Scorer: fixed{0, 0, 1, 0}, Sentences: 2}, long, []int{0, 2}},

		{"characters: the best that still fits", Summarizer{Scorer: up, Runes: 38}, long, []int{1, 3}},
		{"characters: exactly used up", Summarizer{Scorer: up, Runes: 39}, long, []int{2, 3}},
		{"characters: the shortest alone fits", Summarizer{Scorer: up, Runes: 17}, long, []int{0}},
		{"characters set no limit on sentences", Summarizer{Scorer: up, Runes: 74}, long, []int{0, 1, 2, 3}},
		{"both budgets hold: sentences are short", Summarizer{Scorer: up, Runes: 74, Sentences: 1}, long, []int{3}},
		{"both budgets hold: characters are short", Summarizer{Scorer: up, Runes: 38, Sentences: 3}, long, []int{1, 3}},

		{"a tolerance lets characters be exceeded", Summarizer{Scorer: up, Runes: 36, Tolerance: .1}, long, []int{2, 3}},
		{"but by no more than it says", Summarizer{Scorer: up, Runes: 35, Tolerance: .1}, long, []int{1, 3}},
		{"a tolerance lets a ratio be exceeded", Summarizer{Scorer: up, Ratio: .49, Tolerance: .1}, long, []int{2, 3}},
		{"a tolerance lets no sentence more be picked", Summarizer{Scorer: up, Sentences: 1, Tolerance: 1}, long, []int{3}},

		{"ratio", Summarizer{Scorer: up, Ratio: .53}, long, []int{2, 3}},
		{"ratio 1 is everything", Summarizer{Scorer: up, Ratio: 1}, long, []int{0, 1, 2, 3}},
		{"a ratio that no sentence fits gives the best", Summarizer{Scorer: up, Ratio: .01}, long, []int{3}},
		{"a ratio that no sentence fits gives the best that has characters enough", Summarizer{Scorer: up, Ratio: .01, Runes: 18}, long, []int{1}},
		{"ratio of the text without headings and repeats", Summarizer{Scorer: fixed{0, 3, 2, 1, 0, 0}, Ratio: .4},
			[]string{"#" + long[3], long[0], long[1], long[2], long[1], " "}, []int{1}},
		{"ratio and sentences", Summarizer{Scorer: up, Ratio: 1, Sentences: 1}, long, []int{3}},

		{"other roles are never picked", Summarizer{Scorer: fixed{9, 9, 9, 9, 1, 9}},
			[]string{"!" + long[0], "#" + long[1], "@" + long[2], "~" + long[3], "基层干部 走村入户 了解群众 实际困难 。", " "}, []int{4}},
		{"repeats are never picked, whatever their score", Summarizer{Scorer: fixed{1, 2, 9, 9}},
			[]string{long[0], long[1], long[0], strings.TrimSuffix(long[1], "。") + "！"}, []int{0, 1}},
		{"nor the beginning of another sentence", Summarizer{Scorer: fixed{9, 1}},
			[]string{long[0], strings.Replace(long[0], "。", "， 不得 拖延 。", 1)}, []int{1}},
		{"14 letters are too few", Summarizer{Scorer: fixed{9, 1}}, []string{"会议还强调 要 抓好 落实 抓出 成效 。", long[0]}, []int{1}},
		{"15 letters are enough", Summarizer{Scorer: fixed{9, 1}}, []string{"会议还强调 要 抓好 落实 抓出 好成效 。", long[0]}, []int{0, 1}},
		{"marks do not count", Summarizer{Scorer: fixed{9, 1}}, []string{"会议 、 强调 ， 要 “ 抓好 ” 落实 ， 抓出 成效 。", long[0]}, []int{1}},
		{"list heads", Summarizer{Scorer: fixed{9, 1}}, []string{head, long[0]}, []int{1}},
		{"list heads with a half-width colon", Summarizer{Scorer: fixed{9, 1}}, []string{strings.Replace(head, "：", ":", 1), long[0]}, []int{1}},
		{"long list heads too", Summarizer{Scorer: fixed{9, 1}}, []string{"为了 贯彻 落实 全市 经济 工作 会议 的 部署 ， " + head, long[0]}, []int{1}},
		{"sentences in brackets", Summarizer{Scorer: fixed{9, 8, 7, 1}},
			[]string{"（ " + long[0] + " ）", "( " + long[1] + " ) 。", "【 " + long[2] + " （ 甲 ） 】", "基层干部 走村入户 了解群众 实际困难 。"}, []int{3}},
		{"brackets that close before the end", Summarizer{Scorer: fixed{9, 1}},
			[]string{"（ 注 ） 加快推进 基础设施 项目建设 与 验收 工作 （ 略 ）", long[1]}, []int{0, 1}},
		{"brackets that do not close", Summarizer{Scorer: fixed{9, 1}}, []string{"（ " + long[0], long[1]}, []int{0, 1}},

		{"a short text has a summary", Summarizer{}, []string{"推进 改革 。"}, []int{0}},
		{"where nothing else is, brackets and list heads are picked", Summarizer{}, []string{"（ 略 ）", "要求 ：", "#" + long[0]}, []int{0, 1}},

		{"near repeats are not picked both", Summarizer{Scorer: fixed{2, 3, 1}, Sentences: 2},
			[]string{"甲县 乙县 丙县 丁县 戊县 己县 庚县 辛县 壬县 增长 。", "甲县 乙县 丙县 丁县 戊县 己县 庚县 辛县 壬县 下降 。", long[0]}, []int{1, 2}},
		{"what shares 8 of 10 terms is no near repeat", Summarizer{Scorer: fixed{2, 3, 1}, Sentences: 2},
			[]string{"甲县 乙县 丙县 丁县 戊县 己县 庚县 辛县 增长 。", "甲县 乙县 丙县 丁县 戊县 己县 庚县 辛县 下降 。", long[0]}, []int{0, 1}},
		{"sentences without terms are not alike", Summarizer{Scorer: fixed{1, 2}},
			[]string{"1111 2222 3333 4444 。", "1111 2222 3333 5555 。"}, []int{0, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := newDocument(t, c.sentences...)
			s, err := c.summarizer.Summarize(t.Context(), d)
			require.NoError(t, err)
			var got []int
			for _, p := range s.Picks {
				got = append(got, p.Sentence)
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestPicks(t *testing.T) {
	t.Parallel()
	d := newDocument(t, "!甲", long[0], long[1])
	s, err := Summarizer{Scorer: fixed{0, 1, 2}}.Summarize(t.Context(), d)
	require.NoError(t, err)
	first, second := strings.ReplaceAll(long[0], " ", ""), strings.ReplaceAll(long[1], " ", "")
	assert.Equal(t, []Pick{
		{Text: first, Start: 4, End: 4 + len(first), Sentence: 1, Section: -1, Rank: 2, Score: 1},
		{Text: second, Start: 5 + len(first), End: 5 + len(first) + len(second), Sentence: 2, Section: -1, Rank: 1, Score: 2},
	}, s.Picks)
	assert.Equal(t, first+"\n"+second, s.String())
	assert.Empty(t, (&Summary{}).String())

	s, err = Summarizer{Scorer: fixed{0, 1, 2}, ByScore: true}.Summarize(t.Context(), d)
	require.NoError(t, err)
	assert.Equal(t, []string{second, first}, texts(s.Picks), "as they were picked")
	assert.Equal(t, []int{1, 2}, []int{s.Picks[0].Rank, s.Picks[1].Rank})
}

func TestSummarizeErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name       string
		summarizer Summarizer
		sentences  []string
		is         error
		want       string
	}{
		{"empty text", Summarizer{}, nil, ErrNoSentences, `summarize: document "test": no sentence to pick: the text is empty`},
		{"blank lines", Summarizer{}, []string{" ", " "}, ErrNoSentences, `summarize: document "test": no sentence to pick: the text is empty`},
		{"headings only", Summarizer{}, []string{"!甲", "#乙", " ", "#丙", "~丁", "@戊"}, ErrNoSentences,
			`summarize: document "test": no sentence to pick: none is running text (title 1, heading 2, salutation 1, furniture 1)`},
		{"marks only", Summarizer{}, []string{"——", "。"}, ErrNoSentences,
			`summarize: document "test": no sentence to pick: the text has neither letters nor digits`},
		{"no sentence is short enough", Summarizer{Runes: 16}, long, ErrBudget,
			`summarize: document "test": no sentence fits the budget: the shortest has 17 characters, the budget is 16`},
		{"no sentence is short enough, with a ratio", Summarizer{Runes: 16, Ratio: .9}, long, ErrBudget,
			`summarize: document "test": no sentence fits the budget: the shortest has 17 characters, the budget is 16`},
		{"negative sentences", Summarizer{Sentences: -1}, long, nil, "summarize: the budget of -1 sentences is negative"},
		{"negative characters", Summarizer{Runes: -5}, long, nil, "summarize: the budget of -5 characters is negative"},
		{"negative ratio", Summarizer{Ratio: -.1}, long, nil, "summarize: the ratio -0.1 is not between 0 and 1"},
		{"tolerance above 1", Summarizer{Tolerance: 1.5}, long, nil, "summarize: the tolerance 1.5 is not between 0 and 1"},
		{"tolerance NaN", Summarizer{Tolerance: math.NaN()}, long, nil, "summarize: the tolerance NaN is not between 0 and 1"},
		{"no genre", Summarizer{Genre: 99}, long, nil, "summarize: there is no Genre(99)"},
		{"no aim", Summarizer{Aim: 9}, long, nil, "summarize: there is no Aim 9"},
		{"ratio above 1", Summarizer{Ratio: 1.5}, long, nil, "summarize: the ratio 1.5 is not between 0 and 1"},
		{"ratio NaN", Summarizer{Ratio: math.NaN()}, long, nil, "summarize: the ratio NaN is not between 0 and 1"},
		{"a Scorer with too few scores", Summarizer{Scorer: fixed{1}}, long, nil, `summarize: document "test": the Scorer gives 1 scores for 4 sentences`},
		{"a Scorer with NaN", Summarizer{Scorer: fixed{1, 2, math.NaN(), 3}}, long, nil, `summarize: document "test": the Scorer gives sentence 2 the score NaN`},
		{"a Scorer with infinity", Summarizer{Scorer: fixed{1, 2, 3, math.Inf(1)}}, long, nil, `summarize: document "test": the Scorer gives sentence 3 the score +Inf`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s, err := c.summarizer.Summarize(t.Context(), newDocument(t, c.sentences...))
			assert.Nil(t, s)
			require.EqualError(t, err, c.want)
			if c.is != nil {
				assert.ErrorIs(t, err, c.is)
			}
		})
	}
}

// checkSummary checks what holds for every summary.
func checkSummary(t testing.TB, z Summarizer, d *analysis.Document, s *Summary) {
	t.Helper()
	require.NotEmpty(t, s.Picks)
	used, total := 0, 0
	for _, i := range rankable(d) {
		total += runes(d, i)
	}
	for k, p := range s.Picks {
		require.Equal(t, d.Text[p.Start:p.End], p.Text)
		require.Equal(t, strings.TrimSpace(p.Text), p.Text)
		in := d.Sentences[p.Sentence]
		require.True(t, in.Start <= p.Start && p.Start < p.End && p.End <= in.End)
		require.Equal(t, analysis.RoleBody, in.Role)
		if k > 0 {
			require.Less(t, s.Picks[k-1].Sentence, p.Sentence)
		}
		used += utf8.RuneCountInString(p.Text)
	}
	if z.Sentences > 0 {
		require.LessOrEqual(t, len(s.Picks), z.Sentences)
	}
	if z.Runes > 0 {
		require.LessOrEqual(t, used, z.Runes)
	}
	if z.Ratio > 0 && len(s.Picks) > 1 {
		require.LessOrEqual(t, float64(used), z.Ratio*float64(total))
	}
}

func TestBudgetsHold(t *testing.T) {
	t.Parallel()
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 6))
		d := newDocument(t, mixed(r, randomSentences(r, 1+r.IntN(30)))...)
		z := Summarizer{Scorer: methods[r.IntN(len(methods))]}
		if r.IntN(2) == 0 {
			z.Sentences = 1 + r.IntN(12)
		}
		if r.IntN(2) == 0 {
			z.Runes = 1 + r.IntN(500)
		}
		if r.IntN(2) == 0 {
			z.Ratio = 1 - r.Float64()
		}
		s, err := z.Summarize(t.Context(), d)
		if err != nil {
			require.ErrorIs(t, err, ErrBudget)
			require.Greater(t, shortest(inputOf(d)), z.Runes)
			continue
		}
		checkSummary(t, z, d, s)
	}
}

func TestAsManySentencesAsWanted(t *testing.T) {
	t.Parallel()
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 7))
		d := newDocument(t, randomSentences(r, 1+r.IntN(30))...) // random, so none is a near repeat
		n := 1 + r.IntN(12)
		s, err := Summarizer{Sentences: n}.Summarize(t.Context(), d)
		require.NoError(t, err)
		require.Len(t, s.Picks, min(n, len(candidates(inputOf(d)))), "seed %d", seed)
	}
}

func TestMoreRoomIsUsed(t *testing.T) {
	t.Parallel()
	d := newDocument(t, randomSentences(rand.New(rand.NewPCG(2, 2)), 60)...)
	for n := range 60 {
		s, err := Summarizer{Runes: 200 + 50*n}.Summarize(t.Context(), d)
		require.NoError(t, err)
		used := 0
		picked := make(map[int]bool)
		for _, p := range s.Picks {
			used += utf8.RuneCountInString(p.Text)
			picked[p.Sentence] = true
		}
		for _, i := range candidates(inputOf(d)) {
			if !picked[i] {
				require.Greater(t, used+runes(d, i), 200+50*n, "sentence %d would fit", i)
			}
		}
	}
}

func TestRepeatedTextHasTheSummaryOfOneCopy(t *testing.T) {
	t.Parallel()
	once := randomSentences(rand.New(rand.NewPCG(8, 8)), 30)
	often := slices.Repeat(once, 50)
	for _, z := range []Summarizer{{}, {Scorer: TextRank{}}, {Scorer: Lead{}}, {Sentences: 7}, {Runes: 400}, {Ratio: .3}} {
		want, err := z.Summarize(t.Context(), newDocument(t, once...))
		require.NoError(t, err)
		got, err := z.Summarize(t.Context(), newDocument(t, often...))
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
}

func TestSameSummaryFromManyGoroutines(t *testing.T) {
	t.Parallel()
	d := newDocument(t, randomSentences(rand.New(rand.NewPCG(5, 5)), 100)...)
	for _, s := range methods {
		z := Summarizer{Scorer: s, Sentences: 10}
		want, err := z.Summarize(t.Context(), d)
		require.NoError(t, err)
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				got, err := z.Summarize(context.Background(), d)
				assert.NoError(t, err)
				assert.Equal(t, want, got)
			})
		}
		wg.Wait()
	}
}

func TestThirtyThousandSentences(t *testing.T) {
	t.Parallel()
	d := newDocument(t, randomSentences(rand.New(rand.NewPCG(6, 6)), 30_000)...)
	for _, z := range []Summarizer{
		{Scorer: TextRank{}, Runes: 1000},
		{Scorer: LexRank{}, Ratio: .2},
		{Scorer: LexRank{Threshold: .1}, Sentences: 50},
		{Scorer: Lead{}, Ratio: .5, Sentences: 3000},
		{Ratio: .5},
		{Scorer: MMR{}, Ratio: .5},
		{Scorer: SumBasic{}, Ratio: .5},
		{Scorer: KLSum{}, Ratio: .5},
		{Scorer: LSA{}, Ratio: .5},
		{Scorer: BM25Rank{}, Ratio: .5},
	} {
		got, err := z.Summarize(t.Context(), d)
		require.NoError(t, err)
		checkSummary(t, z, d, got)
	}
}

func BenchmarkSummarize(b *testing.B) {
	for _, n := range []int{300, 3_000, 30_000} {
		d := newDocument(b, randomSentences(rand.New(rand.NewPCG(1, 1)), n)...)
		for _, z := range []Summarizer{{}, {Runes: 1000}, {Ratio: .5}} {
			b.Run(fmt.Sprintf("runes=%d/ratio=%v/sentences=%d", z.Runes, z.Ratio, n), func(b *testing.B) {
				b.SetBytes(int64(len(d.Text)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := z.Summarize(b.Context(), d); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
