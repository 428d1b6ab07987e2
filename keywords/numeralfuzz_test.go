package keywords_test

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/keywords"
)

// FuzzNumerals checks on any text what holds of all results.
func FuzzNumerals(f *testing.F) {
	for _, s := range []string{
		"", "“三农", "”三农”", "“三农“", `"三农"两"`, "实行“四定”，即定任务、定人员、定时限、定责任。", "［1］两个基地、两个枢纽：\n甲和乙，丙和丁",
		"三个“更加”", "“三个“更加””", "“1+5+N”“13579”", "省市县三级", "A、B、C三大枢纽", "“两区一带”：“两区”即甲区、乙区，“一带”即丙带",
		"“三个聚焦”：\n聚焦甲。\n聚焦乙。\n聚焦丙。", "“五爱”爱甲、爱乙、爱丙、爱丁、爱戊", "“三向发力”“向海发力”“向山发力”“向绿发力”", "三、三保障", "“　三 农　”", "”“”“”",
		"“一单、一图、一表”", "坚持“三个到位”：一是甲；二是乙；三是丙", "双随机、一公开", "“三公”（甲、乙、丙）", "“三公”（甲、乙", "三去一降一补",
	} {
		f.Add(s)
	}
	s, err := segmenter()
	require.NoError(f, err)
	a := analysis.Analyzer{Segmenter: s}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("not UTF-8")
		}
		d, err := a.Analyze(t.Context(), analysis.Source{ID: "fuzz", Text: text})
		if err != nil {
			t.Skip(err)
		}
		numerals, err := keywords.Numerals{}.Find(t.Context(), d)
		require.NoError(t, err)
		checkNumerals(t, d, numerals)
	})
}

// FuzzReadGlossary checks that what is read can be looked up, and that no
// table makes the reader fail in another way than by an error.
func FuzzReadGlossary(f *testing.F) {
	for _, s := range []string{"", "# x", "双碳\t碳达峰|碳中和\t2020\t0.9", "双碳\t-\t-\t1\n四新\t-\t-\t0", "三去一降一补\tа|b\t-\t1", "\t\t\t", "双碳\t甲|甲\t-\t1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, table string) {
		g, err := readGlossary(table)
		if err != nil {
			return
		}
		for _, s := range g.Slogans() {
			_, ok := g.Lookup(s.Text)
			require.True(t, ok, "%q", s.Text)
		}
	})
}
