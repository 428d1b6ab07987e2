package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A generator makes any number of articles that differ: sentences of testdata's
// articles in a random order, with names of places, programmes and numbers put
// into them that are drawn anew for each article. A seed gives the same articles.
type generator struct {
	random    *rand.Rand
	sentences []string
}

func newGenerator(t testing.TB, seed uint64) *generator {
	t.Helper()
	g := &generator{random: rand.New(rand.NewPCG(seed, 1))}
	files, err := filepath.Glob(filepath.Join(articles, "*.txt"))
	require.NoError(t, err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for s := range strings.SplitAfterSeq(string(text), "。") {
			if s = strings.TrimSpace(s); strings.HasSuffix(s, "。") {
				g.sentences = append(g.sentences, s)
			}
		}
	}
	require.NotEmpty(t, g.sentences)
	return g
}

// name returns a word that is in no dictionary: n characters of the 2,500 that
// begin the block of Han characters.
func (g *generator) name(n int) string {
	var b strings.Builder
	for range n {
		b.WriteRune(rune(0x4e00 + g.random.IntN(2500)))
	}
	return b.String()
}

// article returns a text of about n bytes, sep between its paragraphs.
func (g *generator) article(n int, sep string) string {
	place, programme := g.name(2)+"市", g.name(2)+"工程"
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s实施意见%s", place, programme, sep)
	for i := 1; b.Len() < n; i++ {
		b.WriteString(g.sentences[g.random.IntN(len(g.sentences))])
		switch i % 4 {
		case 0:
			fmt.Fprintf(&b, "%s推进“%s”，投入%d万元。%s", place, programme, g.random.IntN(1e6), sep)
		case 2:
			fmt.Fprintf(&b, "%s%s增长%d.%d%%。", g.name(2), g.name(1), g.random.IntN(100), g.random.IntN(10))
		}
	}
	return b.String()
}

// lines writes n articles of about size bytes as lines of JSON.
func (g *generator) lines(w io.Writer, n, size int) error {
	enc := json.NewEncoder(w)
	for i := range n {
		if err := enc.Encode(map[string]string{"id": fmt.Sprintf("a%06d", i), "text": g.article(size, "\n")}); err != nil {
			return err
		}
	}
	return nil
}
