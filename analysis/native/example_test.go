package native_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/tifa-go/tifa/analysis/lexicon"
	"github.com/tifa-go/tifa/analysis/native"
)

func ExampleOpen() {
	s, err := native.Open(native.Options{})
	if err != nil {
		log.Fatal(err)
	}
	words, err := s.Segment(nil, "推动经济高质量发展。")
	if err != nil {
		log.Fatal(err)
	}
	for _, w := range words {
		fmt.Print(w.Text, "/", w.Tag, " ")
	}
	// Output: 推动/v 经济/n 高质量/n 发展/vn 。/x
}

// A lexicon keeps words whole that the dictionary lacks. A program may open a
// Segmenter for each of its lexicons.
func ExampleOpen_lexicon() {
	entries, err := lexicon.Read(strings.NewReader("网络强省\n“互联网+”行动 n\n"))
	if err != nil {
		log.Fatal(err)
	}
	s, err := native.Open(native.Options{Lexicon: entries})
	if err != nil {
		log.Fatal(err)
	}
	words, err := s.Segment(nil, "建设网络强省，实施“互联网+”行动")
	if err != nil {
		log.Fatal(err)
	}
	for _, w := range words {
		fmt.Print(w.Text, "/", w.Tag, " ")
	}
	// Output: 建设/vn 网络强省/nz ，/x 实施/v “互联网+”行动/n
}

// Text for an index is cut into overlapping words, with their offsets.
func ExampleSegmenter_SegmentSearch() {
	s, err := native.Open(native.Options{})
	if err != nil {
		log.Fatal(err)
	}
	pieces, err := s.SegmentSearch(nil, "中华人民共和国")
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range pieces {
		fmt.Print(p.Text, " ", p.Start, "-", p.End, ", ")
	}
	// Output: 中华 0-6, 华人 3-9, 人民 6-12, 共和 12-18, 共和国 12-21, 中华人民共和国 0-21,
}
