package analysis

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A page for the tables: lines above and below a text.
const (
	furnitureAbove = "当前位置：首页 > 要闻 > 正文\n"
	furnitureText  = "各地要高度重视这项工作，加强组织领导，抓好任务落实。\n为此要健全机制，明确责任，按期报送工作进展情况。\n"
	furnitureMore  = "要加强宣传引导，总结推广好的经验做法，营造良好氛围。\n重要情况及时报告市政府办公室，由其汇总通报。\n"
	furnitureBelow = "版权所有：青阳网\n"
)

// kindsOf returns the kind of each line that is not blank, "" for text.
func kindsOf(text string) (kinds []string) {
	all := lines(nil, text)
	found, _ := findFurniture(text, all, isHardWrapped(text, all))
	for i, l := range all {
		switch {
		case strings.TrimSpace(text[l.Start:l.End]) == "":
		case found[i].kind == 0:
			kinds = append(kinds, "")
		default:
			kinds = append(kinds, found[i].kind.String())
		}
	}
	return kinds
}

func TestFurnitureAnywhere(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ line, kind string }{
		{"首页 > 要闻 > 正文", "navigation"},
		{"首页>>通知公告>>正文", "navigation"},
		{"您当前所在的位置： 首页 » 政务公开", "navigation"},
		{"关于我们 | 联系我们 | 网站地图", "navigation"},
		{"首页　要闻　视频　评论　专题", "navigation"},
		{"返回顶部", "navigation"},
		{"来源：青阳日报", "source"},
		{"（来源：青阳日报）", "source"},
		{"2015-12-03 08:30:15 来源：青阳网", "source"},
		{"来源：青阳网 2015年12月03日08:30", "source"},
		{"青阳网　2015/12/3 8:30　来源：青阳日报　作者：张三", "source"},
		{"索 引 号：QY01/2025-001　　主题分类：工业", "source"},
		{"发布日期：２０２５年３月１日", "source"},
		{"《青阳日报》（2025年03月01日 02版）", "source"},
		{"（新华社青阳3月1日电）", "source"},
		{"标签：网络强省 数字经济", "tags"},
		{"关键词：数字经济；网络强省", "tags"},
		{"责任编辑：张三", "credit"},
		{"[责任编辑:张三]", "credit"},
		{"（责编：张三、李四）", "credit"},
		{"编辑：张三　校对：李四　审核：王五", "credit"},
		{"新华社记者 张三 摄", "credit"},
		{"【字号：大 中 小】", "control"},
		{"字体：[大 中 小] 打印 关闭", "control"},
		{"【打印本页】【关闭窗口】", "control"},
		{"分享到：微信 微博", "control"},
		{"扫一扫在手机打开当前页", "control"},
		{"浏览次数：1024", "counter"},
		{"点击数：98次", "counter"},
		{"【法宝引证码】CLI.12.000001", "reference"},
		{"原文链接：https://law.example/a.html", "reference"},
		{"https://law.example/a.html", "reference"},
		{"版权所有：青阳网", "copyright"},
		{"Copyright © 2025 All Rights Reserved", "copyright"},
		{"临ICP备00000001号　临公网安备 00000000000001号", "copyright"},
		{"网站标识码：0000000001", "copyright"},
		{"转载请注明出处。", "copyright"},
		{"相关链接：", "links"},
		{"上一篇：青阳出台新政，惠及万家企业", "links"},
		{"下一篇：没有了", "links"},
		{"附件：1.数字青阳建设实施方案.docx", "attachment"},
		{"任务分工表.xlsx（25KB）", "attachment"},
		{"— 3 —", "page"},
		{"第3页 共10页", "page"},
		{"第A03版：本市新闻", "page"},
		{"您是第 1893021 位访问者", "counter"},
		{"--国家部委--", "navigation"},
		{"青阳晚报　2022年05月17日　星期二　来源：青阳网", "source"},
		{"<!-- INFO END -->", "marks"},
		{"】", "marks"},
	} {
		t.Run(c.line, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, []string{"", "", c.kind, "", ""}, kindsOf(furnitureText+c.line+"\n"+furnitureMore))
		})
	}
}

func TestTextIsNoFurniture(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"来源：国家统计局数据显示经济增长，好于预期",
		"来源广泛、结构合理的投入机制",
		"数据来源：由各部门依法采集",
		"记者：请问这项政策什么时候开始实施？",
		"时间：2025年11月18日上午9时",
		"地点：青阳市会议中心",
		"联系电话：0000-8212345",
		"监督热线：0000-6612345",
		"联系人：张三　电话：0000-8212345",
		"12345政务服务便民热线",
		"举报电话：12345",
		"未经授权，任何单位和个人不得公开政务数据。",
		"未经著作权人许可，不得转载其作品。",
		"版权保护",
		"版权所有人的权利",
		"标签管理办法",
		"打印设备由各单位自行采购",
		"分享发展成果",
		"相关链接技术的研究",
		"请登录全国一体化平台（https://gov.example）提交材料。",
		"附件：1.数字青阳建设实施方案",
		"附件",
		"主办单位要落实责任",
		"青阳市人民政府",
		"2025年3月1日",
		"（2025年3月1日）",
		"青政办〔2025〕12号",
		"| 指标 | 2025年 | 2030年 |",
		"科技　教育　文化　健康",
		"教育 | 科技 | 文化",
		"数据 服务",
		"举报",
		"中",
		"指标 | 2025年 | 2030年",
		"编辑出版单位应当审核内容",
		"第三页所列事项",
		"一、首页内容",
		"3.5",
		"各位代表！",
	} {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, []string{"", "", "", "", ""}, kindsOf(furnitureText+line+"\n"+furnitureMore))
		})
	}
}

func TestFurnitureByItsPlace(t *testing.T) {
	t.Parallel()
	sure := furnitureAbove
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a date with a time above the text", "青阳建设网络强省\n2025-03-01 08:30\n" + furnitureText, []string{"", "source", "", ""}},
		{"a date in the text", furnitureText + "2025-03-01 08:30\n" + furnitureMore, []string{"", "", "", "", ""}},
		{"a clue beside sure furniture", sure + "青阳建设网络强省\n作者：张三\n" + furnitureText, []string{"navigation", "", "source", "", ""}},
		{"the value below its label", sure + "发布时间：\n2025-03-01\n来源：\n青阳日报\n" + furnitureText, []string{"navigation", "source", "source", "source", "source", "", ""}},
		{"no title below a label", sure + "来源：\n青阳市人民政府工作报告\n" + furnitureText, []string{"navigation", "source", "", "", ""}},
		{"a breadcrumb in lines", "您的位置：\n首页\n>\n青阳要闻\n>\n正文\n青阳要闻\n青阳市建设网络强省\n" + furnitureText,
			[]string{"navigation", "navigation", "navigation", "navigation", "navigation", "navigation", "navigation", "", "", ""}},
		{"a short title that a breadcrumb ends with", "首页\n>\n政府工作报告\n政府工作报告\n" + furnitureText, []string{"navigation", "navigation", "", "", "", ""}},
		{"a menu in lines", "首页\n要闻\n视频\n评论\n青阳市建设网络强省\n" + furnitureText, []string{"navigation", "navigation", "navigation", "navigation", "", "", ""}},
		{"buttons in the text", furnitureText + "打印\n关闭\n" + furnitureMore, []string{"", "", "control", "control", "", ""}},
		{"short lines of a list", "首批试点单位\n" + furnitureText + "东山县\n西山县\n南山县\n" + furnitureMore, []string{"", "", "", "", "", "", "", ""}},
		{"a list of words that menus have too", "重点领域\n科技\n教育\n文化\n" + furnitureText + "科技\n教育\n文化\n", []string{"", "", "", "", "", "", "", "", ""}},
		{"the site's name beside a breadcrumb", "青阳网|青阳第一门户网站\n" + sure + "青阳市建设网络强省\n" + furnitureText, []string{"navigation", "navigation", "", "", ""}},
		{"the page's title with the site's name", "青阳市建设网络强省_要闻_青阳网\n青阳市建设网络强省\n" + furnitureText, []string{"repeat", "", "", ""}},
		{"a column between title and source line", "青阳市建设网络强省\n科技动态\n来源：青阳网\n" + furnitureText, []string{"", "navigation", "source", "", ""}},
		{"a site's hotlines", furnitureText + "内容纠错：0000-0000000\n监督电话：0000-0000001\n不良信息举报：a@b.example\n" + furnitureBelow,
			[]string{"", "", "contact", "contact", "contact", "copyright"}},
		{"a notice's telephone numbers", furnitureText + "监督电话：0000-0000001\n联系电话：0000-0000002\n青阳市商务局\n2025年3月1日\n" + furnitureBelow,
			[]string{"", "", "", "", "", "", "copyright"}},
		{"an address behind sure furniture", furnitureText + furnitureBelow + "地址：青阳市人民路1号\n", []string{"", "", "copyright", "contact"}},
		{"a prohibition behind the text", furnitureText + furnitureBelow + "本网作品未经授权不得转载。\n", []string{"", "", "copyright", "copyright"}},
		{"headlines below related links", furnitureText + "相关阅读：\n青阳出台新政，惠及万家企业\n·小蜜柚闯出大市场\n", []string{"", "", "links", "links", "links"}},
		{"a box of text named like links", furnitureText + "相关链接\n" + furnitureMore, []string{"", "", "links", "", ""}},
		{"an annex with text", furnitureText + "附件\n一、评分标准\n" + furnitureMore, []string{"", "", "", "", "", ""}},
		{"nothing but short lines", "来源：青阳网\n东山县\n西山县\n", []string{"source", "", ""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, kindsOf(c.text))
		})
	}
}

func TestRepeats(t *testing.T) {
	t.Parallel()
	const lead = "青阳市以网络强省建设为抓手，累计建成数据中心十二个，带动投资二十八亿元"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a lead that the text begins with", lead + "。\n" + lead + "，成效明显。各地要学习。\n", []string{"repeat", ""}},
		{"a lead that was cut off", lead + "……\n青阳观察讯\n" + lead + "，成效明显。\n", []string{"repeat", "", ""}},
		{"a lead with a label", "核心提示：" + lead + "。\n" + furnitureText + lead + "。\n", []string{"repeat", "", "", ""}},
		{"an abstract that the text does not have", "摘要：" + lead + "。\n" + furnitureText, []string{"", "", ""}},
		{"a refrain", furnitureText + "让我们把青春写在科技创新的广阔大地上！\n" + furnitureMore + "让我们把青春写在科技创新的广阔大地上！\n", []string{"", "", "", "", "", ""}},
		{"a short first line", "同志们，大家好！\n同志们，大家好！今天我讲三点意见，请同志们审议。\n", []string{"", ""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, kindsOf(c.text))
		})
	}
}

func TestALeadSaysWhereTheTextHasItAgain(t *testing.T) {
	t.Parallel()
	const lead = "青阳市以网络强省建设为抓手，累计建成数据中心十二个"
	d := analyze(t, "核心提示："+lead+"。\n"+furnitureText+"去年，"+lead+"，成效明显。\n")
	require.Len(t, d.Furniture, 1)
	again := d.Furniture[0].Repeats
	assert.Equal(t, lead, d.Text[again.Start:again.End])
	assert.Greater(t, again.Start, d.Furniture[0].End)
}

func TestPages(t *testing.T) {
	t.Parallel()
	text := strings.Repeat(furnitureText, 4)
	numbers, running := "", ""
	for _, n := range []string{"7", "8", "9", "10"} {
		numbers += text + n + "\n"
		running += text + "— " + n + " —\n青阳市海洋规划\n"
	}
	count := func(text, kind string) (n int) {
		for _, k := range kindsOf(text) {
			if k == kind {
				n++
			}
		}
		return n
	}
	assert.Equal(t, 4, count(numbers, "page"), "numbers that grow by one, with text between")
	assert.Equal(t, 8, count(running, "page"), "numbers with marks, and running heads")
	assert.Zero(t, count(furnitureText+"1\n东山县\n2\n西山县\n3\n南山县\n"+furnitureMore, "page"), "the numbers of a table's rows")
	assert.Zero(t, count(text+"2019\n"+text+"2025\n"+text+"36\n", "page"), "numbers that do not grow by one")
}

func TestATitleTwiceAboveTheText(t *testing.T) {
	t.Parallel()
	d := analyze(t, "青阳市数据条例\n来源：青阳网\n青阳市数据条例\n"+furnitureText+"青阳市数据条例\n")
	var roles []string
	for _, p := range d.Paragraphs {
		roles = append(roles, p.Sentences[0].Role.String())
	}
	assert.Equal(t, []string{"title", "furniture", "furniture", "body", "body", "heading"}, roles)
	assert.Equal(t, FurnitureRepeat, d.Furniture[1].Kind)
}

// gluedIn returns the pieces of furniture in a text.
func gluedIn(d *Document) (pieces []string) {
	for _, f := range d.Furniture {
		pieces = append(pieces, f.Kind.String()+" "+strings.TrimSpace(d.Text[f.Start:f.End]))
	}
	return pieces
}

func TestFurnitureInALine(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("各地要高度重视这项工作，加强组织领导，抓好任务落实。", 8)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"behind the text", text + "责任编辑：张三 版权所有 青阳网", []string{"credit 责任编辑：张三 版权所有 青阳网"}},
		{"behind the text, in brackets", text + "（来源：青阳日报）", []string{"source （来源：青阳日报）"}},
		{"before the text", "首页 > 要闻 > 正文 来源：青阳网 2025-03-01 08:30 " + text, []string{"source 首页 > 要闻 > 正文 来源：青阳网 2025-03-01 08:30"}},
		{"a source fused to the text stays", "来源：青阳网今年以来" + text, nil},
		{"text behind a label", text + "责任编辑：张三。" + text, nil},
		{"copyright as a topic", text + "版权所有人应当依法登记", nil},
		{"behind a title", "青阳市建设网络强省_要闻_青阳网\n" + text, []string{"navigation _要闻_青阳网"}},
		{"a dash in a title", "青阳—南湾一体化发展规划\n" + text, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, gluedIn(analyze(t, c.text)))
		})
	}
}

func TestFurnitureHasNoTermsAndNoNames(t *testing.T) {
	t.Parallel()
	d := analyze(t, "落实青政办〔2025〕12号和《青阳市数据条例》。\n来源：《青阳日报》 青政办〔2025〕13号 五中全会\n")
	assert.Len(t, d.Works, 1)
	assert.Len(t, d.Numbers, 1)
	last := d.Sentences[len(d.Sentences)-1]
	assert.Equal(t, RoleFurniture, last.Role)
	for _, x := range last.Tokens {
		assert.Equal(t, NoTerm, x.Term)
	}
	m, err := d.Merge([]Span{{last.Tokens[0].Start, last.Tokens[0].End}})
	assert.NoError(t, err)
	assert.Equal(t, len(d.Terms), len(m.Terms), "nor after Merge")
	assert.Equal(t, d.Furniture, m.Furniture)
}

// FuzzFurniture looks for lines that a rule does not come to an end with, and for
// kinds without a name.
func FuzzFurniture(f *testing.F) {
	for _, s := range []string{"", "来源：青阳网 2025-03-01 08:30", "首页 > 正文", "索 引 号：1", "— 3 —", "来源：来源：", "2025年13月1日", "|||", "附件：.docx(1KB)", "（"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, head, line string) {
		text := head + "\n" + furnitureText + line
		kindsOf(text)
		fields := parseFields(nil, line)
		if len(fields) > maxFields {
			t.Fatalf("%d fields", len(fields))
		}
		n := gluedHead(line)
		at, kind := gluedTail(line)
		if n > len(line) || at > len(line) || kind != 0 && at == len(line) {
			t.Fatalf("head %d, tail %d of %d bytes", n, at, len(line))
		}
		if d, k, _ := parseDate(line); k > len(line) || k > 0 && (d.year < minYear || d.month > 12 || d.day > 31) {
			t.Fatalf("%v of %d bytes", d, k)
		}
	})
}
