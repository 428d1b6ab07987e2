package summarize

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/internal/eval"
	"github.com/tifa-go/tifa/internal/rouge"
)

var update = flag.Bool("update", false, "rewrite the summaries in the golden files")

// goldenRunes is the budget of the golden summaries.
const goldenRunes = 300

// TestGoldenSummaries compares the summary of each article and ruling of testdata
// with its golden file. -update rewrites the summary, and leaves the judgement,
// which must then be read again.
func TestGoldenSummaries(t *testing.T) {
	t.Parallel()
	for name, text := range testTexts(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := analyze(t, text)
			s, err := Summarizer{Runes: goldenRunes}.Summarize(t.Context(), d)
			require.NoError(t, err)
			var b strings.Builder
			fmt.Fprintf(&b, "# %s\n\nGenre: %s\n\n## Summary\n\n", name, s.Genre)
			for _, p := range s.Picks {
				fmt.Fprintf(&b, "%d. %s\n", p.Rank, p.Text)
			}
			const heading = "\n## Judgement\n\n"
			file := filepath.Join("../testdata/summaries", name+".md")
			want, err := os.ReadFile(file)
			if !*update {
				require.NoError(t, err, "go test ./summarize -update writes it")
			}
			before, judgement, ok := strings.Cut(string(want), heading)
			if *update {
				require.NoError(t, os.WriteFile(file, []byte(b.String()+heading+judgement), 0o644))
				return
			}
			assert.Equal(t, b.String(), before)
			assert.True(t, ok && len(strings.TrimSpace(judgement)) > 40, "a judgement stands beside the summary")
		})
	}
}

// testTexts returns the articles and rulings of testdata.
func testTexts(t testing.TB) map[string]string {
	t.Helper()
	out := make(map[string]string)
	articles, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	for _, f := range articles {
		text, err := os.ReadFile(f)
		require.NoError(t, err)
		out[strings.TrimSuffix(filepath.Base(f), ".txt")] = string(text)
	}
	for id, r := range rulings(t) {
		out["ruling_"+id] = r.Text
	}
	require.Greater(t, len(out), 12)
	return out
}

type ruling struct{ ID, Text, Summary string }

func rulings(t testing.TB) map[string]ruling {
	t.Helper()
	files, err := filepath.Glob("../testdata/rulings/*.json")
	require.NoError(t, err)
	out := make(map[string]ruling)
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		var r ruling
		require.NoError(t, json.Unmarshal(data, &r))
		out[r.ID] = r
	}
	return out
}

// The summaries keep a distance to those of the baseline, and a level.
func TestQuality(t *testing.T) {
	t.Parallel()
	measure := func(z Summarizer, text, reference string) rouge.Score {
		s, err := z.Summarize(t.Context(), analyze(t, text))
		require.NoError(t, err)
		return rouge.Of(reference, strings.Join(texts(s.Picks), ""))
	}
	t.Run("rulings", func(t *testing.T) {
		t.Parallel()
		var ours, lead []rouge.Score
		for _, r := range rulings(t) {
			ours = append(ours, measure(Summarizer{Runes: 270}, r.Text, r.Summary))
			lead = append(lead, measure(Summarizer{Scorer: Lead{}, Runes: 270}, r.Text, r.Summary))
		}
		checkQuality(t, rouge.Mean(ours...), rouge.Mean(lead...), rouge.Score{One: .63, Two: .44, L: .42})
	})
	t.Run("articles", func(t *testing.T) {
		t.Parallel()
		all, err := eval.ReadGold("../testdata/gold")
		require.NoError(t, err)
		var ours, lead []rouge.Score
		for _, g := range all {
			text, err := os.ReadFile(filepath.Join("../testdata/articles", g.ID+".txt"))
			require.NoError(t, err)
			for _, runes := range []int{200, 300, 400} {
				ours = append(ours, measure(Summarizer{Runes: runes}, string(text), g.Summary))
				lead = append(lead, measure(Summarizer{Scorer: Lead{}, Runes: runes}, string(text), g.Summary))
			}
		}
		checkQuality(t, rouge.Mean(ours...), rouge.Mean(lead...), rouge.Score{One: .67, Two: .57, L: .56})
	})
}

func checkQuality(t *testing.T, ours, lead, least rouge.Score) {
	t.Helper()
	t.Logf("%.4f, Lead %.4f", ours, lead)
	assert.Greater(t, ours.One, lead.One)
	assert.Greater(t, ours.Two, lead.Two)
	assert.Greater(t, ours.L, lead.L)
	assert.GreaterOrEqual(t, ours.One, least.One)
	assert.GreaterOrEqual(t, ours.Two, least.Two)
	assert.GreaterOrEqual(t, ours.L, least.L)
}
