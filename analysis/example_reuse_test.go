package analysis_test

import (
	"context"
	"fmt"
	"iter"
	"log"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
)

func ExampleReuse() {
	segmenter, err := native.Open(native.Options{}) // once a process
	if err != nil {
		log.Fatal(err)
	}
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	documents := func(texts ...string) iter.Seq2[*analysis.Document, error] {
		return analyzer.Stream(context.Background(), func(yield func(analysis.Source, error) bool) {
			for i, text := range texts {
				if !yield(analysis.Source{ID: fmt.Sprint(i), Text: text}, nil) {
					return
				}
			}
		})
	}
	index, err := analysis.Reuse{}.Index(documents("要毫不动摇巩固和发展公有制经济，毫不动摇鼓励、支持、引导非公有制经济发展。"))
	if err != nil {
		log.Fatal(err)
	}
	passages, err := index.Compare(documents(
		"我省坚持稳中求进。",
		"我省毫不动摇巩固和发展公有制经济，毫不动摇鼓励支持引导非公有制经济，成效明显。",
	))
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range passages {
		fmt.Println(p.Text, p.Runes, p.Places, p.Others)
	}
	// Output:
	// 毫不动摇巩固和发展公有制经济，毫不动摇鼓励支持引导非公有制经济 30 [{0 {3 102}}] [{1 {6 99}}]
}
