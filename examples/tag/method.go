package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/keywords"
)

// defaultMethod ranks by the evidence for words and phrases, which is no Scorer.
const defaultMethod = "evidence"

// methods are the ways to rank keywords, by their names.
var methods = map[string]func(corpus *analysis.Corpus) keywords.Scorer{
	defaultMethod: func(*analysis.Corpus) keywords.Scorer { return nil },

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

// methodNames lists the methods in words.
var methodNames = strings.Join(slices.Sorted(maps.Keys(methods)), ", ")
