package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLineReader(t *testing.T) {
	t.Parallel()
	const limit = 6
	for name, c := range map[string]struct {
		in   string
		want []string // ! before the length of one that is too long
	}{
		"nothing":                        {"", nil},
		"a line":                         {"abc\n", []string{"abc"}},
		"without a line break":           {"abc\nde", []string{"abc", "de"}},
		"blank ones":                     {"\n\na\n", []string{"", "", "a"}},
		"at the limit":                   {"abcdef\nabcdef", []string{"abcdef", "abcdef"}},
		"over it":                        {"abcdefg\nab\nabcdefgh", []string{"!7", "ab", "!8"}},
		"longer than bufio's buffer":     {strings.Repeat("a", 100) + "\nb\n", []string{"!100", "b"}},
		"Windows' line breaks are blank": {"a\r\n", []string{"a\r"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := lineReader{r: bufio.NewReaderSize(strings.NewReader(c.in), 16), limit: limit}
			var got []string
			for {
				s, err := l.next()
				var long tooLong
				if errors.As(err, &long) {
					s = []byte(fmt.Sprintf("!%d", long.bytes))
				} else if err != nil {
					assert.Equal(t, io.EOF, err)
					break
				}
				got = append(got, string(s))
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestParseLine(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		in   string
		want line
	}{
		"id and text":             {`{"id":"a","text":"一"}`, line{"a", "", "一"}},
		"a title":                 {`{"id":"a","title":"题","text":"一"}`, line{"a", "题", "一"}},
		"a number for the id":     {`{"id":1.50,"text":"一"}`, line{"1.50", "", "一"}},
		"a large one":             {`{"id":12345678901234567890,"text":"一"}`, line{"12345678901234567890", "", "一"}},
		"other fields":            {`{"id":"a","text":"一","url":["x"]}`, line{"a", "", "一"}},
		"a byte order mark":       {"\ufeff" + `{"id":"a","text":"一"}`, line{"a", "", "一"}},
		"Windows' line break":     {`{"id":"a","text":"一"}` + "\r", line{"a", "", "一"}},
		"a surrogate pair":        {`{"id":"a","text":"\ud83d\ude00\\ud83d"}`, line{"a", "", "😀\\ud83d"}},
		"U+FFFD, as one wrote it": {`{"id":"a","text":"` + "\ufffd" + `\ufffd"}`, line{"a", "", "\ufffd\ufffd"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := parseLine([]byte(c.in))
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
	for in, want := range map[string]string{
		`{"id":"a","text":"\ud83d"}`:         `byte 18 of the line is \ud83d, half of a surrogate pair, which is no character`,
		`{"id":"a","text":"\ude00\ud83d"}`:   `byte 18 of the line is \ude00, half of a surrogate pair, which is no character`,
		`{"id":"a","text":"\ud83d\ud83d"}`:   `byte 18 of the line is \ud83d, half of a surrogate pair, which is no character`,
		"\ufeff" + `{"id":"a","text":"一" x}`: "the line is not a JSON object with id and text: byte 26: invalid character 'x' after object key:value pair",
	} {
		_, err := parseLine([]byte(in))
		assert.EqualError(t, err, want)
	}
}

// FuzzLines reads any bytes as lines of JSON. What is accepted is what
// encoding/json makes of it, and nothing is replaced or left out in silence.
func FuzzLines(f *testing.F) {
	for _, s := range []string{
		object(`"id":"a"`), `{"id":7,"text":"一"}` + "\n\n" + `{"id":"b"}`, "\ufeff{\"id\":\"a\",\"text\":\"\xff\"}", `{"id":"a","text":"\ud83d\ude00 \ud83d"}`,
		`{"id":"a","text":"\\\ud83d"}`, "{}\r\n[]\r\n", strings.Repeat("a", 300) + "\n{",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		const limit = 200
		l := lineReader{r: bufio.NewReaderSize(strings.NewReader(string(data)), 16), limit: limit}
		var again strings.Builder
		n := 0
		for {
			s, err := l.next()
			var long tooLong
			if errors.As(err, &long) {
				require.Greater(t, long.bytes, int64(limit))
				s = data[again.Len() : again.Len()+int(long.bytes)]
			} else if err == io.EOF {
				break
			} else {
				require.NoError(t, err)
				require.LessOrEqual(t, len(s), limit)
			}
			n++
			again.Write(s)
			again.WriteByte('\n')
			got, err := parseLine(s)
			if err != nil {
				require.NotEmpty(t, err.Error())
				continue
			}
			var plain struct {
				ID    any
				Title string
				Text  string
			}
			require.NotEmpty(t, got.id)
			require.True(t, utf8.ValidString(got.text))
			require.NoError(t, json.Unmarshal([]byte(strings.TrimPrefix(string(s), "\ufeff")), &plain))
			require.Equal(t, plain.Text, got.text)
			require.Equal(t, plain.Title, got.title)
			if strings.Contains(got.text, "\ufffd") {
				require.True(t, strings.Contains(string(s), "\ufffd") || strings.Contains(strings.ToLower(string(s)), `\ufffd`), "U+FFFD is in the input")
			}
		}
		require.Equal(t, strings.TrimSuffix(string(data), "\n"), strings.TrimSuffix(again.String(), "\n"), "the lines are the input")
		require.LessOrEqual(t, n, 1+strings.Count(string(data), "\n"))
	})
}
