package keywords_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/keywords"
)

// realText returns a text of the folder TIFA_DATA, and skips without it.
func realText(t *testing.T, pattern string) string {
	t.Helper()
	dir := os.Getenv("TIFA_DATA")
	if dir == "" {
		t.Skip("TIFA_DATA, the folder of real texts, is not set")
	}
	files, err := filepath.Glob(filepath.Join(dir, pattern))
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skipf("TIFA_DATA has no %s", pattern)
	}
	text, err := os.ReadFile(files[0])
	require.NoError(t, err)
	return string(text)
}

func TestNumeralsOfARealArticle(t *testing.T) {
	t.Parallel()
	text := realText(t, "article/article_2015_*.txt")
	got := make(map[string]keywords.Numeral)
	for _, n := range findNumerals(t, keywords.Numerals{}, analyze(t, text)) {
		got[n.Text] = n
	}
	assert.Equal(t, []string{"创新", "协调", "绿色", "开放", "共享"}, memberTexts(got["五大发展理念"]))
	assert.Equal(t, keywords.SourceText, got["五大发展理念"].Source)
	assert.Equal(t, 9, got["两网四库三平台"].Value)
	assert.Equal(t, 3, got["三个陕西"].Value)
	for text := range got {
		for _, never := range []string{"十三五", "十二五", "两会", "方面", "第三"} {
			assert.NotContains(t, text, never)
		}
	}
}

func TestNumeralsOfRealTexts(t *testing.T) {
	t.Parallel()
	realText(t, "policy/*.txt") // or skip
	files, err := filepath.Glob(filepath.Join(os.Getenv("TIFA_DATA"), "policy", "*.txt"))
	require.NoError(t, err)
	found := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		found += len(findNumerals(t, keywords.Numerals{}, analyze(t, string(text))))
	}
	assert.Greater(t, found, 2*len(files))
}
