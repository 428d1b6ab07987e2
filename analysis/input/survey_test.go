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
		got, valid := look(text)
		assert.True(t, valid, "%U", r)
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

func TestSurveyTellsWhatIsUTF8(t *testing.T) {
	t.Parallel()
	const some = "\x00a\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc2\xdf\xe0\xe4\xed\xef\xf0\xf4\xf5\xff"
	var try func(text string, more int)
	try = func(text string, more int) {
		for _, s := range []string{text, text + "中", "中" + text} {
			if _, valid := look(s); valid != utf8.ValidString(s) {
				t.Errorf("%q: %v", s, valid)
			}
		}
		for i := 0; i < len(some) && more > 0; i++ {
			try(text+some[i:i+1], more-1)
		}
	}
	try("", 4)
}
