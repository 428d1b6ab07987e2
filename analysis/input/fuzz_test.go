package input

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func fuzzOptions(bits uint8) Options {
	return Options{
		Encoding:    []string{"", "", "gbk", "big5", "utf-16le", "utf-8", "shift_jis", "euc-kr"}[bits&7],
		Invalid:     Invalid(bits >> 3 & 1),
		Traditional: Traditional(bits >> 4 & 3 % 3),
		Forms:       Forms(bits >> 6 & 1),
	}
}

// checkText checks what holds for every result.
func checkText(t *testing.T, o Options, data []byte, got Text, err error) {
	t.Helper()
	if err != nil {
		var e *Error
		require.ErrorAs(t, err, &e)
		require.Empty(t, got)
		require.Less(t, e.Offset, max(1, len(data)))
		require.NotEmpty(t, e.Detail)
		return
	}
	require.NotEmpty(t, strings.TrimSpace(got.Text))
	require.NotEmpty(t, got.Encoding)
	require.NotContains(t, got.Text, "\x00")
	for _, s := range []string{got.Text, got.Title, got.Date, got.Source, got.Author} {
		require.True(t, utf8.ValidString(s))
	}
	replaced := 0
	for _, n := range got.Notes {
		require.NotEmpty(t, n.Text)
		require.Positive(t, n.Count)
		if n.Kind == Detected || n.Kind == Declared || n.Kind == Replaced {
			require.Less(t, n.Offset, len(data))
		} else {
			require.LessOrEqual(t, n.Offset, len(got.Text))
		}
		if n.Kind == Replaced {
			replaced += n.Count
		}
	}
	if o.Invalid == RefuseInvalid {
		require.Zero(t, replaced)
	}
}

// FuzzDecode checks what holds for any bytes, and that a text encoded in each
// encoding is decoded to itself.
func FuzzDecode(f *testing.F) {
	for _, label := range []string{"utf-8", "gb18030", "big5", "utf-16le", "utf-16be"} {
		f.Add(encode(f, label, "堅持穩中求進工作，２０１５年。\r\n"), uint8(8))
	}
	f.Add([]byte("新发\u200b展⼈\xff\x00\xe5\x8f"), uint8(0b1000))
	f.Add([]byte("\xff\xfe\x3d\xd8\x3d"), uint8(0b1001))
	f.Add([]byte("\x81\x30\x81\xff\xfe\x59\xaa\xa1\x80\xa3\xfe"), uint8(0b1010))
	f.Fuzz(func(t *testing.T, data []byte, bits uint8) {
		o := fuzzOptions(bits)
		got, err := o.Decode("a.txt", data)
		checkText(t, o, data, got, err)
		again, err2 := o.Decode("a.txt", data)
		require.Equal(t, got, again)
		require.Equal(t, err, err2)

		checkRoundTrip(t, string(data))
	})
}

// checkRoundTrip encodes a text in each encoding and decodes it with its label.
func checkRoundTrip(t *testing.T, text string) {
	t.Helper()
	if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\ufeff\ufffd") || strings.TrimSpace(text) == "" {
		return
	}
	private := strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Co, r) })
	for _, label := range []string{"utf-8", "gb18030", "big5", "utf-16le", "utf-16be"} {
		if private && label == "gb18030" {
			continue // x/text encodes the private use area to codes that it decodes to others
		}
		data, err := encoders[label].NewEncoder().Bytes([]byte(text))
		if err != nil || binaryFormat(data) != "" || IsHTML(data) || hasMark(data) {
			continue // Big5 does not have every character
		}
		got, err := raw.withLabel(label).Decode("a.txt", data)
		require.NoError(t, err)
		require.Equal(t, text, got.Text, label)
	}
}

// hasMark reports bytes that begin as a byte order mark does.
func hasMark(data []byte) bool {
	for _, m := range marks {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return true
		}
	}
	return bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff"))
}

func FuzzDecodeHTML(f *testing.F) {
	for _, page := range testPages(f) {
		if len(page) < 1600 { // longer ones take the fuzzer too long to minimize
			f.Add(page, uint8(0b11000))
		}
	}
	f.Add([]byte("<table><tr><td>甲<td><p>乙<p>丙<ol start=3><li><p>丁。<pre>戊\n己</pre><a>庚</table>来源：辛 日期:2020-1-1"), uint8(0b11000))
	f.Fuzz(func(t *testing.T, data []byte, bits uint8) {
		o := fuzzOptions(bits)
		got, err := o.DecodeHTML("a.html", data)
		checkText(t, o, data, got, err)
		again, err2 := o.DecodeHTML("a.html", data)
		require.Equal(t, got, again)
		require.Equal(t, err, err2)
		if got.Date != "" {
			require.Len(t, got.Date, len("2006-01-02"))
		}
	})
}
