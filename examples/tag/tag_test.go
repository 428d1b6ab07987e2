package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const articles = "../../testdata/articles"

// tag runs the program and returns its exit status, output and messages.
func tag(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(stdin), &out, &messages)
	return code, out.String(), messages.String()
}

// why is a part of a score.
type why struct {
	Feature string
	Value   float64
}

// decoded is a line of output.
type decoded struct {
	ID, Title, Error string
	Keywords         []struct {
		Text     string
		Score    float64
		Count    int
		Tag      string
		Spans    [][2]int
		Variants []struct {
			Text  string
			Count int
		}
		Why []why
	}
	Phrases []struct {
		Text  string
		Score float64
		Count int
		Spans [][2]int
		Why   []why
	}
	Cited []struct {
		Text, Kind string
		Count      int
		Spans      [][2]int
	}
	Numerals []struct {
		Text    string
		Members []string
		Source  string
		Spans   [][2]int
	}
	Summary []struct {
		Text       string
		Start, End int
		Score      float64
		Section    string
	}
	Notes []string
}

func decode(t *testing.T, jsonl string) []decoded {
	t.Helper()
	var out []decoded
	for line := range strings.Lines(jsonl) {
		var d decoded
		dec := json.NewDecoder(strings.NewReader(line))
		dec.DisallowUnknownFields()
		require.NoError(t, dec.Decode(&d), line)
		out = append(out, d)
	}
	return out
}

// TestArticles compares the page for each article of testdata with its golden
// file, which -update rewrites.
func TestArticles(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(articles, "*.txt"))
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 6)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			code, got, messages := tag(t, "", file)
			require.Zero(t, code, messages)
			golden := strings.TrimSuffix(file, ".txt") + ".golden"
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err, "go test ./examples/tag -update writes it")
			assert.Equal(t, string(want), got)
		})
	}
}

// TestOffsets checks that everything in the output is where it says it is.
func TestOffsets(t *testing.T) {
	t.Parallel()
	code, out, messages := tag(t, "", "-o", "jsonl", "-keywords", "50", "-phrases", "100", "-sentences", "10", articles)
	require.Zero(t, code, messages)
	checkOffsets(t, out, func(id string) string {
		text, err := os.ReadFile(filepath.Join(articles, id+".txt"))
		require.NoError(t, err)
		return string(text)
	})
}

// checkOffsets checks each line of output against the article's text.
func checkOffsets(t *testing.T, jsonl string, text func(id string) string) {
	t.Helper()
	for _, d := range decode(t, jsonl) {
		s := text(d.ID)
		for _, k := range d.Keywords {
			assert.Len(t, k.Spans, k.Count, k.Text)
			for _, m := range k.Spans {
				assert.Equal(t, analysis.Key(k.Text), analysis.Key(s[m[0]:m[1]]))
			}
		}
		for _, p := range d.Phrases {
			assert.Len(t, p.Spans, p.Count, p.Text)
			for _, m := range p.Spans {
				assert.Equal(t, analysis.Key(p.Text), analysis.Key(s[m[0]:m[1]]))
			}
		}
		for _, c := range d.Cited {
			assert.Len(t, c.Spans, c.Count, c.Text)
			for _, m := range c.Spans {
				assert.Equal(t, analysis.Key(c.Text), analysis.Key(s[m[0]:m[1]]))
			}
		}
		for _, n := range d.Numerals {
			assert.NotEmpty(t, n.Spans, n.Text)
			for _, m := range n.Spans {
				assert.Equal(t, bare(n.Text), bare(s[m[0]:m[1]]))
			}
		}
		end := 0
		for _, x := range d.Summary {
			assert.Equal(t, x.Text, s[x.Start:x.End])
			assert.GreaterOrEqual(t, x.Start, end, "in text order")
			end = x.End
		}
	}
}

// bare leaves out the marks in which two spellings of a slogan may differ:
// 双随机、一公开, 双随机，一公开.
func bare(s string) string {
	return strings.NewReplacer("、", "", "，", "", ",", "").Replace(analysis.Key(s))
}

// TestExplain checks that the reasons add up to the score.
func TestExplain(t *testing.T) {
	t.Parallel()
	report := filepath.Join(articles, "report.txt")
	code, out, messages := tag(t, "", "-explain", "-o", "jsonl", report)
	require.Zero(t, code, messages)
	d := decode(t, out)[0]
	add := func(text string, score float64, parts []why) {
		require.NotEmpty(t, parts, text)
		for _, p := range parts {
			score -= p.Value
		}
		assert.InDelta(t, 0, score, 1e-5, text)
	}
	for _, k := range d.Keywords {
		add(k.Text, k.Score, k.Why)
	}
	for _, p := range d.Phrases {
		add(p.Text, p.Score, p.Why)
	}
	code, page, messages := tag(t, "", "-explain", report)
	require.Zero(t, code, messages)
	assert.Regexp(t, `(?m)^  三区两带一核心 ×5  \d\.\d\d = \+\d\.\d\d `, page)
}

func TestSameBytesForAnyNumberOfWorkers(t *testing.T) {
	t.Parallel()
	_, one, _ := tag(t, "", "-o", "jsonl", "-workers", "1", "-method", "textrank", articles)
	_, eight, _ := tag(t, "", "-o", "jsonl", "-workers", "8", "-method", "textrank", articles)
	assert.Equal(t, one, eight)
	assert.NotEmpty(t, one)
}

func TestInputs(t *testing.T) {
	t.Parallel()
	const text = "推进数字青阳建设，提升治理效能。数字青阳建设要抓好落实，久久为功。"
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
		return path
	}
	object := func(fields string) string { return "{" + fields + `,"text":"` + text + `"}` + "\n" }
	one := write("tree/a.txt", text)
	write("tree/b/c.txt", text)
	write("tree/d.jsonl", object(`"id":"e"`)+"\n"+object(`"id":7,"title":"标题"`))
	write("tree/.hidden/f.txt", text)
	write("tree/g.pdf", "%PDF")
	empty := write("empty.txt", "")
	blank := write("blank.txt", " \r\n　\n")
	noLines := write("none.jsonl", "\n")
	gbk := write("gbk.txt", "\xb9\xfa\xce\xf1\xd4\xba")
	bad := write("bad.jsonl", object(`"id":"a"`)+"{\n"+`{"text":"一"}`+"\n"+`{"id":"b"}`+"\n{\"id\":\"c\",\"text\":\"\xff\"}\n"+`{"id":"d","text":"一"} {}`+"\n"+object(`"id":"z"`))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "none"), 0o755))
	link := filepath.Join(dir, "link")
	require.NoError(t, os.Symlink(filepath.Join(dir, "tree"), link))

	for _, c := range []struct {
		name  string
		stdin string
		args  []string
		code  int
		ids   []string
		errs  map[string]string // by id, what the error says
	}{
		{"a file", "", []string{one}, 0, []string{"a"}, nil},
		{"a directory, in order, hidden and other files left out", "", []string{filepath.Join(dir, "tree")}, 0, []string{"a", "c", "e", "7"}, nil},
		{"a link to a directory", "", []string{link}, 0, []string{"a", "c", "e", "7"}, nil},
		{"standard input, text", text, nil, 0, []string{"-"}, nil},
		{"standard input, JSON lines", "\ufeff" + object(`"id":"x"`), []string{"-"}, 0, []string{"x"}, nil},
		{"an empty file", "", []string{empty, one}, 1, []string{"empty", "a"}, map[string]string{"empty": "the text is empty"}},
		{"a blank file", "", []string{blank, one}, 1, []string{"blank", "a"}, map[string]string{"blank": "the text is empty"}},
		{"a file without lines", "", []string{noLines, one}, 1, []string{noLines, "a"}, map[string]string{noLines: "there is no article in the file"}},
		{"a GBK file", "", []string{gbk, one}, 1, []string{"gbk", "a"}, map[string]string{"gbk": gbk + ": byte 0 is not UTF-8; texts in GBK"}},
		{"a file that is not there", "", []string{filepath.Join(dir, "no.txt"), one}, 1, []string{"no", "a"}, map[string]string{"no": "no such file"}},
		{"a directory without articles", "", []string{filepath.Join(dir, "none"), one}, 1, []string{filepath.Join(dir, "none"), "a"},
			map[string]string{filepath.Join(dir, "none"): "there is no .txt or .jsonl file in the directory"}},
		{"bad lines", "", []string{bad}, 1, []string{"a", bad + ":2", bad + ":3", "b", bad + ":5", bad + ":6", "z"}, map[string]string{
			bad + ":2": bad + ":2: the line is not a JSON object with id and text",
			bad + ":3": bad + `:3: the object has no "id"`,
			"b":        bad + `:4: the object has no "text"`,
			bad + ":5": bad + ":5: byte 18 of the line is not UTF-8",
			bad + ":6": bad + ":6: the line has more than one JSON value",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := tag(t, c.stdin, append([]string{"-o", "jsonl"}, c.args...)...)
			assert.Equal(t, c.code, code, messages)
			ids := []string{}
			for _, d := range decode(t, out) {
				ids = append(ids, d.ID)
				if want := c.errs[d.ID]; want != "" {
					assert.Contains(t, d.Error, want)
				} else {
					assert.Empty(t, d.Error)
					require.NotEmpty(t, d.Phrases)
					assert.Equal(t, "数字青阳建设", d.Phrases[0].Text)
				}
			}
			assert.Equal(t, c.ids, ids)
		})
	}
}

func TestErrorsOnThePageGoToStandardError(t *testing.T) {
	t.Parallel()
	code, out, messages := tag(t, "\xff")
	assert.Equal(t, 1, code)
	assert.Empty(t, out)
	assert.Equal(t, "tag: -: analysis: document \"-\": byte 0: the text is not UTF-8\ntag: 1 of 1 articles failed\n", messages)
}

func TestFlags(t *testing.T) {
	t.Parallel()
	file := filepath.Join(articles, "report.txt")
	dir := t.TempDir()
	lexicon := filepath.Join(dir, "lexicon.txt")
	require.NoError(t, os.WriteFile(lexicon, []byte("好 差 坏\n"), 0o644))
	corpus := filepath.Join(dir, "a.corpus")
	require.NoError(t, os.WriteFile(corpus, []byte("nothing\n"), 0o644))
	for _, c := range []struct {
		name string
		args []string
		want string // part of the message
	}{
		{"unknown flag", []string{"-frobnicate", file}, "tag: flag provided but not defined: -frobnicate; tag -h explains the flags\n"},
		{"a flag behind a file", []string{file, "-o", "jsonl"}, "tag: -o: flags come before the files"},
		{"unknown output", []string{"-o", "xml", file}, "tag: -o xml: the output is text or jsonl; tag -h explains the flags\n"},
		{"unknown method", []string{"-method", "lda", file}, "tag: -method lda: the method is bm25, contrast, evidence, kpminer,"},
		{"unknown segmenter", []string{"-segmenter", "thulac", file}, "tag: -segmenter thulac: the segmenter is native or gojieba"},
		{"negative number", []string{"-keywords", "-1", file}, "is negative"},
		{"no workers", []string{"-workers", "0", file}, "tag: -workers 0: the number is from 1 to 1024"},
		{"two budgets", []string{"-sentences", "2", "-chars", "100", file}, "tag: -sentences, -chars and -ratio exclude each other"},
		{"no characters", []string{"-chars", "0", file}, "tag: -chars 0: a summary needs characters"},
		{"a lexicon that is not there", []string{"-lexicon", "no.txt", file}, "no.txt"},
		{"a bad lexicon", []string{"-lexicon", lexicon, file}, "line 1"},
		{"a bad corpus", []string{"-corpus", corpus, file}, "line 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := tag(t, "", c.args...)
			assert.Equal(t, 2, code)
			assert.Empty(t, out)
			assert.Contains(t, messages, c.want)
		})
	}
	t.Run("help", func(t *testing.T) {
		t.Parallel()
		code, messages, stderr := tag(t, "", "-h")
		assert.Zero(t, code)
		assert.Empty(t, stderr)
		for _, name := range []string{"-o", "-keywords", "-phrases", "-sentences", "-chars", "-ratio", "-summarizer", "-query", "-genre", "-tasks", "-sections", "-method", "-corpus", "-lexicon", "-segmenter", "-workers"} {
			assert.Contains(t, strings.ReplaceAll(messages, "\n", " "), "  "+name+" ")
			assert.Contains(t, messages, "(tag "+name+" ", "an example of each")
		}
	})
	t.Run("numbers", func(t *testing.T) {
		t.Parallel()
		_, out, _ := tag(t, "", "-o", "jsonl", "-keywords", "3", "-phrases", "4", "-chars", "120", file)
		d := decode(t, out)[0]
		assert.Len(t, d.Keywords, 3)
		assert.Len(t, d.Phrases, 4)
		n := 0
		for _, s := range d.Summary {
			n += utf8.RuneCountInString(s.Text)
		}
		assert.LessOrEqual(t, n, 120)
		assert.Positive(t, n)
		_, out, _ = tag(t, "", "-o", "jsonl", "-keywords", "0", "-phrases", "0", "-sentences", "0", file)
		d = decode(t, out)[0]
		assert.Empty(t, d.Keywords)
		assert.Empty(t, d.Phrases)
		assert.Empty(t, d.Summary)
	})
	t.Run("a lexicon keeps its words whole", func(t *testing.T) {
		t.Parallel()
		good := filepath.Join(dir, "good.txt")
		require.NoError(t, os.WriteFile(good, []byte("云岭茶香 nz\n"), 0o644))
		_, out, _ := tag(t, "品味云岭茶香，讲好云岭故事。", "-o", "jsonl", "-lexicon", good)
		var got []string
		for _, k := range decode(t, out)[0].Keywords {
			got = append(got, k.Text)
		}
		assert.Contains(t, got, "云岭茶香")
	})
	t.Run("a corpus changes the scores", func(t *testing.T) {
		t.Parallel()
		good := filepath.Join(dir, "good.corpus")
		f, err := os.Create(good)
		require.NoError(t, err)
		var c analysis.Corpus
		c.Add(&analysis.Document{Terms: []analysis.Term{{Key: "经济"}}})
		_, err = c.WriteTo(f)
		require.NoError(t, err)
		require.NoError(t, f.Close())
		_, with, _ := tag(t, "", "-o", "jsonl", "-corpus", good, file)
		_, without, _ := tag(t, "", "-o", "jsonl", file)
		assert.NotEqual(t, with, without)
	})
}

func TestNotesSayWhyAListIsEmpty(t *testing.T) {
	t.Parallel()
	code, out, messages := tag(t, "2015年。", "-o", "jsonl")
	require.Zero(t, code, messages)
	d := decode(t, out)[0]
	assert.Empty(t, d.Keywords)
	assert.Contains(t, d.Notes, "no phrase recurs in the text")
	assert.Contains(t, d.Notes, "no word of the text can be a keyword")
}

// TestRealText runs the program on every text under TIFA_DATA.
func TestRealText(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA names no folder of real texts")
	}
	paths := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && isText(path) {
			paths[strings.TrimSuffix(d.Name(), ".txt")] = path
		}
		return err
	}))
	var args []string
	for _, sub := range []string{"policy", "laws", "article"} {
		args = append(args, filepath.Join(dir, sub))
	}
	code, out, messages := tag(t, "", append([]string{"-o", "jsonl"}, args...)...)
	require.Zero(t, code, messages)
	assert.Len(t, decode(t, out), len(paths))
	checkOffsets(t, out, func(id string) string {
		text, err := os.ReadFile(paths[id])
		require.NoError(t, err)
		return string(text)
	})
	for _, d := range decode(t, out) {
		assert.Empty(t, d.Error, d.ID)
		assert.NotEmpty(t, d.Keywords, d.ID)
		assert.NotEmpty(t, d.Phrases, d.ID)
		assert.NotEmpty(t, d.Summary, d.ID)
	}
}

// TestRealArticle looks for the policy wording of a real article.
func TestRealArticle(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA names no folder of real texts")
	}
	files, err := filepath.Glob(filepath.Join(dir, "article", "article_2015_*.txt"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	code, out, messages := tag(t, "", "-o", "jsonl", "-phrases", "20", "-keywords", "200", files[0])
	require.Zero(t, code, messages)
	d := decode(t, out)[0]
	got, first := map[string]bool{}, map[string]bool{}
	for i, p := range d.Phrases {
		got[p.Text] = true
		first[p.Text] = i < 10
	}
	assert.True(t, first["五大发展理念"], "五大发展理念 is among the first 10 phrases")
	for _, want := range []string{"五中全会精神", "全面建成小康社会", "网络强省", "追赶超越"} {
		assert.True(t, got[want], "%s is among the first 20 phrases", want)
	}
	assert.True(t, got["网络强国"] || got["网络强国战略"], "网络强国 is among the first 20 phrases")
	assert.False(t, got["全面建成小康"], "a phrase is maximal")

	require.NotEmpty(t, d.Numerals)
	assert.Equal(t, "五大发展理念", d.Numerals[0].Text)
	assert.Equal(t, []string{"创新", "协调", "绿色", "开放", "共享"}, d.Numerals[0].Members)
	assert.Equal(t, "text", d.Numerals[0].Source)

	words := map[string]bool{}
	for _, k := range d.Keywords {
		words[k.Text] = true
	}
	assert.True(t, words["五大发展理念"])
	assert.False(t, words["五大"] || words["理念"], "no fragment of a phrase is a keyword")
}
