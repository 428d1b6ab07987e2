package desk

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/tifa-go/tifa/analysis"
)

// tree writes files, by their paths with slashes, and returns their folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	return dir
}

func TestSources(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{
		"b.txt": "乙", "a.txt": "甲", "2016/c.TXT": "丙", "2016/.hidden.txt": "隐", ".git/d.txt": "隐",
		"notes.md": "不读", "none/readme.md": "不读", "blank.txt": " \u3000\n",
	})
	in := func(names ...string) (out []string) {
		for _, n := range names {
			out = append(out, filepath.Join(dir, n))
		}
		return out
	}
	for name, c := range map[string]struct {
		args []string
		want []string // id and text, or the error
	}{
		"a folder's text files in the order of their names": {in(""), []string{"2016/c 丙", "a 甲", "b 乙", "! blank.txt: the text is empty"}},
		"a file, whatever its name ends in":                 {in("notes.md"), []string{"notes.md 不读"}},
		"arguments in their order":                          {append(in("b.txt"), in("a.txt")...), []string{"b 乙", "a 甲"}},
		"standard input where nothing is named":             {nil, []string{"- 流"}},
		"standard input among files":                        {append([]string{"-"}, in("a.txt")...), []string{"- 流", "a 甲"}},
		"a file that is not there, and the next":            {in("x.txt", "a.txt"), []string{"! x.txt: no such file or directory", "a 甲"}},
		"a folder without texts":                            {in("none"), []string{"! none: there is no .txt or .html file in the folder"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for src, err := range Sources(c.args, strings.NewReader("流")) {
				if err != nil {
					_, message, _ := strings.Cut(err.Error(), dir+string(filepath.Separator))
					got = append(got, "! "+message)
					continue
				}
				got = append(got, src.ID+" "+src.Text)
			}
			assert.Equal(t, c.want, got)
			assert.Equal(t, len(got), Count(c.args))
		})
	}
}

// Texts and pages come in all encodings, compressed or not.
func TestSourcesAreDecoded(t *testing.T) {
	t.Parallel()
	const text = "推进数字青阳建设，提升治理效能，各部门要认真落实，加强统筹协调。"
	const page = `<html><head><title>数字青阳</title><meta name="PubDate" content="2024-05-06"></head><body><p>` + text + "</p><p>" + text + "</p></body></html>"
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(text)
	require.NoError(t, err)
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	_, err = z.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	dir := tree(t, map[string]string{
		"a.txt": text, "b.txt": gbk, "c.txt.gz": zipped.String(), "d.html": page, "e.HTM": page, "f.txt": "推進網絡強國建設，實現經濟發展，讓人民滿意。",
		"g.txt": "\x89PNG\r\n\x1a\n\x00\x00", "h.txt.gz": zipped.String()[:30], "i.txt": "数字\x00青阳",
	})
	var got []string
	for src, err := range Sources([]string{dir}, nil) {
		if err != nil {
			_, message, _ := strings.Cut(err.Error(), dir+string(filepath.Separator))
			message, _, _ = strings.Cut(message, ";")
			got = append(got, "! "+message)
			continue
		}
		got = append(got, strings.Join([]string{src.ID, src.Title, src.Date, src.Text}, "|"))
	}
	assert.Equal(t, []string{
		"a|||" + text, "b|||" + text, "c|||" + text,
		"d|数字青阳|2024-05-06|数字青阳\n" + text + "\n" + text + "\n",
		"e|数字青阳|2024-05-06|数字青阳\n" + text + "\n" + text + "\n",
		"! f.txt: the text is in traditional characters: 13 of 19 characters are traditional only (進 網 絡 強 國), the first at byte 3 of the text",
		"! g.txt: this looks like a PNG image, not like text",
		"! h.txt.gz: unexpected EOF", "i|||数字\ufffd青阳",
	}, got)
}

// parse parses a call of a program named p.
func parse(args ...string) (f *flag.FlagSet, c *Common, code int, done bool, stdout, stderr string) {
	var out, messages bytes.Buffer
	f = flag.NewFlagSet("p", flag.ContinueOnError)
	c = Flags(f)
	code, done = Parse(f, "P does it.\n", args, &out, &messages)
	return f, c, code, done, out.String(), messages.String()
}

func TestParse(t *testing.T) {
	t.Parallel()
	_, _, code, done, stdout, stderr := parse("-h")
	assert.True(t, done)
	assert.Equal(t, OK, code)
	assert.True(t, strings.HasPrefix(stdout, "P does it.\n") && strings.Contains(stdout, "-workers N"), stdout)
	assert.Empty(t, stderr)

	_, c, _, done, _, _ := parse("-workers", "3", "-quiet", "a.txt", "-")
	assert.False(t, done)
	assert.Equal(t, Common{Workers: 3, Quiet: true}, *c)

	for args, want := range map[string]string{
		"-nix":          "p: flag provided but not defined: -nix; p -h explains the flags\n",
		"-workers 0":    "p: -workers 0: the number is from 1 to 1024; p -h explains the flags\n",
		"a.txt -quiet":  "p: -quiet: flags come before the files; p -h explains the flags\n",
		"-workers many": "p: invalid value \"many\" for flag -workers: parse error; p -h explains the flags\n",
	} {
		_, _, code, done, stdout, stderr := parse(strings.Fields(args)...)
		assert.True(t, done, args)
		assert.Equal(t, Wrong, code, args)
		assert.Equal(t, want, stderr)
		assert.Empty(t, stdout)
	}
}

func TestEach(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{"a.txt": "甲。", "b.txt": "乙\xff。", "c.txt": "丙。", "words.lex": "山海联动 nz\n"})
	for name, c := range map[string]struct {
		ctx   func() context.Context
		args  []string
		do    func(*analysis.Document) error
		code  int
		docs  string
		wrong string
	}{
		"documents come in order, and one that fails is told": {
			args: []string{dir}, code: Failed, docs: "a c",
			wrong: "p: " + filepath.Join(dir, "b.txt") + ": byte 3: 0xFF is not utf-8\np: 1 of 3 documents failed\n",
		},
		"what the function finds wrong is told": {
			args: []string{filepath.Join(dir, "a.txt")}, code: Failed, docs: "a",
			do:    func(*analysis.Document) error { return errors.New("a has no date") },
			wrong: "p: a has no date\np: 1 of 1 documents failed\n",
		},
		"all is well":                 {args: []string{"-lexicon", filepath.Join(dir, "words.lex"), filepath.Join(dir, "a.txt")}, docs: "a"},
		"a lexicon that is not there": {args: []string{"-lexicon", "nix"}, code: Wrong, wrong: "p: open nix: no such file or directory\n"},
		"the end of the context is the end": {
			ctx: func() context.Context {
				ctx, stop := context.WithCancel(context.Background())
				stop()
				return ctx
			},
			args: []string{dir}, code: Failed, wrong: "p: context canceled\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, common, _, done, _, _ := parse(c.args...)
			require.False(t, done)
			ctx := t.Context()
			if c.ctx != nil {
				ctx = c.ctx()
			}
			var docs []string
			var messages bytes.Buffer
			code := common.Each(ctx, f, strings.NewReader(""), &messages, func(d *analysis.Document) error {
				docs = append(docs, d.ID)
				if c.do != nil {
					return c.do(d)
				}
				return nil
			})
			assert.Equal(t, c.code, code)
			assert.Equal(t, c.docs, strings.Join(docs, " "))
			assert.Equal(t, c.wrong, messages.String())
		})
	}
}

func TestProgressIsForTerminals(t *testing.T) {
	t.Parallel()
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	require.NoError(t, err)
	defer file.Close()
	for _, w := range []io.Writer{file, io.Discard} {
		b := Progress(w, true, 10)
		b.Add()
		b.Clear()
		assert.Nil(t, b.bar)
	}
	info, err := file.Stat()
	require.NoError(t, err)
	assert.Zero(t, info.Size())
}

func TestOneLine(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"":                        "",
		"甲  乙\n\u3000丙":           "甲 乙 丙",
		"\n甲\n":                   "甲 ",
		"甲\u200b乙\ufeff":          "甲乙",
		"甲 \u200b 乙":              "甲 乙",
		"甲\x00\x1b[1m\u202e乙\x7f": "甲\ufffd\ufffd[1m\ufffd乙\ufffd",
	} {
		assert.Equal(t, want, OneLine(s), "%q", s)
	}
}
