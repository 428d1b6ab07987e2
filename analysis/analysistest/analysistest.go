// Package analysistest checks implementations of analysis.Segmenter, and the
// invariants that any analysis.Document holds, as testing/fstest checks file
// systems.
package analysistest

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/tifa-go/tifa/analysis"
)

// hard are inputs that have made segmenters crash, hang or lose text.
var hard = []string{
	"",
	" ",
	"\n",
	"\r\n\t　\u00a0\u200b\ufeff",
	"国务院办公厅关于进一步优化营商环境的实施意见",
	"推进“互联网+政务服务”，全面推行“一网通办”。",
	"前文\x00后文\x00",
	"坏字节\xff\xfe在中间，截断的字\xe4\xb8",
	"\xb9\xfa\xce\xf1\xd4\xba", // 国务院 in GBK
	"\xed\xa0\x80\xf4\x90\x80\x80\xc0\xaf",
	"A/B测试 和/或 C++ AT&T http://a.cn/b?c=1;d=2",
	"　　第三十条　3.5%\r\n１２３４．５６万元",
	"😀👨‍👩‍👧é́𠀀𪚥☭㈠①Ⅷ",
	strings.Repeat("高质量发展", 2000),
	strings.Repeat("，", 5000),
	strings.Repeat("a", 5000),
}

// TestSegmenter checks that seg keeps its contract on the texts and on inputs
// known to be hard: the words are the text, byte for byte, none is empty, what
// dst held stays, the same text gives the same words, and calls from many
// goroutines do not disturb each other.
func TestSegmenter(t testing.TB, seg analysis.Segmenter, texts ...string) {
	t.Helper()
	texts = append(slices.Clone(hard), texts...)
	want := make([][]analysis.Word, len(texts))
	for i, s := range texts {
		words, err := seg.Segment(nil, s)
		if err != nil {
			t.Errorf("Segment(%.60q): %v", s, err)
			return
		}
		checkWords(t, s, words)
		want[i] = words

		kept := analysis.Word{Text: "kept", Tag: "n"}
		again, err := seg.Segment([]analysis.Word{kept}, s)
		if err != nil || len(again) == 0 || again[0] != kept {
			t.Errorf("Segment(%.60q) does not append to dst (error %v)", s, err)
		} else if !slices.Equal(again[1:], words) {
			t.Errorf("Segment(%.60q) gives other words the second time", s)
		}
	}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			var words []analysis.Word
			for k := range texts {
				i := (k + g) % len(texts)
				var err error
				if words, err = seg.Segment(words[:0], texts[i]); err != nil || !slices.Equal(words, want[i]) {
					t.Errorf("Segment(%.60q) gives other words beside other calls (error %v)", texts[i], err)
				}
			}
		})
	}
	wg.Wait()
}

func checkWords(t testing.TB, text string, words []analysis.Word) {
	t.Helper()
	at := 0
	for _, w := range words {
		if w.Text == "" {
			t.Errorf("Segment(%.60q): an empty word at byte %d", text, at)
		}
		if !strings.HasPrefix(text[at:], w.Text) {
			t.Errorf("Segment(%.60q): the word at byte %d is %.60q, the text there is %.60q", text, at, w.Text, text[at:])
			return
		}
		if w.Text != "" && !utf8.RuneStart(w.Text[0]) && utf8.ValidString(text) {
			t.Errorf("Segment(%.60q): the word at byte %d begins inside a character", text, at)
		}
		at += len(w.Text)
	}
	if at != len(text) {
		t.Errorf("Segment(%.60q): the words end at byte %d of %d", text, at, len(text))
	}
}

// TestDocument checks the invariants of a Document: paragraphs tile the text,
// sentences their paragraph, tokens their sentence, all at character borders;
// views are views; terms count their tokens and have none in page furniture, which
// is whole sentences; sections form a tree whose members begin and end where
// sentences do.
func TestDocument(t testing.TB, d *analysis.Document) {
	t.Helper()
	at := 0
	for i, p := range d.Paragraphs {
		tile(t, d, "paragraph", i, p.Start, p.End, &at)
		s := p.Start
		for k, x := range p.Sentences {
			tile(t, d, "sentence", k, x.Start, x.End, &s)
			if x.Paragraph != i {
				t.Errorf("document %q: the sentence at byte %d is in paragraph %d and says %d", d.ID, x.Start, i, x.Paragraph)
			}
		}
		if s != p.End {
			t.Errorf("document %q: the sentences of paragraph %d end at byte %d, it ends at %d", d.ID, i, s, p.End)
		}
	}
	if at != len(d.Text) {
		t.Errorf("document %q: paragraphs end at byte %d of %d", d.ID, at, len(d.Text))
	}
	sentences, tokens := 0, 0
	for _, p := range d.Paragraphs {
		for _, s := range p.Sentences {
			if sentences >= len(d.Sentences) || &p.Sentences[0] != &d.Sentences[sentences-indexIn(p.Sentences, s)] {
				t.Errorf("document %q: the sentences of the paragraph at byte %d are no view", d.ID, p.Start)
				return
			}
			sentences++
			k := s.Start
			for i, x := range s.Tokens {
				tile(t, d, "token", tokens, x.Start, x.End, &k)
				if tokens >= len(d.Tokens) || &s.Tokens[i] != &d.Tokens[tokens] {
					t.Errorf("document %q: the tokens of the sentence at byte %d are no view", d.ID, s.Start)
					return
				}
				tokens++
			}
			if k != s.End {
				t.Errorf("document %q: the tokens of the sentence at byte %d end at %d, it ends at %d", d.ID, s.Start, k, s.End)
			}
		}
	}
	if sentences != len(d.Sentences) || tokens != len(d.Tokens) {
		t.Errorf("document %q: the views hold %d sentences of %d and %d tokens of %d", d.ID, sentences, len(d.Sentences), tokens, len(d.Tokens))
	}
	checkTerms(t, d)
	checkSections(t, d)
	for i, w := range d.Works {
		if s := d.Text[w.Start:w.End]; !strings.HasPrefix(s, "《") || !strings.HasSuffix(s, "》") {
			t.Errorf("document %q: work %d is %q", d.ID, i, s)
		}
	}
	checkNames(t, d, "session", d.Sessions)
	checkNames(t, d, "number", d.Numbers)
	checkFurniture(t, d)
}

// checkFurniture checks that the pieces of page furniture are in text order,
// begin and end with sentences, and are the sentences with the role; none of
// their tokens is a term.
func checkFurniture(t testing.TB, d *analysis.Document) {
	t.Helper()
	rest := d.Furniture
	for i, s := range d.Sentences {
		for len(rest) > 0 && rest[0].End <= s.Start {
			rest = rest[1:]
		}
		in := len(rest) > 0 && rest[0].Start <= s.Start && s.End <= rest[0].End
		if in != (s.Role == analysis.RoleFurniture) {
			t.Errorf("document %q: sentence %d, %d:%d, has the role %s, and it is %t that it is in Document.Furniture", d.ID, i, s.Start, s.End, s.Role, in)
			return
		}
		for _, x := range s.Tokens {
			if in && x.Term != analysis.NoTerm {
				t.Errorf("document %q: the token at byte %d is in page furniture, and a term", d.ID, x.Start)
				return
			}
		}
	}
	last := 0
	for i, f := range d.Furniture {
		if f.Start < last || f.End <= f.Start || f.End > len(d.Text) || f.Kind.String() == "none" {
			t.Errorf("document %q: piece %d of furniture, %d:%d, is empty, out of order or of no kind", d.ID, i, f.Start, f.End)
			return
		}
		last = f.End
	}
}

// checkNames checks that names are in text order and each within one token: the
// one that it is, or the phrase that it was merged into.
func checkNames(t testing.TB, d *analysis.Document, what string, names []analysis.Span) {
	t.Helper()
	k, last := 0, 0
	for i, n := range names {
		for k < len(d.Tokens) && d.Tokens[k].End <= n.Start {
			k++
		}
		if n.Start < last || n.End <= n.Start || k == len(d.Tokens) || d.Tokens[k].Start > n.Start || d.Tokens[k].End < n.End {
			t.Errorf("document %q: %s %d, %d:%d, is no token or part of one", d.ID, what, i, n.Start, n.End)
			return
		}
		last = n.End
	}
}

// indexIn returns the index of s in its paragraph.
func indexIn(sentences []analysis.Sentence, s analysis.Sentence) int {
	return slices.IndexFunc(sentences, func(x analysis.Sentence) bool { return x.Start == s.Start })
}

func tile(t testing.TB, d *analysis.Document, what string, i, start, end int, at *int) {
	t.Helper()
	if start != *at || end <= start || end > len(d.Text) {
		t.Errorf("document %q: %s %d is %d:%d, the one before ends at %d", d.ID, what, i, start, end, *at)
	} else if end < len(d.Text) && !utf8.RuneStart(d.Text[end]) {
		t.Errorf("document %q: %s %d ends inside a character at byte %d", d.ID, what, i, end)
	}
	*at = end
}

func checkTerms(t testing.TB, d *analysis.Document) {
	t.Helper()
	count, first := make([]int, len(d.Terms)), make([]int, len(d.Terms))
	for i, x := range d.Tokens {
		if x.Term == analysis.NoTerm {
			continue
		}
		if x.Term < 0 || int(x.Term) >= len(d.Terms) {
			t.Errorf("document %q: the token at byte %d has term %d of %d", d.ID, x.Start, x.Term, len(d.Terms))
			return
		}
		if count[x.Term]++; count[x.Term] == 1 {
			first[x.Term] = i
		}
	}
	keys := make(map[string]bool)
	for i, m := range d.Terms {
		switch {
		case m.Text == "" || m.Key == "":
			t.Errorf("document %q: term %d is empty", d.ID, i)
		case keys[m.Key]:
			t.Errorf("document %q: two terms have the key %q", d.ID, m.Key)
		case m.Count != count[i] || m.Count == 0:
			t.Errorf("document %q: term %q counts %d, has %d tokens", d.ID, m.Key, m.Count, count[i])
		case m.First != first[i]:
			t.Errorf("document %q: term %q is first at token %d, says %d", d.ID, m.Key, first[i], m.First)
		case i > 0 && m.First <= d.Terms[i-1].First:
			t.Errorf("document %q: term %q is out of order", d.ID, m.Key)
		}
		keys[m.Key] = true
	}
}

func checkSections(t testing.TB, d *analysis.Document) {
	t.Helper()
	for i, s := range d.Sections {
		level := 1
		if s.Parent >= 0 {
			if s.Parent >= i {
				t.Errorf("document %q: section %d has the parent %d behind it", d.ID, i, s.Parent)
				return
			}
			p := d.Sections[s.Parent]
			level = p.Level + 1
			if s.Start < p.Start || s.End > p.End {
				t.Errorf("document %q: section %d (%d:%d) is not inside its parent (%d:%d)", d.ID, i, s.Start, s.End, p.Start, p.End)
			}
			if s.Marker <= p.Marker {
				t.Errorf("document %q: section %d (%s) is under %s", d.ID, i, s.Number, p.Number)
			}
		}
		if s.Level != level || s.Number == "" {
			t.Errorf("document %q: section %d has level %d, number %q; want level %d", d.ID, i, s.Level, s.Number, level)
		}
		if n := len(s.Sentences); n == 0 || s.Sentences[0].Start != s.Start || s.Sentences[n-1].End != s.End {
			t.Errorf("document %q: section %d (%d:%d) does not begin and end where its %d sentences do", d.ID, i, s.Start, s.End, n)
		}
	}
	for i, s := range d.Sentences {
		if s.Section < -1 || s.Section >= len(d.Sections) {
			t.Errorf("document %q: sentence %d is in section %d of %d", d.ID, i, s.Section, len(d.Sections))
		} else if s.Section >= 0 && (s.Start < d.Sections[s.Section].Start || s.End > d.Sections[s.Section].End) {
			t.Errorf("document %q: sentence %d (%d:%d) is not inside its section", d.ID, i, s.Start, s.End)
		}
	}
}
