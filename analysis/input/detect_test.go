package input

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEncodingHasANoteUnlessItIsUTF8WithoutFault(t *testing.T) {
	t.Parallel()
	const text = "坚持稳中求进工作总基调"
	for _, c := range []struct {
		name, data, label string
		want              []Note
	}{
		{"UTF-8", text, "", nil},
		{"French in UTF-8", "été, forêt, déjà vu à Genève, élève", "", nil},
		{"Russian in UTF-8", "Правительство утвердило план", "", nil},
		{"UTF-8 that would be a character of GB18030", "2·3", "", nil},
		{"UTF-8 with a byte order mark", "\ufeff" + text, "", nil},
		{"U+FFFD", text + "\ufffd", "", []Note{{Damaged, 33, 1, "Characters were lost before the input was made: it has U+FFFD or 锟斤拷, 1 times."}}},
		{"U+FFFD in UTF-8, read as GB18030", text + "锟斤拷锟斤拷\ufffd", "", []Note{{Damaged, 33, 3, "Characters were lost before the input was made: it has U+FFFD or 锟斤拷, 3 times."}}},
		{"found", string(encode(t, "gb18030", "GDP\n"+text)), "", []Note{{Detected, 4, 1, "The bytes were found to be gb18030."}}},
		{"a byte order mark", "\xff\xfe" + string(encode(t, "utf-16le", text)), "", []Note{{Detected, 0, 1, "A byte order mark says that this is utf-16le."}}},
		{"a byte order mark and another label", "\ufeff" + text, "gbk", []Note{{Declared, 0, 1, `Options.Encoding is "gbk", but a byte order mark says that this is utf-8.`}}},
		{"a label", string(encode(t, "gb18030", text)), "gb2312", nil},
		{"a label that the bytes contradict", "发展经济", "gbk", []Note{{Declared, -1, 1, "Options.Encoding says that this is gb18030, but the bytes look like utf-8."}}},
		{"a label of ASCII", "Five-year plan", "big5", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := Options{Encoding: c.label}.Decode("a.txt", []byte(c.data))
			require.NoError(t, err)
			assert.Equal(t, c.want, got.Notes)
		})
	}
}

func TestDecodeHTMLReadsTheDeclaredEncoding(t *testing.T) {
	t.Parallel()
	const text = "<p>坚持稳中求进工作总基调，推动高质量发展。</p>"
	for _, c := range []struct {
		name, head, in, want string
		note                 string
	}{
		{"meta charset", `<meta charset="gbk">`, "gbk", "gb18030", ""},
		{"meta charset without quotes, in capitals", `<META CHARSET=GB2312>`, "gbk", "gb18030", ""},
		{"http-equiv", `<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />`, "gbk", "gb18030", ""},
		{"XML declaration", `<?xml version="1.0" encoding="gb18030"?>`, "gbk", "gb18030", ""},
		{"none", `<title>总则</title>`, "gbk", "gb18030", ""},
		{"none, UTF-8", `<title>总则</title>`, "utf-8", "utf-8", ""},
		{"after 3 kB of comment", `<!--` + strings.Repeat("x", 3000) + `--><meta charset="gbk">`, "gbk", "gb18030", ""},
		{"gb2312, but UTF-8", `<meta charset="gb2312">`, "utf-8", "utf-8", `The page says that it is in "gb2312", but it is in utf-8.`},
		{"a byte order mark", "\ufeff" + `<meta charset="gb2312">`, "utf-8", "utf-8", `The page says that it is in "gb2312", but it is in utf-8.`},
		{"UTF-8, but GBK", `<meta charset="utf-8">`, "gbk", "gb18030", `The page says that it is in "utf-8", but it is in gb18030.`},
		{"Big5, but GBK", `<meta charset="big5">`, "gbk", "gb18030", `The page says that it is in "big5", but it is in gb18030.`},
		{"a label that is none", `<meta charset="unicode-1">`, "gbk", "gb18030", `The page says that it is in "unicode-1", but it is in gb18030.`},
		{"inside a comment", `<!-- <meta charset="big5"> -->`, "gbk", "gb18030", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := Options{}.DecodeHTML("a.html", encode(t, c.in, c.head+text))
			require.NoError(t, err)
			assert.Contains(t, got.Text, "坚持稳中求进工作总基调，推动高质量发展。\n")
			assert.Equal(t, c.want, got.Encoding)
			note := ""
			for _, n := range got.Notes {
				if n.Kind == Declared {
					note = n.Text
				}
			}
			assert.Equal(t, c.note, note)
		})
	}
}

func TestIsHTML(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		data string
		want bool
	}{
		{"<!DOCTYPE html>\n<html>", true},
		{"\ufeff\r\n <!-- a --> <HTML lang=zh>", true},
		{`<?xml version="1.0"?><!DOCTYPE html PUBLIC "">`, true},
		{"<head><title>", true},
		{"<div class=a>", true},
		{"", false},
		{"<", false},
		{"<!-- INFO BEGIN -->\n第一章 总则", false},
		{"<!-- not closed", false},
		{"<?xml version='1.0'?><rss>", false},
		{"<division>", false},
		{"<国务院>关于……", false},
		{"第一章 <p>总则</p>", false},
	} {
		assert.Equal(t, c.want, IsHTML([]byte(c.data)), "%q", c.data)
	}
}
