package analysis

import (
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"
)

//go:generate go run generate_background.go

// background.corpus.gz is the table idf.utf8 of cppjieba (MIT licence), as the
// gojieba module has it, in the format of Corpus.WriteTo. Every value of the
// table is ln(1088899/df) for a whole number df, within 1e-10, so the table is
// a Corpus.
//
//go:embed background.corpus.gz
var backgroundGz string

// Background returns the document frequencies of 258,826 Chinese words in
// 1,088,899 documents: the table that jieba's TF-IDF uses, whose authors do not
// say which documents they were. It stands in where there is no Corpus of one's
// own, or too small a one. Words that it does not have (碳达峰) have the highest
// IDF of all.
//
// The table is decompressed by the first call, in about 30 ms, and kept in
// about 8 MB. Each call returns a new Corpus, which may be added to without an
// effect on any other: its first Add or Merge copies the table. Background may
// be called by any number of goroutines.
func Background() *Corpus {
	b := background()
	return &Corpus{docs: b.docs, table: b.table, sum: b.sum}
}

var background = sync.OnceValue(func() *Corpus {
	docs, lines, err := readBackground()
	if err != nil {
		panic(err) // the program itself is damaged
	}
	table := newCorpusTable(lines)
	return &Corpus{docs: docs, table: table, sum: table.sum}
})

// readBackground returns the number of documents and the lines of the embedded
// file. What they say is checked by a test; that they are whole, by gzip's
// checksum.
func readBackground() (docs int, lines string, err error) {
	r, err := gzip.NewReader(strings.NewReader(backgroundGz))
	if err != nil {
		return 0, "", err
	}
	var b strings.Builder
	if _, err := io.Copy(&b, r); err != nil {
		return 0, "", err
	}
	header, lines, _ := strings.Cut(b.String(), "\n")
	var version, terms int
	if _, err := fmt.Sscanf(header, corpusHeader, &version, &docs, &terms); err != nil {
		return 0, "", err
	}
	return docs, lines[:strings.LastIndexByte(lines[:len(lines)-1], '\n')+1], nil
}
