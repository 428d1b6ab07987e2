package input

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestTablesAreWellFormed(t *testing.T) {
	t.Parallel()
	seen := make(map[string]bool)
	phrases := 0
	rows(traditionalFile, func(from, to, flag string) {
		assert.False(t, seen[from], from)
		seen[from] = true
		assert.Contains(t, []string{"", "t", "s"}, flag, from)
		assert.Equal(t, flag == "s", to == "", from)
		if utf8.RuneCountInString(from) > 1 {
			phrases++
			assert.Equal(t, utf8.RuneCountInString(from), utf8.RuneCountInString(to), from)
			assert.Empty(t, flag)
		} else {
			assert.NotEqual(t, from, to) // a phrase may stand against its characters: 角徵羽
		}
	})
	assert.Greater(t, phrases, 200)

	var characters strings.Builder
	rows(charactersFile, func(_, c, _ string) { characters.WriteString(c) })
	counts := make(map[rune]int)
	for _, r := range characters.String() {
		counts[r]++
		assert.Equal(t, 1, counts[r], "%c", r)
	}
	rows(radicalsFile, func(from, to, _ string) {
		assert.Equal(t, 1, utf8.RuneCountInString(from))
		assert.Equal(t, 1, utf8.RuneCountInString(to), from)
	})
	for kind, words := range pageWords() {
		assert.Contains(t, []string{"date", "source", "author", "other", "begins", "contains", "never", "rarely"}, kind)
		for _, word := range words {
			assert.NotEmpty(t, word)
		}
	}
}

// The characters of the first level of GB 2312 are simplified: none is traditional
// only, none but 乾 is converted, and each but 柒 is in the
// table of frequencies.
func TestTablesKnowSimplifiedCharacters(t *testing.T) {
	t.Parallel()
	s, missing, changed := scriptTables(), "", ""
	for lead := byte(0xb0); lead <= 0xd7; lead++ {
		for trail := byte(0xa1); trail <= 0xfe; trail++ {
			text, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{lead, trail})
			r, _ := utf8.DecodeRune(text)
			if err != nil || r == utf8.RuneError {
				continue
			}
			assert.NotEqual(t, int8(1), kindOf()[r-planeStart], "%c", r)
			if bitsOf(r) >= bitsRareHan {
				missing += string(r)
			}
			if s.simplified(r) != 0 {
				changed += string(r)
			}
		}
	}
	assert.Equal(t, "柒", missing, "gojieba's dictionary has no word with it")
	assert.Equal(t, "乾", changed, "becomes 干, unless in a phrase")
}
