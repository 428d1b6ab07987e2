package input

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ownTexts returns the articles of testdata as one text, and with TIFA_DATA the
// real ones there too.
func ownTexts(t testing.TB) []string {
	t.Helper()
	var texts []string
	for _, dir := range []string{filepath.Join("..", "..", "testdata", "articles"), os.Getenv("TIFA_DATA")} {
		if dir == "" {
			continue
		}
		require.NoError(t, filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".txt" {
				return err
			}
			text, err := os.ReadFile(path)
			if utf8.Valid(text) {
				texts = append(texts, strings.TrimPrefix(string(text), "\ufeff"))
			}
			return err
		}))
	}
	require.NotEmpty(t, texts)
	return texts
}

// toTraditional converts character by character, which is enough to test with.
func toTraditional(s string) string {
	once.Do(func() {
		for i, to := range scriptTables().char {
			from := planeStart + rune(i)
			if kindOf()[i] == 1 && bitsOf(from) <= 24 {
				if old := reverse[to]; old == 0 || bitsOf(from) < bitsOf(old) || bitsOf(from) == bitsOf(old) && from < old {
					reverse[to] = from
				}
			}
		}
	})
	return strings.Map(func(r rune) rune {
		if to, ok := reverse[r]; ok {
			return to
		}
		return r
	}, s)
}

// piece returns n characters of a text from a random place, as a file might have.
func piece(r *rand.Rand, text []rune, n int) string {
	at := r.IntN(max(1, len(text)-n))
	return string(text[at:min(len(text), at+n)])
}

// TestDetectionAccuracy prints how many pieces of a text, by their length, are taken
// for what they are in, in %.
func TestDetectionAccuracy(t *testing.T) {
	t.Parallel()
	var texts [][]rune
	for _, s := range ownTexts(t) {
		texts = append(texts, []rune(s))
	}
	type sort struct {
		name, want string
		bytes      func(r *rand.Rand, s string) []byte
	}
	plain := func(label string, convert func(string) string) func(*rand.Rand, string) []byte {
		return func(_ *rand.Rand, s string) []byte {
			b, err := encoders[label].NewEncoder().Bytes([]byte(convert(s)))
			if err != nil {
				return nil
			}
			return b
		}
	}
	same := func(s string) string { return s }
	sorts := []sort{
		{"utf-8", "utf-8", plain("utf-8", same)},
		{"utf-8, end cut", "utf-8", func(_ *rand.Rand, s string) []byte { b := []byte(s); return b[:len(b)-1] }},
		{"utf-8, start cut", "utf-8", func(_ *rand.Rand, s string) []byte { return []byte(s)[1:] }},
		{"utf-8, bad byte", "utf-8", func(r *rand.Rand, s string) []byte {
			b := []byte(s)
			b[r.IntN(len(b))] = 0x80 + byte(r.IntN(0x80))
			return b
		}},
		{"gb18030", "gb18030", plain("gb18030", same)},
		{"gb18030, bad byte", "gb18030", func(r *rand.Rand, s string) []byte {
			b := plain("gb18030", same)(r, s)
			b[r.IntN(len(b))] = 0xff
			return b
		}},
		{"gb18030, traditional", "gb18030", plain("gb18030", toTraditional)},
		{"big5", "big5", plain("big5", toTraditional)},
		{"utf-16le", "utf-16le", plain("utf-16le", same)},
		{"utf-16be", "utf-16be", plain("utf-16be", same)},
		{"utf-16le, traditional", "utf-16le", plain("utf-16le", toTraditional)},
	}
	var out strings.Builder
	lengths := []int{2, 3, 4, 6, 8, 12, 20, 50, 200, 1000}
	fmt.Fprintf(&out, "%-24s", "characters")
	for _, n := range lengths {
		fmt.Fprintf(&out, "%7d", n)
	}
	for _, s := range sorts {
		fmt.Fprintf(&out, "\n%-24s", s.name)
		r := rand.New(rand.NewPCG(1, 2))
		for _, n := range lengths {
			right, all := 0, 0
			for range max(200, 6000/n) {
				p := piece(r, texts[r.IntN(len(texts))], n)
				if firstHigh([]byte(p)) < 0 {
					continue
				}
				data := s.bytes(r, p)
				if data == nil || utf8.Valid(data) && s.want == "utf-8" && s.name != "utf-8" {
					continue
				}
				all++
				if c, err := detect("", data, utf8.Valid(data), nil); err == nil && c.name == s.want {
					right++
				}
			}
			fmt.Fprintf(&out, "%7.2f", 100*float64(right)/float64(max(1, all)))
			if n >= 20 {
				assert.Greater(t, float64(right), 0.99*float64(all), "%s of %d characters", s.name, n)
			}
		}
	}
	t.Log("\n" + out.String())
}

var (
	once    sync.Once
	reverse = make(map[rune]rune)
)
