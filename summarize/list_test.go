package summarize

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestListNumber(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"一是加强领导；": "一是", "十二是加强监督。": "十二是", "三要抓落实。": "三要", "（二）推进改革。": "（二）", "(3)推进改革。": "(3)",
		"三、推进改革。": "三、", "4.推进改革。": "4.", "4．推进改革。": "4．", "12、推进改革。": "12、", "⑤推进改革。": "⑤", "第六，推进改革。": "第六，", "——推进改革。": "——",
		"一年来，成绩显著。": "", "4.5%的增长。": "", "第六条 为了规范管理。": "", "（以下简称本市）": "", "一是一二是二": "一是", "2025年是开局之年。": "", "5是质数。": "", "": "", "一": "", "（": "",
	} {
		assert.Equal(t, want, s[:listNumber(s)], s)
	}
}

func FuzzListNumber(f *testing.F) {
	f.Add("（十")
	f.Add("第\xff，")
	f.Fuzz(func(t *testing.T, s string) {
		if n := listNumber(s); n < 0 || n > len(s) {
			t.Fatalf("listNumber(%q) = %d", s, n)
		}
	})
}
