package analysis

import (
	"bufio"
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

// Each key is found and no other string, and the sums are those of all.
func TestBackgroundTable(t *testing.T) {
	t.Parallel()
	table, terms, sum := Background().table, 0, 0
	for key, df := range table.all() {
		terms, sum = terms+1, sum+df
		if df == 0 || df != table.documentFrequency(key) {
			t.Fatalf("%s: %d is found, %d is there", key, table.documentFrequency(key), df)
		}
		if n := table.documentFrequency(key + "\n"); n != 0 {
			t.Fatalf("%s and a line break: %d", key, n)
		}
	}
	assert.Equal(t, sum, Background().Postings())
	assert.Equal(t, table.terms, terms)
	for _, no := range []string{"", "\n", "改革\t", "改革\n", "碳达峰", strings.Repeat("改革", 1000)} {
		assert.Zero(t, table.documentFrequency(no), "%.20q", no)
	}
}

func TestBackgroundCanBeWrittenAndRead(t *testing.T) {
	t.Parallel()
	file := corpusBytes(t, Background())
	c, err := ReadCorpus(strings.NewReader(file))
	require.NoError(t, err)
	assert.Equal(t, Background().Len(), c.Len())
	assert.Equal(t, Background().Postings(), c.Postings())
	assert.Equal(t, file, corpusBytes(t, c))
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

func BenchmarkBackgroundIDF(b *testing.B) {
	c := Background()
	words := []string{"经济", "社会", "改革", "网络强国", "五大发展理念"}
	for i := 0; b.Loop(); i++ {
		c.IDF(words[i%len(words)])
	}
}
