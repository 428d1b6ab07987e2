package summarize

// methods are all Scorers of the package.
var methods = []Scorer{
	Coverage{}, Lead{}, TextRank{}, LexRank{}, LexRank{Threshold: .1}, BM25Rank{},
	Centroid{}, LSA{}, SumBasic{}, KLSum{}, PacSum{}, MMR{}, MMR{Scorer: Centroid{}, Lambda: .5},
}
