//go:build cgo

package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/yanyiwu/gojieba"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/jieba"
)

// BenchmarkCost compares, on documents of 20 kB, what the keywords of each cost
// with what its segmentation by gojieba does. The documents are the articles of
// testdata, run together and cut; where TIFA_DATA names a folder, the beginnings
// of its policy texts.
func BenchmarkCost(b *testing.B) {
	const size = 20 << 10
	var texts []string
	if dir := os.Getenv("TIFA_DATA"); dir != "" {
		files, err := filepath.Glob(filepath.Join(dir, "policy", "*.txt"))
		require.NoError(b, err)
		for _, f := range files {
			text, err := os.ReadFile(f)
			require.NoError(b, err)
			if len(text) >= size {
				texts = append(texts, strings.ToValidUTF8(string(text[:size]), ""))
			}
		}
	} else {
		all := joined(b, filepath.Join(articles, "*.txt"))
		for ; len(all) >= size; all = all[size:] {
			texts = append(texts, strings.ToValidUTF8(all[:size], ""))
		}
	}
	each := func(b *testing.B, work func(text string, doc *analysis.Document) error) {
		p, err := newPipeline(options{})
		require.NoError(b, err)
		var docs []*analysis.Document
		for _, t := range texts {
			docs = append(docs, document(b, p, t))
		}
		b.SetBytes(int64(size * len(texts)))
		b.ReportAllocs()
		for b.Loop() {
			for i, t := range texts {
				require.NoError(b, work(t, docs[i]))
			}
		}
	}
	b.Run("gojieba-tokenize", func(b *testing.B) {
		j := gojieba.NewJieba()
		defer j.Free()
		each(b, func(text string, _ *analysis.Document) error { j.Tokenize(text, gojieba.DefaultMode, true); return nil })
	})
	b.Run("gojieba-tag", func(b *testing.B) {
		j := gojieba.NewJieba()
		defer j.Free()
		each(b, func(text string, _ *analysis.Document) error { j.Tag(text); return nil })
	})
	b.Run("segmenter-gojieba", func(b *testing.B) {
		s, err := jieba.Open(jieba.Options{})
		require.NoError(b, err)
		defer s.Close()
		var words []analysis.Word
		each(b, func(text string, _ *analysis.Document) (err error) {
			words, err = s.Segment(words[:0], text)
			return err
		})
	})
	b.Run("keywords", func(b *testing.B) {
		p, err := newPipeline(options{})
		require.NoError(b, err)
		each(b, func(_ string, doc *analysis.Document) error {
			_, err := p.extractor.Extract(context.Background(), doc, 10)
			return err
		})
	})
}
