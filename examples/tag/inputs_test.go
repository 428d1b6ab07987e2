package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

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
		{"a file that is not there", "", []string{filepath.Join(dir, "no.txt"), one}, 1, []string{"no", "a"}, map[string]string{"no": "no such file"}},
		{"a directory without articles", "", []string{filepath.Join(dir, "none"), one}, 1, []string{filepath.Join(dir, "none"), "a"},
			map[string]string{filepath.Join(dir, "none"): "there is no .txt, .html or .jsonl file in the directory"}},
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
