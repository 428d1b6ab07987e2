package analysis

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// cut splits a line the way sentenceEnds says, joined by "|".
func cut(line string) string {
	var parts []string
	start := 0
	for _, end := range endsOf(line) {
		parts = append(parts, line[start:end])
		start = end
	}
	return strings.Join(parts, "|")
}

func endsOf(line string) []int {
	marks := findMarks(nil, line)
	return sentenceEnds(nil, line, marks, matchPairs(nil, marks))
}

func TestSentences(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("坚持稳中求进工作总基调", 5)
	for _, c := range []struct{ name, want string }{
		{"empty line", ""},
		{"a line without a final mark is a sentence", "推动高质量发展"},
		{"full stop", "一。|二。"},
		{"question and exclamation marks, both widths", "行吗？|行！|行吗?|行!|好"},
		{"semicolons, both widths", "一是改革；|二是开放;|三是创新。"},
		{"ellipsis", "路还很长……|我们要走下去。"},
		{"a single ellipsis character does not end", "路还很长…我们要走下去。"},
		{"an ellipsis before a comma goes on", "粮食、棉花……，都要抓好。"},
		{"marks in a row", "真的吗？！|真的。"},
		{"closing quotation mark stays", "他说：“要实干。”|大家鼓掌。"},
		{"closing bracket stays", "（全文见附件。）|各地要抓好落实。"},
		{"space after the mark stays", "一。 　|二。"},
		{"no cut inside a title", "学习《怎么办？怎么干！》一书。|二。"},
		{"no cut inside brackets", "各地（含新区。下同）要落实。|二。"},
		{"no cut inside mixed brackets", "各地（含新区。下同)要落实。|二。"},
		{"no cut inside a short quotation", "开展“想一想，做没做；看一看，成没成”活动。|二。"},
		{"a short exclamation in quotes does not end", "一声“干！”的号令传遍全市。|二。"},
		{"a quotation that the sentence goes on after", "落实“绿水青山就是金山银山。”的要求。|二。"},
		{"a long quotation is cut at full stops", "他强调：“" + long + "。|" + long + "。”|大家鼓掌。"},
		{"a long quotation is not cut at semicolons", "他强调：“" + long + "；" + long + "。”|大家鼓掌。"},
		{"nested quotation marks", "他说：“要念好‘实’字诀。”|大家鼓掌。"},
		{"an unclosed quotation mark does not swallow the line", "开展“三查活动。|二。"},
		{"an unclosed bracket does not swallow the line", "各地（含新区要落实。|二。"},
		{"a stray closing bracket", "1）抓落实。|2）抓督查。"},
		{"decimal point", "增长6.9%。|二。"},
		{"full-width decimal point", "增长６．９％。|二。"},
		{"list numbers", "1．抓落实。|（1）抓督查。|1.抓整改。"},
		{"a web address", "见http://a.gov.cn/x?id=1;y=2。|二。"},
		{"an HTML entity", "一&nbsp;二&#160;三。|四"},
		{"ASCII quotation marks", "开展\"三查。三改\"活动。|二。"},
		{"line break belongs to the last sentence", "一。|二。\r\n"},
		{"line break alone", "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, cut(strings.ReplaceAll(c.want, "|", "")))
		})
	}
}
