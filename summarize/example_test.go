package summarize_test

import (
	"context"
	"fmt"
	"log"
	"strings"
	"sync"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/summarize"
)

// report is the text of the examples.
const report = `青阳市推进基层治理现代化工作情况

一、总体进展
今年以来，青阳市坚持党建引领基层治理，推动治理资源下沉到社区和村庄。
全市建成社区综合服务中心42个，群众办事平均少跑两趟。
春节期间，市领导走访慰问了一批困难群众和老党员。

二、下一步打算
要完善党建引领基层治理的工作机制，把治理资源、服务力量配置到社区。
要加强社区工作者队伍建设，提高服务群众的能力。
（数据截至今年六月底。）
`

// open opens the segmenter, once for all examples.
var open = sync.OnceValues(func() (*native.Segmenter, error) { return native.Open(native.Options{}) })

func analyze(id, text string) *analysis.Document {
	segmenter, err := open()
	if err != nil {
		log.Fatal(err)
	}
	a := analysis.Analyzer{Segmenter: segmenter}
	doc, err := a.Analyze(context.Background(), analysis.Source{ID: id, Text: text})
	if err != nil {
		log.Fatal(err)
	}
	return doc
}

func ExampleSummarizer() {
	doc := analyze("青阳", report)
	summary, err := summarize.Summarizer{Sentences: 2}.Summarize(context.Background(), doc)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(summary)
	// Output:
	// 今年以来，青阳市坚持党建引领基层治理，推动治理资源下沉到社区和村庄。
	// 要完善党建引领基层治理的工作机制，把治理资源、服务力量配置到社区。
}

func ExampleSummarizer_Summarize() {
	doc := analyze("青阳", report)
	z := summarize.Summarizer{Scorer: summarize.TextRank{}, Runes: 80}
	summary, err := z.Summarize(context.Background(), doc)
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range summary.Picks {
		fmt.Printf("bytes %d to %d, score %.2f: %s\n", p.Start, p.End, p.Score, p.Text)
	}

	_, err = summarize.Summarizer{Runes: 5}.Summarize(context.Background(), doc)
	fmt.Println(err)
	// Output:
	// bytes 69 to 171, score 0.27: 今年以来，青阳市坚持党建引领基层治理，推动治理资源下沉到社区和村庄。
	// bytes 346 to 445, score 0.30: 要完善党建引领基层治理的工作机制，把治理资源、服务力量配置到社区。
	// summarize: document "青阳": no sentence fits the budget: the shortest has 23 characters, the budget is 5
}

func ExampleLexRank() {
	doc := analyze("青阳", report)
	scores, err := summarize.LexRank{}.Score(context.Background(), doc)
	if err != nil {
		log.Fatal(err)
	}
	for i, s := range doc.Sentences {
		if s.Role == analysis.RoleBody {
			fmt.Printf("%.3f %s\n", scores[i], strings.TrimSpace(doc.Text[s.Start:s.End]))
		}
	}
	// Output:
	// 0.307 今年以来，青阳市坚持党建引领基层治理，推动治理资源下沉到社区和村庄。
	// 0.110 全市建成社区综合服务中心42个，群众办事平均少跑两趟。
	// 0.035 春节期间，市领导走访慰问了一批困难群众和老党员。
	// 0.356 要完善党建引领基层治理的工作机制，把治理资源、服务力量配置到社区。
	// 0.158 要加强社区工作者队伍建设，提高服务群众的能力。
	// 0.035 （数据截至今年六月底。）
}

func ExampleSummarizer_focus() {
	doc := analyze("青阳", report)
	z := summarize.Summarizer{Sentences: 1, Focus: []string{"困难群众"}}
	summary, err := z.Summarize(context.Background(), doc)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(summary)
	// Output:
	// 春节期间，市领导走访慰问了一批困难群众和老党员。
}

func ExampleSummarizer_Sections() {
	doc := analyze("青阳", report)
	sections, err := summarize.Summarizer{Sentences: 1}.Sections(context.Background(), doc, 1)
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range sections {
		fmt.Println(doc.Sections[s.Section].Title)
		for _, p := range s.Picks {
			fmt.Println(" ", p.Text)
		}
	}
	// Output:
	// 总体进展
	//   今年以来，青阳市坚持党建引领基层治理，推动治理资源下沉到社区和村庄。
	// 下一步打算
	//   要完善党建引领基层治理的工作机制，把治理资源、服务力量配置到社区。
}

func ExampleSummarizer_Digest() {
	docs := []*analysis.Document{
		analyze("青阳", report),
		analyze("云岭", "云岭县治理情况\n云岭县组建社区工作者队伍三千人，把治理资源配置到村庄。\n全县办理群众诉求五万件，按时办结率达到百分之九十八。\n"),
	}
	digest, err := summarize.Summarizer{Sentences: 3}.Digest(context.Background(), docs)
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range digest.Picks {
		fmt.Println(docs[p.Document].ID, p.Text)
	}
	// Output:
	// 青阳 今年以来，青阳市坚持党建引领基层治理，推动治理资源下沉到社区和村庄。
	// 青阳 要完善党建引领基层治理的工作机制，把治理资源、服务力量配置到社区。
	// 云岭 云岭县组建社区工作者队伍三千人，把治理资源配置到村庄。
}

func ExampleMMR() {
	doc := analyze("青阳", report)
	z := summarize.Summarizer{Scorer: summarize.MMR{Scorer: summarize.TextRank{}}, Sentences: 2}
	summary, err := z.Summarize(context.Background(), doc)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(summary)
	// Output:
	// 今年以来，青阳市坚持党建引领基层治理，推动治理资源下沉到社区和村庄。
	// 要完善党建引领基层治理的工作机制，把治理资源、服务力量配置到社区。
}
