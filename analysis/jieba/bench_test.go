//go:build cgo

package jieba

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tifa-go/tifa/analysis"
	"github.com/yanyiwu/gojieba"
)

// benchText is about 10 KB, of real text where TIFA_DATA is set.
func benchText(b *testing.B) string {
	b.Helper()
	if text, ok := realTexts()["article_2015_网络强省.txt"]; ok {
		return text
	}
	return strings.Repeat(article, 10)
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		s, err := Open(Options{})
		require.NoError(b, err)
		require.NoError(b, s.Close())
	}
}

// BenchmarkSegment and its kin compare Segment with gojieba's own calls on the
// same bytes.
func BenchmarkSegment(b *testing.B) {
	s, text := openPlain(b), benchText(b)
	var words []analysis.Word
	run(b, text, func() int {
		words, _ = s.Segment(words[:0], text)
		return len(words)
	})
}

func BenchmarkSegmentParallel(b *testing.B) {
	s, text := openPlain(b), benchText(b)
	b.SetBytes(int64(len(text)))
	b.RunParallel(func(pb *testing.PB) {
		var words []analysis.Word
		for pb.Next() {
			words, _ = s.Segment(words[:0], text)
		}
	})
}

func BenchmarkSegmentSearch(b *testing.B) {
	s, text := openPlain(b), benchText(b)
	var pieces []Piece
	run(b, text, func() int {
		pieces, _ = s.SegmentSearch(pieces[:0], text)
		return len(pieces)
	})
}

func BenchmarkSegmentFull(b *testing.B) {
	s, text := openPlain(b), benchText(b)
	var pieces []Piece
	run(b, text, func() int {
		pieces, _ = s.SegmentFull(pieces[:0], text)
		return len(pieces)
	})
}

func BenchmarkGojiebaTokenize(b *testing.B) {
	s, text := openPlain(b), benchText(b)
	run(b, text, func() int { return len(s.jieba.Tokenize(text, gojieba.DefaultMode, true)) })
}

func BenchmarkGojiebaTag(b *testing.B) {
	s, text := openPlain(b), benchText(b)
	run(b, text, func() int { return len(s.jieba.Tag(text)) })
}

func BenchmarkGojiebaCutAll(b *testing.B) {
	s, text := openPlain(b), benchText(b)
	run(b, text, func() int { return len(s.jieba.CutAll(text)) })
}

func run(b *testing.B, text string, f func() (tokens int)) {
	b.Helper()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n = f()
	}
	b.ReportMetric(float64(n), "tokens/op")
}
