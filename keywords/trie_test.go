package keywords

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTrie(t *testing.T) {
	t.Parallel()
	var words trie
	assert.EqualValues(t, -1, words.find("三农"), "nothing is in an empty trie")
	assert.EqualValues(t, -1, words.longest([]rune("三农"), func(int, int32) bool { return true }))
	for i, w := range []string{"三农", "三农问题", "双随机一公开", "三农"} {
		words.add(w, int32(i))
	}
	for w, want := range map[string]int32{
		"三农": 0, "三农问题": 1, "三农问": -1, "三": -1, "": -1, "双随机一公开": 2, "双随机、一公开": 2, "双、随机一公开": -1, "双随机一公开、": -1, "四农": -1,
	} {
		assert.Equal(t, want, words.find(w), w)
		n := len([]rune(w))
		assert.Equal(t, want, words.longest([]rune(w), func(k int, _ int32) bool { return k == n }), w)
	}
	var lengths []int
	assert.EqualValues(t, 0, words.longest([]rune("三农问题多"), func(n int, _ int32) bool { lengths = append(lengths, n); return n < 3 }), "what is not accepted is not found")
	assert.Equal(t, []int{2, 4}, lengths)
}

func TestTrieGrows(t *testing.T) {
	t.Parallel()
	words := trie{exact: true}
	word := func(i int) string { return fmt.Sprintf("%c%c%d", 0x4e00+i%70, 0x5000+i%130, i) }
	for i := range 3000 {
		words.add(word(i), int32(i))
	}
	for i := range 3000 {
		assert.EqualValues(t, i, words.find(word(i)))
	}
	assert.EqualValues(t, -1, words.find(word(3000)))
	assert.EqualValues(t, -1, words.find(word(7)+"、"), "commas count")
}
