package keywords_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tifa-go/tifa/keywords"
)

// What lowers a score, and what is like it and does not.
func TestPartsThatLowerAScore(t *testing.T) {
	t.Parallel()
	twice := func(words string) string { return words + "，|" + words + "。" }
	for _, c := range []struct {
		part          string
		value         float64
		takes, phrase string
		leaves, other string
	}{
		{"two verbs", -0.4, twice("追赶/v|超越/v|"), "追赶超越", twice("网络/n|强省/n|"), "网络强省"},
		{"conjunction inside", -0.5, twice("城市/n|和/c|乡村/n|"), "城市和乡村", twice("城市/n|新/a|乡村/n|"), "城市新乡村"},
		{"的 inside", -1, twice("山水/n|的/uj|城市/n|"), "山水的城市", twice("党/n|的/uj|建设/vn|"), "党的建设"},
		{"extends a phrase", -0.5,
			"甲级/b|网络/n|强省/n|，|甲级/b|网络/n|强省/n|，|网络/n|强省/n|，|网络/n|强省/n|，|网络/n|强省/n|，|网络/n|强省/n|。", "甲级网络强省",
			"甲级/b|网络/n|强省/n|，|甲级/b|网络/n|强省/n|，|网络/n|强省/n|。", "甲级网络强省"},
	} {
		t.Run(c.part, func(t *testing.T) {
			t.Parallel()
			value := func(words, phrase string) float64 {
				p, _ := phraseIn(t, keywords.Phrases{}, words, phrase)
				for _, f := range p.Features() {
					if f.Name == c.part {
						return f.Value
					}
				}
				return 0
			}
			assert.InDelta(t, c.value, value(c.takes, c.phrase), 1e-12)
			assert.Zero(t, value(c.leaves, c.other))
		})
	}
}
