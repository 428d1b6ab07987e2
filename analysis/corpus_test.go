package analysis

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// corpusDoc returns a Document with terms of these keys.
func corpusDoc(keys ...string) *Document {
	d := &Document{}
	for _, k := range keys {
		d.Terms = append(d.Terms, Term{Text: k, Key: k, Count: 1})
	}
	return d
}

func corpusOf(docs ...*Document) *Corpus {
	c := &Corpus{}
	for _, d := range docs {
		c.Add(d)
	}
	return c
}

// corpusBytes returns the file of c, which says all there is to know of it.
func corpusBytes(t testing.TB, c *Corpus) string {
	t.Helper()
	var b bytes.Buffer
	n, err := c.WriteTo(&b)
	require.NoError(t, err)
	require.EqualValues(t, b.Len(), n)
	return b.String()
}

func TestCorpusCountsDocuments(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		docs []*Document
		want map[string]int
	}{
		{"nothing", nil, map[string]int{"改革": 0, "": 0}},
		{"a document without terms", []*Document{corpusDoc()}, map[string]int{"改革": 0}},
		{"each term once", []*Document{corpusDoc("改革", "发展")}, map[string]int{"改革": 1, "发展": 1, "开放": 0}},
		{"a key of two terms once", []*Document{corpusDoc("gdp", "gdp")}, map[string]int{"gdp": 1}},
		{"several documents", []*Document{corpusDoc("改革"), corpusDoc("发展", "改革"), corpusDoc()}, map[string]int{"改革": 2, "发展": 1}},
		{"the empty key", []*Document{corpusDoc("")}, map[string]int{"": 1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			corpus := corpusOf(c.docs...)
			assert.Equal(t, len(c.docs), corpus.Len())
			for key, df := range c.want {
				assert.Equal(t, df, corpus.DocumentFrequency(key), key)
			}
		})
	}
	t.Run("by Key and not by Text", func(t *testing.T) {
		t.Parallel()
		corpus := corpusOf(&Document{Terms: []Term{{Text: "GDP", Key: "gdp", Count: 9}}})
		assert.Equal(t, 1, corpus.DocumentFrequency("gdp"))
		assert.Equal(t, 0, corpus.DocumentFrequency("GDP"))
	})
}

func TestCorpusIDF(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name     string
		docs, df int
		want     float64
	}{
		{"an empty corpus", 0, 0, 1},
		{"a term of no document", 1, 0, math.Log(2) + 1},
		{"a term of every document", 7, 7, 1},
		{"a term of one in three", 3, 1, math.Log(2) + 1},
		{"a term of 99 in 999", 999, 99, math.Log(10) + 1},
		{"the largest counts", math.MaxInt, math.MaxInt, 1},
		{"the rarest term of the largest corpus", math.MaxInt, 0, math.Log(math.MaxInt) + 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			corpus := &Corpus{docs: c.docs, df: map[string]int{"改革": c.df}}
			assert.InDelta(t, c.want, corpus.IDF("改革"), 1e-12)
		})
	}
}

func TestCorpusTermIDF(t *testing.T) {
	t.Parallel()
	// 网络 is in 1 of 7 documents, 强省 in 3, 建设 in 7; 网络建设 in 3.
	corpus := &Corpus{docs: 7, df: map[string]int{"网络": 1, "强省": 3, "建设": 7, "网络建设": 3}}
	top := math.Log(8) + 1
	term := func(words ...string) Term {
		var x Term
		for _, w := range words {
			text, tag, _ := strings.Cut(w, "/")
			x.Key += text
			x.Parts = append(x.Parts, Word{text, tag})
		}
		return x
	}
	cases := []struct {
		name string
		term Term
		want float64
	}{
		{"a word that the corpus has", Term{Key: "网络"}, math.Log(4) + 1},
		{"a word that it does not have is the rarest of all", Term{Key: "网信"}, top},
		{"a phrase that it has", term("网络/n", "建设/vn"), math.Log(2) + 1},
		{"a phrase that it lacks, one of whose words all documents have", term("强省/x", "建设/vn"), math.Log(2) + 1},
		{"a phrase that it lacks: between the rarest word and the product", term("网络/n", "强省/x"), (math.Log(4)+math.Log(8))/2 + 1},
		{"a phrase is at most as rare as what no document has", term("网络/n", "网络/n", "强省/x"), top},
		{"a particle does not count", term("建设/vn", "的/uj", "强省/x"), math.Log(2) + 1},
		{"a word without a tag counts", term("建设", "强省"), math.Log(2) + 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.InDelta(t, c.want, corpus.TermIDF(c.term), 1e-12)
		})
	}
	assert.InDelta(t, 1, (*Corpus)(nil).TermIDF(term("网络/n", "强省/x")), 0)
}

func TestCorpusPostings(t *testing.T) {
	t.Parallel()
	north, south := corpusOf(corpusDoc("改革", "发展"), corpusDoc("改革", "改革")), corpusOf(corpusDoc("开放"))
	assert.Equal(t, 3, north.Postings(), "改革 twice, 发展 once")
	var all Corpus
	all.Merge(north)
	all.Merge(south)
	assert.Equal(t, 4, all.Postings())
	all.Merge(&all)
	assert.Equal(t, 8, all.Postings())
	again, err := ReadCorpus(strings.NewReader(corpusBytes(t, &all)))
	require.NoError(t, err)
	assert.Equal(t, 8, again.Postings())
	assert.Zero(t, (*Corpus)(nil).Postings())

	sum := 0
	b := Background()
	for _, n := range b.all() {
		sum += n
	}
	assert.Equal(t, sum, b.Postings())
	b.Add(corpusDoc("改革"))
	assert.Equal(t, sum+1, b.Postings(), "with what is added")
}

func TestCorpusNilReadsAsEmpty(t *testing.T) {
	t.Parallel()
	var c *Corpus
	assert.Zero(t, c.Len())
	assert.Zero(t, c.DocumentFrequency("改革"))
	assert.InDelta(t, 1, c.IDF("改革"), 0)
	assert.Equal(t, corpusBytes(t, &Corpus{}), corpusBytes(t, c))
}

func TestCorpusMerge(t *testing.T) {
	t.Parallel()
	full := func() *Corpus { return corpusOf(corpusDoc("改革", "发展"), corpusDoc("改革")) }
	once := corpusBytes(t, full())
	twice := corpusBytes(t, corpusOf(corpusDoc("改革", "发展"), corpusDoc("改革"), corpusDoc("改革", "发展"), corpusDoc("改革")))
	cases := []struct {
		name string
		c, o *Corpus
		want string
	}{
		{"nil", full(), nil, once},
		{"an empty one", full(), &Corpus{}, once},
		{"into an empty one", &Corpus{}, full(), once},
		{"an equal one", full(), full(), twice},
		{"one with documents only", full(), corpusOf(corpusDoc()), corpusBytes(t, corpusOf(corpusDoc("改革", "发展"), corpusDoc("改革"), corpusDoc()))},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			before := corpusBytes(t, c.o)
			c.c.Merge(c.o)
			assert.Equal(t, c.want, corpusBytes(t, c.c))
			c.c.Add(corpusDoc("改革"))
			assert.Equal(t, before, corpusBytes(t, c.o), "the other is as it was, and shares nothing")
		})
	}
	t.Run("itself", func(t *testing.T) {
		t.Parallel()
		c := full()
		c.Merge(c)
		assert.Equal(t, twice, corpusBytes(t, c))
	})
	t.Run("beyond the largest int", func(t *testing.T) {
		t.Parallel()
		c := full()
		for range 100 {
			c.Merge(c)
		}
		c.Add(corpusDoc("改革"))
		assert.Equal(t, math.MaxInt, c.Len())
		assert.Equal(t, math.MaxInt, c.DocumentFrequency("改革"))
		assert.GreaterOrEqual(t, c.IDF("改革"), 1.0)
	})
}

// Shards of a random collection, merged in a random tree, must write the bytes
// that counting it in one go writes.
func TestCorpusShardsMergeInAnyOrder(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			rnd := rand.New(rand.NewPCG(seed, 1))
			docs := make([]*Document, rnd.IntN(60))
			for i := range docs {
				var keys []string
				for range rnd.IntN(20) {
					keys = append(keys, string(rune('一'+rnd.IntN(50))))
				}
				docs[i] = corpusDoc(keys...)
			}
			want := corpusBytes(t, corpusOf(docs...))

			rnd.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
			shards := make([]*Corpus, 1+rnd.IntN(8))
			for i := range shards {
				shards[i] = &Corpus{}
			}
			for _, d := range docs {
				shards[rnd.IntN(len(shards))].Add(d)
			}
			for len(shards) > 1 {
				i := rnd.IntN(len(shards))
				o := shards[i]
				shards = slices.Delete(shards, i, i+1)
				shards[rnd.IntN(len(shards))].Merge(o)
			}
			assert.Equal(t, want, corpusBytes(t, shards[0]))
		})
	}
}

func BenchmarkCorpusAdd(b *testing.B) {
	keys := make([]string, 500)
	for i := range keys {
		keys[i] = fmt.Sprint("词", i)
	}
	d := corpusDoc(keys...)
	c := &Corpus{}
	b.ReportAllocs()
	for b.Loop() {
		c.Add(d)
	}
}
