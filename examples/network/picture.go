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

// draw saves the picture: the terms on discs, both larger the more frequent they
// are, in the colours of their communities.
func (n *network) draw(name string, fonts *draw.Fonts) error {
	most := 1
	for _, x := range n.nodes {
		most = max(most, x.count)
	}
	side := math.Sqrt(float64(len(n.nodes)))
	styles, boxes := make([]text.Style, len(n.nodes)), make([]box, len(n.nodes))
	for i, x := range n.nodes {
		share := math.Sqrt(float64(x.count) / float64(most))
		styles[i] = fonts.Style(vg.Length(leastSize + (mostSize-leastSize)*share))
		styles[i].XAlign, styles[i].YAlign = text.XCenter, text.YCenter
		boxes[i] = box{
			x: x.x * roomWidth * side, y: x.y * roomHeight * side,
			width: float64(styles[i].Width(x.label)) + space, height: float64(styles[i].Font.Size)*1.25 + space,
		}
	}
	spread(boxes)
	width, height := frame(boxes)
	at := func(i int) vg.Point { return vg.Point{X: vg.Length(boxes[i].x), Y: vg.Length(boxes[i].y)} }
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
			disc := vgdraw.GlyphStyle{Color: tint(communityColour(x.community), .35), Radius: styles[i].Font.Size * .8, Shape: vgdraw.CircleGlyph{}}
			c.DrawGlyphNoClip(disc, at(i))
		}
		for i, x := range n.nodes {
			fonts.Halo(c, x.label, styles[i], at(i), .8)
			c.FillText(styles[i], at(i), x.label)
		}
	})
}

// frame moves the boxes so that they begin at the border, and returns the width
// and height of the picture.
func frame(boxes []box) (width, height vg.Length) {
	left, bottom, right, top := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, b := range boxes {
		left, right = min(left, b.x-b.width/2), max(right, b.x+b.width/2)
		bottom, top = min(bottom, b.y-b.height/2), max(top, b.y+b.height/2)
	}
	for i := range boxes {
		boxes[i].x += border - left
		boxes[i].y += border - bottom
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
