package keywords_test

import (
	"context"
	"fmt"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

// Which terms are in the same sentences?
func ExampleCooccurrence() {
	segmenter, err := native.Open(native.Options{}) // once a process
	check(err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	terms := []string{"网络强省", "人才", "农业"}
	counts, err := keywords.NewCooccurrence(terms, keywords.SentenceUnit)
	check(err)
	for _, text := range []string{"建设网络强省，人才是根本。农业要有新面貌。", "网络强省靠人才。留住农业人才。"} {
		doc, err := analyzer.Analyze(context.Background(), analysis.Source{Text: text})
		check(err)
		counts.Add(doc)
	}
	for _, p := range counts.Pairs(1) {
		fmt.Printf("%s and %s: %d of %d sentences, Ochiai %.2f, PMI %+.2f\n",
			terms[p.A], terms[p.B], p.Count, counts.Units(), p.Ochiai, p.PMI)
	}
	// Output:
	// 网络强省 and 人才: 2 of 4 sentences, Ochiai 0.82, PMI +0.42
	// 人才 and 农业: 1 of 4 sentences, Ochiai 0.41, PMI -0.58
}
