//go:build cgo && !linux

package jieba

import "errors"

// memoryFiles needs Linux.
func memoryFiles([]file) (paths []string, remove func() error, err error) {
	return nil, nil, errors.ErrUnsupported
}
