package summarize

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const focused = `工作情况通报
全市加强基层治理，推动治理资源下沉到社区和村庄。
全市加强财政管理，压减一般性支出，兜牢保工资保运转底线。
全市加强生态保护，持续改善空气质量，完成造林绿化任务。
全市加强教育工作，新建扩建中小学二十所，增加学位两万个。
`

func TestFocus(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		focus []string
		want  string
	}{
		{"a word", []string{"财政"}, "全市加强财政管理，压减一般性支出，兜牢保工资保运转底线。"},
		{"a phrase of words", []string{"造林绿化"}, "全市加强生态保护，持续改善空气质量，完成造林绿化任务。"},
		{"two words, one of which is not there", []string{"航天", "财政"}, "全市加强财政管理，压减一般性支出，兜牢保工资保运转底线。"},
		{"letters and quotation marks as in keys", []string{"“财政”"}, "全市加强财政管理，压减一般性支出，兜牢保工资保运转底线。"},
	} {
		for _, m := range methods {
			if _, ok := m.(PacSum); ok {
				continue // gives the last sentences next to nothing
			}
			t.Run(c.name, func(t *testing.T) {
				t.Parallel()
				s, err := Summarizer{Scorer: m, Sentences: 1, Focus: c.focus}.Summarize(t.Context(), analyze(t, focused))
				require.NoError(t, err)
				assert.Equal(t, []string{c.want}, texts(s.Picks), "%T", m)
			})
		}
	}
	s, err := Summarizer{Sentences: 1, Focus: []string{"今年新建了多少所中小学？"}}.Summarize(t.Context(), analyze(t, focused))
	require.NoError(t, err)
	assert.Equal(t, []string{"全市加强教育工作，新建扩建中小学二十所，增加学位两万个。"}, texts(s.Picks), "a question")

	for _, focus := range [][]string{{"航天"}, {""}, {"？"}} {
		_, err := Summarizer{Focus: focus}.Summarize(t.Context(), analyze(t, focused))
		require.ErrorIs(t, err, ErrFocus)
	}
	_, err = Summarizer{Focus: []string{"航天", "深海"}}.Summarize(t.Context(), analyze(t, focused))
	assert.EqualError(t, err, `summarize: document "test": nothing of the focus is in the text: 航天, 深海`)
}

// In a report, what is to be done comes before what was.
func TestAimTasks(t *testing.T) {
	t.Parallel()
	const report = `青阳市政府工作报告
各位代表：
一、2025年工作回顾
过去一年，全市地区生产总值增长6.9%，一般公共预算收入增长4.5%，城镇新增就业12万人。
工业投资增长百分之十，规上工业企业达到一千家，产业集群加快壮大。
二、2026年工作安排
今年的主要预期目标是：地区生产总值增长6%左右，城镇新增就业10万人。
要加快发展先进制造业，培育重点产业集群，支持企业技术改造。
`
	for _, m := range []Scorer{nil, TextRank{}, LexRank{}, BM25Rank{}, MMR{}, Centroid{}, SumBasic{}} {
		s, err := Summarizer{Scorer: m, Sentences: 2, Aim: AimTasks}.Summarize(t.Context(), analyze(t, report))
		require.NoError(t, err)
		assert.Equal(t, GenreReport, s.Genre)
		assert.Equal(t, []string{
			"今年的主要预期目标是：地区生产总值增长6%左右，城镇新增就业10万人。",
			"要加快发展先进制造业，培育重点产业集群，支持企业技术改造。",
		}, texts(s.Picks), "%T", m)
	}
}

func TestLooksBack(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]bool{
		"一、2025年工作回顾\n": true, "一、主要成就\n": true, "一、2026年工作安排\n": false, "一、2025年工作回顾和2026年工作的总体要求\n": false,
	} {
		d := analyze(t, title+"（一）产业\n去年新建学校医院，增加学位床位，改善办学条件。\n")
		assert.Equal(t, want, looksBack(d, len(d.Sentences)-1), title)
	}
}
