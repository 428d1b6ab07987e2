package draw

import (
	"encoding/xml"
	"image"
	"image/color"
	_ "image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
)

func open(t *testing.T) *Fonts {
	t.Helper()
	f, err := Open("")
	require.NoError(t, err)
	return f
}

func TestEveryCommonCharacterHasAnOutline(t *testing.T) {
	t.Parallel()
	f := open(t)
	for r := rune('一'); r <= 0x9fa5; r++ {
		require.NotEmpty(t, f.glyph(r).segments, "%c", r)
	}
	for _, r := range "ABCxyz0123456789.,%+-–—()（），。、；：《》〔〕“”·×²々〇" {
		require.NotEmpty(t, f.glyph(r).segments, "%c", r)
	}
	assert.Empty(t, f.Missing())
	assert.Empty(t, f.glyph(' ').segments)
	assert.NotEqual(t, f.glyph('提'), f.glyph('法'))
}

func TestWhatNoFontHasIsAGetaAndTold(t *testing.T) {
	t.Parallel()
	f := open(t)
	assert.Equal(t, f.glyph('〓'), f.glyph('😀'))
	f.glyph('𠀀')
	f.glyph('😀')
	assert.Equal(t, "😀𠀀", strings.Join([]string{string(f.Missing()[0]), string(f.Missing()[1])}, ""), "sorted, each once")
}

func TestOpenErrors(t *testing.T) {
	t.Parallel()
	_, err := Open("nix.ttf")
	assert.ErrorContains(t, err, "nix.ttf")
	bad := filepath.Join(t.TempDir(), "bad.ttf")
	require.NoError(t, os.WriteFile(bad, []byte("no font"), 0o644))
	_, err = Open(bad)
	assert.ErrorContains(t, err, "is no TrueType or OpenType font")
}

func TestAFontOfOnesOwnComesFirst(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "mono.ttf")
	require.NoError(t, os.WriteFile(file, liberationmonoregular.TTF, 0o644))
	own, err := Open(file)
	require.NoError(t, err)
	assert.Equal(t, own.glyph('i').advance, own.glyph('m').advance)
	assert.Equal(t, open(t).glyph('提'), own.glyph('提'), "which it does not have")
}

// ink returns the box of what is not white.
func ink(t *testing.T, file string) image.Rectangle {
	t.Helper()
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	img, _, err := image.Decode(f)
	require.NoError(t, err)
	var box image.Rectangle
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if img.At(x, y) != (color.RGBA{0xff, 0xff, 0xff, 0xff}) {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// Text stands where its alignment says: the point is in the middle of a picture
// of 200 by 100 points, which are 300 by 150 pixels.
func TestAlignment(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		x    text.XAlignment
		y    text.YAlignment
		in   image.Rectangle
	}{
		{"right of the point and above it", text.XLeft, text.YBottom, image.Rect(149, 0, 300, 76)},
		{"left of the point and below it", text.XRight, text.YTop, image.Rect(0, 74, 151, 150)},
		{"in the middle", text.XCenter, text.YCenter, image.Rect(100, 55, 200, 95)},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			f, name := open(t), filepath.Join(t.TempDir(), "p")
			style := f.Style(20)
			style.XAlign, style.YAlign = c.x, c.y
			require.NoError(t, Save(name, 200, 100, func(canvas vgdraw.Canvas) {
				canvas.FillText(style, vg.Point{X: 100, Y: 50}, "提法")
			}))
			box := ink(t, name+".png")
			assert.True(t, box.In(c.in), "%v is not in %v", box, c.in)
			assert.InDelta(t, 60, box.Dx(), 8, "two characters of 20 points")
			assert.InDelta(t, 2*20, float64(style.Width("提法")), 1e-6)
		})
	}
}

func TestSVGNeedsNoFont(t *testing.T) {
	t.Parallel()
	f, dir := open(t), t.TempDir()
	paint := func(name string) string {
		require.NoError(t, Save(filepath.Join(dir, name), 100, 50, func(c vgdraw.Canvas) {
			style := f.Style(12)
			style.Rotation = .5
			c.FillText(style, vg.Point{X: 10, Y: 10}, "新发展理念\n<script>")
		}))
		svg, err := os.ReadFile(filepath.Join(dir, name+".svg"))
		require.NoError(t, err)
		return string(svg)
	}
	svg := paint("a")
	assert.Contains(t, svg, "<path")
	assert.NotContains(t, svg, "<text")
	assert.NotContains(t, svg, "font-family")
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		if _, err := d.Token(); err != nil {
			require.ErrorIs(t, err, io.EOF)
			break
		}
	}
	assert.Equal(t, svg, paint("b"), "the same again")
	assert.Error(t, Save(filepath.Join(dir, "none", "a"), 10, 10, func(vgdraw.Canvas) {}))
}
