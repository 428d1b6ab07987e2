package native

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis/native/internal/dict"
)

// The comparison with gojieba's words can fail: each of these faults makes it.
func TestFaultsShow(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(goldenFile)
	require.NoError(t, err)
	want := strings.ReplaceAll(string(data), "\r\n", "\n")
	// node returns the element of the trie where a prefix of words ends.
	node := func(d *dict.Dict, prefix string) *dict.Node {
		var at int
		for i, r := range prefix {
			c := d.Code(r)
			if i == 0 {
				at = int(c)
			} else {
				at = int(d.Words[at].Base()) + int(c)
			}
			require.Equal(t, c, d.Words[at].Code(), prefix)
		}
		return &d.Words[at]
	}
	// silent returns the code of a character that the model does not know.
	silent := func(d *dict.Dict) uint16 {
		return uint16(utf8.RuneSelf + slices.Index(d.Model.Emit[utf8.RuneSelf:], d.Model.Emit[0]))
	}
	faults := map[string]func(d *dict.Dict){
		"none":                           func(*dict.Dict) {},
		"a word is lost":                 func(d *dict.Dict) { n := node(d, "发展"); *n -= dict.Node(n.Value()) },
		"a prefix is a word":             func(d *dict.Dict) { *node(d, "中华人") += dict.Node(node(d, "发展").Value()) },
		"a branch is lost":               func(d *dict.Dict) { *node(d, "中华") = 0 },
		"unknown characters weigh more":  func(d *dict.Dict) { d.Weights[0] = -1 },
		"rare words weigh less":          func(d *dict.Dict) { d.Weights[1] -= 1 },
		"words weigh alike":              func(d *dict.Dict) { clear(d.Weights) },
		"a frequent word is rare":        func(d *dict.Dict) { n := node(d, "和"); *n -= dict.Node(uint16(n.Value()) - 1) },
		"words begin as they end":        func(d *dict.Dict) { s := &d.Model.Start; s[dict.B], s[dict.S] = s[dict.S], s[dict.B] },
		"long words are likely":          func(d *dict.Dict) { d.Model.Trans[dict.M][dict.M] = 0 },
		"words of two are unlikely":      func(d *dict.Dict) { d.Model.Trans[dict.B][dict.E] -= 5 },
		"single characters stay single":  func(d *dict.Dict) { d.Model.Trans[dict.S][dict.S] = 0 },
		"an emission is of another":      func(d *dict.Dict) { d.Model.Emit[d.Code('琳')] = d.Model.Emit[d.Code('的')] },
		"a character has no emission":    func(d *dict.Dict) { d.Model.Emit[d.Code('琳')] = d.Model.Emit[0] },
		"a tag is another":               func(d *dict.Dict) { d.Tags[slices.Index(d.Tags, "n")] = "v" },
		"the tag of unknown words":       func(d *dict.Dict) { d.Tags[0] = "w" },
		"a character has lost its code":  func(d *dict.Dict) { d.Table()['的'] = 0 },
		"two characters have one code":   func(d *dict.Dict) { d.Table()['发'] = d.Code('展') },
		"a mark does not separate":       func(d *dict.Dict) { d.Table()['、'] = silent(d) },
		"a blank does not separate":      func(d *dict.Dict) { d.Table()['\u3000'] = silent(d) },
		"a letter is unknown":            func(d *dict.Dict) { d.Table()['G'] = 0 },
		"a digit counts as a letter":     func(d *dict.Dict) { d.Table()['5'] = 'g' },
		"a point is no part of a number": func(d *dict.Dict) { d.Table()['.'] = '-' },
	}
	for name, fault := range faults {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, err := dict.Load(slices.Clone(dictionaryFile))
			require.NoError(t, err)
			fault(d)
			plain := &Segmenter{dict: d}
			user, err := openOn(d, goldenLexicon)
			require.NoError(t, err)
			var b strings.Builder
			for _, text := range goldenTexts(t) {
				b.WriteString(golden(t, plain, user, text))
			}
			assert.Equal(t, name == "none", b.String() == want)
		})
	}
}

// What is embedded must not be able to make the segmenter fail, whatever has
// happened to it.
func TestDamageIsFoundWhenTheDictionaryIsLoaded(t *testing.T) {
	t.Parallel()
	for at := 0; at < len(dictionaryFile); at += 1 + at/50 {
		data := slices.Clone(dictionaryFile)
		data[at] ^= 0x10
		_, err := dict.Load(data)
		require.Error(t, err, "byte %d", at)
	}
	for _, size := range []int{0, 1, 39, 40, 1000, len(dictionaryFile) - 1} {
		_, err := dict.Load(dictionaryFile[:size])
		require.Error(t, err, "%d bytes", size)
	}
	_, err := dict.Load(append(slices.Clone(dictionaryFile), 0))
	require.Error(t, err)
}
