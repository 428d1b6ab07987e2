package keywords_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/keywords"
)

func readGlossary(table string) (*keywords.Glossary, error) {
	return keywords.ReadGlossary(strings.NewReader(table))
}

func TestReadGlossary(t *testing.T) {
	t.Parallel()
	g, err := keywords.ReadGlossary(strings.NewReader("# a comment\n\n三会一课\t甲会|乙会|丙会|丁课\t1950\t0.9\n双碳\t碳达峰|碳中和\t-\t1\n四新\t-\t-\t0.5\n"))
	require.NoError(t, err)
	assert.Equal(t, []keywords.Slogan{
		{Text: "三会一课", Members: []string{"甲会", "乙会", "丙会", "丁课"}, Year: 1950, Confidence: 0.9},
		{Text: "双碳", Members: []string{"碳达峰", "碳中和"}, Confidence: 1},
		{Text: "四新", Confidence: 0.5},
	}, g.Slogans())

	s, ok := g.Lookup("“双 碳”")
	assert.True(t, ok, "quotation marks and blanks do not count")
	assert.Equal(t, "双碳", s.Text)
	s.Members[0] = "changed"
	again, _ := g.Lookup("双碳")
	assert.Equal(t, "碳达峰", again.Members[0], "a caller cannot change the glossary")
	_, ok = g.Lookup("双")
	assert.False(t, ok, "the whole slogan only")
	_, ok = new(keywords.Glossary).Lookup("双碳")
	assert.False(t, ok, "the zero glossary is empty")
}

func TestReadGlossaryErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, table, want string }{
		{"too few columns", "# x\n四新\t-\t-\n", `keywords: glossary: line 2: 3 columns, not 4`},
		{"too many members", "双碳\t甲|乙|丙\t-\t1\n", `keywords: glossary: line 1: "双碳" has 3 members, which is not what its numerals say`},
		{"a member twice", "双碳\t甲|甲\t-\t1\n", `keywords: glossary: line 1: "双碳": the member "甲" stands twice`},
		{"an empty member", "双碳\t甲|\t-\t1\n", `keywords: glossary: line 1: "双碳": a member without text`},
		{"no year", "双碳\t-\tx\t1\n", `keywords: glossary: line 1: "x" is no year`},
		{"a year below zero", "双碳\t-\t-3\t1\n", `keywords: glossary: line 1: "双碳": the year -3 is negative`},
		{"no confidence", "双碳\t-\t-\t?\n", `keywords: glossary: line 1: "?" is no confidence`},
		{"a confidence above one", "双碳\t-\t-\t1.5\n", `keywords: glossary: line 1: "双碳": the confidence 1.5 is not from 0 to 1`},
		{"a confidence that is no number", "双碳\t-\t-\tNaN\n", `keywords: glossary: line 1: "双碳": the confidence NaN is not from 0 to 1`},
		{"no text", "“”\t-\t-\t1\n", `keywords: glossary: line 1: a slogan without text`},
		{"a slogan twice", "双碳\t-\t-\t1\n四新\t-\t-\t1\n双碳\t-\t-\t1\n", `keywords: glossary: the slogan "双碳" stands twice`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := readGlossary(c.table)
			assert.EqualError(t, err, c.want)
		})
	}
}

func TestBuiltinGlossary(t *testing.T) {
	t.Parallel()
	slogans := keywords.BuiltinGlossary().Slogans()
	_, err := keywords.NewGlossary(slogans)
	require.NoError(t, err, "each is right")
	assert.GreaterOrEqual(t, len(slogans), 200)
	assert.True(t, slices.IsSortedFunc(slogans, func(a, b keywords.Slogan) int { return strings.Compare(a.Text, b.Text) }))
	for _, s := range slogans {
		got, ok := keywords.BuiltinGlossary().Lookup(s.Text)
		assert.True(t, ok)
		assert.Equal(t, s.Members, got.Members, s.Text)
		if s.Year != 0 {
			assert.GreaterOrEqual(t, s.Year, 1921, s.Text)
			assert.LessOrEqual(t, s.Year, 2026, s.Text)
		}
	}
	for _, never := range []string{"十四五", "三峡", "两会", "二十大", "双赢", "双方"} {
		_, ok := keywords.BuiltinGlossary().Lookup(never)
		assert.False(t, ok, never)
	}
}
