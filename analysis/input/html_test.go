package input

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var pagesDir = filepath.Join("..", "..", "testdata", "pages")

func TestDecodeHTMLExtractsEachPage(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(pagesDir, "*.html"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			want, err := os.ReadFile(strings.TrimSuffix(file, ".html") + ".want")
			require.NoError(t, err)
			got, err := Options{Traditional: KeepTraditional}.DecodeHTML(filepath.Base(file), data)
			if dir := os.Getenv("OUT"); dir != "" {
				os.WriteFile(filepath.Join(dir, strings.TrimSuffix(filepath.Base(file), ".html")+".txt"), []byte(got.Text), 0o644)
			}
			assert.Equal(t, string(want), pageFileOf(got, err))
		})
	}
}

func TestDecodeHTMLNormalizesTheTitleToo(t *testing.T) {
	t.Parallel()
	got, err := Options{}.DecodeHTML("a.html", []byte("<title>新发\u200b展理念</title><h1>新发\u200b展理念</h1><p>坚持新发\u200b展理念，推动高质量发展。"))
	require.NoError(t, err)
	assert.Equal(t, "新发展理念", got.Title)
	assert.Equal(t, "新发展理念\n坚持新发展理念，推动高质量发展。\n", got.Text)
}

// pageFileOf writes a result in the form of testdata/pages/*.want.
func pageFileOf(x Text, err error) string {
	if err != nil {
		return strings.Replace(err.Error(), "input: ", "error: ", 1) + "\n"
	}
	var b strings.Builder
	for _, f := range []struct{ name, value string }{
		{"title", x.Title}, {"date", x.Date}, {"source", x.Source}, {"author", x.Author}, {"encoding", x.Encoding},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", f.name, f.value)
		}
	}
	return b.String() + "\n" + x.Text
}

// testPages returns the pages of testdata.
func testPages(t testing.TB) [][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(pagesDir, "*.html"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var pages [][]byte
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		pages = append(pages, data)
	}
	return pages
}
