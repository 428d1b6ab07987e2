package analysis

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:generate go run generate_background.go

// background.corpus is the table idf.utf8 of cppjieba (MIT licence), as the
// gojieba module has it, in the format of Corpus.WriteTo, and background.index
// finds its lines. Every value of the table is ln(1088899/df) for a whole number
// df, within 1e-10, so the table is a Corpus.
var (
	//go:embed background.corpus
	backgroundFile string
	//go:embed background.index
	backgroundIndex string
)

// Background returns the document frequencies of 258,826 Chinese words in
// 1,088,899 documents: the table that jieba's TF-IDF uses, whose authors do not
// say which documents they were. It stands in where there is no Corpus of one's
// own, or too small a one. Words that it does not have (碳达峰) have the highest
// IDF of all.
//
// The table is read where it lies in the program. Each call returns a new
// Corpus, which may be added to without an effect on any other: its first Add or
// Merge copies the table. Background may be called by any number of goroutines.
func Background() *Corpus {
	b := background()
	return &Corpus{docs: b.docs, table: b.table, sum: b.sum}
}

var background = sync.OnceValue(func() *Corpus {
	header, _, _ := strings.Cut(backgroundFile, "\n")
	var version, docs, terms int
	if _, err := fmt.Sscanf(header, corpusHeader, &version, &docs, &terms); err != nil {
		panic(err) // the program itself is damaged
	}
	table := newCorpusTable(backgroundFile, backgroundIndex, terms)
	return &Corpus{docs: docs, table: table, sum: table.sum}
})
