package keywords_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

// What came, went and stayed in five years of reports.
func ExampleLives() {
	ctx := context.Background()
	segmenter, err := native.Open(native.Options{}) // once a process
	check(err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	const (
		industry = "加快工业园区建设。"
		rural    = "推进乡村全面振兴。"
		digital  = "打造数字青阳品牌。"
	)
	var counter keywords.PhraseCounter
	for year, text := range map[string]string{
		"2019": strings.Repeat(rural+industry, 8),
		"2020": strings.Repeat(rural+industry, 8),
		"2021": strings.Repeat(rural+industry, 8),
		"2022": strings.Repeat(rural+digital, 8),
		"2023": strings.Repeat(rural+digital, 8),
	} {
		doc, err := analyzer.Analyze(ctx, analysis.Source{ID: year, Text: text})
		check(err)
		check(counter.Add(doc, year))
	}
	table, err := counter.Table(ctx, keywords.TableOptions{})
	check(err)
	phrases, err := keywords.Lives{}.Phrases(table, -1)
	check(err)
	for _, p := range phrases {
		first, last := p.Life.Spans[0], p.Life.Spans[len(p.Life.Spans)-1]
		fmt.Printf("%s: %v, %s to %s, G² %.1f, log-ratio %+.1f\n", p.Text, p.Life.Kind,
			table.Groups[first.First].Group, table.Groups[last.Last].Group, p.Life.G2, p.Life.LogRatio)
	}
	// Output:
	// 推进乡村全面振兴: steady, 2019 to 2023, G² 0.2, log-ratio -0.2
	// 加快工业园区建设: gone, 2019 to 2021, G² 27.2, log-ratio -5.2
	// 打造数字青阳品牌: new, 2022 to 2023, G² 26.8, log-ratio +5.4
}
