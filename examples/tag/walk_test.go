package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWalk(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	for _, name := range []string{"a.txt", "b.HTML", "c.jsonl.gz", "d.md", "2015/e.txt", "2015/f.htm", "2016/07/g.TXT", ".h/i.txt", "2016/.j.txt", "k.gz", "l.pdf", "2016/m.corpus", "[n].txt"} {
		f.write(name, "")
	}
	require.NoError(t, os.Symlink(f.dir, filepath.Join(f.dir, "2016", "loop")))
	require.NoError(t, os.Symlink(filepath.Join(f.dir, "2016"), filepath.Join(f.dir, "2015", "dir.txt")))
	require.NoError(t, os.Symlink(filepath.Join(f.dir, "d.md"), filepath.Join(f.dir, "2015", "link.txt")))
	const irregular = "2015/dir.txt: it is no regular file"
	for _, c := range []struct {
		name, arg string
		globs     []string
		want      []string
	}{
		{"a folder: known endings, in order, no hidden ones, and no loop of links", "", nil,
			[]string{irregular, "2015/e.txt", "2015/f.htm", "2015/link.txt", "2016/07/g.TXT", "[n].txt", "a.txt", "b.HTML", "c.jsonl.gz"}},
		{"patterns for names", "", []string{"*.md", "?.txt"}, []string{"2015/e.txt", "a.txt", "d.md"}},
		{"a pattern for paths", "", []string{"2015/*"}, []string{irregular, "2015/e.txt", "2015/f.htm", "2015/link.txt"}},
		{"a pattern for an argument", "*.txt", nil, []string{"[n].txt", "a.txt"}},
		{"one that matches folders", "201?", nil, []string{irregular, "2015/e.txt", "2015/f.htm", "2015/link.txt", "2016/07/g.TXT"}},
		{"one that asks for hidden ones", "2016/.j*", nil, []string{"2016/.j.txt"}},
		{"one below a pattern", "*/*.htm", nil, []string{"2015/f.htm"}},
		{"a file that looks like a pattern", "[n].txt", nil, []string{"[n].txt"}},
		{"any file, if it is named", "l.pdf", nil, []string{"l.pdf"}},
		{"patterns are for folders, not for files that are named", "d.md", []string{"*.txt"}, []string{"d.md"}},
		{"what is not there is left to opening", "no.txt", nil, []string{"no.txt"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			below := func(p string) string {
				return filepath.ToSlash(strings.TrimPrefix(p, f.dir+string(filepath.Separator)))
			}
			assert.True(t, walk(filepath.Join(f.dir, filepath.FromSlash(c.arg)), articleFiles(c.globs), func(path string, err error) bool {
				if err != nil {
					path = err.Error()
				}
				got = append(got, below(path))
				return true
			}))
			assert.Equal(t, c.want, got)
			assert.False(t, walk(filepath.Join(f.dir, filepath.FromSlash(c.arg)), articleFiles(c.globs), func(string, error) bool { return false }), "a visit ends it")
		})
	}
}

func TestFormatsAndIDs(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]struct {
		format format
		known  bool
		id     string
	}{
		"x/a.txt": {formatText, true, "a"}, "a.TXT.gz": {formatText, true, "a"}, "a.b.htm": {formatHTML, true, "a.b"}, "a.html.GZ": {formatHTML, true, "a"},
		"a.jsonl": {formatJSONL, true, "a.jsonl"}, "a.md": {formatText, false, "a.md"}, "a": {formatText, false, "a"}, "a.gz": {formatText, false, "a"}, ".gz": {formatText, false, ".gz"},
	} {
		f, known := formatOf(path)
		assert.Equal(t, want.format, f, path)
		assert.Equal(t, want.known, known, path)
		assert.Equal(t, want.id, idOf(path), path)
	}
}

func TestTotalBytes(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	f.write("a.txt", "12345")
	f.write("b/c.html", "123")
	f.write("d.md", "1")
	files := articleFiles(nil)
	assert.EqualValues(t, 8, totalBytes([]string{f.dir}, files, nil))
	assert.EqualValues(t, 9, totalBytes([]string{filepath.Join(f.dir, "no.txt"), filepath.Join(f.dir, "d.md"), f.dir}, files, nil))
	stdin, err := os.Open(filepath.Join(f.dir, "a.txt"))
	require.NoError(t, err)
	defer stdin.Close()
	assert.EqualValues(t, 5, totalBytes(nil, files, stdin))
	assert.EqualValues(t, -1, totalBytes([]string{f.dir, "-"}, files, strings.NewReader("")), "of a pipe nothing is known")
}

func TestFileThatVanishesIsAnError(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	f.write("a.txt", goodText)
	b := f.write("b.txt", goodText)
	f.write("c.txt", goodText)
	var got []string
	for e, err := range entries(t.Context(), inputOptions{format: byName, maxBytes: 1000}, []string{f.dir}, nil) {
		if e.number == 0 {
			require.NoError(t, os.Remove(b))
		}
		if got = append(got, e.id); err != nil {
			assert.ErrorIs(t, err, os.ErrNotExist)
			got = append(got, "!")
		}
	}
	assert.Equal(t, []string{"a", "b", "!", "c"}, got)
}

func TestUnreadableFileIsAnError(t *testing.T) {
	t.Parallel()
	const unreadable = "/proc/self/mem" // opens, and fails at byte 0, for root too
	if _, err := os.Stat(unreadable); err != nil {
		t.Skip("the system has no file that even root cannot read")
	}
	code, out, messages := tag(t, "", "-o", "jsonl", unreadable, filepath.Join(articles, "report.txt"))
	assert.Equal(t, 1, code)
	assert.Equal(t, "tag: 1 of 2 articles failed\n", messages)
	assert.Equal(t, "/proc/self/mem: read /proc/self/mem: input/output error", decode(t, out)[0].Error)
}

// TestOutputIsNoInput writes into the folder that is read.
func TestOutputIsNoInput(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	f.write("a.txt", goodText)
	path := f.write("out.jsonl", "")
	out, err := os.OpenFile(path, os.O_WRONLY, 0)
	require.NoError(t, err)
	defer out.Close()
	var messages strings.Builder
	assert.Equal(t, 1, run(t.Context(), []string{"-o", "jsonl", f.dir}, nil, out, &messages))
	assert.Equal(t, "tag: 1 of 2 articles failed\n", messages.String())
	got, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, path+": it is the output", decode(t, string(got))[1].Error)
}
