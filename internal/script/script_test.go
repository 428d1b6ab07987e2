package script

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

func TestJoins(t *testing.T) {
	t.Parallel()
	for r := range rune(unicode.MaxRune) {
		want := r >= 0x80 && (unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) || unicode.IsDigit(r) || unicode.IsMark(r))
		if Joins(r) != want {
			assert.Equal(t, want, Joins(r), "%U", r)
		}
	}
}

func TestInsideLatin(t *testing.T) {
	t.Parallel()
	for _, c := range []string{ // | where a word may begin, · where none may
		"M·A·I·L", "1·5|G", "A|5|G", "3·.·5|亿", "3|.|亿", "P·M|2·.·5", "x|.|5", "中|G·P·T|恤", "1·.·2·.·3", "5|%",
	} {
		text := strings.NewReplacer("|", "", "·", "").Replace(c)
		at := 0
		for _, r := range c {
			switch r {
			case '|':
				assert.False(t, InsideLatin(text, at), "%s at %d", c, at)
			case '·':
				assert.True(t, InsideLatin(text, at), "%s at %d", c, at)
			default:
				at += len(string(r))
			}
		}
		assert.False(t, InsideLatin(text, 0) || InsideLatin(text, len(text)))
	}
}

func TestLatinRun(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"GDP增长": "GDP", "5G": "5", "A1b2-c": "A1b2", "6.9%": "6.9", "1.2.3.": "1.2.3.", "中A": "", ".5": "", "": "", "a.b": "a",
	} {
		assert.Equal(t, want, text[:LatinRun(text)], text)
	}
}

func TestMend(t *testing.T) {
	t.Parallel()
	for cuts, want := range map[string]string{
		"经济|社会":        "经济|社会",
		"M|AI|L":       "MAIL",
		"中国|M|AI|L|中国": "中国|MAIL|中国",
		"1|5G":         "15|G",
		"P|M2|.|5|G":   "PM2|.|5|G",
		"PM|2.5|G":     "PM|2.5|G",
		"GP|T恤|衫":      "GPT|恤|衫",
		"1|5G网|络":      "15|G|网|络",
		"A|A中|国M|AI|L": "AA|中|国|MAIL",
		"a":            "a",
		"2|1+N":        "21|+|N",
	} {
		text := strings.ReplaceAll(cuts, "|", "")
		var words []Word
		at := 0
		for _, w := range strings.Split(cuts, "|") {
			words = append(words, Word{at, at + len(w)})
			at += len(w)
		}
		before := 0
		words = Mend(nil, words, text, func(dst []Word, start, end int) []Word {
			assert.LessOrEqual(t, before, start, "from left to right")
			before = start
			for i, r := range text[start:end] { // each character
				dst = append(dst, Word{start + i, start + i + len(string(r))})
			}
			return dst
		})
		var got []string
		for _, w := range words {
			got = append(got, text[w.Start:w.End])
		}
		assert.Equal(t, want, strings.Join(got, "|"), cuts)
	}
}
