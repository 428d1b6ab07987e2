package input

// gbMissing are the codes of GB18030 that x/text has no character for and
// GB 18030-2005 or -2022 has, which until then were in the private use area.
var gbMissing = map[int]rune{
	0xa6d9: '︐', 0xa6da: '︒', 0xa6db: '︑', 0xa6dc: '︓', 0xa6dd: '︔', 0xa6de: '︕', 0xa6df: '︖', 0xa6ec: '︗', 0xa6ed: '︘', 0xa6f3: '︙',
	0xa8bc: 'ḿ', 0xfe51: '𠂇', 0xfe52: '𠂉', 0xfe53: '𠃌', 0xfe59: '龴', 0xfe61: '龵', 0xfe66: '龶', 0xfe67: '龷', 0xfe6c: '𡗗', 0xfe6d: '龸',
	0xfe76: '𢦏', 0xfe7e: '龹', 0xfe90: '龺', 0xfe91: '𤇾', 0xfea0: '龻',
}

// gbExtra returns the character of a code of two bytes of GB18030 that x/text
// lacks: one of gbMissing, or of the three user-defined areas, which are private use
// characters by the index of the Encoding Standard. ok is false for none.
func gbExtra(lead, trail byte) (r rune, ok bool) {
	l, t := rune(lead), rune(trail)
	switch {
	case lead >= 0xaa && lead <= 0xaf && trail >= 0xa1 && trail <= 0xfe:
		return 0xe000 + (l-0xaa)*94 + t - 0xa1, true
	case lead >= 0xf8 && lead <= 0xfe && trail >= 0xa1 && trail <= 0xfe:
		return 0xe234 + (l-0xf8)*94 + t - 0xa1, true
	case lead >= 0xa1 && lead <= 0xa7 && trail >= 0x40 && trail <= 0xa0 && trail != 0x7f:
		t -= 0x40
		if trail > 0x7f {
			t--
		}
		return 0xe4c6 + (l-0xa1)*96 + t, true
	}
	r, ok = gbMissing[int(lead)<<8|int(trail)]
	return r, ok
}
