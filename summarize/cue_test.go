package summarize

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCue(t *testing.T) {
	t.Parallel()
	long := "这一段话比四十个汉字要长一些所以省略号不能跨过它去找到后面的那一个词语来配成一对是不行的而且还要再长一点才够"
	for _, c := range []struct {
		name, cue, s string
		want         bool
	}{
		{"anywhere", "总要求", "这是总要求。", true},
		{"not there", "总要求", "这是要求。", false},
		{"at the beginning", "^要", "要坚持。", true},
		{"not at the beginning", "^要", "我们要坚持。", false},
		{"at the end, its final mark left out", "办法$", "管理办法。", true},
		{"not at the end", "办法$", "管理办法的通知", false},
		{"the whole", "^政府$", "政府", true},
		{"more than the whole", "^政府$", "政府工作", false},
		{"two parts", "坚持…原则", "坚持公开透明的原则。", true},
		{"two parts without anything between", "坚持…原则", "坚持原则。", true},
		{"two parts in the other order", "坚持…原则", "原则上坚持。", false},
		{"two parts too far apart", "坚持…原则", "坚持" + long + "原则", false},
		{"the second of two first parts is near", "坚持…原则", "坚持" + long + "坚持公平原则", true},
		{"two parts any distance apart", "坚持……原则", "坚持" + long + "原则", true},
		{"an end behind two parts", "^为…制定$", "为了规范管理，制定。", true},
		{"the second of two last parts ends it", "为…制定$", "为制定规划而制定", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, parseCue(c.cue).in(c.s))
		})
	}
}

// Each class takes what it is for and leaves what looks like it.
func TestCuesOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		class cueSet
		take  []string
		leave []string
	}{
		{"goal", hasGoal,
			[]string{"今年工作的总体要求是：坚持稳中求进。", "主要预期目标是：地区生产总值增长6%左右。", "实现上述主要目标，要抓好三项工作。"},
			[]string{"较好完成了确定的目标任务。", "各县要提出本地区的预期目标。"}},
		{"purpose", hasPurpose,
			[]string{"为了规范公共数据授权运营活动，促进公共数据资源开发利用，根据有关法律、行政法规，结合本省实际，制定本办法。", "为进一步优化营商环境，现就有关事项通知如下：", "根据《条例》，制定本细则。"},
			[]string{"为人民服务是根本宗旨。", "应当为其制定计划。"}},
		{"principle", hasPrinciple,
			[]string{"数据授权运营应当遵循依法合规、安全可控的原则。", "坚持预防为主的方针。"}, []string{"原则上不得调整。", "坚持到底。"}},
		{"problem", hasProblem,
			[]string{"发展不平衡问题依然突出。", "经济运行存在不少困难和问题。", "部分企业面临较大挑战。"}, []string{"研究解决了一批问题。", "克服困难，完成任务。"}},
		{"duty", hasDuty, []string{"要抓好落实。", "必须守住底线。", "各级政府要坚持过紧日子。", "应当依法公开。"}, []string{"重要的是落实。", "我们完成了任务。"}},
		{"now", hasNow, []string{"今年经济社会发展任务很重。", "“十五五”时期要再上台阶。", "下一步，抓好落实。"}, []string{"去年增长5%。"}},
		{"past", hasPast, []string{"过去一年，成绩来之不易。", "进出口总额同比增长6%。"}, []string{"今年要增长6%。", "过去的经验值得总结。"}},
		{"procedure", hasProcedure, []string{"应当在五个工作日内答复。", "申请材料不全的，一次告知。"}, []string{"按时完成工作。"}},
		{"closing", hasClosing,
			[]string{"本办法自2024年1月1日起施行。", "本条例由省数据局负责解释。", "原规定同时废止。"}, []string{"本办法适用于本省行政区域。", "依法施行政务公开。"}},
		{"courtesy", hasCourtesy,
			[]string{"现在，我代表市人民政府，向大会报告工作，请予审议。", "向全市人民表示衷心的感谢！", "让我们携手前进！", "谢谢大家！", "（新华社北京9月22日电）"},
			[]string{"要让我们的城市更美好。", "群众表示满意。", "请审计部门加强监督。"}},
		{"anaphor", hasAnaphor, []string{"该平台已经建成。", "这是一项长期任务。", "对此，各地要高度重视。", "上述措施自今年起实行。"}, []string{"应当建设该平台。", "在这一过程中要稳妥。"}},
		{"anaphor, but", hasAnaphorBut, []string{"此外，还要加强监管。", "其他部门按职责分工配合。", "这次会议很重要。", "其次，抓好落实。"}, []string{"此举意义重大。", "其成果已经推广。"}},
		{"finding", hasFinding, []string{"综上，原告的请求成立。", "可见其有过错。"}, []string{"原告诉称。"}},
		{"outcome", hasOutcome, []string{"本院认为，合同有效。", "依照法律规定，判决如下："}, []string{"原告认为合同有效。"}},
		{"formality", hasFormality,
			[]string{"案件受理费50元，由被告负担。", "如不服本判决，可在十五日内上诉。", "委托诉讼代理人：沈某，律师。", "原告：周某，男，1979年生，汉族。", "本院公开开庭进行了审理。", "上述事实，有借条等证据证实。"},
			[]string{"原告诉称，被告拖欠货款。", "原告罗某诉称：双方感情破裂。", "被告应当支付货款。", "被告辩称，诉讼时效已过。"}},
	} {
		for _, s := range c.take {
			t.Run(c.name+"/takes "+s, func(t *testing.T) {
				t.Parallel()
				assert.NotZero(t, cuesOf(s)&c.class)
			})
		}
		for _, s := range c.leave {
			t.Run(c.name+"/leaves "+s, func(t *testing.T) {
				t.Parallel()
				assert.Zero(t, cuesOf(s)&c.class)
			})
		}
	}
}

func TestAnaphoric(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"该项目总投资3亿元。": true, "其中，第一产业增长4%。": true, "这些问题必须解决。": true, "为此，要做好三项工作。": true, "以上十条是宝贵经验。": true, "他们的经验值得推广。": true,
		"此外，要抓好落实。": false, "其他事项另行通知。": false, "这次调整涉及面广。": false, "应该看到成绩。": false, "本市该类企业有5家。": false, "那么，怎样落实？": false,
	} {
		assert.Equal(t, want, cuesOf(s).anaphoric(), s)
	}
}

func TestAimsAtYear(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"到2030年，森林覆盖率达到61.5%。": true, "力争到2027年底全面建成。": true, "——到二〇三五年，基本实现现代化。": true, "到２０３０年，目标实现。": true, "到本世纪中叶，建成现代化强国。": true,
		"2030年的目标是": false, "到20年后再看。": false, "到期后另行规定。": false, "到2030个": false, "到": false,
	} {
		assert.Equal(t, want, aimsAtYear(s), s)
	}
}

func FuzzCuesOf(f *testing.F) {
	f.Add("该项目自2024年起施行，\xff请予审议。")
	f.Fuzz(func(t *testing.T, s string) {
		found := cuesOf(s)
		for k, name := range []string{"goal", "purpose", "principle", "problem", "duty", "now", "past", "procedure", "closing"} {
			if got, want := found&(1<<k) != 0, cues[name].in(s); got != want {
				t.Fatalf("class %s of %q: %v, by the list %v", name, s, got, want)
			}
		}
	})
}
