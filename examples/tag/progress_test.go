package main

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestProgressIsQuietInAPipe(t *testing.T) {
	t.Parallel()
	code, out, messages := tag(t, "", "-progress", filepath.Join(articles, "report.txt"))
	assert.Zero(t, code)
	assert.Empty(t, messages)
	assert.NotEmpty(t, out)
}

func TestProgressSaysHowFarAndHowLong(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		total, bytes, skipped int64
		articles              int
		want                  string
	}{
		"nothing yet":           {10e6, 0, 0, 0, "0 articles, 0.0 MB, 0.0 MB/s"},
		"a part":                {10e6, 2.5e6, 0, 1, "1 article, 2.5 MB, 0.5 MB/s, 15s left"},
		"all":                   {10e6, 10e6, 0, 70, "70 articles, 10.0 MB, 2.0 MB/s, 0s left"},
		"what was done earlier": {10e6, 6e6, 5e6, 70, "70 articles, 6.0 MB, 0.2 MB/s, 20s left"},
		"of no known size":      {-1, 5e6, 0, 70, "70 articles, 5.0 MB, 1.0 MB/s"},
		"empty files":           {0, 0, 0, 2, "2 articles, 0.0 MB, 0.0 MB/s"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := &progress{total: c.total}
			p.skip(c.skipped)
			assert.Equal(t, c.want, p.state(c.articles, c.bytes, 5*time.Second))
		})
	}
}

// TestProgressDraws draws on what is taken for a terminal.
func TestProgressDraws(t *testing.T) {
	t.Parallel()
	for _, total := range []int64{2e6, -1} {
		var terminal bytes.Buffer
		p := &progress{stderr: &terminal}
		p.draw(total)
		p.update(1, 1e6)
		_, err := p.Write([]byte("tag: a: the text is empty\n"))
		require.NoError(t, err)
		p.update(2, 2e6)
		p.stop()
		p.stop() // once more does nothing
		assert.Contains(t, terminal.String(), "1 article, 1.0 MB, ")
		assert.Contains(t, terminal.String(), "\rtag: a: the text is empty\n", "a message has a line of its own")
		assert.Contains(t, terminal.String(), "2 articles, 2.0 MB, ")
		drawn := terminal.Len()
		_, err = p.Write([]byte("tag: 1 of 2 articles failed\n"))
		require.NoError(t, err)
		assert.Equal(t, "tag: 1 of 2 articles failed\n", terminal.String()[drawn:], "then there is no bar any more")
	}
}
