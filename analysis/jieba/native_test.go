//go:build cgo

package jieba

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis/lexicon"
	"github.com/tifa-go/tifa/analysis/native"
)

// On runs of hundreds of kilobytes, which Segment cuts into chunks, package
// native gives what gojieba gives in one call.
func TestNativeEqualsGojiebaOnLongRuns(t *testing.T) {
	t.Parallel()
	words := []string{"网络强省", "“互联网＋监管”", "常务会议", "省", "市大数据局", "发展", "琳鲁"}
	var entries []lexicon.Entry
	for _, w := range words {
		entries = append(entries, lexicon.Entry{Word: w})
	}
	plain, user := openPlain(t), openWith(t, words...)
	texts := map[string]string{
		"no separators":           strings.Repeat(unbroken(plain, article), 300),
		"one word over and over":  strings.Repeat("高质量发展", 30_000),
		"words of one frequency":  strings.Repeat("一一对应一下子", 20_000),
		"one character":           strings.Repeat("的", 100_000),
		"characters of the model": strings.Repeat("孙琳鲁炜", 30_000),
		"random characters":       randomHan(200_000),
		"digits and Han":          strings.Repeat("2015年", 40_000),
		"Latin with marks":        strings.Repeat("a-b.c", 40_000),
		"masked letters":          strings.Repeat(strings.Repeat("ж", 10_000)+"中", 10),
	}
	var real strings.Builder
	files := realTexts()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		real.WriteString(files[name])
		if real.Len() > 2<<20 {
			break
		}
	}
	texts["real text without separators"] = unbroken(plain, real.String())
	for want, o := range map[*Segmenter]native.Options{plain: {}, user: {Lexicon: entries}} {
		s, err := native.Open(o)
		require.NoError(t, err)
		for name, text := range texts {
			got, err := s.Segment(nil, text)
			require.NoError(t, err)
			reference := reference(want, text)
			for i := range min(len(got), len(reference)) {
				require.Equal(t, reference[i], got[i], "%s: word %d of %d", name, i, len(reference))
			}
			require.Equal(t, len(reference), len(got), name)
		}
	}
}
