//go:build cgo

package jieba

import (
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"strings"
)

//go:generate go run generate.go

// The dictionaries of the gojieba module, compressed by generate.go. They are
// part of cppjieba, under the MIT licence.
var (
	//go:embed jieba.dict.utf8.gz
	dictionaryGz string
	//go:embed hmm_model.utf8.gz
	modelGz string
)

// decompress returns the content of an embedded file; its checksum has been
// verified.
func decompress(name, data string) (string, error) {
	r, err := gzip.NewReader(strings.NewReader(data))
	if err != nil {
		return "", fmt.Errorf("jieba: embedded %s: %w", name, err)
	}
	var b strings.Builder
	b.Grow(4 * len(data))
	if _, err := io.Copy(&b, r); err != nil {
		return "", fmt.Errorf("jieba: embedded %s: %w", name, err)
	}
	return b.String(), nil
}
