//go:build cgo && unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/yanyiwu/gojieba"
)

// tagAloneEnv has this process do what BenchmarkProcess compares the program with.
const tagAloneEnv = "TIFA_GOJIEBA_TAG"

func init() {
	if pattern := os.Getenv(tagAloneEnv); pattern != "" {
		if err := tagAlone(os.Stdout, pattern); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
}

// tagAlone has gojieba tag the files, and writes how long that took of the
// processor, without what it takes to open gojieba and to read.
func tagAlone(w io.Writer, pattern string) error {
	files, err := filepath.Glob(pattern)
	if err != nil {
		return err
	}
	texts := make([]string, len(files))
	for i, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		texts[i] = string(text)
	}
	j := gojieba.NewJieba()
	defer j.Free()
	before, err := processorTime()
	if err != nil {
		return err
	}
	for _, text := range texts {
		j.Tag(text)
	}
	after, err := processorTime()
	fmt.Fprint(w, int64(after-before))
	return err
}

func processorTime() (time.Duration, error) {
	var r syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &r)
	return time.Duration(r.Utime.Nano() + r.Stime.Nano()), err
}

// BenchmarkProcess is the time of the processor, user and system, that the program
// takes for the policy texts of TIFA_DATA, from its start to its end, beside that of
// gojieba's Tag, without its start, for the same bytes: each in a process of its
// own, by turns.
func BenchmarkProcess(b *testing.B) {
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		b.Skip("TIFA_DATA names no folder of texts")
	}
	path, pattern := program(b), filepath.Join(dir, "policy", "*.txt")
	files, err := filepath.Glob(pattern)
	require.NoError(b, err)
	require.NotEmpty(b, files)
	var own, alone time.Duration
	for b.Loop() {
		cmd := exec.Command(path, append([]string{"-workers", "1", "-o", "jsonl"}, files...)...)
		require.NoError(b, cmd.Run())
		own += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()

		cmd = exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), tagAloneEnv+"="+pattern)
		out, err := cmd.Output()
		require.NoError(b, err)
		ns, err := strconv.ParseInt(strings.TrimSpace(string(out)), 10, 64)
		require.NoError(b, err)
		alone += time.Duration(ns)
	}
	b.ReportMetric(own.Seconds()*1e3/float64(b.N), "tag-ms/op")
	b.ReportMetric(alone.Seconds()*1e3/float64(b.N), "gojieba-Tag-ms/op")
	b.ReportMetric(own.Seconds()/alone.Seconds(), "ratio")
}
