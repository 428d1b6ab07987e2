package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>关于数字青阳建设的通知_青阳市人民政府</title>
<meta name="PubDate" content="2024-05-06"><meta name="ContentSource" content="青阳日报"></head>
<body><div class="nav"><a href="/">首页</a> <a href="/zw">政务公开</a></div><div class="article"><h1>关于数字青阳建设的通知</h1>
<p>推进数字青阳建设，提升治理效能，各部门要认真落实，加强统筹协调。</p><p>数字青阳建设要抓好落实，久久为功，确保各项任务如期完成，取得实效。</p>
</div><div class="footer">版权所有 青阳市人民政府办公室</div></body></html>`

func TestDecode(t *testing.T) {
	t.Parallel()
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(goodText)
	require.NoError(t, err)
	big5, err := traditionalchinese.Big5.NewEncoder().String("推進數位青陽建設，提升治理效能。數位青陽建設要抓好落實，久久為功。")
	require.NoError(t, err)
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(goodText)
	require.NoError(t, err)
	gbkPage, err := simplifiedchinese.GBK.NewEncoder().String(strings.Replace(page, "utf-8", "gbk", 1))
	require.NoError(t, err)
	for _, c := range []struct {
		name, file, content, args string
		text                      string // what it begins with
		encoding, note            string // the first note begins with it
	}{
		{"UTF-8", "a.txt", goodText, "", goodText, "", "no numeral"},
		{"UTF-8 with a byte order mark", "a.txt", "\ufeff" + goodText, "", goodText, "", "no numeral"},
		{"Windows' line breaks", "a.txt", "数字青阳\r\n" + goodText, "", "数字青阳\r\n" + goodText, "", "no numeral"},
		{"GBK", "a.txt", gbk, "", goodText, "gb18030", "The bytes were found to be gb18030"},
		{"GBK, as said", "a.txt", gbk, "-encoding gbk", goodText, "gb18030", ""},
		{"UTF-16", "a.txt", utf16, "", goodText, "utf-16le", ""},
		{"Big5, converted", "a.txt", big5, "-traditional convert", "推进数位青阳建设，提升治理效能。", "big5", ""},
		{"Big5, kept", "a.txt", big5, "-traditional keep", "推進數位青陽建設，提升治理效能。", "big5", ""},
		{"a byte that is replaced", "a.txt", goodText + "\xff" + goodText, "-invalid replace", goodText + "\ufffd" + goodText, "", "Byte 99 (0xFF)"},
		{"invisible characters of UTF-8 are kept, so that offsets are those of the file", "a.txt", "数\u200b字" + goodText, "", "数\u200b字" + goodText, "", "The text has invisible characters"},
		{"or removed", "a.txt", "数\u200b字" + goodText, "-forms normalize", "数字" + goodText, "", "Invisible characters were removed: 1."},
		{"or kept without a note", "a.txt", "数\u200b字" + goodText, "-forms keep", "数\u200b字" + goodText, "", "no numeral"},
		{"a page", "a.html", page, "", "关于数字青阳建设的通知\n", "", "The main text of the page"},
		{"a page in GBK", "a.htm", gbkPage, "", "关于数字青阳建设的通知\n", "gb18030", ""},
		{"a page with another name", "a.txt", page, "", "关于数字青阳建设的通知\n", "", "The main text of the page"},
		{"a part of a page, as said", "a.txt", "<p>" + goodText + "</p><p>" + goodText + goodText + "</p>", "-input html", goodText, "", "The main text of the page"},
		{"lines are UTF-8, whatever the encoding of texts", "a.jsonl", object(`"id":"a"`), "-encoding gbk", goodText, "", "no numeral"},
		{"lines with another name", "a.txt", object(`"id":"a"`), "-input jsonl", goodText, "", "no numeral"},
		{"a brace that begins a text", "a.jsonl", "{" + goodText, "-input text", "{" + goodText, "", "no numeral"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			path := newFolder(t).write(c.file, c.content)
			code, out, messages := tag(t, "", append(append([]string{"-o", "jsonl", "-with-text"}, strings.Fields(c.args)...), path)...)
			require.Zero(t, code, "%s%s", messages, out)
			d := decode(t, out)[0]
			assert.True(t, strings.HasPrefix(d.Text, c.text), "got  %q\nwant %q", d.Text, c.text)
			assert.Equal(t, c.encoding, d.Encoding)
			require.NotEmpty(t, d.Notes)
			assert.True(t, strings.HasPrefix(d.Notes[0], c.note), "got %v, want %s", d.Notes, c.note)
			checkOffsets(t, out, func(string) string { return d.Text })
		})
	}
}

func TestMetadataOfAPage(t *testing.T) {
	t.Parallel()
	code, out, messages := tag(t, page, "-o", "jsonl", "-input", "html")
	require.Zero(t, code, messages)
	d := decode(t, out)[0]
	assert.Equal(t, []string{"关于数字青阳建设的通知", "2024-05-06", "青阳日报"}, []string{d.Title, d.Date, d.Source})
	assert.Empty(t, d.Text, "the text is there only if it is asked for")
	_, out, _ = tag(t, page)
	assert.True(t, strings.HasPrefix(out, "关于数字青阳建设的通知  [-]\n2024-05-06 青阳日报\n\n"), out)
	_, out, _ = tag(t, page, "-o", "csv")
	row := parseTable(t, out, ',')[0]
	assert.Equal(t, []string{"关于数字青阳建设的通知", "2024-05-06", "青阳日报"}, []string{row["title"], row["date"], row["source"]})
}
