//go:build cgo

// Package jieba segments Chinese text with gojieba, the Go binding of
// cppjieba. Its [Segmenter] is what an analysis.Analyzer needs.
//
// The dictionaries are embedded, so a program can be built with -trimpath and
// moved to an empty machine. Words of one's own come from a lexicon, which is
// checked and then fixed when a Segmenter is opened.
//
// The package needs cgo and a C++ compiler, and is empty in a build without cgo.
// Package analysis/native gives the same words and tags without either, opens at
// once and is many times as fast; this one is what it is measured against.
package jieba

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/yanyiwu/gojieba"

	"github.com/tifa-go/tifa/analysis/lexicon"
)

// ErrClosed is the error of a Segmenter that has been closed or was never
// opened.
var ErrClosed = errors.New("jieba: the segmenter is closed")

// Options say how a Segmenter works. The zero value is ready for use.
type Options struct {
	// Lexicon has words that the dictionary lacks, or has with another tag
	// [none]. 云计算 and 区块链, which gojieba adds to the dictionary by
	// default, need not be listed.
	Lexicon []Entry
}

// An Entry is a word of a lexicon.
type Entry = lexicon.Entry

// ReadLexicon is [lexicon.Read].
func ReadLexicon(r io.Reader) ([]Entry, error) { return lexicon.Read(r) }

// A Segmenter cuts text into words and tags them with their part of speech.
// It implements analysis.Segmenter. All methods may be called at the same
// time from any number of goroutines, Close among them.
//
// A Segmenter takes about half a second to open, and about 180 MB for a moment;
// it holds about 140 MB, most of it in C++ where the garbage collector does not
// see it: open one and share it.
type Segmenter struct {
	mu        sync.RWMutex   // held for writing by Close, so that it waits for running calls
	jieba     *gojieba.Jieba // nil when closed
	dict      *dict
	mask      *mask
	tagsMarks bool          // a word of the lexicon has characters that are masked
	calls     chan struct{} // bounds the calls that run in C++, and so its memory
}

// Open loads the dictionary with the words of the lexicon. It returns an
// error that names the entry where the lexicon cannot be used.
func Open(o Options) (*Segmenter, error) {
	dictionary, err := decompress("jieba.dict.utf8", dictionaryGz)
	if err != nil {
		return nil, err
	}
	model, err := decompress("hmm_model.utf8", modelGz)
	if err != nil {
		return nil, err
	}
	s := &Segmenter{
		dict:  newDict(dictionary, len(o.Lexicon)),
		mask:  newMask(model, dictionary),
		calls: make(chan struct{}, runtime.GOMAXPROCS(0)),
	}
	entries, err := lexicon.Complete(o.Lexicon, s.dict.forLexicon())
	if err != nil {
		return nil, fmt.Errorf("jieba: %w", err)
	}
	var user []byte
	for _, e := range entries {
		user = appendLine(user, e.Word, e.Freq, e.Tag)
		s.tagsMarks = s.mask.addWord(e.Word) || s.tagsMarks
	}
	s.dict.append(string(user))
	err = withFiles([]file{
		{"dict", dictionary},
		{"hmm", model},
		{"user", string(user)},
		// Only gojieba's keyword extraction, which is not used, reads these.
		{"idf", "x 1\n"},
		{"stop", "x\n"},
	}, func(paths []string) (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("jieba: opening the dictionaries: %v", r)
			}
		}()
		s.jieba = gojieba.NewJieba(paths...)
		return nil
	})
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Close frees the memory that C++ holds, after the calls that run have ended.
// Afterwards every method but Close returns ErrClosed. A Segmenter that is no
// longer referred to is closed by the garbage collector.
func (s *Segmenter) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.jieba != nil {
		s.jieba.Free()
		s.jieba = nil
	}
	return nil
}
