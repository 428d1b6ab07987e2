//go:build cgo

package jieba

import (
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/script"
)

// A Piece is a word of a text cut for indexing.
type Piece = analysis.Piece

// piece returns the piece of a word that starts at byte at.
func piece(at int, word, tag string) Piece {
	return Piece{Start: at, End: at + len(word), Text: word, Tag: tag}
}

// SegmentSearch appends to dst the words that Segment finds, each of them after
// those words of the dictionary with two characters and then those with three
// that a longer word contains: jieba's mode for search engines. On error it
// returns dst as it was.
func (s *Segmenter) SegmentSearch(dst []Piece, text string) ([]Piece, error) {
	words, err := s.Segment(nil, text)
	if err != nil {
		return dst, err
	}
	at := 0
	for _, w := range words {
		for _, n := range []int{2, 3} {
			dst = s.grams(dst, w, at, n)
		}
		dst = append(dst, piece(at, w.Text, w.Tag))
		at += len(w.Text)
	}
	return dst, nil
}

// grams appends the known words of n characters in w, which starts at byte at
// and is longer.
func (s *Segmenter) grams(dst []Piece, w analysis.Word, at, n int) []Piece {
	start, end := 0, 0
	for range n {
		_, size := utf8.DecodeRuneInString(w.Text[end:])
		end += size
	}
	for end < len(w.Text) || start > 0 {
		if !script.InsideLatin(w.Text, start) && !script.InsideLatin(w.Text, end) {
			if _, tag, ok := s.dict.lookup(w.Text[start:end]); ok {
				dst = append(dst, piece(at+start, w.Text[start:end], tag))
			}
		}
		if end == len(w.Text) {
			break
		}
		_, first := utf8.DecodeRuneInString(w.Text[start:])
		_, next := utf8.DecodeRuneInString(w.Text[end:])
		start, end = start+first, end+next
	}
	return dst
}

// SegmentFull appends to dst every word of the dictionary and the lexicon that
// text has, by start and then by length, and what no word covers: Latin words
// and numbers, and single characters. It is jieba's full mode, but that one
// cuts Latin words into letters and loses some of the characters it does not
// know. On error it returns dst as it was.
func (s *Segmenter) SegmentFull(dst []Piece, text string) ([]Piece, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.jieba == nil {
		return dst, ErrClosed
	}
	covered := 0 // end of what the words so far cover
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !script.InsideLatin(text, at) {
			end := at + size
			for runes := 2; runes <= int(s.dict.longest[uint16(r)]) && end < len(text); runes++ {
				_, next := utf8.DecodeRuneInString(text[end:])
				end += next
				if _, tag, ok := s.dict.lookup(text[at:end]); ok && !script.InsideLatin(text, end) {
					dst = append(dst, piece(at, text[at:end], tag))
					covered = max(covered, end)
				}
			}
		}
		if at >= covered {
			n := script.LatinRun(text[at:])
			if n == 0 {
				n = unit(text[at:], func(_ int, r rune) bool { return !contains(s.mask.keep, r) })
			}
			dst = append(dst, piece(at, text[at:at+n], s.dict.tag(text[at:at+n])))
			covered = at + n
		}
		at += size
	}
	return dst, nil
}
