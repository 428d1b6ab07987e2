package keywords_test

import (
	"context"
	"fmt"
	"log"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
	"github.com/tifa-go/tifa/summarize"
)

// From a text to its phrases, keywords and summary.
func Example() {
	const text = `数字青阳建设情况的通报

各县（区）推进数字青阳建设，成效明显。全市建成5G基站3200个，网络强市迈出坚实步伐。
下一步，要以数字青阳建设为牵引，落实“十五五”规划，增强网络强市的支撑能力。`

	ctx := context.Background()
	segmenter, err := native.Open(native.Options{})
	check(err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	doc, err := analyzer.Analyze(ctx, analysis.Source{ID: "a", Text: text})
	check(err)
	phrases, err := keywords.Phrases{}.Find(ctx, doc)
	check(err)
	merged, err := doc.Merge(keywords.Mentions(phrases)) // each phrase is one token from here on
	check(err)
	scores, err := keywords.TFIDF{}.Score(ctx, merged)
	check(err)
	for _, k := range keywords.Top(merged, scores, 3) {
		fmt.Println(k.Text, k.Count, k.Mentions)
	}
	summary, err := summarize.Summarizer{Sentences: 1}.Summarize(ctx, doc)
	check(err)
	fmt.Println(summary)
	// Output:
	// 数字青阳建设 3 [{0 18} {56 74} {174 192}]
	// 网络强市 2 [{122 134} {240 252}]
	// 5G 1 [{104 106}]
	// 下一步，要以数字青阳建设为牵引，落实“十五五”规划，增强网络强市的支撑能力。
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
