package main

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"

	"github.com/tifa-go/tifa/examples/internal/draw"
)

// Measures of the picture in points.
const (
	roomWidth  = 95 // for a term, before the labels are moved apart
	roomHeight = 70
	border     = 14
	leastSize  = 9 // of a label
	mostSize   = 18
	space      = 3 // between labels
)

// arrange gives the nodes their sizes and places, and returns the width and the
// height of the picture.
func (n *network) arrange(fonts *draw.Fonts) (width, height vg.Length, err error) {
	if err := n.place(); err != nil {
		return 0, 0, err
	}
	most := 1
	for _, x := range n.nodes {
		most = max(most, x.count)
	}
	for i := range n.nodes {
		x := &n.nodes[i]
		x.size = leastSize + (mostSize-leastSize)*math.Sqrt(float64(x.count)/float64(most))
		x.width = float64(fonts.Style(vg.Length(x.size)).Width(x.label)) + space
		x.height = 1.25*x.size + space
	}
	spread(n.nodes)
	width, height = frame(n.nodes)
	return width, height, nil
}

// draw saves the picture: the terms on discs, both larger the more frequent they
// are, in the colours of their communities.
func (n *network) draw(name string, fonts *draw.Fonts, width, height vg.Length) error {
	at := func(i int) vg.Point { return vg.Point{X: vg.Length(n.nodes[i].x), Y: vg.Length(n.nodes[i].y)} }
	heaviest := 0.0
	for _, e := range n.edges {
		heaviest = max(heaviest, e.weight)
	}
	return draw.Save(name, width, height, func(c vgdraw.Canvas) {
		for _, e := range n.edges {
			line := vgdraw.LineStyle{Color: color.Gray{0xcc}, Width: vg.Length(.4 + 3*e.weight/heaviest)}
			if a := n.nodes[e.a].community; a == n.nodes[e.b].community {
				line.Color = tint(communityColour(a), .55)
			}
			a, b := at(e.a), at(e.b)
			c.StrokeLine2(line, a.X, a.Y, b.X, b.Y)
		}
		for i, x := range n.nodes {
			disc := vgdraw.GlyphStyle{Color: tint(communityColour(x.community), .35), Radius: vg.Length(.8 * x.size), Shape: vgdraw.CircleGlyph{}}
			c.DrawGlyphNoClip(disc, at(i))
		}
		for i, x := range n.nodes {
			style := fonts.Style(vg.Length(x.size))
			style.XAlign, style.YAlign = text.XCenter, text.YCenter
			fonts.Halo(c, x.label, style, at(i), .8)
			c.FillText(style, at(i), x.label)
		}
	})
}

// frame moves the nodes so that they begin at the border, and returns the width
// and the height of the picture.
func frame(nodes []node) (width, height vg.Length) {
	left, bottom, right, top := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, x := range nodes {
		left, right = min(left, x.x-x.width/2), max(right, x.x+x.width/2)
		bottom, top = min(bottom, x.y-x.height/2), max(top, x.y+x.height/2)
	}
	for i := range nodes {
		nodes[i].x += border - left
		nodes[i].y += border - bottom
	}
	return vg.Length(right - left + 2*border), vg.Length(top - bottom + 2*border)
}

// communityColour returns the colour of a community, grey where there are no more.
func communityColour(c int) color.RGBA {
	if c <= len(draw.Palette) {
		return draw.Palette[c-1]
	}
	return color.RGBA{0x99, 0x99, 0x99, 0xff}
}

// tint mixes a colour with white, of which share is the colour.
func tint(c color.RGBA, share float64) color.RGBA {
	mix := func(x uint8) uint8 { return uint8(math.Round(255 - share*float64(255-x))) }
	return color.RGBA{mix(c.R), mix(c.G), mix(c.B), 0xff}
}
