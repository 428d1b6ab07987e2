package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A folder makes the files of a test.
type folder struct {
	t   *testing.T
	dir string
}

func newFolder(t *testing.T) folder { return folder{t, t.TempDir()} }

// write makes a file and the folders that it is in, and returns its path.
func (f folder) write(name, content string) string {
	f.t.Helper()
	path := filepath.Join(f.dir, filepath.FromSlash(name))
	require.NoError(f.t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(f.t, os.WriteFile(path, []byte(content), 0o644))
	return path
}

// gz compresses each part to a member.
func gz(t testing.TB, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	for _, p := range parts {
		z := gzip.NewWriter(&b)
		_, err := z.Write([]byte(p))
		require.NoError(t, err)
		require.NoError(t, z.Close())
	}
	return b.String()
}

const goodText = "推进数字青阳建设，提升治理效能。数字青阳建设要抓好落实，久久为功。"

func object(fields string) string { return "{" + fields + `,"text":"` + goodText + `"}` + "\n" }

// corpusFile is what tag count writes for goodText, or the like.
func corpusFile(t *testing.T, text string) string {
	t.Helper()
	code, out, messages := tag(t, text, "count")
	require.Zero(t, code, messages)
	return out
}

// TestBadCalls is the table of what stops the program, each with its status and
// the first line that it says. In the lines, DIR is the folder of the files.
func TestBadCalls(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	f.write("a.txt", goodText)
	f.write("plain.lexicon", "好 差 坏\n")
	f.write("twice.lexicon", "好\n好\n")
	f.write("bytes.lexicon", "好\n\xff\n")
	good := corpusFile(t, goodText)
	f.write("good.corpus", good)
	f.write("copy.corpus", good)
	f.write("no.corpus", "nothing\n")
	f.write("short.corpus", good[:len(good)-20])
	f.write("within.corpus", good[:len(good)-4])
	f.write("changed.corpus", strings.Replace(good, "documents=1", "documents=2", 1))
	f.write("dos.corpus", strings.ReplaceAll(good, "\n", "\r\n"))
	f.write("more.corpus", good+"1\t多\n")
	f.write("new.corpus", strings.Replace(good, "tifa-corpus 1", "tifa-corpus 9", 1))
	f.write("short.corpus.gz", gz(t, good)[:40])
	f.write("plain.corpus.gz", good)
	f.write("parts/x.txt", "")
	f.write("other.out", "a line that somebody wrote\n")
	f.write("strange.out", "")
	f.write("strange.out.resume", "a line that somebody wrote\n")
	require.NoError(t, os.Mkdir(filepath.Join(f.dir, "folder.out"), 0o755))
	for _, c := range []struct {
		name string
		args string // parted by blanks; DIR/ is the folder
		code int
		want string // what the first line begins with
	}{
		{"a flag that there is not", "-frobnicate DIR/a.txt", 2, "tag: flag provided but not defined: -frobnicate; tag -h explains the flags"},
		{"a flag behind a file", "DIR/a.txt -o jsonl", 2, "tag: -o: flags come before the files; tag -h explains the flags"},
		{"a flag without its value", "-o", 2, "tag: flag needs an argument: -o; tag -h explains the flags"},
		{"a number that is none", "-keywords many DIR/a.txt", 2, `tag: invalid value "many" for flag -keywords: parse error; tag -h explains the flags`},
		{"another output", "-o xml DIR/a.txt", 2, "tag: -o xml: the output is text, jsonl, csv or tsv; tag -h explains the flags"},
		{"another method", "-method lda DIR/a.txt", 2, "tag: -method lda: the method is bm25, contrast, evidence, kpminer,"},
		{"another segmenter", "-segmenter thulac DIR/a.txt", 2, "tag: -segmenter thulac: the segmenter is native or gojieba; tag -h explains the flags"},
		{"a negative number", "-keywords -1 DIR/a.txt", 2, "tag: a number of keywords or phrases is negative; tag -h explains the flags"},
		{"no workers", "-workers 0 DIR/a.txt", 2, "tag: -workers 0: the number is from 1 to 1024; tag -h explains the flags"},
		{"two budgets", "-sentences 2 -chars 100 DIR/a.txt", 2, "tag: -sentences, -chars and -ratio exclude each other; tag -h explains the flags"},
		{"no characters", "-chars 0 DIR/a.txt", 2, "tag: -chars 0: a summary needs characters; -sentences 0 means none; tag -h explains the flags"},
		{"a mark for no table", "-bom -o jsonl DIR/a.txt", 2, "tag: -bom needs -o csv or tsv; tag -h explains the flags"},
		{"cells of no table", "-exact DIR/a.txt", 2, "tag: -exact needs -o csv or tsv; tag -h explains the flags"},
		{"reasons in a table", "-explain -o csv DIR/a.txt", 2, "tag: -explain needs -o text or jsonl: a table has no column for it; tag -h explains the flags"},
		{"the text in a table", "-with-text -o csv DIR/a.txt", 2, "tag: -with-text needs -o jsonl; tag -h explains the flags"},
		{"another format of input", "-input pdf DIR/a.txt", 2, "tag: -input pdf: the format is text, html, jsonl or auto; tag -h explains the flags"},
		{"a malformed pattern", "-glob [ DIR", 2, `tag: invalid value "[" for flag -glob: the pattern is malformed; tag -h explains the flags`},
		{"two stars", "-glob **/*.txt DIR", 2, `tag: invalid value "**/*.txt" for flag -glob: ** is not known; directories are read with all below them; tag -h explains the flags`},
		{"no bytes", "-max-bytes 0 DIR/a.txt", 2, `tag: invalid value "0" for flag -max-bytes: the number is from 1 to 2GB, and may end in kB, MB or GB; tag -h explains the flags`},
		{"too many bytes", "-max-bytes 3GB DIR/a.txt", 2, `tag: invalid value "3GB" for flag -max-bytes: the number is from 1 to 2GB, and may end in kB, MB or GB; tag -h explains the flags`},
		{"an encoding that there is not", "-encoding utf-9 DIR/a.txt", 2, "tag: -encoding utf-9: the encoding is not known; tag -h explains the flags"},
		{"bytes that are hidden", "-invalid hide DIR/a.txt", 2, "tag: -invalid hide: what to do is refuse or replace; tag -h explains the flags"},
		{"traditional text in another way", "-traditional translate DIR/a.txt", 2, "tag: -traditional translate: what to do is refuse, convert or keep; tag -h explains the flags"},
		{"forms in another way", "-forms bend DIR/a.txt", 2, "tag: -forms bend: what to do is normalize, keep or auto; tag -h explains the flags"},

		{"a lexicon that is not there", "-lexicon DIR/no.txt DIR/a.txt", 2, "tag: open DIR/no.txt: "},
		{"a lexicon with a bad line", "-lexicon DIR/plain.lexicon DIR/a.txt", 2, `tag: DIR/plain.lexicon: lexicon: line 1: `},
		{"a lexicon that is not UTF-8", "-lexicon DIR/bytes.lexicon DIR/a.txt", 2, "tag: DIR/bytes.lexicon: lexicon: line 2: "},
		{"a corpus that is not there", "-corpus DIR/none.corpus DIR/a.txt", 2, "tag: open DIR/none.corpus: "},
		{"a corpus that is none", "-corpus DIR/no.corpus DIR/a.txt", 2, "tag: DIR/no.corpus: analysis: corpus: line 1 (byte 0): this is not a corpus file"},
		{"a corpus that is cut off", "-corpus DIR/short.corpus DIR/a.txt", 2, "tag: DIR/short.corpus: analysis: corpus: line "},
		{"a corpus of a later version", "-corpus DIR/new.corpus DIR/a.txt", 2, "tag: DIR/new.corpus: analysis: corpus: line 1 (byte 0): version 9 of the format is not known, only 1"},

		{"count: a flag of tag alone", "count -keywords 5 DIR/a.txt", 2, "tag count: flag provided but not defined: -keywords; tag count -h explains the flags"},
		{"count: no workers", "count -workers 0 DIR/a.txt", 2, "tag count: -workers 0: the number is from 1 to 1024; tag count -h explains the flags"},
		{"count: a lexicon that is not there", "count -lexicon DIR/no.txt DIR/a.txt", 2, "tag count: open DIR/no.txt: "},
		{"merge: no part", "merge", 2, "tag merge: there is no part to merge; tag merge -h explains the flags"},
		{"merge: a flag behind a part", "merge DIR/good.corpus -same", 2, "tag merge: -same: flags come before the files; tag merge -h explains the flags"},
		{"merge: a part that is not there", "merge DIR/good.corpus DIR/none.corpus", 1, "tag merge: open DIR/none.corpus: "},
		{"merge: a part that is none", "merge DIR/good.corpus DIR/no.corpus", 1, "tag merge: DIR/no.corpus: analysis: corpus: line 1 (byte 0): this is not a corpus file"},
		{"merge: the same part again", "merge DIR/good.corpus DIR/copy.corpus", 1, "tag merge: DIR/copy.corpus has the same bytes as DIR/good.corpus, so its articles would be counted twice; -same adds it nevertheless"},
		{"merge: a part that is cut off before a line", "merge DIR/short.corpus", 1, "tag merge: DIR/short.corpus: analysis: corpus: line "},
		{"merge: a part that is cut off within a line", "merge DIR/within.corpus", 1, "tag merge: DIR/within.corpus: analysis: corpus: line "},
		{"merge: a part that was changed", "merge DIR/changed.corpus", 1, "tag merge: DIR/changed.corpus: analysis: corpus: line "},
		{"merge: a part with other line breaks", "merge DIR/dos.corpus", 1, `tag merge: DIR/dos.corpus: analysis: corpus: line 1 (byte 0): the line ends in \r\n: some program has changed the file's line breaks`},
		{"merge: a part with more behind it", "merge DIR/more.corpus", 1, "tag merge: DIR/more.corpus: analysis: corpus: line "},
		{"merge: compressed and cut off", "merge DIR/short.corpus.gz", 1, "tag merge: DIR/short.corpus.gz: analysis: corpus: line 1 (byte 0): the gzip data are cut off at byte 40"},
		{"merge: not compressed", "merge DIR/plain.corpus.gz", 1, "tag merge: DIR/plain.corpus.gz: the name ends in .gz, but these are no gzip data"},
		{"merge: a folder without parts", "merge DIR/parts", 1, "tag merge: there is no .corpus file in the directory DIR/parts"},
		{"merge: a pattern without parts", "merge DIR/*.part", 1, "tag merge: DIR/*.part: no file matches the pattern"},

		{"resume: a file of someone else", "-resume DIR/other.out DIR/a.txt", 2, "tag: DIR/other.out is there already, and no run with -resume has begun it: name another file, or remove it"},
		{"resume: a strange file beside it", "-resume DIR/strange.out DIR/a.txt", 2, "tag: DIR/strange.out.resume is no file of -resume"},
		{"resume: a folder", "-resume DIR/folder.out DIR/a.txt", 2, "tag: open DIR/folder.out: "},
		{"resume: in a folder that is not there", "-resume DIR/none/a.out DIR/a.txt", 2, "tag: DIR/none/a.out: open DIR/none/a.out.resume: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := tag(t, "", strings.Fields(strings.ReplaceAll(c.args, "DIR", f.dir))...)
			assert.Equal(t, c.code, code)
			assert.Empty(t, out)
			first, rest, _ := strings.Cut(messages, "\n")
			got := strings.ReplaceAll(first, f.dir, "DIR")
			assert.True(t, strings.HasPrefix(got, c.want), "got  %s\nwant %s", got, c.want)
			assert.Empty(t, rest, "one clear error")
		})
	}
}

// TestBadInputs is the table of articles that fail, each with the error that it
// gives; the article after it is done. In the errors, DIR is the folder.
func TestBadInputs(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	whole := gz(t, goodText)
	for name, content := range map[string]string{
		"good.txt": goodText, "empty.txt": "", "blank.txt": " \r\n　\n", "none.jsonl": "\n", "empty.jsonl": "",
		"byte.txt": goodText + "\xff" + goodText, "cut.txt": goodText[:len(goodText)-1], "nul.txt": "数字\x00青阳建设",
		"pdf.txt": "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "zip.txt": "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00",
		"png.txt": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "trad.txt": "關於進一步優化營商環境的若干意見，推動經濟發展。", "long.txt": strings.Repeat("长", 400),
		"page.html": "<html><head><title>空</title><script>var a = 1;</script></head><body></body></html>", "empty.html": "",
		"deep.html":  "<html><body>" + strings.Repeat("<div>", 10000) + goodText,
		"cut.txt.gz": whole[:len(whole)-9], "head.txt.gz": whole[:5], "sum.txt.gz": whole[:len(whole)-8] + "\x00\x00\x00\x00" + whole[len(whole)-4:],
		"plain.txt.gz": goodText, "tail.txt.gz": whole + "garbage", "middle.txt.gz": whole[:20] + "\xff\xff\xff\xff" + whole[24:],
		"bomb.txt.gz": gz(t, strings.Repeat("长", 100000)), "cut.jsonl.gz": gz(t, object(`"id":"z"`), strings.Repeat(" ", 9000))[:130],
		"bytes.jsonl": "{\"id\":\"c\",\"text\":\"\xff\"}\n", "gbk.jsonl": "{\"id\":\"c\",\"text\":\"\xb9\xfa\"}\n", "brace.jsonl": "{\n", "array.jsonl": "[1]\n", "string.jsonl": "\"a\"\n", "number.jsonl": `{"id":"b","text":7}` + "\n",
		"noid.jsonl": `{"text":"一"}` + "\n", "nullid.jsonl": `{"id":null,"text":"一"}` + "\n", "notext.jsonl": `{"id":"b"}` + "\n", "two.jsonl": `{"id":"d","text":"一"} {}` + "\n",
		"half.jsonl": `{"id":"h","text":"一\ud83d二"}` + "\n", "blank.jsonl": `{"id":"e","text":" "}` + "\n", "cut.jsonl": `{"id":"e","text":"数字青`, "long.jsonl": `{"id":"l","text":"` + strings.Repeat("长", 400) + `"}` + "\n",
		"trad.jsonl": `{"id":"t","text":"關於進一步優化營商環境的若干意見，推動經濟發展。"}` + "\n", "nul.jsonl": `{"id":"n","text":"数字\u0000青阳"}` + "\n",
		"utf16.jsonl": "\xff\xfe{\x00\"\x00i\x00d\x00\"\x00:\x00", "none/a.pdf": "", "odd[1].txt": "",
	} {
		f.write(name, content)
	}
	require.NoError(t, os.Symlink(filepath.Join(f.dir, "loop.txt"), filepath.Join(f.dir, "loop.txt")))
	for _, c := range []struct {
		name, args string
		id, want   string // of the first article, and what its error begins with
	}{
		{"a file that is not there", "DIR/no.txt", "no", "open DIR/no.txt: "},
		{"a link to itself", "DIR/loop.txt", "loop", "open DIR/loop.txt: too many levels of symbolic links"},
		{"a folder without articles", "DIR/none", "DIR/none", "there is no .txt, .html or .jsonl file in the directory DIR/none"},
		{"a folder without files of a pattern", "-glob *.md DIR/none", "DIR/none", "there is no *.md file in the directory DIR/none"},
		{"a pattern without files", "DIR/*.md", "DIR/*.md", "DIR/*.md: no file matches the pattern"},
		{"a malformed pattern", "DIR/[", "DIR/[", "DIR/[: the pattern is malformed"},
		{"an empty file", "DIR/empty.txt", "empty", "the text is empty"},
		{"a file of blanks", "DIR/blank.txt", "blank", "the text is empty"},
		{"an empty page", "DIR/empty.html", "empty", "DIR/empty.html: it is empty"},
		{"a page without text", "DIR/page.html", "page", "DIR/page.html: no main text was found in the page"},
		{"a page that is nested deeply", "DIR/deep.html", "deep", "DIR/deep.html: "},
		{"a byte that is not UTF-8", "DIR/byte.txt", "byte", "DIR/byte.txt: byte 99: 0xFF is not utf-8; -invalid replace puts U+FFFD for it"},
		{"a character that is cut off", "DIR/cut.txt", "cut", "DIR/cut.txt: byte 96: 0xE3 is not utf-8, the last character seems to be cut off; -invalid replace puts U+FFFD for it"},
		{"a NUL", "DIR/nul.txt", "nul", "DIR/nul.txt: byte 6: NUL is no character of a text; -invalid replace puts U+FFFD for it"},
		{"a PDF file", "DIR/pdf.txt", "pdf", "DIR/pdf.txt: this looks like "},
		{"a Word file", "DIR/zip.txt", "zip", "DIR/zip.txt: this looks like "},
		{"a picture", "DIR/png.txt", "png", "DIR/png.txt: this looks like "},
		{"traditional characters", "DIR/trad.txt", "trad", "DIR/trad.txt: the text is in traditional characters: "},
		{"a page that is no text", "-input text DIR/page.html", "page", "DIR/page.html: this is an HTML page; -input html reads it"},
		{"a long file", "-max-bytes 1000 DIR/long.txt", "long", "DIR/long.txt: the article has 1200 bytes and is not read: -max-bytes allows 1000"},

		{"gzip data that are cut off", "DIR/cut.txt.gz", "cut", "DIR/cut.txt.gz: the gzip data are cut off at byte "},
		{"gzip data that are cut off in the header", "DIR/head.txt.gz", "head", "DIR/head.txt.gz: the gzip data are cut off at byte 5"},
		{"gzip data with a wrong checksum", "DIR/sum.txt.gz", "sum", "DIR/sum.txt.gz: the gzip data before byte "},
		{"gzip data that are none", "DIR/plain.txt.gz", "plain", "DIR/plain.txt.gz: the name ends in .gz, but these are no gzip data"},
		{"gzip data with more behind them", "DIR/tail.txt.gz", "tail", "DIR/tail.txt.gz: the gzip data are cut off at byte "},
		{"gzip data that are damaged", "DIR/middle.txt.gz", "middle", "DIR/middle.txt.gz: the gzip data "},
		{"a gzip bomb", "-max-bytes 100kB DIR/bomb.txt.gz", "bomb", "DIR/bomb.txt.gz: the article has more than 100000 bytes and is not read: -max-bytes allows 100000"},

		{"lines: none", "DIR/empty.jsonl", "DIR/empty.jsonl", "DIR/empty.jsonl: there is no article in the file"},
		{"lines: only blank ones", "DIR/none.jsonl", "DIR/none.jsonl", "DIR/none.jsonl: there is no article in the file"},
		{"lines: not UTF-8", "DIR/bytes.jsonl", "DIR/bytes.jsonl:1", "DIR/bytes.jsonl:1: byte 18 of the line is not UTF-8"},
		{"lines: GBK", "DIR/gbk.jsonl", "DIR/gbk.jsonl:1", "DIR/gbk.jsonl:1: byte 18 of the line is not UTF-8"},
		{"lines: UTF-16", "DIR/utf16.jsonl", "DIR/utf16.jsonl:1", "DIR/utf16.jsonl:1: byte 0 of the line is not UTF-8"},
		{"lines: a brace", "DIR/brace.jsonl", "DIR/brace.jsonl:1", "DIR/brace.jsonl:1: the line is not a JSON object with id and text"},
		{"lines: cut off", "DIR/cut.jsonl", "DIR/cut.jsonl:1", "DIR/cut.jsonl:1: the line is not a JSON object with id and text"},
		{"lines: an array", "DIR/array.jsonl", "DIR/array.jsonl:1", "DIR/array.jsonl:1: the line is not a JSON object with id and text"},
		{"lines: a string", "DIR/string.jsonl", "DIR/string.jsonl:1", "DIR/string.jsonl:1: the line is not a JSON object with id and text"},
		{"lines: a number for the text", "DIR/number.jsonl", "DIR/number.jsonl:1", "DIR/number.jsonl:1: the line is not a JSON object with id and text"},
		{"lines: no id", "DIR/noid.jsonl", "DIR/noid.jsonl:1", `DIR/noid.jsonl:1: the object has no "id"`},
		{"lines: an id that is null", "DIR/nullid.jsonl", "DIR/nullid.jsonl:1", `DIR/nullid.jsonl:1: the object has no "id"`},
		{"lines: no text", "DIR/notext.jsonl", "b", `DIR/notext.jsonl:1: the object has no "text"`},
		{"lines: a blank text", "DIR/blank.jsonl", "e", "the text is empty"},
		{"lines: two values", "DIR/two.jsonl", "DIR/two.jsonl:1", "DIR/two.jsonl:1: the line has more than one JSON value"},
		{"lines: half a surrogate pair", "DIR/half.jsonl", "h", `DIR/half.jsonl:1: byte 21 of the line is \ud83d, half of a surrogate pair, which is no character`},
		{"lines: a NUL", "DIR/nul.jsonl", "n", "DIR/nul.jsonl:1: byte 6 of the text: NUL is no character of a text; -invalid replace puts U+FFFD for it"},
		{"lines: traditional characters", "DIR/trad.jsonl", "t", "DIR/trad.jsonl:1: the text is in traditional characters: "},
		{"lines: a long one", "-max-bytes 1000 DIR/long.jsonl", "DIR/long.jsonl:1", "DIR/long.jsonl:1: the line has 1220 bytes and is not read: -max-bytes allows 1000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			args := append([]string{"-o", "jsonl"}, strings.Fields(strings.ReplaceAll(c.args, "DIR", f.dir))...)
			code, out, messages := tag(t, "", append(args, filepath.Join(f.dir, "good.txt"))...)
			assert.Equal(t, 1, code)
			assert.Equal(t, "tag: 1 of 2 articles failed\n", messages)
			d := decode(t, out)
			require.Len(t, d, 2)
			assert.Equal(t, c.id, strings.ReplaceAll(d[0].ID, f.dir, "DIR"))
			got := strings.ReplaceAll(d[0].Error, f.dir, "DIR")
			assert.True(t, strings.HasPrefix(got, c.want), "got  %s\nwant %s", got, c.want)
			assert.Equal(t, "good", d[1].ID)
			assert.Empty(t, d[1].Error)
		})
	}
}
