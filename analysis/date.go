package analysis

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A date is a day, or as much of it as is known: month and day may be 0.
type date struct{ year, month, day int }

// String returns 2006-01-02, 2006-01 or 2006, and "" for no date.
func (d date) String() string {
	switch {
	case d.year == 0:
		return ""
	case d.month == 0:
		return fmt.Sprintf("%04d", d.year)
	case d.day == 0:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// parseDate reads the date that s begins with, and returns its length with that
// of the time of day behind it, and whether there is one: 2015-12-03 08:30:15,
// 2015/12/3, 2015年12月3日, 二〇一五年十二月三日, 2015年12月. A number that is no
// day of the calendar is no date.
func parseDate(s string) (d date, n int, clock bool) {
	d, n = parseDay(s)
	if n == 0 {
		return date{}, 0, false
	}
	i := skipSpace(s, n)
	if strings.HasPrefix(s[i:], "T") {
		i++
	}
	if m := clockLen(s[i:]); m > 0 {
		return d, i + m, true
	}
	return d, n, false
}

// years that a policy text can be of: the earliest are of the last dynasty.
const minYear, maxYear = 1900, 2100

func parseDay(s string) (date, int) {
	var d date
	var n int
	if d.year, n = parseNumber(s, 4); n == 0 {
		return date{}, 0
	}
	if d.year < minYear || d.year > maxYear {
		return date{}, 0
	}
	mark, size := utf8.DecodeRuneInString(s[skipBlank(s, n):])
	i := skipBlank(s, n) + size
	switch mark {
	case '年':
		m, k := parseNumber(s[skipBlank(s, i):], 0)
		at := skipBlank(s, i) + k
		at = skipBlank(s, at)
		if k == 0 || m < 1 || m > 12 || !strings.HasPrefix(s[at:], "月") {
			return d, i
		}
		d.month = m
		at += len("月")
		day, k := parseNumber(s[skipBlank(s, at):], 0)
		end := skipBlank(s, skipBlank(s, at)+k)
		if k == 0 || !strings.HasPrefix(s[end:], "日") {
			return d, at
		}
		if d.day = day; !d.valid() {
			return date{}, 0
		}
		return d, end + len("日")
	case '-', '/', '.', '－', '．':
		m, k := parseNumber(s[i:], 0)
		if k == 0 || k > 2*utf8.UTFMax {
			return date{}, 0
		}
		i += k
		if r, size := utf8.DecodeRuneInString(s[i:]); r == mark {
			i += size
		} else {
			return date{}, 0
		}
		day, k := parseNumber(s[i:], 0)
		if d.month, d.day = m, day; k == 0 || !d.valid() {
			return date{}, 0
		}
		return d, i + k
	}
	return date{}, 0
}

// valid reports whether the calendar has the day.
func (d date) valid() bool {
	if d.month < 1 || d.month > 12 || d.day < 1 {
		return false
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[d.month-1]
	if d.month == 2 && d.year%4 == 0 && (d.year%100 != 0 || d.year%400 == 0) {
		days++
	}
	return d.day <= days
}

// parseNumber reads a number of exactly width digits, of one or two for 0, in
// digits of either width or Han numerals (二〇一五, 十二, 三十一).
func parseNumber(s string, width int) (v, n int) {
	count, tens := 0, false
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case isDigit(r):
			v = v*10 + int(halfWidth(r)-'0')
		case r == '十' && width == 0 && !tens:
			tens = true
			if v == 0 {
				v = 1
			}
			v *= 10
			n += size
			if d, size := utf8.DecodeRuneInString(s[n:]); isHanDigit(d) {
				v += hanDigit(d)
				n += size
			}
			return v, n
		case isHanDigit(r):
			v = v*10 + hanDigit(r)
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		if count++; count > max(width, 2) {
			return 0, 0
		}
		n += size
	}
	if count < max(width, 1) {
		return 0, 0
	}
	return v, n
}

func hanDigit(r rune) int {
	for i, d := range []rune("零一二三四五六七八九") {
		if r == d {
			return i
		}
	}
	return 0 // 〇, ○
}

// clockLen returns the length of the time of day at the start of s, 08:30,
// 08:30:15 or 8时30分, 0 where there is none.
func clockLen(s string) int {
	h, n := parseNumber(s, 0)
	if n == 0 || h > 24 {
		return 0
	}
	for parts := 0; ; parts++ {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r != ':' && r != '：' && r != '时' && r != '分' {
			if parts == 0 {
				return 0
			}
			return n
		}
		v, k := parseNumber(s[n+size:], 0)
		if k == 0 || v > 59 || parts == 2 {
			if parts == 0 {
				return 0
			}
			if r == '分' {
				n += size
			}
			return n
		}
		n += size + k
	}
}
