package summarize

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
)

// pairs is a Segmenter that cuts text into words of two Han characters.
type pairs struct{}

func (pairs) Segment(dst []analysis.Word, text string) ([]analysis.Word, error) {
	for len(text) > 0 {
		r, n := utf8.DecodeRuneInString(text)
		if s, m := utf8.DecodeRuneInString(text[n:]); unicode.Is(unicode.Han, r) && unicode.Is(unicode.Han, s) {
			n += m
		}
		dst = append(dst, analysis.Word{Text: text[:n], Tag: "n"})
		text = text[n:]
	}
	return dst, nil
}

// FuzzSummarize checks what holds for every text, method and budget.
func FuzzSummarize(f *testing.F) {
	for _, text := range testTexts(f) {
		f.Add(text, uint8(0), uint16(3), uint16(0), uint8(0), uint8(0), "治理")
	}
	f.Add("一是甲。二是乙。“三是丙。\n该丁。对此戊。\n第一条 己。本院认为，庚。\n摄 记者", uint8(3), uint16(2), uint16(9), uint8(30), uint8(7), "该")
	f.Fuzz(func(t *testing.T, text string, method uint8, sentences, runes uint16, ratio, genre uint8, focus string) {
		if !utf8.ValidString(text) || !utf8.ValidString(focus) || len(text) > 20_000 {
			return
		}
		a := analysis.Analyzer{Segmenter: pairs{}}
		d, err := a.Analyze(t.Context(), analysis.Source{ID: "fuzz", Text: text})
		require.NoError(t, err)
		z := Summarizer{
			Scorer: methods[int(method)%len(methods)], Sentences: int(sentences), Runes: int(runes), Ratio: float64(ratio%101) / 100,
			Genre: Genre(genre % uint8(len(genreNames))), Aim: Aim(genre / 8 % 2),
		}
		if focus != "" && genre%3 == 0 {
			z.Focus = []string{focus}
		}
		if s, err := z.Summarize(t.Context(), d); err == nil {
			checkSummary(t, z, d, s)
		} else if s != nil {
			t.Fatal("a summary beside an error")
		}
		if all, err := z.Sections(t.Context(), d, 1+int(genre%3)); err == nil {
			for _, s := range all {
				require.Equal(t, len(s.Picks) == 0, s.Err != nil)
			}
		}
		joined := join([]*analysis.Document{d, d})
		analysistest.TestDocument(t, joined.doc)
		if g, err := z.Digest(t.Context(), []*analysis.Document{d, d}); err == nil {
			for _, p := range g.Picks {
				require.Zero(t, p.Document, "the second copy says nothing new")
				require.Equal(t, d.Text[p.Start:p.End], p.Text)
			}
		}
	})
}
