package keywords_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/native"
	"github.com/tifa-go/tifa/keywords"
)

// BenchmarkPhraseCounter counts 1, 10 and 100 MB of documents, made from the
// articles of testdata, or from the policy texts and laws of TIFA_DATA, and
// makes their table:
//
//	go test ./keywords -run '^$' -bench PhraseCounter/100MB -benchtime 1x
//
// The speed is that of Add and Table; find-MB/s is that of Phrases.Find on each
// document alone. heap-MB is what the heap took from the system at most.
func BenchmarkPhraseCounter(b *testing.B) {
	s, err := native.Open(native.Options{})
	require.NoError(b, err)
	a := analysis.Analyzer{Segmenter: s}
	v := newVaried(b, a)
	ctx := context.Background()
	for _, size := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("%dMB", size), func(b *testing.B) {
			b.SetBytes(int64(size) * 1e6)
			var find time.Duration
			var rows int
			for b.Loop() {
				b.StopTimer()
				r := rand.New(rand.NewPCG(1, 1))
				var c keywords.PhraseCounter
				for bytes := 0; bytes < size*1e6; {
					id := fmt.Sprint(bytes)
					doc, err := a.Analyze(ctx, analysis.Source{ID: id, Text: v.text(r)})
					require.NoError(b, err)
					bytes += len(doc.Text)
					start := time.Now()
					_, err = keywords.Phrases{}.Find(ctx, doc)
					require.NoError(b, err)
					find += time.Since(start)
					b.StartTimer()
					require.NoError(b, c.Add(doc, id[:1]))
					b.StopTimer()
				}
				b.StartTimer()
				tab, err := c.Table(ctx, keywords.TableOptions{})
				require.NoError(b, err)
				rows = len(tab.Rows)
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(size)*float64(b.N)/find.Seconds(), "find-MB/s")
			b.ReportMetric(float64(m.HeapSys)/1e6, "heap-MB")
			b.ReportMetric(float64(rows), "rows")
		})
	}
}

// varied makes documents out of others: of each sentence, three words in ten
// are replaced by others with the same tag, so that phrases recur as they do in
// real texts and whole sentences do not.
type varied struct {
	docs  []*analysis.Document
	words map[string][]string // by tag, as often as they occur
}

func newVaried(b *testing.B, a analysis.Analyzer) *varied {
	patterns := []string{"../testdata/articles/*.txt"}
	if dir := os.Getenv("TIFA_DATA"); dir != "" {
		patterns = []string{filepath.Join(dir, "policy", "*.txt"), filepath.Join(dir, "laws", "*.txt")}
	}
	v := &varied{words: make(map[string][]string)}
	for _, p := range patterns {
		files, err := filepath.Glob(p)
		require.NoError(b, err)
		require.NotEmpty(b, files, p)
		for _, file := range files {
			text, err := os.ReadFile(file)
			require.NoError(b, err)
			doc, err := a.Analyze(context.Background(), analysis.Source{Text: string(text)})
			require.NoError(b, err)
			v.docs = append(v.docs, doc)
			for _, t := range doc.Tokens {
				if t.Kind == analysis.KindWord {
					v.words[t.Tag] = append(v.words[t.Tag], doc.Text[t.Start:t.End])
				}
			}
		}
	}
	return v
}

func (v *varied) text(r *rand.Rand) string {
	doc := v.docs[r.IntN(len(v.docs))]
	var text strings.Builder
	for _, t := range doc.Tokens {
		if t.Kind == analysis.KindWord && r.IntN(10) < 3 {
			words := v.words[t.Tag]
			text.WriteString(words[r.IntN(len(words))])
		} else {
			text.WriteString(doc.Text[t.Start:t.End])
		}
	}
	return text.String()
}
