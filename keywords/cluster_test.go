package keywords

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
)

func TestPieces(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		key  string
		want []string
	}{
		{"", nil},
		{"税", []string{"税"}},
		{"网络", []string{"网络"}},
		{"网络强省", []string{"络强", "强省", "网络"}},
		{"gdp", []string{"gdp"}},
		{"5g网络", []string{"5g", "网络"}},
		{"互联网+", []string{"+", "互联", "联网"}},
		{"g税b", []string{"b", "g", "税"}},
		{"改革改革", []string{"改革", "革改"}},
	} {
		assert.ElementsMatch(t, c.want, pieces(c.key), c.key)
	}
}

// asTerms returns a document with a term for each key, and their ids.
func asTerms(keys ...string) (*analysis.Document, []analysis.TermID) {
	d := &analysis.Document{}
	var ids []analysis.TermID
	for i, k := range keys {
		d.Terms = append(d.Terms, analysis.Term{Key: k, Text: k, Tag: "n", Count: 1})
		ids = append(ids, analysis.TermID(i))
	}
	return d, ids
}

func TestClusters(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name      string
		keys      []string
		threshold float64
		want      []int32
	}{
		{"nothing", nil, .25, []int32{}},
		{"one term", []string{"网络"}, .25, []int32{0}},
		{"terms that share nothing", []string{"经济", "经验", "验收"}, .25, []int32{0, 1, 2}},
		{"a word and the phrase with it", []string{"群众", "网络", "网络强省"}, .25, []int32{0, 1, 1}},
		{"not above their similarity of 1/3", []string{"群众", "网络", "网络强省"}, .34, []int32{0, 1, 2}},
		{"at just their similarity", []string{"网络", "网络强省"}, 1. / 3, []int32{0, 0}},
		// 网络强省 and 网络强国 (2/4) join first. Of the two, 强国战略 has 0/6 and 1/5
		// (强国), 1/10 on average.
		{"by the average, not by the nearest", []string{"网络强省", "网络强国", "强国战略"}, .15, []int32{0, 0, 1}},
		{"which is reached at last", []string{"网络强省", "网络强国", "强国战略"}, .1, []int32{0, 0, 0}},
		{"of equally similar ones the first", []string{"甲乙丙", "乙丙丁", "丙丁戊"}, .2, []int32{0, 0, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, ids := asTerms(c.keys...)
			got, err := clusters(t.Context(), d, ids, c.threshold)
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
}

// naiveClusters joins clusters by the definition: all pairs of terms at every
// step.
func naiveClusters(sim []float64, n int, threshold float64) []int32 {
	var groups [][]int
	for i := range n {
		groups = append(groups, []int{i})
	}
	for {
		best, a, b := 0.0, -1, -1
		for i := range groups {
			for j := i + 1; j < len(groups); j++ {
				sum := 0.0
				for _, x := range groups[i] {
					for _, y := range groups[j] {
						sum += sim[x*n+y]
					}
				}
				if avg := sum / float64(len(groups[i])*len(groups[j])); avg > best+1e-12 {
					best, a, b = avg, i, j
				}
			}
		}
		if a < 0 || best < threshold-1e-12 {
			break
		}
		groups[a] = append(groups[a], groups[b]...)
		groups = append(groups[:b], groups[b+1:]...)
	}
	out := make([]int32, n)
	for k, g := range groups {
		for _, x := range g {
			out[x] = int32(k)
		}
	}
	return out
}

func TestClustersAgreeWithTheDefinition(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		n := 2 + r.IntN(40)
		sim := make([]float64, n*n) // without ties
		for i := range n {
			for j := range i {
				if r.IntN(3) == 0 {
					sim[i*n+j] = r.Float64()
					sim[j*n+i] = sim[i*n+j]
				}
			}
		}
		threshold := .05 + .4*r.Float64()
		want := naiveClusters(sim, n, threshold)
		got, err := join(&watch{ctx: t.Context()}, sim, n, threshold)
		require.NoError(t, err)
		assert.Equal(t, want, got, "seed %d", seed)
	}
}

// A patient context is cancelled when it has been looked at often enough.
type patient struct {
	context.Context
	looks, most int
}

func (p *patient) Err() error {
	if p.looks++; p.looks > p.most {
		return context.Canceled
	}
	return nil
}

// Wherever the work is when the context is cancelled, it ends there.
func TestClustersStopWhenCancelled(t *testing.T) {
	t.Parallel()
	var keys []string
	for i := range 100 {
		keys = append(keys, fmt.Sprintf("网络%c省", rune(0x5000+i)))
	}
	d, ids := asTerms(keys...)
	all := &patient{Context: t.Context(), most: math.MaxInt}
	_, err := clusters(all, d, ids, .1)
	require.NoError(t, err)
	require.Greater(t, all.looks, 100*100/watchEvery, "there are so many similarities alone")
	for most := range all.looks {
		p := &patient{Context: t.Context(), most: most}
		_, err := clusters(p, d, ids, .1)
		assert.ErrorIs(t, err, context.Canceled)
		assert.Equal(t, most+1, p.looks, "no work after it")
	}
}

func TestTopicTermsAreUserWordsThenTheMostFrequent(t *testing.T) {
	t.Parallel()
	d := analysistest.Document(t, "甲项/n|，|乙项/n|，|丙项/n|，|丙项/n|，|乙项/n|，|丁项/nz|，|推进/v|，|推进/v|。")
	for n, want := range map[int][]string{
		1: {"丁项"},
		2: {"乙项", "丁项"},
		3: {"乙项", "丙项", "丁项"},
		9: {"甲项", "乙项", "丙项", "丁项"},
	} {
		var got []string
		for _, id := range topicTerms(d, nil, n) {
			got = append(got, d.Terms[id].Text)
		}
		assert.Equal(t, want, got, fmt.Sprint(n))
	}
}

// TestProximityAgreesWithTheDefinition takes all pairs of occurrences.
func TestProximityAgreesWithTheDefinition(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	const names = "甲乙丙丁戊己"
	d := &analysis.Document{}
	for i := range 6 {
		name := names[3*i : 3*i+3]
		x := analysis.Term{Key: name, Tag: "n"}
		if i%2 == 1 {
			x.Parts = []analysis.Word{{Text: "一"}, {Text: "二"}, {Text: "三"}}
		}
		d.Terms = append(d.Terms, x)
	}
	type place struct{ start, end, term int }
	var places []place
	at := 0
	for range 900 { // more than maxTermGap words
		k := r.IntN(9)
		x := analysis.Token{Term: analysis.NoTerm}
		switch {
		case k < 6:
			x.Term = analysis.TermID(k)
			n := max(1, len(d.Terms[k].Parts))
			places = append(places, place{at, at + n, k})
			at += n
		case k == 6:
			x.Kind = analysis.KindPunct
		default:
			at++
		}
		d.Tokens = append(d.Tokens, x)
	}
	d.Sentences = []analysis.Sentence{{Tokens: d.Tokens[:300]}, {Tokens: d.Tokens[300:]}}
	group := []int32{0, 1, 2, 2, 3}
	node := []int32{0, 1, -1, 2, 3, 4}
	want := map[[2]int32]float64{}
	for i, p := range places {
		for _, q := range places[i+1:] {
			u, v := node[p.term], node[q.term]
			if u < 0 || v < 0 || group[u] == group[v] || q.start-p.end+1 > maxTermGap {
				continue
			}
			want[[2]int32{min(u, v), max(u, v)}] += 1 / float64(q.start-p.end+1)
		}
	}
	edges, err := proximity(t.Context(), d, node, group)
	require.NoError(t, err)
	require.Len(t, edges, len(want))
	for _, e := range edges {
		assert.InEpsilon(t, want[[2]int32{e.U, e.V}], e.Weight, 1e-9)
	}
}
