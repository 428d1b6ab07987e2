package summarize

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pickedOf returns the texts of a summary whose Scorer likes the one sentence
// that has a ★, which is taken out.
func pickedOf(t *testing.T, z Summarizer, text string) []string {
	t.Helper()
	before, after, ok := strings.Cut(text, "★")
	require.True(t, ok)
	d := analyze(t, before+after)
	scores := make(fixed, len(d.Sentences))
	for i, s := range d.Sentences {
		if s.Start <= len(before) && len(before) < s.End {
			scores[i] = 1
		}
	}
	z.Scorer = scores
	z.Genre = GenreOther
	s, err := z.Summarize(t.Context(), d)
	require.NoError(t, err)
	return texts(s.Picks)
}

func TestTogether(t *testing.T) {
	t.Parallel()
	const (
		first = "全市新建社区服务中心四十二个，覆盖所有街道。"
		other = "春节期间，市领导走访慰问了一批困难群众和老党员。"
		it    = "★该中心集成了养老托育等十二类便民服务事项。"
	)
	for _, c := range []struct {
		name string
		z    Summarizer
		text string
		want []string
	}{
		{"该 with the sentence before it", Summarizer{Sentences: 2}, other + first + it, []string{first, it}},
		{"对此 with the sentence before it", Summarizer{Sentences: 2}, other + "部分社区服务人员不足，群众办事等候时间较长。★对此，各街道要统筹力量，尽快补齐服务短板弱项。",
			[]string{"部分社区服务人员不足，群众办事等候时间较长。", "★对此，各街道要统筹力量，尽快补齐服务短板弱项。"}},
		{"neither where one sentence is wanted", Summarizer{Sentences: 1}, other + first + it, []string{other}},
		{"neither where the pair has no room", Summarizer{Runes: 40}, other + first + it, []string{other}},
		{"the pair where it has room exactly", Summarizer{Runes: 44}, other + first + it, []string{first, it}},
		{"a chain", Summarizer{Sentences: 3}, other + first + "该中心集成了养老托育等十二类便民服务事项。★这一做法受到群众的普遍欢迎，已在全省推广。",
			[]string{first, "该中心集成了养老托育等十二类便民服务事项。", "★这一做法受到群众的普遍欢迎，已在全省推广。"}},
		{"neither behind a heading", Summarizer{Sentences: 2}, other + first + "\n一、服务情况\n" + it + "\n二、其他\n" + "各街道按照职责分工抓好各项工作任务的落实。", []string{other, first}},
		{"neither at the beginning", Summarizer{Sentences: 2}, it + other + first, []string{other, first}},
		{"across paragraphs", Summarizer{Sentences: 2}, other + "\n" + first + "\n" + it, []string{first, it}},
		{"a connective needs nothing", Summarizer{Sentences: 1}, first + "★此外，还要加强社区工作者队伍建设，提高服务能力。", []string{"★此外，还要加强社区工作者队伍建设，提高服务能力。"}},

		{"a list whole", Summarizer{Sentences: 3}, other + "一是完善工作机制，把治理资源配置到社区。★二是加强队伍建设，提高服务群众的能力。三是强化督促检查，推动各项任务落实。" + first,
			[]string{"一是完善工作机制，把治理资源配置到社区。", "★二是加强队伍建设，提高服务群众的能力。", "三是强化督促检查，推动各项任务落实。"}},
		{"a list not at all", Summarizer{Sentences: 2}, other + "一是完善工作机制，把治理资源配置到社区。★二是加强队伍建设，提高服务群众的能力。三是强化督促检查，推动各项任务落实。" + first, []string{other, first}},
		{"a list of semicolons with its head", Summarizer{Sentences: 3}, other + "重点抓好三项工作：一是完善工作机制；★二是加强队伍建设，提高服务群众的能力和水平；三是强化督促检查，推动各项任务落到实处。" + first,
			[]string{"重点抓好三项工作：一是完善工作机制；", "★二是加强队伍建设，提高服务群众的能力和水平；", "三是强化督促检查，推动各项任务落到实处。"}},
		{"一是 behind a letter is no list", Summarizer{Sentences: 1}, "A一是统计报表的代号。★二是另一张统计报表的代号，由各县填写上报。" + other, []string{"★二是另一张统计报表的代号，由各县填写上报。"}},
		{"a list of 要", Summarizer{Sentences: 2}, other + "一要完善工作机制，把治理资源配置到社区。★二要加强队伍建设，提高服务群众的能力。" + first,
			[]string{"一要完善工作机制，把治理资源配置到社区。", "★二要加强队伍建设，提高服务群众的能力。"}},
		{"items in a sentence before", Summarizer{Sentences: 2}, other + "要抓好三项工作：一是完善工作机制，二是加强队伍建设，提高服务能力。★三是强化督促检查，推动各项任务落到实处。" + first,
			[]string{"要抓好三项工作：一是完善工作机制，二是加强队伍建设，提高服务能力。", "★三是强化督促检查，推动各项任务落到实处。"}},
		{"a formality is no companion", Summarizer{Sentences: 2}, other + "我代表市人民政府向全市各族人民表示衷心的感谢！★这是全市人民共同奋斗的结果，成绩来之不易。" + first, []string{other, first}},
		{"一是 in a word is no list", Summarizer{Sentences: 1}, "★统一是做好治理工作、凝聚各方力量的重要前提。" + other, []string{"★统一是做好治理工作、凝聚各方力量的重要前提。"}},

		{"a quotation whole", Summarizer{Sentences: 2}, other + "市委书记强调：“★基层治理是国家治理的基石，必须牢牢抓在手上。要把资源和服务下沉到社区，让群众办事更加方便快捷。”" + first,
			[]string{"市委书记强调：“★基层治理是国家治理的基石，必须牢牢抓在手上。", "要把资源和服务下沉到社区，让群众办事更加方便快捷。”"}},
		{"a quotation not at all", Summarizer{Sentences: 1}, other + "市委书记强调：“★基层治理是国家治理的基石，必须牢牢抓在手上。要把资源和服务下沉到社区，让群众办事更加方便快捷。”" + first, []string{other}},
		{"a slogan in quotation marks is part of its sentence", Summarizer{Sentences: 1}, other + "★各地落实“群众点单、社区派单、部门接单”的工作机制。", []string{"★各地落实“群众点单、社区派单、部门接单”的工作机制。"}},
		{"where nothing else is, what it refers to may be missing", Summarizer{Sentences: 1}, it, []string{it}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var want []string
			for _, w := range c.want {
				want = append(want, strings.ReplaceAll(w, "★", ""))
			}
			assert.Equal(t, want, pickedOf(t, c.z, c.text))
		})
	}
}
