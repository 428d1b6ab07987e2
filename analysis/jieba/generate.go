//go:build ignore

// Generate compresses the dictionaries of the gojieba module that go.mod names
// into this folder, so that a program carries them wherever it is moved.
package main

import (
	"bytes"
	"compress/gzip"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yanyiwu/gojieba").Output()
	if err != nil {
		log.Fatal("generate: go list: ", err)
	}
	dir := filepath.Join(strings.TrimSpace(string(out)), "deps", "cppjieba", "dict")
	for _, name := range []string{"jieba.dict.utf8", "hmm_model.utf8"} {
		if err := compress(name+".gz", filepath.Join(dir, name)); err != nil {
			log.Fatal("generate: ", err)
		}
	}
}

// compress writes the same bytes for the same input: the gzip header has
// neither name nor time.
func compress(to, from string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(to, b.Bytes(), 0o644)
}
