package input

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTraditionalCharactersAreTold(t *testing.T) {
	t.Parallel()
	const kept = "kept"
	for _, c := range []struct {
		name, text string
		refused    bool
		note       string // of what is not refused
	}{
		{"a traditional text", "關於加快發展現代服務業的若干意見", true, ""},
		{"a traditional title of three characters", "國務院", true, ""},
		{"one traditional character among those of both scripts", "本市五年來土地使用辦法", true, ""},
		{"a simplified text", "关于加快发展现代服务业的若干意见", false, ""},
		{"characters of both scripts only", "第一章 人民公社", false, ""},
		{"a name", "张三丰與李四谈论学习的意义", false, ""},
		{"乾, 著 and 后 are of simplified texts too", "乾隆年间的著作，皇后的藏书", false, ""},
		{"a short quotation", "他引用“學而時習之，不亦說乎”来说明学习的意义，并结合当前教育改革的实践进行阐述，强调要把理论学习同解决问题结合起来，" +
			"同推动工作结合起来，不断提高运用理论分析和解决实际问题的能力，切实把学习成果转化为谋划工作的思路、促进工作的措施、领导工作的本领。", false,
			"The text is in simplified characters, but 4 of 113 are traditional only (學 時 習 說)."},
		{"a name in a long text", strings.Repeat("关于加快发展现代服务业的若干意见。", 200) + "國務院", false,
			"The text is in simplified characters, but 2 of 3203 are traditional only (國 務)."},
		{"traditional and simplified half and half", "关于加快发展现代服务业的意见\n關於加快發展現代服務業的意見", true, ""},
		{"Japanese", "政府は経済財政諮問会議を開き、今後の経済運営の基本方針を決定した。", false, "The text looks Japanese, which analysis does not know: it has 8 kana."},
		{"Latin letters", "Five-year plan", false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := Options{}.Decode("a.txt", []byte(c.text))
			if c.refused {
				require.ErrorIs(t, err, ErrTraditional)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, c.text, got.Text)
			if c.note == "" {
				assert.Empty(t, got.Notes)
				return
			}
			require.Len(t, got.Notes, 1)
			assert.Equal(t, c.note, got.Notes[0].Text)
			assert.Equal(t, kept, got.Notes[0].Kind.String())
		})
	}
}

func TestConvertTraditional(t *testing.T) {
	t.Parallel()
	o := Options{Traditional: ConvertTraditional}
	for _, c := range []struct{ name, text, want string }{
		{"characters", "關於加快發展現代服務業的意見。", "关于加快发展现代服务业的意见。"},
		{"phrases before characters", "乾隆時期的乾燥農業", "乾隆时期的干燥农业"},
		{"a phrase that stays", "乾坤與於菟的後裔", "乾坤与於菟的后裔"},
		{"all else stays", "國務院２０１５年\r\nGDP　“增長”", "国务院２０１５年\r\nGDP　“增长”"},
		{"simplified text stays, with its traditional characters", "皇后與学习", "皇后與学习"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := o.Decode("a.txt", []byte(c.text))
			require.NoError(t, err)
			assert.Equal(t, c.want, got.Text)
		})
	}

	got, err := o.Decode("a.txt", []byte("一、國務院辦公廳"))
	require.NoError(t, err)
	assert.Equal(t, []Note{{Converted, 6, 4, "Traditional characters were converted to simplified ones: 4 places."}}, got.Notes)

	got, err = Options{Traditional: KeepTraditional}.Decode("a.txt", []byte("一、國務院辦公廳"))
	require.NoError(t, err)
	assert.Equal(t, []Note{{Kept, 6, 4, "The text is in traditional characters, which analysis cuts into wrong words: 4 of 7 characters are traditional only (國 務 辦 廳)."}}, got.Notes)
}

// No text of the folder TIFA_DATA, all simplified, is taken for a traditional one.
func TestSimplifiedTextsAreNotTraditional(t *testing.T) {
	t.Parallel()
	for _, text := range ownTexts(t) {
		simplified, _ := look(text)
		assert.False(t, simplified.isTraditional(), "%.60s", text)
		traditional, _ := look(toTraditional(text))
		assert.True(t, traditional.isTraditional(), "%.60s", text)
	}
}
