package jieba

// An Entry is a word of a lexicon.
type Entry struct {
	Word string
	Tag  string
	Freq int
}

func check(e []Entry) ([]Entry, error) {
	var out []Entry
	for _, x := range append(append([]Entry{}, defaults...), e...) {
		if x.Tag == "" {
			x.Tag = "nz"
		}
		out = append(out, x)
	}
	return out, nil
}

func (d *dict) addLexicon(entries []Entry) (string, error) {
	var b []byte
	for _, e := range entries {
		b = appendLine(b, e.Word, max(e.Freq, 3), e.Tag)
	}
	d.append(string(b))
	return string(b), nil
}
