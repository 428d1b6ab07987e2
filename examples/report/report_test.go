package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const articles = "../../testdata/articles"

// hostile is a text that would do harm on a careless page.
const hostile = "关于<script>alert(1)</script>改革的通知\n\n一、</style><img src=x onerror=alert(2)>改革开放。推进改革开放。\r\n" +
	"javascript:alert(3)//\"改革开放\"' & &amp; </title>\x00\u202e右到左\u2066 {{.}} `${x}` <!-- ]]>\r二、改革开放。</script><a href=\"javascript:alert(4)\">改革开放</a>\u2028\ufeff\x0c\x1b\n\n"

// runReport runs the program and returns its exit status, output and messages.
func runReport(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(stdin), &out, &messages)
	return code, out.String(), messages.String()
}

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

			// HTML has no NUL.
			assert.Equal(t, strings.ReplaceAll(source, "\x00", "\ufffd"), text(byID(t, page, "text")))
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
	for _, s := range append(f.doc.Works, f.doc.Numbers...) {
		assert.Contains(t, places[analysis.Key(f.doc.Text[s.Start:s.End])], s)
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

func TestCutter(t *testing.T) {
	t.Parallel()
	const source = "abcdefgh"
	at := func(id, start, end int) *item {
		return &item{ID: id, Text: source[start:end], Places: []place{{ID: fmt.Sprintf("m%d-1", id), N: 1, Span: analysis.Span{Start: start, End: end}}}}
	}
	for name, c := range map[string]struct {
		items []*item
		ends  []int // of the sentences
		want  string
	}{
		"nothing marked":                     {nil, []int{8}, "abcdefgh"},
		"one mark":                           {[]*item{at(0, 2, 4)}, []int{8}, "ab|cd[0.1]|efgh"},
		"one inside another":                 {[]*item{at(0, 3, 4), at(1, 2, 6)}, []int{8}, "ab|c[1.1]|d[1.1 0.1]|ef[1.1]|gh"},
		"two that overlap":                   {[]*item{at(0, 1, 4), at(1, 3, 6)}, []int{8}, "a|bc[0.1]|d[0.1 1.1]|ef[1.1]|gh"},
		"two that begin together":            {[]*item{at(0, 0, 2), at(1, 0, 8)}, []int{8}, "ab[1.1 0.1]|cdefgh[1.1]"},
		"two that end together":              {[]*item{at(0, 6, 8), at(1, 4, 8)}, []int{8}, "abcd|ef[1.1]|gh[1.1 0.1]"},
		"one that ends where another begins": {[]*item{at(0, 0, 4), at(1, 4, 8)}, []int{8}, "abcd[0.1]|efgh[1.1]"},
		"the same twice":                     {[]*item{at(0, 2, 4), at(1, 2, 4)}, []int{8}, "ab|cd[0.1 1.1]|efgh"},
		"across a sentence's end":            {[]*item{at(0, 2, 6)}, []int{4, 8}, "ab|cd[0.1]|ef[0.1]|gh"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cutter := newCutter(source, c.items)
			var got, ids []string
			from := 0
			for _, end := range c.ends {
				for _, s := range cutter.cut(from, end) {
					word := ""
					for _, p := range s.Pieces {
						word += p.Text
					}
					if s.Marks != "" {
						word += "[" + s.Marks + "]"
					}
					got = append(got, word)
					ids = append(ids, s.IDs...)
				}
				from = end
			}
			assert.Equal(t, c.want, strings.Join(got, "|"))
			assert.Len(t, ids, len(c.items), "each place has its id once")
		})
	}
}

func TestPieces(t *testing.T) {
	t.Parallel()
	for source, want := range map[string][]piece{
		"":           nil,
		"甲\n\t乙":     {{Text: "甲\n\t乙"}},
		"甲\r\n":      {{Text: "甲"}, {Text: "\r", Return: true}, {Text: "\n"}},
		"\x00":       {{Text: "\ufffd", Code: "U+0000"}},
		"甲\u202e乙":   {{Text: "甲"}, {Text: "\u202e", Code: "U+202E"}, {Text: "乙"}},
		"\x1b\u0085": {{Text: "\x1b", Code: "U+001B"}, {Text: "\u0085", Code: "U+0085"}},
	} {
		assert.Equal(t, want, pieces(source), "%q", source)
	}
}

func TestCloud(t *testing.T) {
	t.Parallel()
	for name, source := range texts(t) {
		c := newCloud(find(t, source).items().items)
		for i, w := range c.Words {
			assert.GreaterOrEqual(t, w.X-w.Width/2, c.X, name)
			assert.LessOrEqual(t, w.X+w.Width/2, c.X+c.Width, name)
			for _, o := range c.Words[:i] {
				assert.False(t, w.overlaps(o), "%s: %s and %s", name, w.Item.Text, o.Item.Text)
				assert.GreaterOrEqual(t, o.Size, w.Size, name)
			}
		}
	}
	assert.Empty(t, newCloud(nil).Words)
}

// TestTables compares the tables with golden files, which -update rewrites, and
// checks that each place is where it says.
func TestTables(t *testing.T) {
	t.Parallel()
	file := filepath.Join(articles, "report.txt")
	source, err := os.ReadFile(file)
	require.NoError(t, err)
	dir := filepath.Join(t.TempDir(), "new", "tables")
	code, _, messages := runReport(t, "", "-csv", dir, "-keywords", "5", "-phrases", "5", "-section-keywords", "2", file)
	require.Zero(t, code, messages)
	for _, name := range []string{"keywords", "phrases", "features", "numerals", "cited", "sections", "summary", "places"} {
		got, err := os.ReadFile(filepath.Join(dir, name+".csv"))
		require.NoError(t, err)
		golden := filepath.Join("testdata", name+".csv")
		if *update {
			require.NoError(t, os.WriteFile(golden, got, 0o644))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err, "go test ./examples/report -update writes it")
		assert.Equal(t, string(want), string(got), name)
		rows, err := csv.NewReader(bytes.NewReader(got)).ReadAll()
		require.NoError(t, err, "all rows have as many cells")
		if name == "places" {
			for _, r := range rows[1:] {
				start, _ := strconv.Atoi(r[3])
				end, _ := strconv.Atoi(r[4])
				assert.Equal(t, analysis.Key(r[0]), analysis.Key(string(source[start:end])))
			}
		}
	}
}

func TestBOM(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	code, _, messages := runReport(t, "推进改革。", "-bom", "-csv", dir)
	require.Zero(t, code, messages)
	got, err := os.ReadFile(filepath.Join(dir, "cited.csv"))
	require.NoError(t, err)
	assert.Equal(t, "\ufefftext,kind,count\n", string(got))
}

func TestOutputFile(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "page.html")
	code, stdout, messages := runReport(t, "推进改革。", "-o", out)
	require.Zero(t, code, messages)
	assert.Empty(t, stdout)
	got, err := os.ReadFile(out)
	require.NoError(t, err)
	_, want, _ := runReport(t, "推进改革。")
	assert.Equal(t, want, string(got))
}

func TestErrors(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, c := range map[string]struct {
		stdin string
		args  []string
		code  int
		want  string
	}{
		"two articles":        {"", []string{"a.txt", "b.txt"}, 2, "report: a page is about one article, and 2 are named; report -h explains the flags\n"},
		"a folder of several": {"", []string{articles}, 2, "report: a page is about one article, and 8 are named; report -h explains the flags\n"},
		"a negative number":   {"", []string{"-keywords", "-1"}, 2, "report: a number of keywords or phrases is negative, or there is no sentence for a summary; report -h explains the flags\n"},
		"a file not there":    {"", []string{"nix.txt"}, 1, "report: stat nix.txt: no such file or directory\n"},
		"nothing to read":     {"", nil, 1, "report: -: the text is empty\n"},
		"not UTF-8":           {"改\xff", nil, 1, "report: analysis: document \"-\": byte 3: the text is not UTF-8\n"},
		"a lexicon not there": {"改革", []string{"-lexicon", "nix"}, 1, "report: open nix: no such file or directory\n"},
		"an output in no folder": {"改革", []string{"-o", filepath.Join(dir, "no", "a.html")}, 1,
			"report: open " + filepath.Join(dir, "no", "a.html") + ": no such file or directory\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := runReport(t, c.stdin, c.args...)
			assert.Equal(t, c.code, code)
			assert.Equal(t, c.want, messages)
			assert.Empty(t, out)
		})
	}
	code, out, messages := runReport(t, "", "-h")
	assert.Zero(t, code)
	assert.Empty(t, messages)
	assert.True(t, strings.HasPrefix(out, "Report writes an HTML page") && strings.Contains(out, "-section-keywords N"))
}

func TestWhy(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "border -2.00, count +1.50, idf +0.25", why([]keywords.Feature{{Name: "count", Value: 1.5}, {Name: "border", Value: -2}, {Name: "idf", Value: 0.25}}))
}
