package keywords_test

import (
	"context"
	"fmt"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

// Which words does one set of texts use more than another?
func ExampleCompare() {
	segmenter, err := native.Open(native.Options{}) // once a process
	check(err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	count := func(texts ...string) *keywords.Counts {
		var c keywords.Counts
		for _, text := range texts {
			doc, err := analyzer.Analyze(context.Background(), analysis.Source{Text: text})
			check(err)
			c.Add(doc)
		}
		return &c
	}
	digital := count("数据是新的生产要素，要让数据多跑路、群众少跑腿。", "打通数据壁垒，让群众享受数据红利。")
	rural := count("粮食安全是国之大者，要保护耕地，让农民种粮有收益。", "让农村成为群众安居乐业的家园。")
	rows := keywords.Compare(digital, rural)
	for _, r := range []keywords.Keyness{rows[0], rows[len(rows)-1]} {
		fmt.Printf("%s: %d in %d texts, %d in %d; G² %.2f, log ratio %+.2f\n", r.Key, r.Count, r.Docs, r.RefCount, r.RefDocs, r.G2, r.LogRatio)
	}
	// Output:
	// 数据: 4 in 2 texts, 0 in 0; G² 4.90, log ratio +2.76
	// 耕地: 0 in 0 texts, 1 in 1; G² 1.56, log ratio -1.24
}

func ExampleLogLikelihood() {
	// A word occurs 10 times among 1,000, and 5 times among 2,000 elsewhere.
	fmt.Printf("G² %.2f\n", keywords.LogLikelihood(10, 1000, 5, 2000))
	fmt.Printf("log ratio %.0f\n", keywords.LogRatio(10, 1000, 5, 2000))
	fmt.Printf("%+.0f %%\n", keywords.PercentDiff(10, 1000, 5, 2000))
	// Output:
	// G² 6.93
	// log ratio 2
	// +300 %
}

// Document frequencies of one's own texts, phrases among them.
func ExamplePhrases_Spans() {
	ctx := context.Background()
	segmenter, err := native.Open(native.Options{}) // once a process
	check(err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	texts := []string{"推进网络强省建设，打造网络强省，靠网络人才。", "建设网络强省，支持网络强省。", "农业强省看粮食。"}
	sources := func(yield func(analysis.Source, error) bool) {
		for i, text := range texts {
			if !yield(analysis.Source{ID: fmt.Sprint(i), Text: text}, nil) {
				return
			}
		}
	}
	corpus, err := analyzer.CountCorpus(ctx, sources, keywords.Phrases{}.Spans)
	check(err)
	for _, key := range []string{"网络", "网络强省", "粮食"} {
		fmt.Println(key, corpus.DocumentFrequency(key), "of", corpus.Len())
	}
	// Output:
	// 网络 2 of 3
	// 网络强省 2 of 3
	// 粮食 1 of 3
}
