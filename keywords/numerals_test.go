package keywords_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

var segmenter = sync.OnceValues(func() (*native.Segmenter, error) { return native.Open(native.Options{}) })

// analyze reads a text with jieba's words: the rules are about their tags.
func analyze(t testing.TB, text string) *analysis.Document {
	t.Helper()
	s, err := segmenter()
	require.NoError(t, err)
	a := analysis.Analyzer{Segmenter: s}
	d, err := a.Analyze(t.Context(), analysis.Source{ID: "test", Text: text})
	require.NoError(t, err)
	return d
}

// findNumerals returns the slogans of a text, and checks what holds of any.
func findNumerals(t testing.TB, n keywords.Numerals, d *analysis.Document) []keywords.Numeral {
	t.Helper()
	numerals, err := n.Find(t.Context(), d)
	require.NoError(t, err)
	checkNumerals(t, d, numerals)
	return numerals
}

// checkNumerals checks that everything is where it says it is and that no
// slogan has members in a number that it does not count.
func checkNumerals(t testing.TB, d *analysis.Document, numerals []keywords.Numeral) {
	t.Helper()
	inside := func(s analysis.Span) {
		require.True(t, 0 <= s.Start && s.Start < s.End && s.End <= len(d.Text), "%v", s)
		require.True(t, utf8.ValidString(d.Text[s.Start:s.End]) || !utf8.ValidString(d.Text))
	}
	last := -1
	for _, x := range numerals {
		require.NotEmpty(t, x.Mentions)
		require.Greater(t, x.Mentions[0].Start, last, "in the order of first mentions")
		last = x.Mentions[0].Start
		end := 0
		for _, m := range x.Mentions {
			inside(m)
			require.GreaterOrEqual(t, m.Start, end)
			end = m.End
		}
		first := d.Text[x.Mentions[0].Start:x.Mentions[0].End]
		require.Equal(t, x.Text, strings.NewReplacer("“", "", "”", "", "‘", "", "’", "", `"`, "", "＂", "", "「", "", "」", "", "『", "", "』", "", " ", "", "　", "", "\u00a0", "", "\t", "", "\n", "", "\r", "").Replace(first))
		if x.Source == keywords.SourceNone {
			require.Empty(t, x.Members)
		} else {
			require.Len(t, x.Members, x.Value, x.Text)
		}
		if x.Kind == keywords.NumeralCode {
			require.Zero(t, x.Value)
		}
		seen := make(map[string]bool)
		for _, m := range x.Members {
			require.NotEmpty(t, strings.TrimSpace(m.Text))
			require.False(t, seen[m.Text], "%s: %s stands twice", x.Text, m.Text)
			seen[m.Text] = true
			if x.Source == keywords.SourceText {
				inside(m.Span)
				require.Equal(t, d.Text[m.Span.Start:m.Span.End], m.Text)
				require.LessOrEqual(t, x.Evidence.Start, m.Span.Start)
				require.GreaterOrEqual(t, x.Evidence.End, m.Span.End)
			} else {
				require.Zero(t, m.Span)
			}
		}
		if x.Source == keywords.SourceText {
			inside(x.Evidence)
			require.NotEmpty(t, x.Rule)
		} else {
			require.Zero(t, x.Evidence)
			require.Empty(t, x.Rule)
		}
	}
}

// a small glossary, so that these tests do not hang on the large one.
func glossary(t testing.TB) *keywords.Glossary {
	t.Helper()
	g, err := keywords.NewGlossary([]keywords.Slogan{
		{Text: "四个全面", Confidence: 0.9, Members: []string{"全面建设社会主义现代化国家", "全面深化改革", "全面依法治国", "全面从严治党"}},
		{Text: "三去一降一补", Confidence: 0.9, Members: []string{"去产能", "去库存", "去杠杆", "降成本", "补短板"}},
		{Text: "双随机一公开", Confidence: 0.9},
		{Text: "三农", Confidence: 0.9, Members: []string{"农业", "农村", "农民"}},
		{Text: "三保", Confidence: 0.9, Members: []string{"保基本民生", "保工资", "保运转"}},
		{Text: "两个大局", Confidence: 0.9, Members: []string{"中华民族伟大复兴战略全局", "世界百年未有之大变局"}},
		{Text: "三期叠加", Confidence: 0.9},
		{Text: "三通", Confidence: 0.9, Members: []string{"通邮", "通商", "通航"}},
	})
	require.NoError(t, err)
	return g
}

func TestNumeralsDetect(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"一 with a word that is else a grade", "建设“一线四边”。", "一线四边"},
		{"一 with what is else an hour", "锚定“一点两地”定位。", "一点两地"},
		{"ten", "开展“十进十送”活动。", "十进十送"},
		{"in quotation marks", "建设“三个青阳”，迈出新步伐。", "三个青阳"},
		{"several numerals", "建成“两网四库三平台”信息体系。", "两网四库三平台"},
		{"一 with another numeral", "形成“一核两翼三带”布局。", "一核两翼三带"},
		{"with commas", "推行“双审核、一公示”制度。", "双审核、一公示"},
		{"双", "落实“双联系”制度。", "双联系"},
		{"百千万", "实施“百千万工程”。", "百千万工程"},
		{"a numeral at the third place", "努力实现“开门五红”。", "开门五红"},
		{"a code of digits", "构建“1+5+N”体系和“13579”架构。", "1+5+N 13579"},
		{"a code with a name", "打造“4+4云谷工程”。", "4+4云谷工程"},
		{"in other quotation marks", "建设「三个青阳」，做到『四个到位』。", "三个青阳 四个到位"},
		{"in ASCII quotation marks", `建设"三个青阳",做到"四个到位"。`, "三个青阳 四个到位"},
		{"with blanks", "建设 “ 三个 青阳 ” ， 迈出 新步伐 。", "三个青阳"},
		{"a quotation inside", "做到三个“更加”，实现突破。", "三个更加"},
		{"a nested quotation", "做到“三个“更加””，实现突破。", "三个更加"},
		{"two closing marks", "开展”五进五送”活动。", "五进五送"},
		{"two opening marks", "开展“五进五送“活动。", "五进五送"},
		{"a quotation that another one follows", "说“三”字经，开展“五进五送”活动。", "五进五送"},
		{"known, without quotation marks", "推进四个全面战略布局。", "四个全面"},
		{"known, with a comma", "推行双随机、一公开监管。", "双随机、一公开"},
		{"known, though a date might begin so", "处在“三期叠加”阶段。", "三期叠加"},
		{"quoted elsewhere", "建设“三个青阳”。三个青阳建设成效明显。", "三个青阳"},
		{"the name of a list", "推进港口、机场、铁路三大枢纽建设。", "三大枢纽"},
		{"… the whole noun", "完成防洪、供水、灌溉三大水利任务。", "三大水利任务"},
		{"an entry of a list of terms", "注释\n［4］四张清单：\n权力清单、责任清单、负面清单、服务清单。", "四张清单"},
		{"one line", "建设“三个青阳”，做到“四个到位”。第三，落实三农工作。", "三个青阳 四个到位 三农"},

		{"not a plan", "“十四五”期间，“十五五”规划，“六五”计划。", ""},
		{"not a session or congress", "十八届三中全会和二十大，“二十大”报告，“十二大”。", ""},
		{"not a place", "三峡和“三亚”，“两岸”关系，“三江源”，“五指山”。", ""},
		{"not an ordinal", "第三个“更加”，第三农场。", ""},
		{"not a date", "“三月三”，“五一”假期，“九一八”事变，“三年上台阶”。", ""},
		{"not a grade or measure", "“三级”医院，“二期”工程，“三公里”，“四小时航空圈”。", ""},
		{"not a child, a star or a foot", "“三孩”政策，“五星”酒店，“六尺巷”故事，“五百强”企业。", ""},
		{"not a name", "“九章三号”，“八桂”大地，“九州”。", ""},
		{"not a numeral behind 一 that counts turns", "“一次办好三件事”，“一期二期”，“一手硬、一手软”，“一号文件”。", ""},
		{"not years in a row", "粮食“十连丰”，“五连冠”。", ""},
		{"not an idiom", "“五湖四海”，“一穷二白”，“四通八达”，“三管齐下”。", ""},
		{"not what is said of each", "“一县一策”，“一企一档”，“一村一品”。", ""},
		{"not 一 as whole or each", "“一件事”，“一张图”，“一枚印章管审批”。", ""},
		{"not 双 as an ordinary word", "“双方”，“双赢”，“双向”奔赴，“双轨制”。", ""},
		{"not the two sessions", "全国“两会”。", ""},
		{"not a number to call", "拨打“12345”热线，“110”报警。", ""},
		{"not a year", "“2025”行动，“1998”年。", ""},
		{"not hours", "“7×24小时”服务。", ""},
		{"not a count", "实施三个方面的改革，五个项目，三件大事。", ""},
		{"not a count behind a list", "从生产、流通、消费三个方面推进，抓好种、养、加三大环节。", ""},
		{"not a list of another length", "推进港口、机场三大枢纽建设。", ""},
		{"not a number above ten", "“二十条”措施，“三十条”政策。", ""},
		{"not a bare numeral", "“三个”和“四大”。", ""},
		{"not an article", "第三条 三、保障措施", ""},
		{"not a known one inside another number", "十三农场，二十四个全面检查。", ""},
		{"not too long a quotation", "“三个青阳建设必须抓住关键的少数群体”", ""},
		{"not a sentence in quotation marks", "“五链融合,关键在‘融’,难点也在‘融’。”他说。", ""},
		{"not page furniture", "建设青阳新城，成效明显。\n来源：“三个青阳”网\n责任编辑：“三个青阳”\n", ""},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, x := range findNumerals(t, keywords.Numerals{Glossary: glossary(t)}, analyze(t, c.text)) {
				got = append(got, x.Text)
			}
			assert.Equal(t, c.want, strings.Join(got, " "))
		})
	}
}

func TestNumeralsMembers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"即", "实行“四定”，即定任务、定人员、定时限、定责任，抓好落实。", "四定 definition: 定任务|定人员|定时限|定责任"},
		{"即 with commas", "实行“四定”，即定任务，定人员，定时限，定责任，并严格考核。", "四定 definition of members that begin alike: 定任务|定人员|定时限|定责任"},
		{"是指", "“三改”行动是指改水、改厕和改路。", "三改 definition: 改水|改厕|改路"},
		{"a bracket", "压减“三公”（出国、车辆、接待）经费。", "三公 definition: 出国|车辆|接待"},
		{"包括 further on", "“三改”行动：是一项民生工程。主要包括：改水、改厕、改路。", "三改 definition: 改水|改厕|改路"},
		{"an entry of a list of terms", "注释\n［1］“三改”行动：\n改水、改厕、改路。\n［2］四库：\n水库、粮库、钱库、碳库。", "三改 definition: 改水|改厕|改路; 四库 definition: 水库|粮库|钱库|碳库"},
		{"a pair in an entry of a list of terms", "注释\n［1］“双环”公路：\n环湖公路、环绕北部山区森林公园的旅游公路。", "双环 definition: 环湖公路|环绕北部山区森林公园的旅游公路"},
		{"not a pair behind any colon", "“双环”公路这样建：先通车、后绿化沿线山体和湖岸。", "双环 none: "},
		{"an entry of several terms", "注释\n［1］两个基地、两个枢纽：\n种业基地和制造基地，航运枢纽和航空枢纽。", "两个基地 entry of several terms: 种业基地|制造基地; 两个枢纽 entry of several terms: 航运枢纽|航空枢纽"},
		{"semicolons, the first clause of each", "要做到“两个确保”：确保农田不撂荒，稳住面积；确保产量不下滑，守住底线。", "两个确保 definition: 确保农田不撂荒|确保产量不下滑"},
		{"parts that are named one by one", "形成“两区一带”格局，“两区”即滨海新区、山地园区，“一带”即沿江产业带。“两区一带”：“两区”即滨海新区、山地园区，“一带”即沿江产业带。",
			"两区一带 definition: 滨海新区|山地园区|沿江产业带; 两区 definition: 滨海新区|山地园区"},
		{"words behind the last one", "“三网”融合：是指电信网、广播网和互联网融合发展。", "三网 definition: 电信网|广播网|互联网"},
		{"members that are counted", "坚持“三个到位”：一是思想到位，学深悟透；二是责任到位，压实担子；三是措施到位，务求实效。", "三个到位 counted members: 思想到位|责任到位|措施到位"},
		{"heads of paragraphs", "做到“三个聚焦”：\n聚焦项目建设，打造引擎。\n要加快进度。\n聚焦科技创新，增强动能。\n聚焦民生改善，增进福祉。", "三个聚焦 heads: 聚焦项目建设|聚焦科技创新|聚焦民生改善"},

		{"a quoted list", "树立“勤学、善思、笃行”三种新风尚，落实“勤学、善思、笃行”的“三种新风尚”。", "三种新风尚 quoted list before: 勤学|善思|笃行"},
		{"quotations", "推进“兴业”“强镇”“富民”“三篇大文章”。", "三篇大文章 quotations before: 兴业|强镇|富民"},
		{"a list, cut behind its verb", "统筹推进改水、改厕、改路“三改”行动。", "三改 list before: 改水|改厕|改路"},
		{"a list, cut behind 的", "推翻压在人民头上的贫穷、愚昧、疾病“三座山头”。", "三座山头 list before: 贫穷|愚昧|疾病"},
		{"a list and 等", "培育旅游业、渔业、农业等“三业”集群。", "三业 list before: 旅游业|渔业|农业"},
		{"a list with 和", "抓好水源、水网和水权“三件套”工作。", "三件套 list before: 水源|水网|水权"},
		{"a noun between the list and the slogan", "设置文旅融合、生态修复、产业集聚、城乡共建综合治理“四板块”。", "四板块 list before: 文旅融合|生态修复|产业集聚|城乡共建"},
		{"a pair", "聚焦开放和创新两大主题。", "两大主题 list before: 开放|创新"},
		{"pairs side by side", "统筹国内国际两个大局。", "两个大局 side by side: 国内|国际"},
		{"levels", "坚持省市县乡村“五级联动”。", "五级联动 levels: 省|市|县|乡|村"},
		{"a shared word, elsewhere", "做到“四个意识”。要增强政治意识、大局意识、核心意识、看齐意识，不断前进。", "四个意识 shared word: 政治意识|大局意识|核心意识|看齐意识"},
		{"a shared first word with more in front", "弘扬“五爱”风尚，使爱家乡、爱劳动、爱科学、爱集体、爱环境的精神得到发扬。", "五爱 shared word: 爱家乡|爱劳动|爱科学|爱集体|爱环境"},
		{"a template", "开展“三向发力”行动，做到“向海发力”“向山发力”“向绿发力”。", "三向发力 template: 向海发力|向山发力|向绿发力"},
		{"the parts of a compound", "加快“两区一中心”建设。建设科创试验区、生态示范区、物流中心，培育新动能。", "两区一中心 parts: 科创试验区|生态示范区|物流中心"},
		{"the parts of a compound, clauses", "推行“双审核一公示”监管，审核项目材料，审核资金用途，公示评审结果。", "双审核一公示 parts: 审核项目材料|审核资金用途|公示评审结果"},
		{"… one of them in other words", "推行“双审核一公示”监管，审核项目材料，审核资金用途，公布评审结果。", "双审核一公示 parts: 审核项目材料|审核资金用途|公布评审结果"},
		{"… not two of them", "推行“双审核一公示”监管，审核项目材料，查验资金用途，公布评审结果。", "双审核一公示 none: "},
		{"behind a cue the member is whole", "第二项是指入境旅游、康养、培训“三篇文章”。", "三篇文章 list before: 入境旅游|康养|培训"},
		{"a member with a conjunction in it", "为推进产业升级、完成城市更新、维护生态安全与促进社会和谐三大历史任务而努力。", "三大历史任务 list before: 推进产业升级|完成城市更新|维护生态安全与促进社会和谐"},
		{"a colon behind 即", "要确保“三个多于”，即：用于教育的支出多于上年，用于卫生的支出多于上年，用于开发的支出多于上年。", "三个多于 definition: 用于教育的支出多于上年|用于卫生的支出多于上年|用于开发的支出多于上年"},
		{"a pair with 、 inside a member", "注释\n［1］两个枢纽、两个基地：\n西部航运枢纽和面向东方、南方的航空枢纽，种业基地和制造基地。", "两个枢纽 entry of several terms: 西部航运枢纽|面向东方、南方的航空枢纽; 两个基地 entry of several terms: 种业基地|制造基地"},
		{"a slogan that is its list", "全面实施“一单、一图、一表”管理。", "一单、一图、一表 the slogan itself: 一单|一图|一表"},
		{"members of the glossary in the text", "做好农业农村农民工作，抓好“三农”。", "三农 members of the glossary: 农业|农村|农民"},
		{"the glossary", "抓好三去一降一补。", "三去一降一补 glossary: 去产能|去库存|去杠杆|降成本|补短板"},
		{"nothing", "建设“三个青阳”。", "三个青阳 none: "},
		{"codes have no members", "“1+2”即一个中心、两个基地。", "1+2 none: "},

		{"an attribute is no member: the glossary", "强化资金统筹调度、预算绩效管理、基层“三保”。", "三保 glossary: 保基本民生|保工资|保运转"},
		{"not a list that goes on to the slogan", "坚持实事求是、群众路线、独立自主、“三个青阳”。", "三个青阳 none: "},
		{"not members without the word that all share", "实现全面、直接、双向“三通”。", "三通 glossary: 通邮|通商|通航"},
		{"not a list of another length", "统筹推进改水、改厕“三改”行动。", "三改 none: "},
		{"not a definition of another length", "“三改”行动是指改水和改厕。", "三改 none: "},
		{"not what a verb goes on to", "加快项目建设、推进“两个到位”。", "两个到位 none: "},
		{"not with itself as a member", "坚持“两个确保”，确保农田不撂荒。", "两个确保 none: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, x := range findNumerals(t, keywords.Numerals{Glossary: glossary(t)}, analyze(t, c.text)) {
				how := x.Rule
				if how == "" {
					how = x.Source.String()
				}
				got = append(got, fmt.Sprintf("%s %s: %s", x.Text, how, strings.Join(memberTexts(x), "|")))
			}
			assert.Equal(t, c.want, strings.Join(got, "; "))
		})
	}
}

func memberTexts(x keywords.Numeral) []string {
	var out []string
	for _, m := range x.Members {
		out = append(out, m.Text)
	}
	return out
}

func TestNumeralsValue(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"三去二降一补": 6, "三管三必看": 6, "三个一批": 3, "五个一工程": 5, "四个第一": 4, "五位一体": 5, "五网合一": 5, "双一流校": 2,
		"双核一带": 3, "三重一新": 4, "一办两清单": 3, "三项政策一项改革": 4, "三医联动一张网": 4, "十大行动": 10, "百千万工程": 0, "1+2+3": 0,
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			got := findNumerals(t, keywords.Numerals{Glossary: &keywords.Glossary{}}, analyze(t, "实施“"+text+"”。"))
			require.Len(t, got, 1)
			assert.Equal(t, want, got[0].Value)
		})
	}
	t.Run("the first numeral, where as many are named", func(t *testing.T) {
		t.Parallel()
		got := findNumerals(t, keywords.Numerals{}, analyze(t, "落实“三查三必改”：查隐患、查责任、查作风。"))
		require.Len(t, got, 1)
		assert.Equal(t, 3, got[0].Value)
	})
}

func TestNumeralsResult(t *testing.T) {
	t.Parallel()
	const text = "建设“三个青阳”。\n推进四个全面。用三个青阳引领发展，推进港口、机场、铁路三大枢纽建设，完善“1+N”体系。"
	got := findNumerals(t, keywords.Numerals{Glossary: glossary(t)}, analyze(t, text))
	at := func(s string) analysis.Span {
		i := strings.Index(text, s)
		return analysis.Span{Start: i, End: i + len(s)}
	}
	evidence := at("用三个青阳引领发展，推进港口、机场、铁路三大枢纽建设，完善“1+N”体系。")
	second := strings.LastIndex(text, "三个青阳")
	assert.Equal(t, []keywords.Numeral{
		{Text: "三个青阳", Value: 3, Mentions: []analysis.Span{at("三个青阳"), {Start: second, End: second + 12}}},
		{Text: "四个全面", Value: 4, Mentions: []analysis.Span{at("四个全面")}, Source: keywords.SourceGlossary,
			Members: []keywords.Member{{Text: "全面建设社会主义现代化国家"}, {Text: "全面深化改革"}, {Text: "全面依法治国"}, {Text: "全面从严治党"}}},
		{Text: "三大枢纽", Kind: keywords.NumeralSet, Value: 3, Mentions: []analysis.Span{at("三大枢纽")}, Source: keywords.SourceText, Rule: "list before",
			Members: []keywords.Member{{"港口", at("港口")}, {"机场", at("机场")}, {"铁路", at("铁路")}}, Evidence: evidence},
		{Text: "1+N", Kind: keywords.NumeralCode, Mentions: []analysis.Span{at("1+N")}},
	}, got)
	assert.Equal(t, "slogan set code", fmt.Sprint(keywords.NumeralSlogan, " ", keywords.NumeralSet, " ", keywords.NumeralCode))
	assert.Equal(t, "none text glossary", fmt.Sprint(keywords.SourceNone, " ", keywords.SourceText, " ", keywords.SourceGlossary))
}

func TestNumeralsWithAGlossaryOfOnesOwn(t *testing.T) {
	t.Parallel()
	own, err := keywords.NewGlossary([]keywords.Slogan{{Text: "三湾改造", Members: []string{"前湾", "中湾", "后湾"}, Confidence: 1}})
	require.NoError(t, err)
	d := analyze(t, "推进三湾改造和四个全面。")
	for name, c := range map[string]struct {
		g    *keywords.Glossary
		want string
	}{
		"built in": {nil, "四个全面"}, "none": {&keywords.Glossary{}, ""}, "own": {own, "三湾改造"},
	} {
		var got []string
		for _, x := range findNumerals(t, keywords.Numerals{Glossary: c.g}, d) {
			got = append(got, x.Text)
		}
		assert.Equal(t, c.want, strings.Join(got, " "), name)
	}
}

// What the words are cut to decides where a slogan may stand without quotation
// marks.
func TestNumeralsOnTokenBorders(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]int{"抓好/v|三农/n|工作/vn|。": 1, "抓好/v|三农工/x|作/v|。": 0, "第/m|三农/n|工作/vn|。": 0} {
		got := findNumerals(t, keywords.Numerals{Glossary: glossary(t)}, analysistest.Document(t, words))
		assert.Len(t, got, want, words)
	}
}

func TestNumeralsCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := keywords.Numerals{}.Find(ctx, analysistest.Document(t, "三农/n|。"))
	assert.ErrorIs(t, err, context.Canceled)
}

func TestNumeralsSameForAnyNumberOfGoroutines(t *testing.T) {
	t.Parallel()
	d := analyze(t, "统筹推进改水、改厕、改路“三改”行动，落实四个全面、三农和“五爱”，做到“两个确保”：确保农田不撂荒；确保产量不下滑。")
	want := findNumerals(t, keywords.Numerals{}, d)
	require.NotEmpty(t, want)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, err := keywords.Numerals{}.Find(context.Background(), d)
			assert.NoError(t, err)
			assert.Equal(t, want, got)
		})
	}
	wg.Wait()
}
