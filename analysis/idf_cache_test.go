package analysis

import (
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDocumentIDFIsThatOfTheCorpus(t *testing.T) {
	t.Parallel()
	var terms []Term
	var ids, all []TermID
	for key := range Background().table.all() {
		if len(terms) == 300 {
			break
		}
		terms = append(terms, Term{Key: key}, Term{Key: fmt.Sprint(key, len(terms))})
	}
	for i := range terms {
		all = append(all, TermID(i))
		ids = append(ids, TermID(i), TermID(i/2)) // some of them twice
	}
	own := new(Corpus)
	own.Add(&Document{Terms: terms[:7]})
	for name, c := range map[string]*Corpus{"background": Background(), "own": own, "none": nil} {
		for _, cache := range []*idfCache{nil, new(idfCache)} {
			d := &Document{Terms: terms, idfs: cache}
			want := make([]float64, 0, len(ids))
			for _, id := range ids {
				want = append(want, c.IDF(terms[id].Key))
			}
			assert.Equal(t, append([]float64{7}, want...), d.AppendIDF([]float64{7}, c, ids), name)
			assert.InDelta(t, want[3], d.IDF(c, ids[3]), 0, name)
			assert.Empty(t, d.AppendIDF(nil, c, nil), name)
		}
	}
	d := &Document{Terms: terms, idfs: new(idfCache)}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for _, id := range all {
				d.IDF(Background(), id)
			}
			assert.Len(t, d.AppendIDF(nil, Background(), ids), len(ids))
		})
	}
	wait.Wait()
	assert.Equal(t, (&Document{Terms: terms}).AppendIDF(nil, Background(), all), d.AppendIDF(nil, Background(), all))
}
