package analysistest_test

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
)

// recorder takes the place of a test and keeps what fails in it.
type recorder struct {
	testing.TB
	mu       sync.Mutex
	failures []string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

// segmenter is a function as a Segmenter.
type segmenter func(dst []analysis.Word, text string) ([]analysis.Word, error)

func (f segmenter) Segment(dst []analysis.Word, text string) ([]analysis.Word, error) {
	return f(dst, text)
}

// whole makes each text one word.
func whole(dst []analysis.Word, text string) ([]analysis.Word, error) {
	if text == "" {
		return dst, nil
	}
	return append(dst, analysis.Word{Text: text, Tag: "n"}), nil
}

func TestSegmenterFindsFaults(t *testing.T) {
	t.Parallel()
	var calls atomic.Int64
	for _, c := range []struct {
		name string
		f    segmenter
		want string // part of a failure; "" for none
	}{
		{"none", whole, ""},
		{"an error", func(dst []analysis.Word, _ string) ([]analysis.Word, error) { return dst, errors.New("no dictionary") }, "no dictionary"},
		{"text lost", func(dst []analysis.Word, text string) ([]analysis.Word, error) {
			return whole(dst, text[:len(text)/2])
		}, "the words end at byte"},
		{"text changed", func(dst []analysis.Word, text string) ([]analysis.Word, error) {
			return append(dst, analysis.Word{Text: "改"}), nil
		}, "the text there is"},
		{"an empty word", func(dst []analysis.Word, text string) ([]analysis.Word, error) {
			return whole(append(dst, analysis.Word{}), text)
		}, "an empty word"},
		{"a character parted", func(dst []analysis.Word, text string) ([]analysis.Word, error) {
			if len(text) < 3 {
				return whole(dst, text)
			}
			return whole(append(dst, analysis.Word{Text: text[:2]}), text[2:])
		}, "begins inside a character"},
		{"dst overwritten", func(dst []analysis.Word, text string) ([]analysis.Word, error) { return whole(dst[:0], text) }, "does not append to dst"},
		{"other words each time", func(dst []analysis.Word, text string) ([]analysis.Word, error) {
			if text == "" {
				return dst, nil
			}
			return append(dst, analysis.Word{Text: text, Tag: fmt.Sprint(calls.Add(1))}), nil
		}, "gives other words the second time"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := &recorder{TB: t}
			analysistest.TestSegmenter(r, c.f)
			if c.want == "" {
				assert.Empty(t, r.failures)
				return
			}
			require.NotEmpty(t, r.failures)
			assert.Contains(t, fmt.Sprint(r.failures), c.want)
		})
	}
}

func TestDocumentFindsFaults(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		spoil func(d *analysis.Document)
	}{
		{"a paragraph is missing", func(d *analysis.Document) { d.Paragraphs = d.Paragraphs[:1] }},
		{"a paragraph is empty", func(d *analysis.Document) { d.Paragraphs[0].End = 0 }},
		{"a sentence ends early", func(d *analysis.Document) { d.Sentences[0].End -= 3 }},
		{"a sentence ends inside a character", func(d *analysis.Document) { d.Sentences[0].End-- }},
		{"a sentence names another paragraph", func(d *analysis.Document) { d.Sentences[0].Paragraph = 1 }},
		{"a token ends late", func(d *analysis.Document) { d.Tokens[0].End += 3 }},
		{"tokens are no view", func(d *analysis.Document) { d.Sentences[0].Tokens = slices.Clone(d.Sentences[0].Tokens) }},
		{"sentences are no view", func(d *analysis.Document) { d.Paragraphs[0].Sentences = slices.Clone(d.Paragraphs[0].Sentences) }},
		{"a term counts too many", func(d *analysis.Document) { d.Terms[0].Count++ }},
		{"a term is first elsewhere", func(d *analysis.Document) { d.Terms[0].First++ }},
		{"a term has no key", func(d *analysis.Document) { d.Terms[0].Key = "" }},
		{"two terms have one key", func(d *analysis.Document) { d.Terms[1].Key = d.Terms[0].Key }},
		{"a token has a term that is not there", func(d *analysis.Document) { d.Tokens[0].Term = 99 }},
		{"a section has a parent behind it", func(d *analysis.Document) { d.Sections[0].Parent = 1 }},
		{"a section has another level", func(d *analysis.Document) { d.Sections[0].Level = 3 }},
		{"a section ends late", func(d *analysis.Document) { d.Sections[0].End += 3 }},
		{"a sentence is in no section that there is", func(d *analysis.Document) { d.Sentences[0].Section = 9 }},
		{"a session is more than a token", func(d *analysis.Document) { d.Sessions = []analysis.Span{{Start: 0, End: 6}} }},
		{"a number of a document is empty", func(d *analysis.Document) { d.Numbers = []analysis.Span{{Start: 3, End: 3}} }},
		{"a work is no title", func(d *analysis.Document) { d.Works = []analysis.Span{{Start: 0, End: 3}} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := analysistest.Document(t, "一/m|、|总体/n|要求/n|\n|发展/vn|经济/n|。|\n|二/m|、|保障/vn|措施/n|\n|学习/v|《|条例/n|》|。")
			r := &recorder{TB: t}
			analysistest.TestDocument(r, d)
			require.Empty(t, r.failures, "before the fault")
			c.spoil(d)
			analysistest.TestDocument(r, d)
			assert.NotEmpty(t, r.failures)
		})
	}
}
