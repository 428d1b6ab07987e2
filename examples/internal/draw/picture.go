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

	// Palette has colours that people with any colour vision can tell apart
	// (Okabe & Ito 2008), the darker ones first and without yellow, which white
	// paper does not show.
	Palette = []color.RGBA{
		{0x00, 0x72, 0xb2, 0xff}, {0xd5, 0x5e, 0x00, 0xff}, {0x00, 0x9e, 0x73, 0xff},
		{0xcc, 0x79, 0xa7, 0xff}, {0x56, 0xb4, 0xe9, 0xff}, {0xe6, 0x9f, 0x00, 0xff},
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
