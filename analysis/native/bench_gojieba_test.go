//go:build cgo

package native

import (
	"testing"

	"github.com/yanyiwu/gojieba"
)

// BenchmarkGojiebaTokenize and BenchmarkGojiebaTag run gojieba itself on the
// same bytes.
func BenchmarkGojiebaTokenize(b *testing.B) {
	j := gojieba.NewJieba()
	defer j.Free()
	bench(b, func(text string) int { return len(j.Tokenize(text, gojieba.DefaultMode, true)) })
}

func BenchmarkGojiebaTag(b *testing.B) {
	j := gojieba.NewJieba()
	defer j.Free()
	bench(b, func(text string) int { return len(j.Tag(text)) })
}
