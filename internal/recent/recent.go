// Package recent remembers what was found out last about short texts: a few
// words stand again and again in a document, and to know one by its bytes is
// quicker than to find it in a map.
package recent

// A Cache remembers a value for each of some texts of up to 15 bytes. Its zero
// value is empty. It must not be used by two goroutines at once.
type Cache[V any] struct{ slots [512]Slot[V] }

// A Slot is where what is known of a text goes.
type Slot[V any] struct {
	low, high uint64 // the bytes of the text, and in the highest byte their number
	Value     V
	Known     bool // Value is that of the text
}

// At returns the slot of a text. Unless it is Known, the caller sets Value and
// Known. It is nil for a text that does not Fit.
func (c *Cache[V]) At(text string) *Slot[V] {
	if !Fits(text) {
		return nil
	}
	low, high := Pack(text)
	s := &c.slots[(low^high)*0x9e3779b97f4a7c15>>55] // Fibonacci hashing (Knuth, TAOCP 6.4)
	if s.low != low || s.high != high {
		s.low, s.high, s.Known = low, high, false
	}
	return s
}

// Clear forgets all.
func (c *Cache[V]) Clear() { clear(c.slots[:]) }

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

func load4(s string) uint64 {
	_ = s[3]
	return uint64(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24)
}

func load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
