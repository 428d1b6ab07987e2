package main

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strconv"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"

	"github.com/tifa-go/tifa/examples/internal/draw"
	"github.com/tifa-go/tifa/keywords"
)

// Measures of the picture in points.
const (
	timeWidth = 560 // of all periods
	peakWidth = 90
	rowHeight = 15
	margin    = 16
	maxRadius = 6.5
	minRadius = 0.8
	labelSize = 10
)

// A line is a row of the picture: the life of a phrase, or the title of a kind.
type line struct {
	title  string
	colour color.Color
	phrase *keywords.LivedPhrase
}

// lines returns the rows of the picture from top to bottom.
func (r *report) lines(top int) (out []line) {
	for i, k := range r.kinds() {
		list := r.of(k.LifeKind)
		if list = list[:min(top, len(list))]; len(list) == 0 {
			continue
		}
		slices.SortStableFunc(list, func(a, b keywords.LivedPhrase) int {
			if len(a.Life.Spans) == 0 {
				return a.Life.Peak - b.Life.Peak
			}
			return cmp.Or(a.Life.Spans[0].First-b.Life.Spans[0].First, a.Life.Peak-b.Life.Peak)
		})
		colour := draw.Palette[i%len(draw.Palette)]
		out = append(out, line{title: k.title, colour: colour})
		for j := range list {
			out = append(out, line{colour: colour, phrase: &list[j]})
		}
	}
	return out
}

// draw saves the picture: a row for each phrase, with a disc for each period,
// whose area is the frequency as a share of the phrase's highest, and a dot for each period without the phrase.
func (r *report) draw(name string, fonts *draw.Fonts, top int) error {
	lines := r.lines(top)
	style := fonts.Style(labelSize)
	style.YAlign = text.YCenter
	left := vg.Length(0)
	for _, l := range lines {
		if l.phrase != nil {
			left = max(left, style.Width(l.phrase.Text))
		}
	}
	left += 2 * margin
	x := r.places(left)
	width, height := left+timeWidth+peakWidth, vg.Length(rowHeight*(len(lines)+3)+2*margin)
	return draw.Save(name, width, height, func(c vgdraw.Canvas) {
		bottom := vg.Length(margin + 2*rowHeight)
		r.axis(c, style, x, bottom, height-margin)
		for i, l := range lines {
			y := height - margin - rowHeight*(vg.Length(i)+.5)
			if l.phrase == nil {
				bold := style
				bold.Color = l.colour
				c.FillText(bold, vg.Point{X: margin, Y: y}, l.title)
				continue
			}
			label := style
			label.XAlign = text.XRight
			c.FillText(label, vg.Point{X: left - margin/2, Y: y}, l.phrase.Text)
			r.life(c, l, x, y)
			c.FillText(style, vg.Point{X: left + timeWidth + margin*1.5, Y: y}, r.peak(l.phrase))
		}
		r.legend(c, style, left, margin)
	})
}

// rate returns how often a phrase is among a million words of a period.
func (r *report) rate(p *keywords.LivedPhrase, period int) float64 {
	if period < 0 {
		return 0
	}
	g := r.table.Groups[period]
	for _, c := range p.Groups {
		if c.Group == g.Group && g.Tokens > 0 {
			return 1e6 * float64(c.All) / float64(g.Tokens)
		}
	}
	return 0
}

// peak says when a phrase is most frequent, and how frequent it is then.
func (r *report) peak(p *keywords.LivedPhrase) string {
	at := p.Life.Peak
	if at < 0 {
		return ""
	}
	return r.table.Groups[at].Group + "：" + strconv.FormatFloat(r.rate(p, at), 'f', 0, 64)
}

// radius of the disc of a frequency, where most is the highest one.
func radius(rate, most float64) vg.Length {
	return vg.Length(max(minRadius, maxRadius*math.Sqrt(rate/most)))
}

func (r *report) life(c vgdraw.Canvas, l line, x []vg.Length, y vg.Length) {
	most := r.rate(l.phrase, l.phrase.Life.Peak)
	for _, s := range l.phrase.Life.Spans {
		c.StrokeLine2(vgdraw.LineStyle{Color: draw.Faint, Width: 1}, x[s.First], y, x[s.Last], y)
	}
	for i := range r.table.Groups {
		rate := r.rate(l.phrase, i)
		disc := vgdraw.GlyphStyle{Color: l.colour, Radius: radius(rate, most), Shape: vgdraw.CircleGlyph{}}
		if rate == 0 {
			disc.Color, disc.Radius = draw.Faint, .8
		}
		c.DrawGlyphNoClip(disc, vg.Point{X: x[i], Y: y})
	}
}

// places returns the place of each period: by the year, or side by side if they
// are not all years.
func (r *report) places(left vg.Length) []vg.Length {
	at := make([]float64, len(r.table.Groups))
	for i, g := range r.table.Groups {
		year, err := strconv.Atoi(g.Group)
		if err != nil {
			for i := range at {
				at[i] = float64(i)
			}
			break
		}
		at[i] = float64(year)
	}
	first, last := at[0], at[len(at)-1]
	x := make([]vg.Length, len(at))
	for i := range x {
		x[i] = left + margin/2 + vg.Length((at[i]-first)/(last-first))*timeWidth
	}
	return x
}

// axis writes the names of the periods that there is room for.
func (r *report) axis(c vgdraw.Canvas, style text.Style, x []vg.Length, bottom, top vg.Length) {
	style.XAlign = text.XCenter
	free := x[0] - timeWidth
	for i, g := range r.table.Groups {
		half := style.Width(g.Group) / 2
		if x[i]-half < free {
			continue
		}
		free = x[i] + half + margin/2
		c.StrokeLine2(vgdraw.LineStyle{Color: color.Gray{0xee}, Width: .5}, x[i], bottom, x[i], top)
		c.FillText(style, vg.Point{X: x[i], Y: bottom - rowHeight/2}, g.Group)
	}
}

// legend says what the discs and the figures mean.
func (r *report) legend(c vgdraw.Canvas, style text.Style, x, y vg.Length) {
	for _, l := range []struct {
		radius vg.Length
		colour color.Color
		text   string
	}{
		{maxRadius, color.Gray{0x88}, "频率最高的时期（右：每百万词次数）"},
		{radius(1, 4), color.Gray{0x88}, "其四分之一"},
		{.8, draw.Faint, "有文献而未出现"},
	} {
		c.DrawGlyphNoClip(vgdraw.GlyphStyle{Color: l.colour, Radius: l.radius, Shape: vgdraw.CircleGlyph{}}, vg.Point{X: x + maxRadius, Y: y})
		c.FillText(style, vg.Point{X: x + 2.5*maxRadius, Y: y}, l.text)
		x += 4*maxRadius + style.Width(l.text)
	}
}
