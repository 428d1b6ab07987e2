package keywords

import (
	"cmp"
	"context"
	"slices"
	"unicode"

	"github.com/tifa-go/tifa/analysis"
)

// maxClustered is how many terms are clustered at most, by default. A report of
// 20,000 characters has about as many nouns and phrases that recur.
const maxClustered = 500

// topicTerms returns the n terms to cluster, in text order: those that a user's
// lexicon has, then the most frequent ones, of equally frequent ones the
// earlier.
func topicTerms(doc *analysis.Document, tags []string, n int) []analysis.TermID {
	ok, counts := allowed(doc, tags), countTerms(doc)
	var terms []analysis.TermID
	for i := range doc.Terms {
		if ok[i] {
			terms = append(terms, analysis.TermID(i))
		}
	}
	if len(terms) > n {
		user := func(t analysis.TermID) int {
			if isUserWord(doc.Terms[t].Tag) {
				return 0
			}
			return 1
		}
		slices.SortFunc(terms, func(a, b analysis.TermID) int {
			return cmp.Or(user(a)-user(b), counts[b]-counts[a], cmp.Compare(a, b))
		})
		terms = terms[:n]
		slices.Sort(terms)
	}
	return terms
}

// pieces returns the parts of a key that two keys are compared by, each once:
// pairs of Han characters that stand next to each other, and words of other
// scripts or a single character as they are.
func pieces(key string) []string {
	var out []string
	start, last := 0, -1 // of the run of one script, and of the character before in a Han run
	flush := func(end int) {
		if end > start && (last < 0 || last == start) {
			out = append(out, key[start:end])
		}
		start, last = end, -1
	}
	for i, r := range key {
		han := unicode.Is(unicode.Han, r)
		if i > start && han != (last >= 0) {
			flush(i)
		}
		if han {
			if last >= 0 {
				out = append(out, key[last:i+len(string(r))])
			}
			last = i
		}
	}
	flush(len(key))
	slices.Sort(out)
	return slices.Compact(out)
}

// clusters groups the terms by agglomerative clustering with average linkage:
// at each step the two clusters join whose terms are most similar on average,
// of equally similar ones those that begin first, until no two are at least
// threshold similar. The similarity of two terms is the Jaccard coefficient of
// their pieces. It returns the cluster of each term; clusters are numbered in
// the order of their first term.
//
// It takes memory quadratic and time at worst cubic, usually quadratic, in the
// number of terms, looks at ctx every 1,024 pairs or so, and fails only with its
// error.
func clusters(ctx context.Context, doc *analysis.Document, terms []analysis.TermID, threshold float64) ([]int32, error) {
	w := watch{ctx: ctx}
	sim, err := similarities(&w, doc, terms)
	if err != nil {
		return nil, err
	}
	return join(&w, sim, len(terms), threshold)
}

// A watch looks at a context now and then.
type watch struct {
	ctx  context.Context
	done int // since the last look
}

// watchEvery is after how much work a watch looks: some microseconds.
const watchEvery = 1024

// after notes that n pairs are done, and returns the context's error, if it is
// time to look.
func (w *watch) after(n int) error {
	if w.done += n; w.done < watchEvery {
		return nil
	}
	w.done = 0
	return w.ctx.Err()
}

// join is clusters for n terms and the matrix of their similarities, which it
// overwrites.
func join(w *watch, sim []float64, n int, threshold float64) ([]int32, error) {
	// sim has the sums over the pairs of two clusters, in the rows and columns of
	// their first terms.
	size := make([]float64, n)
	member := make([]int, n) // the first term of each term's cluster
	nearest := make([]int, n)
	average := func(i, j int) float64 { return sim[i*n+j] / (size[i] * size[j]) }
	find := func(i int) { // the most similar cluster behind i
		nearest[i] = -1
		for j := i + 1; j < n; j++ {
			if size[j] > 0 && sim[i*n+j] > 0 && (nearest[i] < 0 || average(i, j) > average(i, nearest[i])) {
				nearest[i] = j
			}
		}
	}
	for i := range n {
		size[i], member[i] = 1, i
	}
	for i := range n {
		find(i)
		if err := w.after(n - i); err != nil {
			return nil, err
		}
	}
	for {
		a := -1
		for i := range n {
			if size[i] > 0 && nearest[i] >= 0 && (a < 0 || average(i, nearest[i]) > average(a, nearest[a])) {
				a = i
			}
		}
		if a < 0 || average(a, nearest[a]) < threshold-1e-12 {
			break
		}
		b := nearest[a]
		for k := range n {
			sim[a*n+k] += sim[b*n+k]
			sim[k*n+a] = sim[a*n+k]
			if member[k] == b {
				member[k] = a
			}
		}
		size[a] += size[b]
		size[b] = 0
		for i := range n {
			if size[i] == 0 {
				continue
			}
			// A join can only lower an average below the higher of the two, so
			// what was nearest stays so unless it was a or b.
			if i == a || nearest[i] == a || nearest[i] == b {
				find(i)
				if err := w.after(n - i); err != nil {
					return nil, err
				}
			}
		}
		if err := w.after(n); err != nil {
			return nil, err
		}
	}
	number := make([]int32, n)
	next := int32(0)
	for i := range n {
		if member[i] == i {
			number[i] = next
			next++
		} else {
			number[i] = number[member[i]]
		}
	}
	return number, nil
}

// similarities returns the matrix of the Jaccard coefficients of the terms'
// pieces, with 0 in its diagonal.
func similarities(w *watch, doc *analysis.Document, terms []analysis.TermID) ([]float64, error) {
	n := len(terms)
	shared := make([]float64, n*n)
	count := make([]int, n)
	where := make(map[string][]int)
	for i, t := range terms {
		p := pieces(doc.Terms[t].Key)
		count[i] = len(p)
		for _, x := range p {
			for _, j := range where[x] {
				shared[i*n+j]++
				shared[j*n+i]++
			}
			if err := w.after(1 + len(where[x])); err != nil {
				return nil, err
			}
			where[x] = append(where[x], i)
		}
	}
	for i := range n {
		for j := range n {
			if s := shared[i*n+j]; s > 0 {
				shared[i*n+j] = s / (float64(count[i]+count[j]) - s)
			}
		}
		if err := w.after(n); err != nil {
			return nil, err
		}
	}
	return shared, nil
}
