package keywords

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A class that the code asks for under a wrong name would be an empty one.
func TestNumeralWords(t *testing.T) {
	t.Parallel()
	explained := make(map[string]bool)
	for line := range strings.Lines(numeralWords) {
		if name, ok := strings.CutPrefix(line, "# "); ok {
			explained[strings.Fields(name)[0]] = true
		}
	}
	for class, words := range numeralClasses {
		assert.True(t, explained[class], "the header explains %s", class)
		assert.NotEmpty(t, words, class)
	}
	for _, class := range []string{
		"classifier", "measure", "attribute", "verbal", "generic", "lead", "cue", "function", "tail", "unit", "each", "notafter", "time", "grade",
		"notdouble", "day", "hotline", "place", "fixed", "uncounted",
	} {
		assert.NotEmpty(t, numeralClasses[class], class)
	}
	for _, w := range uncounted {
		assert.Contains(t, w, "一", "others are not looked for")
	}
}

func TestFormOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text   string
		counts []int
		shared string
	}{
		{"四个自信", []int{4}, "自信"},
		{"三去一降一补", []int{5, 3}, ""},
		{"三查三必改", []int{6, 3}, ""},
		{"五位一体", []int{5}, "位一体"},
		{"双碳", []int{2}, "碳"},
		{"三个十大", []int{3}, "十大"},
		{"四个一批", []int{4}, "一批"},
		{"三重一新", []int{4, 3}, ""},
		{"一个中心、两个基本点", []int{3}, ""},
		{"一体两翼", []int{3}, ""},
		{"百千万工程", nil, ""},
		{"十项十百工程", []int{10}, "十百工程"},
	} {
		f := sloganFormOf(c.text)
		assert.Equal(t, c.counts, f.counts, c.text)
		assert.Equal(t, c.shared, f.shared(), c.text)
	}
}
