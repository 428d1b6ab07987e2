package summarize

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

// A pick halves the weight of its terms, and a section's picks discount it.
func TestCoverageGains(t *testing.T) {
	t.Parallel()
	d := newDocument(t, "甲 乙 丙 。", "甲 乙 丁 。", "乙 戊 己 。", "丁 戊 。")
	s, err := Coverage{Corpus: new(analysis.Corpus)}.begin(t.Context(), inputOf(d))
	require.NoError(t, err)
	c := s.(*coverage)
	weights := func() []float64 {
		for term := range d.Terms {
			c.weights.ask([]analysis.TermID{analysis.TermID(term)})
		}
		return slices.Clone(c.weights.left)
	}
	assert.Equal(t, []float64{2, 3, .1, 2, 2, .1}, weights(), "df × IDF of 1, and a tenth of it where only one sentence has the term")
	before := c.gain(1)
	s.add(0)
	assert.Equal(t, []float64{1, 1.5, .05, 2, 2, .1}, weights())
	assert.InDelta(t, before*math.Sqrt((1+1.5+2)/(2+3+2.)), c.gain(1), 1e-12)
	assert.False(t, c.bySection, "there are no sections")

	scores := score(t, Coverage{}, d)
	most := 0.0
	for _, v := range scores {
		most = max(most, v)
	}
	assert.InDelta(t, 1, most, 1e-12, "the greatest score is 1")
}

func TestCoverageDiscountsSections(t *testing.T) {
	t.Parallel()
	d := analyze(t, "一、产业发展\n我市加快发展先进制造业，培育重点产业集群。支持企业技术改造，提升制造业水平。\n二、科技创新\n加强重点实验室建设，支持企业开展技术攻关。\n三、民生保障\n做好重点群体就业工作，支持企业稳定岗位。\n")
	s, err := Coverage{}.begin(t.Context(), inputOf(d))
	require.NoError(t, err)
	c := s.(*coverage)
	require.True(t, c.bySection)
	ranked := rankable(d)
	before := c.gain(ranked[1])
	c.picks[d.Sentences[ranked[1]].Section]++
	assert.InDelta(t, .7*before, c.gain(ranked[1]), 1e-12)
}

// gainOf returns the gain of the sentence with a ★ over that of the others.
func gainOf(t *testing.T, text string) (starred, others float64) {
	t.Helper()
	before, after, ok := strings.Cut(text, "★")
	require.True(t, ok)
	d := analyze(t, before+after)
	scores := score(t, Coverage{}, d)
	for i, s := range d.Sentences {
		if s.Start <= len(before) && len(before) < s.End {
			starred = scores[i]
		} else {
			others = max(others, scores[i])
		}
	}
	return starred, others
}

// What a sentence is makes it the best among sentences of the same words.
func TestPriors(t *testing.T) {
	t.Parallel()
	const filler = "全市加强基层治理，提升治理效能和服务水平。"
	for _, c := range []struct{ name, text string }{
		{"the beginning", "★" + filler + "各县加强基层治理，提升治理效能和服务水平。各乡加强基层治理，提升治理效能和服务水平。"},
		{"the first of a section", "总述\n各县加强基层治理，提升治理效能和服务水平。\n一、工作进展\n★" + filler + "各乡加强基层治理，提升治理效能和服务水平。各村加强基层治理，提升治理效能和服务水平。"},
		{"a goal", "各县加强基层治理，提升治理效能和服务水平。各乡加强基层治理，提升治理效能和服务水平。★主要目标是：加强基层治理，提升治理效能和服务水平。"},
		{"an aim by a year", "各县加强基层治理，提升治理效能和服务水平。★到2030年，加强基层治理，提升治理效能和服务水平。各乡加强基层治理，提升治理效能和服务水平。"},
		{"a purpose", "各县加强基层治理，提升治理效能和服务水平。★为了加强基层治理，提升治理效能和服务水平，制定本办法。各乡加强基层治理，提升治理效能和服务水平。"},
		{"a phrase of the title", "扎实推进建设网络强省\n各县加强基层治理，提升治理效能和服务水平。各县推进网络强省建设，加强基层治理。★全市推进网络强省建设，加强基层治理，提升治理效能和服务水平。"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			starred, others := gainOf(t, c.text)
			assert.Greater(t, starred, others)
		})
	}
}

// In a regulation, purpose and principles come before procedure.
func TestRegulationsPurposeAndPrinciplesFirst(t *testing.T) {
	t.Parallel()
	const text = `青阳市公共数据管理办法
第一章 总则
第一条 为了规范公共数据管理，促进公共数据共享开放，保障数据安全，根据有关法律，制定本办法。
第二条 公共数据管理应当遵循统筹规划、依法开放、保障安全的原则。
第二章 共享开放
第三条 申请共享公共数据的，数据主管部门应当自收到申请材料之日起五个工作日内答复，申请材料不全的，应当一次告知需要补正的公共数据申请材料。
第四条 违反公共数据管理规定，逾期不改正的，由数据主管部门处以罚款，公共数据管理构成犯罪的，依法追究刑事责任，对公共数据开放造成损失的，依法承担责任。
第三章 附则
第五条 本办法自2024年1月1日起施行，有效期五年。
`
	d := analyze(t, text)
	s, err := Summarizer{Sentences: 2}.Summarize(t.Context(), d)
	require.NoError(t, err)
	assert.Equal(t, GenreRegulation, s.Genre)
	require.Len(t, s.Picks, 2)
	assert.Contains(t, s.Picks[0].Text, "为了规范公共数据管理")
	assert.Contains(t, s.Picks[1].Text, "应当遵循")

	in := inputOf(d)
	r := newReader(in)
	var general []bool
	for k := range in.ranked {
		general = append(general, r.general(k))
	}
	assert.Equal(t, []bool{true, true, false, false, false}, general)
}

func TestNewsBeginsWithWhatMatters(t *testing.T) {
	t.Parallel()
	in := inputOf(analyze(t, "全市加强基层治理，提升服务水平。各县加强基层治理，提升服务水平。各乡加强基层治理，提升服务水平。"))
	in.genre = GenreNews
	r := newReader(in)
	assert.InDeltaSlice(t, []float64{newsFront / 2, 0, -newsFront / 2}, []float64{r.genreWeight(0), r.genreWeight(1), r.genreWeight(2)}, 1e-12)
	in.genre = GenreOther
	assert.Zero(t, newReader(in).genreWeight(0))
}

func TestOverlaps(t *testing.T) {
	t.Parallel()
	d := analyze(t, "数字青阳建设方案\n一、数字政府\n推进数字政府改革，提升效能。\n推进青阳城市改革，提升效能。\n没有一个词语在标题里出现。\n")
	m := newRows(d, rankable(d))
	o := newOverlaps(d, m)
	assert.InDelta(t, 1, o.heading(0), 1e-12)
	assert.InDelta(t, 0, o.heading(1), 1e-12)
	assert.Greater(t, o.title(1), 0.)
	assert.Less(t, o.title(1), 1.)
	assert.InDelta(t, 0, o.title(2), 1e-12)
}

func TestSubjects(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a phrase that the text takes up twice", "扎实推进建设网络强省\n要加快网络强省建设，夯实基础。网络强省的目标必须实现，不能动摇。", []string{"网络强省"}},
		{"once in the text and once in a heading", "扎实推进建设网络强省\n一、建设网络强省\n要加快网络强省建设，夯实基础。", []string{"网络强省"}},
		{"once is no subject", "扎实推进建设网络强省\n要加快网络强省建设，夯实基础。", nil},
		{"a heading alone is none", "扎实推进建设网络强省\n一、建设网络强省\n要加快建设步伐，夯实发展基础。", nil},
		{"a word is no phrase", "网络观察\n网络建设很重要，要抓好。网络安全很重要，要抓好。", nil},
		{"a genre is none", "政府工作报告\n政府工作很重要，要抓好。政府工作要有新的气象。", nil},
		{"no title", "要加快网络强省建设，夯实基础。", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := analyze(t, c.text)
			var got []string
			for _, s := range subjects(d, newRows(d, rankable(d))) {
				got = append(got, s.text)
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestASummaryNamesItsSubjectOnce(t *testing.T) {
	t.Parallel()
	d := analyze(t, "扎实推进建设网络强省\n要加快网络强省建设，夯实基础。\n网络强省的目标必须实现，不能动摇。\n全会精神要深入学习，融会贯通。\n")
	s, err := Coverage{}.begin(t.Context(), inputOf(d))
	require.NoError(t, err)
	c := s.(*coverage)
	ranked := rankable(d)
	require.Len(t, c.subjects, 1)
	before := c.gain(ranked[1])
	s.add(ranked[0])
	assert.Empty(t, c.subjects)
	assert.Less(t, c.gain(ranked[1]), before/subjectBonus+1e-12)
}
