package summarize

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
)

func TestDigest(t *testing.T) {
	t.Parallel()
	const (
		shared = "全市加强基层治理，推动治理资源下沉到社区和村庄。"
		first  = "青阳县建成社区综合服务中心四十二个，群众办事少跑两趟。"
		second = "云岭县组建社区工作者队伍三千人，服务群众的能力明显提高。"
	)
	a, b := analyze(t, "青阳情况\n一、治理\n"+shared+first), analyze(t, "云岭情况\n一、治理\n"+second+"\n"+shared)
	docs := []*analysis.Document{a, b}
	d, err := Summarizer{Sentences: 3}.Digest(t.Context(), docs)
	require.NoError(t, err)
	require.Len(t, d.Picks, 3)
	assert.Equal(t, shared+"\n"+first+"\n"+second, d.String(), "what both say is said once")
	for _, p := range d.Picks {
		doc := docs[p.Document]
		assert.Equal(t, doc.Text[p.Start:p.End], p.Text)
		assert.Equal(t, doc.Sentences[p.Sentence].Section, p.Section)
		assert.True(t, doc.Sentences[p.Sentence].Start <= p.Start && p.End <= doc.Sentences[p.Sentence].End)
	}
	assert.Equal(t, []int{0, 0, 1}, []int{d.Picks[0].Document, d.Picks[1].Document, d.Picks[2].Document})
}

func TestDigestOfOneIsItsSummary(t *testing.T) {
	t.Parallel()
	d := analyze(t, sectioned)
	for _, m := range methods {
		want, err := Summarizer{Scorer: m}.Summarize(t.Context(), d)
		require.NoError(t, err)
		got, err := Summarizer{Scorer: m}.Digest(t.Context(), []*analysis.Document{d})
		require.NoError(t, err)
		var picks []Pick
		for _, p := range got.Picks {
			assert.Zero(t, p.Document)
			picks = append(picks, p.Pick)
		}
		assert.Equal(t, want.Picks, picks, "%T", m)
	}
}

func TestDigestErrors(t *testing.T) {
	t.Parallel()
	_, err := Summarizer{}.Digest(t.Context(), nil)
	assert.EqualError(t, err, "summarize: no sentence to pick: there is no document")
	_, err = Summarizer{}.Digest(t.Context(), []*analysis.Document{newDocument(t), newDocument(t)})
	require.ErrorIs(t, err, ErrNoSentences)
	assert.Contains(t, err.Error(), `document "test, test"`)
	_, err = Summarizer{Ratio: 2}.Digest(t.Context(), []*analysis.Document{newDocument(t, long...)})
	assert.EqualError(t, err, "summarize: the ratio 2 is not between 0 and 1")
	empty := newDocument(t)
	d, err := Summarizer{Sentences: 1}.Digest(t.Context(), []*analysis.Document{empty, newDocument(t, long...), empty})
	require.NoError(t, err)
	assert.Equal(t, 1, d.Picks[0].Document, "documents without a sentence are passed over")
}
