package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/methods"
	"github.com/tifa-go/tifa/internal/eval"
	"github.com/tifa-go/tifa/internal/rouge"
	"github.com/tifa-go/tifa/keywords"
	"github.com/tifa-go/tifa/summarize"
)

// A task is what is measured, with the methods for it, the default first.
type task struct {
	name     string
	methods  []string
	measures []string
	labelled func(eval.Gold) bool
	measure  func(eval.Gold, answer) []float64 // one for each of measures, from 0 to 1
	answer   func(ctx context.Context, method string, doc *analysis.Document, g eval.Gold) (answer, error)
}

// An answer is what a method says of a document: a ranked list, or a summary.
type answer struct {
	list    []string
	summary string
}

// defaultFirst returns the names of methods, sorted behind the default.
func defaultFirst[M any](all map[string]M, first string) []string {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(all)), func(n string) bool { return n == first })
	return append([]string{first}, names...)
}

// tasks returns what there is to measure, for keywords and phrases at the given
// ranks, for summaries of chars characters, 0 for as many as the reference has.
func tasks(keywordRanks, phraseRanks []int, chars int) []task {
	k := task{
		name:     "keywords",
		methods:  defaultFirst(methods.Keywords, methods.DefaultKeywords),
		labelled: func(g eval.Gold) bool { return len(g.Keywords) > 0 },
		measure: func(g eval.Gold, a answer) (out []float64) {
			for _, n := range keywordRanks {
				out = append(out, eval.F1(a.list, g.Keywords, n))
			}
			return out
		},
		answer: func(ctx context.Context, method string, doc *analysis.Document, _ eval.Gold) (answer, error) {
			found, err := keywords.Extractor{Scorer: methods.Keywords[method](nil)}.Extract(ctx, doc, slices.Max(keywordRanks))
			var a answer
			for _, x := range found {
				a.list = append(a.list, x.Text)
			}
			return a, err
		},
	}
	for _, n := range keywordRanks {
		k.measures = append(k.measures, fmt.Sprintf("F1@%d", n))
	}
	p := task{
		name:     "phrases",
		methods:  []string{"phrases"},
		labelled: func(g eval.Gold) bool { return len(g.Phrases) > 0 },
		measure: func(g eval.Gold, a answer) (out []float64) {
			for _, n := range phraseRanks {
				out = append(out, g.Phrases.Precision(a.list, n, 1), g.Phrases.Precision(a.list, n, 2), g.Phrases.NDCG(a.list, n))
			}
			return out
		},
		answer: func(ctx context.Context, _ string, doc *analysis.Document, _ eval.Gold) (answer, error) {
			found, err := keywords.Phrases{}.Find(ctx, doc)
			var a answer
			for _, x := range found {
				if x.Kind != keywords.WorkTitle && x.Kind != keywords.DocumentNumber {
					a.list = append(a.list, x.Text)
				}
			}
			return a, err
		},
	}
	for _, n := range phraseRanks {
		p.measures = append(p.measures, fmt.Sprintf("P@%d", n), fmt.Sprintf("P2@%d", n), fmt.Sprintf("nDCG@%d", n))
	}
	s := task{
		name:     "summaries",
		methods:  defaultFirst(methods.Summaries, methods.DefaultSummary),
		measures: []string{"ROUGE-1", "ROUGE-2", "ROUGE-L"},
		labelled: func(g eval.Gold) bool { return g.Summary != "" },
		measure: func(g eval.Gold, a answer) []float64 {
			r := rouge.Of(g.Summary, a.summary)
			return []float64{r.One, r.Two, r.L}
		},
		answer: func(ctx context.Context, method string, doc *analysis.Document, g eval.Gold) (answer, error) {
			budget := chars
			if budget == 0 {
				budget = rouge.Length(g.Summary)
			}
			picked, err := summarize.Summarizer{Scorer: methods.Summaries[method], Runes: budget}.Summarize(ctx, doc)
			if errors.Is(err, summarize.ErrBudget) || errors.Is(err, summarize.ErrNoSentences) {
				return answer{}, nil // which scores 0
			}
			if err != nil {
				return answer{}, err
			}
			return answer{summary: picked.String()}, nil
		},
	}
	return []task{k, p, s}
}
