//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd && !windows

package main

import "os"

// openAlone opens a file, which it makes if it is not there. The system has no
// lock that ends with the process, so two runs must not be given the same file.
func openAlone(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
}

func closeAlone(f *os.File) error { return f.Close() }
