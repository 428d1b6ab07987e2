//go:build ignore

// Generate_background turns the table idf.utf8 of the gojieba module that
// go.mod names into a corpus file in this folder, and a hash table of its lines.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"log"
	"math"
	"math/bits"
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
	corpus := corpusFile(df)
	if err := os.WriteFile("background.corpus", corpus, 0o644); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("background.index", index(corpus, len(df)), 0o644); err != nil {
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

// index makes the hash table that a corpusTable reads: its format is described
// there.
func index(corpus []byte, terms int) []byte {
	if len(corpus) >= 1<<22 {
		log.Fatalf("the corpus has %d bytes: an offset does not fit into 22 bits", len(corpus))
	}
	slots := make([]uint32, 1<<bits.Len(uint(2*terms)))
	mask := uint32(len(slots) - 1)
	sum := uint64(0)
	at := bytes.IndexByte(corpus, '\n') + 1
	for range terms {
		tab := at + bytes.IndexByte(corpus[at:], '\t')
		end := tab + bytes.IndexByte(corpus[tab:], '\n')
		n, err := strconv.ParseUint(string(corpus[at:tab]), 10, 64)
		if err != nil {
			log.Fatal(err)
		}
		sum += n
		h := uint32(2166136261) // FNV-1a
		for _, c := range corpus[tab+1 : end] {
			h = (h ^ uint32(c)) * 16777619
		}
		i := h & mask
		for slots[i] != 0 {
			i = (i + 1) & mask
		}
		slots[i] = h>>22<<22 | uint32(tab+1)
		at = end + 1
	}
	out := binary.LittleEndian.AppendUint64(nil, sum)
	for _, s := range slots {
		out = binary.LittleEndian.AppendUint32(out, s)
	}
	return out
}
