// Package packed has texts of a few bytes as numbers: most words are so short,
// and to know one by two numbers is quicker than by its bytes.
package packed

// Fits reports whether a text can be packed: it has from 1 to 15 bytes.
func Fits(text string) bool { return uint(len(text)-1) < 15 }

// Pack returns a text that Fits as two numbers: its bytes, and in the highest one
// their number.
func Pack(text string) (low, high uint64) {
	n := len(text)
	high = uint64(n) << 56
	switch { // bytes that are read twice come to the same place
	case n >= 8:
		low = load8(text)
		high |= load8(text[n-8:]) >> (8 * (16 - n))
	case n >= 4:
		low = load4(text) | load4(text[n-4:])<<(8*(n-4))
	default:
		low = uint64(text[0]) | uint64(text[n/2])<<(8*(n/2)) | uint64(text[n-1])<<(8*(n-1))
	}
	return low, high
}

// PackAt returns Pack of text[start:end], which Fits. It is quicker, since it has no
// branch on the length where 16 bytes are left of text.
func PackAt(text string, start, end int) (low, high uint64) {
	if len(text)-start < 16 {
		return Pack(text[start:end])
	}
	m := &masks[uint(end-start)%16]
	s := text[start : start+16]
	return load8(s) & m.low, load8(s[8:])&m.high | uint64(end-start)<<56
}

// masks have the bits of the bytes of a text, by their number.
var masks = func() (m [16]struct{ low, high uint64 }) {
	for n := range m {
		m[n].low = 1<<(8*min(n, 8)) - 1
		m[n].high = 1<<(8*max(n-8, 0)) - 1
	}
	return m
}()

func load4(s string) uint64 {
	_ = s[3]
	return uint64(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24)
}

func load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
