//go:build cgo

package jieba_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/tifa-go/tifa/analysis/jieba"
)

func ExampleOpen() {
	s, err := jieba.Open(jieba.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer s.Close()
	words, err := s.Segment(nil, "推动经济高质量发展。")
	if err != nil {
		log.Fatal(err)
	}
	for _, w := range words {
		fmt.Print(w.Text, "/", w.Tag, " ")
	}
	// Output: 推动/v 经济/n 高质量/n 发展/vn 。/x
}

// A lexicon keeps words whole that the dictionary lacks.
func ExampleReadLexicon() {
	entries, err := jieba.ReadLexicon(strings.NewReader("网络强省\n“互联网+”行动 n\n"))
	if err != nil {
		log.Fatal(err)
	}
	s, err := jieba.Open(jieba.Options{Lexicon: entries})
	if err != nil {
		log.Fatal(err)
	}
	defer s.Close()
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
	s, err := jieba.Open(jieba.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer s.Close()
	pieces, err := s.SegmentSearch(nil, "中华人民共和国")
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range pieces {
		fmt.Print(p.Text, " ", p.Start, "-", p.End, ", ")
	}
	// Output: 中华 0-6, 华人 3-9, 人民 6-12, 共和 12-18, 共和国 12-21, 中华人民共和国 0-21,
}
