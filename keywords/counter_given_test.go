package keywords_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/keywords"
)

func TestGiven(t *testing.T) {
	t.Parallel()
	docs := []counted{
		{"a", "2015", "推进/v|“|网络/n|强省/x|”|建设/vn|。|网络/n|强省/x|，|网络/n"},
		{"b", "2016", "强省/x|。|网络/n|、|强省/x|。|创新/v|发展理念/n|。|ＡＩ/eng|平台/n|。"},
		{"c", "2015", "网络/n|强省/x|。|研讨/v|研讨/v|研讨/v|。|新/a|发展/vn|理念/n|。"},
	}
	for _, c := range []struct{ name, text, want string }{
		{"words that make the text, quoted or not", "网络强省", "网络强省 3/3 in 2 2015:3/3 in 2"},
		{"inside a longer text too", "强省建设", "强省建设 1/1 in 1 2015:1/1 in 1"},
		{"a single word, not over the border of two documents", "强省", "强省 5/5 in 3 2015:3/3 in 2 2016:2/2 in 1"},
		{"whole words only", "新发展理念", "新发展理念 1/1 in 1 2015:1/1 in 1"},
		{"as it was given, found by its key", "“AI”平台", "“AI”平台 1/1 in 1 2016:1/1 in 1"},
		{"not overlapping itself", "研讨研讨", "研讨研讨 1/1 in 1 2015:1/1 in 1"},
		{"nowhere", "农业强省", "农业强省 0/0 in 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := counter(t, 0, docs...).Given(c.text)
			require.Len(t, got.Rows, 1)
			assert.Equal(t, c.want, row(got.Rows[0]))
			assert.Equal(t, keywords.Size{Documents: 3, Tokens: 22}, got.Kept)
			assert.Len(t, got.Groups, 2)
		})
	}
	got := counter(t, 0, docs...).Given("强省", "", "网络强省", "强省")
	assert.Len(t, got.Rows, 2, "nothing, and what was given before, have no row")
	assert.Empty(t, new(keywords.PhraseCounter).Given().Rows)
}

// What is given is counted as the phrases of a table are.
func TestGivenIsLikeTheTable(t *testing.T) {
	t.Parallel()
	const text = "中国/ns|特色/n|社会主义/n|道路/n|，|特色/n|社会主义/n|，|社会主义/n|道路/n|。|建设/v|社会主义/n|道路/n|。"
	c := counter(t, 0, counted{"a", "1", text}, counted{"b", "2", text + "|" + text}, counted{"c", "2", text})
	want := table(t, c, keywords.TableOptions{})
	require.NotEmpty(t, want.Rows)
	var texts []string
	for _, r := range want.Rows {
		texts = append(texts, r.Text)
	}
	got := c.Given(texts...)
	assert.Equal(t, want.Kept, got.Kept)
	assert.Equal(t, want.Groups, got.Groups)
	for i, r := range want.Rows {
		assert.Equal(t, []int{r.All, r.Documents, len(r.Groups)}, []int{got.Rows[i].All, got.Rows[i].Documents, len(got.Rows[i].Groups)}, r.Text)
		for k, g := range r.Groups {
			assert.Equal(t, []any{g.Group, g.All, g.Documents}, []any{got.Rows[i].Groups[k].Group, got.Rows[i].Groups[k].All, got.Rows[i].Groups[k].Documents}, r.Text)
		}
	}
}
