package keywords

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tifa-go/tifa/analysis"
	"github.com/tifa-go/tifa/analysis/analysistest"
)

// What is a form of 网络强省, a keyword of so many occurrences.
func TestFolderFormOf(t *testing.T) {
	t.Parallel()
	const keyword = "网络强省"
	for _, c := range []struct {
		name    string
		count   int // of the keyword
		session bool
		key     string // of the candidate
		n       int
		is      bool
	}{
		{"a part, of whose occurrences it has seven tenths", 7, false, "网络", 10, true},
		{"a part that stands without it more often", 7, false, "网络", 11, false},
		{"what it is in, at less than a twentieth of the places", 41, false, "建设网络强省", 2, true},
		{"what it is in, at a twentieth", 40, false, "建设网络强省", 2, false},
		{"what overlaps it", 41, false, "强省战略", 2, false},
		{"an alias, however often it stands", 2, false, "云网", 100, true},
		{"another name", 2, false, "云网一期", 2, false},
		{"the end of a session's name", 2, true, "强省", 100, true},
		{"the end of a name that is no session's", 2, false, "强省", 100, false},
		{"the beginning of a session's name", 2, true, "网络", 100, false},
		{"the end of several sessions' names", 2, true, "省", 100, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			f := folder{aliases: map[string]string{"云网": keyword, keyword: "云网"}, shared: map[string]bool{"省": true}}
			_, ok := f.formOf(c.key, c.n, false)
			assert.False(t, ok, "before any keyword is taken")
			f.take(folded{key: "农业", count: 1000, index: 0})
			f.take(folded{key: keyword, count: c.count, session: c.session, index: 1})
			i, ok := f.formOf(c.key, c.n, false)
			assert.Equal(t, c.is, ok)
			if ok {
				assert.Equal(t, 1, i)
			}
		})
	}
	t.Run("of a session that is no keyword yet, the end is", func(t *testing.T) {
		t.Parallel()
		var f folder
		f.take(folded{key: "五中全会", count: 2})
		_, ok := f.formOf("十八届五中全会", 2, true)
		assert.True(t, ok)
		_, ok = f.formOf("十八届五中全会", 2, false)
		assert.False(t, ok)
	})
	t.Run("of nothing, where folding is off", func(t *testing.T) {
		t.Parallel()
		f := folder{off: true}
		f.take(folded{key: keyword, count: 7})
		_, ok := f.formOf("网络", 1, false)
		assert.False(t, ok)
	})
	t.Run("of no keyword behind the cap", func(t *testing.T) {
		t.Parallel()
		var f folder
		for range maxFolded {
			f.take(folded{key: "农业", count: 7})
		}
		f.take(folded{key: keyword, count: 7})
		_, ok := f.formOf("网络", 1, false)
		assert.False(t, ok)
	})
}

func TestCrossesAll(t *testing.T) {
	t.Parallel()
	span := func(start, end int) analysis.Span { return analysis.Span{Start: start, End: end} }
	taken := []analysis.Span{span(30, 42), span(60, 72)}
	for _, c := range []struct {
		name  string
		spans []analysis.Span
		want  bool
	}{
		{"begins before one and ends inside", []analysis.Span{span(24, 36)}, true},
		{"begins inside and ends behind it", []analysis.Span{span(36, 48)}, true},
		{"each another one", []analysis.Span{span(24, 36), span(66, 80)}, true},
		{"but not at one place", []analysis.Span{span(24, 36), span(90, 99)}, false},
		{"stands beside it", []analysis.Span{span(24, 30)}, false},
		{"behind it", []analysis.Span{span(42, 48)}, false},
		{"inside it", []analysis.Span{span(30, 36)}, false},
		{"around it", []analysis.Span{span(24, 48)}, false},
		{"where it does", []analysis.Span{span(30, 42)}, false},
		{"begins with it and goes on", []analysis.Span{span(30, 48)}, false},
	} {
		assert.Equal(t, c.want, crossesAll(c.spans, taken), c.name)
	}
	assert.False(t, crossesAll([]analysis.Span{span(24, 36)}, nil), "nothing is taken")
}

func TestAliases(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       map[string]string // short to long
	}{
		{"of a title", "印发《云溪县数据条例》（以下简称《条例》）的通知", map[string]string{"条例": "云溪县数据条例"}},
		{"of a title, without marks", "印发《云溪县数据条例》（以下简称条例）的通知", map[string]string{"条例": "云溪县数据条例"}},
		{"of a quotation", "实施“数据云溪建设工程”（以下简称“数云工程”）。", map[string]string{"数云工程": "数据云溪建设工程"}},
		{"of the words in front of the bracket", "会议要求，云溪数据工程（以下简称数云工程）要抓紧。", map[string]string{"数云工程": "云溪数据工程"}},
		{"in brackets of ASCII", "云溪数据工程(简称:数云工程)要抓紧。", map[string]string{"数云工程": "云溪数据工程"}},
		{"up to a comma", "云溪数据工程（以下简称数云工程，下同）要抓紧。", map[string]string{"数云工程": "云溪数据工程"}},
		{"two of them", "甲河治理（简称甲治）、乙河治理（简称乙治）。", map[string]string{"甲治": "甲河治理", "乙治": "乙河治理"}},
		{"none without a bracket", "云溪数据工程简称数云工程。", nil},
		{"none that is the same", "数云工程（以下简称“数云工程”）。", nil},
		{"none that is empty", "云溪数据工程（以下简称）。", nil},
		{"none in front of the bracket", "。（以下简称数云）", nil},
		{"none without an end", "云溪数据工程（以下简称", nil},
		{"no mention", "云溪数据工程（数云工程）。", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			want := make(map[string]string)
			for short, long := range c.want {
				want[short], want[long] = long, short
			}
			assert.Equal(t, want, aliases(&analysis.Document{Text: c.text}))
		})
	}
}

func TestSharedNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, words string
		want        []string
	}{
		{"no session", "网络/n|强省/x|。", nil},
		{"one, twice", "十/m|八/m|届/q|五中全会/j|，|十/m|八/m|届/q|五中全会/j|。", nil},
		{"two", "十/m|八/m|届/q|五中全会/j|，|十/m|九/m|届/q|五中全会/j|。", []string{"届五中全会", "五中全会", "中全会", "全会", "会"}},
		{"two of other kinds", "十/m|八/m|届/q|四中全会/j|，|十/m|九/m|届/q|五中全会/j|。", []string{"中全会", "全会", "会"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for key := range sharedNames(analysistest.Document(t, c.words)) {
				got = append(got, key)
			}
			assert.ElementsMatch(t, c.want, got)
		})
	}
}
