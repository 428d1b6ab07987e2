package keywords

import (
	"cmp"
	"context"
	"fmt"
	"math"

	"github.com/tifa-go/tifa/analysis"
)

// KPMiner is TF-IDF on the terms that are seen often enough and early enough,
// with a boost for phrases (El-Beltagy & Rafea 2009):
//
//	score(t) = count(t) × IDF(t) × B
//
// B is 1 for words, and for phrases N/(P·Alpha), at most Sigma, where N is the
// number of candidates in the text and P that of phrases among them, each
// counted as often as it occurs: phrases recur less often than words, and the
// rarer they are the more they need. IDF is that of [analysis.Corpus.TermIDF];
// the paper gives phrases the highest there is.
//
// Where the paper is silent, or written for other texts: LeastCount holds for
// texts of 400 words or more, goes down in proportion for shorter ones, and is at
// most the highest count there is, so that no text is without keywords. There is
// no Cutoff by default: the library pke's, 400 words, is for articles that begin
// with an abstract, and policy texts come to new subjects down to their end.
// Words of a user's lexicon (tag nz) are candidates wherever and however often
// they occur. Positions count words, those of phrases one by one, without page
// furniture. The paper's factor for positions is left out.
//
// Its features are the frequency, count(t), the rarity, count(t)·(IDF(t) − 1), and
// phrase, what B adds to both, or takes from them if it is below 1.
//
// Zero fields mean the defaults in brackets. A KPMiner may be used by any
// number of goroutines.
type KPMiner struct {
	Corpus     *analysis.Corpus // document frequencies [analysis.Background()]
	Tags       []string         // prefixes of the tags that count [DefaultTags]
	LeastCount int              // occurrences of a candidate, 1 or more [3]
	Cutoff     int              // words of the text among which a candidate first occurs [0: all]
	Alpha      float64          // divides the boost, above 0 [2.3]
	Sigma      float64          // the highest boost, above 0 [3]
}

// longText is from how many words on a text is no short one: the cutoff of pke.
const longText = 400

// Score implements [Scorer]. It fails with ctx's error, or if a field is out
// of its range. Time and memory are linear in the text.
func (s KPMiner) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	scores, _, err := s.Explain(ctx, doc)
	return scores, err
}

// Explain implements [Explainer].
func (s KPMiner) Explain(ctx context.Context, doc *analysis.Document) ([]float64, Reasons, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	s.LeastCount = cmp.Or(s.LeastCount, 3)
	s.Alpha, s.Sigma = cmp.Or(s.Alpha, 2.3), cmp.Or(s.Sigma, 3)
	switch {
	case s.LeastCount < 1:
		return nil, nil, fmt.Errorf("keywords: KPMiner: no candidate occurs %d times", s.LeastCount)
	case s.Cutoff < 0:
		return nil, nil, fmt.Errorf("keywords: KPMiner: no candidate is among the first %d words", s.Cutoff)
	case !(s.Alpha > 0 && s.Alpha <= math.MaxFloat64 && s.Sigma > 0 && s.Sigma <= math.MaxFloat64):
		return nil, nil, fmt.Errorf("keywords: KPMiner: Alpha is %v and Sigma %v, and not both are positive numbers", s.Alpha, s.Sigma)
	}
	corpus := s.Corpus
	if corpus == nil {
		corpus = analysis.Background()
	}
	counts := countTerms(doc)
	candidate := s.candidates(doc, counts)
	all, phrases := 0, 0
	for i, t := range doc.Terms {
		if candidate[i] {
			all += counts[i]
			if t.Parts != nil {
				phrases += counts[i]
			}
		}
	}
	boost := min(float64(all)/(float64(phrases)*s.Alpha), s.Sigma) // of no use where there is no phrase
	scores := make([]float64, len(doc.Terms))
	for i, t := range doc.Terms {
		if !candidate[i] {
			continue
		}
		scores[i] = float64(counts[i]) * corpus.TermIDF(t)
		if t.Parts != nil {
			scores[i] *= boost
		}
	}
	return scores, func(t analysis.TermID) []Feature {
		if scores[t] == 0 {
			return nil
		}
		n, plain := float64(counts[t]), scores[t]
		if doc.Terms[t].Parts != nil {
			plain /= boost
		}
		return features{}.and("frequency", n).and("rarity", plain-n).and("phrase", scores[t]-plain)
	}, nil
}

// candidates reports for each term whether it is seen often and early enough.
func (s KPMiner) candidates(doc *analysis.Document, counts []int) []bool {
	node := make([]int32, len(doc.Terms))
	for i := range node {
		node[i] = int32(i)
	}
	first, words := firstWords(doc, node, len(node))
	least := min(s.LeastCount, 1+s.LeastCount*words/longText)
	out, most := allowed(doc, s.Tags), 0
	for i, t := range doc.Terms {
		if s.Cutoff > 0 && first[i] > s.Cutoff && !isUserWord(t.Tag) {
			out[i] = false
		}
		if out[i] {
			most = max(most, counts[i])
		}
	}
	for i, t := range doc.Terms {
		out[i] = out[i] && (counts[i] >= min(least, most) || isUserWord(t.Tag))
	}
	return out
}
