package summarize

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tifa-go/tifa/analysis"
)

// Sentences that are not compared, for they begin as no other one does, are no
// repeats.
func TestRankableAreThoseOfAllCompared(t *testing.T) {
	t.Parallel()
	parts := []string{"加快", "推进", "“双碳”", "改革 ", "ＧＤＰ", "GDP", "12", "，", "一", "、", "中国特色社会主义"}
	rng := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		var text strings.Builder
		for range 1 + rng.IntN(30) {
			for range 1 + rng.IntN(5) {
				text.WriteString(parts[rng.IntN(len(parts))])
			}
			text.WriteString("。")
		}
		d := analyze(t, text.String())
		keys := make([]string, len(d.Sentences))
		var all, want []int
		for i := range d.Sentences {
			if key := sentenceKey(trimFinalMarks(sentenceText(d, i))); d.Sentences[i].Role == analysis.RoleBody && coreAtLeast(key, 1) {
				keys[i], all = key, append(all, i)
			}
		}
		dropRepeats(keys, all)
		for i, key := range keys {
			if key != "" {
				want = append(want, i)
			}
		}
		assert.Equal(t, want, append([]int(nil), rankable(d)...), text.String())
	}
}
