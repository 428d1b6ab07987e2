package input

import (
	"sync"
	"unicode/utf8"
)

// A survey is what one pass over a text finds.
type survey struct {
	census
	forms bool // normalize would change it
	lost  bool // it may have U+FFFD or 锟斤拷
}

// What a survey looks for in a character of three bytes. Most characters of a text
// have only the bits that are counted, or none.
const (
	isHan         uint8 = 1 << iota
	isSimplified        // only
	isTraditional       // only
	isKana
	isForm // maybe
	isLost
	isNone     // no character: UTF-8 has no surrogates, and fewer bytes for those before
	lookCloser = isTraditional | isKana | isForm | isLost | isNone
)

// surveyTable has these bits by the character.
var surveyTable = sync.OnceValue(func() *[1 << 16]uint8 {
	t := new([1 << 16]uint8)
	for i, kind := range kindOf() {
		t[planeStart+i] = [...]uint8{isHan | isSimplified, isHan, isHan | isTraditional}[kind+1]
	}
	for _, block := range [...]struct {
		first, last rune
		has         uint8
	}{
		{0x3040, 0x30ff, isKana},
		{0x2000, 0x200f, isForm}, {0x202a, 0x202e, isForm}, {0x2060, 0x2069, isForm}, {0xfe00, 0xfe0f, isForm}, {0xfeff, 0xfeff, isForm}, // invisible
		{0x2e80, 0x2fd5, isForm}, {0xf900, 0xfaff, isForm}, // radicals, compatibility ideographs
		{'\ufffd', '\ufffd', isLost}, {'锟', '锟', isLost},
		{0, 0x7ff, isNone}, {0xd800, 0xdfff, isNone},
	} {
		for r := block.first; r <= block.last; r++ {
			t[r] |= block.has
		}
	}
	return t
})

// look surveys a text and reports whether it is UTF-8; if not, the survey is of no
// use. One pass for both takes little more than half the time of two. It counts
// without a branch, since no processor foresees which character is a simplified
// one.
func look(text string) (f survey, valid bool) {
	f.first = -1
	t := surveyTable()
	han, simplified := 0, 0
	for i := 0; i < len(text); {
		b := text[i]
		if b>>4 != 0xe || i+2 >= len(text) {
			if b >= utf8.RuneSelf && !startsRune(text[i:]) {
				return f, false
			}
			if mayBeForm[b] {
				f.addForm(text[i:])
			}
			i += int(lengthBy[b])
			continue
		}
		second, third := text[i+1], text[i+2]
		r := rune(b&0xf)<<12 | rune(second&0x3f)<<6 | rune(third&0x3f)
		has := t[r]
		if ((second^0x80)|(third^0x80))&0xc0 != 0 {
			return f, false
		}
		han += int(has & isHan)
		simplified += int(has & isSimplified / isSimplified)
		if has&lookCloser != 0 {
			if has&isNone != 0 {
				return f, false
			}
			f.add(r, has, text, i)
		}
		i += 3
	}
	f.han, f.simplified = han, simplified
	return f, true
}

// startsRune reports whether s begins with a character of UTF-8.
func startsRune(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return r != utf8.RuneError || n > 1
}

// add adds what is rare of the character at byte i.
func (f *survey) add(r rune, has uint8, text string, i int) {
	switch {
	case has&isTraditional != 0:
		f.addTraditional(r, i)
	case has&isKana != 0:
		f.kana++
	case has&isForm != 0:
		f.addForm(text[i:])
	}
	f.lost = f.lost || has&isLost != 0
}

// addForm adds what may be a form at the beginning of s.
func (f *survey) addForm(s string) {
	if !f.forms {
		sort, _, _ := formAt(s, 0)
		f.forms = sort != noForm
	}
}
