package lexicon

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"
)

// A Dictionary is what must be known of a segmenter's dictionary to find the
// frequencies of a lexicon's words.
type Dictionary struct {
	Freq    func(word string) int // 0 for a word that it lacks
	Sum     float64               // of all frequencies
	Least   int                   // the smallest frequency, which counts for an unknown character too
	Longest int                   // characters of the longest word
}

// minFreq is the least frequency of a word of the lexicon: the smallest one of
// the dictionary, so that it counts for no less than an unknown character. In
// 100 policy texts with 700 of their terms as the lexicon, 98.3 % of the
// places where a term stands come out whole with it, 98.8 % with 10 and 99.4 %
// with 1000; but with 3 already 新发展理念 tears 创新发展理念 apart.
const minFreq = 2

// Complete returns the words of a lexicon as a segmenter needs them: checked,
// with their tags, together with two words that gojieba has by default, and
// with frequencies that keep them whole; shorter words first. The error names
// the entry that cannot be used.
//
// A segmenter like jieba's chooses the segmentation whose words have the largest
// product of relative frequencies. So a word comes out whole where the other
// words, which it is made of, multiply to less than it has: that is the
// frequency it gets, as with suggest_freq of the original jieba, and no more,
// because words that are too frequent tear their neighbours apart. Shorter words
// go first, so that a word that contains them outweighs them too.
func Complete(given []Entry, d Dictionary) ([]Entry, error) {
	entries, err := complete(given)
	if err != nil {
		return nil, err
	}
	runes := func(e Entry) int { return utf8.RuneCountInString(e.Word) }
	slices.SortStableFunc(entries, func(a, b Entry) int { return cmp.Compare(runes(a), runes(b)) })
	w := whole{Dictionary: d, added: make(map[string]int, len(entries))}
	for i, e := range entries {
		freq := max(d.Freq(e.Word), e.Freq, minFreq, w.freq(e.Word))
		entries[i].Freq = freq
		w.added[e.Word] = freq
		w.Longest = max(w.Longest, runes(e))
	}
	return entries, nil
}

// A whole computes the frequencies that keep words whole.
type whole struct {
	Dictionary
	added  map[string]int // the frequencies of the lexicon's words so far
	starts []int          // buffers
	best   []float64
}

// weight is the logarithm of a frequency's share, which segmenters maximize.
func (w *whole) weight(freq int) float64 { return math.Log(float64(freq) / w.Sum) }

// part returns the weight of a part of a word.
func (w *whole) part(s string, runes int) float64 {
	freq, ok := w.added[s]
	if !ok {
		freq = w.Freq(s)
	}
	switch {
	case freq > 0:
		return w.weight(freq)
	case runes == 1:
		return w.weight(w.Least)
	}
	return math.Inf(-1)
}

// freq returns the smallest frequency whose weight is above that of the best
// segmentation of the word into other words.
func (w *whole) freq(word string) int {
	w.starts = w.starts[:0] // of the characters
	for i := range word {
		w.starts = append(w.starts, i)
	}
	n := len(w.starts)
	if n == 1 {
		return 1
	}
	w.starts = append(w.starts, len(word))
	w.best = append(w.best[:0], 0) // weight of the best segmentation of the first characters
	for end := 1; end <= n; end++ {
		best := math.Inf(-1)
		for start := max(0, end-w.Longest); start < end; start++ {
			if end-start < n {
				best = max(best, w.best[start]+w.part(word[w.starts[start]:w.starts[end]], end-start))
			}
		}
		w.best = append(w.best, best)
	}
	// The margin is for segmenters that add the weights in another order.
	freq := max(1, int(math.Exp(w.best[n])*w.Sum))
	for w.weight(freq) <= w.best[n]+1e-9 {
		freq++
	}
	return freq
}
