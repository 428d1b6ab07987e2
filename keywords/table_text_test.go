package keywords_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/lexicon"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

func TestWriteTSV(t *testing.T) {
	t.Parallel()
	tab := &keywords.PhraseTable{
		Groups: []keywords.GroupSize{{Group: ""}, {Group: "20\t15"}, {Group: "2016"}},
		Rows: []keywords.PhraseRow{
			{Text: "网络强省", Tag: "n", Score: 2.0000004, Count: 3, All: 4, Documents: 2, Groups: []keywords.GroupCount{
				{Group: "20\t15", Count: 2, All: 3, Documents: 1}, {Group: "2016", Count: 1, All: 1, Documents: 1}}},
			{Text: "a\u2028b", Tag: "", Score: -1, Count: 0, All: 1, Documents: 1, Groups: []keywords.GroupCount{{Group: "", All: 1, Documents: 1}}},
		},
	}
	var b strings.Builder
	require.NoError(t, tab.WriteTSV(&b))
	assert.Equal(t, "phrase\ttag\tscore\tcount\tall\tdocuments"+
		"\t count\t all\t documents\t20 15 count\t20 15 all\t20 15 documents\t2016 count\t2016 all\t2016 documents\n"+
		"网络强省\tn\t2.000000\t3\t4\t2\t0\t0\t0\t2\t3\t1\t1\t1\t1\n"+
		"a b\t\t-1.000000\t0\t1\t1\t0\t1\t1\t0\t0\t0\t0\t0\t0\n", b.String())
	bad := errors.New("bad disk")
	assert.ErrorIs(t, tab.WriteTSV(&cutWriter{room: 3, err: bad}), bad)
}

func TestWriteLexicon(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, err string }{
		{"letters and signs", "互联网+A", ""},
		{"an invisible character", "网络\u200b强省", `keywords: lexicon: row 0, "网络\u200b强省", has a character at byte 6 that a lexicon cannot have`},
		{"a blank", "网络 强省", `keywords: lexicon: row 0, "网络 强省", has a character at byte 6 that a lexicon cannot have`},
		{"a mark that segmenters cut at", "网络，强省", `keywords: lexicon: row 0, "网络，强省", has a character at byte 6 that a lexicon cannot have`},
		{"broken UTF-8", "网络\xff", `keywords: lexicon: row 0, "网络\xff", has a character at byte 6 that a lexicon cannot have`},
		{"no text", "", `keywords: lexicon: row 0 has no text`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var b strings.Builder
			err := keywords.WriteLexicon(&b, []keywords.PhraseRow{{Text: c.text, Tag: "n"}})
			if c.err != "" {
				assert.EqualError(t, err, c.err)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, c.text+" n\n", b.String())
		})
	}
	bad := errors.New("bad disk")
	assert.ErrorIs(t, keywords.WriteLexicon(&cutWriter{room: 3, err: bad}, []keywords.PhraseRow{{Text: "网络强省", Tag: "n"}}), bad)
}

// TestLexiconKeepsPhrasesWhole makes a table of the articles, loads it as a
// lexicon and finds its phrases as single words.
func TestLexiconKeepsPhrasesWhole(t *testing.T) {
	t.Parallel()
	plain, err := native.Open(native.Options{})
	require.NoError(t, err)
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var c keywords.PhraseCounter
	a := analysis.Analyzer{Segmenter: plain}
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		doc, err := a.Analyze(t.Context(), analysis.Source{ID: filepath.Base(file), Text: string(text)})
		require.NoError(t, err)
		require.NoError(t, c.Add(doc, ""))
	}
	tab, err := c.Table(t.Context(), keywords.TableOptions{Phrases: keywords.Phrases{MinCount: 2}, MinDocuments: 1})
	require.NoError(t, err)
	require.Greater(t, len(tab.Rows), 100)
	var lines strings.Builder
	require.NoError(t, keywords.WriteLexicon(&lines, tab.Rows))
	read, err := lexicon.Read(strings.NewReader(lines.String()))
	require.NoError(t, err)
	require.Len(t, read, len(tab.Rows))
	whole, err := native.KeepWhole(read)
	require.NoError(t, err)
	var written strings.Builder
	require.NoError(t, lexicon.Write(&written, whole))
	again, err := lexicon.Read(strings.NewReader(written.String()))
	require.NoError(t, err)
	require.Equal(t, whole, again)

	for name, entries := range map[string][]lexicon.Entry{"as read": read, "with their frequencies": again} {
		s, err := native.Open(native.Options{Lexicon: entries})
		require.NoError(t, err)
		split := 0
		for _, r := range tab.Rows {
			words, err := s.Segment(nil, r.Text)
			require.NoError(t, err)
			assert.Equal(t, []analysis.Word{{Text: r.Text, Tag: r.Tag}}, words, name)
			words, err = plain.Segment(nil, r.Text)
			require.NoError(t, err)
			if len(words) > 1 {
				split++
			}
		}
		assert.Greater(t, split, len(tab.Rows)/2, "most of them are several words without the lexicon")
	}
}
