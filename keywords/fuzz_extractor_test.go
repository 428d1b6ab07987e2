package keywords_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

// fuzzedExtractor makes an Extractor for a document of what a fuzzer gives: 0 is
// the default.
func fuzzedExtractor(d *analysis.Document, options uint32) keywords.Extractor {
	next := func(n int) int { // takes a number below n off the options
		v := int(options % uint32(n))
		options /= uint32(n)
		return v
	}
	all := scorers()
	names := append([]string{""}, slices.Sorted(maps.Keys(all))...)
	x := keywords.Extractor{Corpus: &analysis.Corpus{}, Scorer: all[names[next(len(names))]]}
	x.Unfolded = next(2) == 1
	if next(2) == 1 {
		x.MinRunes = 1 + next(3)
		x.MaxRunes = x.MinRunes + next(6)
	}
	if next(3) == 1 {
		x.Tags = []string{"n", "x", "vn"}
	}
	// keys returns nil or a set of one of the terms.
	keys := func() map[string]bool {
		if next(2) == 0 || len(d.Terms) == 0 {
			return nil
		}
		return map[string]bool{d.Terms[next(min(len(d.Terms), 9))].Key: true}
	}
	x.Must, x.Never, x.Lexicon, x.StopWords = keys(), keys(), keys(), keys()
	return x
}

// FuzzExtractor checks what holds for the keywords of any text, whatever the
// options.
func FuzzExtractor(f *testing.F) {
	for i := range uint32(200) { // options from all over their range (Knuth, TAOCP 6.4)
		f.Add(policyText, "放管服改革", int8(i%7)-1, i*2654435761)
	}
	for _, s := range []string{"", "“”“《》》》“a", "12 12 12一二一二", "责任编辑：一二\n一二一二", "一二工程（以下简称“一工程”），一二工程，一工程。"} {
		f.Add(s, s, int8(3), uint32(0))
		f.Add(s, s, int8(-1), uint32(1<<31-1))
	}
	dictionary, err := native.Open(native.Options{})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text, title string, n int8, options uint32) {
		if !utf8.ValidString(text) || !utf8.ValidString(title) || len(text) > 1<<11 {
			t.Skip()
		}
		segmenters := []analysis.Segmenter{cutter{}, dictionary}
		d, err := (&analysis.Analyzer{Segmenter: segmenters[options%2]}).Analyze(t.Context(), analysis.Source{Title: title, Text: text})
		require.NoError(t, err)
		x := fuzzedExtractor(d, options/2)
		found, err := x.Extract(t.Context(), d, int(n))
		require.NoError(t, err)
		again, err := x.Extract(t.Context(), d, int(n))
		require.NoError(t, err)
		require.Equal(t, found, again, "the same document gives the same keywords")
		all, err := x.Extract(t.Context(), d, -1)
		require.NoError(t, err)
		if n >= 0 {
			require.LessOrEqual(t, len(found), int(n))
			require.Len(t, found, min(int(n), len(all)), "no fewer than there are")
			if x.Must == nil && n > 0 {
				require.Equal(t, all[:len(found)], found, "the best of all")
			}
		}
		requireKeywords(t, x, d, all)
		requireKeywords(t, x, d, found)
		for _, term := range d.Terms {
			if n != 0 && x.Must[term.Key] {
				require.True(t, slices.ContainsFunc(found, func(k keywords.Keyword) bool { return analysis.Key(k.Text) == term.Key }), "%s is one to have", term.Text)
			}
		}
	})
}

// requireKeywords checks keywords against the options that they were found with.
func requireKeywords(t *testing.T, x keywords.Extractor, d *analysis.Document, found []keywords.Keyword) {
	t.Helper()
	seen := make(map[string]bool)
	for i, k := range found {
		key := analysis.Key(k.Text)
		require.NotEmpty(t, key)
		require.False(t, seen[key], "%s twice", k.Text)
		seen[key] = true
		require.Len(t, k.Mentions, k.Count)
		end := 0
		for _, m := range k.Mentions {
			require.True(t, end <= m.Start && m.Start < m.End && m.End <= len(d.Text), "%s: %v", k.Text, k.Mentions)
			require.Equal(t, key, analysis.Key(d.Text[m.Start:m.End]))
			end = m.End
		}
		if i > 0 {
			require.GreaterOrEqual(t, found[i-1].Score, k.Score-1e-12)
		}
		requireSum(t, k.Text, k.Score, k.Features())
		if x.Unfolded {
			require.Empty(t, k.Variants)
		}
		if x.Must[key] {
			continue
		}
		require.False(t, x.Never[key], "%s is one never to have", k.Text)
		require.False(t, x.StopWords[key] && !x.Lexicon[key], "%s is a stop word", k.Text)
		if x.MaxRunes > 0 {
			runes := utf8.RuneCountInString(key)
			require.True(t, x.MinRunes <= runes && runes <= x.MaxRunes, k.Text)
		}
		if x.Tags != nil {
			require.True(t, slices.ContainsFunc(x.Tags, func(p string) bool { return strings.HasPrefix(k.Tag, p) }), "%s has tag %s", k.Text, k.Tag)
		}
	}
}
