//go:build !cgo

package main

import (
	"errors"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/lexicon"
)

func openGojieba([]lexicon.Entry) (analysis.Segmenter, error) {
	return nil, errors.New("-segmenter gojieba: this program was built without cgo, which gojieba needs")
}
