package native

import (
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/script"
)

// piece returns the piece of a word that starts at byte at.
func piece(at int, word, tag string) analysis.Piece {
	return analysis.Piece{Start: at, End: at + len(word), Text: word, Tag: tag}
}

// SegmentSearch appends to dst the words that Segment finds, each of them after
// those words of the dictionary with two characters and then those with three
// that a longer word contains: jieba's mode for search engines. On error it
// returns dst as it was.
func (s *Segmenter) SegmentSearch(dst []analysis.Piece, text string) ([]analysis.Piece, error) {
	words, err := s.Segment(nil, text)
	if err != nil {
		return dst, err
	}
	at := 0
	for _, w := range words {
		for _, n := range []int{2, 3} {
			dst = s.grams(dst, w.Text, at, n)
		}
		dst = append(dst, piece(at, w.Text, w.Tag))
		at += len(w.Text)
	}
	return dst, nil
}

// grams appends the known words of n characters in word, which starts at byte at
// and is longer.
func (s *Segmenter) grams(dst []analysis.Piece, word string, at, n int) []analysis.Piece {
	start, end := 0, 0
	for range n {
		_, size := utf8.DecodeRuneInString(word[end:])
		end += size
	}
	if end == len(word) {
		return dst
	}
	for {
		if !script.InsideLatin(word, start) && !script.InsideLatin(word, end) {
			if tag, ok := s.find(word[start:end]); ok {
				dst = append(dst, piece(at+start, word[start:end], tag))
			}
		}
		if end == len(word) {
			return dst
		}
		_, first := utf8.DecodeRuneInString(word[start:])
		_, next := utf8.DecodeRuneInString(word[end:])
		start, end = start+first, end+next
	}
}

// SegmentFull appends to dst every word of the dictionary and the lexicon that
// text has, by start and then by length, and what no word covers: Latin words
// and numbers, and single characters. It is jieba's full mode, but that one
// cuts Latin words into letters and loses some of the characters it does not
// know. On error it returns dst as it was.
func (s *Segmenter) SegmentFull(dst []analysis.Piece, text string) ([]analysis.Piece, error) {
	if s.dict == nil {
		return dst, ErrNotOpen
	}
	covered := 0 // end of what the words so far cover
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		code := s.code(r)
		if code != 0 && !script.InsideLatin(text, at) {
			n := len(dst)
			dst = s.wordsAt(dst, text, at, at+size, code)
			if len(dst) > n {
				covered = max(covered, dst[len(dst)-1].End)
			}
		}
		if at >= covered {
			n := script.LatinRun(text[at:])
			if n == 0 {
				n = s.unit(text[at:], r, size, false)
			}
			dst = append(dst, piece(at, text[at:at+n], s.tag(text[at:at+n])))
			covered = at + n
		}
		at += size
	}
	return dst, nil
}

// wordsAt appends the words of two or more characters that start at byte at with
// the character that has the code and ends at byte end.
func (s *Segmenter) wordsAt(dst []analysis.Piece, text string, at, end int, code uint16) []analysis.Piece {
	place := s.start(code)
	for place != (cursor{}) && end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if code = s.code(r); code == 0 {
			break
		}
		end += size
		place = s.step(place, code)
		if tag, isWord := s.tagAt(place); isWord && !script.InsideLatin(text, end) {
			dst = append(dst, piece(at, text[at:end], tag))
		}
	}
	return dst
}
