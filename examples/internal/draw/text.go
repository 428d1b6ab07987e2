package draw

import (
	"image/color"
	"math"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// Fonts are a text.Handler, which gonum's plots write with.
var _ text.Handler = (*Fonts)(nil)

// Ascent and descent of Droid Sans Fallback in parts of the size, and the
// distance of lines.
const (
	ascent  = 0.88
	descent = 0.24
	height  = 1.3
)

// Style returns a style of text in black that begins at its point.
func (f *Fonts) Style(size vg.Length) text.Style {
	return text.Style{Color: Ink, Font: font.From(plot.DefaultFont, size), Handler: f}
}

// Cache returns gonum's cache, which nothing is taken from.
func (f *Fonts) Cache() *font.Cache { return font.DefaultCache }

// Extents returns the measures of a line.
func (f *Fonts) Extents(fnt font.Font) font.Extents {
	return font.Extents{Ascent: ascent * fnt.Size, Descent: descent * fnt.Size, Height: height * fnt.Size}
}

// Lines splits a text into lines.
func (f *Fonts) Lines(txt string) []string {
	return strings.Split(strings.TrimRight(txt, "\n"), "\n")
}

// Box returns the box of one line: its width, and its height above and below the
// base line.
func (f *Fonts) Box(txt string, fnt font.Font) (width, height, depth vg.Length) {
	for _, r := range txt {
		width += scaled(f.glyph(r).advance, fnt.Size)
	}
	return width, ascent * fnt.Size, descent * fnt.Size
}

// Draw writes text at a point, aligned and rotated as the style says.
func (f *Fonts) Draw(c vg.Canvas, txt string, sty text.Style, pt vg.Point) {
	txt = strings.TrimRight(txt, "\n")
	if txt == "" {
		return
	}
	c.SetColor(sty.Color)
	if sty.Rotation != 0 {
		c.Push()
		defer c.Pop()
		c.Rotate(sty.Rotation)
		sin, cos := math.Sincos(sty.Rotation)
		pt = vg.Point{X: pt.Y*vg.Length(sin) + pt.X*vg.Length(cos), Y: pt.Y*vg.Length(cos) - pt.X*vg.Length(sin)}
	}
	if path := f.outlines(txt, sty, pt); len(path) > 0 {
		c.Fill(path)
	}
}

// Halo draws a white edge of a width around text that is not rotated, to be
// called before it is written.
func (f *Fonts) Halo(c vg.Canvas, txt string, sty text.Style, pt vg.Point, width vg.Length) {
	c.SetColor(color.White)
	c.SetLineWidth(2 * width)
	if path := f.outlines(txt, sty, pt); len(path) > 0 {
		c.Stroke(path)
	}
}

// outlines returns the outlines of text at a point. The block of lines, from the
// first one's ascent to the last one's descent, is aligned as gonum aligns text.
func (f *Fonts) outlines(txt string, sty text.Style, pt vg.Point) (path vg.Path) {
	lines := f.Lines(txt)
	size := sty.Font.Size
	block := size * (height*vg.Length(len(lines)-1) + ascent + descent)
	pt.Y += block*vg.Length(1+sty.YAlign) - ascent*size
	for _, line := range lines {
		width, _, _ := f.Box(line, sty.Font)
		path = f.line(path, line, size, vg.Point{X: pt.X + width*vg.Length(sty.XAlign), Y: pt.Y})
		pt.Y -= height * size
	}
	return path
}

// line appends the outlines of a line, whose base line begins at pt.
func (f *Fonts) line(path vg.Path, txt string, size vg.Length, pt vg.Point) vg.Path {
	for _, r := range txt {
		g := f.glyph(r)
		at := func(p fixed.Point26_6) vg.Point {
			return vg.Point{X: pt.X + scaled(p.X, size), Y: pt.Y - scaled(p.Y, size)}
		}
		open := false
		for _, s := range g.segments {
			switch s.Op {
			case sfnt.SegmentOpMoveTo:
				if open {
					path.Close()
				}
				open = true
				path.Move(at(s.Args[0]))
			case sfnt.SegmentOpLineTo:
				path.Line(at(s.Args[0]))
			case sfnt.SegmentOpQuadTo:
				path.QuadTo(at(s.Args[0]), at(s.Args[1]))
			case sfnt.SegmentOpCubeTo:
				path.CubeTo(at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
			}
		}
		if open {
			path.Close()
		}
		pt.X += scaled(g.advance, size)
	}
	return path
}

// scaled is a length in 1/64 of a unit, where an em has the size.
func scaled(x fixed.Int26_6, size vg.Length) vg.Length {
	return vg.Length(x) / (64 * unit) * size
}
