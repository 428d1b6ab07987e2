package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/methods"
	"github.com/tifa-go/tifa/keywords"
	"github.com/tifa-go/tifa/summarize"
)

// The benchmarks run each stage, the whole pipeline, and gojieba's own Tag on
// the same bytes: the articles of testdata as one text, ten times and a hundred
// times over. Where TIFA_DATA names a folder, they are as many bytes of its
// policy texts, none of them twice as long as there are enough.

// texts returns the benchmarks' texts by name, the shortest first.
func texts(b *testing.B) []struct{ name, text string } {
	b.Helper()
	one := joined(b, filepath.Join(articles, "*.txt"))
	all := one
	if dir := os.Getenv("TIFA_DATA"); dir != "" {
		all = joined(b, filepath.Join(dir, "policy", "*.txt"))
	}
	all = strings.Repeat(all, 1+100*len(one)/len(all))
	var out []struct{ name, text string }
	for _, times := range []int{1, 10, 100} {
		text := strings.ToValidUTF8(all[:times*len(one)], "")
		out = append(out, struct{ name, text string }{fmt.Sprintf("x%d", times), text})
	}
	return out
}

// joined returns the texts of the files, one after the other.
func joined(b *testing.B, pattern string) string {
	b.Helper()
	files, err := filepath.Glob(pattern)
	require.NoError(b, err)
	require.NotEmpty(b, files, pattern)
	var all strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(b, err)
		all.Write(text)
		all.WriteByte('\n')
	}
	return all.String()
}

// bench runs f on each text.
func bench(b *testing.B, f func(b *testing.B, p *pipeline, text string) func() error) {
	b.Helper()
	p, err := newPipeline(options{keywords: 10, phrases: 20, summary: summaryOptions{sentences: 3}})
	require.NoError(b, err)
	defer p.close()
	analysis.Background() // loaded once a process
	for _, t := range texts(b) {
		b.Run(t.name, func(b *testing.B) {
			work := f(b, p, t.text)
			b.SetBytes(int64(len(t.text)))
			b.ReportAllocs()
			for b.Loop() {
				if err := work(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func document(b *testing.B, p *pipeline, text string) *analysis.Document {
	b.Helper()
	doc, err := p.analyzer.Analyze(context.Background(), analysis.Source{Text: text})
	require.NoError(b, err)
	return doc
}

// BenchmarkPipeline is all that the program does with a text, but for its output:
// analyze it, find its phrases, numeral slogans and keywords, and summarise it.
func BenchmarkPipeline(b *testing.B) {
	bench(b, func(b *testing.B, p *pipeline, text string) func() error {
		return func() error {
			var r result
			return p.fill(context.Background(), &r, article{Source: analysis.Source{Text: text}})
		}
	})
}

func BenchmarkSegment(b *testing.B) {
	bench(b, func(b *testing.B, p *pipeline, text string) func() error {
		var words []analysis.Word
		return func() (err error) {
			words, err = p.segmenter.Segment(words[:0], text)
			return err
		}
	})
}

func BenchmarkAnalyze(b *testing.B) {
	bench(b, func(b *testing.B, p *pipeline, text string) func() error {
		return func() error {
			_, err := p.analyzer.Analyze(context.Background(), analysis.Source{Text: text})
			return err
		}
	})
}

func BenchmarkPhrases(b *testing.B) {
	bench(b, func(b *testing.B, p *pipeline, text string) func() error {
		doc := document(b, p, text)
		return func() error {
			_, err := p.extractor.Phrases.Find(context.Background(), doc)
			return err
		}
	})
}

func BenchmarkNumerals(b *testing.B) {
	bench(b, func(b *testing.B, p *pipeline, text string) func() error {
		doc := document(b, p, text)
		return func() error {
			_, err := keywords.Numerals{}.Find(context.Background(), doc)
			return err
		}
	})
}

// BenchmarkKeywords is the default extractor, the finding of phrases included.
func BenchmarkKeywords(b *testing.B) {
	bench(b, func(b *testing.B, p *pipeline, text string) func() error {
		doc := document(b, p, text)
		return func() error {
			_, err := p.extractor.Extract(context.Background(), doc, 10)
			return err
		}
	})
}

func BenchmarkMerge(b *testing.B) {
	bench(b, func(b *testing.B, p *pipeline, text string) func() error {
		doc := document(b, p, text)
		phrases, err := p.extractor.Phrases.Find(context.Background(), doc)
		require.NoError(b, err)
		return func() error {
			_, err := doc.Merge(keywords.Mentions(phrases))
			return err
		}
	})
}

// BenchmarkScorer ranks the terms of a document by each method.
func BenchmarkScorer(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(methods.Keywords)) {
		b.Run(name, func(b *testing.B) { benchScorer(b, methods.Keywords[name](nil)) })
	}
}

func benchScorer(b *testing.B, s keywords.Scorer) {
	bench(b, func(b *testing.B, p *pipeline, text string) func() error {
		doc := document(b, p, text)
		phrases, err := p.extractor.Phrases.Find(context.Background(), doc)
		require.NoError(b, err)
		merged, err := doc.Merge(keywords.Mentions(phrases))
		require.NoError(b, err)
		return func() error {
			scores, err := s.Score(context.Background(), merged)
			keywords.Top(merged, scores, 10)
			return err
		}
	})
}

func BenchmarkSummarizeCoverage(b *testing.B) { benchSummarizer(b, summarize.Coverage{}) }
func BenchmarkSummarizeLexRank(b *testing.B)  { benchSummarizer(b, summarize.LexRank{}) }
func BenchmarkSummarizeTextRank(b *testing.B) { benchSummarizer(b, summarize.TextRank{}) }

func benchSummarizer(b *testing.B, s summarize.Scorer) {
	bench(b, func(b *testing.B, p *pipeline, text string) func() error {
		doc := document(b, p, text)
		return func() error {
			_, err := summarize.Summarizer{Scorer: s, Sentences: 3}.Summarize(context.Background(), doc)
			return err
		}
	})
}
