package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tifa-go/tifa/keywords"
)

func TestCloud(t *testing.T) {
	t.Parallel()
	for name, source := range texts(t) {
		c := newCloud(find(t, source).items().items)
		for i, w := range c.Words {
			assert.GreaterOrEqual(t, w.X-w.Width/2, c.X, name)
			assert.LessOrEqual(t, w.X+w.Width/2, c.X+c.Width, name)
			for _, o := range c.Words[:i] {
				assert.False(t, w.overlaps(o), "%s: %s and %s", name, w.Item.Text, o.Item.Text)
				assert.GreaterOrEqual(t, o.Size, w.Size, name)
			}
		}
	}
	assert.Empty(t, newCloud(nil).Words)
}

func TestWhy(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "border -2.00, count +1.50, idf +0.25", why([]keywords.Feature{{Name: "count", Value: 1.5}, {Name: "border", Value: -2}, {Name: "idf", Value: 0.25}}))
}
