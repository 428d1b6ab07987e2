package summarize

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const sectioned = `青阳市2025年工作方案
为推动高质量发展取得新成效，结合我市实际，制定本方案。
一、产业发展
（一）先进制造业
培育重点产业集群，支持企业实施设备更新和技术改造。
全年新增规上工业企业一百家，工业投资增长百分之八。
（二）现代服务业
大力发展生产性服务业，推动现代物流与制造业深度融合。
二、民生保障
略。
三、组织实施
各县区要加强组织领导，健全工作机制，确保各项任务落到实处。
培育重点产业集群，支持企业实施设备更新和技术改造。
`

func TestSections(t *testing.T) {
	t.Parallel()
	d := analyze(t, sectioned)
	for _, c := range []struct {
		name  string
		z     Summarizer
		level int
		want  map[string][]string // by the section's title
	}{
		{"the first level", Summarizer{Sentences: 1}, 1, map[string][]string{
			"产业发展": {"大力发展生产性服务业，推动现代物流与制造业深度融合。"},
			"民生保障": nil,
			"组织实施": {"各县区要加强组织领导，健全工作机制，确保各项任务落到实处。"},
		}},
		{"the second, and the first where there is none", Summarizer{Sentences: 1}, 2, map[string][]string{
			"先进制造业": {"培育重点产业集群，支持企业实施设备更新和技术改造。"},
			"现代服务业": {"大力发展生产性服务业，推动现代物流与制造业深度融合。"},
			"民生保障":  nil,
			"组织实施":  {"各县区要加强组织领导，健全工作机制，确保各项任务落到实处。"},
		}},
		{"two sentences; a repeat is not said again", Summarizer{Sentences: 2}, 2, map[string][]string{
			"先进制造业": {"培育重点产业集群，支持企业实施设备更新和技术改造。", "全年新增规上工业企业一百家，工业投资增长百分之八。"},
			"现代服务业": {"大力发展生产性服务业，推动现代物流与制造业深度融合。"},
			"民生保障":  nil,
			"组织实施":  {"各县区要加强组织领导，健全工作机制，确保各项任务落到实处。"},
		}},
		{"a ratio of each, one sentence at least", Summarizer{Ratio: .1}, 1, map[string][]string{
			"产业发展": {"大力发展生产性服务业，推动现代物流与制造业深度融合。"},
			"民生保障": nil,
			"组织实施": {"各县区要加强组织领导，健全工作机制，确保各项任务落到实处。"},
		}},
		{"characters that one section has too few of", Summarizer{Runes: 26}, 1, map[string][]string{
			"产业发展": {"大力发展生产性服务业，推动现代物流与制造业深度融合。"}, "民生保障": nil, "组织实施": nil,
		}},
		{"another method", Summarizer{Sentences: 1, Scorer: Lead{}}, 1, map[string][]string{
			"产业发展": {"培育重点产业集群，支持企业实施设备更新和技术改造。"},
			"民生保障": nil,
			"组织实施": {"各县区要加强组织领导，健全工作机制，确保各项任务落到实处。"},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			all, err := c.z.Sections(t.Context(), d, c.level)
			require.NoError(t, err)
			got := make(map[string][]string)
			for _, s := range all {
				got[d.Sections[s.Section].Title] = texts(s.Picks)
				assert.Equal(t, s.Err != nil, len(s.Picks) == 0)
				for _, p := range s.Picks {
					assert.Equal(t, d.Text[p.Start:p.End], p.Text)
					assert.True(t, d.Sections[s.Section].Start <= p.Start && p.End <= d.Sections[s.Section].End)
				}
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestSectionsErrors(t *testing.T) {
	t.Parallel()
	d := analyze(t, sectioned)
	all, err := Summarizer{Runes: 26}.Sections(t.Context(), d, 1)
	require.NoError(t, err)
	assert.ErrorIs(t, all[1].Err, ErrNoSentences)
	assert.ErrorIs(t, all[2].Err, ErrBudget)
	assert.EqualError(t, all[1].Err, `summarize: document "test": section "二、民生保障" at byte 411: no sentence to pick`)

	_, err = Summarizer{}.Sections(t.Context(), d, 0)
	assert.EqualError(t, err, "summarize: the level 0 of sections is below 1")
	_, err = Summarizer{Sentences: -1}.Sections(t.Context(), d, 1)
	assert.EqualError(t, err, "summarize: the budget of -1 sentences is negative")
	_, err = Summarizer{}.Sections(t.Context(), analyze(t, "全市加强基层治理，提升治理效能和服务水平。"), 1)
	assert.ErrorIs(t, err, ErrNoSentences)
	assert.EqualError(t, err, `summarize: document "test": no sentence to pick: it has no sections`)
}
