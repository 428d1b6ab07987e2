package main

import (
	"cmp"
	"math"
	"slices"
	"unicode"
)

// A cloud is a picture of words, the higher their score the larger, in units of
// SVG. The same items give the same cloud.
type cloud struct {
	X, Y, Width, Height float64
	Words               []cloudWord
}

// A cloudWord is set with its middle at X, Y and as wide as Width, whatever the
// font.
type cloudWord struct {
	Item              *item
	X, Y, Size, Width float64
	Rank              int // 0 for the largest quarter, up to 3
}

const (
	cloudWords          = 40
	smallest, largest   = 12.0, 34.0 // sizes of the letters
	leastWidth          = 400.0      // so that few words are not drawn large
	lineHeight, between = 1.12, 4.0  // of the size; between two words
	flat                = 0.7        // height of the spiral to its width
)

// newCloud places the items with the highest scores, the best in the middle and
// each further one at the first free place of an Archimedean spiral (Feinberg,
// "Wordle", in Beautiful Visualization, 2010).
func newCloud(items []*item) cloud {
	items = slices.DeleteFunc(slices.Clone(items), func(i *item) bool { return i.size <= 0 })
	slices.SortStableFunc(items, func(a, b *item) int { return cmp.Compare(b.size, a.size) })
	items = items[:min(len(items), cloudWords)]
	var c cloud
	for n, i := range items {
		size := smallest + (largest-smallest)*i.size*i.size
		w := cloudWord{Item: i, Size: math.Round(size*10) / 10, Rank: 4 * n / len(items)}
		w.Width = math.Round(w.Size*ems(i.Text)*10) / 10
		c.place(w)
	}
	c.frame()
	return c
}

// ems is about how wide a text is, in sizes of its font: a Han character one, a
// Latin letter or a digit some 0.56.
func ems(s string) (n float64) {
	for _, r := range s {
		switch {
		case r >= 0x2e80:
			n++
		case unicode.IsUpper(r):
			n += 0.68
		default:
			n += 0.56
		}
	}
	return n
}

// place puts a word at the first place on the spiral where it is free.
func (c *cloud) place(w cloudWord) {
	for turn := 0.0; ; turn += 0.05 {
		r := 2.2 * turn
		w.X = math.Round(r*math.Cos(turn)*10) / 10
		w.Y = math.Round(r*math.Sin(turn)*flat*10) / 10
		if !slices.ContainsFunc(c.Words, w.overlaps) {
			c.Words = append(c.Words, w)
			return
		}
	}
}

func (w cloudWord) overlaps(o cloudWord) bool {
	return math.Abs(w.X-o.X) < (w.Width+o.Width)/2+between && math.Abs(w.Y-o.Y) < (w.Size+o.Size)/2*lineHeight
}

// frame sets the corner and size of the picture.
func (c *cloud) frame() {
	var right, bottom float64
	for _, w := range c.Words {
		c.X, right = min(c.X, w.X-w.Width/2), max(right, w.X+w.Width/2)
		c.Y, bottom = min(c.Y, w.Y-w.Size), max(bottom, w.Y+w.Size)
	}
	c.X, right = min(c.X, -leastWidth/2), max(right, leastWidth/2)
	c.X, c.Y = math.Floor(c.X), math.Floor(c.Y)
	c.Width, c.Height = math.Ceil(right)-c.X, math.Ceil(bottom)-c.Y
}
