package rouge

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The figures, in per cent to two decimals, are those of an independent
// implementation in Python, which counts n-grams in dictionaries.
func TestOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name         string
		ref, summary string
		one, two, l  float64
	}{
		{"the same", "推进网络强省建设。", "推进网络强省建设。", 100.00, 100.00, 100.00},
		{"nothing in common", "推进网络强省建设", "甲乙丙丁", 0.00, 0.00, 0.00},
		{"an empty summary", "推进网络强省建设", "", 0.00, 0.00, 0.00},
		{"an empty reference", "", "推进网络强省建设", 0.00, 0.00, 0.00},
		{"one character each", "省", "省", 100.00, 0.00, 100.00},
		{"other order", "加快建设网络强省，提升治理效能。", "提升治理效能，加快建设网络强省。", 100.00, 80.00, 56.25},
		{"a repeated character counts as often as in both", "建设建设建设", "建设省建", 60.00, 25.00, 60.00},
		{"a summary longer than the reference is cut", "推进网络强省建设", "推进改革开放，推进网络强省建设", 25.00, 14.29, 25.00},
		{"white space does not count", "推进 网络　强省\n建设。", "推进网络\t强省建设 。", 100.00, 100.00, 100.00},
		{"a sentence of the text in a longer reference", "今年经济社会发展主要预期目标是：地区生产总值增长6%左右，城镇新增就业12万人。要坚持稳中求进工作总基调，着力推动高质量发展，不断增进民生福祉。", "要坚持稳中求进工作总基调，着力推动高质量发展，不断增进民生福祉。", 61.54, 60.78, 61.54},
		{"paraphrase", "原告与被告系民间借贷纠纷，法院判决被告偿还原告借款本金120000元及利息。", "被告孟某于本判决生效之日起十日内偿还原告周某借款本金120000元，并支付利息。", 55.26, 40.54, 52.63},
		{"Latin and digits", "单位GDP能耗下降14.7%，PM2.5平均浓度降至23微克/立方米", "PM2.5平均浓度23微克，GDP能耗降14.7%", 84.75, 70.18, 44.07},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := Of(c.ref, c.summary)
			assert.InDelta(t, c.one, 100*s.One, 0.005)
			assert.InDelta(t, c.two, 100*s.Two, 0.005)
			assert.InDelta(t, c.l, 100*s.L, 0.005)
		})
	}
}

// The bits find what the table of the textbook finds.
func TestLongestCommon(t *testing.T) {
	t.Parallel()
	table := func(a, b []rune) int {
		row := make([]int, len(b)+1)
		for _, x := range a {
			diagonal := 0
			for j, y := range b {
				above := row[j+1]
				if x == y {
					row[j+1] = diagonal + 1
				} else {
					row[j+1] = max(row[j+1], row[j])
				}
				diagonal = above
			}
		}
		return row[len(b)]
	}
	r := rand.New(rand.NewPCG(1, 2))
	text := func() []rune {
		s := make([]rune, r.IntN(200))
		for i := range s {
			s[i] = []rune("推进网络强省建设")[r.IntN(8)]
		}
		return s
	}
	for range 200 {
		a, b := text(), text()
		assert.Equal(t, table(a, b), longestCommon(a, b), "%s / %s", string(a), string(b))
	}
}

func TestMean(t *testing.T) {
	t.Parallel()
	assert.Equal(t, Score{}, Mean())
	assert.Equal(t, Score{One: .5, Two: .25, L: .5}, Mean(Score{One: 1, Two: .5, L: .75}, Score{L: .25}))
}

func TestLength(t *testing.T) {
	t.Parallel()
	assert.Equal(t, 6, Length("推进 GDP\u3000。\n"))
	assert.Zero(t, Length(" \n"))
}

func FuzzOf(f *testing.F) {
	f.Add("推进网络强省建设", "网络强省")
	f.Add("", "\xff")
	f.Fuzz(func(t *testing.T, a, b string) {
		s := Of(a, b)
		for _, v := range []float64{s.One, s.Two, s.L} {
			if !(v >= 0 && v <= 1+1e-12) {
				t.Fatalf("Of(%q, %q) = %v", a, b, s)
			}
		}
		if s.L > s.One+1e-12 {
			t.Fatalf("Of(%q, %q): the subsequence is longer than what both have: %v", a, b, s)
		}
		if same := Of(a, a); len(characters(a)) > 1 && (same.One != 1 || same.Two != 1 || same.L != 1) {
			t.Fatalf("Of(%q, itself) = %v", a, same)
		}
	})
}

func BenchmarkOf(b *testing.B) {
	ref, sum := strings.Repeat("推进网络强省建设，提升治理效能。", 60), strings.Repeat("建设网络强省，治理效能提升。", 70)
	b.SetBytes(int64(len(ref) + len(sum)))
	for b.Loop() {
		Of(ref, sum)
	}
}
