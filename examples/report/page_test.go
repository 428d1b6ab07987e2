package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
)

// hostile is a text that would do harm on a careless page.
const hostile = "关于<script>alert(1)</script>改革的通知\n\n一、</style><img src=x onerror=alert(2)>改革开放。推进改革开放。\r\n" +
	"javascript:alert(3)//\"改革开放\"' & &amp; </title>\x00\u202e右到左\u2066 {{.}} `${x}` <!-- ]]>\r二、改革开放。</script><a href=\"javascript:alert(4)\">改革开放</a>\u2028\ufeff\x0c\x1b\n\n"

// find returns the findings for a text, as the program makes them.
func find(t *testing.T, text string) findings {
	t.Helper()
	segmenter, err := native.Open(native.Options{})
	require.NoError(t, err)
	o := options{keywords: 20, phrases: 30, sentences: 5, section: 4}
	f, err := o.find(t.Context(), &analysis.Analyzer{Segmenter: segmenter}, analysis.Source{ID: "-", Text: text})
	require.NoError(t, err)
	return f
}

// all returns the elements below a node.
func all(n *html.Node) (out []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			out = append(out, d)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func byID(t *testing.T, page *html.Node, id string) *html.Node {
	t.Helper()
	for _, n := range all(page) {
		if attr(n, "id") == id {
			return n
		}
	}
	require.Fail(t, "no element", "id %s", id)
	return nil
}

// texts are the articles of testdata and a hostile one, by name.
func texts(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(articles, "*.txt"))
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 6)
	out := map[string]string{"hostile": hostile, "one word": "改革", "without a word": "——。\n"}
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		out[filepath.Base(f)] = string(data)
	}
	return out
}

// TestPage checks each page as a browser reads it: the text is the source's, each
// mark is what was found, links lead to what is there, and nothing is loaded.
func TestPage(t *testing.T) {
	t.Parallel()
	for name, source := range texts(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := runReport(t, source)
			require.Zero(t, code, messages)
			_, again, _ := runReport(t, source)
			require.Equal(t, out, again)
			page, err := html.Parse(strings.NewReader(out))
			require.NoError(t, err)

			source := strings.ReplaceAll(source, "\x00", "\ufffd") // no text has NUL
			assert.Equal(t, source, text(byID(t, page, "text")))
			checkMarks(t, page, find(t, source))
			checkLinks(t, page)
			checkHarmless(t, page)
		})
	}
}

// checkMarks compares the marks, put together place by place, with the findings.
func checkMarks(t *testing.T, page *html.Node, f findings) {
	t.Helper()
	got := make(map[string]string) // by item and place
	for _, n := range all(byID(t, page, "text")) {
		if n.DataAtom != atom.Mark {
			continue
		}
		require.NotEmpty(t, attr(n, "title"))
		for m := range strings.FieldsSeq(attr(n, "data-m")) {
			got[m] += text(n)
		}
	}
	want := make(map[string]string)
	places := make(map[string][]analysis.Span)
	for _, i := range f.items().items {
		for _, p := range i.Places {
			want[fmt.Sprintf("%d.%d", i.ID, p.N)] = strings.ReplaceAll(f.doc.Text[p.Span.Start:p.Span.End], "\x00", "\ufffd")
			places[analysis.Key(i.Text)] = append(places[analysis.Key(i.Text)], p.Span)
		}
	}
	assert.Equal(t, want, got)
	for _, k := range f.keywords {
		assert.Subset(t, places[analysis.Key(k.Text)], k.Mentions, k.Text)
	}
	for _, p := range f.phrases {
		assert.Subset(t, places[analysis.Key(p.Text)], p.Mentions, p.Text)
	}
	for _, n := range f.numerals {
		assert.Subset(t, places[analysis.Key(n.Text)], n.Mentions, n.Text)
	}
	for _, c := range f.cited {
		assert.Subset(t, places[analysis.Key(c.text)], c.mentions, c.text)
	}
}

// checkLinks checks that ids are unique and that each link leads to one.
func checkLinks(t *testing.T, page *html.Node) {
	t.Helper()
	ids := make(map[string]bool)
	for _, n := range all(page) {
		if id := attr(n, "id"); id != "" {
			assert.False(t, ids[id], "the id %s is there twice", id)
			ids[id] = true
		}
	}
	for _, n := range all(page) {
		if href := attr(n, "href"); href != "" {
			require.True(t, strings.HasPrefix(href, "#"), "%s leads out of the page", href)
			assert.True(t, ids[href[1:]], "%s leads nowhere", href)
		}
	}
}

// checkHarmless checks that the page has no element and no attribute that loads or
// runs anything but its own script.
func checkHarmless(t *testing.T, page *html.Node) {
	t.Helper()
	scripts, styles, policy := 0, 0, ""
	for _, n := range all(page) {
		switch n.Data {
		case "script":
			scripts++
			assert.Equal(t, pageJS, text(n))
		case "style":
			styles++
			assert.Equal(t, pageCSS, text(n))
		case "meta":
			if attr(n, "http-equiv") == "Content-Security-Policy" {
				policy = attr(n, "content")
			}
		case "img", "iframe", "link", "object", "embed", "base", "form", "video", "audio", "source", "use", "image", "font-face":
			assert.Fail(t, "an element that loads", n.Data)
		}
		for _, a := range n.Attr {
			assert.False(t, strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" || a.Key == "srcset", "%s %s", n.Data, a.Key)
		}
	}
	assert.Equal(t, []int{1, 1}, []int{scripts, styles})
	assert.Equal(t, "default-src 'none'; style-src "+hash(pageCSS)+"; script-src "+hash(pageJS)+"; base-uri 'none'; form-action 'none'", policy)
	assert.NotRegexp(t, regexp.MustCompile(`(?i)url\(|@import|https?:`), pageCSS+pageJS)
}

func TestTitleAndNameAreText(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), `<b>"'&.txt`)
	require.NoError(t, os.WriteFile(file, []byte("推进改革。"), 0o644))
	code, out, messages := runReport(t, "", "-title", "</title><script>alert(1)</script>\x00\u202e", file)
	require.Zero(t, code, messages)
	page, err := html.Parse(strings.NewReader(out))
	require.NoError(t, err)
	checkHarmless(t, page)
	for _, n := range all(page) {
		switch {
		case n.DataAtom == atom.Title && n.Parent.DataAtom == atom.Head, n.DataAtom == atom.H1:
			assert.Equal(t, "</title><script>alert(1)</script>\ufffd\ufffd", text(n))
		case n.DataAtom == atom.Header:
			assert.Contains(t, text(n), `<b>"'&`)
		}
	}
}

// TestLists checks what the lists beside the text say, on a text read by hand.
func TestLists(t *testing.T) {
	t.Parallel()
	const source = "绿色跃升行动方案\n\n一、总体要求\n实施绿色跃升行动，落实“三改”，即改水、改厕、改路。\n\n" +
		"二、重点任务\n推进绿色跃升行动，落实《绿色条例》和青政发〔2025〕3号。按照《绿色条例》，绿色跃升行动取得实效。\n"
	_, out, _ := runReport(t, source)
	page, err := html.Parse(strings.NewReader(out))
	require.NoError(t, err)
	for _, n := range all(page) {
		got := strings.Join(strings.Fields(text(n)), " ")
		var want []string
		switch n.DataAtom {
		case atom.Header:
			want = []string{"绿色跃升行动方案", "genre: notice", "96 characters", "2 sections"}
		case atom.Nav:
			want = []string{"一、总体要求落实三改 改厕", "二、重点任务绿色条例 2 绿色 4 绿色跃升行动 2"}
		case atom.Aside:
			want = []string{
				"三改 ×1 改水 改厕 改路 from the text", "《绿色条例》 ×2", "青政发〔2025〕3号 ×1",
			}
		case atom.Footer:
			want = []string{"绿色跃升行动关键词 keyword score 5.24, 4 times", "《绿色条例》引用 cited title 2 times", "三改数字提法 numeral slogan once改水 | 改厕 | 改路"}
		}
		for _, w := range want {
			assert.True(t, strings.Contains(got, w), "%s has no %q: %s", n.Data, w, got)
		}
	}
}

// FuzzPage checks that the page of any text shows it as it is and does no harm.
func FuzzPage(f *testing.F) {
	f.Add(hostile)
	f.Add("一、改革\n改革，改革。\n（一）“三改”即改水、改厕、改路，见《改水》。")
	f.Fuzz(func(t *testing.T, source string) {
		if !utf8.ValidString(source) || strings.TrimSpace(source) == "" {
			t.Skip("no text")
		}
		var out strings.Builder
		require.NoError(t, writePage(&out, find(t, source)))
		page, err := html.Parse(strings.NewReader(out.String()))
		require.NoError(t, err)
		require.Equal(t, strings.ReplaceAll(source, "\x00", "\ufffd"), text(byID(t, page, "text")))
		checkMarks(t, page, find(t, source))
		checkLinks(t, page)
		checkHarmless(t, page)
	})
}
