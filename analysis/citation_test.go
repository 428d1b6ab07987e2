package analysis_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
)

var nativeAnalyzer = sync.OnceValue(func() *analysis.Analyzer {
	s, err := native.Open(native.Options{})
	if err != nil {
		panic(err)
	}
	return &analysis.Analyzer{Segmenter: s}
})

func read(t testing.TB, id, text string) *analysis.Document {
	t.Helper()
	d, err := nativeAnalyzer().Analyze(t.Context(), analysis.Source{ID: id, Text: text})
	require.NoError(t, err)
	return d
}

// cited writes a citation on one line: the kind unless it is a document, the
// title, and in brackets what else there is, with the mentions.
func cited(d *analysis.Document, c analysis.Citation) string {
	var b strings.Builder
	if c.Kind != analysis.CitesDocument {
		fmt.Fprint(&b, c.Kind, " ")
	}
	fmt.Fprint(&b, c.Title)
	for _, x := range []string{c.Number, c.Issuer, c.Date} {
		if x != "" {
			fmt.Fprintf(&b, " [%s]", x)
		}
	}
	if len(c.Aliases) > 0 {
		fmt.Fprintf(&b, " =%s", strings.Join(c.Aliases, ","))
	}
	for _, m := range c.Mentions {
		if text := d.Text[m.Start:m.End]; text != "《"+c.Title+"》" && text != c.Number {
			fmt.Fprintf(&b, " +%s", text)
		}
	}
	return b.String()
}

func TestCitations(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"titles side by side", "依据《中华人民共和国数据安全法》《网络数据安全管理条例》等法律法规，制定本办法。",
			[]string{"中华人民共和国数据安全法", "网络数据安全管理条例"}},
		{"a title and its number", "《临川市政务数据管理办法（试行）》（临府办〔2012〕92号）同时废止。",
			[]string{"临川市政务数据管理办法（试行） [临府办〔2012〕92号]"}},
		{"a title, its number, and what it is called", "现将《临川市数字政府建设规划》（临政发[2023] 9 号，以下简称《规划》）印发给你们。《规划》提出，到2027年，基本建成数字政府。",
			[]string{"临川市数字政府建设规划 [临政发〔2023〕9号] =规划 +《规划》"}},
		{"what a law is called, without marks", "根据《中华人民共和国企业所得税法》（以下简称企业所得税法），制定本条例。企业所得税法第一条所称企业，不包括个人独资企业。依照企业所得税法的规定。",
			[]string{"中华人民共和国企业所得税法 =企业所得税法 +企业所得税法 +企业所得税法"}},
		{"what is not called so yet", "企业所得税法另有规定的，从其规定。《中华人民共和国企业所得税法》(以下称企业所得税法)。",
			[]string{"中华人民共和国企业所得税法 =企业所得税法"}},
		{"what begins inside a word is not the alias", "根据《中华人民共和国税收征收管理法》（以下简称征管）的规定。加强征管。高管法人。",
			[]string{"中华人民共和国税收征收管理法 =征管 +征管"}},
		{"an alias behind a comma", "省委印发《关于推进乡村全面振兴的意见》，以下简称《意见》。《意见》明确了任务。",
			[]string{"关于推进乡村全面振兴的意见 [省委] =意见 +《意见》"}},
		{"an abbreviation in letters", "对接《区域全面经济伙伴关系协定》（RCEP）规则，把握RCEP机遇。",
			[]string{"区域全面经济伙伴关系协定 =RCEP +RCEP"}},
		{"what something else is called is no alias", "由符合条件的法人（以下简称运营机构）依照《公司法》设立。运营机构应当公开。",
			[]string{"公司法"}},
		{"a law with and without the republic", "根据《中华人民共和国公司法》，制定本条例。依照《公司法》第二十二条的规定。",
			[]string{"中华人民共和国公司法 +《公司法》"}},
		{"a genre only, after the full title", "根据《中共中央关于制定国民经济和社会发展第十五个五年规划的建议》，编制了《临川省国民经济和社会发展第十五个五年规划纲要（草案）》。《纲要（草案）》体现了《建议》精神。",
			[]string{
				"中共中央关于制定国民经济和社会发展第十五个五年规划的建议 [中共中央] +《建议》",
				"临川省国民经济和社会发展第十五个五年规划纲要（草案） +《纲要（草案）》",
			}},
		{"a genre only, which nothing explains", "《建议》为我们擘画了蓝图。《建议》提出了目标。《纲要草案》",
			[]string{"short 建议", "short 纲要草案"}},
		{"the issuing body in the title", "《国务院办公厅关于加快推进政务服务的意见》和《中共中央、国务院关于抓好重点工作的意见》。",
			[]string{"国务院办公厅关于加快推进政务服务的意见 [国务院办公厅]", "中共中央、国务院关于抓好重点工作的意见 [中共中央、国务院]"}},
		{"the issuing body and the date before the title", "2001年6月7日国务院发布的《城市管理条例》同时废止。",
			[]string{"城市管理条例 [国务院] [2001-06-07]"}},
		{"a body that the title stands behind", "按照国家发展和改革委员会《政务信息资源目录编制指南》的要求。",
			[]string{"政务信息资源目录编制指南 [国家发展和改革委员会]"}},
		{"a verb before the body", "认真贯彻落实国务院《关于深化改革的若干意见》。",
			[]string{"关于深化改革的若干意见 [国务院]"}},
		{"no body", "深化改革，扩大开放《关于深化改革的若干意见》。",
			[]string{"关于深化改革的若干意见"}},
		{"words that end as bodies do", "推动形成新格局《关于深化改革的意见》，文艺晚会《美丽山河》。",
			[]string{"关于深化改革的意见", "work 美丽山河"}},
		{"two bodies", "外交部、公安部、国家旅游局发布的《出境旅游管理办法》。",
			[]string{"出境旅游管理办法 [外交部、公安部、国家旅游局]"}},
		{"what is in front of two bodies", "根据法律、法规和国务院《关于深化改革的意见》。",
			[]string{"关于深化改革的意见 [国务院]"}},
		{"a date in the brackets", "《临川市绿化条例》（2018年10月26日修正）",
			[]string{"临川市绿化条例 [2018-10-26]"}},
		{"a title in the brackets", "《城市管理条例》（根据2017年3月1日《国务院关于修改部分行政法规的决定》修订）",
			[]string{"城市管理条例 [2017-03-01]", "国务院关于修改部分行政法规的决定 [国务院] [2017-03-01]"}},
		{"an order in the brackets", "违反《安全生产条例》（国务院令第397号）规定的。",
			[]string{"安全生产条例 [国务院令第397号]"}},
		{"nested titles", "《国务院关于修改〈出版管理条例〉的决定》", []string{"国务院关于修改〈出版管理条例〉的决定 [国务院]"}},
		{"nested titles with the same marks", "《国务院关于修改《出版管理条例》的决定》施行。", []string{"国务院关于修改《出版管理条例》的决定 [国务院]"}},
		{"a title over a line break", "根据《临川市人民政府关于加快推进\n数字政府建设的意见》要求，制定本方案。",
			[]string{"临川市人民政府关于加快推进数字政府建设的意见 [临川市人民政府] +《临川市人民政府关于加快推进\n数字政府建设的意见》"}},
		{"a title that is not closed", "根据《临川市人民政府关于加快推进数字政府建设的意见，制定本方案。\n\n依照《公司法》办理。", []string{"公司法"}},
		{"an empty title", "《》和《 》", []string{}},
		{"a number alone", "落实国办发〔2015〕51号文件精神，按国办发（2015）51号执行。", []string{" [国办发〔2015〕51号] +国办发（2015）51号"}},
		{"a number of its own", "关于印发规划的通知\n临政发〔2024〕18号\n各县人民政府：\n现印发给你们。", []string{}},
		{"a number and then the title's", "执行临政发〔2024〕18号文件。《临川市规划》（临政发〔2024〕18号）已经印发。",
			[]string{"临川市规划 [临政发〔2024〕18号]"}},
		{"an order alone", "依照国务院令第493号和卫生部令第17号的规定处理。", []string{" [国务院令第493号]", " [卫生部令第17号]"}},
		{"an order that is promulgated", "（2007年4月14日 中华人民共和国国务院令第494号公布）\n第一条 为了规范管理，制定本条例。", []string{}},
		{"page furniture", "来源：《临川日报》\n责任编辑：《公司法》\n", nil},
		{"what is no document", "《红楼梦》、《临川日报》、《孙子兵法》和《中国制造2025》。", []string{"work 红楼梦", "work 临川日报", "work 孙子兵法", "中国制造2025"}},
		{"forms", "领取《营业执照》和《药品生产许可证》，交回《检疫放行通知单》。", []string{"form 营业执照", "form 药品生产许可证", "form 检疫放行通知单"}},
		{"nothing", "要坚持稳中求进工作总基调。", []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := read(t, "a", c.text)
			got := []string{}
			for _, x := range analysis.Citations(d) {
				got = append(got, cited(d, x))
			}
			if c.want == nil {
				c.want = []string{}
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestTitleKey(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"《中华人民共和国数据安全法》": "数据安全法",
		"数据安全法":              "数据安全法",
		"预算法（2018年修正）":       "预算法",
		"预算法(2018-12-29)":    "预算法",
		"规划纲要（草案）":           "规划纲要",
		"管理办法（试行）":           "管理办法(试行)",
		"管理办法（试行）（征求意见稿）":    "管理办法(试行)",
		"行动方案（2025—2027年）":   "行动方案(2025—2027年)",
		"中国（上海）自由贸易试验区总体方案":  "中国(上海)自由贸易试验区总体方案",
		"国务院关于修改〈出版管理条例〉的决定": "国务院关于修改出版管理条例的决定",
		"关于推进“一网通办” 的意见":     "关于推进一网通办的意见",
		"中华人民共和国":            "中华人民共和国",
		"":                   "",
		"（草案）":               "(草案)",
	} {
		assert.Equal(t, want, analysis.TitleKey(in), in)
	}
}

func TestBibliography(t *testing.T) {
	t.Parallel()
	var b analysis.Bibliography
	for _, d := range []struct{ id, text string }{
		{"plan", "临川市数字政府建设规划\n\n根据《中华人民共和国数据安全法》和国办发〔2015〕51号文件，制定本规划。《意见》"},
		{"notice", "关于印发规划的通知\n\n落实《国务院办公厅关于简化流程的通知》（国办发〔2015〕51号）、《临川市数字政府建设规划》和《数据安全法》。依照《数据安全法》。"},
		{"2024/measures(2024-01-01)", "第一条 根据国务院办公厅《关于简化流程的通知》，制定本办法。"},
		{"a", "市委《关于深化改革的决定》"},
		{"b", "市委《关于深化改革的决定》和《办法》"},
		{"report1", "临川市绿化规划\n\n一年来的工作。"},
		{"report2", "临川市绿化规划\n\n按照《临川市绿化规划》《政府工作报告》和《measures》，2016年2月6日《国务院关于修改部分行政法规的决定》。"},
		{"c", "2019年3月2日《国务院关于修改部分行政法规的决定》"},
	} {
		b.Add(read(t, d.id, d.text))
	}
	var got []string
	for _, c := range b.Cited() {
		s := fmt.Sprintf("%s|%s|%s|%d", c.Title, c.Number, c.Date, c.Document)
		for _, by := range c.By {
			s += fmt.Sprintf(" %s×%d", b.Documents()[by.Document], len(by.Mentions))
		}
		assert.Empty(t, c.Mentions)
		got = append(got, s)
	}
	assert.Equal(t, []string{
		"国务院办公厅关于简化流程的通知|国办发〔2015〕51号||-1 plan×1 notice×1 2024/measures(2024-01-01)×1",
		"中华人民共和国数据安全法|||-1 plan×1 notice×2",
		"measures|||2 report2×1",
		"临川市数字政府建设规划|||0 notice×1",
		"临川市绿化规划|||-1 report2×1",
		"关于深化改革的决定|||-1 a×1",
		"关于深化改革的决定|||-1 b×1",
		"国务院关于修改部分行政法规的决定||2016-02-06|-1 report2×1",
		"国务院关于修改部分行政法规的决定||2019-03-02|-1 c×1",
	}, got)
	assert.Empty(t, new(analysis.Bibliography).Cited())
}

func TestBibliographyKnowsItsDocumentsByNumber(t *testing.T) {
	t.Parallel()
	var b analysis.Bibliography
	b.Add(read(t, "a", "关于印发规划的通知\n临政发〔2024〕18号\n各县人民政府：\n现印发给你们。"))
	b.Add(read(t, "b", "落实临政发〔2024〕18号文件。"))
	all := b.Cited()
	require.Len(t, all, 1)
	assert.Zero(t, all[0].Document)
}

// A title that joins what two others have is one with both.
func TestBibliographyMerges(t *testing.T) {
	t.Parallel()
	var b analysis.Bibliography
	b.Add(read(t, "a", "落实国办发〔2015〕51号文件。"))
	b.Add(read(t, "b", "落实《国务院办公厅关于简化流程的通知》。"))
	assert.Len(t, b.Cited(), 2)
	b.Add(read(t, "c", "落实《国务院办公厅关于简化流程的通知》（国办发〔2015〕51号）。"))
	all := b.Cited()
	require.Len(t, all, 1)
	assert.Equal(t, "国务院办公厅关于简化流程的通知", all[0].Title)
	require.Len(t, all[0].By, 3)
	for i, by := range all[0].By {
		assert.Equal(t, i, by.Document)
		assert.Len(t, by.Mentions, 1)
	}
}

func FuzzCitations(f *testing.F) {
	f.Add("根据《中华人民共和国公司法》（以下简称《公司法》），《公司法》和国发〔2016〕33号，国务院令第3号。")
	f.Add("《《》》（（RCEP））《甲\n乙》，以下简称甲。甲")
	f.Add("令第1号《》《建议》简称：《")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		d := read(t, "a", text)
		var b analysis.Bibliography
		b.Add(d)
		for _, c := range analysis.Citations(d) {
			if c.Title == "" && c.Number == "" || len(c.Mentions) == 0 {
				t.Fatalf("%q: %+v", text, c)
			}
			end := 0
			for _, m := range c.Mentions {
				if m.Start < end || m.End <= m.Start || m.End > len(text) || !strings.HasPrefix(text[m.Start:], strings.ToValidUTF8(text[m.Start:m.End], "?")) {
					t.Fatalf("%q: %+v", text, c)
				}
				end = m.End
			}
		}
		b.Cited()
	})
}
