package keywords

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMarksAreKeptInAByte(t *testing.T) {
	t.Parallel()
	seen := make(map[uint8]bool)
	for _, open := range []uint8{0, 1, 2, 3, titleMark, titleMark | 1, titleMark | 2, titleMark | 3} {
		for count := range uint8(maxMarks + 1) {
			for _, shut := range []uint8{count, count | titleMark, count | colonMark, count | titleMark | colonMark} {
				for _, head := range []bool{false, true} {
					m := newMarks(open, shut, head)
					gotOpen, gotShut, gotHead := splitMarks(m)
					assert.Equal(t, []any{open, shut, head}, []any{gotOpen, gotShut, gotHead})
					seen[m] = true
				}
			}
		}
	}
	assert.Len(t, seen, 256)
}

func TestSpelling(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ word, want string }{
		{"网络", "网络"}, {"ＡＩ", "ＡＩ"}, {"“十三五”规划", "十三五规划"}, {"互联网 +", "互联网+"}, {"“ ”", ""},
	} {
		assert.Equal(t, c.want, spelling(c.word))
	}
}
