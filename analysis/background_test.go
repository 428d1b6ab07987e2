package analysis

import (
	"bufio"
	"compress/gzip"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The embedded table must say of every word what the table of the gojieba
// module says, and of no other word anything.
func TestBackgroundIsTheTableOfGojieba(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("the go command, which says where the gojieba module is, is not there: ", err)
	}
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yanyiwu/gojieba").Output()
	require.NoError(t, err)
	f, err := os.Open(filepath.Join(strings.TrimSpace(string(dir)), "deps", "cppjieba", "dict", "idf.utf8"))
	require.NoError(t, err)
	defer f.Close()

	c := Background()
	require.Equal(t, 1088899, c.Len())
	words, n := bufio.NewScanner(f), 0
	for words.Scan() {
		word, value, _ := strings.Cut(words.Text(), " ")
		idf, err := strconv.ParseFloat(value, 64)
		require.NoError(t, err)
		// At the most frequent word, one document more or less is 1.5e-5.
		got := math.Log(float64(c.Len()) / float64(c.DocumentFrequency(word)))
		if math.Abs(got-idf) > 1e-6 || Key(word) != word {
			t.Fatalf("%s: ln(N/df) is %v, gojieba has %v", word, got, idf)
		}
		n++
	}
	require.NoError(t, words.Err())
	assert.Equal(t, n, c.table.terms)
}

func TestBackgroundIsWhatWriteToWrites(t *testing.T) {
	t.Parallel()
	r, err := gzip.NewReader(strings.NewReader(backgroundGz))
	require.NoError(t, err)
	file, err := io.ReadAll(r)
	require.NoError(t, err)
	if corpusBytes(t, Background()) != string(file) {
		t.Fatal("the generator writes another format than WriteTo")
	}
}

func TestBackgroundIsNotChangedByAddAndMerge(t *testing.T) {
	t.Parallel()
	before := Background().DocumentFrequency("改革")
	require.Positive(t, before)
	changes := map[string]func(*Corpus){
		"Add":            func(c *Corpus) { c.Add(corpusDoc("改革", "碳达峰")) },
		"Merge":          func(c *Corpus) { c.Merge(corpusOf(corpusDoc("改革", "碳达峰"))) },
		"Merge itself":   func(c *Corpus) { c.Merge(c) },
		"Merge another":  func(c *Corpus) { c.Merge(Background()) },
		"Merge and Add":  func(c *Corpus) { c.Merge(corpusOf(corpusDoc("碳达峰"))); c.Add(corpusDoc("改革")) },
		"Add to a copy":  func(c *Corpus) { d := *c; d.Add(corpusDoc("改革")); c.Add(corpusDoc("改革")) },
		"Merge into new": func(c *Corpus) { var d Corpus; d.Merge(c); d.Add(corpusDoc("改革")); c.Add(corpusDoc("改革")) },
	}
	var wg sync.WaitGroup // the race detector must see nothing
	for name, change := range changes {
		for range 2 {
			wg.Go(func() {
				c := Background()
				change(c)
				assert.Greater(t, c.DocumentFrequency("改革"), before, name)
				assert.Greater(t, c.Len(), Background().Len(), name)
				assert.Equal(t, before, Background().DocumentFrequency("改革"), name)
				assert.Zero(t, Background().DocumentFrequency("碳达峰"), name)
			})
		}
	}
	wg.Wait()
}

func BenchmarkBackgroundLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		r, err := gzip.NewReader(strings.NewReader(backgroundGz))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := ReadCorpus(r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBackgroundIDF(b *testing.B) {
	c := Background()
	words := []string{"经济", "社会", "改革", "网络强国", "五大发展理念"}
	for i := 0; b.Loop(); i++ {
		c.IDF(words[i%len(words)])
	}
}
