//go:build cgo

package main

import (
	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/jieba"
	"github.com/tifa-go/tifa/analysis/lexicon"
)

func openGojieba(entries []lexicon.Entry) (analysis.Segmenter, error) {
	return jieba.Open(jieba.Options{Lexicon: entries})
}
