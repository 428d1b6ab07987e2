package keywords

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

func FuzzRunes(f *testing.F) {
	for _, s := range []string{"", "经济", "A股", "互联网+", "龦", "中\xe4\xb8", "\xe4", "\xe5\xe5\xe5", "x中", "𠮷中", "\xe7000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		assert.Equal(t, utf8.RuneCountInString(s), runeCount(s))
		first, last := outerRunes(s)
		wantFirst, _ := utf8.DecodeRuneInString(s)
		wantLast, _ := utf8.DecodeLastRuneInString(s)
		assert.Equal(t, string(wantFirst)+string(wantLast), string(first)+string(last))
	})
}
