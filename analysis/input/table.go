package input

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:generate go run generate.go

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

// The Han characters of the Basic Multilingual Plane are in [planeStart, planeEnd).
const (
	planeStart = 0x3400
	planeEnd   = 0xa000
)

// informationOf returns the bits that the Han characters of the plane carry, by
// their place in it; 0 for those that no word has.
var informationOf = sync.OnceValue(func() *[planeEnd - planeStart]uint8 {
	t := new([planeEnd - planeStart]uint8)
	rows(charactersFile, func(bits, characters, _ string) {
		n := uint8(0)
		for _, c := range bits {
			n = n*10 + uint8(c-'0')
		}
		for _, r := range characters {
			if r >= planeStart && r < planeEnd {
				t[r-planeStart] = n
			}
		}
	})
	return t
})

// kindOf tells the characters of one script only: +1 traditional, -1 simplified. It
// is apart from scriptTables, which few texts need.
var kindOf = sync.OnceValue(func() *[planeEnd - planeStart]int8 {
	t := new([planeEnd - planeStart]int8)
	for line := range strings.Lines(traditionalFile) {
		kind := int8(0)
		switch {
		case strings.HasSuffix(line, "\tt\n"):
			kind = 1
		case strings.HasSuffix(line, "\ts\n"):
			kind = -1
		}
		if r, _ := utf8.DecodeRuneInString(line); kind != 0 && r >= planeStart && r < planeEnd {
			t[r-planeStart] = kind
		}
	}
	return t
})

// scripts are the tables by which traditional characters are converted.
type scripts struct {
	char    [planeEnd - planeStart]rune // traditional to simplified, 0 for none
	others  map[rune]rune               // the same outside the plane
	leads   [utf8.MaxRune/64 + 1]uint64 // bits of the characters that a phrase begins with
	phrases map[rune][]phrase           // by their first character, longest first
}

// simplified returns the simplified character for r, 0 where there is none.
func (s *scripts) simplified(r rune) rune {
	if r >= planeStart && r < planeEnd {
		return s.char[r-planeStart]
	}
	return s.others[r]
}

type phrase struct{ from, to string }

var scriptTables = sync.OnceValue(func() *scripts {
	s := &scripts{others: make(map[rune]rune), phrases: make(map[rune][]phrase)}
	rows(traditionalFile, func(from, to, flag string) {
		r, n := utf8.DecodeRuneInString(from)
		if n < len(from) {
			p := append(s.phrases[r], phrase{from, to})
			for i := len(p) - 1; i > 0 && len(p[i].from) > len(p[i-1].from); i-- {
				p[i], p[i-1] = p[i-1], p[i]
			}
			s.phrases[r] = p
			s.leads[r>>6] |= 1 << (r & 63)
			return
		}
		simplified, _ := utf8.DecodeRuneInString(to)
		if r < planeStart || r >= planeEnd {
			s.others[r] = simplified
			return
		}
		if flag != "s" {
			s.char[r-planeStart] = simplified
		}
	})
	return s
})
