//go:build cgo

package jieba

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"unicode/utf8"
	"unsafe"

	"github.com/yanyiwu/gojieba"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/internal/script"
)

// C++ needs 139 bytes of memory for each byte of a run without separators, so
// a text is handed to it in chunks.
const (
	chunkBytes = 64 << 10

	// A chunk is cut after a separator, which changes no word. A run that has
	// none in chunkBytes is cut between two words that end at least
	// overlapBytes before the chunk does; what comes after is segmented again
	// with the next chunk. The words before a place do not depend on text so
	// far behind it, save in theory.
	overlapBytes = 4 << 10
)

// Segment appends the words of text to dst and returns the extended slice, or
// dst as it was with an error. It cuts as jieba's precise mode does, with its
// model for unknown words. Concatenated, the words are exactly text.
//
// Word.Tag is the tag of the lexicon or the dictionary, whatever the context;
// words in neither have "m" if they are digits, "eng" if they are other ASCII
// and else "x", as in cppjieba, which tags punctuation and single digits and
// letters "x" too.
//
// A NUL, an invalid byte and a character that the model does not know
// (punctuation, symbols, rare Han characters) is a word of its own; letters of
// other scripts and full-width digits are one word as long as they follow each
// other. A word of over 60 KB may be cut.
//
// The error is ErrClosed, or says that gojieba lost text.
func (s *Segmenter) Segment(dst []analysis.Word, text string) ([]analysis.Word, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.jieba == nil {
		return dst, ErrClosed
	}
	n := len(dst)
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	for at := 0; at < len(text); {
		next, err := s.chunk(&dst, *buf, text, at)
		if err != nil {
			return dst[:n], err
		}
		at = next
	}
	return dst, nil
}

var buffers = sync.Pool{New: func() any {
	b := make([]byte, 0, chunkBytes+utf8.UTFMax)
	return &b
}}

// chunk appends the words from byte at of text to dst, and returns the offset
// where the next chunk starts.
func (s *Segmenter) chunk(dst *[]analysis.Word, buf []byte, text string, at int) (int, error) {
	b, cut := s.mask.append(buf[:0], text, at, min(at+chunkBytes, len(text)))
	last := at+len(b) == len(text)
	if !last && cut > 0 {
		b = b[:cut]
	}
	words := s.mend(s.tokenize(b), b)
	if !last && cut == 0 {
		words = s.settled(words, b)
	}
	next := at
	for _, w := range words {
		switch start := at + w.Start; {
		case start < next: // a further separator of a masked rune or run
			continue
		case start > next:
			return 0, fmt.Errorf("jieba: gojieba lost bytes %d to %d of the text", next, start)
		}
		end, tag := at+w.End, ""
		isMasked := masked(b, w.Start)
		if isMasked {
			end = next + unit(text[next:at+len(b)], func(i int, _ rune) bool { return masked(b, w.Start+i) })
		}
		if isMasked && !s.tagsMarks { // what is masked is in no dictionary
			tag = "x"
		} else {
			tag = s.dict.tag(text[next:end])
		}
		*dst = append(*dst, analysis.Word{Text: text[next:end], Tag: tag})
		next = end
	}
	if next == at || last && next < len(text) {
		return 0, fmt.Errorf("jieba: gojieba lost the text from byte %d", next)
	}
	return next, nil
}

// mend replaces words that a cut inside of a Latin word or number has made.
func (s *Segmenter) mend(words []gojieba.Word, b []byte) []gojieba.Word {
	if !slices.ContainsFunc(words, func(w gojieba.Word) bool { return script.InsideLatin(b, w.Start) }) {
		return words
	}
	spans := make([]script.Word, len(words))
	for i, w := range words {
		spans[i] = script.Word{Start: w.Start, End: w.End}
	}
	mended := script.Mend(nil, spans, b, func(dst []script.Word, start, end int) []script.Word {
		for _, w := range s.tokenize(b[start:end]) {
			dst = append(dst, script.Word{Start: start + w.Start, End: start + w.End})
		}
		return dst
	})
	out := make([]gojieba.Word, len(mended))
	for i, w := range mended {
		out[i] = gojieba.Word{Str: string(b[w.Start:w.End]), Start: w.Start, End: w.End}
	}
	return out
}

// tokenize has C++ segment b, which it does not change or keep. The Str of the
// words must not be used after b is.
func (s *Segmenter) tokenize(b []byte) []gojieba.Word {
	s.calls <- struct{}{}
	defer func() { <-s.calls }()
	words := s.jieba.Tokenize(unsafe.String(unsafe.SliceData(b), len(b)), gojieba.DefaultMode, true)
	// Without this the finalizer may free the C++ object during the call.
	runtime.KeepAlive(s.jieba)
	return words
}

// settled returns the words that do not depend on the text after b. The last
// one is a word of the dictionary, or ASCII, so that the model starts anew
// after it in a longer text too.
func (s *Segmenter) settled(words []gojieba.Word, b []byte) []gojieba.Word {
	limit := len(words)
	for limit > 0 && words[limit-1].End > len(b)-overlapBytes {
		limit--
	}
	for i := limit; i > 0; i-- {
		w := words[i-1]
		if b[w.Start] < utf8.RuneSelf || utf8.RuneCountInString(w.Str) > 1 && s.dict.has(w.Str) {
			return words[:i]
		}
	}
	if limit == 0 { // one word fills the chunk
		return words
	}
	return words[:limit]
}
