package analysis

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMarkers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text   string
		marker Marker
		value  int
		number string
	}{
		{"第一编总则", MarkerPart, 1, "第一编"},
		{"第三篇 改革", MarkerPart, 3, "第三篇"},
		{"第二部分", MarkerPart, 2, "第二部分"},
		{"第十二章 附则", MarkerChapter, 12, "第十二章"},
		{"第 一 章 总 则", MarkerChapter, 1, "第 一 章"},
		{"第１章", MarkerChapter, 1, "第１章"},
		{"第2节", MarkerDivision, 2, "第2节"},
		{"第一百零三条", MarkerArticle, 103, "第一百零三条"},
		{"第三条之一 ", MarkerArticle, 3, "第三条之一"},
		{"一、总体要求", MarkerHan, 1, "一、"},
		{"十二、", MarkerHan, 12, "十二、"},
		{"二．改革", MarkerHan, 2, "二．"},
		{"（三）改革", MarkerHanParen, 3, "（三）"},
		{"(三）改革", MarkerHanParen, 3, "(三）"},
		{"（三)改革", MarkerHanParen, 3, "（三)"},
		{"1.改革", MarkerDigit, 1, "1."},
		{"１．改革", MarkerDigit, 1, "１．"},
		{"12、改革", MarkerDigit, 12, "12、"},
		{"⒊改革", MarkerDigit, 3, "⒊"},
		{"（1）改革", MarkerDigitParen, 1, "（1）"},
		{"(１２)改革", MarkerDigitParen, 12, "(１２)"},
		{"2）改革", MarkerDigitParen, 2, "2）"},
		{"③改革", MarkerDigitParen, 3, "③"},
	} {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			m, v, n := parseMarker(c.text)
			assert.Equal(t, c.number, c.text[:n])
			assert.Equal(t, c.marker, m)
			assert.Equal(t, c.value, v)
		})
	}
	for _, text := range []string{"", "第", "第三", "第三人称", "第三部门", "6.9%", "３．５万", "2015年", "2015.", "一是", "一方面", "（国发）", "（一", "100、", "〇、", "1,234"} {
		_, _, n := parseMarker(text)
		assert.Zero(t, n, "%q is no marker", text)
	}
}

// outlineOf writes the section tree as "1 number|title" lines, the level first.
func outlineOf(d *Document) string {
	var b strings.Builder
	for _, s := range d.Sections {
		fmt.Fprintf(&b, "%d %s|%s\n", s.Level, strings.Join(strings.Fields(s.Number), ""), s.Title)
	}
	return b.String()
}

func TestSections(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"none", "各地要抓好落实。\n", ""},
		{"four levels on lines of their own",
			"一、总体要求\n各地要抓好落实。\n（一）指导思想\n以此为指导。\n1.基本原则\n（1）统筹谋划\n各地要抓好落实。\n2.主要目标\n二、重点任务\n各地要抓好落实。\n",
			"1 一、|总体要求\n2 （一）|指导思想\n3 1.|基本原则\n4 （1）|统筹谋划\n3 2.|主要目标\n1 二、|重点任务\n"},
		{"widths mixed",
			"一、总体要求\n(一）指导思想\n１．统筹谋划\n(1)抓落实\n2.创新驱动\n（二)主要目标\n各地要抓好落实。\n",
			"1 一、|总体要求\n2 (一）|指导思想\n3 １．|统筹谋划\n4 (1)|抓落实\n3 2.|创新驱动\n2 （二)|主要目标\n"},
		{"run-in heading",
			"（一）加强组织领导。各地要高度重视，把这项工作摆上重要日程。\n（二）强化督促检查。各地要抓好落实。\n",
			"1 （一）|加强组织领导\n1 （二）|强化督促检查\n"},
		{"blank between heading and text",
			"一、总体要求　以新发展理念为引领，坚持稳中求进。\n二、重点任务 各地要抓好落实，务求实效。\n",
			"1 一、|总体要求\n1 二、|重点任务\n"},
		{"standard heading fused to the text",
			"一、总体要求坚持稳中求进工作总基调，推动高质量发展。二、重点任务各地要抓好落实，务求实效，不得走过场。\n",
			"1 一、|总体要求\n1 二、|重点任务\n"},
		{"numbered paragraphs without titles",
			"一、各级人民政府要高度重视，切实加强领导，把这项工作摆上重要日程，抓紧抓好。\n二、各有关部门要各司其职，密切配合，形成合力，共同推进这项工作。\n",
			"1 一、|\n1 二、|\n"},
		{"articles",
			"第一章 总 则\n第一条 为了规范管理，制定本办法。\n第二条　本办法适用于本市。\n违反本办法第一条规定的，依法处理。\n第二章 附则\n第三条 本办法自发布之日起施行。\n",
			"1 第一章|总 则\n2 第一条|\n2 第二条|\n1 第二章|附则\n2 第三条|\n"},
		{"all fused into one line",
			"第一章总则第一条为了规范管理，制定本办法。第二条本办法适用于本市。违反第一条规定的，依法处理。第二章附则第三条本办法自发布之日起施行。\n",
			"1 第一章|总则\n2 第一条|\n2 第二条|\n1 第二章|附则\n2 第三条|\n"},
		{"titled articles",
			"第一条【目的】为了规范管理，制定本办法。\n第二条（适用范围）\n本办法适用于本市。\n",
			"1 第一条|目的\n1 第二条|适用范围\n"},
		{"a reference at the start of a line is no article",
			"第一条 有下列情形的，从其规定：\n第三条第二款规定的情形。\n第三条规定的情形。\n第二条 本办法适用于本市。\n",
			"1 第一条|\n1 第二条|\n"},
		{"items of a list are no sections",
			"第一条 有下列情形之一的，不予批准：\n（一）材料不全的；\n（二）弄虚作假的；\n（三）其他情形。\n第二条 本办法适用于本市。\n",
			"1 第一条|\n1 第二条|\n"},
		{"indicators are no sections",
			"一、主要目标\n（1）森林覆盖率：2027年60%，2030年65%\n（2）绿色工厂：2027年700家，2030年1,200家\n各地要抓好落实。\n",
			"1 一、|主要目标\n"},
		{"Markdown", "# 管理办法\n\n## 第一章 总则\n\n第一条 为了规范管理，制定本办法。\n", "1 第一章|总则\n2 第一条|\n"},
		{"chapters and parts in one line",
			"第一篇指导思想第一章基本要求第二章主要目标第二篇重点任务第三章改革\n各地要抓好落实。\n",
			"1 第一篇|指导思想\n2 第一章|基本要求\n2 第二章|主要目标\n1 第二篇|重点任务\n2 第三章|改革\n"},
		{"a heading that the next level runs into",
			"二、重点任务（一）建强队伍。各地要抓好落实。（二）做实底座。各地要抓好落实。\n",
			"1 二、|重点任务\n2 （一）|建强队伍\n2 （二）|做实底座\n"},
		{"decimals and years at the start of a line", "6.9%的增速来之不易。\n2015年是关键一年。\n3.5万亿元的总量再上台阶。\n", ""},
		{"enumeration in running text", "一是抓改革。二是抓开放。第一，要抓落实。\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, outlineOf(analyze(t, c.text)))
		})
	}
}

func TestAHeadingIsASentenceOfItsOwn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"run-in", "（一）加强领导。各地要高度重视。\n", []string{"（一）加强领导。", "各地要高度重视。\n"}},
		{"blank", "一、总体要求　各地要高度重视，抓好落实。\n", []string{"一、总体要求　", "各地要高度重视，抓好落实。\n"}},
		{"article", "第一条 为了规范管理，制定本办法。\n", []string{"第一条 ", "为了规范管理，制定本办法。\n"}},
		{"fused article", "第一条为了规范管理，制定本办法。", []string{"第一条", "为了规范管理，制定本办法。"}},
		{"chapter and article", "第一章总则第一条为了规范管理，制定本办法。", []string{"第一章总则", "第一条", "为了规范管理，制定本办法。"}},
		{"indented", "　　（一）加强领导。各地要高度重视。\n", []string{"　　（一）加强领导。", "各地要高度重视。\n"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := analyze(t, c.text)
			var got []string
			for i, s := range d.Sentences {
				got = append(got, d.Text[s.Start:s.End])
				want := RoleHeading
				if i == len(d.Sentences)-1 {
					want = RoleBody
				}
				assert.Equal(t, want, s.Role, "role of %q", got[i])
			}
			assert.Equal(t, c.want, got)
		})
	}
}
