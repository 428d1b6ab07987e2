package input

import "sync"

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
	lookCloser = isTraditional | isKana | isForm | isLost
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
	} {
		for r := block.first; r <= block.last; r++ {
			t[r] |= block.has
		}
	}
	return t
})

// look surveys UTF-8. It counts without a branch, since no processor foresees
// which character is a simplified one.
func look(text string) survey {
	f := survey{census: census{first: -1}}
	t := surveyTable()
	for s := text; len(s) > 0; {
		b := s[0]
		if b>>4 != 0xe || len(s) < 3 {
			if mayBeForm[b] {
				f.addForm(s)
			}
			s = s[min(int(lengthBy[b]), len(s)):]
			continue
		}
		r := rune(b&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f)
		has := t[r]
		f.han += int(has & isHan)
		f.simplified += int(has & isSimplified / isSimplified)
		if has&lookCloser != 0 {
			f.add(r, has, text, len(text)-len(s))
		}
		s = s[3:]
	}
	return f
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
