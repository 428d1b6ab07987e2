package draw

import (
	"errors"
	"image/color"
	"os"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Colours of the pictures.
var (
	Ink   = color.RGBA{0x22, 0x22, 0x22, 0xff}
	Faint = color.RGBA{0xcc, 0xcc, 0xcc, 0xff}

	// Palette is the muted scheme of Tol (2021), whose colours people with any
	// colour vision can tell apart, the darker ones first.
	Palette = []color.RGBA{
		{0x33, 0x22, 0x88, 0xff}, {0xcc, 0x66, 0x77, 0xff}, {0x11, 0x77, 0x33, 0xff},
		{0x88, 0x22, 0x55, 0xff}, {0x44, 0xaa, 0x99, 0xff}, {0x99, 0x99, 0x33, 0xff},
		{0xaa, 0x44, 0x99, 0xff}, {0x88, 0xcc, 0xee, 0xff}, {0xdd, 0xcc, 0x77, 0xff},
	}
)

// dpi of a PNG file: 1.5 pixels a point.
const dpi = 108

// Save draws the same picture twice, of a width and a height, on white: to
// name.png and to name.svg.
func Save(name string, w, h vg.Length, picture func(draw.Canvas)) error {
	img := vgimg.NewWith(vgimg.UseWH(w, h), vgimg.UseDPI(dpi))
	picture(draw.New(img))
	svg := vgsvg.New(w, h)
	c := draw.New(svg)
	c.FillPolygon(color.White, []vg.Point{{}, {X: w}, {X: w, Y: h}, {Y: h}})
	picture(c)
	return errors.Join(
		write(name+".png", vgimg.PngCanvas{Canvas: img}),
		write(name+".svg", svg))
}

func write(file string, c vg.CanvasWriterTo) (err error) {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = c.WriteTo(f)
	return err
}
