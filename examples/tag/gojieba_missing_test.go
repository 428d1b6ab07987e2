//go:build !cgo

package main

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestGojiebaNeedsCgo(t *testing.T) {
	t.Parallel()
	code, out, messages := tag(t, "", "-segmenter", "gojieba", filepath.Join(articles, "report.txt"))
	assert.Equal(t, 2, code)
	assert.Empty(t, out)
	assert.Equal(t, "tag: -segmenter gojieba: this program was built without cgo, which gojieba needs\n", messages)
}
