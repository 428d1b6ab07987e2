package input

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// raw decodes and neither normalizes nor looks at the script.
var raw = Options{Invalid: ReplaceInvalid, Forms: KeepForms, Traditional: KeepTraditional}

func TestDecodeReadsEachEncoding(t *testing.T) {
	t.Parallel()
	const simplified, traditional = "关于进一步优化营商环境的若干意见，２０１５年。\n", "關於進一步優化營商環境的若干意見，2015年。\n"
	for _, c := range []struct {
		name, text, label, mark, want string
	}{
		{"UTF-8", simplified, "utf-8", "", "utf-8"},
		{"UTF-8 with a byte order mark", simplified, "utf-8", "\xef\xbb\xbf", "utf-8"},
		{"GB18030", simplified, "gb18030", "", "gb18030"},
		{"GBK, which is read as GB18030", simplified, "gbk", "", "gb18030"},
		{"traditional characters in GBK", traditional, "gbk", "", "gb18030"},
		{"four bytes of GB18030", simplified + "㐂𠮷", "gb18030", "", "gb18030"},
		{"Big5", traditional, "big5", "", "big5"},
		{"UTF-16LE with a byte order mark", simplified, "utf-16le", "\xff\xfe", "utf-16le"},
		{"UTF-16BE with a byte order mark", simplified, "utf-16be", "\xfe\xff", "utf-16be"},
		{"UTF-16LE without one", simplified, "utf-16le", "", "utf-16le"},
		{"UTF-16BE without one", simplified, "utf-16be", "", "utf-16be"},
		{"UTF-16LE of letters only", "Five-year plan\n", "utf-16le", "", "utf-16le"},
		{"UTF-16BE of letters only", "Five-year plan\n", "utf-16be", "", "utf-16be"},
		{"ASCII", "Five-year plan\n", "utf-8", "", "utf-8"},
		{"GBK that is UTF-8 by chance", "十一", "gbk", "", "gb18030"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			data := append([]byte(c.mark), encode(t, c.label, c.text)...)
			got, err := raw.Decode("a.txt", data)
			require.NoError(t, err)
			assert.Equal(t, c.text, got.Text)
			assert.Equal(t, c.want, got.Encoding)

			o := raw
			o.Encoding = c.label
			got, err = o.Decode("a.txt", data)
			require.NoError(t, err)
			assert.Equal(t, c.text, got.Text, "with the label")
			assert.Equal(t, c.want, got.Encoding)
		})
	}
}

func TestDecodeFindsEachByteThatIsNone(t *testing.T) {
	t.Parallel()
	gbk := func(s string) string { return string(encode(t, "gb18030", s)) }
	big5 := func(s string) string { return string(encode(t, "big5", s)) }
	le := func(s string) string { return string(encode(t, "utf-16le", s)) }
	const text = "坚持稳中求进工作总基调"
	const old = "堅持穩中求進工作總基調"
	for _, c := range []struct {
		name, label, data, want string
		offsets                 []int
	}{
		{"UTF-8, one byte", "", text + "\xff" + text, text + "\ufffd" + text, []int{33}},
		{"UTF-8, two bytes", "", "\x80" + text + "\xfe", "\ufffd" + text + "\ufffd", []int{0, 34}},
		{"UTF-8, a character cut after two bytes is one fault", "", text[:len(text)-1], strings.TrimSuffix(text, "调") + "\ufffd", []int{30}},
		{"UTF-8, a character cut after one byte", "", text[:len(text)-2], strings.TrimSuffix(text, "调") + "\ufffd", []int{30}},
		{"UTF-8, four bytes cut after three", "utf-8", "\xf0\xa0\xae", "\ufffd", []int{0}},
		{"UTF-8, a surrogate is three faults", "utf-8", "\xed\xa0\x80", "\ufffd\ufffd\ufffd", []int{0, 1, 2}},
		{"UTF-8, overlong", "utf-8", "\xc0\xaf", "\ufffd\ufffd", []int{0, 1}},
		{"UTF-8, NUL", "", text + "\x00" + text, text + "\ufffd" + text, []int{33}},
		{"UTF-8 with a mark: offsets count it", "", "\xef\xbb\xbf" + text + "\xff", text + "\ufffd", []int{36}},
		{"GB18030, 0xFF", "", gbk(text) + "\xff" + gbk(text), text + "\ufffd" + text, []int{22}},
		{"GB18030, a lead without its trail, before ASCII", "", gbk(text) + "\xd6\n" + gbk(text), text + "\ufffd\n" + text, []int{22}},
		{"GB18030, a lead byte was damaged: what follows is not shifted", "", gbk(text) + "\xff\xd0" + gbk(text), text + "\ufffd" + text, []int{22}},
		{"GB18030, cut at the end", "", gbk(text) + "\xd6", text + "\ufffd", []int{22}},
		{"GB18030, four bytes cut", "gb18030", gbk(text) + "\x81\x30\x81", text + "\ufffd0\ufffd", []int{22, 24}},
		{"GB18030, NUL", "gb18030", gbk(text) + "\x00", text + "\ufffd", []int{22}},
		{"Big5, a code without a character", "big5", big5(old) + "\xa3\xfe" + big5(old), old + "\ufffd" + old, []int{22}},
		{"Big5, cut at the end", "", big5(old) + "\xa4", old + "\ufffd", []int{22}},
		{"UTF-16, odd byte at the end", "", le(text) + "\n", text + "\ufffd", []int{22}},
		{"UTF-16, half a surrogate pair", "", le(text) + "\x3d\xd8" + le(text), text + "\ufffd" + text, []int{22}},
		{"UTF-16, the other half", "", le(text) + "\x3d\xdc" + le(text), text + "\ufffd" + text, []int{22}},
		{"UTF-16, NUL", "utf-16le", le(text) + "\x00\x00", text + "\ufffd", []int{22}},
		{"windows-1252, a byte that it does not have", "windows-1252", "a\x81b", "a\ufffdb", []int{1}},
		{"EUC-KR, no code", "euc-kr", "a\xffb", "a\ufffdb", []int{1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			o := raw
			o.Encoding = c.label
			got, err := o.Decode("a.txt", []byte(c.data))
			require.NoError(t, err)
			assert.Equal(t, c.want, got.Text)
			var offsets []int
			for _, n := range got.Notes {
				if n.Kind == Replaced {
					offsets = append(offsets, n.Offset)
				}
			}
			assert.Equal(t, c.offsets, offsets)

			o.Invalid = RefuseInvalid
			_, err = o.Decode("a.txt", []byte(c.data))
			var e *Error
			require.ErrorAs(t, err, &e)
			assert.ErrorIs(t, err, ErrInvalid)
			assert.Equal(t, c.offsets[0], e.Offset)
		})
	}
}

func TestDecodeKnowsTheOddCodesOfGB18030(t *testing.T) {
	t.Parallel()
	const before = "基本建设投资"
	for _, c := range []struct{ name, code, want string }{
		{"euro sign of Windows", "\x80", "€"},
		{"euro sign of the standard", "\xa2\xe3", "€"},
		{"U+FFFD is a character of its own", "\x84\x31\xa4\x37", "\ufffd"},
		{"m with grave accent, private until 2000", "\xa8\xbc", "ḿ"},
		{"user-defined area", "\xaa\xa1", "\ue000"},
		{"a character of 2022, private before", "\xfe\x59", "龴"},
		{"outside the Basic Multilingual Plane", "\x95\x32\x82\x36", "𠀀"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := Options{}.Decode("a.txt", append(encode(t, "gb18030", before), c.code...))
			require.NoError(t, err)
			assert.Equal(t, before+c.want, got.Text)
		})
	}
}

func TestDecodeReportsSomePlacesAndCountsAll(t *testing.T) {
	t.Parallel()
	got, err := raw.Decode("a.txt", []byte("总"+strings.Repeat("\xff", 100)+"则"+strings.Repeat("字", 2000)))
	require.NoError(t, err)
	require.Len(t, got.Notes, maxReplaced+1)
	assert.Equal(t, Note{Replaced, 3, 1, "Byte 3 (0xFF) is not utf-8 and was replaced by U+FFFD."}, got.Notes[0])
	assert.Equal(t, Note{Replaced, 23, 80, "80 more bytes that are not utf-8 were replaced, the first at byte 23."}, got.Notes[maxReplaced])
	assert.Equal(t, 100, strings.Count(got.Text, "\ufffd"))
}

func (o Options) withLabel(label string) Options {
	o.Encoding = label
	return o
}

// encoders are those of x/text, since those of charset.Lookup write &#…; for what
// an encoding does not have.
var encoders = map[string]encoding.Encoding{
	"utf-8": unicode.UTF8, "gbk": simplifiedchinese.GBK, "gb18030": simplifiedchinese.GB18030, "big5": traditionalchinese.Big5,
	"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	"koi8-r": charmap.KOI8R, "windows-1252": charmap.Windows1252, "shift_jis": japanese.ShiftJIS, "euc-kr": korean.EUCKR,
}

// encode returns s in the encoding with a label.
func encode(t testing.TB, label, s string) []byte {
	t.Helper()
	b, err := encoders[label].NewEncoder().Bytes([]byte(s))
	require.NoError(t, err)
	return b
}
