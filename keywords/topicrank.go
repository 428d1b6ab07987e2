package keywords

import (
	"cmp"
	"context"
	"fmt"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/rank"
)

// TopicRank groups the terms into topics and ranks the topics by PageRank on
// the complete graph of their distances in the text; the term of a topic that
// occurs first stands for it, and the others have score 0 (Bougouin, Boudin &
// Daille 2013). So the list does not say 网络强省, 网络强国 and 网络 for one topic.
//
// Topics are the clusters of average linkage over the Jaccard coefficient, cut
// at Overlap. The paper compares the words of English and French phrases by
// their stems. Chinese has no stems, and its words are cut now this way and now
// that, so terms are compared by pairs of neighbouring characters: 网络强省 and
// 网络强国 share 2 of 4. Single characters would not do: 经济 and 经验 share one. An
// edge between two topics weighs Σ 1/gap over the occurrences of their terms
// (equation 2), counted in words.
//
// Where the paper is silent: a term of a user's lexicon (tag nz) stands for its
// topic beside the first one. Page furniture is left out. To keep the time
// linear in the text, at most MaxTerms terms are clustered, user words and then
// the most frequent ones, and occurrences more than 100 words apart are not
// joined; memory is quadratic in MaxTerms, at 500 up to 15 MB.
//
// Its features are the terms of PageRank's equation: what every topic has,
// wherever it stands, what each of the three topics near it that hand on most
// hands on, by the name of its first term, and what the others do.
//
// Zero fields mean the defaults in brackets. A TopicRank may be used by any
// number of goroutines.
type TopicRank struct {
	Overlap   float64  // least similarity of the terms of a topic, above 0 and up to 1 [0.25]
	MaxTerms  int      // terms clustered at most, from 1 to 2,000 [500]
	Damping   float64  // share of its score that a topic hands on, between 0 and 1 [0.85]
	Tolerance float64  // stop when the scores change by less in all (1-norm) [1e-6]
	Tags      []string // prefixes of the tags that count [DefaultTags]
}

// Score implements [Scorer]. It fails with ctx's error, or if a field is out
// of its range.
func (s TopicRank) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	scores, _, err := s.Explain(ctx, doc)
	return scores, err
}

// Explain implements [Explainer].
func (s TopicRank) Explain(ctx context.Context, doc *analysis.Document) ([]float64, Reasons, error) {
	t, err := findTopics(ctx, doc, s.Tags, s.Overlap, s.MaxTerms)
	if err != nil {
		return nil, nil, fmt.Errorf("keywords: TopicRank: %w", err)
	}
	node := make([]int32, len(doc.Terms))
	for i := range node {
		node[i] = -1
	}
	for i, id := range t.terms {
		node[id] = t.topic[i]
	}
	edges, err := proximity(ctx, doc, node, each(t.n))
	if err != nil {
		return nil, nil, err
	}
	p, in, err := walk(ctx, t.n, edges, rank.Options{Damping: s.Damping, Tolerance: s.Tolerance})
	if err != nil {
		return nil, nil, fmt.Errorf("keywords: TopicRank: %w", err)
	}
	scores := make([]float64, len(doc.Terms))
	for i, id := range t.terms {
		if t.isFirst(i) || isUserWord(doc.Terms[id].Tag) {
			scores[id] = p[t.topic[i]]
		}
	}
	return scores, func(id analysis.TermID) []Feature {
		if scores[id] == 0 {
			return nil
		}
		base, shares := in.Of(int(node[id]))
		return features{}.and("every topic", base).
			andNeighbours("near", shares, func(n int32) string { return doc.Terms[t.terms[t.first[n]]].Text })
	}, nil
}

// topics are the terms of a document that are clustered, in text order.
type topics struct {
	terms []analysis.TermID
	topic []int32 // of each term, numbered in the order of their first terms
	first []int   // index into terms of each topic's first term
	n     int     // topics
}

// findTopics clusters the terms with the given tags.
func findTopics(ctx context.Context, doc *analysis.Document, tags []string, overlap float64, most int) (topics, error) {
	overlap, most = cmp.Or(overlap, 0.25), cmp.Or(most, maxClustered)
	if !(overlap > 0 && overlap <= 1) {
		return topics{}, fmt.Errorf("the overlap %v is not above 0 and up to 1", overlap)
	}
	if most < 1 || most > 2000 {
		return topics{}, fmt.Errorf("the number of terms to cluster is %d and not from 1 to 2000", most)
	}
	if err := ctx.Err(); err != nil {
		return topics{}, err
	}
	t := topics{terms: topicTerms(doc, tags, most)}
	var err error
	if t.topic, err = clusters(ctx, doc, t.terms, overlap); err != nil {
		return topics{}, err
	}
	for i, k := range t.topic {
		if int(k) == t.n {
			t.first = append(t.first, i)
			t.n++
		}
	}
	return t, nil
}

// isFirst reports whether a term is its topic's first.
func (t topics) isFirst(i int) bool { return t.first[t.topic[i]] == i }

// each returns the groups of n nodes that are one each.
func each(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(i)
	}
	return out
}
