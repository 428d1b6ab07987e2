package keywords

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWordTableHasEachWordAndNoOther(t *testing.T) {
	t.Parallel()
	words := []string{"", "a", "ab", "的", "\x00", "经济", "供给侧", "五大发展理念", "供给侧结构性改革", "高质量发展体系建设"}
	for i := range 300 {
		words = append(words, fmt.Sprint("经济", i), fmt.Sprint(i))
	}
	table := newWordTable(10) // it grows
	for _, w := range words[1:] {
		assert.Zero(t, table.of(w), w)
		table.add(w, function)
		table.add(w, headNoun)
	}
	for _, w := range words[1:] {
		assert.Equal(t, function|headNoun, table.of(w), w)
		assert.Zero(t, table.of(w+"\x00"), w)
		assert.Zero(t, table.of(w+"展"), w)
	}
	assert.Zero(t, table.of(""))
}
