package analysis

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseDate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, want string
		clock      bool
	}{
		{"2015-12-03", "2015-12-03", false},
		{"2015-12-3 08:30:15", "2015-12-03", true},
		{"2015/12/3 8:30", "2015-12-03", true},
		{"2015.12.03", "2015-12-03", false},
		{"2015-12-03T08:30:15", "2015-12-03", true},
		{"2015年12月3日", "2015-12-03", false},
		{"2015年12月03日08:30", "2015-12-03", true},
		{"2015 年 12 月 3 日", "2015-12-03", false},
		{"２０１５年１２月３日", "2015-12-03", false},
		{"二〇一五年十二月三日", "2015-12-03", false},
		{"二○二五年三月二十一日", "2025-03-21", false},
		{"一九九八年十月三十一日", "1998-10-31", false},
		{"2015年12月", "2015-12", false},
		{"2015年", "2015", false},
		{"2024-02-29", "2024-02-29", false},
		{"2023-02-29", "", false},
		{"2015-13-01", "", false},
		{"2015年12月32日", "", false},
		{"2015-12", "", false},
		{"2016〕33号", "", false},
		{"12月3日", "", false},
		{"20151203", "", false},
		{"3015-12-03", "", false},
		{"十二月三日", "", false},
		{"", "", false},
	} {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			d, _, clock := parseDate(c.text)
			assert.Equal(t, c.want, d.String())
			assert.Equal(t, c.clock, clock)
		})
	}
}

func TestMetadata(t *testing.T) {
	t.Parallel()
	const title, text = "青阳市关于推进数字青阳建设的意见\n", furnitureText
	for _, c := range []struct{ name, text, date, source, author string }{
		{"source line", title + "来源：青阳日报　作者：张三 李四　2025-03-01 08:30\n" + text, "2025-03-01", "青阳日报", "张三、李四"},
		{"source line without labels", title + "青阳观察 2025-03-01 08:30\n" + text, "2025-03-01", "青阳观察", ""},
		{"values in lines of their own", "发布时间：\n2025-03-01\n来源：\n青阳日报\n" + title + text, "2025-03-01", "青阳日报", ""},
		{"source line behind the text", title + text + "（来源：青阳日报）\n", "", "青阳日报", ""},
		{"a newspaper's date", title + "青阳晚报　2022年05月17日　星期二　记者 程小禾 通讯员 陆一川\n" + text, "2022-05-17", "青阳晚报", "程小禾、陆一川"},
		{"the site itself", title + "2025-03-01 08:30 来源：本站\n" + text + "青阳市人民政府\n2025年2月28日\n", "2025-03-01", "青阳市人民政府", ""},
		{"byline", title + "青阳观察记者 程小禾 通讯员 陆一川\n" + text, "", "", "程小禾、陆一川"},
		{"not the photographer", title + text + "青阳观察记者 程小禾 摄\n", "", "", ""},
		{"a source without a name", title + "来源: 标签:网络 2025-03-01 11:41:28\n" + text, "2025-03-01", "", ""},
		{"publication before the document's own date", "成文日期：2025年3月1日\n发布日期：2025年3月8日\n" + title + text, "2025-03-08", "", ""},
		{"the document's own date", "成文日期：2025年3月1日　发文机关：青阳市人民政府\n" + title + text, "2025-03-01", "青阳市人民政府", ""},
		{"when it takes effect is no date", title + "实施日期：2025.03.01\n" + text, "", "", ""},
		{"a newspaper's page", title + text + "《青阳日报》（2025年03月01日 02版）\n", "2025-03-01", "青阳日报", ""},
		{"bracket below the title", title + "（2025年3月1日）\n" + text, "2025-03-01", "", ""},
		{"bracket with the session that adopted it", title + "（2025年3月1日青阳市人民代表大会通过）\n" + text, "2025-03-01", "", ""},
		{"dash below the title", "青阳市政府工作报告\n——2025年1月5日在青阳市人民代表大会上\n市长 张三\n" + text, "2025-01-05", "", ""},
		{"title fused to running text", "在数字青阳座谈会上的讲话（2025年3月1日）同志们：各地要抓好落实。\n", "2025-03-01", "", ""},
		{"signature", title + text + "青阳市人民政府\n2025年3月1日\n", "2025-03-01", "青阳市人民政府", ""},
		{"signature in Han numerals", title + text + "青阳市人民政府办公室\n\n二〇二五年三月一日\n", "2025-03-01", "青阳市人民政府办公室", ""},
		{"signature of a person", title + text + "市长 张三\n2025年3月1日\n", "2025-03-01", "", ""},
		{"number of a document is no date", title + "青政办〔2025〕33号\n" + text, "", "", ""},
		{"dates in the text are none", title + "2025年3月1日，青阳市召开会议，部署数字青阳建设工作。\n" + text, "", "", ""},
		{"none", title + text, "", "", ""},
		{"empty", "", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := analyze(t, c.text)
			assert.Equal(t, c.date, d.Date)
			assert.Equal(t, c.source, d.Source)
			assert.Equal(t, c.author, d.Author)
		})
	}
}

func TestMetadataOfTheCaller(t *testing.T) {
	t.Parallel()
	a := Analyzer{Segmenter: runeSegmenter{}}
	d, err := a.Analyze(t.Context(), Source{ID: "a", Text: "来源：青阳日报　作者：张三　2025-03-01 08:30\n" + furnitureText, Date: "2024", Source: "青阳网"})
	require.NoError(t, err)
	assert.Equal(t, []string{"2024", "青阳网", "张三"}, []string{d.Date, d.Source, d.Author})
}

func TestSignatures(t *testing.T) {
	t.Parallel()
	d := analyze(t, furnitureText+"青阳市人民政府\n2025年3月1日\n附件\n任务分工\n"+furnitureMore)
	var roles []string
	for _, s := range d.Sentences {
		roles = append(roles, s.Role.String())
	}
	assert.Equal(t, []string{"body", "body", "signature", "signature", "heading", "heading", "body", "body"}, roles)
}
