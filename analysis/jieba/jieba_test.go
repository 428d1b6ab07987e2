//go:build cgo

package jieba

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tifa-go/tifa/analysis"
)

var _ analysis.Segmenter = (*Segmenter)(nil)

// plain is a Segmenter without a lexicon that all tests share.
var plain = sync.OnceValues(func() (*Segmenter, error) { return Open(Options{}) })

func openPlain(tb testing.TB) *Segmenter {
	tb.Helper()
	s, err := plain()
	require.NoError(tb, err)
	return s
}

// openWith opens a Segmenter with the words as its lexicon.
func openWith(tb testing.TB, words ...string) *Segmenter {
	tb.Helper()
	var o Options
	for _, w := range words {
		o.Lexicon = append(o.Lexicon, Entry{Word: w})
	}
	s, err := Open(o)
	require.NoError(tb, err)
	tb.Cleanup(func() { s.Close() })
	return s
}

// cut returns the words of text, after it has checked that they are text.
func cut(tb testing.TB, s *Segmenter, text string) []string {
	tb.Helper()
	words, err := s.Segment(nil, text)
	require.NoError(tb, err)
	out := make([]string, len(words))
	n := 0
	for i, w := range words {
		// Compared piece by piece, for texts of 50 MB.
		if w.Text == "" || w.Tag == "" || !strings.HasPrefix(text[n:], w.Text) {
			require.Failf(tb, "not lossless", "word %d, %q/%q, at byte %d", i, w.Text, w.Tag, n)
		}
		out[i] = w.Text
		n += len(w.Text)
	}
	require.Equal(tb, len(text), n, "bytes are missing at the end")
	return out
}

// realTexts returns the texts of the folder that TIFA_DATA names, by the names
// of their files: none where it is not set.
func realTexts() map[string]string {
	texts := map[string]string{}
	names, _ := filepath.Glob(filepath.Join(os.Getenv("TIFA_DATA"), "*", "*.txt"))
	if os.Getenv("TIFA_DATA") == "" {
		names = nil
	}
	for _, name := range names {
		if b, err := os.ReadFile(name); err == nil {
			texts[filepath.Base(name)] = string(b)
		}
	}
	return texts
}

// dataTexts returns realTexts, or skips the test.
func dataTexts(t *testing.T) map[string]string {
	t.Helper()
	if os.Getenv("TIFA_DATA") == "" {
		t.Skip("TIFA_DATA names no folder with texts")
	}
	texts := realTexts()
	require.NotEmpty(t, texts, "TIFA_DATA has no texts")
	return texts
}

func TestEmbeddedDictionariesEqualTheModule(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yanyiwu/gojieba").Output()
	require.NoError(t, err)
	dir := filepath.Join(strings.TrimSpace(string(out)), "deps", "cppjieba", "dict")
	for name, data := range map[string]string{"jieba.dict.utf8": dictionaryGz, "hmm_model.utf8": modelGz} {
		want, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		got, err := decompress(name, data)
		require.NoError(t, err)
		assert.True(t, got == string(want), "%s differs: run go generate", name)
	}
}

func TestDecompressReportsDamage(t *testing.T) {
	t.Parallel()
	_, err := decompress("a", "no gzip")
	assert.ErrorContains(t, err, "jieba: embedded a: ")
	_, err = decompress("a", modelGz[:len(modelGz)-1])
	assert.ErrorContains(t, err, "jieba: embedded a: ")
}

func TestDefaultUserDictionary(t *testing.T) {
	t.Parallel()
	s := openPlain(t)
	words, err := s.Segment(nil, "云计算和区块链")
	require.NoError(t, err)
	assert.Equal(t, []analysis.Word{{Text: "云计算", Tag: "nz"}, {Text: "和", Tag: "c"}, {Text: "区块链", Tag: "nz"}}, words)
	assert.NotContains(t, cut(t, s, "韩玉鉴赏"), "韩玉鉴赏", "gojieba's own user dictionary must not load")
}

func TestOnlySafeMethodsAreExported(t *testing.T) {
	t.Parallel()
	var names []string
	typ := reflect.TypeFor[*Segmenter]()
	for i := range typ.NumMethod() {
		names = append(names, typ.Method(i).Name)
	}
	assert.Equal(t, []string{"Close", "Segment", "SegmentFull", "SegmentSearch"}, names,
		"nothing may change the dictionary of an open Segmenter")
}

func TestUseAfterClose(t *testing.T) {
	t.Parallel()
	closed := openWith(t)
	require.NoError(t, closed.Close())
	require.NoError(t, closed.Close())
	for name, s := range map[string]*Segmenter{"closed": closed, "zero": {}} {
		dst := []analysis.Word{{Text: "a", Tag: "b"}}
		got, err := s.Segment(dst, "经济")
		assert.ErrorIs(t, err, ErrClosed, name)
		assert.Equal(t, dst, got, name)
		pieces, err := s.SegmentSearch(nil, "经济")
		assert.ErrorIs(t, err, ErrClosed, name)
		assert.Empty(t, pieces, name)
		pieces, err = s.SegmentFull(nil, "经济")
		assert.ErrorIs(t, err, ErrClosed, name)
		assert.Empty(t, pieces, name)
		assert.NoError(t, s.Close(), name)
	}
}

func TestCloseWaitsForCalls(t *testing.T) {
	t.Parallel()
	s := openWith(t)
	text := strings.Repeat(article, 20)
	want, err := s.Segment(nil, text)
	require.NoError(t, err)
	var running, done sync.WaitGroup
	for range 8 {
		running.Add(1)
		done.Go(func() {
			for first := true; ; first = false {
				words, err := s.Segment(nil, text)
				if first {
					running.Done()
				}
				if err != nil {
					assert.ErrorIs(t, err, ErrClosed)
					return
				}
				assert.Equal(t, len(want), len(words))
			}
		})
	}
	running.Wait()
	assert.NoError(t, s.Close())
	done.Wait()
}

func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	s := openPlain(t)
	texts := []string{article, hostile, strings.Repeat(article, 3), "", strings.Repeat("高质量发展", 10000)}
	var want [][]analysis.Word
	for _, text := range texts {
		words, err := s.Segment(nil, text)
		require.NoError(t, err)
		want = append(want, words)
	}
	var wg sync.WaitGroup
	for i := range 64 {
		wg.Go(func() {
			for j := range texts {
				k := (i + j) % len(texts)
				words, err := s.Segment(nil, texts[k])
				assert.NoError(t, err)
				assert.True(t, reflect.DeepEqual(want[k], words), "text %d", k)
			}
		})
	}
	wg.Wait()
}

// The finalizer of gojieba's object must not run during the last call.
func TestGarbageCollectionDuringTheLastCall(t *testing.T) {
	t.Parallel()
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
				runtime.GC()
			}
		}
	})
	text := strings.Repeat(article, 100)
	for range 3 {
		s, err := Open(Options{})
		require.NoError(t, err)
		words, err := s.Segment(nil, text) // s is garbage from here on
		require.NoError(t, err)
		assert.NotEmpty(t, words)
	}
	close(stop)
	wg.Wait()
}
