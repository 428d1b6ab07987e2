package analysistest

import (
	"strings"
	"testing"

	"github.com/tifa-go/tifa/analysis"
)

// Document analyzes a text that is written with its words, each with its tag
// behind a slash and a bar between them: "推进/v|网络/n|强省/x|。". A word without a
// slash has no tag. So a test says just which words there are, and needs no
// dictionary.
func Document(t testing.TB, words string) *analysis.Document {
	t.Helper()
	var s written
	var text strings.Builder
	for _, w := range strings.Split(words, "|") {
		word, tag, _ := strings.Cut(w, "/")
		s.words = append(s.words, analysis.Word{Text: word, Tag: tag})
		text.WriteString(word)
	}
	a := analysis.Analyzer{Segmenter: &s}
	d, err := a.Analyze(t.Context(), analysis.Source{ID: "test", Text: text.String()})
	if err != nil {
		t.Fatal(err)
	}
	TestDocument(t, d)
	return d
}

// written is a Segmenter that knows the words of one text, and gives them out
// as it is asked for the text's lines.
type written struct{ words []analysis.Word }

func (s *written) Segment(dst []analysis.Word, text string) ([]analysis.Word, error) {
	for at := 0; at < len(text); {
		w := s.words[0]
		s.words = s.words[1:]
		w.Text = text[at : at+len(w.Text)]
		dst = append(dst, w)
		at += len(w.Text)
	}
	return dst, nil
}
