package input_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/input"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

// Whatever forms a text has its characters in, it has the same keywords: those that
// analysis knows stay, the others are made alike.
func TestKeywordsDoNotDependOnForms(t *testing.T) {
	t.Parallel()
	segmenter, err := native.Open(native.Options{})
	require.NoError(t, err)
	analyzer := analysis.Analyzer{Segmenter: segmenter}
	report, err := os.ReadFile(filepath.Join("..", "..", "testdata", "articles", "report.txt"))
	require.NoError(t, err)
	top := func(o input.Options, text string) (found []string) {
		decoded, err := o.Decode("report", []byte(text))
		require.NoError(t, err)
		doc, err := analyzer.Analyze(t.Context(), analysis.Source{ID: "report", Text: decoded.Text})
		require.NoError(t, err)
		ranked, err := keywords.Extractor{}.Extract(t.Context(), doc, 10)
		require.NoError(t, err)
		for _, k := range ranked {
			found = append(found, analysis.Key(k.Text))
		}
		return found
	}
	want := top(input.Options{}, string(report))
	require.Len(t, want, 10)

	between := func(s string) func(string) string { // the first two characters of common words
		return strings.NewReplacer("行动", "行"+s+"动", "生产", "生"+s+"产", "改革", "改"+s+"革", "建设", "建"+s+"设", "营商", "营"+s+"商").Replace
	}
	for _, c := range []struct {
		name    string
		change  func(string) string
		harmful bool // without normalization
	}{
		{"zero-width spaces", between("\u200b"), true},
		{"soft hyphens", between("\u00ad"), true},
		{"control characters", between("\x08"), true},
		{"radicals", strings.NewReplacer("生", "⽣", "力", "⼒", "大", "⼤", "行", "⾏", "一", "⼀").Replace, true},
		{"full-width digits and letters", func(s string) string {
			return strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
					return r - '!' + '！'
				}
				return r
			}, s)
		}, false},
		{"wide spaces at the start of lines", strings.NewReplacer("\n", "\n\u3000\u3000").Replace, false},
		{"line ends of Windows", strings.NewReplacer("\n", "\r\n").Replace, false},
		{"line ends of old Macs", strings.NewReplacer("\n", "\r").Replace, false},
		{"U+2028", strings.NewReplacer("\n", "\u2028").Replace, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			changed := c.change(string(report))
			require.NotEqual(t, string(report), changed)
			assert.Equal(t, want, top(input.Options{}, changed))
			kept := top(input.Options{Forms: input.KeepForms}, changed)
			if c.harmful {
				assert.NotEqual(t, want, kept)
			} else {
				assert.Equal(t, want, kept)
			}
		})
	}
}
