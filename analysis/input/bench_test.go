package input

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// benchText is the articles of testdata, 40 kB, ten times over.
func benchText(b *testing.B) string {
	var all strings.Builder
	files, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "articles", "*.txt"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(data)
	}
	return strings.Repeat(all.String(), 10)
}

func BenchmarkDecode(b *testing.B) {
	text := benchText(b)
	for _, c := range []struct {
		name string
		data []byte
		o    Options
	}{
		{"utf-8", []byte(text), Options{}},
		{"utf-8-3kB", []byte(strings.ToValidUTF8(text[:3000], "")), Options{}},
		{"gb18030", encode(b, "gb18030", text), Options{}},
		{"gb18030-3kB", encode(b, "gb18030", strings.ToValidUTF8(text[:4500], "")), Options{}},
		{"utf-16le", encode(b, "utf-16le", text), Options{}},
		{"big5-converted", encode(b, "big5", bigOnly(toTraditional(text))), Options{Traditional: ConvertTraditional}},
		{"damaged-utf-8", []byte(strings.ReplaceAll(text, "发展", "发\xff展")), Options{Invalid: ReplaceInvalid}},
		{"forms", []byte(strings.ReplaceAll(text, "发展", "发\u200b展")), Options{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.o.Decode("a.txt", c.data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// bigOnly leaves out what Big5 does not have.
func bigOnly(s string) string {
	var b strings.Builder
	encoder := encoders["big5"].NewEncoder()
	for _, r := range s {
		if _, err := encoder.String(string(r)); err == nil {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func BenchmarkDecodeHTML(b *testing.B) {
	pages := testPages(b)
	size := len(bytes.Join(pages, nil))
	o := Options{Traditional: KeepTraditional}
	b.Run("pages", func(b *testing.B) {
		b.SetBytes(int64(size))
		b.ReportAllocs()
		for b.Loop() {
			for _, page := range pages {
				_, _ = o.DecodeHTML("a.html", page)
			}
		}
	})
	long := []byte("<html><body><div>" + strings.Repeat("<p>坚持稳中求进工作总基调，推动<a href=\"/a\">高质量发展</a>。</p>\n", 5000) + "</div></body></html>")
	b.Run("long", func(b *testing.B) {
		b.SetBytes(int64(len(long)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := o.DecodeHTML("a.html", long); err != nil {
				b.Fatal(err)
			}
		}
	})
}
