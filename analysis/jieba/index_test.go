//go:build cgo

package jieba

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yanyiwu/gojieba"
)

func join(pieces []Piece) string {
	var texts []string
	for _, p := range pieces {
		texts = append(texts, p.Text)
	}
	return strings.Join(texts, "|")
}

func TestSegmentSearchAndFull(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ text, search, full string }{
		"empty":                         {"", "", ""},
		"words within words":            {"中华人民共和国", "中华|华人|人民|共和|共和国|中华人民共和国", "中华|中华人民|中华人民共和国|华人|人民|人民共和国|共和|共和国"},
		"what no word covers":           {"GDP增长6.9%，\x00\xff🙂", "GDP|增长|6.9|%|，|\x00|\xff|🙂", "GDP|增长|6.9|%|，|\x00|\xff|🙂"},
		"masked letters stay together":  {"２０１０年ж", "２０１０|年|ж", "２０１０|年|ж"},
		"words do not start in Latin":   {"GPT恤和T恤", "GPT|恤|和|T恤", "GPT|恤|和|T恤"},
		"overlapping words":             {"人民法院长", "人民|民法|法院|人民法院|长", "人民|人民法院|民法|法院|院长"},
		"unknown characters in between": {"中国龘龘龘人民", "中国|龘|龘|龘|人民", "中国|龘|龘|龘|人民"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := openPlain(t)
			search, err := s.SegmentSearch(nil, tt.text)
			require.NoError(t, err)
			assert.Equal(t, tt.search, join(search))
			full, err := s.SegmentFull(nil, tt.text)
			require.NoError(t, err)
			assert.Equal(t, tt.full, join(full))
			requirePieces(t, s, tt.text, cut(t, s, tt.text))
		})
	}
}

// requirePieces checks what holds for the pieces of any text.
func requirePieces(t *testing.T, s *Segmenter, text string, words []string) {
	t.Helper()
	search, err := s.SegmentSearch(nil, text)
	require.NoError(t, err)
	full, err := s.SegmentFull(nil, text)
	require.NoError(t, err)
	for _, p := range slices.Concat(search, full) {
		require.Less(t, p.Start, p.End)
		require.Equal(t, text[p.Start:p.End], p.Text)
		require.NotEmpty(t, p.Tag)
	}
	at, rest := 0, search
	for _, w := range words {
		end := at + len(w)
		i := slices.IndexFunc(rest, func(p Piece) bool { return p.Start == at && p.End == end })
		require.GreaterOrEqual(t, i, 0, "search mode lacks %q at byte %d", w, at)
		for _, p := range rest[:i] {
			require.True(t, at <= p.Start && p.End <= end, "%q is not inside of %q", p.Text, w)
		}
		at, rest = end, rest[i+1:]
	}
	require.Empty(t, rest)
	covered := 0
	for i, p := range full {
		require.LessOrEqual(t, p.Start, covered, "full mode loses bytes before %d", p.Start)
		covered = max(covered, p.End)
		if i > 0 {
			q := full[i-1]
			require.True(t, q.Start < p.Start || q.Start == p.Start && q.End < p.End, "full mode is in order at %d", p.Start)
		}
	}
	require.Equal(t, len(text), covered, "full mode covers the text")
}

func TestSegmentSearchEqualsGojieba(t *testing.T) {
	t.Parallel()
	s := openPlain(t)
	for name, text := range indexTexts(t) {
		b, _ := s.mask.append(nil, text, 0, len(text))
		var want []string
		for _, w := range s.jieba.Tokenize(string(b), gojieba.SearchMode, true) {
			if !masked(b, w.Start) {
				want = append(want, fmt.Sprint(w.Start, w.Str))
			}
		}
		pieces, err := s.SegmentSearch(nil, text)
		require.NoError(t, err)
		var got []string
		for _, p := range pieces {
			if !masked(b, p.Start) {
				got = append(got, fmt.Sprint(p.Start, p.Text))
			}
		}
		require.True(t, slices.Equal(want, got), name)
	}
}

// Of gojieba's words none is missing, and what is there besides are single
// characters that gojieba loses.
func TestSegmentFullHasTheWordsOfGojieba(t *testing.T) {
	t.Parallel()
	s := openPlain(t)
	for name, text := range indexTexts(t) {
		b, _ := s.mask.append(nil, text, 0, len(text))
		isASCII := func(w string) bool { return strings.IndexFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 }
		want := s.jieba.CutAll(string(b))
		want = slices.DeleteFunc(want, func(w string) bool { return isASCII(w) || w == comma })
		pieces, err := s.SegmentFull(nil, text)
		require.NoError(t, err)
		lost := 0
		for _, p := range pieces {
			switch {
			case isASCII(p.Text) || masked(b, p.Start):
			case len(want) > 0 && p.Text == want[0]:
				want = want[1:]
			case utf8.RuneCountInString(p.Text) == 1:
				lost++
			default:
				require.Failf(t, "a word that gojieba does not have", "%s: %v before %.5q", name, p, want)
			}
		}
		require.Empty(t, want, name)
		t.Logf("%s: gojieba loses %d characters of %d", name, lost, utf8.RuneCountInString(text))
	}
}

// indexTexts returns texts to compare the modes for indexing with, real ones
// among them where TIFA_DATA is set.
func indexTexts(t *testing.T) map[string]string {
	t.Helper()
	texts := realTexts()
	texts["article"], texts["hostile"] = article, hostile
	return texts
}
