//go:build ignore

// Generate_background turns the table idf.utf8 of the gojieba module that
// go.mod names into a corpus file in this folder.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"hash/crc32"
	"log"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// documents is the number of documents that the table was counted in: the
// smallest with which every value of the table gives a whole number.
const documents = 1088899

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate_background: ")
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yanyiwu/gojieba").Output()
	if err != nil {
		log.Fatal("go list: ", err)
	}
	table, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "deps", "cppjieba", "dict", "idf.utf8"))
	if err != nil {
		log.Fatal(err)
	}
	df := make(map[string]int)
	for n, line := range strings.Split(strings.TrimSuffix(string(table), "\n"), "\n") {
		word, value, _ := strings.Cut(line, " ")
		idf, err := strconv.ParseFloat(value, 64)
		if err != nil {
			log.Fatalf("line %d: %v", n+1, err)
		}
		count := math.Round(documents / math.Exp(idf))
		if count < 1 || math.Abs(math.Log(documents/count)-idf) > 1e-6 {
			log.Fatalf("line %d: %v is not the IDF of a whole number of %d documents", n+1, idf, documents)
		}
		// A word of Han characters is its own Key and needs no escaping.
		if word == "" || strings.ContainsFunc(word, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
			log.Fatalf("line %d: %q is not a word of Han characters", n+1, word)
		}
		if df[word] != 0 {
			log.Fatalf("line %d: %q is there twice", n+1, word)
		}
		df[word] = int(count)
	}
	if err := os.WriteFile("background.corpus.gz", compress(corpusFile(df)), 0o644); err != nil {
		log.Fatal(err)
	}
}

// corpusFile writes the format of analysis.Corpus.WriteTo. It cannot call that:
// package analysis does not compile without the file made here.
func corpusFile(df map[string]int) []byte {
	var words []string
	for w := range df {
		words = append(words, w)
	}
	slices.Sort(words)
	var b bytes.Buffer
	fmt.Fprintf(&b, "tifa-corpus 1 documents=%d terms=%d\n", documents, len(words))
	for _, w := range words {
		fmt.Fprintf(&b, "%d\t%s\n", df[w], w)
	}
	fmt.Fprintf(&b, "crc32c %08x\n", crc32.Checksum(b.Bytes(), crc32.MakeTable(crc32.Castagnoli)))
	return b.Bytes()
}

// compress writes the same bytes for the same input: the gzip header has
// neither name nor time.
func compress(data []byte) []byte {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		log.Fatal(err)
	}
	if err := w.Close(); err != nil {
		log.Fatal(err)
	}
	return b.Bytes()
}
