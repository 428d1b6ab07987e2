package keywords_test

import (
	"context"
	"fmt"
	"os"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

// The phrases of many documents, by year. No document here has one twice.
func ExamplePhraseCounter() {
	ctx := context.Background()
	segmenter, err := native.Open(native.Options{}) // once a process
	check(err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	var counter keywords.PhraseCounter
	for _, d := range []struct{ id, year, text string }{
		{"a", "2024", "要因地制宜发展新质生产力，推进数字青阳建设。"},
		{"b", "2024", "新质生产力是高质量发展的着力点。"},
		{"c", "2025", "以数字青阳建设为牵引，培育新质生产力。"},
		{"d", "2025", "数字青阳建设取得新进展。"},
	} {
		doc, err := analyzer.Analyze(ctx, analysis.Source{ID: d.id, Text: d.text})
		check(err)
		check(counter.Add(doc, d.year))
	}
	table, err := counter.Table(ctx, keywords.TableOptions{})
	check(err)
	for _, r := range table.Rows {
		fmt.Println(r.Text, r.Count, "in", r.Documents, r.Groups)
	}
	check(keywords.WriteLexicon(os.Stdout, table.Rows))
	// Output:
	// 新质生产力 3 in 3 [{2024 2 2 2} {2025 1 1 1}]
	// 数字青阳建设 3 in 3 [{2024 1 1 1} {2025 2 2 2}]
	// 新质生产力 n
	// 数字青阳建设 n
}
