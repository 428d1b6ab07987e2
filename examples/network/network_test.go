package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/examples/internal/desktest"
	"github.com/tifa-go/tifa/keywords"
)

const articles = "../../testdata/articles"

func call(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(""), &out, &messages)
	return code, out.String(), messages.String()
}

func readFile(t *testing.T, elem ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(elem...))
	require.NoError(t, err)
	return string(data)
}

// table reads a table as rows by column.
func table(t *testing.T, comma rune, elem ...string) (rows []map[string]string) {
	t.Helper()
	r := csv.NewReader(strings.NewReader(readFile(t, elem...)))
	r.Comma = comma
	all, err := r.ReadAll()
	require.NoError(t, err)
	for _, cells := range all[1:] {
		row := make(map[string]string)
		for i, c := range cells {
			row[all[0][i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	return file
}

func TestNetwork(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	code, out, messages := call(t, "-unit", "paragraph", "-nodes", "50", "-o", dir, articles)
	require.Zero(t, code, messages)
	assert.Empty(t, messages)
	if *desktest.Update {
		require.NoError(t, os.WriteFile("testdata/network.golden", []byte(out), 0o644))
		require.NoError(t, os.WriteFile("network.png", []byte(readFile(t, dir, "network.png")), 0o644))
	}
	assert.Equal(t, readFile(t, "testdata", "network.golden"), out)

	nodes, edges := table(t, ',', dir, "nodes.csv"), table(t, ',', dir, "edges.csv")
	var kept []map[string]string
	for _, p := range table(t, ',', dir, "pairs.csv") {
		if p["kept"] == "true" {
			kept = append(kept, p)
		}
	}
	require.Len(t, kept, len(edges))
	for i, e := range edges {
		assert.Equal(t, []string{e["Source"], e["Target"], e["count"]}, []string{kept[i]["a"], kept[i]["b"], kept[i]["count"]})
	}
	items, links := table(t, '\t', dir, "vosviewer_map.txt"), strings.Split(strings.TrimSpace(readFile(t, dir, "vosviewer_network.txt")), "\n")
	require.Len(t, items, len(nodes))
	require.Len(t, links, len(edges))
	id := make(map[string]string)
	for i, x := range items {
		assert.Equal(t, fmt.Sprint(i+1), x["id"])
		assert.Equal(t, []string{nodes[i]["Label"], nodes[i]["community"], nodes[i]["count"], nodes[i]["degree"]},
			[]string{x["label"], x["cluster"], x["weight<Occurrences>"], x["weight<Links>"]})
		id[x["label"]] = x["id"]
	}
	for i, e := range edges {
		assert.Equal(t, id[e["Source"]]+"\t"+id[e["Target"]]+"\t"+e["count"], links[i])
	}

	var gexf struct {
		XMLName xml.Name   `xml:"http://gexf.net/1.3 gexf"`
		Nodes   []struct{} `xml:"graph>nodes>node"`
		Edges   []struct{} `xml:"graph>edges>edge"`
	}
	require.NoError(t, xml.Unmarshal([]byte(readFile(t, dir, "network.gexf")), &gexf))
	assert.Equal(t, []int{len(nodes), len(edges)}, []int{len(gexf.Nodes), len(gexf.Edges)})
	var graphML struct {
		XMLName xml.Name   `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Nodes   []struct{} `xml:"graph>node"`
		Edges   []struct{} `xml:"graph>edge"`
	}
	require.NoError(t, xml.Unmarshal([]byte(readFile(t, dir, "network.graphml")), &graphML))
	assert.Equal(t, []int{len(nodes), len(edges)}, []int{len(graphML.Nodes), len(graphML.Edges)})
	_, err := png.Decode(strings.NewReader(readFile(t, dir, "network.png")))
	require.NoError(t, err)
	assert.NotContains(t, readFile(t, dir, "network.svg"), "<text", "which needs a font")
}

func TestOutputIsTheSameAgain(t *testing.T) {
	t.Parallel()
	one, many, other := t.TempDir(), t.TempDir(), t.TempDir()
	_, out, _ := call(t, "-workers", "1", "-o", one, articles)
	_, same, _ := call(t, "-workers", "7", "-o", many, articles)
	call(t, "-seed", "2", "-o", other, articles)
	assert.Equal(t, out, same)
	entries, err := os.ReadDir(one)
	require.NoError(t, err)
	assert.Len(t, entries, 9)
	for _, e := range entries {
		assert.Equal(t, readFile(t, one, e.Name()), readFile(t, many, e.Name()), e.Name())
	}
	assert.NotEqual(t, readFile(t, one, "nodes.csv"), readFile(t, other, "nodes.csv"), "another seed, other places")
}

// Two groups of terms that only one sentence joins.
func TestCommunities(t *testing.T) {
	t.Parallel()
	text := write(t, "a.txt", strings.Repeat("农业带动农村，农民增收。\n工业依靠科技，科技依靠人才。\n", 5)+"农民成为人才。\n")
	list := write(t, "terms.txt", "\ufeff# 六个词\n农业\n农村\n农民\n\n工业\n科技\n人才\n海洋\n农业\n")
	dir := t.TempDir()
	code, out, messages := call(t, "-terms", list, "-min-count", "1", "-o", dir, text)
	require.Zero(t, code, messages)
	assert.Contains(t, out, "6 terms, 7 of 7 pairs (ochiai) in 11 sentences")
	assert.Contains(t, out, "1 terms have no pair and are left out")
	assert.Contains(t, out, "\n1  农民 ×6  农业 ×5  农村 ×5\n\n2  人才 ×6  工业 ×5  科技 ×5\n")
	for _, e := range table(t, ',', dir, "edges.csv") {
		if e["Source"] == "农业" && e["Target"] == "农村" {
			assert.Equal(t, "1", e["ochiai"], "never apart")
		}
	}
	_, out, _ = call(t, "-terms", list, "-edges", "1", "-weight", "count", text)
	assert.Contains(t, out, "of 6 pairs (count)")
	_, out, _ = call(t, "-terms", list, "-unit", "document", "-min-count", "1", text)
	assert.Contains(t, out, "15 pairs (ochiai) in 1 documents")
}

// The sum counts, not how high one document puts a term.
func TestBestTerms(t *testing.T) {
	t.Parallel()
	found := newTerms(2)
	found.add([]keywords.Keyword{{Text: "甲", Score: 8}, {Text: "AI平台", Score: 4}, {Text: "乙", Score: 2}})
	found.add([]keywords.Keyword{{Text: "丙", Score: 3}, {Text: "ai平台", Score: 3}})
	found.add(nil)
	labels, keys := found.best()
	assert.Equal(t, []string{"AI平台", "甲"}, labels)
	assert.Equal(t, []string{analysis.Key("AI平台"), "甲"}, keys)
}

// After spread no two nodes cover each other.
func TestSpread(t *testing.T) {
	t.Parallel()
	var nodes []node
	for i := range 40 {
		nodes = append(nodes, node{x: float64(i % 5), y: float64(i % 7), width: 30, height: 10})
	}
	spread(nodes)
	for i, a := range nodes {
		for _, b := range nodes[:i] {
			apart := math.Abs(a.x-b.x) > 30-1e-3 || math.Abs(a.y-b.y) > 10-1e-3
			assert.True(t, apart, "%v %v", a, b)
		}
	}
	width, height := frame(nodes)
	for _, x := range nodes {
		assert.True(t, x.x >= border+15-1e-9 && x.x <= float64(width)-border-15+1e-9, x)
		assert.True(t, x.y >= border+5-1e-9 && x.y <= float64(height)-border-5+1e-9, x)
	}
	alone := []node{{x: 1, y: 2, width: 3, height: 4}}
	spread(alone)
	assert.Equal(t, []node{{x: 1, y: 2, width: 3, height: 4}}, alone)
	same := []node{{width: 2, height: 2}, {width: 2, height: 2}}
	spread(same)
	assert.NotEqual(t, same[0], same[1])
}

func TestErrors(t *testing.T) {
	t.Parallel()
	empty := write(t, "empty.txt", "")
	lonely := write(t, "lonely.txt", "农业。")
	many := write(t, "many.txt", strings.Join(func() (all []string) {
		for i := range maxNodes + 1 {
			all = append(all, fmt.Sprint("词", i))
		}
		return all
	}(), "\n"))
	for _, c := range []struct {
		name  string
		args  []string
		code  int
		wrong string
	}{
		{"no file", nil, 2, "network: give files or folders, which are read twice"},
		{"standard input", []string{"-"}, 2, "network: give files or folders, which are read twice"},
		{"too many nodes", []string{"-nodes", "501", articles}, 2, "network: -nodes 501: the number is from 2 to 500"},
		{"an unknown weight", []string{"-weight", "cosine", articles}, 2, "network: -weight cosine"},
		{"an unknown unit", []string{"-unit", "word", articles}, 2, "network: -unit word: the unit is sentence, paragraph or document"},
		{"a negative weight", []string{"-min", "-1", articles}, 2, "network: -min is 0 or more"},
		{"no edges", []string{"-edges", "0", articles}, 2, "-edges, -min-count and -top are 1 or more"},
		{"a font that is none", []string{"-font", lonely, articles}, 2, "is no TrueType or OpenType font"},
		{"terms that are not there", []string{"-terms", "nix", articles}, 2, "network: open nix"},
		{"too many terms", []string{"-terms", many, articles}, 2, "501 terms are more than 500"},
		{"a document that is empty", []string{empty, articles}, 1, "empty.txt: the text is empty\nnetwork: 1 of 9 documents failed\n"},
		{"no pair", []string{lonely}, 1, "network: no two of "},
		{"a folder that cannot be made", []string{"-o", filepath.Join(lonely, "x"), articles}, 1, "network: writing the output: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			code, _, messages := call(t, c.args...)
			assert.Equal(t, c.code, code)
			assert.Contains(t, messages, c.wrong)
			assert.LessOrEqual(t, strings.Count(messages, "the text is empty"), 1, "told once")
		})
	}
	code, out, _ := call(t, "-h")
	assert.Zero(t, code)
	assert.Contains(t, out, "-resolution GAMMA")
}

// The README shows what the program writes.
func TestReadmeIsTrue(t *testing.T) {
	desktest.Program(run).Readme(t, "../..", ".", "go -C examples/network run .")
}
