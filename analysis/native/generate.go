//go:build ignore

// Generate makes the dictionary of this package of the files of the gojieba
// module that go.mod names. The same files give the same bytes.
package main

import (
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/tifa-go/tifa/analysis/native/internal/dict"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate: ")
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yanyiwu/gojieba").Output()
	if err != nil {
		log.Fatal("go list: ", err)
	}
	dir := filepath.Join(strings.TrimSpace(string(out)), "deps", "cppjieba", "dict")
	words, err := os.ReadFile(filepath.Join(dir, "jieba.dict.utf8"))
	if err != nil {
		log.Fatal(err)
	}
	model, err := os.ReadFile(filepath.Join(dir, "hmm_model.utf8"))
	if err != nil {
		log.Fatal(err)
	}
	d, err := dict.Build(string(words), string(model))
	if err != nil {
		log.Fatal(err)
	}
	data, err := d.Marshal()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("dictionary.bin", data, 0o644); err != nil {
		log.Fatal(err)
	}
}
