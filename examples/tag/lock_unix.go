//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package main

import (
	"cmp"
	"errors"
	"os"
	"syscall"
)

// openAlone opens a file, which it makes if it is not there, and locks it until
// it is closed or the process ends.
func openAlone(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, errInUse
		}
		return nil, err
	}
	return f, nil
}

// closeAlone unlocks and closes a file of openAlone. Closing alone does not unlock it
// while a process that was just forked still has it.
func closeAlone(f *os.File) error {
	return cmp.Or(syscall.Flock(int(f.Fd()), syscall.LOCK_UN), f.Close())
}
