package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCompressedInputIsWhatItHolds(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	lines := object(`"id":"x"`) + object(`"id":"y","title":"标题"`)
	page := "<html><head><meta charset=utf-8><title>数字青阳</title></head><body><h1>数字青阳</h1><p>" + goodText + "</p><p>" + goodText + "</p></body></html>"
	for name, c := range map[string]struct {
		args  []string
		stdin string
		plain string // arguments that give the same
	}{
		"a text":                        {[]string{f.write("1/a.txt.gz", gz(t, goodText))}, "", f.write("2/a.txt", goodText)},
		"a text without the ending .gz": {[]string{f.write("3/a.txt", gz(t, goodText))}, "", f.write("4/a.txt", goodText)},
		"several members":               {[]string{f.write("5/a.TXT.GZ", gz(t, goodText[:10], "", goodText[10:]))}, "", f.write("6/a.txt", goodText)},
		"lines":                         {[]string{f.write("7/a.jsonl.gz", gz(t, lines[:30], lines[30:]))}, "", f.write("8/a.jsonl", lines)},
		"a page":                        {[]string{f.write("9/a.html.gz", gz(t, page))}, "", f.write("10/a.html", page)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, want, messages := tag(t, "", "-o", "jsonl", c.plain)
			require.Zero(t, code, messages)
			code, got, messages := tag(t, c.stdin, append([]string{"-o", "jsonl"}, c.args...)...)
			require.Zero(t, code, messages)
			assert.Equal(t, want, got)
		})
	}
	t.Run("standard input", func(t *testing.T) {
		t.Parallel()
		_, want, _ := tag(t, lines, "-o", "jsonl")
		code, got, messages := tag(t, gz(t, lines), "-o", "jsonl", "-")
		require.Zero(t, code, messages)
		assert.Equal(t, want, got)
	})
}

// TestCutGzipIsNeverSilent cuts a file at every byte: whatever comes out, there
// is an error that names the byte, but where nothing or whole members are left.
func TestCutGzipIsNeverSilent(t *testing.T) {
	t.Parallel()
	first := gz(t, object(`"id":"x"`))
	whole := first + gz(t, object(`"id":"y"`))
	for n := range len(whole) {
		in, err := newInflow(strings.NewReader(whole[:n]), true)
		if err == nil {
			_, err = in.all(1 << 20)
		}
		switch n {
		case len(first):
			require.NoError(t, err)
		case 0, 1:
			require.ErrorContains(t, err, "these are no gzip data")
		default:
			require.ErrorContains(t, err, "the gzip data are cut off at byte ", "%d bytes", n)
		}
	}
}

func TestLimit(t *testing.T) {
	t.Parallel()
	const limit = 10_000
	text := strings.Repeat("长", limit/3)
	f := newFolder(t)
	for name, c := range map[string]struct {
		content string
		packed  bool
		want    string
	}{
		"at the limit":                  {text + "a", false, ""},
		"over it":                       {text + "ab", false, "the article has 10001 bytes and is not read: -max-bytes allows 10000"},
		"at the limit, compressed":      {text + "a", true, ""},
		"over it, compressed":           {text + "ab", true, "the article has more than 10000 bytes and is not read: -max-bytes allows 10000"},
		"far over it, and never held":   {strings.Repeat(text, 100), true, "the article has more than 10000 bytes and is not read: -max-bytes allows 10000"},
		"an article of no byte or more": {"", false, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			content := c.content
			if c.packed {
				content = gz(t, content)
			}
			in, err := openFile(f.write(strings.ReplaceAll(name, " ", "_"), content))
			require.NoError(t, err)
			defer in.Close()
			got, err := in.all(limit)
			if c.want != "" {
				require.EqualError(t, err, c.want)
				assert.LessOrEqual(t, cap(got), limit+1)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, c.content, string(got))
		})
	}
}
