//go:build ignore

// Generate_background turns the table idf.utf8 of the gojieba module that
// go.mod names into the table background.bin of this folder.
package main

import (
	"encoding/binary"
	"log"
	"maps"
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
		if count < 1 || count >= 1<<24 || math.Abs(math.Log(documents/count)-idf) > 1e-6 {
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
	if err := os.WriteFile("background.bin", tableOf(df), 0o644); err != nil {
		log.Fatal(err)
	}
}

// bucketBits makes buckets of four words on average, about a line of the cache.
const bucketBits = 16

// tableOf makes what a corpusTable reads; its format is described there.
func tableOf(df map[string]int) []byte {
	buckets := make([][]string, 1<<bucketBits)
	sum := uint64(0)
	for _, w := range slices.Sorted(maps.Keys(df)) {
		h := uint32(2166136261) // FNV-1a
		for _, c := range []byte(w) {
			h = (h ^ uint32(c)) * 16777619
		}
		b := &buckets[h&(1<<bucketBits-1)]
		*b = append(*b, w)
		sum += uint64(df[w])
	}
	var starts, lines []byte
	for _, words := range buckets {
		starts = binary.LittleEndian.AppendUint32(starts, uint32(len(lines)))
		for _, w := range words {
			if len(w) > 255 {
				log.Fatalf("%q is longer than a byte can say", w)
			}
			lines = append(append(lines, byte(len(w))), w...)
			lines = append(lines, byte(df[w]), byte(df[w]>>8), byte(df[w]>>16))
		}
	}
	starts = binary.LittleEndian.AppendUint32(starts, uint32(len(lines)))
	head := []uint64{documents, uint64(len(df)), sum, bucketBits}
	var out []byte
	for _, n := range head {
		out = binary.LittleEndian.AppendUint64(out, n)
	}
	return slices.Concat(out, starts, lines)
}
