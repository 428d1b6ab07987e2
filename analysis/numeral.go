package analysis

// parseNumeral reads the number at the start of s, in digits or in Han
// numerals up to the hundreds (十二, 一百零三, 二〇), and returns its value and
// its length in bytes. A number in mixed notation ends where the notation
// changes. n is 0 where there is no number, or it has more than four digits.
func parseNumeral(s string) (value, n int) {
	if v, n := parseDigits(s); n > 0 {
		return v, n
	}
	total, digit, places := 0, -1, 0
	end := 0
	for i, r := range s {
		switch v, ok := hanValue(r); {
		case !ok:
			return finishNumeral(total, digit, end)
		case v < 10 && digit >= 0 && total == 0: // positional: 二〇一五
			digit = digit*10 + v
		case v < 10:
			digit = v
		default: // 十 or 百
			total += max(digit, 1) * v
			digit = -1
		}
		if places++; places > 6 {
			return 0, 0
		}
		end = i + len(string(r))
	}
	return finishNumeral(total, digit, end)
}

func finishNumeral(total, digit, end int) (int, int) {
	if end == 0 {
		return 0, 0
	}
	return total + max(digit, 0), end
}

func parseDigits(s string) (value, n int) {
	places := 0
	for i, r := range s {
		if !isDigit(r) {
			break
		}
		if places++; places > 4 {
			return 0, 0
		}
		value = value*10 + int(halfWidth(r)-'0')
		n = i + len(string(r))
	}
	return value, n
}

// hanValue returns the value of a Han numeral that may stand in the number of
// a heading.
func hanValue(r rune) (int, bool) {
	switch r {
	case '〇', '○', '零':
		return 0, true
	case '一':
		return 1, true
	case '二', '两':
		return 2, true
	case '三':
		return 3, true
	case '四':
		return 4, true
	case '五':
		return 5, true
	case '六':
		return 6, true
	case '七':
		return 7, true
	case '八':
		return 8, true
	case '九':
		return 9, true
	case '十':
		return 10, true
	case '百':
		return 100, true
	}
	return 0, false
}
