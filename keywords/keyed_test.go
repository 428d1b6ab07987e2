package keywords

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDocAt(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	for _, longest := range []int{1, 3, 100, 2000} {
		var forms formTable
		word := forms.id(form{text: "网络"})
		var docs []*countedDoc
		want := []int{0} // the break before all documents
		for i := range 300 {
			d := &countedDoc{}
			for range r.IntN(longest + 1) { // many are empty
				d.add(word, 0)
				d.add(-1, 0)
				want = append(want, i, i)
			}
			docs = append(docs, d)
		}
		k := forms.keyed(docs)
		for p := 1; p < len(want); p++ {
			require.Equal(t, want[p], k.docAt(int32(p)), "position %d of documents of up to %d words", p, longest)
		}
	}
}
