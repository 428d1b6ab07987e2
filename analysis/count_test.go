package analysis_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

// slashSegmenter parts words at each slash, which is a word of its own, and tags
// Han words as nouns.
type slashSegmenter struct{}

func (slashSegmenter) Segment(dst []analysis.Word, text string) ([]analysis.Word, error) {
	for text != "" {
		n := strings.IndexAny(text, "/。\n")
		switch {
		case n < 0:
			n = len(text)
		case n == 0:
			n = len("/")
			if strings.HasPrefix(text, "。") {
				n = len("。")
			}
		}
		dst = append(dst, analysis.Word{Text: text[:n], Tag: "n"})
		text = text[n:]
	}
	return dst, nil
}

func texts(texts ...string) iter.Seq2[analysis.Source, error] {
	return func(yield func(analysis.Source, error) bool) {
		for i, text := range texts {
			s, err := analysis.Source{ID: fmt.Sprint(i), Text: text}, error(nil)
			if text == "broken" {
				err = errSource
			}
			if !yield(s, err) {
				return
			}
		}
	}
}

// networkPhrase finds 网络/强省.
func networkPhrase(_ context.Context, d *analysis.Document) ([]analysis.Span, error) {
	if strings.Contains(d.Text, "禁止") {
		return nil, errors.New("no phrases here")
	}
	return spansOf(d, "网络/强省"), nil
}

func TestCountCorpus(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		texts   []string
		phrases analysis.PhraseFunc
		docs    int
		want    map[string]int
		err     string
	}{
		{"nothing", nil, nil, 0, map[string]int{"网络": 0}, ""},
		{"words", []string{"网络/强省/网络。", "网络。"}, nil, 2, map[string]int{"网络": 2, "强省": 1, "网络/强省": 0}, ""},
		{"phrases count beside their words", []string{"网络/强省。", "网络。", "强省/网络。"}, networkPhrase, 3,
			map[string]int{"网络": 3, "强省": 2, "网络/强省": 1}, ""},
		{"a text that is not UTF-8 is left out and named", []string{"网络。", "\xff", "网络。"}, nil, 2, map[string]int{"网络": 2},
			`analysis: document "1": byte 0: the text is not UTF-8`},
		{"an error of the source is passed on", []string{"网络。", "broken"}, nil, 1, map[string]int{"网络": 1}, "the source is broken"},
		{"an error of the phrases names the document", []string{"网络。", "禁止。"}, networkPhrase, 1, map[string]int{"网络": 1},
			`analysis: document "1": no phrases here`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for _, workers := range []int{1, 7} {
				a := analysis.Analyzer{Segmenter: slashSegmenter{}, Workers: workers}
				corpus, err := a.CountCorpus(t.Context(), texts(c.texts...), c.phrases)
				if c.err == "" {
					require.NoError(t, err)
				} else {
					require.EqualError(t, err, c.err)
				}
				assert.Equal(t, c.docs, corpus.Len())
				for key, df := range c.want {
					assert.Equal(t, df, corpus.DocumentFrequency(key), key)
				}
			}
		})
	}
	t.Run("only the first errors are kept", func(t *testing.T) {
		t.Parallel()
		many := make([]string, 103)
		for i := range many {
			many[i] = "\xff"
		}
		a := analysis.Analyzer{Segmenter: slashSegmenter{}}
		corpus, err := a.CountCorpus(t.Context(), texts(many...), nil)
		assert.Zero(t, corpus.Len())
		lines := strings.Split(err.Error(), "\n")
		require.Len(t, lines, 101)
		assert.Contains(t, lines[99], `document "99"`)
		assert.Equal(t, "analysis: 3 more sources failed", lines[100])
	})
	t.Run("cancelled", func(t *testing.T) {
		t.Parallel()
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		a := analysis.Analyzer{Segmenter: slashSegmenter{}}
		corpus, err := a.CountCorpus(ctx, texts("网络。"), nil)
		assert.Nil(t, corpus)
		assert.ErrorIs(t, err, context.Canceled)
	})
}
