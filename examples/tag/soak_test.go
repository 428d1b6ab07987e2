package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// BenchmarkSoak builds the program and has it read as many generated articles of
// 3 kB, as lines of JSON, as the name says. It reports articles and bytes a second,
// the processor's time, and the most memory that the program held:
//
//	go test ./examples/tag -run xxx -bench Soak -benchtime 1x -timeout 1h
func BenchmarkSoak(b *testing.B) {
	path := program(b)
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("articles=%d", n), func(b *testing.B) {
			file := filepath.Join(b.TempDir(), "articles.jsonl")
			f, err := os.Create(file)
			require.NoError(b, err)
			defer f.Close()
			w := bufio.NewWriter(f)
			require.NoError(b, newGenerator(b, 1).lines(w, n, 3000))
			require.NoError(b, w.Flush())
			info, err := f.Stat()
			require.NoError(b, err)
			for _, workers := range []string{"1", "2"} {
				b.Run("workers="+workers, func(b *testing.B) {
					b.SetBytes(info.Size())
					for b.Loop() {
						cmd := exec.Command(path, "-o", "jsonl", "-workers", workers, file) // to the null device
						var messages strings.Builder
						cmd.Stderr = &messages
						start := time.Now()
						require.NoError(b, cmd.Run(), &messages)
						b.ReportMetric(float64(n)/time.Since(start).Seconds(), "articles/s")
						b.ReportMetric((cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), "cpu-s")
						b.ReportMetric(peakMemory(cmd.ProcessState)/1e6, "peak-MB")
					}
				})
			}
		})
	}
}
