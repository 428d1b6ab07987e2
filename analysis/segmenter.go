package analysis

// A Word is one piece of segmented text with its part of speech.
type Word struct{ Text, Tag string }

// A Piece is a word of a text that is cut for indexing, where words overlap.
type Piece struct {
	Start, End int    // byte offsets: the word is text[Start:End]
	Text, Tag  string // as in Word
}

// A Segmenter splits text into words.
//
// Concatenating the words must give exactly the text: a Segmenter never
// changes, adds or drops a byte, whatever the text holds (NUL, broken UTF-8).
// No word is empty, and none parts a character of valid UTF-8. The same text
// gives the same words. Implementations must
// be safe for concurrent use. analysistest.TestSegmenter checks all of it.
type Segmenter interface {
	// Segment appends the words of text to dst and returns the extended
	// slice. The words are substrings of text. On error it returns dst as it
	// was.
	Segment(dst []Word, text string) ([]Word, error)
}
