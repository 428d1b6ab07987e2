package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/keywords"
)

// terms collects the keywords of documents, for the best of all.
type terms struct {
	most  int
	score map[string]float64 // by key
	label map[string]string  // how the first document writes it
	order []string           // keys as they came
}

func newTerms(most int) *terms {
	return &terms{most: most, score: make(map[string]float64), label: make(map[string]string)}
}

// add adds the keywords of a document, the best first: each by its score as a
// share of the highest.
func (t *terms) add(found []keywords.Keyword) {
	for _, k := range found {
		if found[0].Score > 0 {
			t.put(k.Text, k.Score/found[0].Score)
		}
	}
}

func (t *terms) put(text string, score float64) {
	key := analysis.Key(text)
	if _, ok := t.score[key]; !ok {
		t.order = append(t.order, key)
		t.label[key] = text
	}
	t.score[key] += score
}

// readFile reads terms, one a line, without blank lines and those that begin
// with #.
func (t *terms) readFile(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	t.most = keywords.MaxTerms
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") && analysis.Key(line) != "" {
			t.put(line, 0)
		}
	}
	if len(t.order) > maxNodes {
		return fmt.Errorf("%s: %d terms are more than %d", name, len(t.order), maxNodes)
	}
	return nil
}

// best returns the best terms, the highest sum first, of equal ones the first that
// came: how they are written, and their keys.
func (t *terms) best() (labels, keys []string) {
	keys = slices.Clone(t.order)
	slices.SortStableFunc(keys, func(a, b string) int {
		return cmp.Compare(math.Round(t.score[b]*1e12), math.Round(t.score[a]*1e12))
	})
	keys = keys[:min(t.most, len(keys))]
	for _, k := range keys {
		labels = append(labels, t.label[k])
	}
	return labels, keys
}
