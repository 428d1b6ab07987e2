package analysis

// A tree builds the section tree of a document from its headings in text
// order.
type tree struct {
	sections []Section
	first    []int // index of each section's first sentence
	last     []int // index of the sentence behind it, -1 while it is open
	stack    []int // open sections, the innermost last
}

// open adds the section of h, whose first sentence has the given index and
// starts at byte start. It closes the sections that h does not belong to.
func (t *tree) open(h heading, start, sentence int) {
	for n := len(t.stack); n > 0; n-- {
		top := t.stack[n-1]
		if t.sections[top].Marker < h.marker {
			break
		}
		t.sections[top].End, t.last[top] = start, sentence
		t.stack = t.stack[:n-1]
	}
	parent := t.innermost()
	t.stack = append(t.stack, len(t.sections))
	t.first, t.last = append(t.first, sentence), append(t.last, -1)
	t.sections = append(t.sections, Section{
		Start: start, Marker: h.marker, Level: len(t.stack), Parent: parent,
		Number: h.number, Title: h.title,
	})
}

// innermost returns the index of the open section that is nested deepest, or -1.
func (t *tree) innermost() int {
	if len(t.stack) == 0 {
		return -1
	}
	return t.stack[len(t.stack)-1]
}

// close ends all sections with the document and returns them.
func (t *tree) close(sentences int, d *Document) []Section {
	for _, i := range t.stack {
		t.sections[i].End, t.last[i] = len(d.Text), sentences
	}
	t.stack = nil
	for i := range t.sections {
		end := t.last[i]
		t.sections[i].Sentences = d.Sentences[t.first[i]:end:end]
	}
	return t.sections
}
