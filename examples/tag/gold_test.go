package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/examples/internal/methods"
	"github.com/tifa-go/tifa/internal/eval"
)

// TestGold measures phrases and keywords against the labels in TIFA_DATA/gold,
// logs the figures of the README, and keeps a floor under them.
func TestGold(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA names no folder of labelled texts")
	}
	texts, labels := goldTexts(t, dir)
	code, out, messages := tag(t, "", append([]string{"-o", "jsonl", "-phrases", "50"}, texts...)...)
	require.Zero(t, code, messages)
	sum := make(map[string]float64)
	for _, d := range decode(t, out) {
		g := labels[d.ID]
		var phrases, keywords []string
		for _, p := range d.Phrases {
			phrases = append(phrases, p.Text)
		}
		for _, k := range d.Keywords {
			keywords = append(keywords, k.Text)
		}
		for name, x := range map[string]float64{
			"P@20":    g.Phrases.Precision(phrases, 20, 1),
			"P2@20":   g.Phrases.Precision(phrases, 20, 2),
			"nDCG@20": g.Phrases.NDCG(phrases, 20),
			"P@50":    g.Phrases.Precision(phrases, 50, 1),
			"nDCG@50": g.Phrases.NDCG(phrases, 50),
			"F1@5":    eval.F1(keywords, g.Keywords, 5),
			"F1@10":   eval.F1(keywords, g.Keywords, 10),
		} {
			sum[name] += x / float64(len(labels))
		}
	}
	for _, x := range []figure{
		{"P@20", 0.95}, {"P2@20", 0.73}, {"nDCG@20", 0.84}, {"P@50", 0.88}, {"nDCG@50", 0.78}, {"F1@5", 0.33}, {"F1@10", 0.36},
	} {
		t.Logf("%s %.3f", x.name, sum[x.name])
		assert.GreaterOrEqual(t, sum[x.name], x.least, x.name)
	}
}

// A figure is the name of a measure and the floor under it.
type figure struct {
	name  string
	least float64
}

// goldNumeral is a labelled slogan, or a false friend.
type goldNumeral struct {
	Doc, Text, Cls, Source string
	Members                []string
	False                  bool
}

// TestGoldNumerals does the same for numeral slogans, against
// TIFA_DATA/numerals.jsonl: which are found, and which of their members.
func TestGoldNumerals(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA names no folder of labelled texts")
	}
	data, err := os.ReadFile(filepath.Join(dir, "numerals.jsonl"))
	require.NoError(t, err)
	labels := make(map[string]map[string]goldNumeral)
	var files []string
	for line := range strings.Lines(string(data)) {
		var g goldNumeral
		require.NoError(t, json.Unmarshal([]byte(line), &g))
		if labels[g.Doc] == nil {
			labels[g.Doc] = make(map[string]goldNumeral)
			files = append(files, filepath.Join(dir, "policy", g.Doc+".txt"))
		}
		if !g.False {
			labels[g.Doc][eval.Key(g.Text)] = g
		}
	}
	code, out, messages := tag(t, "", append([]string{"-o", "jsonl"}, files...)...)
	require.Zero(t, code, messages)
	var said, right, want, found, expanded, lenient, exact, named, namedLenient, namedExact float64
	for _, d := range decode(t, out) {
		for _, g := range labels[d.ID] {
			if g.Cls == "A" {
				want++
			}
			if g.Source == "text" && len(g.Members) > 0 {
				named++
			}
		}
		for _, n := range d.Numerals {
			said++
			g, ok := labels[d.ID][eval.Key(n.Text)]
			if !ok {
				continue
			}
			right++
			if g.Cls == "A" {
				found++
			}
			isLenient, isExact := sameMembers(n.Members, g.Members)
			if n.Source == "text" && len(n.Members) > 0 && len(g.Members) > 0 {
				expanded, lenient, exact = expanded+1, lenient+isLenient, exact+isExact
			}
			if g.Source == "text" && len(g.Members) > 0 {
				namedLenient, namedExact = namedLenient+isLenient, namedExact+isExact
			}
		}
	}
	for _, x := range []struct {
		figure
		got float64
	}{
		{figure{"detection, precision", 0.97}, right / said},
		{figure{"detection, recall", 0.95}, found / want},
		{figure{"members, precision, lenient", 0.95}, lenient / expanded},
		{figure{"members, precision, exact", 0.82}, exact / expanded},
		{figure{"members, recall, lenient", 0.82}, namedLenient / named},
		{figure{"members, recall, exact", 0.68}, namedExact / named},
	} {
		t.Logf("%s %.3f", x.name, x.got)
		assert.GreaterOrEqual(t, x.got, x.least, x.name)
	}
}

// sameMembers compares two lists of members, each as 1 for equal: leniently, if
// each member contains the other's or is in it, and exactly.
func sameMembers(got, want []string) (lenient, exact float64) {
	if len(got) != len(want) {
		return 0, 0
	}
	lenient, exact = 1, 1
	for i := range got {
		g, w := eval.Key(got[i]), eval.Key(want[i])
		if g != w {
			exact = 0
		}
		if !strings.Contains(g, w) && !strings.Contains(w, g) {
			lenient = 0
		}
	}
	return lenient, exact
}

// goldTexts returns the files of the labelled texts, and their labels by the ids
// of the texts.
func goldTexts(t *testing.T, dir string) (texts []string, labels map[string]eval.Gold) {
	t.Helper()
	all, err := eval.ReadGold(filepath.Join(dir, "gold"))
	require.NoError(t, err)
	labels = make(map[string]eval.Gold)
	for _, g := range all {
		labels[g.ID] = g
		found, err := filepath.Glob(filepath.Join(dir, "*", globbed(g.ID)+".txt"))
		require.NoError(t, err)
		require.Len(t, found, 1, g.ID)
		texts = append(texts, found[0])
	}
	return texts, labels
}

// TestMethods logs the README's table of methods: F1 of the keywords on the
// labelled texts and on the abstracts of testdata.
func TestMethods(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA names no folder of labelled texts")
	}
	texts, labels := goldTexts(t, dir)
	lines, authors := abstracts(t)
	mean := func(out string, k int, want func(id string) []string) (sum float64) {
		all := decode(t, out)
		for _, d := range all {
			var got []string
			for _, x := range d.Keywords {
				got = append(got, x.Text)
			}
			sum += eval.F1(got, want(d.ID), k) / float64(len(all))
		}
		return sum
	}
	best := 0.0
	for _, method := range slices.Sorted(maps.Keys(methods.Keywords)) {
		_, policy, _ := tag(t, "", append([]string{"-o", "jsonl", "-phrases", "0", "-sentences", "0", "-method", method}, texts...)...)
		_, short, _ := tag(t, lines, "-o", "jsonl", "-phrases", "0", "-sentences", "0", "-method", method)
		index := func(id string) []string { return labels[id].Keywords }
		five, ten := mean(policy, 5, index), mean(policy, 10, index)
		author := mean(short, 5, func(id string) []string { return authors[id] })
		t.Logf("%-12s policy @5 %.3f @10 %.3f, abstracts @5 %.3f", method, five, ten, author)
		if method != methods.DefaultKeywords {
			best = max(best, ten)
			continue
		}
		defer func() { assert.Greater(t, ten, best, "the default is the best") }()
	}
}

// globbed escapes a name for Glob.
func globbed(s string) string {
	return strings.NewReplacer("[", `\[`, "*", `\*`, "?", `\?`).Replace(s)
}
