//go:build cgo

package jieba

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"syscall"
	"unsafe"
)

// memfdCreate is the number of the system call memfd_create(2), which package
// syscall lacks.
var memfdCreate = map[string]uintptr{
	"386": 356, "amd64": 319, "arm": 385, "arm64": 279,
	"loong64": 279, "ppc64le": 360, "riscv64": 279, "s390x": 350,
}[runtime.GOARCH]

const closeOnExec = 1 // MFD_CLOEXEC

// memoryFiles writes the files into memory. They vanish with remove, and also
// when the process is killed.
func memoryFiles(files []file) (paths []string, remove func() error, err error) {
	var open []*os.File
	closeAll := func() error {
		var errs []error
		for _, f := range open {
			errs = append(errs, f.Close())
		}
		return errors.Join(errs...)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, closeAll())
		}
	}()
	if memfdCreate == 0 {
		return nil, nil, errors.ErrUnsupported
	}
	for _, f := range files {
		name, err := syscall.BytePtrFromString(f.name)
		if err != nil {
			return nil, nil, err
		}
		fd, _, errno := syscall.Syscall(memfdCreate, uintptr(unsafe.Pointer(name)), closeOnExec, 0)
		if errno != 0 {
			return nil, nil, os.NewSyscallError("memfd_create", errno)
		}
		path := fmt.Sprintf("/proc/self/fd/%d", fd)
		file := os.NewFile(fd, path)
		open = append(open, file)
		if _, err := file.WriteString(f.content); err != nil {
			return nil, nil, err
		}
		if err := measure(path, len(f.content)); err != nil {
			return nil, nil, err
		}
		paths = append(paths, path)
	}
	return paths, closeAll, nil
}
