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
// Known. It is nil for a longer or an empty text.
func (c *Cache[V]) At(text string) *Slot[V] {
	if len(text) > 15 || len(text) == 0 {
		return nil
	}
	low, high := uint64(0), uint64(len(text))<<56
	for i := range min(len(text), 8) {
		low |= uint64(text[i]) << (8 * i)
	}
	for i := 8; i < len(text); i++ {
		high |= uint64(text[i]) << (8 * (i - 8))
	}
	s := &c.slots[(low^high)*0x9e3779b97f4a7c15>>55] // Fibonacci hashing (Knuth, TAOCP 6.4)
	if s.low != low || s.high != high {
		s.low, s.high, s.Known = low, high, false
	}
	return s
}

// Clear forgets all.
func (c *Cache[V]) Clear() { clear(c.slots[:]) }
