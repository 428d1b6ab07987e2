package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// resume runs the program with -resume.
func resume(t *testing.T, out, stdin string, args ...string) (code int, messages string) {
	t.Helper()
	code, stdout, messages := tag(t, stdin, append([]string{"-resume", out}, args...)...)
	require.Empty(t, stdout, "the output goes to the file")
	return code, messages
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(data)
}

// TestResumeFromAnyState cuts the output and the journal of a run anywhere, as a
// kill, a full disk or a machine that failed may leave them, or damages them,
// and has the next run go on.
func TestResumeFromAnyState(t *testing.T) {
	t.Parallel()
	lines := object(`"id":"a"`) + object(`"id":"a"`) + "{\n" + object(`"id":"b","title":"两行\n标题"`) + object(`"id":7`)
	for _, output := range []string{"jsonl", "csv", "tsv", "text"} {
		t.Run(output, func(t *testing.T) {
			t.Parallel()
			f := newFolder(t)
			in, out := f.write("in.jsonl", lines), filepath.Join(f.dir, "out")
			args := []string{"-o", output, in}
			wantCode, want, _ := tag(t, "", args...)
			code, messages := resume(t, out, "", args...)
			require.Equal(t, wantCode, code, messages)
			require.Equal(t, want, read(t, out))
			journal := read(t, out+".resume")
			head := strings.IndexByte(journal, '\n') + 1
			require.Equal(t, head+5*recordSize, len(journal))

			check := func(state, written, journal string) (messages string) {
				f.write("out", written)
				f.write("out.resume", journal)
				code, messages := resume(t, out, "", args...)
				assert.Equal(t, wantCode, code, messages)
				assert.Contains(t, messages, "tag: 1 of 5 articles failed\n", state)
				require.Equal(t, want, read(t, out), state)
				require.Len(t, read(t, out+".resume"), head+5*recordSize, state)
				return messages
			}
			check("finished", want, journal)
			for n := 0; n < len(want); n += 1 + len(want)/23 {
				assert.Contains(t, check("the output is cut", want[:n], journal), "out was cut off or changed behind ")
				assert.Contains(t, check("the output is damaged", want[:n]+"?"+want[n+1:], journal), "; what follows is done again\n")
				check("the output is longer", want+want[:n], journal)
			}
			for n := head; n < len(journal); n += 11 {
				check("the journal is cut", want, journal[:n])
				check("a record is damaged", want, journal[:n]+"?"+journal[n+1:])
			}
			check("killed in the journal's first line", "", journal[:head-1])
			check("killed before the journal's first line", "", "")
			check("a disk that lost the end", want+strings.Repeat("\x00", 100), journal+strings.Repeat("\x00", 100))
		})
	}
}

func TestResumeRefuses(t *testing.T) {
	t.Parallel()
	begun := func(t *testing.T) (f folder, out string, args []string) {
		f = newFolder(t)
		f.write("in/a.txt", goodText)
		f.write("in/b.txt", goodText+"二")
		f.write("c.lexicon", "青阳 n\n")
		out = filepath.Join(f.dir, "out")
		args = []string{"-o", "jsonl", "-lexicon", filepath.Join(f.dir, "c.lexicon"), filepath.Join(f.dir, "in")}
		code, messages := resume(t, out, "", args...)
		require.Zero(t, code, messages)
		return f, out, args
	}
	for name, c := range map[string]struct {
		change func(f folder, args []string) []string
		want   string // DIR is the folder
	}{
		"another flag": {func(f folder, args []string) []string { return append([]string{"-keywords", "5"}, args...) },
			`tag: DIR/out was begun with -keywords "10", not "5"; -resume needs the same flags and files`},
		"another output": {func(f folder, args []string) []string { args[1] = "csv"; return args },
			`tag: DIR/out was begun with -o "jsonl", not "csv"; -resume needs the same flags and files`},
		"another lexicon under the name": {func(f folder, args []string) []string { f.write("c.lexicon", "数字 n\n"); return args },
			"tag: the lexicon is not the one that DIR/out was begun with; -resume needs the same"},
		"no lexicon": {func(f folder, args []string) []string { return append(args[:2:2], args[4]) },
			"tag: the lexicon is not the one that DIR/out was begun with; -resume needs the same"},
		"a corpus": {func(f folder, args []string) []string {
			return append([]string{"-corpus", f.write("d.corpus", corpusFile(f.t, goodText))}, args...)
		}, "tag: the corpus is not the one that DIR/out was begun with; -resume needs the same"},
		"a file that was changed": {func(f folder, args []string) []string { f.write("in/b.txt", goodText); return args },
			"tag: article 2 (b) is not what it was when DIR/out was begun; -resume needs the same articles in the same order"},
		"a file that came between": {func(f folder, args []string) []string { f.write("in/aa.txt", goodText); return args },
			"tag: article 2 (aa) is not what it was when DIR/out was begun; -resume needs the same articles in the same order"},
		"a file that was removed": {func(f folder, args []string) []string {
			require.NoError(f.t, os.Remove(filepath.Join(f.dir, "in", "b.txt")))
			return args
		}, "tag: DIR/out has more articles than there are now; -resume needs the same articles in the same order"},
		"a journal that was removed": {func(f folder, args []string) []string {
			require.NoError(f.t, os.Remove(filepath.Join(f.dir, "out.resume")))
			return args
		}, "tag: DIR/out is there already, and no run with -resume has begun it: name another file, or remove it"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, out, args := begun(t)
			before := read(t, out)
			code, messages := resume(t, out, "", c.change(f, args)...)
			assert.Equal(t, 2, code)
			assert.Equal(t, c.want+"\n", strings.ReplaceAll(messages, f.dir, "DIR"))
			assert.Equal(t, before, read(t, out), "nothing is changed")
		})
	}
	t.Run("another run at the same time", func(t *testing.T) {
		t.Parallel()
		f, out, args := begun(t)
		other, err := openAlone(out + ".resume")
		require.NoError(t, err)
		code, messages := resume(t, out, "", args...)
		assert.Equal(t, 2, code)
		assert.Equal(t, "tag: DIR/out: another run is writing to it\n", strings.ReplaceAll(messages, f.dir, "DIR"))
		require.NoError(t, closeAlone(other))
		code, messages = resume(t, out, "", args...)
		assert.Zero(t, code, messages)
	})
}

func TestResumeGoesOn(t *testing.T) {
	t.Parallel()
	t.Run("with articles that came behind the last, and by other names", func(t *testing.T) {
		t.Parallel()
		f := newFolder(t)
		out := filepath.Join(f.dir, "out")
		a, b := f.write("a/a.txt", goodText), f.write("b/b.txt", goodText+"二")
		code, messages := resume(t, out, "", "-o", "jsonl", a)
		require.Zero(t, code, messages)
		code, messages = resume(t, out, "", "-o", "jsonl", "-workers", "3", "-progress", filepath.Dir(a), b)
		require.Zero(t, code, messages)
		_, want, _ := tag(t, "", "-o", "jsonl", a, b)
		assert.Equal(t, want, read(t, out))
	})
	t.Run("with standard input", func(t *testing.T) {
		t.Parallel()
		f := newFolder(t)
		out := filepath.Join(f.dir, "out")
		lines := object(`"id":"a"`) + object(`"id":"b"`)
		code, messages := resume(t, out, object(`"id":"a"`), "-o", "jsonl")
		require.Zero(t, code, messages)
		code, messages = resume(t, out, lines, "-o", "jsonl", "-")
		require.Zero(t, code, messages)
		_, want, _ := tag(t, lines, "-o", "jsonl")
		assert.Equal(t, want, read(t, out))
	})
	t.Run("in an empty file", func(t *testing.T) {
		t.Parallel()
		f := newFolder(t)
		code, messages := resume(t, f.write("out", ""), goodText)
		assert.Zero(t, code, messages)
	})
}

func TestRecord(t *testing.T) {
	t.Parallel()
	for _, r := range []record{{}, {1 << 40, 1<<64 - 1, 7, true}, {0, 1, 0, true}} {
		got, ok := decodeRecord(r.encode())
		assert.True(t, ok)
		assert.Equal(t, r, got)
		for i := range recordSize {
			b := r.encode()
			b[i] ^= 0x10
			_, ok := decodeRecord(b)
			assert.False(t, ok, "byte %d", i)
		}
	}
	_, ok := decodeRecord([recordSize]byte{})
	assert.False(t, ok, "zeros, as a disk may leave them")
}
