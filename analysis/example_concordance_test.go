package analysis_test

import (
	"context"
	"fmt"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
)

// 创新发展理念 does not count for 新发展理念.
func ExampleConcordance() {
	segmenter, err := native.Open(native.Options{})
	if err != nil {
		panic(err)
	}
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	ctx := context.Background()
	doc, err := analyzer.Analyze(ctx, analysis.Source{ID: "a", Text: "全面贯彻新发展理念。坚持创新发展理念不动摇。新发展理念引领全局。"})
	if err != nil {
		panic(err)
	}
	hits, err := analysis.Concordance{Queries: []string{"新发展理念"}, Runes: 4}.Find(ctx, doc)
	if err != nil {
		panic(err)
	}
	for _, h := range hits {
		fmt.Printf("%d %s[%s]%s\n", h.Start, doc.Text[h.Left.Start:h.Left.End], doc.Text[h.Start:h.End], doc.Text[h.Right.Start:h.Right.End])
	}
	// Output:
	// 12 全面贯彻[新发展理念]。坚持创
	// 66 不动摇。[新发展理念]引领全局
}
