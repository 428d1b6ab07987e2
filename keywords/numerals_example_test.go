package keywords_test

import (
	"context"
	"fmt"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

// Numeral slogans with what they count, from the text or from the glossary.
func ExampleNumerals() {
	const text = `深入实施“三改”行动，落实五大发展理念。“三改”是指改水、改厕和改路。建成港口、机场、铁路三大枢纽，完善“1+N”体系。`

	ctx := context.Background()
	segmenter, err := native.Open(native.Options{})
	check(err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	doc, err := analyzer.Analyze(ctx, analysis.Source{ID: "a", Text: text})
	check(err)
	numerals, err := keywords.Numerals{}.Find(ctx, doc)
	check(err)
	for _, n := range numerals {
		fmt.Println(n.Text, n.Kind, n.Value, n.Source)
		for _, m := range n.Members {
			fmt.Println(" ", m.Text, m.Span)
		}
	}
	// Output:
	// 三改 slogan 3 text
	//   改水 {78 84}
	//   改厕 {87 93}
	//   改路 {96 102}
	// 五大发展理念 slogan 5 glossary
	//   创新 {0 0}
	//   协调 {0 0}
	//   绿色 {0 0}
	//   开放 {0 0}
	//   共享 {0 0}
	// 三大枢纽 set 3 text
	//   港口 {111 117}
	//   机场 {120 126}
	//   铁路 {129 135}
	// 1+N code 0 none
}

// The built-in glossary.
func ExampleGlossary_Lookup() {
	s, ok := keywords.BuiltinGlossary().Lookup("“四个自信”")
	fmt.Println(ok, s.Text, s.Members)
	// Output: true 四个自信 [道路自信 理论自信 制度自信 文化自信]
}
