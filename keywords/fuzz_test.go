package keywords_test

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/keywords"
)

// cutter segments into words of one to three characters, the same for the same
// characters, and tags them.
type cutter struct{}

func (cutter) Segment(dst []analysis.Word, text string) ([]analysis.Word, error) {
	tags := [...]string{"n", "v", "vn", "a", "x", "uj", "m", "nz", "c"}
	for len(text) > 0 {
		r, end := utf8.DecodeRuneInString(text)
		for want := int(r) % 3; want > 0 && end < len(text); want-- {
			next, n := utf8.DecodeRuneInString(text[end:])
			if next < 0x4e00 || r < 0x4e00 {
				break
			}
			end += n
		}
		dst = append(dst, analysis.Word{Text: text[:end], Tag: tags[int(r)%len(tags)]})
		text = text[end:]
	}
	return dst, nil
}

// policyText is what the fuzz targets start from.
var policyText = strings.Repeat("一、深入贯彻“五大发展理念”，推进“放管服”改革。\n（一）落实国发〔2016〕33号和《网络安全法》，实现追赶超越。", 2)

func FuzzPhrases(f *testing.F) {
	for _, s := range []string{"", policyText, strings.Repeat("高质量发展", 20), "“”“《》》》“a", "12 12 12一二一二", "AI＋ai+AI+"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<12 {
			t.Skip()
		}
		d, err := (&analysis.Analyzer{Segmenter: cutter{}}).Analyze(t.Context(), analysis.Source{Text: text})
		require.NoError(t, err)
		found, err := keywords.Phrases{Corpus: &analysis.Corpus{}}.Find(t.Context(), d)
		require.NoError(t, err)
		for i, p := range found {
			require.Equal(t, p.Count, len(p.Mentions))
			require.GreaterOrEqual(t, p.Count, 2)
			require.LessOrEqual(t, p.Alone, p.Count)
			for k, m := range p.Mentions {
				require.Equal(t, analysis.Key(p.Text), analysis.Key(text[m.Start:m.End]))
				if p.Kind == keywords.Wording {
					require.NotContains(t, text[m.Start:m.End], "\n")
					require.NotContains(t, text[m.Start:m.End], "。")
				}
				if k > 0 {
					require.LessOrEqual(t, p.Mentions[k-1].End, m.Start)
				}
			}
			e := p.Evidence
			for _, share := range []float64{e.LeftBorder, e.RightBorder, e.Quoted, e.Heading, p.First} {
				require.GreaterOrEqual(t, share, 0.0)
				require.LessOrEqual(t, share, 1.0)
			}
			require.GreaterOrEqual(t, min(e.LeftEntropy, e.RightEntropy), 0.0)
			require.InDelta(t, 0, e.NPMI, 1+1e-9)
			for _, k := range p.Parents {
				require.Contains(t, found[k].Children, i)
				require.Greater(t, len(found[k].Text), len(p.Text))
			}
			if i > 0 {
				require.GreaterOrEqual(t, found[i-1].Score, p.Score-1e-9)
			}
		}
		m, err := d.Merge(keywords.Mentions(found))
		require.NoError(t, err)
		analysistest.TestDocument(t, m)
		assert.Equal(t, d.Text, m.Text)
	})
}

func FuzzScorers(f *testing.F) {
	for _, s := range []string{"", policyText, strings.Repeat("高质量发展", 20), "“”“《》》》“a", "12 12 12一二一二", "责任编辑：一二\n一二一二"} {
		f.Add(s)
	}
	all := scorers()
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<11 {
			t.Skip()
		}
		d, err := (&analysis.Analyzer{Segmenter: cutter{}}).Analyze(t.Context(), analysis.Source{Text: text})
		require.NoError(t, err)
		found, err := keywords.Phrases{Corpus: &analysis.Corpus{}}.Find(t.Context(), d)
		require.NoError(t, err)
		m, err := d.Merge(keywords.Mentions(found))
		require.NoError(t, err)
		for name, s := range all {
			for _, d := range []*analysis.Document{d, m} {
				scores, why, err := s.(keywords.Explainer).Explain(t.Context(), d)
				require.NoError(t, err, name)
				require.Len(t, scores, len(d.Terms), name)
				for i, x := range scores {
					require.True(t, x >= 0 && x <= math.MaxFloat64, "%s: %s scores %v", name, d.Terms[i].Text, x)
					requireSum(t, name+": "+d.Terms[i].Text, x, why(analysis.TermID(i)))
				}
			}
		}
	})
}
