package keywords

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/tifa-go/tifa/analysis"
)

// YAKE scores terms by where and how their words stand in this one text, with
// no corpus (Campos et al. 2020). A word w that occurs TF(w) times has
//
//	S(w) = Rel·Pos / (Case + Norm/Rel + Sent/Rel)
//
//	Case = TF(w, marked) / (1 + ln TF(w))
//	Pos  = ln(ln(3 + median of the indices of the sentences with w, from 0))
//	Norm = TF(w) / (mean + standard deviation of the TF of content words)
//	Rel  = 1 + (DL + DR)·TF(w)/max TF
//	Sent = share of the sentences with w
//
// where DL is how many different words stand within Window words to the left of
// w, divided by how many words do, and DR the same to the right: a function word
// stands beside any word, so the lower S, the better the word. A term k of the
// words w that occurs KF times has
//
//	S(k) = Π S(w) / (KF·(1 + Σ S(w)))
//
// and its score here is 1/S(k), so that more is better.
//
// Adapted to Chinese, which has no capital letters: an occurrence is marked, in
// place of capitalised, if a quotation mark or 《》 begins before it or ends
// behind it, as around names and slogans (“放管服”改革), or if it has a capital
// letter (5G, GDP). The words of a merged phrase are those of its Parts, of which
// the product and the sum leave out what is no content word, if another is; the
// paper has a rule of its own for stop words inside. Near-duplicates are not dropped, as a Scorer
// makes no list.
//
// Where the paper is silent: words do not see each other across punctuation;
// page furniture and blank lines are no sentences.
//
// A quotient has no parts that add up, so its features say how it comes about.
// With Pos and Rel at 1 the score is KF·(Π X(w) + Σ S(w)·Π X(w)) where X(w) = 1/S(w)
// = Case + Norm + Sent. The first product is shared out to its words alike, and
// each word's share to marks (Case), frequency (Norm) and sentences (Sent), as the
// three are in X(w); count is the second, KF for a single word. Relatedness is
// what the score loses with Rel as it is, and position what it then gains with Pos
// as it is, or, if its words stand late, behind sentence 12 by the median, loses.
//
// Zero fields mean the defaults in brackets. A YAKE may be used by any number
// of goroutines.
type YAKE struct {
	Window int      // words to each side, from 1 to 100 [1, the authors' default]
	Tags   []string // prefixes of the tags that count [DefaultTags]
}

// Score implements [Scorer]. It fails with ctx's error, or if Window is out of
// its range. Time and memory are linear in the text, times Window.
func (s YAKE) Score(ctx context.Context, doc *analysis.Document) ([]float64, error) {
	scores, _, err := s.Explain(ctx, doc)
	return scores, err
}

// Explain implements [Explainer].
func (s YAKE) Explain(ctx context.Context, doc *analysis.Document) ([]float64, Reasons, error) {
	s.Window = cmp.Or(s.Window, 1)
	if s.Window < 1 || s.Window > 100 {
		return nil, nil, fmt.Errorf("keywords: YAKE: the window is %d words and not from 1 to 100", s.Window)
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	y := newYake(doc)
	y.read(s.Window)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	weight := y.weights()
	ok, counts := allowed(doc, s.Tags), countTerms(doc)
	scores := make([]float64, len(doc.Terms))
	for i := range scores {
		if ok[i] {
			scores[i] = y.score(i, counts[i], func(w int32) float64 { return weight[w].value() })
		}
	}
	return scores, func(t analysis.TermID) []Feature {
		if !ok[t] {
			return nil
		}
		return y.explain(int(t), counts[t], weight, scores[t])
	}, nil
}

// score returns 1/S(k) of the i-th term, for given S(w).
func (y *yake) score(i, count int, weight func(word int32) float64) float64 {
	product, sum := 1.0, 0.0
	for w := range y.counted(i) {
		product *= weight(w)
		sum += weight(w)
	}
	return float64(count) * (1 + sum) / product
}

// counted yields the words of a term that are in its product and sum.
func (y *yake) counted(term int) iter.Seq[int32] {
	words := y.spelt[term]
	function := !slices.ContainsFunc(words, func(w int32) bool { return y.words[w].content })
	return func(yield func(int32) bool) {
		for _, w := range words {
			if (y.words[w].content || function) && !yield(w) {
				return
			}
		}
	}
}

// explain returns the features of the i-th term.
func (y *yake) explain(i, count int, weight []yakeWeight, score float64) features {
	// First as if Pos and Rel were 1: the product is shared out to its words alike,
	// and within each to what its own factor is the sum of.
	product, n := float64(count), 0.0
	for w := range y.counted(i) {
		product /= weight[w].plain()
		n++
	}
	marked, frequency, spread := 0.0, 0.0, 0.0
	for w := range y.counted(i) {
		x := weight[w]
		share := product * x.plain() / n
		marked += share * x.marked
		frequency += share * x.frequency
		spread += share * x.sentences
	}
	plain := y.score(i, count, func(w int32) float64 { return weight[w].plain() })
	related := y.score(i, count, func(w int32) float64 { x := weight[w]; x.position = 1; return x.value() })
	return features{}.and("marks", marked).and("frequency", frequency).and("sentences", spread).
		and("count", plain-product).and("relatedness", related-plain).and("position", score-related)
}

// yake is what YAKE knows of a document.
type yake struct {
	doc       *analysis.Document
	ids       map[string]int32 // of words by their keys
	words     []yakeWord
	spelt     [][]int32 // the words of each term
	sentences int
	left      [][2]int32 // word and what stands to its left, for each pair
}

// A yakeWord is a word of the document, a function word too.
type yakeWord struct {
	content   bool
	count     int
	marked    int
	sentences []int32 // with the word, ascending
}

func newYake(doc *analysis.Document) *yake {
	y := &yake{doc: doc, ids: make(map[string]int32, len(doc.Terms)), spelt: make([][]int32, len(doc.Terms))}
	for i, t := range doc.Terms {
		if t.Parts == nil {
			y.spelt[i] = []int32{y.word(t.Key, true)}
		}
		for _, w := range t.Parts {
			y.spelt[i] = append(y.spelt[i], y.word(analysis.Key(w.Text), isContentWord(w)))
		}
	}
	return y
}

// word returns the number of a word. It carries content if it does so anywhere.
func (y *yake) word(key string, content bool) int32 {
	id, seen := y.ids[key]
	if !seen {
		id = int32(len(y.words))
		y.ids[key] = id
		y.words = append(y.words, yakeWord{})
	}
	y.words[id].content = y.words[id].content || content
	return id
}

// read counts the words and what stands beside them.
func (y *yake) read(window int) {
	var block []int32 // words since the last punctuation mark
	one := make([]int32, 1)
	for _, s := range y.doc.Sentences {
		if s.Role == analysis.RoleFurniture || s.Role == analysis.RoleBlank {
			continue
		}
		block = block[:0]
		for i, t := range s.Tokens {
			words := one
			switch {
			case t.Kind == analysis.KindSpace:
				continue
			case t.Kind == analysis.KindPunct:
				block = block[:0]
				continue
			case t.Term != analysis.NoTerm:
				words = y.spelt[t.Term]
			default:
				one[0] = y.word(analysis.Key(y.doc.Text[t.Start:t.End]), false)
			}
			marked := y.isMarked(s.Tokens, i)
			for _, w := range words {
				x := &y.words[w]
				x.count++
				if marked {
					x.marked++
				}
				if n := len(x.sentences); n == 0 || x.sentences[n-1] != int32(y.sentences) {
					x.sentences = append(x.sentences, int32(y.sentences))
				}
				for _, v := range block[max(0, len(block)-window):] {
					y.left = append(y.left, [2]int32{w, v})
				}
				block = append(block, w)
			}
		}
		y.sentences++
	}
}

// isMarked reports whether a quotation mark or a title's mark begins before a
// token or ends behind it, or stands in it, or whether it has a capital letter.
func (y *yake) isMarked(tokens []analysis.Token, i int) bool {
	text := func(t analysis.Token) string { return y.doc.Text[t.Start:t.End] }
	if i > 0 && tokens[i-1].Kind == analysis.KindPunct && strings.ContainsAny(text(tokens[i-1]), openers) ||
		i+1 < len(tokens) && tokens[i+1].Kind == analysis.KindPunct && strings.ContainsAny(text(tokens[i+1]), closers) {
		return true
	}
	return strings.ContainsFunc(text(tokens[i]), func(r rune) bool {
		return unicode.IsUpper(r) || r > unicode.MaxASCII && strings.ContainsRune(openers, r)
	})
}

// The marks around names and titles.
const (
	openers = "“‘「『《〈\""
	closers = "”’」』》〉\""
)

// A yakeWeight is what S(w) is made of.
type yakeWeight struct{ marked, position, frequency, related, sentences float64 }

// value returns S(w).
func (x yakeWeight) value() float64 {
	return x.related * x.position / (x.marked + x.frequency/x.related + x.sentences/x.related)
}

// plain returns S(w) as if Pos and Rel were 1.
func (x yakeWeight) plain() float64 { return 1 / (x.marked + x.frequency + x.sentences) }

// weights returns what makes S of each word.
func (y *yake) weights() []yakeWeight {
	most, n, sum, squares := 0, 0.0, 0.0, 0.0
	for _, w := range y.words {
		most = max(most, w.count)
		if c := float64(w.count); w.content && c > 0 {
			n, sum, squares = n+1, sum+c, squares+c*c
		}
	}
	usual := 1.0 // mean and standard deviation
	if n > 0 {
		mean := sum / n
		usual = mean + math.Sqrt(max(0, squares/n-mean*mean))
	}
	left := dispersion(y.left, len(y.words))
	for i, p := range y.left { // to the left of w stands v: to the right of v stands w
		y.left[i] = [2]int32{p[1], p[0]}
	}
	right := dispersion(y.left, len(y.words))
	out := make([]yakeWeight, len(y.words))
	for i, w := range y.words {
		if w.count == 0 {
			continue
		}
		tf := float64(w.count)
		out[i] = yakeWeight{
			marked:    float64(w.marked) / (1 + math.Log(tf)),
			position:  math.Log(math.Log(3 + median(w.sentences))),
			frequency: tf / usual,
			related:   1 + (left[i]+right[i])*tf/float64(most),
			sentences: float64(len(w.sentences)) / float64(y.sentences),
		}
	}
	return out
}

// dispersion returns for each of n words the share of different words among
// those paired with it, 0 without any.
func dispersion(pairs [][2]int32, n int) []float64 {
	all, different := make([]float64, n), make([]float64, n)
	at := make([]int, n+1)
	for _, p := range pairs {
		all[p[0]]++
		at[p[0]+1]++
	}
	for i := range n {
		at[i+1] += at[i]
	}
	beside := make([]int32, len(pairs)) // grouped by the word
	next := slices.Clone(at)
	for _, p := range pairs {
		beside[next[p[0]]] = p[1]
		next[p[0]]++
	}
	seen := make([]int32, n) // by which word last, counted from 1
	for i := range n {
		for _, v := range beside[at[i]:at[i+1]] {
			if seen[v] != int32(i+1) {
				seen[v] = int32(i + 1)
				different[i]++
			}
		}
		if all[i] > 0 {
			different[i] /= all[i]
		}
	}
	return different
}

// median returns the middle of an ascending list, or the mean of the middle two.
func median(sorted []int32) float64 {
	n := len(sorted)
	return (float64(sorted[(n-1)/2]) + float64(sorted[n/2])) / 2
}
