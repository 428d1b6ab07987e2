package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/examples/internal/desktest"
)

const (
	gold     = "../../testdata/gold"
	articles = "../../testdata/articles"
)

// evaluate runs the program and returns its exit status, output and messages.
func evaluate(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	return desktest.Program(run).Run(t, "", args...)
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"text", "csv", "documents"} {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			code, got, messages := evaluate(t, "-o", format, gold, articles)
			require.Zero(t, code, messages)
			desktest.Golden(t, filepath.Join("testdata", format+".golden"), got)
			code, again, _ := evaluate(t, "-workers", "1", "-o", format, gold, articles)
			assert.Zero(t, code)
			assert.Equal(t, got, again, "whatever -workers is")
		})
	}
}

// A program that says just what the labels say has all there is to have: of two
// keywords F1@2 is 1 and F1@4 is 2·2/(4+2), and of three phrases two are salient.
func TestPredictionsByHand(t *testing.T) {
	t.Parallel()
	dir := desktest.Folder(t, map[string]string{
		"a.gold.json": `{"phrases": {"数据安全": 2, "“三农”问题": 2, "有关单位": 1}, "keywords": ["数据", "安全"], "key_sentences": ["甲乙。", "丙。"]}`,
		"b.gold.json": `{"keywords": ["农业"]}`,
		"a.txt":       "关于数据安全的意见\n要保障数据安全。\n",
		"b.txt":       "农业发展。\n",
		"c.txt":       "没有标注的文章。\n",
		"theirs.jsonl": `{"id":"a","keywords":["安全",{"text":"《数据》"},"农业"],"phrases":[{"text":"三农问题"},"数据安全","有关单位"],"summary":["甲乙。",{"text":"丙。"}]}` + "\n\n" +
			`{"id":"b","keywords":[]}`,
	})
	code, out, messages := evaluate(t, "-o", "documents", "-keywords", "2,4", "-phrases", "3", "-pred", filepath.Join(dir, "theirs.jsonl"), dir, dir)
	require.Zero(t, code, messages)
	var theirs []string
	for line := range strings.Lines(out) {
		if strings.Contains(line, ",theirs,") {
			theirs = append(theirs, strings.TrimSpace(line))
		}
	}
	assert.Equal(t, []string{
		"a,keywords,theirs,F1@2,1.000000", "a,keywords,theirs,F1@4,0.666667",
		"a,phrases,theirs,P@3,1.000000", "a,phrases,theirs,P2@3,0.666667", "a,phrases,theirs,nDCG@3,1.000000",
		"a,summaries,theirs,ROUGE-1,1.000000", "a,summaries,theirs,ROUGE-2,1.000000", "a,summaries,theirs,ROUGE-L,1.000000",
		"b,keywords,theirs,F1@2,0.000000", "b,keywords,theirs,F1@4,0.000000",
	}, theirs)

	code, out, messages = evaluate(t, "-o", "csv", "-keywords", "2", "-phrases", "3", "-pred", filepath.Join(dir, "theirs.jsonl"), dir, dir)
	require.Zero(t, code, messages)
	assert.Contains(t, out, "keywords,theirs,F1@2,2,0.500000,0.000000,1.000000,", "the mean of 1 and 0")
	assert.Contains(t, out, "phrases,theirs,P@3,1,1.000000,1.000000,1.000000,", "only one document has phrases")
}

func TestWrongCalls(t *testing.T) {
	t.Parallel()
	dir := desktest.Folder(t, map[string]string{"bad.gold.json": "{", "bad.jsonl": "{\"id\":\"a\"}\n{\"keywords\":[]}", "twice.jsonl": "{\"id\":\"a\"}\n{\"id\":\"a\"}", "kind.jsonl": `{"id":"a","keywords":[{"word":"甲"}]}`})
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"no gold":               {nil, "no folder of gold is named"},
		"a folder without gold": {[]string{articles}, "there is no file ID.gold.json in the folder"},
		"bad gold":              {[]string{dir}, "bad.gold.json: byte"},
		"a format":              {[]string{"-o", "xml", gold}, "-o xml: the output is text, csv or documents"},
		"a rank of 0":           {[]string{"-keywords", "0", gold}, `"0" is no number from 1 to 1000`},
		"no rank":               {[]string{"-phrases", "", gold}, `"" is no number from 1 to 1000`},
		"a level of 95":         {[]string{"-level", "95", gold}, "-level 95: the part is between 0 and 1"},
		"no draws":              {[]string{"-resamples", "0", gold}, "-resamples 0: the number is from 1 to 1,000,000"},
		"negative characters":   {[]string{"-chars", "-1", gold}, "-chars -1: the number is negative"},
		"no predictions":        {[]string{"-pred", filepath.Join(dir, "none"), gold, articles}, "no such file"},
		"predictions without id": {[]string{"-pred", filepath.Join(dir, "bad.jsonl"), gold, articles},
			`bad.jsonl:2: the object has no "id"`},
		"a document predicted twice": {[]string{"-pred", filepath.Join(dir, "twice.jsonl"), gold, articles},
			"twice.jsonl:2: there are two lines for a"},
		"a prediction of another kind": {[]string{"-pred", filepath.Join(dir, "kind.jsonl"), gold, articles},
			`kind.jsonl:1: an element is neither a string nor an object with a "text"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, out, messages := evaluate(t, c.args...)
			assert.Equal(t, 2, code)
			assert.Empty(t, out)
			assert.Contains(t, messages, c.want)
		})
	}
	code, out, messages := evaluate(t, "-h")
	assert.Zero(t, code)
	assert.Empty(t, messages)
	assert.Contains(t, out, "Usage: evaluate")
}

// A document that fails is named, and the others are measured.
func TestFailures(t *testing.T) {
	t.Parallel()
	dir := desktest.Folder(t, map[string]string{
		"a.gold.json": `{"keywords": ["数据"]}`, "b.gold.json": `{"keywords": ["数据"]}`,
		"a.txt": "数据安全的意见。\n数据很重要。",
	})
	code, out, messages := evaluate(t, "-o", "csv", dir, dir)
	assert.Equal(t, 1, code)
	assert.Contains(t, out, "keywords,evidence,F1@5,1,")
	assert.Contains(t, messages, "there is no text b.txt for the labels, and it is not measured")

	code, alone, _ := evaluate(t, "-o", "csv", dir)
	assert.Equal(t, 1, code)
	assert.Equal(t, out, alone, "the texts are in the folder of gold")

	code, _, messages = evaluate(t, dir, filepath.Join(dir, "none"))
	assert.Equal(t, 1, code)
	assert.Contains(t, messages, "no document was measured")

	code, _, messages = evaluate(t, "-o", "csv", dir, filepath.Join(dir, "a.txt"), dir)
	assert.Equal(t, 1, code)
	assert.Contains(t, messages, "there are two texts a.txt; the first is measured")
}

// The README shows what the program writes.
func TestReadmeIsTrue(t *testing.T) {
	desktest.Program(run).Readme(t, "../..", "../..", "go run ./examples/evaluate")
}
