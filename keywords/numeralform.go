package keywords

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"
)

//go:embed numerals.txt
var numeralWords string

// numeralClasses holds the words of numerals.txt by their class.
var numeralClasses = func() map[string]map[string]bool {
	m := make(map[string]map[string]bool)
	for line := range strings.Lines(numeralWords) {
		class, words, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if m[class] == nil {
			m[class] = make(map[string]bool)
		}
		for _, w := range strings.Fields(words) {
			m[class][w] = true
		}
	}
	return m
}()

var (
	classifiers    = numeralClasses["classifier"]
	measures       = numeralClasses["measure"]
	genericNouns   = numeralClasses["generic"]
	leadWords      = numeralClasses["lead"]
	memberFunction = numeralClasses["function"]
	uncounted      = slices.Sorted(keys(numeralClasses["uncounted"]))
	notAfter       = slices.Sorted(keys(numeralClasses["notafter"]))
	times          = slices.Sorted(keys(numeralClasses["time"]))
	grades         = slices.Sorted(keys(numeralClasses["grade"]))
	cueWords       = numeralClasses["cue"]
	notDouble      = slices.Sorted(keys(numeralClasses["notdouble"]))
	days           = slices.Sorted(keys(numeralClasses["day"]))
	hotlines       = numeralClasses["hotline"]
	tails          = slices.Sorted(keys(numeralClasses["tail"]))
	fixedWords     = trieOf(numeralClasses["fixed"])
	placeNames     = trieOf(numeralClasses["place"])
)

func trieOf(words map[string]bool) trie {
	t := trie{exact: true}
	for w := range words {
		t.add(w, 0)
	}
	return t
}

// classifierRunes are the classifiers of one character.
var classifierRunes = func() (s runeSet) {
	for w := range classifiers {
		if r, n := utf8.DecodeRuneInString(w); n == len(w) {
			s.add(r)
		}
	}
	return s
}()

func keys(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// maxMembers is the most members that are listed: no slogan known has more.
const maxMembers = 20

// numeralValue returns the value of a numeral from 一 to 十; 双 is 2, other
// characters are 0.
func numeralValue(r rune) int {
	switch r {
	case '一':
		return 1
	case '二', '两', '双':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	}
	return 0
}

// countingRunes are the numerals for which isCounting holds.
const countingRunes = "二两双三四五六七八九十"

var (
	countingSet = runesOf(countingRunes)
	numeralSet  = runesOf("一二两三四五六七八九十百千万亿零〇○0123456789")
)

// isCounting reports a numeral that counts more than one.
func isCounting(r rune) bool { return countingSet.has(r) }

// isNumeralRune reports a character of a number in Han numerals or digits.
func isNumeralRune(r rune) bool { return numeralSet.has(r) }

// A part of a slogan is a numeral and what it counts: 三 去.
type part struct {
	value int
	of    string // without its classifier
}

// A sloganForm is what the wording of a slogan says about its members.
type sloganForm struct {
	parts  []part
	counts []int // numbers of members that are right, the likelier first
}

// notInForms are marks that do not count in a slogan.
var notInForms = runesOf("“”、， 《》")

// sloganFormOf reads a slogan.
func sloganFormOf(s string) sloganForm {
	s = strings.Map(func(r rune) rune {
		if notInForms.has(r) {
			return -1
		}
		return r
	}, s)
	var f sloganForm
	if r, n := utf8.DecodeRuneInString(s); numeralValue(r) > 0 && strings.HasPrefix(s[n:], "位一体") {
		f.parts = []part{{numeralValue(r), s[n:]}}
		f.counts = []int{numeralValue(r)}
		return f
	}
	masked := s
	if strings.Contains(s, "一") {
		masked = maskUncounted(s)
	}
	classified := false // the first numeral has a classifier: then all that count have
	for i := 0; i < len(masked); {
		r, n := utf8.DecodeRuneInString(masked[i:])
		v := numeralValue(r)
		if v == 0 {
			i += n
			continue
		}
		next, m := utf8.DecodeRuneInString(masked[i+n:])
		measured := measures[string(next)]
		isClass := i+n+m < len(masked) && (measured || classifierRunes.has(next) && !startsNumeral(masked[i+n+m:]))
		if len(f.parts) == 0 {
			classified = isClass && measured
		}
		if classified && !isClass {
			i += n
			continue
		}
		from := i + n
		if isClass {
			from += m
		}
		f.parts = append(f.parts, part{value: v, of: s[from:]})
		if k := len(f.parts); k > 1 {
			f.parts[k-2].of = strings.TrimSuffix(f.parts[k-2].of, s[i:])
		}
		i = from
	}
	sum := 0
	for _, p := range f.parts {
		sum += p.value
	}
	if sum >= 2 && sum <= maxMembers {
		f.counts = append(f.counts, sum)
	}
	if len(f.parts) > 1 {
		if v := f.parts[0].value; v >= 2 && v != sum {
			f.counts = append(f.counts, v)
		}
	}
	return f
}

// maskUncounted puts zeros in place of words whose 一 counts nothing.
func maskUncounted(s string) string {
	for _, w := range uncounted {
		for i := 0; ; {
			k := strings.Index(s[i:], w)
			if k < 0 {
				break
			}
			if i += k; i > 0 { // 一体两翼 counts its 一
				s = s[:i] + strings.Repeat("\x00", len(w)) + s[i+len(w):]
			}
			i += len(w)
		}
	}
	return s
}

func startsNumeral(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return numeralValue(r) > 0
}

// shared returns what all members may have in common, by the slogan's wording:
// 意识 in 四个意识; "" where it has several parts.
func (f sloganForm) shared() string {
	if len(f.parts) != 1 || f.parts[0].value < 2 {
		return ""
	}
	return f.parts[0].of
}
