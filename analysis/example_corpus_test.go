package analysis_test

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/tifa-go/tifa/analysis"
)

// documentOf stands for what an Analyzer makes of a text.
func documentOf(terms ...string) *analysis.Document {
	d := &analysis.Document{}
	for _, t := range terms {
		d.Terms = append(d.Terms, analysis.Term{Text: t, Key: analysis.Key(t), Count: 1})
	}
	return d
}

func ExampleCorpus() {
	var c analysis.Corpus
	c.Add(documentOf("改革", "GDP"))
	c.Add(documentOf("改革", "开放"))
	c.Add(documentOf("改革"))

	fmt.Println(c.Len(), "documents")
	for _, key := range []string{"改革", "gdp", "网络强国"} {
		fmt.Printf("%s: in %d, IDF %.3f\n", key, c.DocumentFrequency(key), c.IDF(key))
	}
	// Output:
	// 3 documents
	// 改革: in 3, IDF 1.000
	// gdp: in 1, IDF 1.693
	// 网络强国: in 0, IDF 2.386
}

func ExampleCorpus_Merge() {
	var north, south, all analysis.Corpus
	north.Add(documentOf("改革", "冰雪经济"))
	south.Add(documentOf("改革", "自贸港"))
	all.Merge(&south)
	all.Merge(&north)

	fmt.Println(all.Len(), all.DocumentFrequency("改革"), all.DocumentFrequency("自贸港"))
	// Output: 2 2 1
}

func ExampleCorpus_WriteTo() {
	var c analysis.Corpus
	c.Add(documentOf("改革", "网络强国"))
	c.Add(documentOf("改革"))
	c.Add(documentOf("改革"))

	if _, err := c.WriteTo(os.Stdout); err != nil {
		log.Fatal(err)
	}
	// Output:
	// tifa-corpus 1 documents=3 terms=2
	// 3	改革
	// 1	网络强国
	// crc32c ad7858a5
}

func ExampleReadCorpus() {
	var c analysis.Corpus
	c.Add(documentOf("改革", "网络强国"))
	var file bytes.Buffer
	if _, err := c.WriteTo(&file); err != nil {
		log.Fatal(err)
	}
	saved := file.String()

	again, err := analysis.ReadCorpus(strings.NewReader(saved))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(again.Len(), again.DocumentFrequency("网络强国"))

	_, err = analysis.ReadCorpus(strings.NewReader(saved[:40]))
	fmt.Println(err)
	// Output:
	// 1 1
	// analysis: corpus: line 2 (byte 34): the file is cut off within the line: unexpected EOF
}

func ExampleBackground() {
	c := analysis.Background()
	for _, key := range []string{"经济", "改革", "碳达峰"} {
		fmt.Printf("%s: in %d of %d documents, IDF %.2f\n", key, c.DocumentFrequency(key), c.Len(), c.IDF(key))
	}
	// Output:
	// 经济: in 30531 of 1088899 documents, IDF 4.57
	// 改革: in 4494 of 1088899 documents, IDF 6.49
	// 碳达峰: in 0 of 1088899 documents, IDF 14.90
}
