package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A broken writer takes some writes and fails after them.
type broken struct {
	writes int
	err    error
}

func (b *broken) Write(p []byte) (int, error) {
	if b.writes == 0 {
		return 0, b.err
	}
	b.writes--
	return len(p), nil
}

func TestOutputThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	two := object(`"id":"a"`) + object(`"id":"b"`)
	for _, c := range []struct {
		name   string
		writes int
		err    error
		args   string
		code   int
		want   string
	}{
		{"a full disk", 1, syscall.ENOSPC, "-o jsonl", 1, "tag: after 1 article, the output cannot be written: " + syscall.ENOSPC.Error() + "\n"},
		{"a full disk, at once", 0, syscall.ENOSPC, "-o csv", 1, "tag: after 0 articles, the output cannot be written: " + syscall.ENOSPC.Error() + "\n"},
		{"a full disk, for a corpus", 0, syscall.ENOSPC, "count", 1, "tag count: the output cannot be written: analysis: corpus: " + syscall.ENOSPC.Error() + "\n"},
		{"a reader that has gone", 1, syscall.EPIPE, "-o csv", 141, "tag: after 1 article, the output cannot be written: " + syscall.EPIPE.Error() + "\n"},
		{"a reader of a corpus that has gone", 0, io.ErrClosedPipe, "count", 141, "tag count: the output cannot be written: analysis: corpus: " + io.ErrClosedPipe.Error() + "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			stdin, w := io.Pipe() // which does not end, but for a count
			defer w.Close()
			go func() {
				io.WriteString(w, two)
				if c.args == "count" {
					w.Close()
				}
			}()
			var messages bytes.Buffer
			code := run(t.Context(), strings.Fields(c.args), stdin, &broken{c.writes, c.err}, &messages)
			assert.Equal(t, c.code, code)
			assert.Equal(t, c.want, messages.String(), "one clear error")
		})
	}
}

// TestFullDiskLeavesWholeLines writes to a file that may not grow further.
func TestFullDiskLeavesWholeLines(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("the test sets a limit on the size of files in Linux's way")
	}
	path := program(t)
	f := newFolder(t)
	var lines bytes.Buffer
	require.NoError(t, newGenerator(t, 6).lines(&lines, 20, 1500))
	in := f.write("in.jsonl", lines.String())
	_, want, _ := tag(t, "", "-o", "jsonl", in)
	script := `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`
	for name, args := range map[string][]string{"standard output": {"-o", "jsonl", in}, "-resume": {"-resume", filepath.Join(f.dir, "resumed"), "-o", "jsonl", in}} {
		out := filepath.Join(f.dir, "resumed")
		cmd := exec.Command("sh", append([]string{"-c", script, path}, args...)...)
		var messages bytes.Buffer
		cmd.Stderr = &messages
		if name == "standard output" {
			out = filepath.Join(f.dir, "written")
			stdout, err := os.Create(out)
			require.NoError(t, err)
			defer stdout.Close()
			cmd.Stdout = stdout
		}
		require.EqualError(t, cmd.Run(), "exit status 1", name)
		assert.Regexp(t, `^tag: after \d+ articles?, the output cannot be written: write .*: file too large\n$`, messages.String())
		got := read(t, out)
		assert.NotEmpty(t, got, name)
		assert.True(t, strings.HasPrefix(want, got) && strings.HasSuffix(got, "\n"), "%s: whole lines", name)
	}
	code, messages := resume(t, filepath.Join(f.dir, "resumed"), "", "-o", "jsonl", in)
	assert.Equal(t, 2, code, messages)
	assert.Contains(t, messages, "was begun with", "the program of the tests is another one")
	require.NoError(t, exec.Command(path, "-resume", filepath.Join(f.dir, "resumed"), "-o", "jsonl", in).Run())
	assert.Equal(t, want, read(t, filepath.Join(f.dir, "resumed")), "with room it goes on")
}

func TestTakeBack(t *testing.T) {
	t.Parallel()
	f, err := os.CreateTemp(t.TempDir(), "")
	require.NoError(t, err)
	defer f.Close()
	_, err = f.WriteString("whole\nhal")
	require.NoError(t, err)
	takeBack(f, 3)
	_, err = f.WriteString("again\n")
	require.NoError(t, err)
	assert.Equal(t, "whole\nagain\n", read(t, f.Name()))
	_, err = f.Seek(2, io.SeekStart)
	require.NoError(t, err)
	takeBack(f, 2)
	assert.Equal(t, "whole\nagain\n", read(t, f.Name()), "what is behind the place is not ours")
	takeBack(io.Discard, 3) // does nothing
}

func TestContextThatEnds(t *testing.T) {
	t.Parallel()
	for _, command := range []string{"tag", "tag count", "tag merge"} {
		args := strings.Fields(command)[1:]
		if command == "tag merge" {
			args = append(args, "-")
		}
		for name, c := range map[string]struct {
			cause error
			code  int
			want  string
		}{
			"cancelled":   {nil, 1, "context canceled"},
			"interrupted": {signalError{os.Interrupt}, 130, "interrupted"},
			"terminated":  {signalError{syscall.SIGTERM}, 143, "terminated"},
			"for a cause": {errors.New("no more time"), 1, "no more time"},
		} {
			t.Run(command+" "+name, func(t *testing.T) {
				t.Parallel()
				ctx, cancel := context.WithCancelCause(t.Context())
				time.AfterFunc(20*time.Millisecond, func() { cancel(c.cause) })
				stdin, w := io.Pipe() // nothing ever comes
				defer w.Close()
				var out, messages bytes.Buffer
				assert.Equal(t, c.code, run(ctx, args, stdin, &out, &messages))
				assert.Empty(t, out.String())
				assert.Regexp(t, "^"+command+": stopped after 0 (articles|parts): "+c.want+"\n$", messages.String())
			})
		}
	}
}

// TestSignals stops the program while it waits for its input.
func TestSignals(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("a process of Windows cannot be sent these signals")
	}
	path := program(t)
	for s, want := range map[os.Signal]string{os.Interrupt: "exit status 130", syscall.SIGTERM: "exit status 143"} {
		cmd := exec.Command(path, "-o", "jsonl")
		var messages bytes.Buffer
		cmd.Stderr = &messages
		stdin, err := cmd.StdinPipe()
		require.NoError(t, err)
		stdout, err := cmd.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		_, err = io.WriteString(stdin, object(`"id":"a"`))
		require.NoError(t, err)
		line, err := bufio.NewReader(stdout).ReadString('\n')
		require.NoError(t, err)
		assert.Equal(t, "a", decode(t, line)[0].ID, "an article is out before the next one is there")
		require.NoError(t, cmd.Process.Signal(s))
		assert.EqualError(t, cmd.Wait(), want)
		assert.Regexp(t, `^tag: stopped after 1 article: (interrupted|terminated)\n$`, messages.String())
	}
}

// TestReaderThatStops is tag … | head -1.
func TestReaderThatStops(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no SIGPIPE")
	}
	path := program(t)
	var lines bytes.Buffer
	require.NoError(t, newGenerator(t, 7).lines(&lines, 60, 1500))
	cmd := exec.Command(path, "-o", "jsonl")
	cmd.Stdin = &lines
	var messages bytes.Buffer
	cmd.Stderr = &messages
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	line, err := bufio.NewReaderSize(stdout, 16).ReadString('\n')
	require.NoError(t, err)
	require.NoError(t, stdout.Close())
	assert.EqualError(t, cmd.Wait(), "exit status 141")
	assert.Regexp(t, `^tag: after \d+ articles?, the output cannot be written: write /dev/stdout: broken pipe\n$`, messages.String(), "one clear error")
	assert.Equal(t, "a000000", decode(t, line)[0].ID)
}

// TestFullDiskBeforeTheFirstArticle has no room for the settings of a run.
func TestFullDiskBeforeTheFirstArticle(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("the test sets a limit on the size of files in Linux's way")
	}
	f := newFolder(t)
	in, out := f.write("a.txt", goodText), filepath.Join(f.dir, "out")
	cmd := exec.Command("sh", "-c", `trap '' XFSZ; ulimit -f 0; exec "$0" "$@"`, program(t), "-resume", out, in)
	var messages bytes.Buffer
	cmd.Stderr = &messages
	assert.EqualError(t, cmd.Run(), "exit status 1", "the call was right")
	assert.Equal(t, "tag: after 0 articles, the output cannot be written: write "+out+".resume: file too large\n", messages.String())
	require.NoError(t, exec.Command(program(t), "-resume", out, in).Run(), "with room it goes on")
	assert.NotEmpty(t, read(t, out))
}
