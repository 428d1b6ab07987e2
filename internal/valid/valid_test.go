package valid_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/tifa-go/tifa/internal/valid"
)

func TestUTF8(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"empty", "", -1},
		{"all lengths", "a§中🀄", -1},
		{"the first and last of each range", "\u0080\u07ff\u0800\u0fff\u1000\ucfff\ud7ff\ue000\uffff\U00010000\U0010ffff", -1},
		{"the replacement character itself", "\ufffd", -1},
		{"a cut character", "中国"[:5], 3},
		{"a cut character of two bytes", "中§"[:4], 3},
		{"a lone continuation", "中\x80国", 3},
		{"an overlong form", "中\xe0\x80\x80", 3},
		{"a surrogate", "中\xed\xa0\x80", 3},
		{"beyond U+10FFFF", "中\xf4\x90\x80\x80", 3},
		{"GBK", "\xd6\xd0\xb9\xfa", 0},
		{"a lead byte before a letter", "中\xe4a", 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, valid.UTF8(c.text))
		})
	}
}

func FuzzUTF8(f *testing.F) {
	for _, s := range []string{"中国", "\xe4\xb8", "a\xffb", "\xed\xa0\x80"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := valid.UTF8(s)
		assert.Equal(t, utf8.ValidString(s), at < 0)
		if at >= 0 {
			assert.True(t, utf8.ValidString(s[:at]))
			r, n := utf8.DecodeRuneInString(s[at:])
			assert.True(t, r == utf8.RuneError && n == 1)
		}
	})
}

func BenchmarkUTF8(b *testing.B) {
	text := strings.Repeat("坚持以高质量发展为主题，2025年生产总值增长5.2%。\n", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		valid.UTF8(text)
	}
}
