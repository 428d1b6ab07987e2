package main

import (
	"os"
	"syscall"
)

// peakMemory returns the most memory that an ended process held, in bytes.
func peakMemory(s *os.ProcessState) float64 {
	return float64(s.SysUsage().(*syscall.Rusage).Maxrss) * 1024
}
