package packed

// A Map has a value for each of some texts of any length. Reset it before its first
// use. It must not be used by two goroutines at once.
type Map[V any] struct {
	short table[V]
	long  map[string]*V // of what does not Fit
}

// Reset empties a map and makes room for n texts; it can grow.
func (m *Map[V]) Reset(n int) {
	m.short.reset(n)
	clear(m.long)
}

// At returns where the value of a text is, which is added with the zero value if
// the map does not have it. The place is good until that of another text is asked
// for.
func (m *Map[V]) At(text string) *V {
	if Fits(text) {
		return m.short.at(Pack(text))
	}
	return m.longAt(text)
}

// AtPart returns At of text[start:end], and is quicker.
func (m *Map[V]) AtPart(text string, start, end int) *V {
	if uint(end-start-1) < 15 {
		return m.short.at(PackAt(text, start, end))
	}
	return m.longAt(text[start:end])
}

func (m *Map[V]) longAt(text string) *V {
	v := m.long[text]
	if v == nil {
		if m.long == nil {
			m.long = make(map[string]*V)
		}
		v = new(V)
		m.long[text] = v
	}
	return v
}
