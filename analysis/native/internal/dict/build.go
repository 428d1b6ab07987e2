package dict

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis/lexicon"
)

// Build makes the Dict of cppjieba's files, with the words that every lexicon
// has by default.
func Build(dictionary, model string) (*Dict, error) {
	entries, err := readWords(dictionary)
	if err != nil {
		return nil, err
	}
	d := &Dict{Least: math.MaxInt}
	freqs := make(map[string]int, len(entries))
	for _, e := range entries {
		freqs[e.Word] = e.Freq
		d.Sum += float64(e.Freq)
		d.Least = min(d.Least, e.Freq)
		d.Longest = max(d.Longest, utf8.RuneCountInString(e.Word))
	}
	defaults, err := lexicon.Complete(nil, lexicon.Dictionary{
		Freq: func(w string) int { return freqs[w] }, Sum: d.Sum, Least: d.Least, Longest: d.Longest,
	})
	if err != nil {
		return nil, err
	}
	for _, e := range defaults {
		entries = slices.DeleteFunc(entries, func(old lexicon.Entry) bool { return old.Word == e.Word })
	}
	entries = append(entries, defaults...)
	emit, err := d.readModel(model)
	if err != nil {
		return nil, err
	}
	if err := d.setCodes(entries, emit); err != nil {
		return nil, err
	}
	return d, d.setWords(entries)
}

// readWords reads the lines "word freq tag".
func readWords(dictionary string) ([]lexicon.Entry, error) {
	var entries []lexicon.Entry
	seen := make(map[string]bool)
	for line := range strings.Lines(dictionary) {
		columns := strings.Split(strings.TrimSuffix(line, "\n"), " ")
		if len(columns) != 3 || columns[0] == "" || columns[2] == "" || !utf8.ValidString(line) {
			return nil, fmt.Errorf("the dictionary's line %q is not a word, a frequency and a tag", line)
		}
		freq, err := strconv.ParseUint(columns[1], 10, 31)
		if err != nil || freq == 0 {
			return nil, fmt.Errorf("the dictionary's line %q has no frequency", line)
		}
		if seen[columns[0]] {
			return nil, fmt.Errorf("the dictionary has %q twice", columns[0])
		}
		seen[columns[0]] = true
		entries = append(entries, lexicon.Entry{Word: columns[0], Freq: int(freq), Tag: columns[2]})
	}
	if len(entries) == 0 {
		return nil, errors.New("the dictionary is empty")
	}
	return entries, nil
}

// readModel reads the start and transition probabilities into d and returns
// the emissions of each rune. Its lines are the start probabilities, a line of
// transitions for each state, and a line of emissions "rune:log,…" for each.
func (d *Dict) readModel(model string) (map[rune]*[4]float64, error) {
	var lines []string
	for line := range strings.Lines(model) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	if len(lines) != 9 {
		return nil, fmt.Errorf("the model has %d lines, not 9", len(lines))
	}
	for i, line := range lines[:5] {
		row := &d.Model.Start
		if i > 0 {
			row = &d.Model.Trans[i-1]
		}
		columns := strings.Fields(line)
		if len(columns) != 4 {
			return nil, fmt.Errorf("the model's line %q has not 4 numbers", line)
		}
		for k, c := range columns {
			x, err := strconv.ParseFloat(c, 64)
			if err != nil {
				return nil, fmt.Errorf("the model's line %q: %w", line, err)
			}
			row[k] = x
		}
	}
	emit := make(map[rune]*[4]float64)
	for state, line := range lines[5:] {
		for p := range strings.SplitSeq(line, ",") {
			r, n := utf8.DecodeRuneInString(p)
			log, isPair := strings.CutPrefix(p[n:], ":")
			x, err := strconv.ParseFloat(log, 64)
			if !isPair || err != nil || r == utf8.RuneError {
				return nil, fmt.Errorf("the model's emission %q is not a character and a number", p)
			}
			if emit[r] == nil {
				emit[r] = &[4]float64{Never, Never, Never, Never}
			}
			emit[r][state] = x
		}
	}
	return emit, nil
}

// isSeparator reports the characters that cppjieba cuts at.
func isSeparator(r rune) bool { return strings.ContainsRune(" \t\n，。", r) }

// setCodes numbers the characters of the model and of words of two or more.
func (d *Dict) setCodes(entries []lexicon.Entry, emit map[rune]*[4]float64) error {
	uses := make(map[rune]int)
	for r := range emit {
		uses[r] = 0
	}
	for _, e := range entries {
		if utf8.RuneCountInString(e.Word) > 1 {
			for _, r := range e.Word {
				uses[r]++
			}
		}
	}
	for _, e := range entries {
		if r, n := utf8.DecodeRuneInString(e.Word); n == len(e.Word) && r >= utf8.RuneSelf {
			if _, ok := uses[r]; !ok {
				return fmt.Errorf("the dictionary's word %q has a character that neither the model nor a longer word has", e.Word)
			}
		}
	}
	var runes []rune
	for r := range uses {
		switch {
		case isSeparator(r) || r == 0:
			return fmt.Errorf("a word or the model has %q, which texts are cut at", r)
		case r >= utf8.RuneSelf:
			runes = append(runes, r)
		}
	}
	slices.SortFunc(runes, func(a, b rune) int { return cmp.Or(cmp.Compare(uses[b], uses[a]), cmp.Compare(a, b)) })
	codes := utf8.RuneSelf + len(runes)
	if codes > 1<<16 {
		return fmt.Errorf("%d characters, more than 1<<16", codes)
	}
	d.codes, d.beyond = make([]uint16, 1<<16), make(map[rune]uint16)
	d.Model.Emit = make([][4]float64, codes)
	for c := range d.Model.Emit {
		d.Model.Emit[c] = [4]float64{Never, Never, Never, Never}
	}
	for r := rune(1); r < utf8.RuneSelf; r++ {
		if !isSeparator(r) {
			d.codes[r] = uint16(r)
		}
	}
	for i, r := range runes {
		c := uint16(utf8.RuneSelf + i)
		if r < 1<<16 {
			d.codes[r] = c
		} else {
			d.beyond[r] = c
		}
		if row := emit[r]; row != nil {
			d.Model.Emit[c] = *row
		}
	}
	return nil
}

// setWords numbers the frequencies, the most used first, and the tags, in order
// of their first words, and builds the trie.
func (d *Dict) setWords(entries []lexicon.Entry) error {
	uses := make(map[int]int)
	for _, e := range entries {
		uses[e.Freq]++
	}
	freqs := make([]int, 0, len(uses))
	for f := range uses {
		freqs = append(freqs, f)
	}
	slices.SortFunc(freqs, func(a, b int) int { return cmp.Or(cmp.Compare(uses[b], uses[a]), cmp.Compare(a, b)) })
	d.freqs, d.Weights = []uint32{uint32(d.Least)}, []float64{d.Weight(d.Least)}
	index := make(map[int]uint32)
	for _, f := range freqs {
		index[f] = uint32(len(d.freqs))
		d.freqs = append(d.freqs, uint32(f))
		d.Weights = append(d.Weights, d.Weight(f))
	}
	d.Tags = []string{"x"}
	tags := make(map[string]uint32)
	words := make([]Word, 0, len(entries))
	for _, e := range entries {
		if _, ok := tags[e.Tag]; !ok {
			tags[e.Tag] = uint32(len(d.Tags))
			d.Tags = append(d.Tags, e.Tag)
		}
		w := Word{Value: tags[e.Tag]<<16 | index[e.Freq]}
		for _, r := range e.Word {
			w.Codes = append(w.Codes, d.Code(r))
		}
		words = append(words, w)
	}
	if len(d.freqs) > 1<<16 || len(d.Tags) > 1<<8 {
		return fmt.Errorf("%d frequencies and %d tags, more than 1<<16 and 1<<8", len(d.freqs), len(d.Tags))
	}
	var err error
	d.Words, err = NewTrie(words, d.Codes())
	return err
}

// Weight returns the logarithm of a frequency's share.
func (d *Dict) Weight(freq int) float64 { return log(float64(freq) / d.Sum) }
