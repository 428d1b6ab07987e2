package analysis_test

import (
	"context"
	"fmt"
	"log"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
)

func ExampleCitations() {
	segmenter, err := native.Open(native.Options{}) // once a process
	if err != nil {
		log.Fatal(err)
	}
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	doc, err := analyzer.Analyze(context.Background(), analysis.Source{ID: "a", Text: `
为落实《国务院关于深化政务公开的意见》（国发〔2016〕33号，以下简称《意见》），制定本办法。
依照《意见》和1998年3月1日国务院发布的《档案管理条例》，公开目录按国办发〔2015〕51号文件执行。
`})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range analysis.Citations(doc) {
		fmt.Printf("%q %q %q %q %d\n", c.Title, c.Number, c.Issuer, c.Date, len(c.Mentions))
	}
	// Output:
	// "国务院关于深化政务公开的意见" "国发〔2016〕33号" "国务院" "" 2
	// "档案管理条例" "" "国务院" "1998-03-01" 1
	// "" "国办发〔2015〕51号" "" "" 1
}
