// Package draw makes pictures with Chinese text: the fonts for it, a plot that
// writes with them, and PNG and SVG files.
package draw

import (
	_ "embed"
	"fmt"
	"os"
	"slices"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// DroidSansFallbackFull has all 20,902 Han characters of Unicode 1.1 and 6,582 of
// Extension A, but no Latin letters. Its licence is beside it, and NOTICE says where
// it is from.
//
//go:embed DroidSansFallbackFull.ttf
var han []byte

// Fonts write text as outlines, so that a picture shows the same anywhere, with
// whatever fonts. A character that no font has is written as 〓, as printers do,
// and is among Missing. Fonts are for one goroutine.
type Fonts struct {
	list    []*sfnt.Font
	buffer  sfnt.Buffer
	glyphs  map[rune]glyph
	missing []rune
}

// Open returns the fonts that come with the program, for Latin and for Chinese,
// and before them that of the file, TrueType or OpenType or the first of a
// collection, unless its name is "".
func Open(file string) (*Fonts, error) {
	f := &Fonts{glyphs: make(map[rune]glyph)}
	if file != "" {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		own, err := opentype.ParseCollection(data)
		if err == nil {
			var first *sfnt.Font
			if first, err = own.Font(0); err == nil {
				f.list = append(f.list, first)
			}
		}
		if err != nil {
			return nil, fmt.Errorf("%s is no TrueType or OpenType font: %w", file, err)
		}
	}
	for _, data := range [][]byte{liberationsansregular.TTF, han} {
		own, err := opentype.Parse(data)
		if err != nil {
			return nil, err
		}
		f.list = append(f.list, own)
	}
	return f, nil
}

// Missing returns the characters that were to be written and that no font has,
// sorted.
func (f *Fonts) Missing() []rune { return f.missing }

// geta is what stands for a character that is missing.
const geta = '〓'

// unit is how many parts of an em outlines are measured in.
const unit = 1024

// A glyph is the outline of a character. Its points are in 1/64 of a unit, with y
// downwards.
type glyph struct {
	segments sfnt.Segments
	advance  fixed.Int26_6
}

// glyph returns the outline of a character.
func (f *Fonts) glyph(r rune) glyph {
	g, ok := f.glyphs[r]
	if ok {
		return g
	}
	g, ok = f.load(r)
	if !ok {
		at, _ := slices.BinarySearch(f.missing, r)
		f.missing = slices.Insert(f.missing, at, r)
		g, _ = f.load(geta)
	}
	f.glyphs[r] = g
	return g
}

// load looks a character up in the fonts, one after the other.
func (f *Fonts) load(r rune) (glyph, bool) {
	size := fixed.I(unit)
	for _, own := range f.list {
		index, err := own.GlyphIndex(&f.buffer, r)
		if err != nil || index == 0 {
			continue
		}
		segments, err := own.LoadGlyph(&f.buffer, index, size, nil)
		if err != nil {
			continue // one with colours
		}
		advance, err := own.GlyphAdvance(&f.buffer, index, size, font.HintingNone)
		if err != nil {
			continue
		}
		return glyph{slices.Clone(segments), advance}, true
	}
	return glyph{}, false
}
