package eval

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestKey(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"五大发展理念", "五大发展理念"},
		{"“十三五”规划", "十三五规划"},
		{"《数据 安全法》", "数据安全法"},
		{" GDP\u3000增长\n", "gdp增长"},
		{"‘两个’\"确立\"'", "两个确立"},
		{"「互联网＋」", "「互联网＋」"}, // other marks and widths count
		{"", ""},
	} {
		assert.Equal(t, c.want, Key(c.in))
	}
}

// Two of the first five of a list are among four: P = 2/5, R = 2/4, F1 = 4/9.
func TestF1(t *testing.T) {
	t.Parallel()
	gold := []string{"甲", "乙", "丙", "丁"}
	for _, c := range []struct {
		name   string
		ranked []string
		gold   []string
		k      int
		want   float64
	}{
		{"two of five", []string{"甲", "戊", "丁", "己", "庚"}, gold, 5, 4. / 9},
		{"what is behind k does not count", []string{"甲", "戊", "丁", "己", "庚"}, gold, 2, 2. / 6},
		{"a short list counts as k", []string{"甲", "丁"}, gold, 5, 4. / 9},
		{"a repeat counts once and takes no place", []string{"甲", "“甲”", "丁"}, gold, 2, 4. / 6},
		{"a repeat in gold counts once", []string{"甲"}, []string{"甲", " 甲"}, 1, 1},
		{"in other writing", []string{"《GDP》"}, []string{"gdp"}, 1, 1},
		{"an empty string takes no place", []string{"“”", "甲"}, []string{"甲"}, 1, 1},
		{"all", gold, gold, 4, 1},
		{"none", []string{"戊"}, gold, 5, 0},
		{"nothing", nil, gold, 5, 0},
		{"no gold", gold, nil, 5, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.InDelta(t, c.want, F1(c.ranked, c.gold, c.k), 1e-15)
		})
	}
}

// The gains of the grades 2, 1, 0 are 3, 1, 0 and the discounts of the ranks 1,
// 2, 3 are 1, log₂3, 2.
func TestGrades(t *testing.T) {
	t.Parallel()
	l := math.Log2(3)
	g := NewGrades(map[string]int{"甲甲甲": 2, "乙乙乙": 1, "“丙丙丙”": 2, "丙丙丙": 1})
	for _, c := range []struct {
		name      string
		ranked    []string
		k         int
		p, p2, dc float64
	}{
		{"the best order", []string{"甲甲甲", "丙丙丙", "乙乙乙"}, 3, 1, 2. / 3, 1},
		{"another order", []string{"乙乙乙", "丁丁丁", "甲甲甲"}, 3, 2. / 3, 1. / 3, (1 + 3./2) / (3 + 3/l + 1./2)},
		{"the first two", []string{"乙乙乙", "甲甲甲", "丙丙丙"}, 2, 1, 1. / 2, (1 + 3/l) / (3 + 3/l)},
		{"a short list", []string{"甲甲甲"}, 3, 1. / 3, 1. / 3, 3 / (3 + 3/l + 1./2)},
		{"repeats", []string{"甲甲甲", "“甲甲甲”", "丙丙丙"}, 2, 1, 1, 1},
		{"fewer phrases than k", []string{"甲甲甲", "丙丙丙", "乙乙乙", "丁丁丁"}, 10, .3, .2, 1},
		{"nothing", nil, 3, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.InDelta(t, c.p, g.Precision(c.ranked, c.k, 1), 1e-15)
			assert.InDelta(t, c.p2, g.Precision(c.ranked, c.k, 2), 1e-15)
			assert.InDelta(t, c.dc, g.NDCG(c.ranked, c.k), 1e-15)
		})
	}
	assert.Zero(t, Grades{}.NDCG([]string{"甲甲甲"}, 3))
}
