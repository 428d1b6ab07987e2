package input

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// A survey tells of every character what the functions do that it saves.
func TestSurveyOfEveryCharacter(t *testing.T) {
	t.Parallel()
	kinds := kindOf()
	for r := rune(1); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		text := "a" + string(r) + "中"
		got := look(text)
		out, _, _ := normalize(text)
		if got.forms != (out != text) || got.lost != (r == utf8.RuneError || r == '锟') {
			t.Errorf("%U: forms %v, lost %v", r, got.forms, got.lost)
		}
		want := census{han: 1, first: -1}
		if r >= planeStart && r < planeEnd {
			want.han++
			switch kinds[r-planeStart] {
			case 1:
				want.traditional, want.first, want.shown = 1, 1, []rune{r}
			case -1:
				want.simplified = 1
			}
		}
		if r >= 0x3040 && r < 0x3100 {
			want.kana = 1
		}
		if !assert.ObjectsAreEqual(want, got.census) {
			t.Errorf("%U: %+v", r, got.census)
		}
	}
}
