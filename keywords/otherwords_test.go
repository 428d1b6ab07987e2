package keywords

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOtherWordsNumbersTextsByKey(t *testing.T) {
	t.Parallel()
	var o otherWords
	for range 2 { // it forgets
		o.reset(0)
		next := int32(0)
		id := func(text string) int32 {
			n := o.id(text, next)
			next = max(next, n+1)
			return n
		}
		for _, c := range []struct {
			text string
			want int32
		}{
			{"的", 0}, {"ｇｄｐ", 1}, {"GDP", 1}, {"gdp", 1}, {"的", 0}, {"", 2},
			{"2015年12月31日24时", 3}, {"２０１５年12月31日24时", 3}, {"2015年12月31日24时", 3}, {"的", 0}, {"", 2},
		} {
			assert.Equal(t, c.want, id(c.text), c.text)
		}
		for i := range 1000 {
			assert.Equal(t, int32(4+i), id(fmt.Sprint("第", i)))
		}
		for i := range 1000 {
			assert.Equal(t, int32(4+i), id(fmt.Sprint("第", i)))
		}
	}
}

func BenchmarkOtherWordsAlike(b *testing.B) {
	texts := make([]string, 100_000)
	for i := range texts {
		texts[i] = fmt.Sprintf("%07d0%07d", i, i) // both halves have the same bytes
	}
	var o otherWords
	for b.Loop() {
		o.reset(len(texts))
		for i, s := range texts {
			o.id(s, int32(i))
		}
	}
}
