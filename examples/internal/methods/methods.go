// Package methods names the ways to rank keywords and sentences, as the programs'
// flags do.
package methods

import (
	"maps"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/keywords"
	"github.com/tifa-go/tifa/summarize"
)

// The names of the defaults: evidence for words and phrases, which is no Scorer,
// and Coverage.
const (
	DefaultKeywords = "evidence"
	DefaultSummary  = "coverage"
)

// Keywords are the ways to rank keywords, by their names. A nil corpus is the
// built-in one.
var Keywords = map[string]func(corpus *analysis.Corpus) keywords.Scorer{
	DefaultKeywords: func(*analysis.Corpus) keywords.Scorer { return nil },

	"tfidf": func(c *analysis.Corpus) keywords.Scorer { return keywords.TFIDF{Corpus: c} },
	"tfidf-log": func(c *analysis.Corpus) keywords.Scorer {
		return keywords.TFIDF{Corpus: c, Weighting: keywords.LogCount}
	},
	"bm25":     func(c *analysis.Corpus) keywords.Scorer { return keywords.TFIDF{Corpus: c, Weighting: keywords.BM25} },
	"kpminer":  func(c *analysis.Corpus) keywords.Scorer { return keywords.KPMiner{Corpus: c} },
	"contrast": func(c *analysis.Corpus) keywords.Scorer { return keywords.Contrast{Corpus: c} },

	"textrank":     func(*analysis.Corpus) keywords.Scorer { return keywords.TextRank{} },
	"singlerank":   func(*analysis.Corpus) keywords.Scorer { return keywords.SingleRank{} },
	"positionrank": func(*analysis.Corpus) keywords.Scorer { return keywords.PositionRank{} },
	"topicrank":    func(*analysis.Corpus) keywords.Scorer { return keywords.TopicRank{} },
	"multipartite": func(*analysis.Corpus) keywords.Scorer { return keywords.MultipartiteRank{} },
	"yake":         func(*analysis.Corpus) keywords.Scorer { return keywords.YAKE{} },
}

// Summaries are the ways to rank sentences, by their names.
var Summaries = map[string]summarize.Scorer{
	DefaultSummary: summarize.Coverage{},

	"lexrank":  summarize.LexRank{},
	"textrank": summarize.TextRank{},
	"bm25":     summarize.BM25Rank{},
	"centroid": summarize.Centroid{},
	"lsa":      summarize.LSA{},
	"sumbasic": summarize.SumBasic{},
	"klsum":    summarize.KLSum{},
	"pacsum":   summarize.PacSum{},
	"mmr":      summarize.MMR{},
	"lead":     summarize.Lead{},
}

// Names lists the names of methods in words.
func Names[M any](methods map[string]M) string {
	return strings.Join(slices.Sorted(maps.Keys(methods)), ", ")
}
