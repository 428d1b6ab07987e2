package input

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

var (
	//go:embed characters.txt
	charactersFile string
	//go:embed traditional.tsv
	traditionalFile string
	//go:embed radicals.tsv
	radicalsFile string
)

// rows calls f with the columns of each line of a table, as many as it has up to
// three.
func rows(file string, f func(a, b, c string)) {
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		a, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		b, c, _ := strings.Cut(rest, "\t")
		f(a, b, c)
	}
}

// informationOf returns the bits that the Han characters of the Basic Multilingual
// Plane carry, by their place after U+3400; 0 for those that no word has.
var informationOf = sync.OnceValue(func() *[0xa000 - 0x3400]uint8 {
	t := new([0xa000 - 0x3400]uint8)
	rows(charactersFile, func(bits, characters, _ string) {
		n := uint8(0)
		for _, c := range bits {
			n = n*10 + uint8(c-'0')
		}
		for _, r := range characters {
			if r >= 0x3400 && r < 0xa000 {
				t[r-0x3400] = n
			}
		}
	})
	return t
})

// scripts are the tables by which traditional characters are told and converted.
type scripts struct {
	kind    [0xa000 - 0x3400]int8 // from U+3400: +1 traditional only, -1 simplified only
	char    map[rune]rune         // traditional to simplified
	phrases map[rune][]phrase     // by their first character, longest first
}

type phrase struct{ from, to string }

var scriptTables = sync.OnceValue(func() *scripts {
	s := &scripts{char: make(map[rune]rune), phrases: make(map[rune][]phrase)}
	rows(traditionalFile, func(from, to, flag string) {
		r, n := utf8.DecodeRuneInString(from)
		if n < len(from) {
			p := append(s.phrases[r], phrase{from, to})
			for i := len(p) - 1; i > 0 && len(p[i].from) > len(p[i-1].from); i-- {
				p[i], p[i-1] = p[i-1], p[i]
			}
			s.phrases[r] = p
			return
		}
		switch inPlane := r >= 0x3400 && r < 0xa000; {
		case inPlane && flag == "t":
			s.kind[r-0x3400] = 1
		case inPlane && flag == "s":
			s.kind[r-0x3400] = -1
		}
		if to != "" {
			s.char[r], _ = utf8.DecodeRuneInString(to)
		}
	})
	return s
})
