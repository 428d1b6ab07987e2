// Package analysis turns Chinese policy text into Documents: sections,
// paragraphs, sentences, tokens and terms of one text, all addressed by byte
// offsets into it.
//
// An [Analyzer] segments a text once and builds a [Document]; everything that
// comes later (keywords, phrases, summaries) reads the Document and points
// back into its text. A [Corpus] counts in how many documents a term occurs.
//
// The package is pure Go. Package analysis/native has the Segmenter that an
// Analyzer needs.
package analysis

// A Document is the analysis of one text. It is built once, by
// [Analyzer.Analyze] or [Document.Merge], and only read afterwards, so any
// number of goroutines may share it.
//
// Paragraphs tile Text, the sentences of a paragraph tile the paragraph and
// the tokens of a sentence tile the sentence: concatenated in order they are
// exactly the text above them, and no byte is lost.
type Document struct {
	ID         string
	Text       string
	Title      string      // Source.Title, or else the title found in Text; "" where there is none
	Sections   []Section   // the heading tree in text order, parents before their children
	Paragraphs []Paragraph // tile Text
	Sentences  []Sentence  // tile their paragraph
	Tokens     []Token     // tile their sentence
	Terms      []Term      // distinct content terms, in order of first occurrence

	// What of the text belongs to the page that it was taken from, in text order.
	Furniture []Furniture

	// Metadata: what the Source says, or else what the text does; "" where
	// neither does.
	Date   string // when it was published: 2006-01-02, or as much as is known, 2006-01 or 2006
	Source string // who published it: the site or newspaper, or else the body that signed it
	Author string // the persons who wrote it, parted by 、

	// Names in the text, page furniture aside, in text order. Those of Sessions and Numbers are tokens
	// each; those of Works are made so by Merge.
	Works    []Span // titles of works, 《…》 with its marks
	Sessions []Span // sessions and congresses: 十八届五中全会, 党的[二十大]
	Numbers  []Span // numbers of documents: 国发〔2016〕33号

	idfs *idfCache // nil in a Document that was built by hand
}

// A Span is the half-open byte range Text[Start:End] of a document.
type Span struct{ Start, End int }

// A Section is a numbered part of a document: 第一章, 第三条, 一、, （二）, 1. or
// （1）. It reaches from its heading to the next heading of its own level or of
// a higher one, so it contains its subsections.
type Section struct {
	Start, End int        // byte offsets: the section is Text[Start:End]
	Marker     Marker     // the kind of its number
	Level      int        // depth in the tree: 1 for the outermost
	Parent     int        // index into Document.Sections, or -1
	Number     string     // the number as written: "第一章", "一、", "（二）"
	Title      string     // the heading after the number; "" where the section has none
	Sentences  []Sentence // view on Document.Sentences: heading, body and subsections
}

// A Paragraph is one line of the text with its line break.
type Paragraph struct {
	Start, End int        // byte offsets: the paragraph is Text[Start:End]
	Sentences  []Sentence // view on Document.Sentences
}

// A Sentence is one sentence, one heading, or one blank line.
type Sentence struct {
	Start, End int     // byte offsets: the sentence is Text[Start:End]
	Paragraph  int     // index into Document.Paragraphs
	Section    int     // index into Document.Sections of the innermost section, or -1
	Role       Role    // what the sentence is in its document
	Tokens     []Token // view on Document.Tokens
}

// A Role says what a sentence is in its document.
type Role uint8

// The roles of a sentence.
const (
	RoleBody       Role = iota // running text
	RoleTitle                  // the document's title
	RoleHeading                // the heading of a section, or a short line without a final mark
	RoleSalutation             // 同志们：, 各位代表：, 各市人民政府：
	RoleFurniture              // of the page, not of the text: see Furniture
	RoleBlank                  // white space only
	RoleSignature              // who signed a document, and the date below the name
)

var roleNames = [...]string{"body", "title", "heading", "salutation", "furniture", "blank", "signature"}

// String returns the role's name in lower case.
func (r Role) String() string { return roleNames[r] }

// A Token is one word, number, punctuation mark or run of space.
type Token struct {
	Start, End int    // byte offsets: the token is Text[Start:End]
	Tag        string // part of speech by the Segmenter's names (ICTCLAS: n, v, a, …); "x" where its dictionary has none
	Kind       Kind   // by character class, never by tag
	Term       TermID // index into Document.Terms, or NoTerm
}

// A Kind says what a token is made of.
type Kind uint8

// The kinds of tokens.
const (
	KindWord   Kind = iota // has a Han character: 经济, 互联网+, A股
	KindNumber             // digits and numerals, with their unit in dates and percentages: 2015年12月3日, 6.9%, 三十
	KindLatin              // letters of other scripts, digits among them: GDP, 5G, PM2.5
	KindPunct              // punctuation marks and symbols
	KindSpace              // a run of white space, control and zero-width characters
)

var kindNames = [...]string{"word", "number", "latin", "punct", "space"}

// String returns the kind's name in lower case.
func (k Kind) String() string { return kindNames[k] }

// A TermID is the index of a Term in its Document's Terms. IDs of different
// documents are unrelated.
type TermID int32

// NoTerm marks tokens that carry no content of their own: punctuation, space,
// numbers, stop words and page furniture.
const NoTerm TermID = -1

// A Term is a distinct content word or phrase of a document.
type Term struct {
	Text  string // as first written
	Key   string // normalized form, equal in all documents: what a Corpus counts
	Tag   string // tag of the first occurrence
	Count int    // number of tokens
	First int    // index into Document.Tokens of the first occurrence
	Parts []Word // the words of a phrase that Merge made, without punctuation and space; nil for a single word
}
