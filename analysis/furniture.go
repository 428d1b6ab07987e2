package analysis

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"
)

// A Furniture is a part of a text that belongs to the page that it was taken
// from. Its sentences have [RoleFurniture] and its tokens are no terms.
type Furniture struct {
	Start, End int // byte offsets: a line with its line break, or a part of one
	Kind       FurnitureKind
	Repeats    Span // of a lead: where the text has it again; empty for all else
}

// A FurnitureKind says what a piece of page furniture is.
type FurnitureKind uint8

// The kinds of page furniture.
const (
	FurnitureNavigation FurnitureKind = iota + 1 // menus, breadcrumbs, names of sites and columns: 首页 > 要闻 > 正文
	FurnitureSource                              // source, date and author, the index card of a document: 来源：新华社
	FurnitureTags                                // 标签：, 关键词：
	FurnitureCredit                              // editors, proof-readers, photographers: 责任编辑：张三
	FurnitureControl                             // buttons: 打印, 【字号：大 中 小】, 分享到, 扫一扫
	FurnitureCounter                             // 浏览次数：120
	FurnitureReference                           // where the page is found again: 【法宝引证码】CLI.12.…, 原文链接：
	FurnitureCopyright                           // 版权所有, 转载请注明, ICP备, 主办单位：
	FurnitureContact                             // hotlines and addresses of the site: 举报电话：12300
	FurnitureLinks                               // 相关链接, 上一篇：, and the headlines below them
	FurnitureAttachment                          // files to download: 附件：办法.docx
	FurnitureRepeat                              // a lead or a title that stands in the text again
	FurniturePage                                // page numbers, running heads and feet
	FurnitureMarks                               // marks alone, comments of HTML
)

var furnitureNames = [...]string{"none", "navigation", "source", "tags", "credit", "control", "counter", "reference",
	"copyright", "contact", "links", "attachment", "repeat", "page", "marks"}

// String returns the kind's name in lower case.
func (k FurnitureKind) String() string { return furnitureNames[k] }

// furnitureFile holds the words; its header says how it was made.
//
//go:embed furniture.txt
var furnitureFile string

// A furnitureLabel is a label with a colon behind it.
type furnitureLabel struct {
	text string
	kind FurnitureKind
	date bool // its value is a date
	clue bool // only above or below the text, beside other furniture
}

// furnitureWords is furniture.txt in the form that the rules use.
var furnitureWords = readFurniture(furnitureFile)

type furnitureTable struct {
	lines, menu map[string]FurnitureKind
	labels      map[rune][]furnitureLabel // by first character
	marks       map[rune][]furnitureMark  // by first character
	markFilter  [1 << 12]bool             // of the low bits of those, since most characters begin none
	ends        map[string][]string       // of names, by how
}

// A furnitureMark is a word that stands anywhere in a line.
type furnitureMark struct {
	text string
	kind FurnitureKind
	hint bool // only above or below the text, beside other furniture
}

func readFurniture(file string) *furnitureTable {
	t := &furnitureTable{
		lines: make(map[string]FurnitureKind), menu: make(map[string]FurnitureKind),
		labels: make(map[rune][]furnitureLabel), marks: make(map[rune][]furnitureMark), ends: make(map[string][]string),
	}
	var kind FurnitureKind
	var how string
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		if head, ok := strings.CutPrefix(line, "["); ok {
			var name string
			name, how, _ = strings.Cut(strings.TrimSuffix(head, "]"), " ")
			for kind = FurnitureMarks; kind > 0 && kind.String() != name; kind-- {
			}
			continue
		}
		for _, w := range strings.Fields(line) {
			t.add(strings.ReplaceAll(w, "_", " "), kind, how)
		}
	}
	return t
}

func (t *furnitureTable) add(w string, kind FurnitureKind, how string) {
	switch how {
	case "line":
		t.lines[w] = kind
	case "menu":
		t.menu[w] = kind
	case "label", "date", "clue":
		l := furnitureLabel{w, kind, how == "date" || w == "时间" || w == "日期", how == "clue"}
		t.labels[firstRune(w)] = append(t.labels[firstRune(w)], l)
	case "mark", "hint":
		r := firstRune(w)
		t.marks[r] = append(t.marks[r], furnitureMark{w, kind, how == "hint"})
		t.markFilter[r%rune(len(t.markFilter))] = true
	case "medium", "site", "column", "body", "heading":
		t.ends[how] = append(t.ends[how], w)
	default:
		panic(fmt.Sprintf("analysis: furniture.txt: %q", how)) // caught by every test
	}
}

// label returns the longest label at the start of s that a colon or a closing
// bracket follows, and the length of both; 0 where there is none.
func (t *furnitureTable) label(s string) (l furnitureLabel, n int) {
	for _, x := range t.labels[firstRune(s)] {
		if len(x.text) <= len(l.text) || !strings.HasPrefix(s, x.text) {
			continue
		}
		i := skipSpace(s, len(x.text))
		switch r, size := utf8.DecodeRuneInString(s[i:]); r {
		case '：', ':', '】', ']', '｜':
			l, n = x, i+size
		}
	}
	return l, n
}

// endsName reports whether s ends as the names of a kind do.
func (t *furnitureTable) endsName(how, s string) bool {
	for _, e := range t.ends[how] {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}
