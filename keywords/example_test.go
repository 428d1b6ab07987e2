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

// From a text to its keywords and summary.
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
	found, err := keywords.Extractor{}.ExtractAll(ctx, doc, 3)
	check(err)
	for _, k := range found.Keywords {
		fmt.Println(k.Text, k.Count, k.Mentions)
	}
	summary, err := summarize.Summarizer{Sentences: 1}.Summarize(ctx, doc)
	check(err)
	fmt.Println(summary)
	// Output:
	// 数字青阳建设 3 [{0 18} {56 74} {174 192}]
	// 十五五 1 [{213 222}]
	// 5G基站 1 [{104 112}]
	// 下一步，要以数字青阳建设为牵引，落实“十五五”规划，增强网络强市的支撑能力。
}

// Every keyword says why it is one.
func ExampleKeyword_Features() {
	segmenter, err := native.Open(native.Options{})
	check(err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	doc, err := analyzer.Analyze(context.Background(), analysis.Source{
		Title: "生态补偿的成本与效益",
		Text:  "测算生态补偿的成本，分析农户意愿。结果表明，补偿标准显著提高农户意愿。",
	})
	check(err)
	found, err := keywords.Extractor{}.Extract(context.Background(), doc, 1)
	check(err)
	fmt.Printf("%s %.2f %v\n", found[0].Text, found[0].Score, found[0].Features())
	// Output:
	// 生态补偿 5.20 [count +1.02 idf +1.50 concept +0.02 title +2.38 length +0.38 position -0.10]
}

// What each section is about, among the keywords of the whole text.
func ExampleBySection() {
	segmenter, err := native.Open(native.Options{})
	check(err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	doc, err := analyzer.Analyze(context.Background(), analysis.Source{Text: `县域发展报告

一、产业发展
数字经济园区建成，数字经济占比提高，营商环境改善。
二、营商环境
营商环境评价居前，惠企政策直达快享，落实惠企政策。`})
	check(err)
	found, err := keywords.Extractor{}.Extract(context.Background(), doc, -1)
	check(err)
	for i, list := range keywords.BySection(doc, found, 2) {
		fmt.Print(doc.Sections[i].Number, doc.Sections[i].Title, ":")
		for _, k := range list {
			fmt.Printf(" %s ×%d", k.Text, k.Count)
		}
		fmt.Println()
	}
	// Output:
	// 一、产业发展: 产业发展 ×1 数字经济 ×2
	// 二、营商环境: 营商环境 ×2 评价居前 ×1
}

// With a Scorer, the phrases are merged and the Scorer ranks words and phrases.
func ExampleExtractor_scorer() {
	segmenter, err := native.Open(native.Options{})
	check(err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	doc, err := analyzer.Analyze(context.Background(), analysis.Source{
		Text: "五大发展理念引领规划编制。规划编制要体现五大发展理念。",
	})
	check(err)
	found, err := keywords.Extractor{Scorer: keywords.TextRank{}}.Extract(context.Background(), doc, 2)
	check(err)
	for _, k := range found {
		fmt.Println(k.Text, k.Count)
	}
	// Output:
	// 五大发展理念 2
	// 规划编制 2
}

// The recurring phrases of a document, with some of the evidence for each.
func ExamplePhrases() {
	segmenter, err := native.Open(native.Options{})
	check(err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	doc, err := analyzer.Analyze(context.Background(), analysis.Source{
		Text: "叫响“山海联动”品牌。实施“山海联动”战略，推进山海联动示范市建设，加快山海联动示范市创建。",
	})
	check(err)
	found, err := keywords.Phrases{}.Find(context.Background(), doc)
	check(err)
	for _, p := range found {
		fmt.Println(p.Text, p.Count, p.Alone, p.Evidence.Quoted, p.Parents, p.Features())
	}
	// Output:
	// 山海联动示范市 2 2 0 [] [count +0.77 border +1.10 idf +3.42 entropy +0.50]
	// 山海联动 4 2 0.5 [0] [count +0.64 quoted +1.50 idf +2.73 entropy +0.75]
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
