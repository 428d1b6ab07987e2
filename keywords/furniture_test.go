package keywords_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
	"github.com/tifa-go/tifa/keywords"
)

const (
	leadWords = "数字/n|政府/n|建设/vn|惠及/v|全市/n|九百万/m|群众/n|，|一网通办/nz|提速/v|增效/vn|。|"
	moreWords = "数字/n|政府/n|建设/vn|要/v|持续/vd|推进/v|，|让/v|全市/n|企业/n|得到/v|实惠/n|。|"
)

// place returns where a phrase stands first, and what its score is made of.
func place(t *testing.T, words, phrase string) (first float64, features string) {
	t.Helper()
	found, err := keywords.Phrases{}.Find(t.Context(), analysistest.Document(t, words))
	require.NoError(t, err)
	for _, p := range found {
		if p.Text == phrase {
			var names []string
			for _, f := range p.Features() {
				names = append(names, f.Name)
			}
			return p.First, strings.Join(names, ", ")
		}
	}
	require.Fail(t, "no phrase "+phrase)
	return 0, ""
}

func TestFurnitureMovesNoPhrase(t *testing.T) {
	t.Parallel()
	const text = moreWords + "\n|" + leadWords + "\n|" + moreWords
	want, _ := place(t, text, "数字政府建设")
	got, _ := place(t, "来源/n|：|青阳网/nz|\n|"+text+"\n|责任编辑/n|：|张三/nr", "数字政府建设")
	assert.InDelta(t, want, got, 0.02, "but for the line breaks")
	assert.Less(t, got, 0.02)
}

func TestPhrasesOfALeadGain(t *testing.T) {
	t.Parallel()
	const text = leadWords + moreWords + "\n|" + moreWords
	_, plain := place(t, text, "数字政府建设")
	assert.NotContains(t, plain, "lead")
	page := leadWords + "\n|" + text
	require.Equal(t, analysis.RoleFurniture, analysistest.Document(t, page).Sentences[0].Role)
	_, lead := place(t, page, "数字政府建设")
	assert.Contains(t, lead, "lead")
}
