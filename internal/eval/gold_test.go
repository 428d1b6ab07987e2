package eval

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadGold(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	write("乙.gold.json", `{"keywords": ["一", "二"]}`)
	write("a.gold.json", `{"phrases": {"“三农”问题": 2, "工作": 1}, "key_sentences": ["甲。", "乙。"], "note": "ignored"}`)
	write(".b.gold.json", `hidden`)
	write("c.txt", `text`)
	got, err := ReadGold(dir)
	require.NoError(t, err)
	assert.Equal(t, []Gold{
		{ID: "a", Phrases: Grades{"三农问题": 2, "工作": 1}, Summary: "甲。乙。"},
		{ID: "乙", Phrases: Grades{}, Keywords: []string{"一", "二"}},
	}, got)
}

func TestReadGoldErrors(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"no JSON":              {"甲", "a.gold.json: byte 0: the file is not"},
		"keywords as a string": {`{"keywords": "甲"}`, "a.gold.json: byte 19: the file is not"},
		"a grade of 3":         {`{"phrases": {"甲": 3}}`, "a.gold.json: the grade of 甲 is 3, not 0, 1 or 2"},
		"nothing":              {`{}`, "a.gold.json: there are no phrases, keywords or key_sentences in the file"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			require.NoError(t, os.WriteFile(filepath.Join(dir, "a.gold.json"), []byte(c.text), 0o644))
			_, err := ReadGold(dir)
			assert.ErrorContains(t, err, c.want)
		})
	}
	_, err := ReadGold(t.TempDir())
	assert.ErrorContains(t, err, "there is no file ID.gold.json in the folder")
	_, err = ReadGold(filepath.Join(t.TempDir(), "none"))
	assert.ErrorIs(t, err, os.ErrNotExist)
}
