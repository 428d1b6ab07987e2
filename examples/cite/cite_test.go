package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/examples/internal/desktest"
)

const docs = "testdata/docs"

// cite runs the program and returns its exit status, output and messages.
func cite(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	return desktest.Program(run).Run(t, stdin, args...)
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for format := range writers {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			code, got, messages := cite(t, "", "-o", format, docs)
			require.Zero(t, code, messages)
			desktest.Golden(t, filepath.Join("testdata", format+".golden"), got)
			code, again, _ := cite(t, "", "-workers", "1", "-o", format, docs)
			assert.Zero(t, code)
			assert.Equal(t, got, again, "whatever -workers is")
		})
	}
}

// Every mention is where the file has it.
func TestMentions(t *testing.T) {
	t.Parallel()
	_, out, _ := cite(t, "", "-o", "mentions", "-kinds", "document,work,form", docs)
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	require.Greater(t, len(rows), 10)
	for _, r := range rows[1:] {
		text, err := os.ReadFile(filepath.Join(docs, r[0]+".txt"))
		require.NoError(t, err)
		start, err := strconv.Atoi(r[1])
		require.NoError(t, err)
		end, err := strconv.Atoi(r[2])
		require.NoError(t, err)
		assert.Equal(t, r[3], string(text[start:end]))
	}
}

func TestWhatIsLeftOut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		args     []string
		has, not []string
	}{
		{"works and forms", nil, []string{"《中华人民共和国数据安全法》"}, []string{"青阳日报", "证书"}},
		{"all but works", []string{"-kinds", "work"}, []string{"《青阳日报》"}, []string{"数据安全法", "证书"}},
		{"what one document cites", []string{"-min-docs", "2"}, []string{"个人信息保护法"}, []string{"暂行办法"}},
		{"what is not read", []string{"-inside"}, []string{"= opinion", "= measures", "= plan"}, []string{"数据安全法"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := cite(t, "", append(c.args, docs)...)
			require.Zero(t, code, messages)
			for _, s := range c.has {
				assert.Contains(t, out, s)
			}
			for _, s := range c.not {
				assert.NotContains(t, out, s)
			}
		})
	}
	t.Run("what a document says of itself", func(t *testing.T) {
		t.Parallel()
		code, out, _ := cite(t, "临川省公共数据管理办法\n\n《临川省公共数据管理办法》已经通过，现予公布，根据《公司法》制定。\n")
		assert.Zero(t, code)
		assert.Contains(t, out, "1 read, 1 cited, 1 mentions")
		assert.NotContains(t, out, "办法")
	})
}

func TestWrongCalls(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"a format":           {[]string{"-o", "dot", docs}, "-o dot: the output is text, csv, mentions, graphml, gexf, nodes or edges"},
		"a kind":             {[]string{"-kinds", "document,book", docs}, `-kinds document,book: "book" is none of document, work and form`},
		"documents below 1":  {[]string{"-min-docs", "0", docs}, "-min-docs 0: the number is 1 or more"},
		"flags behind files": {[]string{docs, "-inside"}, "-inside: flags come before the files"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := cite(t, "", c.args...)
			assert.Equal(t, 2, code)
			assert.Empty(t, out)
			assert.Contains(t, messages, c.want)
		})
	}
	code, out, messages := cite(t, "", "-h")
	assert.Zero(t, code)
	assert.Empty(t, messages)
	assert.Contains(t, out, "Usage: cite")
}

// A document that fails is named, and the others are read.
func TestFailures(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.txt"), []byte("《公司法》\xff"), 0o644))
	code, out, messages := cite(t, "", docs, dir)
	assert.Equal(t, 1, code)
	assert.Contains(t, out, "4 read, 7 cited")
	assert.Contains(t, messages, "a.txt: byte 15: 0xFF is not utf-8")
	code, out, messages = cite(t, "", filepath.Join(dir, "none.txt"))
	assert.Equal(t, 1, code)
	assert.Empty(t, out)
	assert.Contains(t, messages, "none.txt")
}

// The README shows what the program writes.
func TestReadmeIsTrue(t *testing.T) {
	desktest.Program(run).Readme(t, "../..", "../..", "go run ./examples/cite")
}
