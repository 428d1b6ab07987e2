package summarize

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Each rule leaves the first and takes the second, both of which are scored
// alike.
func TestCandidates(t *testing.T) {
	t.Parallel()
	const other = "春节期间，市领导走访慰问了一批困难群众和老党员。"
	for _, c := range []struct {
		name  string
		genre Genre
		text  string
		want  []string
	}{
		{"a filler", GenreOther, "会议强调，抓好落实。" + other, []string{other}},
		{"a heading of a list that is a sentence", GenreOther, "第一，切实加强对治理工作的组织领导。" + other, []string{other}},
		{"but not a long one", GenreOther, "第一，切实加强对治理工作的组织领导，健全党委领导、政府负责、部门协同的工作格局。", []string{"第一，切实加强对治理工作的组织领导，健全党委领导、政府负责、部门协同的工作格局。"}},
		{"a list head", GenreOther, "各地各部门要认真贯彻落实会议精神，结合实际重点抓好以下几个方面的工作：\n" + other, []string{other}},
		{"a question", GenreOther, "问：与以往政策相比，这次出台的行动方案有哪些特点？" + other, []string{other}},
		{"an exception", GenreRegulation, "法律、行政法规对公共数据管理另有规定的，从其规定。" + other, []string{other}},
		{"thanks", GenreReport, "我代表市人民政府，向全市各族人民，向人大代表和政协委员，表示衷心的感谢！" + other, []string{other}},
		{"a formality", GenreReport, "现在，我代表市人民政府，向大会报告政府工作，请予审议。" + other, []string{other}},
		{"an appeal at the end", GenreSpeech, other + "让我们携起手来，为谱写现代化建设新篇章而努力奋斗！", []string{other}},
		{"when it takes effect", GenreRegulation, other + "本办法自2024年1月1日起施行，有效期五年，到期自行失效。", []string{other}},
		{"who explains it", GenreRegulation, other + "本办法由省数据局会同有关部门按照职责分工负责解释。", []string{other}},
		{"a caption and the credit", GenreNews, "2024年3月5日，市领导在青阳市临港新区调研指导项目建设工作。\n新华社记者 张三/摄\n" + other, []string{other}},
		{"captions one after the other", GenreNews, "2024年3月5日，市领导在青阳市临港新区调研指导项目建设工作。\n这是市领导在企业车间了解生产经营的有关情况。\n新华社记者 张三/摄\n" + other, []string{other}},
		{"running text before the credit", GenreNews, other + "\n新华社记者 张三/摄\n", []string{other}},
		{"the parties of a ruling", GenreRuling, "原告：周某，男，1979年4月2日出生，汉族，住青阳市临港区。\n委托诉讼代理人：沈某，青阳某某律师事务所律师。\n" + other, []string{other}},
		{"the course of a trial", GenreRuling, "本院立案后，依法适用简易程序，公开开庭进行了审理，本案现已审理终结。" + other, []string{other}},
		{"the evidence of a ruling", GenreRuling, "上述事实，有借条、转账回单以及当事人的陈述等证据证实。" + other, []string{other}},
		{"the costs of a ruling", GenreRuling, other + "案件受理费2700元，减半收取计1350元，由被告孟某负担。", []string{other}},
		{"how to appeal", GenreRuling, other + "如不服本判决，可以在判决书送达之日起十五日内，向本院递交上诉状。", []string{other}},
		{"costs are no formality elsewhere", GenreOther, "全年减免案件受理费2700万元，惠及困难群众一万人。", []string{"全年减免案件受理费2700万元，惠及困难群众一万人。"}},
		{"a short point of a judgement", GenreRuling, "二、被告支付原告抚养费每月八百元，至成年为止；", []string{"二、被告支付原告抚养费每月八百元，至成年为止；"}},
		{"what the parties say", GenreRuling, "原告周某诉称：被告因经营需要向其借款，至今未还。被告辩称，借款属实，但利息不应再计算。",
			[]string{"原告周某诉称：被告因经营需要向其借款，至今未还。", "被告辩称，借款属实，但利息不应再计算。"}},
		{"where nothing else is, thanks", GenreReport, "向全市各族人民表示衷心的感谢！", []string{"向全市各族人民表示衷心的感谢！"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := analyze(t, c.text)
			var got []string
			for _, i := range candidates(newInput(d, rankable(d), c.genre)) {
				got = append(got, sentenceText(d, i))
			}
			assert.Equal(t, c.want, got)
		})
	}
}
