package keywords_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tifa-go/tifa/keywords"
)

func TestRegroup(t *testing.T) {
	t.Parallel()
	c := counter(t, 0,
		counted{"a", "2019", "网络/n|强省/x|。|网络/n|强省/x|。"}, counted{"b", "2015", "网络/n|强省/x|战略/n"},
		counted{"c", "2021", "网络/n|强省/x|。"}, counted{"d", "2031", "其他/r|。"})
	years := table(t, c, keywords.TableOptions{})
	decades := years.Regroup(func(year string) string { return year[:3] })
	size := func(name string, documents, tokens int) keywords.GroupSize {
		return keywords.GroupSize{Group: name, Size: keywords.Size{Documents: documents, Tokens: tokens}}
	}
	assert.Equal(t, []keywords.GroupSize{size("201", 2, 7), size("202", 1, 2), size("203", 1, 1)}, decades.Groups)
	assert.Equal(t, "网络强省 4/4 in 3 201:3/3 in 2 202:1/1 in 1", row(decades.Rows[0]))
	assert.Equal(t, "网络强省 4/4 in 3 2015:1/1 in 1 2019:2/2 in 1 2021:1/1 in 1", row(years.Rows[0]), "as it was")
	assert.Equal(t, []keywords.Size{years.Kept, years.Left}, []keywords.Size{decades.Kept, decades.Left})
	backwards := years.Regroup(func(year string) string { return year[3:] })
	assert.Equal(t, "网络强省 4/4 in 3 1:1/1 in 1 5:1/1 in 1 9:2/2 in 1", row(backwards.Rows[0]), "sorted by the new names")
	assert.Empty(t, new(keywords.PhraseTable).Regroup(func(string) string { return "" }).Groups)
}
