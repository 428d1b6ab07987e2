package analysis

import (
	_ "embed"
	"sync"
)

//go:generate go run generate_background.go

// background.bin is the table idf.utf8 of cppjieba (MIT licence), as the gojieba
// module has it, in the form of a corpusTable. Every value of the table is
// ln(1088899/df) for a whole number df, within 1e-10, so the table is a Corpus.
//
//go:embed background.bin
var backgroundTable string

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
	t := background()
	return &Corpus{docs: t.docs, table: t, sum: t.sum}
}

var background = sync.OnceValue(func() *corpusTable { return newCorpusTable(backgroundTable) })
