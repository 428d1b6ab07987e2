package input

import (
	"slices"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A reading is one way to take bytes as characters. Its prior is in bits: how much
// rarer files in the encoding are, by the powers of two, a guess.
type reading struct {
	name  string
	prior float64
	bits  func(sample []byte) float64
}

// isReading reports an encoding that is among the readings.
func isReading(name string) bool {
	return slices.ContainsFunc(readings, func(r reading) bool { return r.name == name })
}

var readings = []reading{
	{"utf-8", 0, bitsUTF8},
	{"gb18030", 1, func(s []byte) float64 { return gbPairs().bits(s) }},
	{"big5", 4, func(s []byte) float64 { return big5Pairs().bits(s) }},
	{"utf-16le", 6, func(s []byte) float64 { return bitsUTF16(s, false) }},
	{"utf-16be", 9, func(s []byte) float64 { return bitsUTF16(s, true) }},
}

// The information in bits of what is not a Han character with a known frequency.
// They follow from a guess of the share of each class in Chinese text, divided
// among its characters.
const (
	bitsInvalid  = 20 // a place that cannot be decoded: less than one in all files
	bitsASCII    = 9  // letters and digits
	bitsSpace    = 6  // space and line break
	bitsControl  = 24 // other control characters
	bitsMark     = 6  // common punctuation of Chinese
	bitsForm     = 12 // full-width forms, other punctuation of Chinese
	bitsSymbol   = 17 // symbols, Latin letters with accents, Greek, Cyrillic, kana
	bitsRareHan  = 26 // Han characters that no word of the dictionary has
	bitsPrivate  = 28 // private use, other scripts
	validBits    = 10 // what is UTF-8 without fault seldom is another encoding
	declaredBits = 12 // what a page declares is right more often than not
)

// isStrange reports that the best reading of a sample is no Chinese text either,
// by the information of a byte that is not ASCII: Chinese has 4 to 6 bits, EUC-JP
// and EUC-KR read as GB18030 have 7 to 8, Cyrillic and random bytes 9 and more.
// The allowance is for short texts and for damage.
func isStrange(name string, sample []byte, bits float64) bool {
	n := 0
	for _, c := range sample {
		switch {
		case c >= utf8.RuneSelf || name == "utf-16le" || name == "utf-16be":
			n++
		default:
			bits -= bitsOf(rune(c))
		}
	}
	return bits > strangeBits*float64(n)+strangeAllowance
}

const (
	strangeBits      = 6.5
	strangeAllowance = 60
)

// bitsOf returns the information of a character.
func bitsOf(r rune) float64 {
	if uint32(r) < 1<<16 {
		return float64(bitsTable()[r])
	}
	return bitsPrivate
}

// bitsTable has the information of the characters of the Basic Multilingual Plane.
var bitsTable = sync.OnceValue(func() *[1 << 16]uint8 {
	t := new([1 << 16]uint8)
	for r := range t {
		t[r] = lookUpBits(rune(r))
	}
	return t
})

func lookUpBits(r rune) uint8 {
	switch {
	case r >= 0x4e00 && r < planeEnd || r >= planeStart && r < 0x4dc0:
		if b := informationOf()[r-planeStart]; b > 0 {
			return b
		}
		return bitsRareHan
	case r == ' ' || r == '\n' || r == '\r' || r == '\t':
		return bitsSpace
	case r < ' ' || r == 0x7f:
		return bitsControl
	case r < utf8.RuneSelf:
		return bitsASCII
	}
	switch r {
	case '，', '。', '、', '；', '：', '（', '）', '“', '”', '《', '》', '\u3000':
		return bitsMark
	}
	switch {
	case r >= 0x3000 && r < 0x3040, r >= 0xff00 && r < 0xff5f, r >= 0x2010 && r < 0x2030, r == '·', r == '—', r == '…', r == '\u00a0':
		return bitsForm
	case r < 0x0530, r >= 0x2000 && r < 0x2c00, r >= 0x3040 && r < 0x3100:
		return bitsSymbol
	}
	return bitsPrivate
}

// bitsUTF8 takes letters of the common alphabets, which a text in GB18030 hardly
// makes by chance, for no rarer than ASCII.
func bitsUTF8(s []byte) float64 {
	sum := 0.0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if r == utf8.RuneError && n == 1 {
			n = max(1, cutCharacter(s[i:]))
			if i+n < len(s) || n == 1 { // the sample may end inside a character
				sum += bitsInvalid
			}
		} else if r >= 0xa0 && r <= 0xff || r >= 'α' && r <= 'ω' || r >= 'А' && r <= 'я' {
			sum += bitsASCII
		} else {
			sum += bitsOf(r)
		}
		i += n
	}
	return sum
}

func bitsUTF16(s []byte, bigEndian bool) float64 {
	sum := 0.0
	for i := 0; i+1 < len(s); i += 2 {
		r := unitAt(s, i, bigEndian)
		switch {
		case r >= 0xd800 && r < 0xe000:
			sum += bitsPrivate
		case r == 0 || r >= 0xfffe:
			sum += bitsInvalid
		default:
			sum += bitsOf(r)
		}
	}
	if len(s)%2 == 1 {
		sum += bitsInvalid
	}
	return sum
}

// pairs has the information of each code of two bytes, by the number that they
// make, and of single ones; 0 for what is no code.
type pairs [1 << 16]uint8

var (
	gbPairs   = sync.OnceValue(func() *pairs { return newPairs(simplifiedchinese.GB18030) })
	big5Pairs = sync.OnceValue(func() *pairs { return newPairs(traditionalchinese.Big5) })
)

func newPairs(e encoding.Encoding) *pairs {
	t := new(pairs)
	d := e.NewDecoder()
	var out [8]byte
	for lead := 0x80; lead <= 0xfe; lead++ {
		for trail := 0x3f; trail <= 0xfe; trail++ {
			code, src := lead<<8|trail, []byte{byte(lead), byte(trail)}
			if trail == 0x3f {
				code, src = lead, src[:1]
			}
			n, _, _ := d.Transform(out[:], src, true)
			r, size := utf8.DecodeRune(out[:n])
			if r != utf8.RuneError && (size == n || trail == 0x3f || lead != 0x80) {
				t[code] = uint8(bitsOf(r))
			} else if _, ok := gbExtra(byte(lead), byte(trail)); ok && e == simplifiedchinese.GB18030 {
				t[code] = bitsPrivate
			}
		}
	}
	return t
}

// bits returns the information of bytes read as codes of two bytes. A code that is
// cut off at the end counts nothing.
func (t *pairs) bits(s []byte) float64 {
	sum := 0.0
	for i := 0; i < len(s); {
		n, bits := t.next(s[i:])
		sum += bits
		i += n
	}
	return sum
}

// next returns the length of the code that s begins with, and its information.
func (t *pairs) next(s []byte) (n int, bits float64) {
	c := s[0]
	switch {
	case c < utf8.RuneSelf:
		return 1, bitsOf(rune(c))
	case t[c] > 0:
		return 1, float64(t[c])
	case len(s) == 1:
		return 1, 0
	}
	if b := t[int(c)<<8|int(s[1])]; b > 0 {
		return 2, float64(b)
	}
	if isFour(s) && t == gbPairs() {
		return 4, bitsRareHan
	}
	return t.fault(s), bitsInvalid
}

// isFour reports a code of four bytes of GB18030.
func isFour(s []byte) bool {
	return len(s) >= 4 && s[0]-0x81 < 0x7e && s[1]-'0' < 10 && s[2]-0x81 < 0x7e && s[3]-'0' < 10
}

// fault returns how many bytes to give up where s begins with none of the codes: 1,
// or 2 if the text is likelier so. Where one byte of a pair is damaged, going on
// after it would pair all others wrongly up to the next ASCII character.
func (t *pairs) fault(s []byte) int {
	if len(s) < 4 || s[1] < utf8.RuneSelf {
		return 1
	}
	if t.ahead(s[1:]) > t.ahead(s[2:])+bitsShift {
		return 2
	}
	return 1
}

const (
	bitsShift = 8  // by which giving up a second byte must be better
	aheadPair = 12 // how many codes are compared
)

// ahead returns the information of four codes, as it is on average of those that s
// begins with.
func (t *pairs) ahead(s []byte) float64 {
	sum, n := 0.0, 0
	for i := 0; i+1 < len(s) && s[i] >= utf8.RuneSelf && n < aheadPair; n++ {
		if b := t[int(s[i])<<8|int(s[i+1])]; b > 0 {
			sum += float64(b)
			i += 2
		} else {
			sum += bitsInvalid
			i++
		}
	}
	return sum / float64(max(n, 1)) * 4
}
