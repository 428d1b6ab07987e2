package dict

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	smallWords = "发展 100 v\n发展中 7 n\n的 5000 u\n中国 400 ns\nC++ 3 nz\nＡＢ 2 eng\n𠀀中 2 n\n"
	smallModel = `#start
-0.26268660809250016 -3.14e+100 -3.14e+100 -1.4652633398537678
#transitions
-3.14e+100 -0.510825623765990 -0.916290731874155 -3.14e+100
-0.5897149736854513 -3.14e+100 -3.14e+100 -0.8085250474669937
-3.14e+100 -0.33344856811948514 -1.2603623820268226 -3.14e+100
-0.7211965654669841 -3.14e+100 -3.14e+100 -0.6658631448798212

#emissions
发:-6.5,龙:-7.25
展:-6.5
龙:-8.000001
的:-1.5,𠮷:-9.0
`
)

func small(t *testing.T) *Dict {
	t.Helper()
	d, err := Build(smallWords, smallModel)
	require.NoError(t, err)
	return d
}

func TestBuild(t *testing.T) {
	t.Parallel()
	d := small(t)
	for word, want := range map[string]struct {
		freq int
		tag  string
	}{
		"发展": {100, "v"}, "发展中": {7, "n"}, "的": {5000, "u"}, "C++": {3, "nz"}, "ＡＢ": {2, "eng"}, "𠀀中": {2, "n"},
		"云计算": {2, "nz"}, "区块链": {2, "nz"}, // by default
		"": {}, "发": {}, "C": {}, "发展中国": {}, "龙": {}, "无": {}, "\xff": {},
	} {
		freq, tag := d.Lookup(word)
		assert.Equal(t, want.freq, freq, word)
		assert.Equal(t, want.tag, tag, word)
	}
	assert.Equal(t, 5514.0, d.Sum, "the default words do not count")
	assert.Equal(t, 2, d.Least)
	assert.Equal(t, 3, d.Longest)
	assert.Equal(t, d.Weight(2), d.Weights[0])
	for _, r := range " \t\n，。、无\x00\uFFFD" {
		assert.Zero(t, d.Code(r), "%q", r)
	}
	seen := map[uint16]rune{}
	for _, r := range "发展中的国C+ＡＢ𠀀云计算区块链龙𠮷aZ09.%\x01" {
		c := d.Code(r)
		assert.NotZero(t, c, "%q", r)
		assert.Less(t, int(c), d.Codes())
		if old, ok := seen[c]; ok {
			assert.Equal(t, old, r)
		}
		seen[c] = r
	}
	assert.Equal(t, uint16('a'), d.Code('a'))
	assert.Equal(t, [4]float64{-6.5, Never, Never, Never}, d.Model.Emit[d.Code('发')])
	assert.Equal(t, [4]float64{-7.25, Never, -8.000001, Never}, d.Model.Emit[d.Code('龙')])
	assert.Equal(t, [4]float64{Never, Never, Never, Never}, d.Model.Emit[d.Code('国')])
	assert.Equal(t, -1.2603623820268226, d.Model.Trans[M][M])
}

func TestBuildRejects(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ words, model, want string }{
		"no words":               {"", smallModel, "the dictionary is empty"},
		"two columns":            {"发展 v\n", smallModel, "is not a word, a frequency and a tag"},
		"no frequency":           {"发展 x v\n", smallModel, "has no frequency"},
		"frequency 0":            {"发展 0 v\n", smallModel, "has no frequency"},
		"a word twice":           {"发展 1 v\n发展 2 n\n", smallModel, `the dictionary has "发展" twice`},
		"a separator":            {"发，展 1 v\n", smallModel, "which texts are cut at"},
		"a character of nothing": {"无 1 v\n", smallModel, "neither the model nor a longer word has"},
		"no model":               {smallWords, "", "the model has 0 lines, not 9"},
		"a bad transition":       {smallWords, strings.Replace(smallModel, "-0.916290731874155", "x", 1), `the model's line "-3.14e+100 -0.510825623765990 x`},
		"a bad emission":         {smallWords, strings.Replace(smallModel, "龙:-7.25", "龙-7.25", 1), `the model's emission "龙-7.25"`},
	} {
		_, err := Build(c.words, c.model)
		assert.ErrorContains(t, err, c.want, name)
	}
	d, err := Build(smallWords, strings.Replace(smallModel, "-7.25", "-7.12345678", 1))
	require.NoError(t, err)
	_, err = d.Marshal()
	assert.ErrorContains(t, err, "more than six decimals")
}

func TestMarshalAndLoad(t *testing.T) {
	t.Parallel()
	d := small(t)
	data, err := d.Marshal()
	require.NoError(t, err)
	again, err := small(t).Marshal()
	require.NoError(t, err)
	assert.Equal(t, data, again, "the same files give the same bytes")
	// At any address, aligned or not.
	for shift := range 8 {
		moved := append(make([]byte, shift, shift+len(data)), data...)[shift:]
		got, err := Load(moved)
		require.NoError(t, err)
		assert.Equal(t, d, got)
	}
}

// damaged returns data with a value of 4 bytes at an offset and a checksum that
// is right.
func damaged(data []byte, at int, value uint32) []byte {
	data = slices.Clone(data)
	binary.LittleEndian.PutUint32(data[at:], value)
	binary.LittleEndian.PutUint32(data[len(magic):], crc32.Checksum(data[len(magic)+4:], castagnoli))
	return data
}

// Even with a checksum that is right no index may point out of its table.
func TestLoadChecksBounds(t *testing.T) {
	t.Parallel()
	d := small(t)
	data, err := d.Marshal()
	require.NoError(t, err)
	_, err = Load(damaged(data, 0, 0))
	assert.EqualError(t, err, "it does not begin as a dictionary does")
	for at := 12; at < headerSize; at += 4 {
		for _, v := range []uint32{0, math.MaxUint32, math.MaxInt32, uint32(len(data)), 1000} {
			if at == 12+5*4 && v > 0 && v <= uint32(len(data)) {
				continue // a smallest frequency that is only wrong
			}
			if _, err := Load(damaged(data, at, v)); binary.LittleEndian.Uint32(data[at:]) != v {
				assert.Error(t, err, "%d at %d", v, at)
			}
		}
	}
	// Whatever 4 bytes are something else, what loads can be used.
	random := rand.New(rand.NewPCG(1, 2))
	loaded := 0
	for at := headerSize; at+4 <= len(data); at += 4 {
		if at > headerSize+20_000 && random.IntN(50) > 0 { // most of the rest is the table of codes
			continue
		}
		got, err := Load(damaged(data, at, random.Uint32()))
		if err != nil {
			continue
		}
		loaded++
		for _, n := range got.Words {
			for c := range got.Codes() {
				child := got.Words.Step(n, uint16(c))
				_, _ = got.Weights[uint16(child.Value())], got.Tags[TagIndex(child.Value())]
			}
		}
		for r := range rune(0x30000) {
			_ = got.Model.Emit[got.Code(r)]
		}
		got.Lookup("发展中")
	}
	assert.Positive(t, loaded)
}

func TestTrie(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	for _, codes := range []int{2, 5, 300, 20_000} {
		words := map[string]uint32{}
		var list []Word
		for range 3000 {
			w := make([]uint16, 1+random.IntN(6))
			for i := range w {
				w[i] = uint16(1 + random.IntN(min(codes-1, 1+random.IntN(codes))))
			}
			if key := string(runes(w)); words[key] == 0 {
				words[key] = 1 + random.Uint32N(maxValue)
				list = append(list, Word{w, words[key]})
			}
		}
		trie, err := NewTrie(list, codes)
		require.NoError(t, err)
		value := func(w []uint16) uint32 {
			n := trie[w[0]]
			for _, c := range w[1:] {
				n = trie.Step(n, c)
			}
			return n.Value()
		}
		for _, w := range list {
			assert.Equal(t, w.Value, value(w.Codes))
			for i := 1; i < len(w.Codes); i++ {
				assert.Equal(t, words[string(runes(w.Codes[:i]))], value(w.Codes[:i]))
			}
			longer := append(slices.Clone(w.Codes), uint16(1+random.IntN(codes-1)))
			assert.Equal(t, words[string(runes(longer))], value(longer))
		}
	}
}

func runes(codes []uint16) []rune {
	out := make([]rune, len(codes))
	for i, c := range codes {
		out[i] = rune(c)
	}
	return out
}

func TestNewTrieRejects(t *testing.T) {
	t.Parallel()
	for name, words := range map[string][]Word{
		"an empty word":     {{nil, 1}},
		"code 0":            {{[]uint16{1, 0}, 1}},
		"a code too large":  {{[]uint16{5}, 1}},
		"value 0":           {{[]uint16{1}, 0}},
		"a value too large": {{[]uint16{1}, 1 << 24}},
		"a word twice":      {{[]uint16{1, 2}, 1}, {[]uint16{1}, 1}, {[]uint16{1, 2}, 2}},
	} {
		_, err := NewTrie(words, 5)
		assert.Error(t, err, name)
	}
}

// The bits are those of the C library, glibc 2.36.
func TestLog(t *testing.T) {
	t.Parallel()
	for freq, bits := range map[int]uint64{
		2: 0xc03137e97837d642, 3: 0xc030d01ce884d7e1, 4: 0xc030867760400472, 5: 0xc0304d5770b0cf3e,
		6: 0xc0301eaad08d0611, 7: 0xc02fee68ca9904d8, 10: 0xc02f37cab171fadd, 11: 0xc02f06fe327f8250,
		13: 0xc02eb1761592ed0e, 77: 0xc02b22afdcb93705, 164: 0xc0299f956f1c5dd1, 484: 0xc027757ce4c06d3f,
		546: 0xc02737c640875dc3, 740: 0xc0269c1c45f3a54f, 847: 0xc02656f6eed96932, 871: 0xc02648a89cfee478,
		1000: 0xc02601f1d3975053, 1276: 0xc02585279facbb8a, 1429: 0xc0254b2c699e5df0, 1877: 0xc024bf8d18c1423e,
		2000: 0xc0249f0da3a7acb4, 2013: 0xc0249bbc6da0abe8, 2453: 0xc024368560faf535, 2609: 0xc02416f41a648f4c,
		2793: 0xc023f40fa3fbec60, 3692: 0xc023652fbba13a6c, 4410: 0xc0230a33673a2385, 4525: 0xc022fd053b40a541,
		7091: 0xc02217068936cdf2, 9644: 0xc0217994a3b8ad3c, 11190: 0xc0212d7441b236e0, 13208: 0xc020d8903b93eb11,
		318825: 0xc014f4e53ed73cf8, 883634: 0xc010e1077f7f3125,
	} {
		x := float64(freq) / 60_101_983
		assert.Equal(t, bits, math.Float64bits(log(x)), "%d", freq)
	}
	for freq := 1; freq < 60_000_000; freq += 1 + freq/50 {
		x := float64(freq) / 60_101_983
		assert.InEpsilon(t, math.Log(x), log(x), 1e-15)
	}
	assert.Zero(t, log(1))
}

// The embedded dictionary is that of the module.
func TestGenerated(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("the go command, which says where the gojieba module is, is not there: ", err)
	}
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yanyiwu/gojieba").Output()
	require.NoError(t, err)
	read := func(name string) string {
		b, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "deps", "cppjieba", "dict", name))
		require.NoError(t, err)
		return string(b)
	}
	d, err := Build(read("jieba.dict.utf8"), read("hmm_model.utf8"))
	require.NoError(t, err)
	got, err := d.Marshal()
	require.NoError(t, err)
	want, err := os.ReadFile(filepath.Join("..", "..", "dictionary.bin"))
	require.NoError(t, err)
	assert.True(t, string(got) == string(want), "go generate ./analysis/native makes it anew")
}
