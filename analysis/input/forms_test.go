package input

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDecodeMakesFormsAlike(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text, want string
		notes            []Note
	}{
		{"zero-width space in a word", "新发\u200b展理\u200b念", "新发展理念", []Note{{Normalized, 6, 2, "Invisible characters were removed: 2."}}},
		{"soft hyphen", "高质\u00ad量", "高质量", []Note{{Normalized, 6, 1, "Invisible characters were removed: 1."}}},
		{"byte order mark inside", "总则\n\ufeff第一条", "总则\n第一条", []Note{{Normalized, 7, 1, "Invisible characters were removed: 1."}}},
		{"variation selector", "葛\U000e0100城", "葛城", []Note{{Normalized, 3, 1, "Invisible characters were removed: 1."}}},
		{"mark of direction", "第\u200e三\u202c条", "第三条", []Note{{Normalized, 3, 2, "Invisible characters were removed: 2."}}},
		{"control character", "经\x08济\x1a", "经济", []Note{{Normalized, 3, 2, "Invisible characters were removed: 2."}}},
		{"Kangxi radicals", "⼈⺠⼤会⽹络", "人民大会网络", nil},
		{"compatibility ideograph", "\uf98a量", "力量", []Note{{Normalized, 0, 1, "Compatibility ideographs were replaced by the characters they stand for: 1."}}},
		{"U+0085 and vertical tab", "甲\u0085乙\v丙", "甲\n乙\n丙", []Note{{Normalized, 3, 2, `Line ends that analysis does not know were replaced by \n: 2.`}}},
		{"full-width letters and digits stay", "２０１５年ＧＤＰ增长６．９％", "２０１５年ＧＤＰ增长６．９％", nil},
		{"spaces stay", "\u3000\u3000甲\u00a0乙\u2003丙", "\u3000\u3000甲\u00a0乙\u2003丙", nil},
		{"line ends that analysis knows stay", "甲\r\n乙\r丙\u2028丁\f", "甲\r\n乙\r丙\u2028丁\f", nil},
		{"vertical forms and ellipsis stay", "……—·︰", "……—·︰", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := Options{}.Decode("a.txt", []byte(c.text))
			require.NoError(t, err)
			assert.Equal(t, c.want, got.Text)
			if c.notes != nil || c.text == c.want {
				assert.Equal(t, c.notes, got.Notes)
			}
			again, err := Options{}.Decode("a.txt", []byte(got.Text))
			require.NoError(t, err)
			assert.Equal(t, got.Text, again.Text)
			assert.Empty(t, again.Notes)

			kept, err := Options{Forms: KeepForms}.Decode("a.txt", []byte(c.text))
			require.NoError(t, err)
			assert.Equal(t, c.text, kept.Text)
			assert.Empty(t, kept.Notes)
		})
	}
}
