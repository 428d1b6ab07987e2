//go:build ignore

// Generate makes the tables of this folder: traditional.tsv from the tables of
// OpenCC that the module github.com/longbridgeapp/opencc has, characters.txt from
// the word frequencies of gojieba's dictionary, and, where its argument is the file
// EquivalentUnifiedIdeograph.txt of the Unicode Character Database, radicals.tsv.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	opencc  = "github.com/longbridgeapp/opencc@v0.3.13"
	gojieba = "github.com/yanyiwu/gojieba"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate: ")
	var module struct{ Dir string }
	if err := json.Unmarshal(run("go", "mod", "download", "-json", opencc), &module); err != nil {
		log.Fatal(err)
	}
	table := func(name string) map[string][]string {
		return readTable(filepath.Join(module.Dir, "dictionary", name+".txt"))
	}
	toSimplified, toSimplifiedPhrase := table("TSCharacters"), table("TSPhrases")
	toTraditional, toTraditionalPhrase := table("STCharacters"), table("STPhrases")
	writeTraditional(toSimplified, toSimplifiedPhrase, toTraditional)

	dir := strings.TrimSpace(string(run("go", "list", "-m", "-f", "{{.Dir}}", gojieba)))
	writeCharacters(filepath.Join(dir, "deps", "cppjieba", "dict", "jieba.dict.utf8"), func(word string) string {
		return convert(word, toTraditionalPhrase, toTraditional)
	})
	if len(os.Args) > 1 {
		writeRadicals(os.Args[1])
	}
}

func run(name string, args ...string) []byte {
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		log.Fatal(name, ": ", err)
	}
	return out
}

// readTable reads lines "key TAB value value …".
func readTable(path string) map[string][]string {
	data, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	t := make(map[string][]string)
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if key, values, ok := strings.Cut(line, "\t"); ok {
			t[key] = strings.Fields(values)
		}
	}
	return t
}

func sortedKeys(t map[string][]string) []string {
	var keys []string
	for k := range t {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func writeTraditional(chars, phrases, toTraditional map[string][]string) {
	var b bytes.Buffer
	b.WriteString(`# Traditional characters and phrases and their simplified ones, made by generate.go
# from TSCharacters, TSPhrases and STCharacters of OpenCC (Apache License 2.0).
# Flag t: the character occurs in no simplified text. Flag s, without a second
# column: the simplified character occurs in no traditional text.
`)
	for _, k := range sortedKeys(chars) {
		flag := ""
		if !slices.Contains(chars[k], k) && len(toTraditional[k]) == 0 {
			flag = "\tt"
		}
		if chars[k][0] != k {
			fmt.Fprintf(&b, "%s\t%s%s\n", k, chars[k][0], flag)
		}
	}
	for _, k := range sortedKeys(phrases) {
		fmt.Fprintf(&b, "%s\t%s\n", k, phrases[k][0])
	}
	for _, k := range sortedKeys(toTraditional) {
		if !slices.Contains(toTraditional[k], k) && chars[k] == nil {
			fmt.Fprintf(&b, "%s\t\ts\n", k)
		}
	}
	write("traditional.tsv", b.Bytes())
}

// convert takes the longest phrase at each place, else the character.
func convert(s string, phrases, chars map[string][]string) string {
	var b strings.Builder
next:
	for s != "" {
		for end := len(s); end > 0; end-- {
			if v := phrases[s[:end]]; v != nil {
				b.WriteString(v[0])
				s = s[end:]
				continue next
			}
		}
		_, n := utf8.DecodeRuneInString(s)
		if v := chars[s[:n]]; v != nil {
			b.WriteString(v[0])
		} else {
			b.WriteString(s[:n])
		}
		s = s[n:]
	}
	return b.String()
}

// writeCharacters writes the Han characters by the bits of information that one
// carries, in texts that are one half simplified and one half traditional.
func writeCharacters(dictionary string, toTraditional func(string) string) {
	data, err := os.ReadFile(dictionary)
	if err != nil {
		log.Fatal(err)
	}
	counts, total := make(map[rune]float64), 0.0
	for line := range strings.Lines(string(data)) {
		f := strings.Fields(line)
		n, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			log.Fatal(err)
		}
		for _, word := range []string{f[0], toTraditional(f[0])} {
			for _, r := range word {
				if unicode.Is(unicode.Han, r) {
					counts[r] += n
					total += n
				}
			}
		}
	}
	classes := make(map[int][]rune)
	for r, n := range counts {
		bits := int(math.Round(-math.Log2(n / total)))
		classes[bits] = append(classes[bits], r)
	}
	var b bytes.Buffer
	b.WriteString(`# Han characters by the bits of information that one carries, rounded, made by
# generate.go from the word frequencies of gojieba's dictionary (MIT licence), each
# word once as it is and once converted by OpenCC's tables (Apache License 2.0).
`)
	for bits := range 64 {
		if class := classes[bits]; class != nil {
			slices.Sort(class)
			fmt.Fprintf(&b, "%d\t%s\n", bits, string(class))
		}
	}
	write("characters.txt", b.Bytes())
}

// writeRadicals writes the radicals U+2E80 to U+2FD5 and the ideographs they
// look like.
func writeRadicals(path string) {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	var b bytes.Buffer
	b.WriteString(`# Radicals and the ideographs they stand for, made by generate.go from
# EquivalentUnifiedIdeograph.txt of the Unicode Character Database (Unicode License).
`)
	for in := bufio.NewScanner(f); in.Scan(); {
		line, _, _ := strings.Cut(in.Text(), "#")
		codes, to, ok := strings.Cut(line, ";")
		if !ok {
			continue
		}
		first, last, ok := strings.Cut(strings.TrimSpace(codes), "..")
		if !ok {
			last = first
		}
		for r := code(first); r <= code(last); r++ {
			if r >= 0x2e80 && r <= 0x2fd5 {
				fmt.Fprintf(&b, "%c\t%c\n", r, code(strings.TrimSpace(to)))
			}
		}
	}
	write("radicals.tsv", b.Bytes())
}

func code(hex string) rune {
	n, err := strconv.ParseInt(hex, 16, 32)
	if err != nil {
		log.Fatal(err)
	}
	return rune(n)
}

func write(name string, data []byte) {
	if err := os.WriteFile(name, data, 0o644); err != nil {
		log.Fatal(err)
	}
}
