package input

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html/charset"
)

func TestSmoke(t *testing.T) {
	for _, c := range []struct{ enc, text string }{
		{"utf-8", "关于进一步优化营商环境的若干意见"},
		{"gb18030", "关于进一步优化营商环境的若干意见"},
		{"big5", "關於進一步優化營商環境的若干意見"},
		{"utf-16le", "关于进一步优化营商环境的若干意见"},
		{"utf-16be", "关于进一步优化营商环境的若干意见"},
	} {
		e, _ := charset.Lookup(c.enc)
		b, err := e.NewEncoder().Bytes([]byte(c.text))
		require.NoError(t, err)
		got, err := Options{Traditional: KeepTraditional}.Decode("a", b)
		require.NoError(t, err, c.enc)
		require.Equal(t, c.text, got.Text)
		require.Equal(t, c.enc, got.Encoding)
		t.Log(got.Notes)
		got, err = Options{Traditional: ConvertTraditional}.Decode("a", b)
		require.NoError(t, err, c.enc)
		require.Equal(t, "关于进一步优化营商环境的若干意见", got.Text)
		_, err = Options{}.Decode("a", b)
		t.Log(err)
	}
	_, err := Options{}.Decode("a.txt", []byte("关于\xff进一步"))
	t.Log(err)
	_, err = Options{}.Decode("a.txt", []byte("caf\xe9 is fine"))
	t.Log(err)
	h, err := Options{}.DecodeHTML("a.html", []byte("<html><meta charset=gbk><p>关于\n进一步</p><table><tr><td>a<td>b<tr><td><p>c<p>d<td></table><ol><li>x<li>y"))
	t.Logf("%+v %v", h, err)
}
