package native

import (
	"fmt"

	"github.com/tifa-go/tifa/analysis/lexicon"
)

// KeepWhole returns the entries with the frequencies that [Open] gives them: the
// least ones that keep each word whole against the dictionary and against the
// shorter words of the lexicon. Open needs no such call; other programs that
// read a lexicon for jieba take a frequency as it is. An entry that has no tag
// gets the default one, and one that is given twice comes once. It fails as
// Open does.
func KeepWhole(entries []lexicon.Entry) ([]lexicon.Entry, error) {
	d, err := dictionary()
	if err != nil {
		return nil, err
	}
	all, err := lexicon.Complete(entries, forLexicon(d))
	if err != nil {
		return nil, fmt.Errorf("native: %w", err)
	}
	whole := make(map[string]lexicon.Entry, len(all))
	for _, e := range all {
		whole[e.Word] = e
	}
	var out []lexicon.Entry
	for _, e := range entries {
		if w, ok := whole[e.Word]; ok {
			out = append(out, w)
			delete(whole, e.Word)
		}
	}
	return out, nil
}
