package input

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestBadInputs is the table of what is refused, and how.
func TestBadInputs(t *testing.T) {
	t.Parallel()
	gbk := string(encode(t, "gb18030", "坚持稳中求进工作总基调"))
	le := string(encode(t, "utf-16le", "坚持稳中求进工作总基调"))
	zip := "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00\x21\x00"
	const (
		text    = "坚持稳中求进工作总基调"
		html    = "<html><body>"
		replace = "; Options.Invalid = ReplaceInvalid would put U+FFFD for it"
		binary  = ", not like text; its text must be extracted first"
		convert = " of the text; Options.Traditional = ConvertTraditional would make them simplified ones"
		unknown = "the text from here on is neither UTF-8 nor, by its characters, Chinese in GB18030, Big5 or UTF-16; Options.Encoding can name what it is in"
		noText  = "no main text was found in the page"
	)
	label := func(s string) Options { return Options{Encoding: s} }
	for _, c := range []struct {
		name string
		o    Options
		data string
		err  error
		want string
	}{
		// What is no text.
		{"empty", Options{}, "", ErrNoText, `it is empty`},
		{"white space", Options{}, " \r\n\u3000\t", ErrNoText, `there is no text in it`},
		{"a byte order mark", Options{}, "\ufeff", ErrNoText, `there is no text in it`},
		{"invisible characters", Options{}, "\u200b\u200b", ErrNoText, `there is no text in it`},
		{"PDF", Options{}, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ErrBinary, `this looks like a PDF document` + binary},
		{"Word", Options{}, zip + "[Content_Types].xml word/document.xml", ErrBinary, `this looks like a Word document (DOCX)` + binary},
		{"Excel", Options{}, zip + "xl/workbook.xml", ErrBinary, `this looks like an Excel workbook (XLSX)` + binary},
		{"OFD", Options{}, zip + "OFD.xml", ErrBinary, `this looks like an OFD document` + binary},
		{"EPUB", Options{}, zip + "mimetypeapplication/epub+zip", ErrBinary, `this looks like an EPUB book` + binary},
		{"ZIP", Options{}, zip + "a.txt", ErrBinary, `this looks like a ZIP archive` + binary},
		{"old Word or WPS", Options{}, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", ErrBinary, `this looks like an old Word, Excel, PowerPoint or WPS document` + binary},
		{"RTF", Options{}, `{\rtf1\ansi\ansicpg936 }`, ErrBinary, `this looks like an RTF document` + binary},
		{"gzip", Options{}, "\x1f\x8b\x08\x00\x00\x00\x00\x00", ErrBinary, `this looks like a gzip file` + binary},
		{"bzip2", Options{}, "BZh91AY&SY\x00\x01", ErrBinary, `this looks like a bzip2 file` + binary},
		{"PNG", Options{}, "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ErrBinary, `this looks like a PNG image` + binary},
		{"JPEG", Options{}, "\xff\xd8\xff\xe0\x00\x10JFIF", ErrBinary, `this looks like a JPEG image` + binary},
		{"ELF", Options{}, "\x7fELF\x02\x01\x01\x00", ErrBinary, `this looks like an ELF program` + binary},
		{"Windows program", Options{}, "MZ\x90\x00\x03\x00\x00\x00", ErrBinary, `this looks like a Windows program` + binary},
		{"CAJ", Options{}, "CAJ\x00\x00\x00", ErrBinary, `this looks like a CAJ document` + binary},
		{"a page read as plain text", Options{}, "\ufeff <!-- --> <!DOCTYPE html><p>" + text, ErrHTML, `this is an HTML page, to be read by DecodeHTML`},

		// Encodings.
		{"a label that is none", label("gb-2312-x"), text, ErrEncoding, `Options.Encoding "gb-2312-x" is no label of the Encoding Standard that can be read, such as gb18030, big5 or utf-16le`},
		{"an encoding that the standard has given up", label("hz-gb-2312"), text, ErrEncoding, `Options.Encoding "hz-gb-2312" is no label of the Encoding Standard that can be read, such as gb18030, big5 or utf-16le`},
		{"UTF-32", Options{}, "\xff\xfe\x00\x00\x2d\x4e\x00\x00", ErrEncoding, `byte 0: this looks like UTF-32, which the Encoding Standard does not have; convert it first, for instance with iconv`},
		{"Russian in KOI8-R", Options{}, string(encode(t, "koi8-r", "Правительство утвердило план мероприятий по развитию экономики")), ErrEncoding, `byte 0: ` + unknown},
		{"French in windows-1252", Options{}, string(encode(t, "windows-1252", "Noël: été, forêt, à Genève; déjà vu où ça")), ErrEncoding, `byte 2: ` + unknown},

		{"Japanese in Shift_JIS", Options{}, string(encode(t, "shift_jis", "政府は経済財政諮問会議を開き、今後の経済運営の基本方針を決定した。会議には関係閣僚が出席した。")), ErrEncoding, `byte 0: ` + unknown},
		{"Korean in EUC-KR", Options{}, string(encode(t, "euc-kr", strings.Repeat("정부는 오늘 국무회의를 열고 경제 정책 방향을 발표했다. ", 3))), ErrEncoding, `byte 0: ` + unknown},

		// Bytes that cannot be decoded.
		{"one byte that is not UTF-8", Options{}, text + "\xff" + text, ErrInvalid, `byte 33: 0xFF is not utf-8` + replace},
		{"several", Options{}, text + "\xff" + text + "\xfe\xfd", ErrInvalid, `byte 33: 0xFF is not utf-8 (nor are 2 more places)` + replace},
		{"a letter with an accent in ASCII", Options{}, "caf\xe9 au lait", ErrInvalid, `byte 3: 0xE9 is not utf-8` + replace},
		{"UTF-8 cut off", Options{}, text[:len(text)-1], ErrInvalid, `byte 30: 0xE8 is not utf-8, the last character seems to be cut off` + replace},
		{"GB18030 cut off", Options{}, gbk + "\xd6", ErrInvalid, `byte 22: 0xD6 is not gb18030, the last character seems to be cut off` + replace},
		{"GB18030 damaged", Options{}, gbk + "\xff" + gbk, ErrInvalid, `byte 22: 0xFF is not gb18030` + replace},
		{"UTF-16 cut off", Options{}, "\xff\xfe" + le[:len(le)-1], ErrInvalid, `byte 22: 0x03 is not utf-16le, the last character seems to be cut off` + replace},
		{"UTF-16, half a pair", Options{}, "\xff\xfe" + le + "\x3d\xd8", ErrInvalid, `byte 24: 0x3D is not utf-16le` + replace},
		{"NUL", Options{}, text + "\x00" + text, ErrInvalid, `byte 33: NUL is no character of a text` + replace},
		{"UTF-8 said to be GBK", label("gbk"), text, ErrInvalid, `byte 32: 0x83 is not gb18030, the last character seems to be cut off` + replace},
		{"GBK said to be UTF-8", label("utf8"), gbk, ErrInvalid, `byte 0: 0xBC is not utf-8 (nor are 17 more places)` + replace},

		// Traditional characters.
		{"traditional", Options{}, "第一章\n國務院關於加快發展的意見", ErrTraditional, `the text is in traditional characters: 5 of 15 characters are traditional only (國 務 關 發 見), the first at byte 10` + convert},

		// Sizes.
		{"a text that is too long", Options{MaxBytes: 10}, text, ErrTooLarge, `it has 33 bytes, and Options.MaxBytes is 10`},

		// Pages.
		{"an empty page", Options{}, html, ErrNoText, noText},
		{"a page of links", Options{}, html + strings.Repeat(`<li><a href="/a">关于做好秋粮收购工作的通知</a></li>`, 20), ErrNoText, noText},
		{"a page of script", Options{}, html + "<script>document.write('坚持稳中求进工作总基调。')</script>", ErrNoText, noText},
		{"a page of links under a heading", Options{}, html + "<h1>青阳市人民政府</h1>" + strings.Repeat(`<li><a href="/a">关于做好秋粮收购工作的通知</a> 05-12</li>`, 20), ErrNoText, noText},
		{"a page whose text is hidden", Options{}, html + "<div style='display: none'>坚持稳中求进工作总基调，推动高质量发展。</div>", ErrNoText, noText},
		{"a copyright notice", Options{}, html + "<p>版权所有，未经授权，不得转载。技术支持：信息中心。", ErrNoText, noText},
		{"100,000 elements in each other", Options{}, html + strings.Repeat("<div>", 100_000) + "坚持稳中求进工作总基调。", ErrTooDeep, `the page cannot be parsed (html: open stack of elements exceeds 512 nodes)`},
		{"a page that is too long", Options{}, html + strings.Repeat("坚持稳中求进。", 1<<20), ErrTooLarge, `it has 22020108 bytes, and Options.MaxBytes is 16777216`},
		{"a page with a byte that is not UTF-8", Options{}, html + "<p>坚持稳中求进\xff工作总基调。", ErrInvalid, `byte 33: 0xFF is not utf-8` + replace},
		{"a traditional page", Options{}, html + "<p>國務院關於加快發展現代服務業的若干意見。", ErrTraditional, `the text is in traditional characters: 8 of 19 characters are traditional only (國 務 關 發 現), the first at byte 0` + convert},
		{"a plain text named as a page", Options{}, "第一章 总则\n第一条 甲<乙。", ErrNotHTML, `there is no HTML tag in it; a plain text is to be read by Decode`},
		{"a PDF document named as a page", Options{}, "%PDF-1.4\n" + html, ErrBinary, `this looks like a PDF document` + binary},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			decode := c.o.Decode
			if strings.Contains(c.data, html) || c.err == ErrNotHTML {
				decode = c.o.DecodeHTML
			}
			got, err := decode("a.txt", []byte(c.data))
			require.Error(t, err)
			assert.Empty(t, got)
			assert.Equal(t, `input: "a.txt": `+c.want, err.Error())
			assert.ErrorIs(t, err, c.err)
			var e *Error
			require.True(t, errors.As(err, &e))
			assert.Equal(t, "a.txt", e.Name)
			assert.Less(t, e.Offset, len(c.data))
		})
	}
}

// What is no page's text by a rule above, but is by another.
func TestOddPagesAreRead(t *testing.T) {
	t.Parallel()
	const p, want = "<p>坚持稳中求进工作总基调，推动高质量发展。</p>", "坚持稳中求进工作总基调，推动高质量发展。\n"
	for _, c := range []struct{ name, page string }{
		{"a paragraph alone", p},
		{"400 elements in each other", strings.Repeat("<div>", 400) + p},
		{"100,000 links that are not closed", strings.Repeat("<a href=x>", 100_000) + p},
		{"100,000 paragraphs that are empty", strings.Repeat("<p>", 100_000) + p},
		{"100 tables in each other", strings.Repeat("<table><tr><td>", 100) + p},
		{"200 lists in each other", strings.Repeat("<div><ul></ul>", 200) + p},
		{"a million attributes", "<div " + strings.Repeat("a ", 1_000_000) + ">" + p},
		{"navigation that is not closed", "<div class=nav><a href=/>首页</a>" + p},
		{"a byte order mark", "\ufeff" + p},
		{"bytes that are not UTF-8 in a tag", "<meta name=\"\xc4\xe3\xba\xc3\xc4\xe3\xba\xc3\" charset=gbk>" + string(encode(t, "gb18030", p))},
		{"JSON-LD that is none", `<script type="application/ld+json">` + strings.Repeat("[", 1000) + "</script>" + p},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := Options{}.DecodeHTML("a.html", []byte(c.page))
			require.NoError(t, err)
			assert.Equal(t, want, got.Text)
		})
	}
}
